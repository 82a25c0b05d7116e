"""Payment terms and late-payment rates, as composed of the values of a sentence.

« trente jours à compter de la réception de la facture » is a duration that the words after it make
a payment term; « trois fois le taux d'intérêt légal » a count that they make a rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from clauselint.library.definitions import TermeType
from clauselint.library.patterns import kept_pattern
from clauselint.model import DelaiPaiement, Depart, Duree, Pourcentage, TauxPenalites
from clauselint.reading.numbers_in_words import value_of_words
from clauselint.reading.quantity import Quantity

__all__ = ["is_by_period", "late_rates", "payment_delays", "payment_term"]

_SIGNS = ("factur", "fin de mois", "fin du mois", "recep", "comptant", "emission")
_RATE_SIGNS = ("taux", "interet", "refinancement", "penalite", "bce", "banque", " par ")
_AFTER = 110  # characters after a duration in which its starting event is named
_CLAUSE_END = kept_pattern(r"[;.](?: |$)")
_END_OF_MONTH = kept_pattern(r"fin (?:de|du) (?:ce )?mois|fin de periode")
_THEN = kept_pattern(r"fin (?:de|du) mois(?: *\+ *| (?:a |et |puis )?)$")
_BILLED = kept_pattern(r"(?:emise?s?|etablie?s?|adressee?s?|envoyee?s?) (?:en |a la |au |le )?$")
_STARTS = (
    (
        Depart.RECEPTION,
        kept_pattern(r"reception|recu[es]?(?![a-z])|presentation de (?:la |sa )?fact"),
    ),
    (
        Depart.FACTURE,
        kept_pattern(
            r"emission|emise|date d(?:e|'une) (?:la |sa |chaque )?fact|facturation|date facture|"
            r"etablissement|(?:leur|sa) date|date (?:portee|figurant|inscrite)|de (?:la )?facture"
        ),
    ),
    (
        Depart.PRESTATION,
        kept_pattern(r"execution|realisation|achevement|livraison|fin de la prestation"),
    ),
)
_AT_ONCE = kept_pattern(
    r"(?:payables?|paiements?|regle(?:es|s|ment|ments)?|exigibles?|dues?)(?: [a-z']+){0,3} "
    r"(?P<span>(?:a|des|au comptant a|comptant a) (?:la )?reception"
    r"(?: d(?:e|es) (?:la |sa |chaque )?factures?)?|(?:au )?comptant)(?![a-z])"
)
# « à réception, au plus tard à trente jours »: the last day is the term
_AT_THE_LATEST = kept_pattern(
    r"[ ,]*(?:et |ou |mais )?(?:au plus tard|dans un delai (?:maximal|maximum)|dans la limite|"
    r"sans (?:pouvoir )?(?:exceder|depasser))(?: [a-z']+){0,3} "
)
_LEGAL = kept_pattern(
    r"taux (?:de )?(?:l'|d')?(?:interets? )?(?:legal|(?:au |du )?taux legal)|interet legal"
)
_BCE = kept_pattern(r"banque centrale|(?<![a-z])bce(?![a-z])|refinancement")
_FACTOR = kept_pattern(r"(double|triple|quintuple) (?:du|de l')")
_FACTORS = {"double": Decimal(2), "triple": Decimal(3), "quintuple": Decimal(5)}
_TIMES = kept_pattern(r"(?: en vigueur)?,? (?:multiplie|majore)e? par (?P<n>\d+|[a-z]+)")
_RAISED = kept_pattern(r"major|\+ ?$")
_TIMES_BEFORE = kept_pattern(r"(\d+(?:[.,]\d+)?) ?[x×] ?(?:le |du |l')?$")
_TIMES_AFTER = kept_pattern(r" ?[x×] ?(?P<n>\d+)")
_HALF_MORE = kept_pattern(r" et demie?(?![a-z])")
_EVERY = kept_pattern(
    r" *(?:(?P<mois>par mois|mensuels?|/ ?mois)|(?P<semaine>par semaine|hebdomadaires?)|"
    r"(?P<jour>par jour|journaliers?|/ ?jour))(?: calendaire| ouvre)?(?: de retard)?"
)
_TIMES_A_YEAR = {"mois": 12, "semaine": 52, "jour": 365}
_REACH = 200  # characters between the reference of a rate and the points that raise it


def payment_delays(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The durations of `found` that `text` (as `plain` spells it) shows to be payment terms."""
    if not any(map(text.__contains__, _SIGNS)):
        return []
    delays = [
        Quantity(
            TermeType.DELAI_PAIEMENT, value, item.start, item.end, item.unite, item.nombre,
            item.lettres, item.in_words,
        )
        for item in found
        if item.kind is TermeType.DUREE
        and (value := payment_term(text, item)) is not None
        and (value.depart or value.fin_de_mois)
    ]  # fmt: skip
    for match in _AT_ONCE.finditer(text):
        start, end = match.span("span")
        if any(_AT_THE_LATEST.fullmatch(text, end, item.start) for item in found):
            continue
        depart = Depart.RECEPTION if "reception" in match["span"] else None
        delays.append(
            Quantity(TermeType.DELAI_PAIEMENT, DelaiPaiement(0, depart), start, end, "jour")
        )
    return delays


