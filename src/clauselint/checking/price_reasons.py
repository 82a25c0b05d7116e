"""Reasons why a total need not be the product of the days and the daily price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from clauselint.library.patterns import kept_pattern
from clauselint.model.folding import fold

__all__ = ["is_explained"]

_AMOUNT = kept_pattern(
    r"(?<![\d.,])(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(\d{1,2}))?"
    r"[\s\u00a0\u202f]*(?:€|euros?\b|eur\b)(?P<apres>[^.;|]{0,32})",
    re.IGNORECASE,
)
_A_DAY = kept_pattern(r"^(?:h ?t|hors taxes?|ttc)? *(?:par jour|par journee|la journee|le jour)")
_DAYS = kept_pattern(r"(\d+)\)? (?:jour|journee)s?\b")
_SAID_APART = kept_pattern(
    r"\b(?:remise|rabais|ristourne|reduction|degressi\w*|plafon\w*|maximum|ne peut exceder|"
    r"dans la limite|minimum|forfaitise\w*|(?:\d\)?|deux|trois|quatre|cinq|six) demi journees?|"
    r"demi journees? (?:a|au prix|au tarif|est facturee?))\b"
)


def is_explained(
    paragraphs: Sequence[str], expected: Decimal, stated: Decimal, number: Decimal
) -> bool:
    """Whether `paragraphs`, those about the price, give a reason for the difference: the expected
    total itself, expenses added to it, another daily price, several profiles, a discount or a
    ceiling. `number` is the number of days.
    """
    folded = " ".join(" ".join(fold(paragraph).split()) for paragraph in paragraphs)
    if _SAID_APART.search(folded):
        return True
    found = [match for paragraph in paragraphs for match in _AMOUNT.finditer(paragraph)]
    amounts = {_decimal(match) for match in found}
    others = {expected, stated - expected, stated / number if number else expected}
    if not amounts.isdisjoint(others):
        return True
    daily = {
        _decimal(match) for match in found if _A_DAY.match(" ".join(fold(match["apres"]).split()))
    }
    return len(daily) > 1 and len(set(_DAYS.findall(folded))) > 1


def _decimal(match: re.Match[str]) -> Decimal:
    whole = "".join(char for char in match[1] if char.isdigit())
    return Decimal(f"{whole}.{match[2] or '0'}")
