"""The articles of law that a contract cites, in all the ways lawyers write them.

« article L. 1254-15 du Code du travail », « art. L1254-10 à L1254-18 C. trav. », « C. civ., art.
1231-5 », « articles L. 1 et L. 2 du même code »: a list of numbers and, before or after it, the
name of a code. A bare number without a code is an article of the contract itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from clauselint.library.articles_of_law import ArticlesOfLaw, standard_articles_of_law
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, Citation, Place, Text
from clauselint.model.folding import WORD, fold
from clauselint.reading.articles import article_names

__all__ = ["citations"]

_NUMBER = kept_pattern(
    r"(?<![\w.,/-])(?:([LRDA])[.\s\u00a0\u202f]{0,3}\*?[\s\u00a0\u202f]?)?"
    r"(\d{1,4}(?:[-‑–]\d{1,3}){0,3}(?: [A-Z](?= du [Cc]ode))?)(?![\w%€°]|[.,]\d|-\w)"
)
_DASHES = str.maketrans("‑–", "--")
_HINT = kept_pattern(r"[LRDA][.*\s]{0,5}\d\d|(?:rticles?|RTICLES?|[Rr]ts?\.?)\W{0,3}\d")
_SHORTEST_LETTERED = 3  # digits: « L1 » names a deliverable, « L121-1 » an article
_INTRODUCED = frozenset({"article", "articles", "art", "arts"})
_JOINING = frozenset({"et", "ou", "a", "ainsi", "que"})
# What may stand between a number and its code: « L. 1254-15, I, 1° i) et suivants du… ».
_DIVISIONS = frozenset(
    """du de la des le les l d au aux alinea alineas al point points paragraphe paragraphes s
    suivants suivant et a ou ainsi que premier deuxieme second troisieme dernier present nouveau
    ancien bis ter quater precite precites i ii iii iv v vi vii viii ix x""".split()  # noqa: SIM905
)
_CODES = {
    "code du travail": "C. trav.",
    "code de travail": "C. trav.",
    "code travail": "C. trav.",
    "c trav": "C. trav.",
    "code civil": "C. civ.",
    "c civ": "C. civ.",
    "code de commerce": "C. com.",
    "code du commerce": "C. com.",
    "c com": "C. com.",
    "code de la propriete intellectuelle": "C. prop. int.",
    "c prop int": "C. prop. int.",
    "cpi": "C. prop. int.",
    "code monetaire et financier": "C. mon. fin.",
    "c mon fin": "C. mon. fin.",
    "cmf": "C. mon. fin.",
    "code de la securite sociale": "CSS",
    "css": "CSS",
    "code de la consommation": "C. consom.",
    "c consom": "C. consom.",
    "code general des impots": "CGI",
    "cgi": "CGI",
    "code penal": "C. pén.",
    "c pen": "C. pén.",
    "code de procedure civile": "C. pr. civ.",
    "cpc": "C. pr. civ.",
    "code de la sante publique": "CSP",
    "code des assurances": "C. assur.",
    "rgpd": "RGPD",
    "reglement ue 2016 679": "RGPD",
    "reglement ue n 2016 679": "RGPD",
    "reglement europeen 2016 679": "RGPD",
    "reglement 2016 679": "RGPD",
    "reglement general sur la protection des donnees": "RGPD",
}
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {}
for _phrase in _CODES:
    _words = tuple(_phrase.split())
    _BY_FIRST[_words[0]] = (*_BY_FIRST.get(_words[0], ()), _words)
_SAME = (("meme", "code"), ("dudit", "code"), ("ledit", "code"), ("ce", "code"))
_OTHER = ""  # a code that is not in `_CODES`
_OF = frozenset({"de", "des", "du", "d", "general", "l"})
_TEXTS = ("loi", "ordonnance", "decret")
_NUMBERED_TEXT = kept_pattern(r"\d{2,4}-\d{1,5}")
_REACH = 14  # words between a number and its code


class _Number(Struct, frozen=True):
    """A cited number as written; `lettered` when L, R, D or A stands before it."""

    article: str
    start: int
    end: int
    lettered: bool


class _Code(Struct, frozen=True):
    """The code a list of numbers belongs to, and where its name ends when it follows them."""

    name: str
    end: int = -1


class _Sentence:
    """A paragraph as text and as folded words with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(text)
        spans = [match.span() for match in WORD.finditer(folded)]
        self.words = folded.split()
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def at(self, offset: int) -> int:
        """The position of the first word that begins at `offset` or later."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> list[str]:
        return self.words[self.at(start) : self.at(end)]

    def code_at(self, position: int) -> tuple[str, int] | None:
        """The code named by the words from `position` on, and how many words name it."""
        word = self.words[position]
        named = max(
            (
                phrase
                for phrase in _BY_FIRST.get(word, ())
                if tuple(self.words[position : position + len(phrase)]) == phrase
            ),
            key=len,
            default=(),
        )
        return (_CODES[" ".join(named)], len(named)) if named else None


def citations(
    text: Text,
    articles: Sequence[Article],
    day: date | None,
    law: ArticlesOfLaw | None = None,
) -> tuple[Citation, ...]:
    """The citations of `text` in reading order, each with what became of its article on `day`.

    `law` defaults to the tables of the standard library.
    """
    law = law or standard_articles_of_law()
    names = article_names(articles)
    found: list[Citation] = []
    last = ""
    for paragraph, name in zip(text.paragraphs, names, strict=True):
        if not _may_cite(paragraph.text):
            continue
        sentence = _Sentence(paragraph.text)
        groups = list(_groups(sentence))
        for group, code in zip(groups, _codes(sentence, groups, last), strict=True):
            if code is None or code.name == _OTHER:
                continue
            last = code.name
            for number, start, end in _quoted(sentence, group, code):
                etat = law.etat(code.name, number.article, day, paragraph.text)
                quoted = " ".join(paragraph.text[start:end].split())
                place = Place(paragraph.part, paragraph.number, start, end, name)
                found.append(Citation(quoted, code.name, number.article, etat, place))
    return tuple(found)


def _may_cite(text: str) -> bool:
    return _HINT.search(text) is not None


def _groups(sentence: _Sentence) -> Iterator[list[_Number]]:
    """The numbers of articles, in lists: « L. 1254-10 à L. 1254-18 » is one of two."""
    group: list[_Number] = []
    for match in _NUMBER.finditer(sentence.text):
        lettered = bool(match[1])
        said = match[2].translate(_DASHES)
        digits = len(said.partition("-")[0])
        if lettered and digits < _SHORTEST_LETTERED:
            continue
        joined = bool(group) and _joins(sentence, group[-1], match.start())
        position = sentence.at(match.start())
        introduced = position > 0 and sentence.words[position - 1] in _INTRODUCED
        if not (lettered or introduced or (joined and not group[-1].lettered)):
            continue
        number = (match[1] or "") + said
        if group and not joined:
            yield group
            group = []
        group.append(_Number(number, match.start(), match.end(), lettered))
    if group:
        yield group


def _joins(sentence: _Sentence, before: _Number, start: int) -> bool:
    between = sentence.between(before.end, start)
    near = start - before.end <= 40
    return (
        near
        and all(
            word in _JOINING or word in _DIVISIONS or (word.isdigit() and len(word) < 3)
            for word in between
        )
        and (before.lettered or all(word in _JOINING for word in between))
    )


def _codes(sentence: _Sentence, groups: Sequence[list[_Number]], last: str) -> list[_Code | None]:
    """The code of each list: named after it, before it, or by the list that follows."""
    found: list[_Code | None] = []
    for group in groups:
        code = _code_after(sentence, group[-1].end, last) or _code_before(sentence, group[0])
        last = code.name if code else last
        found.append(code)
    for position in range(len(groups) - 1, -1, -1):
        if found[position] is None and groups[position][0].lettered:
            after = next((code for code in found[position + 1 :] if code), None)
            name = after.name if after else _by_shape(groups[position][0].article, last)
            found[position] = _Code(name) if name else None
    return found


def _by_shape(article: str, last: str) -> str:
    """The code of a lettered number that names none: the Code du travail counts in thousands."""
    digits = article[1:].partition("-")[0]
    if len(digits) == 4:
        return "C. trav."
    return last if "-" in article and last not in ("C. trav.", "C. civ.", "RGPD") else ""


def _code_after(sentence: _Sentence, end: int, last: str) -> _Code | None:
    position = sentence.at(end)
    for at in range(position, min(position + _REACH, len(sentence.words))):
        named = sentence.code_at(at)
        if named:
            return _Code(named[0], sentence.ends[at + named[1] - 1])
        if tuple(sentence.words[at : at + 2]) in _SAME and last:
            return _Code(last, sentence.ends[at + 1])
        word = sentence.words[at]
        if word in _TEXTS:
            number = _NUMBERED_TEXT.search(sentence.text, sentence.ends[at], sentence.ends[at] + 12)
            return _Code(f"{word} {number[0]}", number.end()) if number else None
        if word == "code":
            return _Code(_OTHER)
        if word not in _DIVISIONS and not (len(word) == 1 or (word.isdigit() and len(word) < 3)):
            return None
    return None


def _code_before(sentence: _Sentence, first: _Number) -> _Code | None:
    position = sentence.at(first.start)
    while position > 0 and sentence.words[position - 1] in _INTRODUCED:
        position -= 1
    for at in range(max(0, position - 7), position):
        named = sentence.code_at(at)
        if named and at + named[1] == position:
            gap = sentence.text[sentence.ends[position - 1] : first.start]
            abbreviated = sentence.words[at] == "c"  # « C. trav. Art. L. 1254-2 »
            ends = "\n" in gap or (gap.startswith((". ", ".\u00a0")) and not abbreviated)
            return None if ends else _Code(named[0])
        if not named and sentence.words[at] == "code" and sentence.words[at + 1] in _OF:
            return _Code(_OTHER)
    return None


def _quoted(
    sentence: _Sentence, group: Sequence[_Number], code: _Code
) -> Iterator[tuple[_Number, int, int]]:
    """Each number with the span that cites it; a number alone is quoted with its code."""
    for number in group:
        start, end = number.start, number.end
        if len(group) == 1:
            position = sentence.at(start)
            if position and sentence.words[position - 1] in _INTRODUCED:
                start = sentence.starts[position - 1]
            end = max(end, code.end)
        yield number, start, end
