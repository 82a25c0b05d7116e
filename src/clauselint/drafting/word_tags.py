"""The tags that a lawyer types in the header and the footer of `modele.docx`.

`{{ nom }}` prints a value, `{% if nom %}…{% else %}…{% endif %}` keeps or drops words, within one
paragraph. Word cuts a tag over several runs, whichever way it was typed: tags are found in the text
of the paragraph. Nothing else can be written, so nothing can run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from lxml import etree
from msgspec import Struct

from clauselint.library.problems import LibraryError, Problem, nearest

__all__ = ["ADMISES", "Balises", "read_tags"]

ADMISES = ("entreprise", "reference", "version", "titre", "date", "paraphes")
"""The names that tags may print or test."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NAME = re.compile(r"[A-Za-zÀ-ÿ_]\w*")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SHOWN = 60


class _Kind(StrEnum):
    WORDS = "words"
    PRINT = "print"
    IF = "if"
    ELSE = "else"
    END = "end"


class _Piece(Struct, frozen=True):
    """Words that stay, or a tag; `rank` is the `w:t` of the part that prints it."""

    kind: _Kind
    text: str
    rank: int
    negated: bool = False


class Balises(Struct, frozen=True):
    """A header or a footer, `content` as it stands in the template. `paragraphs` are the pieces of
    those that have tags, `cleared` the ranks of the `w:t` elements that they rewrite.
    """

    content: bytes
    paragraphs: tuple[tuple[_Piece, ...], ...]
    cleared: frozenset[int]

    def filled(self, names: Mapping[str, str]) -> bytes:
        """The part with its tags replaced; values are printed as they are, whatever they hold."""
        if not self.paragraphs:
            return self.content
        root = etree.fromstring(self.content)
        texts = list(root.iter(f"{_W}t"))
        said = dict.fromkeys(self.cleared, "")
        for pieces in self.paragraphs:
            for rank, words in _said(pieces, names):
                said[rank] += words
        for rank, words in said.items():
            texts[rank].text = words
            texts[rank].set(_XML_SPACE, "preserve")
        written: bytes = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return written


def read_tags(content: bytes, file: str) -> Balises:
    """The tags of a header or footer of the template `file`.

    Raises `LibraryError` with the paragraph and the tag for one that is not closed, names nothing,
    or asks for anything but a value.
    """
    root = etree.fromstring(content)
    texts = list(root.iter(f"{_W}t"))
    by_paragraph: dict[etree._Element, list[int]] = {}
    for rank, text in enumerate(texts):
        by_paragraph.setdefault(next(text.iterancestors(f"{_W}p"), root), []).append(rank)
    paragraphs: list[tuple[_Piece, ...]] = []
    cleared: set[int] = set()
    for ranks in by_paragraph.values():
        whole = "".join(texts[rank].text or "" for rank in ranks)
        if _STRAY.search(whole):
            starts = [rank for rank in ranks for _ in texts[rank].text or ""]
            paragraphs.append(_Paragraph(whole, starts, file).pieces())
            cleared.update(ranks)
    return Balises(content, tuple(paragraphs), frozenset(cleared))


class _Paragraph:
    """A paragraph with tags: `ranks` gives, for each of its characters, the `w:t` that holds it."""

    def __init__(self, text: str, ranks: list[int], file: str) -> None:
        self._text = text
        self._ranks = ranks
        self._file = file

    def pieces(self) -> tuple[_Piece, ...]:
        found: list[_Piece] = []
        end = 0
        for tag in _TAG.finditer(self._text):
            found.extend(self._words(end, tag.start()))
            found.append(self._tag(tag[0], self._ranks[tag.start()]))
            end = tag.end()
        found.extend(self._words(end, len(self._text)))
        self._check_nesting(found)
        return tuple(found)

    def _words(self, start: int, end: int) -> Iterator[_Piece]:
        stray = _STRAY.search(self._text, start, end)
        if stray:
            opens = stray[0] in {"{{", "{%", "{#"}
            what = "ouverte et jamais fermée" if opens else "fermée sans avoir été ouverte"
            place = slice(stray.start(), stray.start() + 30) if opens else slice(start, stray.end())
            raise self._fault(self._text[place].strip(), f"elle est {what}")
        while start < end:
            rank, begin = self._ranks[start], start
            while start < end and self._ranks[start] == rank:
                start += 1
            yield _Piece(_Kind.WORDS, self._text[begin:start], rank)

    def _tag(self, tag: str, rank: int) -> _Piece:
        inside = tag[2:-2].strip(" \u00a0\u202f-").replace("\u00a0", " ")
        if tag.startswith("{{"):
            return _Piece(_Kind.PRINT, self._name(tag, inside), rank)
        words = inside.split()
        if tag.startswith("{%") and words[:1] == ["if"]:
            negated = words[1:2] == ["not"]
            name = self._name(tag, " ".join(words[2 if negated else 1 :]))
            return _Piece(_Kind.IF, name, rank, negated)
        if tag.startswith("{%") and inside in {"else", "endif"}:
            return _Piece(_Kind.ELSE if inside == "else" else _Kind.END, "", rank)
        raise self._fault(
            tag, "un modèle n’admet que « {{ nom }} » et « {% if nom %}…{% else %}…{% endif %} »"
        )

    def _name(self, tag: str, inside: str) -> str:
        if inside in ADMISES:
            return inside
        admitted = f"balises admises : {', '.join(ADMISES)}"
        if _NAME.fullmatch(inside):
            raise self._fault(
                tag, f"« {inside} » ne désigne rien ; {admitted}", nearest(inside, ADMISES)
            )
        quote = any(mark in inside for mark in "’‘'\"“”")
        why = (
            "les guillemets et les apostrophes n’y ont pas place"
            if quote
            else "rien ne s’y calcule"
        )
        raise self._fault(tag, f"une balise ne contient qu’un nom, {why} ; {admitted}")

    def _check_nesting(self, pieces: list[_Piece]) -> None:
        open_tags: list[bool] = []
        for piece in pieces:
            if piece.kind is _Kind.IF:
                open_tags.append(False)
            elif piece.kind is _Kind.ELSE and open_tags and not open_tags[-1]:
                open_tags[-1] = True
            elif piece.kind is _Kind.END and open_tags:
                open_tags.pop()
            elif piece.kind in {_Kind.ELSE, _Kind.END}:
                name = "{% else %}" if piece.kind is _Kind.ELSE else "{% endif %}"
                raise self._fault(name, "aucun « {% if … %} » ne la précède dans ce paragraphe")
        if open_tags:
            message = "le « {% if … %} » n’a pas son « {% endif %} » dans le même paragraphe"
            raise self._fault("{% if … %}", message)

    def _fault(self, tag: str, message: str, suggestion: str = "") -> LibraryError:
        shown = self._text.replace("\t", " ").strip()
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        where = f"en-tête ou pied de page, paragraphe « {shown} », balise « {tag} » : "
        return LibraryError(
            (Problem(self._file, 0, 0, "", where + message, suggestion=suggestion),)
        )


def _said(pieces: tuple[_Piece, ...], names: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """What each piece prints, and in which `w:t`."""
    outer: list[bool] = []
    kept = True
    for piece in pieces:
        if piece.kind is _Kind.IF:
            outer.append(kept)
            kept = kept and bool(names[piece.text]) is not piece.negated
        elif piece.kind is _Kind.ELSE:
            kept = outer[-1] and not kept
        elif piece.kind is _Kind.END:
            kept = outer.pop()
        elif kept:
            yield piece.rank, piece.text if piece.kind is _Kind.WORDS else names[piece.text]
