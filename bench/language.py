"""What the analysis of language adds, with and without it.

    python -m bench.language [FOLDER OF CONTRACTS…]

`strangers.tsv` holds sentences that name a stranger, and sentences with capitals that do not. Each
is put in a contract drafted from the example mission, and the rule `redaction/residu` looks for it:
by words alone, by taking every name in doubt for a stranger's, and by having names in doubt
analysed. The sentences « tenu » were written apart and not looked at while the rule was made.

The two other uses that were tried, each against the words that the program goes by, with the whole
stock pipeline (`--grammar`, some ten seconds to load): whether a vague undertaking is one
(`undertakings.tsv`: its sentence states what someone will do, and is not negative), and whether a
sentence excludes a clause (`negations.tsv`: the verb that rules the clause's words is negative).

With folders, also counts the contracts there that need the analysis, and what it finds in them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from clauselint import api
from clauselint.checking.analysis import Analysis
from clauselint.checking.passages import find_passages
from clauselint.drafting import draft
from clauselint.language.names import Name, normalised
from clauselint.library import Library, load_library
from clauselint.library.mission import read_mission
from clauselint.model import ArticleKind, Document, DocumentType, Text
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["EveryName", "Score", "main", "scores"]

HERE = Path(__file__).parent
MISSION = HERE.parent / "examples" / "mission-cdd.yaml"
SENTENCES = HERE / "strangers.tsv"


class Sentence(NamedTuple):
    group: str
    stranger: str
    text: str


class Score(NamedTuple):
    """Sentences by what was found in them."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class EveryName(Analysis):
    """Takes every name in doubt for that of a person: what words alone would find if they dared."""

    def names(self, passages: Sequence[str]) -> tuple[tuple[Name, ...], ...]:
        return tuple((Name(0, len(passage), "PER"),) for passage in passages)


WAYS: tuple[tuple[str, Callable[[], Analysis]], ...] = (
    ("words alone", lambda: Analysis(wanted=False)),
    ("every name in doubt", EveryName),
    ("names analysed", Analysis),
)


def sentences() -> Iterator[Sentence]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield Sentence(*line.split("\t"))


def contract_with(sentence: str, service: Text, library: Library) -> Document:
    """The service contract with the sentence at the end of one of its articles."""
    document = understand(service, library)
    article = next(
        found
        for found in document.articles
        if found.kind is ArticleKind.ARTICLE and "lieu_execution" in found.clauses
    )
    last = service.paragraphs[article.paragraphs[-1]]
    added = replace(last, text=f"{last.text} {sentence}", origins=())
    paragraphs = tuple(added if one is last else one for one in service.paragraphs)
    return understand(replace(service, paragraphs=paragraphs), library)


def judged(one: Sentence, document: Document, analysis: Analysis) -> Score:
    found = [passage.texte for passage in find_passages(document, "residus", analysis)]
    right = sum(bool(one.stranger) and one.stranger in quote for quote in found)
    return Score(min(1, right), len(found) - right, int(bool(one.stranger) and not right))


def scores(group: str, say: Callable[[str], None] = lambda _: None) -> Iterator[tuple[str, Score]]:
    """The score of each way on the sentences of a group; `say` is told each error."""
    library = load_library()
    _, service = draft(read_mission(MISSION), library)
    chosen = [one for one in sentences() if one.group == group]
    documents = [contract_with(one.text, service.text, library) for one in chosen]
    for way, make in WAYS:
        each = [
            judged(one, document, make()) for one, document in zip(chosen, documents, strict=True)
        ]
        for one, score in zip(chosen, each, strict=True):
            if score.wrong or score.missed:
                say(f"{way}\t{'missed' if score.missed else 'wrong'}\t{one.text}")
        yield way, Score(*(sum(column) for column in zip(*each, strict=True)))


