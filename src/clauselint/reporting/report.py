"""The results of a whole run, and the two ways to show them: JSON for programs, text for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from clauselint.checking import Finding, RuleFailure, RuleResult
from clauselint.checking.analysis import NOT_INSTALLED, NOT_WANTED, Skipped
from clauselint.library import Fondement, Gravite, Outcome
from clauselint.model import Place
from clauselint.reporting.values import Json, place_json

__all__ = ["CHECK_SCHEMA", "Failure", "Report", "report_json", "report_text"]

CHECK_SCHEMA = "clauselint/check/1"
_ORDER = {Gravite.ERREUR: 0, Gravite.AVERTISSEMENT: 1, Gravite.INFO: 2}
_COLOURS = {Gravite.ERREUR: "red", Gravite.AVERTISSEMENT: "yellow", Gravite.INFO: "blue"}
Style = Callable[[str, str], str]


class Failure(Struct, frozen=True, eq=False):
    """An input that could not be read, or a rule that could not be run, and why."""

    document: str
    message: str


class Report(Struct, frozen=True, eq=False):
    """All results of a run, in the order of the documents that were read.

    `dossiers` are the missions found among them, each by the names of its documents; `apart` are
    those that fit none. Both are empty when one contract is checked by itself.
    """

    documents: tuple[str, ...]
    results: tuple[RuleResult, ...]
    rule_failures: tuple[RuleFailure, ...] = ()
    failures: tuple[Failure, ...] = ()
    lang: str = field(default="fr")
    dossiers: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """By document, then severity, then place."""
        order = {name: number for number, name in enumerate(self.documents)}
        found = [finding for result in self.results for finding in result.findings]
        return tuple(sorted(found, key=lambda finding: (order[finding.document], *_rank(finding))))

    @property
    def undecided(self) -> tuple[RuleResult, ...]:
        return tuple(result for result in self.results if result.outcome is Outcome.INDETERMINE)

    @property
    def errors(self) -> tuple[Failure, ...]:
        """Every input or rule that failed, in the order of the documents."""
        crashed = (
            Failure(
                item.document, f"La règle {item.rule.id} n’a pas pu être appliquée : {item.reason}"
            )
            for item in self.rule_failures
        )
        return (*self.failures, *crashed)

    @property
    def skipped(self) -> tuple[tuple[RuleResult, Skipped], ...]:
        """The results that words alone gave, where language was to be analysed."""
        return tuple((result, result.skipped) for result in self.results if result.skipped)

    def count(self, gravite: Gravite) -> int:
        return sum(finding.gravite is gravite for finding in self.findings)


def _rank(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return _ORDER[finding.gravite], place.paragraph if place else -1, finding.rule.id


def report_json(report: Report) -> dict[str, Json]:
    """The report as `clauselint/check/1`."""
    return {
        "schema": CHECK_SCHEMA,
        "findings": [_finding_json(finding, report.lang) for finding in report.findings],
        "undecided": [
            {"rule": result.rule.id, "document": result.document, "missing": result.missing}
            for result in report.undecided
        ],
        "skipped": [
            {
                "rule": result.rule.id,
                "document": result.document,
                "passages": skipped.passages,
                "reason": skipped.reason,
            }
            for result, skipped in report.skipped
        ],
        "errors": [
            {"document": failure.document, "message": failure.message} for failure in report.errors
        ],
        "dossiers": [list(names) for names in report.dossiers],
        "apart": list(report.apart),
        "summary": {
            "documents": len(report.documents),
            **{str(gravite): report.count(gravite) for gravite in Gravite},
        },
    }


def _finding_json(finding: Finding, lang: str) -> Json:
    return {
        "rule": finding.rule.id,
        "severity": str(finding.gravite),
        "document": finding.document,
        "other_documents": list(finding.other_documents),
        "message": _message(finding, lang),
        "quote": finding.quote,
        "place": place_json(finding.place),
        "other_places": [
            {
                "document": other.document,
                "article": other.place.article if other.place else None,
                "quote": other.quote,
                "place": place_json(other.place),
            }
            for other in finding.other_places
        ],
        "law": [str(basis) for basis in finding.rule.fondement],
        "sanction": [str(basis) for basis in finding.rule.sanction],
        "fix": finding.rule.corrige or None,
    }


def _message(finding: Finding, lang: str) -> str:
    return finding.message.en if lang == "en" else finding.message.fr


_WORDS = {
    "fr": {
        "article": "article",
        "basis": "Fondement",
        "sanction": "Sanction",
        "undecided": "À vérifier à la main (le contrat ne donne pas de quoi décider)",
        "clean": "aucun défaut trouvé",
        "start": "début du contrat",
        Gravite.ERREUR: ("erreur", "erreurs"),
        Gravite.AVERTISSEMENT: ("avertissement", "avertissements"),
        Gravite.INFO: ("info", "infos"),
        "document": ("document vérifié", "documents vérifiés"),
        NOT_WANTED: "Analyse de la langue désactivée (--no-nlp)",
        NOT_INSTALLED: "Analyse de la langue non installée (pip install 'clauselint[langue]')",
        "in part": "appliquée en partie",
        "passages": ("passage non examiné", "passages non examinés"),
        "explain": "En savoir plus : clauselint explain",
        "dossier": "Dossier",
        "apart": "D’aucun dossier",
    },
    "en": {
        "article": "article",
        "basis": "Basis",
        "sanction": "Penalty",
        "undecided": "To be checked by hand (the contract does not say enough)",
        "clean": "no defect found",
        "start": "start of the contract",
        Gravite.ERREUR: ("error", "errors"),
        Gravite.AVERTISSEMENT: ("warning", "warnings"),
        Gravite.INFO: ("note", "notes"),
        "document": ("document checked", "documents checked"),
        NOT_WANTED: "Language analysis turned off (--no-nlp)",
        NOT_INSTALLED: "Language analysis not installed (pip install 'clauselint[langue]')",
        "in part": "applied in part",
        "passages": ("passage not examined", "passages not examined"),
        "explain": "More: clauselint explain",
        "dossier": "Mission",
        "apart": "Of no mission",
    },
}


def report_text(report: Report, style: Style, *, quiet: bool = False) -> str:
    """The report for a terminal; `style(text, name)` colours it, or returns it as it is.

    With `quiet`, only the findings of severity erreur.
    """
    return "\n".join(_report_lines(report, style, quiet)) + "\n"


def _report_lines(report: Report, style: Style, quiet: bool) -> Iterator[str]:
    words = _WORDS[report.lang]
    for name in report.documents:
        findings = [finding for finding in report.findings if finding.document == name]
        if quiet:
            findings = [finding for finding in findings if finding.gravite is Gravite.ERREUR]
            if not findings:
                continue
        yield style(name, "bold")
        if not findings:
            yield f"  {words['clean']}"
        for finding in findings:
            yield from _finding_lines(finding, report.lang, style)
        undecided = [result for result in report.undecided if result.document == name]
        if undecided and not quiet:
            yield f"  {style(str(words['undecided']), 'dim')}"
            for result in undecided:
                yield f"    {result.rule.id} : {result.missing}"
        yield ""
    if not quiet:
        yield from _grouped(report)
        if report.skipped:
            yield _skipped(report)
        yield _summary(report)


def _finding_lines(finding: Finding, lang: str, style: Style) -> Iterator[str]:
    words = _WORDS[lang]
    severity = words[finding.gravite][0]
    where = _where(finding.place, words)
    head = f"{style(str(severity), _COLOURS[finding.gravite])} {style(finding.rule.id, 'bold')}"
    yield f"  {head} ({where})"
    yield f"    {_message(finding, lang)}"
    if finding.quote:
        yield f"    {style(f'« {finding.quote} »', 'dim')}"
    for other in finding.other_places:
        quote = f" : {style(f'« {other.quote} »', 'dim')}" if other.quote else ""
        yield f"    {other.document} ({_where(other.place, words)}){quote}"
    basis = _bases(finding.rule.fondement)
    sanction = _bases(finding.rule.sanction)
    if basis:
        tail = f" · {words['sanction']} : {sanction}" if sanction else ""
        yield f"    {words['basis']} : {basis}{tail}"
    yield ""


def _where(place: Place | None, words: Mapping[str | Gravite, object]) -> str:
    return f"{words['article']} {place.article}" if place and place.article else str(words["start"])


def _grouped(report: Report) -> Iterator[str]:
    """Which documents go together, said when they are not all of one mission."""
    words = _WORDS[report.lang]
    if len(report.dossiers) > 1 or report.apart:
        for number, names in enumerate(report.dossiers, start=1):
            yield f"{words['dossier']} {number} : {', '.join(names)}"
        if report.apart:
            yield f"{words['apart']} : {', '.join(report.apart)}"
        yield ""


def _bases(bases: Sequence[Fondement]) -> str:
    return ", ".join(str(basis) for basis in bases)


def _skipped(report: Report) -> str:
    """Which rules were applied in part, for want of analysis, and to how many passages."""
    words = _WORDS[report.lang]
    reason = words[report.skipped[0][1].reason]
    rules = ", ".join(dict.fromkeys(result.rule.id for result, _ in report.skipped))
    passages = sum(skipped.passages for _, skipped in report.skipped)
    count = _counted(passages, words["passages"])
    return f"{reason} : {rules} {words['in part']} ({count})."


def _summary(report: Report) -> str:
    words = _WORDS[report.lang]
    parts = [_counted(len(report.documents), words["document"])]
    parts += [_counted(report.count(gravite), words[gravite]) for gravite in Gravite]
    return ", ".join(parts)


def _counted(number: int, names: object) -> str:
    one, many = names if isinstance(names, tuple) else ("", "")
    return f"{number} {one if number < 2 else many}"