def payment_term(text: str, duration: Quantity) -> DelaiPaiement | None:
    """The term that a duration in days makes with the words after it; None for another one."""
    if not isinstance(duration.value, Duree) or not duration.value.jours or duration.value.mois:
        return None
    after = _CLAUSE_END.split(text[duration.end : duration.end + _AFTER], maxsplit=1)[0]
    ends = _END_OF_MONTH.search(after)
    dated = ends and not _BILLED.search(after, 0, ends.start())
    before = _THEN.search(text, max(0, duration.start - 24), duration.start)
    end_of_month = bool(dated or before)
    starts = (
        (match.start(), depart) for depart, start in _STARTS if (match := start.search(after))
    )
    first = min(starts, default=None)
    return DelaiPaiement(duration.value.jours, first[1] if first else None, end_of_month)


def late_rates(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The late-payment rates that `text` (as `plain` spells it) composes with values of `found`."""
    if not any(word in text for word in _RATE_SIGNS):
        return []
    values = tuple(found)
    rates: list[Quantity] = []
    legal = _LEGAL.search(text)
    if legal:
        rates.append(_multiple_of_legal(text, legal, values))
    reference = _BCE.search(text)
    if reference:
        raised = _points(text, reference.start(), values)
        if raised is not None:
            rates.append(raised)
    return [*rates, *_by_period(text, values)]


def _multiple_of_legal(text: str, legal: re.Match[str], values: tuple[Quantity, ...]) -> Quantity:
    """« trois fois le taux légal », « triple du taux légal »; once when no factor stands before."""
    start, factor = legal.start(), Decimal(1)
    word = _FACTOR.search(text, max(0, start - 40), start)
    if word:
        start, factor = word.start(), _FACTORS[word[1]]
    for value in values:
        near = 0 <= legal.start() - value.end < 40
        if near and value.unite == "fois" and value.nombre is not None:
            half = _HALF_MORE.match(text, value.end)
            start, factor = value.start, value.nombre + (Decimal("0.5") if half else Decimal(0))
    end = legal.end()
    sign = _TIMES_BEFORE.search(text, max(0, legal.start() - 16), legal.start())
    if sign:
        start, factor = sign.start(), Decimal(sign[1].replace(",", "."))
    times = _TIMES.match(text, end) or _TIMES_AFTER.match(text, end)
    if times:
        end, factor = times.end(), _value(times["n"])
    points = _points(text, legal.end(), values, reach=60)
    return Quantity(
        TermeType.TAUX_PENALITES,
        TauxPenalites(
            "taux_legal",
            facteur=factor,
            points=points.nombre if points else None,
        ),
        start,
        points.end if points else end,
    )


def _value(written: str) -> Decimal:
    words = None if written.isdigit() else value_of_words(written)
    return Decimal(written) if written.isdigit() else Decimal(words or 1)


def _points(
    text: str, reference: int, values: tuple[Quantity, ...], reach: int = _REACH
) -> Quantity | None:
    """The rate made of a reference rate at `reference` and the first points said after it."""
    for value in values:
        distance = value.start - reference
        raised = value.unite == "point" or (
            value.kind is TermeType.POURCENTAGE
            and _RAISED.search(text, max(0, value.start - 30), value.start) is not None
        )
        if raised and 0 <= distance < reach:
            return Quantity(
                TermeType.TAUX_PENALITES,
                TauxPenalites("bce", points=value.nombre),
                reference,
                value.end,
                nombre=value.nombre,
            )
    return None


def is_by_period(text: str, rate: Quantity) -> bool:
    """Whether the percentage is one a month, a week or a day."""
    return _EVERY.match(text, rate.end) is not None


def _by_period(text: str, values: tuple[Quantity, ...]) -> list[Quantity]:
    """« 1,5 % par mois » is 18 % a year, « 0,1 % par jour de retard » 36,5 %."""
    return [
        Quantity(
            TermeType.TAUX_PENALITES,
            TauxPenalites("fixe", taux=value.value.valeur * _TIMES_A_YEAR[match.lastgroup or ""]),
            value.start,
            value.end + match.end(),
        )
        for value in values
        if isinstance(value.value, Pourcentage)
        and (match := _EVERY.match(text[value.end :])) is not None
    ]
