"""The arithmetic by which a SIREN, a SIRET, a VAT number, an IBAN or a NIR proves itself.

Numbers come without separators. Written here because importing a package for it would cost a
check more than all it reads; the tests hold it against python-stdnum.
"""

from __future__ import annotations

__all__ = ["IBAN_LENGTHS", "iban_holds", "nir_holds", "siren_holds", "siret_holds", "tva_holds"]

_LA_POSTE = "356000000"
_LA_POSTE_SEAT = "35600000000048"
_TVA_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"

IBAN_LENGTHS = {
    "FR": 27, "MC": 27, "BE": 16, "CH": 21, "DE": 22, "ES": 24, "GB": 22, "IE": 22, "IT": 27,
    "LU": 20, "NL": 18, "PT": 25,
}  # fmt: skip
"""How many characters an IBAN of each country has."""


def siren_holds(number: str) -> bool:
    """Nine digits that satisfy the formula of Luhn."""
    return len(number) == 9 and number.isdecimal() and _luhn(number)


def siret_holds(number: str) -> bool:
    """Fourteen digits that satisfy the formula of Luhn, their first nine too.

    The establishments of La Poste follow another rule: their digits add up to a multiple of 5.
    """
    if len(number) != 14 or not number.isdecimal() or not siren_holds(number[:9]):
        return False
    if number.startswith(_LA_POSTE) and number != _LA_POSTE_SEAT:
        return sum(map(int, number)) % 5 == 0
    return _luhn(number)


def tva_holds(number: str) -> bool:
    """The key of a French VAT number, without « FR »: two characters, then the SIREN."""
    key, siren = number[:2], number[2:]
    if len(siren) != 9 or not siren.isdecimal() or any(sign not in _TVA_ALPHABET for sign in key):
        return False
    if key.isdecimal():
        return int(key) == int(siren + "12") % 97
    first, second = (_TVA_ALPHABET.index(sign) for sign in key)
    check = first * 24 + second - 10 if key[0].isdecimal() else first * 34 + second - 100
    return (int(siren) + 1 + check // 11) % 11 == check % 11


def iban_holds(number: str) -> bool:
    """An IBAN of the right length for its country, whose remainder by 97 is 1."""
    length = IBAN_LENGTHS.get(number[:2])
    if (length and len(number) != length) or not (number.isascii() and number.isalnum()):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def nir_holds(number: str) -> bool:
    """A NIR of fifteen signs with its key; Corsica's 2A and 2B count as 19 and 18."""
    body = number[:13].replace("2A", "19", 1).replace("2B", "18", 1)
    if len(number) != 15 or not (body + number[13:]).isdecimal():
        return False
    return 97 - int(body) % 97 == int(number[13:])


def _luhn(number: str) -> bool:
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(d - 9 if d > 9 else d for d in doubled)) % 10 == 0
