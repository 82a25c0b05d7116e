"""What the figures of a price say together: days and daily price, the lines of a price table.

Amounts are compared to the cent, rounding of the lines apart. Where a discount, a ceiling or
several daily prices may explain a difference, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from clauselint.checking.views import TermView
from clauselint.model import Document, Montant, Place, Taxe
from clauselint.model.folding import fold
from clauselint.model.francais import en_francais
from clauselint.model.valued import Valued

__all__ = ["EcartPrix", "price_gaps"]

CENT = Decimal("0.01")
MIN_PARTS = 2  # lines that make a sum

_TOTALS = ("sous total", "total", "prix total", "montant total", "prix global", "montant global")
_RATES = frozenset(
    "jour journee journees journalier journaliere tjm unitaire taux mensuel heure horaire".split()  # noqa: SIM905
)
_HT = ("ht", "hors taxe", "hors taxes")
_TTC = ("ttc", "toutes taxes", "tva comprise", "taxes comprises")


@frozen(eq=False, repr=False)
class EcartPrix(Valued):
    """A stated total that its own figures contradict: how it is reckoned, in French, what that
    gives, and what is written at `place`.
    """

    calcul: str
    attendu: Montant
    ecrit: Montant
    place: Place


@frozen(eq=False, repr=False)
class _Line:
    """A row of a table: its label, folded, its amount, and where the amount stands."""

    label: str
    amount: Decimal
    place: Place


def price_gaps(
    document: Document, tjm: TermView, jours: TermView, total: TermView
) -> tuple[EcartPrix, ...]:
    """The totals that the days and the daily price, or the lines of their table, contradict."""
    product = _product_gap(document, tjm, jours, total)
    return product or tuple(_table_gaps(document))


def _product_gap(
    document: Document, tjm: TermView, jours: TermView, total: TermView
) -> tuple[EcartPrix, ...]:
    daily, stated = tjm.valeur, total.valeur
    if not (isinstance(daily, Montant) and isinstance(stated, Montant) and jours.connu):
        return ()
    number, place = Decimal(str(jours.valeur)), total.place
    taxed_apart = daily.taxe and stated.taxe and daily.taxe != stated.taxe
    if place is None or taxed_apart or daily.devise != stated.devise:
        return ()
    expected = evolve(stated, montant=daily.montant * number)
    if abs(expected.montant - stated.montant) <= CENT:
        return ()
    from clauselint.checking.price_reasons import is_explained  # noqa: PLC0415 - rarely needed

    near = _paragraphs_near(document, (tjm.place, place, jours.place))
    if is_explained(near, expected.montant, stated.montant, number):
        return ()
    reckoned = f"{en_francais(number)} jours à {en_francais(daily)}"
    return (EcartPrix(reckoned, expected, stated, place),)


def _paragraphs_near(document: Document, places: Sequence[Place | None]) -> tuple[str, ...]:
    """The paragraphs of the articles in which the terms of the price stand."""
    numbers = {(place.part, place.paragraph) for place in places if place is not None}
    text = document.text.paragraphs
    return tuple(
        text[position].text
        for article in document.articles
        if any((text[at].part, text[at].number) in numbers for at in article.paragraphs)
        for position in article.paragraphs
    )


def _table_gaps(document: Document) -> Iterator[EcartPrix]:
    """Totals of the price tables that are not the sum of the lines above them."""
    for lines in _price_tables(document):
        parts: list[Decimal] = []
        totals: list[Decimal] = []
        for line in lines:
            if not _is_total(line.label):
                parts.append(line.amount)
                continue
            since = _parts_since(lines, line)
            sums = {sum(parts, Decimal(0)), sum(since, Decimal(0))}
            sums |= {sum(totals, Decimal(0)), *(last + sum(since) for last in totals[-1:])}
            sums |= {2 * parts[0] - sum(parts, Decimal(0))} if parts else set()
            if len(since) >= MIN_PARTS and not any(
                abs(amount - line.amount) <= _tolerance(since) for amount in sums
            ):
                taxe = _tax(line.label)
                yield EcartPrix(
                    "les lignes du tableau",
                    Montant(sum(since, Decimal(0)), taxe=taxe),
                    Montant(line.amount, taxe=taxe),
                    line.place,
                )
            totals.append(line.amount)


def _is_total(label: str) -> bool:
    return label.startswith(_TOTALS) and not label.startswith(("total des jours", "total jours"))


def _tax(label: str) -> Taxe | None:
    if _says(label, _HT):
        return Taxe.HT
    return Taxe.TTC if _says(label, _TTC) else None


def _says(label: str, words: Sequence[str]) -> bool:
    return any(f" {word} " in f" {label} " for word in words)


def _parts_since(lines: Sequence[_Line], total: _Line) -> list[Decimal]:
    """The amounts between the total before and this one; a tax adds to the total before it."""
    since: list[Decimal] = []
    for line in lines:
        if line is total:
            break
        if _is_total(line.label):
            since = []
        else:
            since.append(line.amount)
    return since


def _tolerance(parts: Sequence[Decimal]) -> Decimal:
    """Half a unit for each rounded line: a cent, or a euro when no line has cents."""
    whole = all(part == part.to_integral_value() for part in parts)
    return len(parts) * (Decimal("0.5") if whole else CENT / 2) + CENT / 2


def _price_tables(document: Document) -> Iterator[tuple[_Line, ...]]:
    """The tables of articles about the price whose rows are a label and an amount to be added."""
    text = document.text.paragraphs
    for article in document.articles:
        if "prix" not in article.clauses:
            continue
        tables: dict[int, dict[int, dict[int, tuple[str, Place]]]] = {}
        for position in article.paragraphs:
            paragraph = text[position]
            if paragraph.cell is None:
                continue
            place = Place(
                paragraph.part, paragraph.number, 0, len(paragraph.text),
                article.numero or article.titre or None,
            )  # fmt: skip
            row = tables.setdefault(paragraph.cell.table, {}).setdefault(paragraph.cell.row, {})
            row.setdefault(paragraph.cell.column, (paragraph.text, place))
        for rows in tables.values():
            lines = _lines([rows[number] for number in sorted(rows)])
            if any(_is_total(line.label) for line in lines):
                yield lines


def _lines(rows: Sequence[dict[int, tuple[str, Place]]]) -> tuple[_Line, ...]:
    """The lines of a table of two columns; none when one of them is a rate or can't be read."""
    lines: list[_Line] = []
    for row in rows:
        if len(row) != 2:
            return ()
        (label, _), (written, place) = (row[column] for column in sorted(row))
        folded = " ".join(fold(label).split())
        if folded.startswith("dont "):
            continue
        amount = _amount_in(written)
        if amount is None:
            if lines or any(char.isdigit() for char in written):
                return ()
            continue
        outside = " ".join(fold(label.partition("(")[0]).split())
        if not _is_total(folded) and not _RATES.isdisjoint(outside.split()):
            return ()
        lines.append(_Line(folded, amount, place))
    return tuple(lines)


def _amount_in(cell: str) -> Decimal | None:
    """The amount that is all a cell says, below zero after a dash; None for anything else."""
    words = fold(cell).split()
    while words and words[-1] in (
        "€",
        "euros",
        "euro",
        "eur",
        "ht",
        "hors",
        "taxes",
        "taxe",
        "ttc",
    ):
        words.pop()
    digits = "".join(words)
    if not digits.isdigit():
        return None
    last = cell.rpartition(",")[2] if "," in cell else ""
    cents = "".join(char for char in last if char.isdigit())
    amount = Decimal(digits) / 10 ** len(cents) if len(cents) <= 2 else Decimal(digits)
    return -amount if cell.strip()[:1] in "-–−" else amount
