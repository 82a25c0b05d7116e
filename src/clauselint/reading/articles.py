"""Cuts a contract into its title, parties, preamble, articles, annexes and signature.

French contracts number articles in many ways and mix them with lists (study of 58 contracts:
« Article N » typed in 40, numbers alone in 4, numbers made by Word in 4, no number in 9), so
`numbering` first settles how this one does. Then one walk over the lines opens the stretches;
every paragraph belongs to the stretch opened last, so that none is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from clauselint.model import Article, ArticleKind, Paragraph, Part, Place, Text
from clauselint.reading.headings import LONGEST_TITLE, Family
from clauselint.reading.lines import Line, lines
from clauselint.reading.numbering import Convention, convention, opens_article, opens_part

__all__ = ["IDENTITY", "article_names", "articles"]

_PREAMBLE = (
    "preambule",
    "expose",
    "contexte",
    "considerant",
    "rappel",
    "prealable",
    "introduction",
    "preface",
    "il est prealablement",
    "il a ete prealablement",
    "etant prealablement",
    "il est expose",
    "il a ete expose",
    "il est rappele",
    "etant rappele",
    "apres avoir rappele",
)
_PARTIES = (
    "entre",
    "les parties",
    "parties",
    "les soussign",
    "les signataires",
    "signataires",
    "designation des parties",
    "identification des parties",
    "presentation des parties",
    "le present contrat est conclu",
    "le present accord est conclu",
    "le present avenant est conclu",
    "d une part",
    "d autre part",
)
_BETWEEN_PARTIES = ("et", "et d une part", "et d autre part", "d une part", "d autre part")
_SECTIONS = (
    "conditions particulieres",
    "conditions generales",
    "conditions du contrat",
    "dispositions generales",
    "dispositions particulieres",
    "dispositions communes",
    "dispositions finales",
)
_AGREED = ("il a ete convenu", "il a ete arrete", "il est convenu", "ceci expose", "ceci etant")
IDENTITY = (
    "represente",
    "siege",
    "demeurant",
    "domicilie",
    "immatricul",
    "siren",
    "siret",
    "rcs",
    "capital",
    "ci apres",
    "denomme",
    "designe",
    "ne le ",
    "nee le ",
    "nationalite",
)
_SIGNED = (
    "fait a ",
    "fait au ",
    "fait aux ",
    "fait le ",
    "fait en ",
    "fait et passe",
    "en foi de quoi",
)
_SIGNATURE_TITLES = ("signature", "signatures", "signature des parties", "signatures des parties")
_SIGNERS = ("pour l", "lu et approuve", "bon pour", "signature d", "signe electroniquement")
_DOCUMENT_WORDS = (
    "contrat",
    "convention",
    "accord",
    "avenant",
    "conditions generales",
    "devis",
    "proces verbal",
    "mise en demeure",
)
_LONGEST_SIGNED = 250
_LONGEST_SIGNER = 60
_LONGEST_SUBTITLE = 10  # words; a longer bold line is a sentence that someone stressed
_FRONT = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.PREAMBULE)


class _Opening(Struct, frozen=True):
    at: int
    kind: ArticleKind
    numero: str = ""
    titre: str = ""


def articles(text: Text) -> tuple[Article, ...]:
    """The stretches of `text` in order; each of its paragraphs belongs to exactly one.

    Headers and footers, which stand at the end of a text, make a stretch of kind `TITRE` without
    a title. `clauses` and `exclut` are left empty.
    """
    if not text.paragraphs:
        return ()
    openings = _Walk(lines(text.paragraphs)).openings()
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.part in (Part.HEADER, Part.FOOTER):
            openings.append(_Opening(index, ArticleKind.TITRE))
            break
    return _cut(text.paragraphs, openings)


def article_names(found: Sequence[Article]) -> tuple[str | None, ...]:
    """For each paragraph, how one cites the article it stands in: its number, else its title."""
    names: dict[int, str | None] = {}
    for article in found:
        names.update(dict.fromkeys(article.paragraphs, article.numero or article.titre or None))
    return tuple(names[index] for index in range(len(names)))


def _cut(paragraphs: Sequence[Paragraph], openings: Sequence[_Opening]) -> tuple[Article, ...]:
    first = openings[0] if openings else _Opening(0, ArticleKind.TITRE)
    found = (first, *openings[1:])
    starts = (0, *(opening.at for opening in found[1:]), len(paragraphs))
    made: list[Article] = []
    for position, opening in enumerate(found):
        shown = paragraphs[opening.at]
        name = opening.numero or opening.titre or None
        place = Place(shown.part, shown.number, 0, len(shown.text), name)
        covered = tuple(range(starts[position], starts[position + 1]))
        made.append(Article(opening.numero, opening.titre, opening.kind, covered, place))
    return tuple(made)


def _labels_a_row(line: Line, after: Line | None) -> bool:
    """Whether a cell of its row says what is signed and how: « Signature | électronique »."""
    cell, other = line.paragraph.cell, after and after.paragraph.cell
    beside = cell and other and (other.table, other.row) == (cell.table, cell.row)
    said = beside and after is not None and not after.folded.startswith(_SIGNERS)
    return line.in_table and (line.aside or bool(said))


class _Walk:
    """One pass over the lines. Holds the zone it is in and the number of the last article."""

    def __init__(self, found: Sequence[Line]) -> None:
        self._lines = found
        self._convention: Convention = convention(found)
        self._has_titles = self._convention.family is not None or self._convention.styled
        self._zone = ArticleKind.TITRE
        self._begun = False  # an article of the contract's own numbering has been met
        self._agreed = False
        self._last = 0
        self._restarts = False  # a section has begun, which may count its articles anew
        self._article = ""
        self._annexe = ""
        self._annexe_counts = False
        self._title_taken = -1

    def openings(self) -> list[_Opening]:
        made: list[_Opening] = []
        for position, line in enumerate(self._lines):
            after = self._lines[position + 1] if position + 1 < len(self._lines) else None
            before = self._lines[position - 1] if position else None
            if line.at == self._title_taken:
                continue
            opening = self._open(line, before, after)
            if opening is None:
                if not made:
                    made.append(_Opening(line.at, self._zone))
                continue
            self._zone = opening.kind
            if line.takes_next and after and opening.titre == after.title:
                self._title_taken = after.at
            made.append(opening)
        return made

    def _open(self, line: Line, before: Line | None, after: Line | None) -> _Opening | None:
        return (
            self._open_annexe(line, before, after)
            or self._open_numbered(line, after)
            or self._open_signature(line, after)
            or self._open_named(line)
            or self._open_titled(line, after)
            or self._open_front(line)
        )

    def _open_annexe(self, line: Line, before: Line | None, after: Line | None) -> _Opening | None:
        found = line.head
        if not found or found.family is not Family.ANNEXE or not found.separated:
            return None
        if found.rest and not line.title:
            return None
        neighbours = [near for near in (before, after) if near and near.at != line.at]
        listed = any(near.family is Family.ANNEXE for near in neighbours)
        after_all = self._zone in (ArticleKind.SIGNATURE, ArticleKind.ANNEXE)
        styled = line.styled or line.paragraph.centered or after_all
        if line.level is None and (listed or not styled or line.in_table):
            return None
        self._annexe, self._annexe_counts = found.numero, False
        return _Opening(line.at, ArticleKind.ANNEXE, found.numero, line.title)

    def _open_numbered(self, line: Line, after: Line | None) -> _Opening | None:
        found = line.head
        if not found or found.family is Family.ANNEXE:
            return None
        if found.family is Family.DIVISION:
            return self._division(line)
        restarts = self._restarts and found.value[:1] == (1,)
        last = 0 if restarts else self._last
        top = opens_article(line, after, self._convention, last)
        resumes = (
            top and found.value[0] == self._last + 1 and self._last and not self._annexe_counts
        )
        if self._annexe and not resumes:
            return self._open_in_annexe(line)
        if top:
            self._begun, self._restarts, self._annexe = True, False, ""
            self._last, self._article = found.value[0], found.numero
            return _Opening(line.at, ArticleKind.ARTICLE, found.numero, line.title)
        initial = self._zone is ArticleKind.SIGNATURE and found.family is Family.LETTER
        if self._begun and not initial and opens_part(line, after, self._convention, self._last):
            nested = line.depth == 1
            numero = f"{self._article}.{found.numero}" if nested else found.numero
            return _Opening(line.at, ArticleKind.ARTICLE, numero, line.title)
        if line.level is not None and line.title:
            return _Opening(line.at, ArticleKind.ARTICLE, found.numero, line.title)
        return None

    def _open_in_annexe(self, line: Line) -> _Opening | None:
        """An annex counts its own articles."""
        found = line.head
        if not found or not line.title or line.in_table or not found.separated:
            return None
        if not line.styled and found.family is not Family.ARTICLE:
            return None
        self._annexe_counts = True
        return _Opening(line.at, ArticleKind.ANNEXE, f"{self._annexe}, {found.numero}", line.title)

    def _division(self, line: Line) -> _Opening | None:
        found = line.head
        if not found or not found.separated or not line.styled or (found.rest and not line.title):
            return None
        self._restarts = True
        return _Opening(line.at, ArticleKind.ARTICLE, found.numero, line.title)

    def _open_signature(self, line: Line, after: Line | None) -> _Opening | None:
        if self._zone is ArticleKind.SIGNATURE or (
            self._zone is ArticleKind.TITRE and self._has_titles
        ):
            return None
        folded, length = line.folded, len(line.folded)
        signed = folded.startswith(_SIGNED) and length <= _LONGEST_SIGNED
        titled = folded in _SIGNATURE_TITLES and not _labels_a_row(line, after)
        signer = self._begun and folded.startswith(_SIGNERS) and length <= _LONGEST_SIGNER
        if signer and (line.level is not None or not line.title):
            signer = False
        if not (signed or titled or signer):
            return None
        return _Opening(line.at, ArticleKind.SIGNATURE, "", line.title if titled else "")

    def _open_named(self, line: Line) -> _Opening | None:
        """Preamble, parties and conditions particulières, which bear their own names."""
        if line.aside:
            return None
        cell = line.paragraph.cell
        short = len(line.folded) <= LONGEST_TITLE
        named = short and bool(line.title) and line.folded.startswith(_SECTIONS)
        if named and (line.styled or cell) and line is not self._lines[0]:
            return _Opening(line.at, ArticleKind.ARTICLE, "", line.title)
        if self._begun or self._agreed or self._zone is ArticleKind.ARTICLE:
            return None
        if line.folded.startswith(_PREAMBLE) and self._zone is not ArticleKind.PREAMBULE:
            return _Opening(line.at, ArticleKind.PREAMBULE, "", line.title if short else "")
        if line.folded.startswith(_PARTIES) and self._zone is ArticleKind.TITRE:
            return _Opening(line.at, ArticleKind.PARTIES, "", line.title if line.styled else "")
        return None

    def _open_titled(self, line: Line, after: Line | None) -> _Opening | None:
        """A heading without a number."""
        title = line.title
        if line.head or not line.styled or not title or line.in_table:
            return None
        if line.folded.startswith((*_AGREED, *_PARTIES)) and self._zone in _FRONT:
            return None
        if line.folded.strip() in _BETWEEN_PARTIES:
            return None
        if line.level is not None:
            return self._open_heading(line)
        if self._zone in (*_FRONT, ArticleKind.SIGNATURE) and not self._titles_only_here(line):
            return None
        loud = len(line.folded.split()) > _LONGEST_SUBTITLE or any(c.isdigit() for c in title)
        alone = after is None or (after.styled and after.level is None)
        if loud or alone or line.paragraph.list_level is not None:
            return None
        return self._article_without_number(line)

    def _open_heading(self, line: Line) -> _Opening | None:
        if self._zone is ArticleKind.SIGNATURE:
            return _Opening(line.at, ArticleKind.ANNEXE, "", line.title)
        level = self._convention.level
        if self._zone is ArticleKind.TITRE:
            above = level is not None and line.level is not None and line.level < level
            if self._convention.family or (above and line.folded.startswith(_DOCUMENT_WORDS)):
                return None
        return self._article_without_number(line)

    def _article_without_number(self, line: Line) -> _Opening:
        if self._convention.family is None and not self._annexe:
            self._begun = True
        kind = ArticleKind.ANNEXE if self._annexe else ArticleKind.ARTICLE
        return _Opening(line.at, kind, "", line.title)

    def _titles_only_here(self, line: Line) -> bool:
        """Whether bold lines are this document's articles, and its own title is behind."""
        bold_titles = self._convention.family is None and self._convention.level is None
        behind = self._zone in (ArticleKind.PARTIES, ArticleKind.PREAMBULE)
        return bold_titles and (
            behind
            or (self._zone is ArticleKind.TITRE and line.at > 0 and not line.paragraph.centered)
        )

    def _open_front(self, line: Line) -> _Opening | None:
        """Running text before the first article: who the parties are, or why they contract."""
        if line.folded.startswith(_AGREED):
            self._agreed = True
            return None
        if self._begun or self._zone not in _FRONT:
            return None
        marks = sum(word in line.folded for word in IDENTITY)
        closed = line.paragraph.text.rstrip()[-1:] == "."
        sentence = not line.title and (closed or len(line.folded) > LONGEST_TITLE)
        presents = marks >= 1 if self._has_titles else marks >= 2 and "ci apres" in line.folded
        if self._zone is ArticleKind.TITRE and presents:
            return _Opening(line.at, ArticleKind.PARTIES)
        if line.in_table or (marks and (self._has_titles or self._zone is ArticleKind.PARTIES)):
            return None
        if not self._has_titles:
            plain = (
                self._zone is ArticleKind.TITRE and not line.styled and not line.paragraph.centered
            )
            waiting = self._zone is ArticleKind.PREAMBULE and not self._agreed
            opens = plain or (sentence and not waiting)
            return _Opening(line.at, ArticleKind.ARTICLE) if opens else None
        if not sentence:
            return None
        return _Opening(line.at, ArticleKind.PREAMBULE) if self._follows_parties(line) else None

    def _follows_parties(self, line: Line) -> bool:
        return self._zone is ArticleKind.PARTIES and len(line.folded) > LONGEST_TITLE
