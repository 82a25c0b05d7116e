"""One mission tried: drafted, read back as any contract, checked; and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from clauselint.api.verification.results import Cell, Fault
from clauselint.checking import Finding, check_document
from clauselint.drafting import Draft, IncompatibleClauses, draft, write
from clauselint.drafting.blocks import Bloc, Run, Section, Style, Tableau
from clauselint.drafting.plain import contract_text
from clauselint.library import Gravite, Library, Rule
from clauselint.library.clause_places import clause_place, wording_locs
from clauselint.library.mission import read_mission
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.vocabulary import CLAUSES
from clauselint.model import Document, DocumentType, Text
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

__all__ = ["Outcome", "Trials"]

# A heading that tells nothing of the clause under it.
_NEUTRAL = Bloc(Style.ARTICLE, (Run("Stipulations"),), "Article 1.")


class Outcome(NamedTuple):
    """What became of a mission: what it built and what is wrong, or why it is refused."""

    cells: tuple[Cell, ...] = ()
    faults: tuple[Fault, ...] = ()
    refused: tuple[str, ...] = ()
    contracts: int = 0


class Trials:
    """Tries missions against one library; texts already read back are not read again."""

    def __init__(self, library: Library, severities: Iterable[Gravite]) -> None:
        self._library = library
        self._severities = frozenset(severities)
        self._read_back: dict[tuple[str, str, str], bool] = {}

    def run(self, path: Path, *, through_word: bool = False) -> Outcome:
        """Draft the mission of the file at `path` and judge its contracts."""
        try:
            drafts = draft(read_mission(path), self._library)
        except LibraryError as error:
            return self._unwritten(error, path)
        faults = [fault for found in drafts for fault in self._faults(found, through_word)]
        cells = tuple(cell for found in drafts for cell in _cells(found))
        return Outcome(cells, tuple(faults), (), len(drafts))

    def refusal(self, path: Path) -> tuple[str, ...]:
        """Why the mission of the file at `path` is refused; nothing when it is drafted."""
        try:
            draft(read_mission(path), self._library)
        except LibraryError as error:
            return self._unwritten(error, path).refused
        return ()

    def _unwritten(self, error: LibraryError, path: Path) -> Outcome:
        """A fault of the library’s file; when only the mission is at fault, it is refused."""
        wanted = isinstance(error, IncompatibleClauses)
        ours = [item for item in error.problems if not wanted and item.file != str(path)]
        if not ours:
            return Outcome(refused=tuple(_keyed(problem) for problem in error.problems))
        return Outcome(
            faults=tuple(
                Fault(self._shown(item.file), item.line, "redaction", "", item.message)
                for item in ours
            )
        )

    def _faults(self, found: Draft, through_word: bool) -> Iterator[Fault]:
        text = found.text
        if through_word:
            text = read_docx(write(found, self._library), name=found.text.name).text
        document = understand(text, self._library)
        results, failures = check_document(document, self._library.rules)
        yield from (
            self._broken(finding, found)
            for result in results
            for finding in result.findings
            if finding.gravite in self._severities
        )
        for failure in failures:
            yield Fault(
                self._rule_file(failure.rule),
                1,
                "programme",
                str(found.document),
                f"la règle n’a pas pu être appliquée : {failure.reason}",
            )
        yield from self._unrecognised(found, document)

    def _broken(self, finding: Finding, found: Draft) -> Fault:
        section = _section_at(found, finding.place.paragraph if finding.place else -1)
        wanted = finding.rule.corrige
        kind = (section.clause if section else "") or wanted
        variante = next((s.variante for s in found.sections if s.clause == kind), "equilibree")
        file, line = self._place(kind, variante, found.document, finding.quote)
        return Fault(file, line, finding.rule.id, str(found.document), finding.message.fr)

    def _unrecognised(self, found: Draft, document: Document) -> Iterator[Fault]:
        """The clauses that are not read for what they are: in the contract, and by their words
        alone, for another contract may give them another title.
        """
        read = {clause.kind for clause in document.clauses}
        for section in found.sections:
            kind = section.clause
            if kind not in CLAUSES or found.document not in self._library.clauses[kind].documents:
                continue
            if kind in read and self._says_what_it_is(section, found):
                continue
            file, line = self._place(kind, section.variante, found.document, "")
            message = (
                f"ce texte n’est pas reconnu comme la clause « {kind} » ; le préciser, ou "
                "compléter ses indices (« reconnaitre »)"
            )
            yield Fault(file, line, "relecture", str(found.document), message)

    def _says_what_it_is(self, section: Section, found: Draft) -> bool:
        text = contract_text("", (Section((_NEUTRAL, *section.elements[1:])),))
        key = (str(found.document), section.clause, "\n".join(p.text for p in text.paragraphs))
        if key not in self._read_back:
            self._read_back[key] = self._recognised(text, section.clause, found.document)
        return self._read_back[key]

    def _recognised(self, text: Text, kind: str, document: DocumentType) -> bool:
        read = understand(text, self._library, forced_type=document)
        return any(clause.kind == kind for clause in read.clauses)

    def _place(
        self, kind: str, variante: str, document: DocumentType, quote: str
    ) -> tuple[str, int]:
        """The file and the line of the words of a clause, those most like `quote`; the outline of
        the document for what no clause says.
        """
        clause = self._library.clauses.get(kind)
        wording = clause.wording(variante, document) if clause else None
        if wording is None:
            outline = self._library.file("templates", document.value, "outline.yaml")
            return self._shown(str(outline or document.value)), 1
        text, giving = wording
        file, line = clause_place(self._library, kind, *wording_locs(giving, document))
        return self._shown(file), line + _likest(text, quote)

    def _rule_file(self, rule: Rule) -> str:
        return self._shown(str(self._library.file("rules", f"{rule.id}.yaml") or rule.id))

    def _shown(self, file: str) -> str:
        """The file by its path from its root, as a person knows it."""
        for root in self._library.roots[:1]:
            if Path(file).is_relative_to(root):
                return str(Path(file).relative_to(root))
        return file


def _cells(found: Draft) -> Iterator[Cell]:
    for section in found.sections:
        if section.clause:
            yield str(found.document), section.clause, section.variante


def _section_at(found: Draft, paragraph: int) -> Section | None:
    """The section that holds the paragraph of that number."""
    first = 0
    for section in found.sections:
        first += sum(_paragraphs(element) for element in section.elements)
        if 0 <= paragraph < first:
            return section
    return None


def _paragraphs(element: object) -> int:
    if not isinstance(element, Tableau):
        return 1
    return sum(len(cell) for row in element.lignes for cell in row)


def _likest(text: str, quote: str) -> int:
    """The rank of the line of `text` that shares most words with `quote`; 0 when none does."""
    words = set(quote.split())
    shared = [len(words & set(line.split())) for line in text.splitlines()]
    return shared.index(max(shared)) if shared else 0


def _keyed(problem: Problem) -> str:
    return f"{problem.key} : {problem.message}" if problem.key else problem.message
