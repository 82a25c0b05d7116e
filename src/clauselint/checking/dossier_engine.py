"""Rules about a dossier against the contracts of one mission, with findings of two places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from msgspec import Struct

from clauselint.checking.dossier_functions import DossierOnce, dossier_functions
from clauselint.checking.dossier_views import DOSSIER_TESTS
from clauselint.checking.engine import quote_at, title_place
from clauselint.checking.other_places import OtherPlace
from clauselint.checking.results import Finding, RuleFailure, RuleResult
from clauselint.checking.views import MissingDatum
from clauselint.dossiers.dossier import Dossier
from clauselint.library import Constat, Evaluator, Expression, Message, Outcome, Rule
from clauselint.model import ComparaisonIndecise, Document, Place
from clauselint.model.francais import en_francais

__all__ = ["check_dossier"]

Names = Mapping[str, object]


def check_dossier(
    dossier: Dossier, rules: Iterable[Rule]
) -> tuple[tuple[RuleResult, ...], tuple[RuleFailure, ...]]:
    """The outcome of each rule about a dossier among `rules`; the others are passed over.

    A result bears the name of the first contract of the dossier, a finding that of the document to
    change. A rule that crashes is set apart.
    """
    evaluator = Evaluator(tests=DOSSIER_TESTS, finalize=en_francais)
    once = DossierOnce(dossier)
    results: list[RuleResult] = []
    failures: list[RuleFailure] = []
    for rule in rules:
        if not rule.of_dossier:
            continue
        reading = _Reading(rule, dossier, evaluator, once)
        once.termes.clear()
        try:
            results.append(reading.run())
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            failures.append(RuleFailure(rule, reading.first.name, reason))
    return tuple(results), tuple(failures)


class _Reading(Struct, frozen=True, eq=False):
    """One rule reading one dossier."""

    rule: Rule
    dossier: Dossier
    evaluator: Evaluator
    once: DossierOnce

    @property
    def first(self) -> Document:
        return self.dossier.documents[0]

    def run(self) -> RuleResult:
        if not self._concerned():
            return RuleResult(self.rule, self.first.name, Outcome.SANS_OBJET)
        names = dossier_functions(self.once)
        try:
            if self.rule.quand and not self.evaluator.evaluate(self.rule.quand, names):
                return RuleResult(self.rule, self.first.name, Outcome.SANS_OBJET)
            findings = self._findings(names)
        except (MissingDatum, ComparaisonIndecise) as missing:
            return RuleResult(self.rule, self.first.name, Outcome.INDETERMINE, missing=str(missing))
        outcome = Outcome.NON_CONFORME if findings else Outcome.CONFORME
        return RuleResult(self.rule, self.first.name, outcome, findings)

    def _concerned(self) -> bool:
        right_kind = self.rule.portage is None or self.rule.portage == self.dossier.portage
        types = {document.type for document in self.dossier.documents}
        return right_kind and not types.isdisjoint(self.rule.documents)

    def _findings(self, names: Names) -> tuple[Finding, ...]:
        """The findings of the first constat that holds; one an element with `pour_chaque`."""
        for constat in self.rule.constats:
            contexts: Iterable[Names] = (names,)
            if constat.pour_chaque:
                elements = cast(Iterable[object], self._value(constat.pour_chaque, names))
                contexts = [{**names, "element": element} for element in elements]
            found = tuple(
                self._finding(constat, context)
                for context in contexts
                if self._value(constat.si, context)
            )
            if found:
                return found
        return ()

    def _value(self, expression: Expression, names: Names) -> object:
        return self.evaluator.evaluate(expression, names)

    def _finding(self, constat: Constat, names: Names) -> Finding:
        document, place = self._pointed(constat.ou, names) or (self.first, None)
        message = Message(
            fr=self.evaluator.render(constat.message.fr, names),
            en=self.evaluator.render(constat.message.en, names),
        )
        place = place or title_place(document)
        others = self._others(constat, names, document)
        return Finding(
            rule=self.rule,
            gravite=self.rule.gravite,
            document=document.name,
            message=message,
            place=document.text.in_word(place) if place else None,
            quote=quote_at(document, place),
            termes=tuple(self.once.termes),
            other_documents=tuple(dict.fromkeys(other.document for other in others)),
            other_places=others,
        )

    def _others(self, constat: Constat, names: Names, document: Document) -> tuple[OtherPlace, ...]:
        """What stands against the finding: where `contre` points, the title where it is silent."""
        pointed = self._pointed(constat.contre, names)
        if pointed is None:
            return ()
        other, place = pointed
        if place is None and other is document:
            return ()
        place = place or title_place(other)
        shown = other.text.in_word(place) if place else None
        return (OtherPlace(other.name, quote_at(other, place), shown),)

    def _pointed(
        self, expression: Expression | None, names: Names
    ) -> tuple[Document, Place | None] | None:
        """The document that an expression points into, and where; None when it points nowhere."""
        pointed = self._value(expression, names) if expression else None
        document = getattr(pointed, "document", None)
        if not isinstance(document, Document):
            return None
        place = getattr(pointed, "place", None)
        return document, place if isinstance(place, Place) else None
