"""A party as read: its JSON, and its lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.checking.party_numbers import AUTRE_SIREN, CLE_INEXACTE, party_numbers
from clauselint.model import Partie, Text
from clauselint.model.francais import en_francais
from clauselint.model.registration import Immatriculation, Inscription
from clauselint.reporting.values import Json, place_json, value_json

__all__ = ["partie_json", "partie_lines"]

_WORDS = {
    "fr": {
        "called": "ci-après",
        "capital": "capital de",
        "variable": "capital variable",
        "least": "capital variable, de",
        "address": "Adresse",
        "by": "Représenté par",
        "tva": "TVA",
        CLE_INEXACTE: "clé inexacte",
        AUTRE_SIREN: "pas celui de ce SIREN",
    },
    "en": {
        "called": "hereafter",
        "capital": "share capital",
        "variable": "variable share capital",
        "least": "variable share capital,",
        "address": "Address",
        "by": "Represented by",
        "tva": "VAT",
        CLE_INEXACTE: "wrong check digits",
        AUTRE_SIREN: "not of this SIREN",
    },
}


def partie_json(partie: Partie, text: Text) -> Json:
    """Every field of a party of `text`, null when the contract does not state it.

    `controles` gives what each number is worth: `juste`, `cle_inexacte` or `autre_siren`.
    """
    registered = partie.immatriculation
    others = [entry for entry in registered.inscriptions if entry.registre != "RCS"]
    return {
        "role": str(partie.role),
        "nom": partie.nom,
        "forme": partie.forme,
        "siren": partie.siren,
        "siret": partie.siret,
        "adresse": partie.adresse,
        "representant": partie.representant,
        "appellation": partie.appellation,
        "place": place_json(text.in_word(partie.place)),
        "capital": value_json(registered.capital) if registered.capital else None,
        "capital_variable": registered.capital_variable,
        "rcs": _inscription(registered.rcs) if registered.rcs else None,
        "autres_registres": [
            {"registre": entry.registre, "numero": entry.numero, "ville": entry.ville}
            for entry in others
        ],
        "tva": registered.tva,
        "ape": registered.ape,
        "controles": dict(party_numbers(partie)),
    }


def _inscription(entry: Inscription) -> Json:
    return {"numero": entry.numero, "ville": entry.ville}


def partie_lines(partie: Partie, lang: str) -> Iterator[str]:
    """Who it is, then its numbers, its address and who signs for it: those that are known."""
    words = _WORDS[lang]
    registered = partie.immatriculation
    details = ", ".join(part for part in (partie.forme, _capital(registered, words)) if part)
    called = f", {words['called']} « {partie.appellation} »" if partie.appellation else ""
    yield f"  {partie.role} : {partie.nom}{f' ({details})' if details else ''}{called}"
    numbers = " · ".join(_numbers(partie, words))
    if numbers:
        yield f"    {numbers}"
    if partie.adresse:
        yield f"    {words['address']} : {partie.adresse}"
    if partie.representant:
        yield f"    {words['by']} : {partie.representant}"


def _capital(registered: Immatriculation, words: dict[str, str]) -> str:
    if registered.capital is None:
        return words["variable"] if registered.capital_variable else ""
    label = words["least" if registered.capital_variable else "capital"]
    return f"{label} {en_francais(registered.capital)}"


def _numbers(partie: Partie, words: dict[str, str]) -> Iterator[str]:
    """« SIREN 123 456 782 », each with what is wrong with it."""
    registered = partie.immatriculation
    worth = dict(party_numbers(partie))

    def remark(nature: str) -> str:
        said = words.get(worth.get(nature, ""))
        return f" ({said})" if said else ""

    if partie.siren:
        yield f"SIREN {_spaced(partie.siren)}{remark('siren')}"
    if partie.siret:
        yield f"SIRET {_spaced(partie.siret)}{remark('siret')}"
    for entry in registered.inscriptions:
        number = None if entry.numero == partie.siren else entry.numero
        said = " ".join(part for part in (entry.registre, entry.ville, number) if part)
        yield f"{said}{remark('rcs') if number and entry.registre == 'RCS' else ''}"
    if registered.tva:
        yield f"{words['tva']} {registered.tva}{remark('tva')}"
    if registered.ape:
        yield f"APE {registered.ape}"


def _spaced(number: str) -> str:
    """« 123 456 782 », « 123 456 782 00012 »."""
    return " ".join(part for part in (number[:3], number[3:6], number[6:9], number[9:]) if part)
