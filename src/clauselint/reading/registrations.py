"""The capital, registers, VAT number and activity code that the presentation of a party states.

Read when something asks for them: few runs do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from clauselint.library.patterns import kept_pattern
from clauselint.model import Montant
from clauselint.model.folding import fold
from clauselint.model.registration import Immatriculation, Inscription
from clauselint.reading.quantities import quantities

__all__ = ["registration"]

_REACH = 70  # characters after « capital » or « TVA » in which its value stands
_CAPITAL = kept_pattern(r"\bcapital\b(?! (?:humain|risque|investissement))")
_VARIABLE = kept_pattern(r"\bcapital(?: +social)? +(?:est +)?variable\b")
_AFTER_CAPITAL = kept_pattern(
    r"\b(?:siege|adresse|situee?|sise?|domiciliee?|immatricul|inscrit|represent|rcs|r c s|siren|"
    r"siret|tva|tel|telephone)"
)
# « Capital social (en euros) : 10 000 », in a table; « 10 000 CHF »
_BARE_CAPITAL = kept_pattern(
    r"(?: +social)?(?: *\(?en (?:euros?|€)\)?)?(?: +de)? *:? *(\d{1,3}(?:[ .']\d{3})+|\d+)(?:,00)?"
    r"(?: ?(chf|usd|gbp|cad|mad)\b)?(?![\w.]| ?[a-z$£]|[ ,.]\d)"
)
_OF_CAPITAL = kept_pattern(r"(?:€|euros?|eur) +de +$")
_BEFORE_CAPITAL = 40  # characters: « un million d’euros de capital »

_REGISTERS = kept_pattern(
    r"\b(?:(?P<RCS>(?:registre +)?d[ue] +commerce +et +des +societes(?: +rcs\b)?|"
    r"registre +d[ue] +commerce\b|rcs\b|r c s\b)"
    r"|(?P<RM>repertoire +des +metiers(?: +et +de +l +artisanat)?(?: +rm\b)?|"
    r"chambre +des? +metiers(?: +et +de +l +artisanat)?|rm(?= +\d))"
    r"|(?P<RNE>registre +national +des +entreprises(?: +rne\b)?|rne\b)"
    r"|(?P<RNA>repertoire +national +des +associations(?: +rna\b)?|rna\b))"
)
_LINK = (
    r"(?:[ .,:()–—-]|\b(?:[Dd][eu]|DE|DU|[Dd]es|[Aa]u|[ÀàAa]|[Pp]rès|[Aa]uprès|[Tt]enue?|[Pp]ar|"
    r"[Ss]ous|SOUS|[Dd]épartement|[Gg]reffes?|[Tt]ribuna(?:l|ux)|TRIBUNAL|[Cc]ommerce|COMMERCE|"
    r"[Aa]ctivités|[Éé]conomiques|ville|l[ea])\b(?! ?°)|\b[dDlL][’'])*"
)
_NUMBERED = (
    r"(?:[ ,:()–—-]|\b(?:[Ss]ous|SOUS|l[ea]|LE|[Nn]uméros?|NUM[ÉE]RO|[Nn]os?|[Nn]°|N°|[Uu]nique|"
    r"[Dd]['’]|[Ii]dentifi(?:cation|ant)|SIRENE?|[Ss]irene?|[Dd]e|[Ee]st)(?:\b|(?<=°)))*"
)
_NO_TOWN = (
    r"(?!SIRE|TVA|APE|NAF|RCS|RM\b|N\b|SOUS|Sous|NUM|Num|Repr|REPR|C[iI]\b|D[oO][nN][tT]\b|Soit|"
    r"SI[ÈE]GE|Si[èe]ge|CAPITAL|Capital|T[ée]l|AYANT|Ayant|E[tT]\b|L[eEaA]\b(?! [A-ZÀ-Þ]))"
)
_TOWN = (
    rf"{_NO_TOWN}[A-ZÀ-Þ](?:[^\W\d]|[’'-])+"
    rf"(?:(?: (?:sur|en|la|le|les|du|de|et))? {_NO_TOWN}[A-ZÀ-Þ](?:[^\W\d]|[’'-])+)*"
)
_DEPARTMENT = r"(?:[ (]*\d[\dAB]\)?(?=[ ,]+(?:[sn]|\d)))?"
_ENTRY = kept_pattern(
    rf"{_LINK}(?P<town>{_TOWN})?{_DEPARTMENT}{_NUMBERED}(?:[A-D] ?)?"
    rf"(?P<number>\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}|W ?\d{{9}})?(?: (?:de |d[’']|à )(?P<of>{_TOWN}))?"
)
_NUMBER_AHEAD = kept_pattern(r"(?<!\d)(?<!\d[ .])(\d{3}[ .]?\d{3}[ .]?\d{3})[ ,(–-]*(?:au )?$")
_ASSOCIATION = kept_pattern(r"\bW ?\d{9}\b")

_TVA_FR = kept_pattern(
    r"\bFR[ .]?([0-9A-HJ-NP-Z]{2})[ .]?(\d{3})[ .]?(\d{3})[ .]?(\d{3})(?![ .]?\d)"
)
_TVA_KEY = kept_pattern(r"\b(\d{2})[ .]?(\d{3})[ .]?(\d{3})[ .]?(\d{3})(?![ .]?\d)")
_TVA_ABROAD = kept_pattern(
    r"\b((?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)"
    r"[ .]?[0-9A-Z](?:[ .]?[0-9A-Z]){6,10}[0-9A-Z])\b"
)
_TVA_NAMED = kept_pattern(r"\b(?:tva|t v a|intracom\w*)\b")
_ACTIVITY = kept_pattern(r"\b(?:ape|naf)\b")
_ACTIVITY_CODE = kept_pattern(r"\b(\d{2})[ .]?(\d{2}) ?([A-Z])\b")


@lru_cache(maxsize=16)
def registration(said: str) -> Immatriculation:
    """What the presentation `said` of one party states; every blank in it is a plain space."""
    folded = fold(said)
    return Immatriculation(
        capital=_capital(said, folded),
        capital_variable=_VARIABLE.search(folded) is not None,
        inscriptions=_inscriptions(said, folded),
        tva=_vat_number(said, folded),
        ape=_activity(said, folded),
    )


def _capital(said: str, folded: str) -> Montant | None:
    """The first sum beside the word, on its line."""
    for word in _CAPITAL.finditer(folded):
        line_end = said.find("\n", word.end())
        stop = min(word.end() + _REACH, len(said) if line_end < 0 else line_end)
        closing = _AFTER_CAPITAL.search(folded, word.end(), stop)
        beside = said[word.end() : closing.start() if closing else stop]
        before = said[max(0, word.start() - _BEFORE_CAPITAL) : word.start()]
        amount = (_sums(before)[-1:] if _OF_CAPITAL.search(fold(before)) else []) or _sums(beside)
        if amount:
            return amount[0]
        bare = _BARE_CAPITAL.match(beside.lower())
        if bare:
            return Montant(Decimal(re.sub(r"\D", "", bare[1])), (bare[2] or "eur").upper())
    return None


def _sums(text: str) -> list[Montant]:
    return [found.value for found in quantities(text) if isinstance(found.value, Montant)]


def _inscriptions(said: str, folded: str) -> tuple[Inscription, ...]:
    """Each register once; what one mention of it leaves out, another gives."""
    found: dict[str, Inscription] = {}
    for entry in _entries(said, folded):
        known = found.get(entry.registre, entry)
        found[entry.registre] = Inscription(
            entry.registre, known.numero or entry.numero, known.ville or entry.ville
        )
    return tuple(entry for entry in found.values() if entry.numero or entry.ville)


def _entries(said: str, folded: str) -> Iterator[Inscription]:
    for named in _REGISTERS.finditer(folded):
        entry = _ENTRY.match(said, named.end())
        ahead = _NUMBER_AHEAD.search(said, 0, named.start())
        number = (entry and entry["number"]) or (ahead and ahead[1])
        digits = re.sub(r"[ .]", "", number) if number else None
        town = (entry["town"] or entry["of"]) if entry else None
        yield Inscription(named.lastgroup or "", digits, town)
    association = _ASSOCIATION.search(said)
    if association:
        yield Inscription("RNA", association[0].replace(" ", ""))


def _vat_number(said: str, folded: str) -> str | None:
    """A French number anywhere; one without « FR », or of another country, after « TVA »."""
    french = _TVA_FR.search(said)
    if french:
        return "FR" + "".join(french.groups())
    for named in _TVA_NAMED.finditer(folded):
        stop = min(len(said), named.end() + _REACH)
        keyed = _TVA_KEY.search(said, named.end(), stop)
        if keyed:
            return "FR" + "".join(keyed.groups())
        abroad = _TVA_ABROAD.search(said, named.end(), stop)
        if abroad:
            return re.sub(r"[ .]", "", abroad[1])
    return None


def _activity(said: str, folded: str) -> str | None:
    for named in _ACTIVITY.finditer(folded):
        code = _ACTIVITY_CODE.search(said, named.end(), named.end() + _BEFORE_CAPITAL)
        if code:
            return "".join(code.groups())
    return None
