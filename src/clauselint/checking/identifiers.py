"""SIREN, SIRET, VAT numbers, IBAN and NIR written in a contract, and whether they hold.

A run of digits is one of them only by its form and by the words beside it: telephone numbers,
insurance policies, capitals and references of contracts have as many digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from clauselint.checking.check_digits import (
    IBAN_LENGTHS,
    iban_holds,
    nir_holds,
    siren_holds,
    siret_holds,
    tva_holds,
)
from clauselint.checking.views import Unknown
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document, Paragraph, Place
from clauselint.model.folding import fold

__all__ = ["Identifier", "identifiers"]

_SEP = r"[ .\u00a0\u202f\u2009-]"
_REACH = 90  # characters before a number in which the words that name it stand
_BESIDE = 12  # the same, right after it: « 123 456 782 RCS Lyon »
_ALONE = 80  # characters: a line of a letterhead, « SIREN : … »

_DIGITS = kept_pattern(rf"(?<![\w,/])(?<!\d[.-])\d(?:{_SEP}?\d){{7,13}}(?!{_SEP}?\d)(?![\w/])")
_TVA = kept_pattern(rf"\bFR{_SEP}?([0-9A-HJ-NP-Z]{{2}}){_SEP}?((?:\d{_SEP}?){{8}}\d)(?!{_SEP}?\w)")
_IBAN = kept_pattern(rf"\b[A-Z]{{2}}\d{{2}}(?:{_SEP}?[0-9A-Z]){{8,30}}")
_IBAN_NAMED = kept_pattern(r"iban(?: *(?:n|no|numero|est|suivant|le|du compte))* *$")
_NIR = kept_pattern(
    rf"(?<![\w,/-])[12378]{_SEP}?\d\d{_SEP}?(?:0[1-9]|[1-9]\d){_SEP}?(?:\d\d|2[AB]){_SEP}?\d{{3}}"
    rf"{_SEP}?\d{{3}}(?:{_SEP}?(?:cl[ée]|/)?{_SEP}?\d\d)?(?!{_SEP}?\d)"
)
# The last of these words before a run of digits says what it is.
_LABELS = kept_pattern(
    r"\b(?P<siret>siret)\b|\b(?P<siren>sirene?|rcs|r c s|registre du commerce|registre national|"
    r"repertoire des metiers|immatricule\w*|rne)\b"
    r"|\b(?P<nir>securite sociale|nir|n insee|numero insee)\b"
    r"|\b(?P<autre>tel|telephone|portable|mobile|fax|police|contrat|devis|commande|orias|capital|"
    r"iban|bic|tva|urssaf|cotisant|duns|licence|agrement|dossier|reference|ref|waldec|rna|"
    r"adherent|declaration|garantie|attestation|montant|assur\w*|mutuelle|compte|matricule)\b"
)


class Identifier(Struct, frozen=True):
    """A number as written, and what it is: « SIREN », « SIRET », « TVA », « IBAN », « NIR ».

    `juste` says that its arithmetic holds. `siren` is the SIREN inside it; `siren_voisin` the one
    that the same party states beside it, when that is another, else unknown.
    """

    nature: str
    texte: str
    valeur: str
    juste: bool
    siren: str
    siren_voisin: str | Unknown
    place: Place


class _Number(Struct, frozen=True):
    """A number found at `position` of the text, from `start` to `end`."""

    nature: str
    value: str
    position: int
    start: int
    end: int


def identifiers(document: Document) -> tuple[Identifier, ...]:
    """Each number once, where it is written first."""
    numbers = tuple(_numbers(document.text.paragraphs))
    found: dict[tuple[str, str], Identifier] = {}
    for number in numbers:
        if (number.nature, number.value) not in found:
            found[number.nature, number.value] = _identifier(document, number, numbers)
    return tuple(found.values())


def _identifier(document: Document, number: _Number, numbers: Sequence[_Number]) -> Identifier:
    siren = _siren_in(number)
    stated = any(other.nature == "SIREN" and other.value == siren for other in numbers)
    beside = _sirens_beside(document.text.paragraphs, number, numbers) if siren else ()
    other = beside[0] if beside and siren not in beside else None
    text = document.text.paragraphs[number.position].text[number.start : number.end]
    return Identifier(
        nature=number.nature,
        texte=" ".join(text.split()),
        valeur=number.value,
        juste=_holds(number, siren, stated),
        siren=siren,
        siren_voisin=f"{other[:3]} {other[3:6]} {other[6:]}" if other else Unknown("SIREN"),
        place=document.place_at(number.position, number.start, number.end),
    )


_HOLDS = {
    "SIREN": siren_holds,
    "SIRET": siret_holds,
    "TVA": tva_holds,
    "IBAN": iban_holds,
    "NIR": nir_holds,
}
_MONACO = "000"  # these VAT numbers hold no SIREN


def _holds(number: _Number, siren: str, siren_is_stated: bool) -> bool:
    """Whether a number's arithmetic holds. A wrong SIREN that the contract also states apart is
    blamed there, not again in the SIRET and the VAT number made of it.
    """
    if siren_is_stated and not siren_holds(siren):
        return number.nature == "SIRET" or tva_holds(number.value)
    if number.nature == "TVA" and not siren.startswith(_MONACO) and not siren_holds(siren):
        return False
    return _HOLDS[number.nature](number.value)


def _siren_in(number: _Number) -> str:
    if number.nature == "SIRET":
        return number.value[:9]
    return number.value[2:] if number.nature == "TVA" else ""


def _sirens_beside(
    paragraphs: Sequence[Paragraph], number: _Number, numbers: Sequence[_Number]
) -> tuple[str, ...]:
    """The SIREN stated before and after a number, in its paragraph or in the lines around it.

    Both, because one can't know which of two parties in one sentence a number belongs to.
    """
    sirens = [other for other in numbers if other.nature == "SIREN"]
    same = [other for other in sirens if other.position == number.position]
    if not same:
        near = [other for other in sirens if _adjacent(paragraphs, number, other)]
        return tuple(other.value for other in near)
    before = [other for other in same if other.start < number.start][-1:]
    after = [other for other in same if other.start > number.start][:1]
    return tuple(other.value for other in (*before, *after))


def _adjacent(paragraphs: Sequence[Paragraph], one: _Number, other: _Number) -> bool:
    """Two short lines that follow each other, or two rows of a column of one table."""
    first, second = paragraphs[one.position], paragraphs[other.position]
    if first.cell and second.cell:
        same_column = (first.cell.table, first.cell.column) == (
            second.cell.table,
            second.cell.column,
        )
        return same_column and abs(first.cell.row - second.cell.row) <= 1
    short = max(len(first.text), len(second.text)) <= _ALONE
    return not (first.cell or second.cell) and short and abs(one.position - other.position) == 1


def _numbers(paragraphs: Sequence[Paragraph]) -> Iterator[_Number]:
    """The numbers of the whole text in reading order."""
    for position, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if sum(map(text.count, "0123456789")) < 8:
            continue
        label = _row_label(paragraphs, position) if paragraph.cell else ""
        taken: list[tuple[int, int]] = []
        for number in (
            *_ibans(text, position, label),
            *_vat_numbers(text, position),
            *_nirs(text, position, label),
            *_sirens(text, position, label),
        ):
            if all(number.end <= start or number.start >= end for start, end in taken):
                taken.append((number.start, number.end))
                yield number


def _row_label(paragraphs: Sequence[Paragraph], position: int) -> str:
    """What names a cell: the cell to its left, and the head of its column."""
    cell = paragraphs[position].cell
    if cell is None:
        return ""
    left, head = "", ""
    for other in reversed(paragraphs[:position]):
        place = other.cell
        if place is None or place.table != cell.table:
            break
        if place.row == cell.row and place.column < cell.column and not left:
            left = other.text
        if place.row == 0 and place.column == cell.column and cell.row:
            head = other.text
    return f"{head} ; {left} : "


def _label(text: str, start: int, row_label: str) -> str:
    """What the words before a number call it: `siret`, `siren`, `nir`, `autre`, or nothing."""
    before = (row_label + text[:start])[-_REACH:]
    last = ""
    for match in _LABELS.finditer(" ".join(fold(before).split())):
        last = match.lastgroup or ""
    return last


def _sirens(text: str, position: int, row_label: str) -> Iterator[_Number]:
    for match in _DIGITS.finditer(text):
        value = _compact(match[0])
        after = " ".join(fold(text[match.end() : match.end() + _BESIDE]).split())
        label = _label(text, match.start(), row_label)
        if after.startswith(("rcs", "r c s")) and label != "siret":
            label = "siren"
        if label not in ("siren", "siret") or after.startswith(("€", "eur")):
            continue
        if len(value) == 14 and (label == "siret" or siret_holds(value)):
            yield _Number("SIRET", value, position, *match.span())
        elif len(value) == 9 or (label == "siren" and siren_holds(value[:9])):
            yield _Number("SIREN", value[:9], position, *match.span())  # the rest is a postcode
        elif _names_at_once(text, match.start(), label, row_label):
            yield _Number(label.upper(), value, position, *match.span())


def _names_at_once(text: str, start: int, label: str, row_label: str) -> bool:
    """« SIRET : 123 456 789 » just before the digits: a number of another length is then wrong."""
    before = " ".join(fold(row_label + text[:start]).split())
    return re.search(rf"\b{label}e?(?: (?:n|no|numero|est|le))*$", before) is not None


def _vat_numbers(text: str, position: int) -> Iterator[_Number]:
    for match in _TVA.finditer(text):
        yield _Number("TVA", match[1] + _compact(match[2]), position, *match.span())


def _ibans(text: str, position: int, row_label: str) -> Iterator[_Number]:
    """An IBAN named so, or a run of letters and digits with the form of a French one."""
    for match in _IBAN.finditer(text):
        length = IBAN_LENGTHS.get(match[0][:2])
        if length is None:
            continue
        end, value = _signs(text, match.start(), match.end(), length)
        before = " ".join(fold(row_label + text[: match.start()]).split())
        named = _IBAN_NAMED.search(before) is not None
        if "XXX" not in value and (named or (len(value) == length and value[:2] in ("FR", "MC"))):
            yield _Number("IBAN", value, position, match.start(), end)


def _signs(text: str, start: int, end: int, length: int) -> tuple[int, str]:
    """The first `length` signs from `start`, and where they end; more when they run on."""
    value = ""
    for offset in range(start, end):
        sign = text[offset]
        if sign.isalnum():
            value += sign
            run_on = offset + 1 < len(text) and text[offset + 1].isalnum()
            if len(value) >= length and not run_on:
                return offset + 1, value
    return end, value


def _nirs(text: str, position: int, row_label: str) -> Iterator[_Number]:
    for match in _NIR.finditer(text):
        signs = match[0].upper().replace("CL", "")
        value = "".join([sign for sign in signs if sign in "0123456789AB"])
        label = _label(text, match.start(), row_label)
        if label == "nir" or (label != "autre" and nir_holds(value)):
            yield _Number("NIR", value, position, *match.span())


def _compact(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
