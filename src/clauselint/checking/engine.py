"""Rules against a document: which apply, what each says, and where its finding points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from msgspec import Struct

from clauselint.checking.analysis import Analysis
from clauselint.checking.functions import functions_for
from clauselint.checking.once import Once
from clauselint.checking.results import Finding, RuleFailure, RuleResult
from clauselint.checking.views import TESTS, MissingDatum, Trace
from clauselint.library import Constat, Evaluator, Expression, Message, Outcome, Rule
from clauselint.model import ComparaisonIndecise, Document, Place
from clauselint.model.francais import en_francais

__all__ = ["check_document", "quote_at", "title_place"]

Names = Mapping[str, object]

MAX_QUOTE = 240  # characters of the contract shown with a finding


def check_document(
    document: Document,
    rules: Iterable[Rule],
    dossier: Sequence[Document] = (),
    analysis: Analysis | None = None,
) -> tuple[tuple[RuleResult, ...], tuple[RuleFailure, ...]]:
    """The outcome of each rule, in the order given; a rule that crashes is set apart. Rules about
    a dossier are passed over.

    A rule for other types of document, or for portage when the contract is not one, is not run
    and gives `sans objet`. `dossier` are the other contracts of the same mission.
    `analysis` of language is used where words alone do not decide; none by default.
    """
    evaluator = Evaluator(tests=TESTS, finalize=en_francais)
    once = Once(document, analysis)
    results: list[RuleResult] = []
    failures: list[RuleFailure] = []
    for rule in rules:
        if rule.of_dossier:
            continue
        if not _concerns(rule, document):
            results.append(RuleResult(rule, document.name, Outcome.SANS_OBJET))
            continue
        try:
            results.append(_Reading(rule, document, evaluator, Trace(), once, dossier).run())
        except Exception as error:
            failures.append(RuleFailure(rule, document.name, f"{type(error).__name__}: {error}"))
    return tuple(results), tuple(failures)


def _concerns(rule: Rule, document: Document) -> bool:
    right_kind = rule.portage is None or rule.portage == document.portage
    return document.type in rule.documents and right_kind


class _Reading(Struct, frozen=True, eq=False):
    """One rule reading one document: the names it may use and what it has looked at."""

    rule: Rule
    document: Document
    evaluator: Evaluator
    trace: Trace
    once: Once
    dossier: Sequence[Document] = ()

    def run(self) -> RuleResult:
        names = functions_for(self.document, self.trace, self.once, self.dossier)
        try:
            if self.rule.quand and not self.evaluator.evaluate(self.rule.quand, names):
                return self._result(Outcome.SANS_OBJET)
            findings = self._findings(names)
        except (MissingDatum, ComparaisonIndecise) as missing:
            return self._result(Outcome.INDETERMINE, missing=str(missing))
        outcome = Outcome.NON_CONFORME if findings else Outcome.CONFORME
        return self._result(outcome, findings)

    def _result(
        self, outcome: Outcome, findings: tuple[Finding, ...] = (), missing: str = ""
    ) -> RuleResult:
        skipped = self.once.analysis.skipped()
        return RuleResult(self.rule, self.document.name, outcome, findings, missing, skipped)

    def _findings(self, names: Names) -> tuple[Finding, ...]:
        """The finding of the first constat that holds; one an element with `pour_chaque`."""
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
        place = self._place(constat, names)
        message = Message(
            fr=self.evaluator.render(constat.message.fr, names),
            en=self.evaluator.render(constat.message.en, names),
        )
        return Finding(
            rule=self.rule,
            gravite=self.rule.gravite,
            document=self.document.name,
            message=message,
            place=self.document.text.in_word(place) if place else None,
            quote=quote_at(self.document, place),
            termes=tuple(self.trace.termes),
        )

    def _place(self, constat: Constat, names: Names) -> Place | None:
        """Where `ou` points, else the first thing the rule looked at, else the title."""
        pointed = self._value(constat.ou, names) if constat.ou else None
        place = getattr(pointed, "place", None)
        if isinstance(place, Place):
            return place
        return next(iter(self.trace.places), None) or title_place(self.document)


def title_place(document: Document) -> Place | None:
    """The first words of the contract, where a missing mention is shown for want of a place."""
    for paragraph in document.text.paragraphs:
        if paragraph.text.strip():
            return Place(paragraph.part, paragraph.number, 0, len(paragraph.text))
    return None


def quote_at(document: Document, place: Place | None) -> str:
    """The text at `place` on one line, cut when it is long; empty without a place."""
    if place is None:
        return ""
    text = document.paragraph(place).text[place.start : place.end]
    quote = " ".join(text.split())
    return quote if len(quote) <= MAX_QUOTE else quote[: MAX_QUOTE - 1].rstrip() + "…"