def grammar() -> None:
    """Print how words and grammar judge vague undertakings and exclusions."""
    import spacy  # noqa: PLC0415 (only for this measure)

    stock = spacy.load("fr_core_news_sm")
    library = load_library()
    print("redaction/terme-flou: precision, recall, F1")
    lines = _lines(HERE / "undertakings.tsv")
    words = [_vague(text, library) for _, text in lines]
    undertaken = [_is_undertaken(stock(normalised(text))) for _, text in lines]
    both = [said and kept for said, kept in zip(words, undertaken, strict=True)]
    for way, said in (("words alone", words), ("words and grammar", both)):
        print(_row(way, [truth == "flou" for truth, _ in lines], said))
    print("exclusion of a clause: precision, recall, F1")
    cases = _lines(HERE / "negations.tsv")
    truths = [state == "exclue" for _, state, _ in cases]
    cues = [_excludes(kind, text, library) for kind, _, text in cases]
    verbs = [_is_negative(stock(normalised(text))) for _, _, text in cases]
    print(_row("words alone", truths, cues))
    print(_row("grammar alone", truths, verbs))
    print(_row("either", truths, [a or b for a, b in zip(cues, verbs, strict=True)]))
    print(_row("both", truths, [a and b for a, b in zip(cues, verbs, strict=True)]))


def _lines(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _row(way: str, truths: Sequence[bool], said: Sequence[bool]) -> str:
    pairs = list(zip(truths, said, strict=True))
    score = Score(
        sum(truth and found for truth, found in pairs),
        sum(found and not truth for truth, found in pairs),
        sum(truth and not found for truth, found in pairs),
    )
    return f"  {way:22}{score.precision:6.3f}{score.recall:7.3f}{score.f1:7.3f}  {score}"


def _read(sentence: str, library: Library) -> Document:
    text = text_from_notation(f"# Article 1 – Stipulation\n{sentence}", name="phrase")
    return understand(text, library, forced_type=DocumentType.CDI)


def _vague(sentence: str, library: Library) -> bool:
    return bool(find_passages(_read(sentence, library), "termes_flous"))


def _excludes(kind: str, sentence: str, library: Library) -> bool:
    clauses = _read(sentence, library).clauses
    return any(found.kind == kind and found.exclue for found in clauses)


def _is_undertaken(sentence: Doc) -> bool:
    """Whether its main verb says what someone does or will do, and is not negative."""
    root = next(token for token in sentence if token.dep_ == "ROOT")
    past = any(
        child.dep_.startswith("aux:tense") and "Pres" in child.morph.get("Tense")
        for child in root.children
    )
    return not past and not _denied(root)


def _is_negative(sentence: Doc) -> bool:
    root = next(token for token in sentence if token.dep_ == "ROOT")
    return _denied(root)


def _denied(root: Token) -> bool:
    """« ne » on the verb, « aucun » in its subject or object, « sans » before one of its words."""
    near = [*root.children, *(under for child in root.children for under in child.children)]
    return any(token.lower_ in ("ne", "n'", "aucun", "aucune", "sans", "ni") for token in near)


def need(paths: Iterable[Path]) -> None:
    """Print which contracts have names in doubt, and what words and analysis find in them."""
    analysed = total = 0
    for path in api.contracts_in(paths):
        document = api.extract(path)
        off = Analysis(wanted=False)
        words = find_passages(document, "residus", off)
        skipped = off.skipped()
        both = find_passages(document, "residus", Analysis())
        total += 1
        analysed += bool(skipped and skipped.passages)
        count = skipped.passages if skipped else 0
        print(f"  {path.name}: {count} in doubt; words {_quotes(words)}; analysed {_quotes(both)}")
    print(f"  {analysed} of {total} contracts have names in doubt")


def _quotes(found: Sequence[object]) -> str:
    return ", ".join(getattr(one, "texte", "") for one in found) or "–"


def main() -> None:
    verbose = "--errors" in sys.argv
    folders = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    for group in ("dev", "tenu"):
        if "--dev" in sys.argv and group != "dev":
            continue
        print(f"redaction/residu, sentences « {group} »: precision, recall, F1")
        for way, score in scores(group, print if verbose else lambda _: None):
            print(f"  {way:22}{score.precision:6.3f}{score.recall:7.3f}{score.f1:7.3f}  {score}")
    if "--grammar" in sys.argv:
        grammar()
    if folders:
        need(folders)


if __name__ == "__main__":
    main()
