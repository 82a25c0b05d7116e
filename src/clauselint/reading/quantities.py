"""Every typed value written in a paragraph, with its span: dates, durations, money, rates, counts.

One scan finds the numbers, in figures and in words; what follows each says its unit. Where words
and figures stand together, « trente (30) jours », they make one value, that of the figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from clauselint.library.definitions import TermeType
from clauselint.library.patterns import kept_pattern
from clauselint.model import Decompte, Duree, Montant, Pourcentage, Taxe, Valeur
from clauselint.reading.dates_in_text import written_dates
from clauselint.reading.numbers_in_words import Number, numbers
from clauselint.reading.payment_terms import late_rates, payment_delays
from clauselint.reading.plain_text import plain
from clauselint.reading.quantity import Quantity

__all__ = ["Quantity", "quantities"]


_UNIT = kept_pattern(
    r" ?(?:(?:premiere?s?|derniere?s?|prochaine?s?|bonne?s?) )?(?:"
    r"(?P<pourcent>%|pour[ -]?cents?(?![a-z])|p\. ?(?:100|cent))"
    r"|(?P<euro>(?:€uros?|k ?€|k ?euros?|m€|(?:de |d')?(?:€|euros?|eur))(?![a-z]))"
    r"|(?P<temps>jours?|journees?|mois|ans?|annees?|semaines?|heures?|trimestres?|semestres?|j|h)"
    r"(?:\(s\))?(?![a-z0-9])"
    r"|(?P<compte>fois|reprises?|centimes?|renouvellements?|reconductions?|prolongations?|avenants?|points?)(?![a-z])"
    r")"
)
_TAX = kept_pattern(
    r"[ ,]*\(?(?:(?P<ht>h\.? ?t\.?(?![a-z])|hors[ -](?:taxes?|tva))"
    r"|t\.? ?t\.? ?c\.?(?![a-z])|toutes taxes)"
)
_A_DAY = kept_pattern(
    r"[ ,]*(?:\((?:ht|hors taxes?)\) *|h\.?t\.? *)?"
    r"(?:(?:par|la|chaque) (?:jour|journee)|/ ?j(?:our)?(?![a-z])|[x×*] ?\d+ ?j)"
)
_DAYS_TIMES = kept_pattern(r"\d\)? ?(?:jours?|journees?|j)(?: [a-z]+)? ?[x×*] ?$")
_TAX_BEFORE = kept_pattern(
    r"(?<![a-z])(?:(?P<ht>ht|hors[ -]taxes?|hors tva)|ttc|toutes taxes comprises)"
    r"(?: de| :| est de| fixe a| s'eleve a)? *$"
)
_DAYS = kept_pattern(r" ?(?:\w+ )?(ouvrable|ouvre|franc|calendaire)e?s?(?![a-z])")
_HALF = kept_pattern(r" et demie?(?![a-z])")
_PERIOD = kept_pattern(
    r"mensuel|hebdomadaire|bimensuel|bimestriel|trimestriel|semestriel|annuel|"
    r"chaque (?:fin de |debut de )?(?:mois|trimestre|semestre|semaine|annee|an(?![a-z]))|"
    r"tous les (?:mois|ans|trimestres|semestres)|toutes les semaines|"
    r"par (?:mois|trimestre|semestre|semaine|an(?![a-z])|annee)"
)
_PERIOD_SIGNS = ("suel", "hebdo", "estri", "annuel", "chaque ", "es les ", "par ", "us les ")
_PERIODS = {
    "hebdo": Duree(jours=7), "semaine": Duree(jours=7), "bimensuel": Duree(jours=15),
    "bimestr": Duree(mois=2), "trimestr": Duree(mois=3), "semestr": Duree(mois=6),
    "mens": Duree(mois=1), "mois": Duree(mois=1), "an": Duree(mois=12),
}  # fmt: skip
_SPAN_SIGNS = ("huitaine", "quinzaine", " qui sui", " suivant", "d'apres")
_SPAN = kept_pattern(
    r"(?:sous|dans la|a la|passee la|de) (?P<day>huitaine|quinzaine)(?! de jours)|"
    r"(?:pendant|durant|dans|cours d[eu]|jusqu'a la fin d[eu]|expiration d[eu]) ?(?:l'|la |le )"
    r"(?P<span>annee|mois|semestre|trimestre|quinzaine|semaine) (?:qui sui|suivant )"
)
_SPANS = {
    "huitaine": Duree(jours=8), "quinzaine": Duree(jours=15), "semaine": Duree(jours=7),
    "mois": Duree(mois=1), "trimestre": Duree(mois=3), "semestre": Duree(mois=6),
    "annee": Duree(mois=12),
}  # fmt: skip
_ENDLESS = kept_pattern(
    r"sans (?:aucune )?limit(?:e|es|ation|ations) (?:de (?:duree|temps)|dans le temps|temporelle)|"
    r"sans limitation aucune|duree (?:est )?(?:illimitee|indefinie|indeterminee)|"
    r"indefiniment|perpetue(?:l|lle|llement)|"
    r"(?:aussi longtemps|tant) que (?:ces |les |ladite |lesdites |l')?(?:donnees|informations?)"
)
_ENDLESS_SIGNS = ("limit", "indef", "indet", "perpet", "tant que", "longtemps que")
_IN_BRACKETS = kept_pattern(r" ?[(\[] ?$")
_BRACKETED = kept_pattern(r" ?(?:soit )?[(\[] ?(?:soit )?$")
_REFERENCE = kept_pattern(
    r"(?:articles?|art\.|annexes?|chapitres?|titres?|alineas?|pages?|phases?|lots?|niveau|[lrd]\.|"
    r"coefficient|position|version|bis|iso|rcs [a-z-]+|(?<!idcc )(?<!idcc : )n ?°) *$"
)
_HT, _TTC = Taxe.HT, Taxe.TTC
_MULTIPLES = {"k": Decimal(1000), "m": Decimal(10**6)}
_MONTHS = {"mois": 1, "an": 12, "annee": 12, "trimestre": 3, "semestre": 6}
_DAYS_IN = {"jour": 1, "journee": 1, "j": 1, "semaine": 7}
_SINGULAR = {"j": "jour", "h": "heure", "journee": "jour", "annee": "an"}


@lru_cache(maxsize=2048)
def quantities(paragraph_text: str) -> tuple[Quantity, ...]:
    """The values written in a paragraph, in reading order; their spans count its characters."""
    text = plain(paragraph_text)
    found = [
        Quantity(TermeType.DATE, day.value, day.start, day.end, weekday=day.weekday)
        for day in written_dates(text)
    ]
    taken = tuple((quantity.start, quantity.end) for quantity in found)
    numbered = _merged(text, _numbered(text, taken))
    found += numbered
    found += payment_delays(text, numbered)
    found += late_rates(text, numbered)
    found += _periods(text)
    found += _named_spans(text)
    found += _endless(text)
    return tuple(sorted(found, key=lambda quantity: (quantity.start, -quantity.end)))


def _numbered(text: str, taken: tuple[tuple[int, int], ...]) -> list[Quantity]:
    free = [
        number
        for number in numbers(text)
        if not any(start < number.end and number.start < end for start, end in taken)
    ]
    found: list[Quantity] = []
    position = 0
    while position < len(free):
        number = free[position]
        pair = free[position + 1] if position + 1 < len(free) else None
        position += 1
        if pair is not None and _paired(text, number, pair):
            position += 1
            found.extend(_of(text, number, pair))
        else:
            found.extend(_of(text, number, None))
    return found


def _paired(text: str, number: Number, pair: Number) -> bool:
    """« six (6) », « 6 (six) »: the same number twice, the second in brackets."""
    if number.in_words == pair.in_words:
        return False
    return bool(_IN_BRACKETS.fullmatch(text, number.end, pair.start)) and (
        text[pair.end :].lstrip(" ")[:1] in (")", "]")
    )


def _of(text: str, number: Number, pair: Number | None) -> list[Quantity]:
    figures = number if pair is None or not number.in_words else pair
    words = number if number.in_words else pair
    end = number.end
    if pair is not None:
        end = text.index(text[pair.end :].lstrip(" ")[0], pair.end) + 1
    unit = None if text.startswith("premier", number.start) else _UNIT.match(text, end)
    quantity = (
        _with_unit(text, figures.value, number.start, unit)
        if unit
        else _bare(text, figures, number.start, end)
    )
    if quantity is None:
        return []
    lettres = words.value if words is not None and pair is not None else None
    return [replace(quantity, lettres=lettres, in_words=number.in_words and pair is None)]


def _bare(text: str, number: Number, start: int, end: int) -> Quantity | None:
    """A number without a unit; in words it says nothing (« un », « deux parties »)."""
    if number.in_words or _REFERENCE.search(text, max(0, start - 24), start):
        return None
    after = text[end : end + 2]
    if after[:1].isalpha() or (after[:1] in "/-." and after[1:].isalnum()):
        return None
    if text[start - 1 : start] in ("-", "."):
        return None
    return Quantity(TermeType.NOMBRE, number.value, start, end, nombre=number.value)


def _with_unit(text: str, value: Decimal, start: int, unit: re.Match[str]) -> Quantity | None:
    end = unit.end()
    if unit["pourcent"]:
        return Quantity(TermeType.POURCENTAGE, Pourcentage(value), start, end, "%", value)
    if unit["euro"]:
        return _amount(text, value, start, unit)
    if unit["temps"]:
        return _duration(text, value, start, unit)
    return Quantity(TermeType.NOMBRE, value, start, end, _singular(unit["compte"]), value)


def _amount(text: str, value: Decimal, start: int, unit: re.Match[str]) -> Quantity:
    amount = value * _MULTIPLES.get(unit["euro"][0], Decimal(1))
    end, taxe = unit.end(), None
    after = _TAX.match(text, end)
    if after:
        taxe = _HT if after["ht"] else _TTC
        end = after.end() if "(" not in after.group() else end
    elif before := _TAX_BEFORE.search(text, max(0, start - 40), start):
        taxe = _HT if before["ht"] else _TTC
    daily = _A_DAY.match(text, end) or _DAYS_TIMES.search(text, max(0, start - 32), start)
    unite = "euro par jour" if daily else "euro"
    return Quantity(TermeType.MONTANT, Montant(amount, taxe=taxe), start, end, unite, value)


def _duration(text: str, value: Decimal, start: int, unit: re.Match[str]) -> Quantity | None:
    name = _singular(unit["temps"])
    singular = _SINGULAR.get(name, name)
    end = unit.end()
    if value != value.to_integral_value():
        return Quantity(TermeType.NOMBRE, value, start, end, singular, value)
    count = int(value)
    counted = _DAYS.match(text, end)
    decompte = Decompte(counted[1] + "s") if counted else Decompte.CALENDAIRES
    end = counted.end() if counted else end
    half = _HALF.match(text, end)
    if name in {"heure", "h"}:
        duration = Duree(heures=count, decompte=decompte)
    elif name in _DAYS_IN:
        if half:
            return Quantity(
                TermeType.NOMBRE, value + Decimal("0.5"), start, half.end(), singular, value
            )
        duration = Duree(jours=count * _DAYS_IN[name], decompte=decompte)
    else:
        duration = Duree(mois=count * _MONTHS[name])
        if half:
            duration += Duree(mois=6) if _MONTHS[name] == 12 else Duree(jours=15)
            end = half.end()
    return Quantity(TermeType.DUREE, duration, start, end, singular, value)


def _singular(word: str) -> str:
    return word if word in ("mois", "fois") else word.rstrip("s")


def _merged(text: str, found: list[Quantity]) -> list[Quantity]:
    """« mille neuf cents euros (1 900,00 euros) » is one value; so is « un an et six mois »."""
    merged: list[Quantity] = []
    for quantity in found:
        before = merged[-1] if merged else None
        if before is not None and _says_again(text, before, quantity):
            merged[-1] = _joined(text, before, quantity)
        elif before is not None and _gives_cents(text, before, quantity):
            merged[-1] = _with_cents(before, quantity)
        elif before is not None and _continues(text, before, quantity):
            merged[-1] = replace(before, value=_total(before, quantity), end=quantity.end)
        else:
            merged.append(quantity)
    return merged


def _gives_cents(text: str, before: Quantity, quantity: Quantity) -> bool:
    joined = text[before.end : quantity.start].strip(" ") in ("et", "")
    return joined and quantity.unite == "centime" and isinstance(before.value, Montant)


def _with_cents(before: Quantity, cents: Quantity) -> Quantity:
    """« mille euros et cinquante centimes »."""
    amount = (before.nombre or Decimal(0)) + (cents.nombre or Decimal(0)) / 100
    taxe = before.value.taxe if isinstance(before.value, Montant) else None
    return replace(before, value=Montant(amount, taxe=taxe), nombre=amount, end=cents.end)


def _says_again(text: str, before: Quantity, quantity: Quantity) -> bool:
    if before.in_words == quantity.in_words or not _BRACKETED.fullmatch(
        text, before.end, quantity.start
    ):
        return False
    closed = text[quantity.end :].lstrip(" ")[:1] in (")", "]")
    return closed and (before.kind == quantity.kind or not quantity.unite)


def _joined(text: str, before: Quantity, quantity: Quantity) -> Quantity:
    figures, words = (quantity, before) if before.in_words else (before, quantity)
    value = figures.value
    end = text.index(text[quantity.end :].lstrip(" ")[0], quantity.end) + 1
    if not figures.unite and before.in_words:  # « trente jours (30) »
        again = _with_figures(before, figures.nombre)
        value = again if again is not None else before.value
    if isinstance(value, Montant):
        stated = [item.value.taxe for item in (before, quantity) if isinstance(item.value, Montant)]
        after = _TAX.match(text, end)
        taxe = next((tax for tax in stated if tax), None)
        if after and taxe is None:
            taxe, end = (_HT if after["ht"] else _TTC), after.end()
        value = replace(value, taxe=taxe)
        if _A_DAY.match(text, end):
            before = replace(before, unite="euro par jour")
    return replace(
        before, value=value, end=end, nombre=figures.nombre, lettres=words.nombre, in_words=False
    )


def _with_figures(before: Quantity, nombre: Decimal | None) -> Valeur | None:
    if nombre is None or nombre != nombre.to_integral_value():
        return None
    value, said = before.value, before.nombre
    if isinstance(value, Duree) and said:
        scale = (value.mois or value.jours or value.heures) // int(said)
        count = int(nombre) * scale
        if value.mois:
            return replace(value, mois=count)
        return replace(value, jours=count) if value.jours else replace(value, heures=count)
    if isinstance(value, Montant):
        return replace(value, montant=nombre)
    return Pourcentage(nombre) if isinstance(value, Pourcentage) else nombre


_COMPLETES = {("an", "mois"): 12, ("mois", "jour"): 31, ("mois", "semaine"): 4}


def _continues(text: str, before: Quantity, quantity: Quantity) -> bool:
    """« un an et six mois », « un mois et quinze jours »; not « 24 mois et 400 jours »."""
    if before.kind is not TermeType.DUREE or quantity.kind is not TermeType.DUREE:
        return False
    limit = _COMPLETES.get((before.unite, quantity.unite))
    joined = text[before.end : quantity.start].strip(" ") in ("et", "")
    return joined and limit is not None and (quantity.nombre or 0) < limit


def _total(before: Quantity, quantity: Quantity) -> Duree:
    if not isinstance(before.value, Duree) or not isinstance(quantity.value, Duree):
        raise TypeError("only durations add up")
    return before.value + quantity.value


def _periods(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    if not any(map(text.__contains__, _PERIOD_SIGNS)):
        return found
    for match in _PERIOD.finditer(text):
        said = match.group().removeprefix("chaque ").removeprefix("tous les ").removeprefix("par ")
        said = said.removeprefix("fin de ").removeprefix("debut de ").removeprefix("toutes les ")
        value = next(length for stem, length in _PERIODS.items() if said.startswith(stem))
        end = match.end()
        while text[end : end + 1].isalpha():
            end += 1
        found.append(
            Quantity(TermeType.DUREE, value, match.start(), end, "periode", periodique=True)
        )
    return found


def _named_spans(text: str) -> list[Quantity]:
    """« sous huitaine », « pendant l’année qui suit »: lengths of time that no number gives."""
    if not any(map(text.__contains__, _SPAN_SIGNS)):
        return []
    found: list[Quantity] = []
    for match in _SPAN.finditer(text):
        named = "day" if match["day"] else "span"
        value = _SPANS[match[named]]
        found.append(Quantity(TermeType.DUREE, value, *match.span(named), match[named]))
    return found


def _endless(text: str) -> list[Quantity]:
    if not any(map(text.__contains__, _ENDLESS_SIGNS)):
        return []
    return [
        Quantity(TermeType.DUREE, Duree(illimitee=True), match.start(), match.end(), "illimitee")
        for match in _ENDLESS.finditer(text)
        if not text[max(0, match.start() - 28) : match.start()].rstrip().endswith(" a")
    ]
