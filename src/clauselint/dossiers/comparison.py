"""What two contracts write otherwise and mean alike: companies, people, addresses, amounts, texts.

Each answers whether the two may be the same: what one leaves out is no difference.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from clauselint.model import ComparaisonIndecise, Montant, Pourcentage, Taxe
from clauselint.model.folding import fold

__all__ = [
    "SAME_TEXT",
    "same_address",
    "same_amount",
    "same_code",
    "same_company",
    "same_person",
    "same_text",
    "text_likeness",
]

SAME_TEXT = 42
"""From this likeness (0 to 100), two descriptions tell the same mission: half-way between the
pairs of `tests/dossiers/descriptions.tsv` that do (50 at least) and those that do not (33)."""

_WORD = re.compile(r"[a-z0-9]+")
_LEGAL_FORMS = re.compile(
    r"\b(?:societe(?: anonyme)?(?: par actions)?(?: simplifiee)?(?: a responsabilite limitee)?"
    r"(?: en nom collectif)?(?: cooperative)?(?: civile)?(?: unipersonnelle)?"
    r"|entreprise unipersonnelle a responsabilite limitee|a associe unique"
    r"|sasu?|sarlu?|eurl|snc|sci|scop|scic|selarl|selas|gie|sa|se|ste|ets|etablissements)\b"
)
_LETTERS_APART = re.compile(r"\b(?:[a-z] ){1,4}[a-z]\b")
_LITTLE = frozenset("a au aux d de des du en et l la le les un une".split())  # noqa: SIM905
# What a contract may add to a company's name without naming another.
_GENERIC = frozenset(
    """assurance assurances assureur banque caution compagnie cooperatif cooperative entreprise
    etablissement europe fr france garantie garanties groupe iard international mutuel mutuelle
    mutuelles portage salarial""".split()  # noqa: SIM905
)
_CIVILITIES = frozenset(
    "m mr mme mlle monsieur madame mademoiselle dr docteur me maitre".split()  # noqa: SIM905
)
_STREETS = {
    "all": "allee", "av": "avenue", "ave": "avenue", "bat": "batiment", "bd": "boulevard",
    "bld": "boulevard", "blvd": "boulevard", "ch": "chemin", "che": "chemin", "crs": "cours",
    "fbg": "faubourg", "fg": "faubourg", "imp": "impasse", "pl": "place", "r": "rue",
    "res": "residence", "rte": "route", "sq": "square", "st": "saint", "ste": "sainte",
    "za": "zone", "zac": "zone", "zi": "zone",
}  # fmt: skip
_NO_ADDRESS = frozenset(
    """accord adresse client clients clientele distance ailleurs bureaux cedex dans ou sur site
    sites siege social locaux entreprise cliente france son ses leur lieu situe sis situes
    avec sous chez lequel toute tout autre besoin selon principalement""".split()  # noqa: SIM905
)
_PLACE_DETAILS = frozenset(
    """agence agences atelier ateliers batiment bis bureau chantier depot entrepot entrepots
    etablissement etage fabrique hall immeuble laboratoire magasin plateforme porte residence ter
    usine usines zone""".split()  # noqa: SIM905
)
_AT_SOMEONE = re.compile(
    r"\bchez\b.*?(?=[,;(]| [àÀ] | au | aux | en |$)", re.IGNORECASE | re.DOTALL
)
_EMPTY_WORDS = frozenset(
    """a afin ainsi assister au aux avec ce ces cette chez client cliente comme comprend conduire
    consiste consistent consister consistera d dans de des du elle en entre est et etre il l la le
    les leur leurs lui mission notamment objet on ou par pas piloter plus pour prend prestation
    prestations porte portee porter qu que qui realiser s sa salarie salariee se ses si son sont
    sous sur tel telle tels tout toute tous toutes un une vers vise y""".split()  # noqa: SIM905
)
_STEM = 6  # letters of a word that bear its meaning, whatever its ending


def same_company(one: str, other: str) -> bool:
    """Whether two names may be of one company: legal form, accents, case, words that many bear."""
    mine, theirs = _company(one), _company(other)
    if "".join(mine) == "".join(theirs):
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    added = [word for word in longer if word not in shorter]
    if shorter and set(shorter) <= set(longer) and set(added) <= _GENERIC:
        return True
    joined = ("".join(mine), "".join(theirs))
    return min(map(len, joined)) >= 8 and _one_slip(*joined)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be of one person: order, title, a given name more, an initial."""
    mine, theirs = _person(one), _person(other)
    shorter, longer = sorted((mine, theirs), key=len)
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        fitting = next((known for known in left if _same_given_name(word, known)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return True


def same_address(one: str, other: str) -> bool:
    """Whether two places may be one: abbreviations, order, what one leaves out.

    Two numbers of a street, or two postal codes, are two places.
    """
    mine, theirs = _address(one), _address(other)
    for pick in (_postal_codes, _street_numbers):
        numbers = pick(mine), pick(theirs)
        if all(numbers) and not numbers[0] & numbers[1]:
            return False
    words = _place_words(mine), _place_words(theirs)
    if not all(words):
        return True
    shorter, longer = sorted(words, key=len)
    if len(words[0] & words[1]) == len(shorter):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where words differ

    return bool(fuzz.ratio(" ".join(sorted(shorter)), " ".join(sorted(longer))) >= 88)


def same_amount(one: Montant, other: Montant, tva: Pourcentage | None = None) -> bool:
    """Whether two amounts are the same sum, one before tax and the other with it included.

    `tva` is the rate that the contracts state. Raises `ComparaisonIndecise` when it is needed and
    not known.
    """
    if not (one.taxe and other.taxe and one.taxe is not other.taxe):
        return one == other
    if one.devise != other.devise:
        return False
    if tva is None:
        raise ComparaisonIndecise(f"un montant {one.taxe} et un montant {other.taxe}")
    before, after = (one, other) if one.taxe is Taxe.HT else (other, one)
    return abs(before.montant * (1 + tva.fraction) - after.montant) <= Decimal("0.01")


def same_code(one: str, other: str) -> bool:
    """Whether two numbers of a policy or a reference are one: spaces, dots and dashes apart."""
    return "".join(_words(one)) == "".join(_words(other))


def same_text(one: str, other: str) -> bool:
    """Whether two descriptions tell the same, from the measured threshold `SAME_TEXT`."""
    return text_likeness(one, other) >= SAME_TEXT


def text_likeness(one: str, other: str) -> int:
    """How alike two texts are, from 0 to 100, by the beginnings of the words that mean something.

    A text that says all that the other says, and more, is like it.
    """
    mine, theirs = _meaning(one), _meaning(other)
    if not mine or not theirs:
        return 100
    from rapidfuzz import fuzz  # noqa: PLC0415 - few rules compare texts

    shorter, longer = sorted((mine, theirs), key=len)
    kept = sum(max(fuzz.ratio(word, known) for known in longer) >= 80 for word in shorter)
    return round(100 * kept / len(shorter))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def _company(name: str) -> tuple[str, ...]:
    folded = " ".join(_words(name))
    folded = _LETTERS_APART.sub(lambda found: found[0].replace(" ", ""), folded)
    bare = _LEGAL_FORMS.sub(" ", folded).split() or folded.split()
    return tuple(word for word in bare if word not in _LITTLE)


@lru_cache(maxsize=4096)
def _person(name: str) -> tuple[str, ...]:
    words = _words(name)
    kept = tuple(word for word in words if word not in _CIVILITIES | _LITTLE)
    return kept or tuple(words)


def _same_given_name(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other is all the difference."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for names that nearly agree

    digits = [[char for char in name if char.isdigit()] for name in (one, other)]
    return digits[0] == digits[1] and OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=4096)
def _address(text: str) -> tuple[str, ...]:
    where = _AT_SOMEONE.sub("", text)  # « chez Alpha » says who is there
    words = (_STREETS.get(word, word) for word in _words(where))
    return tuple(word for word in words if word not in _LITTLE)


def _postal_codes(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if len(word) == 5 and word.isdigit()}


def _street_numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.isdigit() and len(word) <= 4}


def _place_words(words: tuple[str, ...]) -> set[str]:
    left_out = _NO_ADDRESS | _PLACE_DETAILS
    return {word for word in words if len(word) > 1 and word.isalpha() and word not in left_out}


@lru_cache(maxsize=256)
def _meaning(text: str) -> tuple[str, ...]:
    words = (word[:_STEM] for word in _words(text) if word not in _EMPTY_WORDS and len(word) > 2)
    return tuple(dict.fromkeys(words))
