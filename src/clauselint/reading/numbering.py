"""How one document numbers its articles, settled from all its lines before any is cut.

« 1. » opens an article in one contract and an item of a list in the next: only the other lines
tell. « Article N » wins over bare numbers; numbers with styled titles win over plain ones; of two
equal candidates (I, II over 1, 2) the one that comes first contains the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from clauselint.reading.headings import Family, Head
from clauselint.reading.lines import Line

__all__ = ["Convention", "convention", "opens_article", "opens_part"]

_BARE = (Family.DECIMAL, Family.ROMAN, Family.LETTER)
# Lines that introduce the parties, the agreement or the signatures: often bold, never articles.
_AROUND = (
    "entre", "et", "d une part", "d autre part", "les soussign", "les parties", "parties",
    "il a ete", "il est", "ceci", "preambule", "fait a", "pour", "signature", "le client",
    "le prestataire", "le salarie",
)  # fmt: skip
_FEWEST_UNTITLED = 3  # fewer numbered paragraphs without titles are a list


class Convention(Struct, frozen=True):
    """The numbering of the articles; `family` None when they have titles only.

    `styled`: their titles are bold, capital or headings of Word. `titled`: they have titles.
    `level`: the outline level of the articles when Word's headings make them.
    """

    family: Family | None
    styled: bool = False
    titled: bool = True
    level: int | None = None


def convention(lines: Sequence[Line]) -> Convention:
    """The way the articles of a document are numbered and titled."""
    articles = [line for line in lines if line.family is Family.ARTICLE and _stands_alone(line)]
    bare = [found for family in _BARE if (found := _titled(lines, family))]
    best = min(bare, key=lambda found: (not _mostly_styled(found), found[0].at), default=[])
    if articles and (len(articles) > 1 or len(best) <= 2):
        return Convention(Family.ARTICLE, _mostly_styled(articles))
    if best:
        return Convention(best[0].family, _mostly_styled(best))
    levels = Counter(line.level for line in lines if line.level is not None and line.title)
    if levels:
        repeated = [level for level, count in levels.items() if count > 1 and level]
        return Convention(None, styled=True, level=min(repeated or [lv for lv in levels if lv]))
    counted = _counted(lines)
    if any(_titles_stand(line, among_numbers=counted) for line in lines[1:]):
        return Convention(None, styled=True)
    return Convention(Family.DECIMAL, titled=False) if counted else Convention(None)


def _titles_stand(line: Line, *, among_numbers: bool) -> bool:
    if not line.styled or not line.title or line.in_table:
        return False
    return not (among_numbers and line.folded.startswith(_AROUND))


def _stands_alone(line: Line) -> bool:
    """Whether « Article N » heads the line rather than begins a sentence."""
    found = line.head
    if not found or line.aside:
        return False
    return found.separated or bool(line.title) or not found.rest


def _titled(lines: Sequence[Line], family: Family) -> list[Line]:
    """The lines numbered 1, 2, 3… in `family` that bear titles and have text under them."""
    found: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        if line.family is not family or line.depth != 1 or not line.title or line.in_table:
            continue
        if not line.head:
            continue
        due = found[-1].head.value[0] + 1 if found and found[-1].head else 1
        if line.head.value[0] != due and not (found and line.styled):
            continue
        if line.styled or not (after and _follows(line.head, after.head)):
            found.append(line)
    return found if len(found) > 1 else []


def _follows(one: Head, other: Head | None) -> bool:
    return bool(
        other
        and other.family is one.family
        and other.value[:-1] == one.value[:-1]
        and other.value[-1:] == (one.value[-1] + 1,)
    )


def _mostly_styled(lines: Sequence[Line]) -> bool:
    return 2 * sum(line.styled for line in lines) > len(lines)


def _counted(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs themselves are numbered 1 to n, without titles."""
    values = [
        line.head.value[0]
        for line in lines
        if line.head and line.family is Family.DECIMAL and line.depth == 1 and line.head.separated
    ]
    return len(values) >= _FEWEST_UNTITLED and values == list(range(1, len(values) + 1))


def opens_article(line: Line, after: Line | None, found: Convention, last: int) -> bool:
    """Whether `line` opens the article that follows number `last` (0: none yet)."""
    if not line.head or line.depth < 1:
        return False
    due = line.head.value[0] == last + 1
    if line.family is Family.ARTICLE:
        plain = found.styled and found.family is Family.ARTICLE and not line.styled
        return _stands_alone(line) and (not plain or due)
    if line.depth != 1 or line.in_table:
        return False
    if found.family is Family.ARTICLE:  # articles 1 to 3 typed « 1. », then ARTICLE 4
        numbered = line.family is Family.DECIMAL and bool(line.title)
        return due and numbered and line.styled
    if line.family is not found.family:
        return False
    if not found.titled:
        return due and line.head.separated
    if found.styled:
        return line.styled and (bool(line.title) or due) and (due or line.head.value[0] >= last)
    listed = bool(after and _follows(line.head, after.head))
    return due and bool(line.title) and not listed


def opens_part(line: Line, after: Line | None, found: Convention, last: int) -> bool:
    """Whether `line` opens a titled part (« 7.2 Délai ») of the article numbered `last`."""
    if not line.head or not line.title or line.in_table or line.family not in _BARE:
        return False
    if line.depth == 1:
        nested = line.family is not found.family and found.family is not None
        listed = line.paragraph.list_level is not None and line.level is None
        return nested and last > 0 and line.styled and line.head.separated and not listed
    if line.head.value[0] != last and line.level is None:
        return False
    listed = bool(after and _follows(line.head, after.head))
    whole = line.head.rest.strip() == line.title  # « 5.2 Le Client paie. Il… » bears no title
    return line.styled or (whole and not listed and after is not None)
