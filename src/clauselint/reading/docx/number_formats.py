"""Numbers as Word prints them in list labels (`w:numFmt`)."""

from __future__ import annotations

__all__ = ["print_number"]

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# fmt: off
_CARDINALS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
)
_ORDINALS = (
    "zéroième", "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième",
    "septième", "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième",
    "quatorzième", "quinzième", "seizième", "dix-septième", "dix-huitième", "dix-neuvième",
    "vingtième",
)
# fmt: on
_CIRCLED_ONE = 0x2460
_LAST_LETTERED = 30 * 26


def print_number(number: int, number_format: str) -> str:
    """`number` in a `w:numFmt`, in French where the format has words; digits if it is unknown.

    `number_format` may also be a custom model such as « 001, 002, 003 ».
    """
    if number_format in ("none", "bullet"):
        return ""
    if number_format.endswith("Letter") and 0 < number <= _LAST_LETTERED:
        # After z come aa, bb, cc: the letter is repeated, up to thirty times.
        times, rank = divmod(number - 1, 26)
        return _cased(chr(ord("a") + rank) * (times + 1), number_format)
    if number_format.endswith("Roman") and 0 < number < 32768:
        return _cased(_roman(number), number_format)
    if number_format == "decimalZero":
        return f"{number:02}"
    if number_format == "ordinal":
        return "1er" if number == 1 else f"{number}e"
    if number_format == "cardinalText" and 0 <= number < len(_CARDINALS):
        return _CARDINALS[number].capitalize()
    if number_format == "ordinalText" and 0 <= number < len(_ORDINALS):
        return _ORDINALS[number].capitalize()
    if number_format == "numberInDash":
        return f"- {number} -"
    if number_format.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(_CIRCLED_ONE + number - 1)
    if number_format.startswith("0"):
        return f"{number:0{len(number_format.partition(',')[0])}}"
    return str(number)


def _cased(text: str, number_format: str) -> str:
    return text.upper() if number_format.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for weight, letters in _ROMAN:
        times, number = divmod(number, weight)
        text += letters * times
    return text
