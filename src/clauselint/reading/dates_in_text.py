"""Dates as contracts write them, with the weekday they give."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.reading.numbers_in_words import value_of_words

__all__ = ["WrittenDate", "written_dates"]

_MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
    "janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH = "|".join(_MONTHS)
_YEAR_IN_WORDS = r"(?:deux +mille|mil +neuf +cent|mille +neuf +cent)(?:[ -]+[a-z]+){0,3}"

_MONTH_END = kept_pattern(r"[. ]")
# Anchored on the month or on the separators, so that the search skips most of a text at once.
_LONG = kept_pattern(rf"(?:{_MONTH})(?![a-z])\.? +(?:(\d{{4}})(?!\d)|({_YEAR_IN_WORDS}))")
_YEAR = kept_pattern(r"\d{4}")
_SEPARATED = kept_pattern(r"\d[/.-]\d")
_SHORT = kept_pattern(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])|(\d{4})-(\d\d)-(\d\d)(?![\d-])"
)
_DAY = kept_pattern(r"(?:(\d{1,2}) ?(?:er|e)?|([a-z]+(?:[ -][a-z]+){0,2}?)) +$")
_WEEKDAY = kept_pattern(rf"({'|'.join(_WEEKDAYS)}),? +$")
# « du 3 au 28 mars 2025 », « du 3 mars au 2 septembre 2025 »: the first date borrows from the other
_OPENING = kept_pattern(
    rf"(?:du|entre le)(?: +(?:{'|'.join(_WEEKDAYS)}))? +((\d{{1,2}}) ?(?:er)?(?: +({_MONTH}))?) +"
    r"(?:inclus +)?(?:au|et le|jusqu'au) +$"
)
_STREET = kept_pattern(
    r"(?:rue|avenue|av\.|boulevard|bd|place|square|quai|impasse|allee|cours|esplanade|pont|route|"
    r"lycee|stade|faubourg|chemin|passage)(?: +du| +de la victoire du)? +$"
)
_LOOK_BACK = 48  # characters: the longest day, weekday and opening before a month


class WrittenDate(Struct, frozen=True):
    """A date at a span of the text; `weekday` (0 is Monday) when one stands before it."""

    value: date
    start: int
    end: int
    weekday: int | None = None


def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """The dates of `text` (as `plain` spells it) that exist in the calendar, in reading order.

    Street names (« rue du 8 mai 1945 ») are none.
    """
    found: list[WrittenDate] = []
    if _YEAR.search(text) or " mil" in text:
        for match in _LONG.finditer(text):
            _add_long(text, match, found)
    if _SEPARATED.search(text):
        for match in _SHORT.finditer(text):
            _add_short(text, match, found)
    return tuple(sorted(found, key=lambda written: written.start))


def _add_long(text: str, match: re.Match[str], found: list[WrittenDate]) -> None:
    month = _MONTHS[_MONTH_END.split(match.group(), maxsplit=1)[0]]
    year, end = _year(match)
    base = max(0, match.start() - _LOOK_BACK)
    before = text[base : match.start()]
    day = _day(before)
    if day is None or year is None:
        return
    number, start = day
    weekday, start = _weekday(before[:start], start)
    if _STREET.search(before[:start]):
        return
    _open_period(before[:start], base, (year, month), found)
    _add(found, (year, month, number), (base + start, end), weekday)


def _year(match: re.Match[str]) -> tuple[int | None, int]:
    if match[1]:
        return int(match[1]), match.end()
    words = match[2].split(" ")
    for count in range(len(words), 1, -1):  # the words after the year may be something else
        year = value_of_words(" ".join(words[:count]))
        if year is not None:
            return year, match.start(2) + len(" ".join(words[:count]))
    return None, match.end()


def _day(before: str) -> tuple[int, int] | None:
    """The day that ends `before` and where it starts, in figures or in words."""
    match = _DAY.search(before)
    if match is None:
        return None
    if match[1]:
        preceded = before[match.start() - 1 : match.start()]
        return None if preceded.isalnum() else (int(match[1]), match.start())
    words = match[2].split(" ")
    for first in range(len(words)):
        day = value_of_words(" ".join(words[first:]))
        if day is not None:
            return day, match.start() + len(" ".join(words[:first])) + (first > 0)
    return None


def _weekday(before: str, start: int) -> tuple[int | None, int]:
    match = _WEEKDAY.search(before)
    return (_WEEKDAYS.index(match[1]), match.start()) if match else (None, start)


def _open_period(
    before: str, base: int, year_month: tuple[int, int], found: list[WrittenDate]
) -> None:
    match = _OPENING.search(before)
    if match is None:
        return
    year, month = year_month
    first_month = _MONTHS[match[3]] if match[3] else month
    opened = year - 1 if first_month > month else year  # « du 1er octobre au 31 mars 2026 »
    _add(found, (opened, first_month, int(match[2])), (base + match.start(1), base + match.end(1)))


def _add_short(text: str, match: re.Match[str], found: list[WrittenDate]) -> None:
    before = text[max(0, match.start() - 12) : match.start()]
    if before[-1:].isalnum() or before[-1:] in ("/", "-"):
        return
    if match[5]:
        numbers = (int(match[5]), int(match[6]), int(match[7]))
    else:
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        numbers = (year, int(match[3]), int(match[1]))
    weekday, start = _weekday(before, len(before))
    _add(found, numbers, (match.start() - len(before) + start, match.end()), weekday)


def _add(
    found: list[WrittenDate],
    year_month_day: tuple[int, int, int],
    span: tuple[int, int],
    weekday: int | None = None,
) -> None:
    try:
        value = date(*year_month_day)
    except ValueError:
        return  # « 31 avril »: no such day; what is wrong with it is for a rule, not for a date
    if 1900 <= value.year <= 2100:
        found.append(WrittenDate(value, *span, weekday))
