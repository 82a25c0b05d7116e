"""What the figures of a price say together: days and daily price, the lines of a price table.

Amounts are compared to the cent, rounding of the lines apart. Where a discount, a ceiling or
several daily prices may explain a difference, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from clauselint.checking.views import TermView
from clauselint.model import Article, Document, Montant, Place, Taxe
from clauselint.model.folding import fold
from clauselint.model.francais import en_francais

__all__ = ["EcartPrix", "price_gaps"]

CENT = Decimal("0.01")
MIN_PARTS = 2  # lines that make a sum

_TOTALS = (
    "sous total",
    "total",
    "prix total",
    "montant total",
    "prix global",
    "montant global",
    "prix ttc",
    "montant ttc",
    "net a payer",
)
_RATES = frozenset(
    "jour journee journees journalier journaliere tjm unitaire taux mensuel heure horaire".split()  # noqa: SIM905
)
_UNITS = frozenset("€ euros euro eur ht hors taxes taxe ttc jours jour j".split())  # noqa: SIM905
_COUNTS = frozenset({"jours", "nombre", "nb", "quantite", "qte", "volume", "journees"})
_HT = ("ht", "hors taxe", "hors taxes")
_TTC = ("ttc", "net a payer", "toutes taxes", "tva comprise", "taxes comprises")


_Row = dict[int, tuple[str, Place]]


class EcartPrix(Struct, frozen=True):
    """A stated total that its own figures contradict: how it is reckoned, in French, what that
    gives, and what is written at `place`.
    """

    calcul: str
    attendu: Montant
    ecrit: Montant
    place: Place


class _Line(Struct, frozen=True, eq=False):
    """A row of a table: its label, folded, its amount, and where the amount stands."""

    label: str
    amount: Decimal
    place: Place


def price_gaps(
    document: Document, tjm: TermView, jours: TermView, total: TermView
) -> tuple[EcartPrix, ...]:
    """The totals that the days and the daily price, or the lines of their table, contradict."""
    product = _product_gap(document, tjm, jours, total)
    return product or tuple(_table_gaps(document, total))


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
    expected = replace(stated, montant=daily.montant * number)
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


def _table_gaps(document: Document, total: TermView) -> Iterator[EcartPrix]:
    """What the price tables contradict: rows of days and rates, totals of the lines above, and
    the total that the article states before breaking it down.
    """
    for article, rows in _price_tables(document):
        yield from _row_gaps(rows)
        lines = _lines(rows) or _amounts_of_wide_table(rows)
        if any(_is_total(line.label) for line in lines):
            yield from _sum_gaps(lines)
        elif gap := _breakdown_gap(document, article, lines, total):
            yield gap


def _sum_gaps(lines: Sequence[_Line]) -> Iterator[EcartPrix]:
    """Totals that are not the sum of the lines above them, nor of the totals above."""
    parts: list[Decimal] = []
    totals: list[Decimal] = []
    for line in lines:
        if not _is_total(line.label):
            parts.append(line.amount)
            continue
        since = _parts_since(lines, line)
        taxed = bool(totals) and _tax(line.label) is Taxe.TTC
        expected = totals[-1] + sum(since) if taxed else sum(since, Decimal(0))
        sums = {expected, sum(parts, Decimal(0)), sum(since, Decimal(0)), sum(totals, Decimal(0))}
        sums |= {last + sum(since) for last in totals[-1:]}
        sums |= {2 * parts[0] - sum(parts, Decimal(0))} if parts else set()
        enough = len(since) >= (1 if taxed else MIN_PARTS)
        if enough and not _is_near(line.amount, sums, since):
            yield _table_gap(expected, line.amount, _tax(line.label), line.place)
        totals.append(line.amount)


def _breakdown_gap(
    document: Document, article: Article, lines: Sequence[_Line], total: TermView
) -> EcartPrix | None:
    """The stated price, when the article breaks it down into lines that make another sum."""
    stated, place = total.valeur, total.place
    if len(lines) <= MIN_PARTS or not isinstance(stated, Montant) or place is None:
        return None
    text = [document.text.paragraphs[position] for position in article.paragraphs]
    if all((place.part, place.paragraph) != (part.part, part.number) for part in text):
        return None
    if not any("decompos" in fold(part.text) or "ventil" in fold(part.text) for part in text):
        return None
    amounts = [line.amount for line in lines]
    if stated.montant in amounts or _is_near(stated.montant, {sum(amounts, Decimal(0))}, amounts):
        return None
    return _table_gap(sum(amounts, Decimal(0)), stated.montant, stated.taxe, place)


def _row_gaps(rows: Sequence[_Row]) -> Iterator[EcartPrix]:
    """Rows whose amount is not their quantity times their rate, as the heads of columns name
    them.
    """
    if not rows or len(rows[0]) <= MIN_PARTS:
        return
    heads = {column: fold(text).split() for column, (text, _) in rows[0].items()}
    counts = [column for column, words in heads.items() if words and words[0] in _COUNTS]
    rates = [column for column, words in heads.items() if not _RATES.isdisjoint(words)]
    rates = [column for column in rates if column not in counts]
    last = max(heads)
    if len(counts) != 1 or len(rates) != 1 or last in (*counts, *rates):
        return
    for row in rows[1:]:
        if not {counts[0], rates[0], last} <= set(row):
            continue
        cells = [_amount_in(row[column][0]) for column in (counts[0], rates[0], last)]
        count, rate, amount = cells
        if count is None or rate is None or amount is None:
            continue
        if abs(count * rate - amount) > CENT:
            reckoned = f"{en_francais(count)} unités à {en_francais(Montant(rate))}"
            yield EcartPrix(reckoned, Montant(count * rate), Montant(amount), row[last][1])


def _table_gap(expected: Decimal, stated: Decimal, taxe: Taxe | None, place: Place) -> EcartPrix:
    return EcartPrix(
        "les lignes du tableau", Montant(expected, taxe=taxe), Montant(stated, taxe=taxe), place
    )


def _is_near(amount: Decimal, sums: Iterable[Decimal], parts: Sequence[Decimal]) -> bool:
    return any(abs(total - amount) <= _tolerance(parts) for total in sums)


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


def _price_tables(document: Document) -> Iterator[tuple[Article, tuple[_Row, ...]]]:
    """The tables of the articles about the price, row by row."""
    text = document.text.paragraphs
    for article in document.articles:
        if "prix" not in article.clauses:
            continue
        tables: dict[int, dict[int, _Row]] = {}
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
            yield article, tuple(rows[number] for number in sorted(rows))


def _amounts_of_wide_table(rows: Sequence[_Row]) -> tuple[_Line, ...]:
    """The label and the last cell of each row under a head of three columns or more."""
    if not rows or len(rows[0]) <= MIN_PARTS:
        return ()
    lines: list[_Line] = []
    for row in rows[1:]:
        written, place = row[max(row)]
        amount = _amount_in(written)
        if amount is None:
            return ()
        lines.append(_Line(" ".join(fold(row[min(row)][0]).split()), amount, place))
    return tuple(lines)


def _lines(rows: Sequence[_Row]) -> tuple[_Line, ...]:
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
    while words and words[-1] in _UNITS:
        words.pop()
    digits = "".join(words)
    if not digits.isdigit():
        return None
    last = cell.rpartition(",")[2] if "," in cell else ""
    cents = "".join(char for char in last if char.isdigit())
    amount = Decimal(digits) / 10 ** len(cents) if len(cents) <= 2 else Decimal(digits)
    return -amount if cell.strip()[:1] in "-–−" else amount
