"""How a French lawyer writes a value: « 1er mars 2026 », « 1 234,56 € HT », « six (6) mois ».

Spaces that must not break a line: U+202F between thousands, U+00A0 between a number and its unit
(€, %, jours), as the Imprimerie nationale has it; a date keeps plain spaces.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from clauselint.model.document import Valeur
from clauselint.model.quantities import (
    Decompte,
    DelaiPaiement,
    Depart,
    Duree,
    Montant,
    Pourcentage,
    TauxPenalites,
)

__all__ = ["avec_lettres", "en_francais", "en_lettres"]

NBSP = "\u00a0"
THIN = "\u202f"
MOIS_COMPTES = 36  # the law counts in months up to « trente-six mois » (C. trav. L1254-4)

_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_DECOMPTES = {
    Decompte.CALENDAIRES: "",
    Decompte.OUVRES: "ouvrés",
    Decompte.OUVRABLES: "ouvrables",
    Decompte.FRANCS: "francs",
}
_DEPARTS = {
    Depart.FACTURE: "à compter de l’émission de la facture",
    Depart.RECEPTION: "à compter de la réception de la facture",
    Depart.PRESTATION: "à compter de l’exécution de la prestation",
}
_DEVISES = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF"}
_DEVISES_EN_LETTRES = {"EUR": "euros", "USD": "dollars", "GBP": "livres", "CHF": "francs suisses"}


def en_francais(valeur: Valeur) -> str:
    """The value in figures, as French writes it.

    `Duree(mois=6)` is « 6 mois », `Pourcentage('7.5')` « 7,5 % », an empty duration « 0 jour ».
    Texts come back unchanged.
    """
    match valeur:
        case str():
            return valeur
        case date():
            jour = "1er" if valeur.day == 1 else str(valeur.day)
            return f"{jour} {_MOIS[valeur.month - 1]} {valeur.year}"
        case Duree():
            return _duree(valeur, _chiffres)
        case Montant():
            return _montant(valeur)
        case Pourcentage():
            return f"{_decimal(valeur.valeur)}{NBSP}%"
        case DelaiPaiement():
            return _delai(valeur)
        case TauxPenalites():
            return _taux(valeur)
        case int():
            return str(valeur)  # an IDCC or a count: « 3219 », never « 3 219 »
        case _:
            return _decimal(valeur)


def en_lettres(valeur: int | Decimal | Montant | Pourcentage) -> str:
    """The number of a value in words: « quatre-vingt-seize », « six cent vingt », « sept virgule
    cinq ».
    """
    if isinstance(valeur, Montant):
        return _entier_ou_decimal(valeur.montant)
    nombre = valeur.valeur if isinstance(valeur, Pourcentage) else Decimal(valeur)
    return _entier_ou_decimal(nombre)


def avec_lettres(valeur: Valeur) -> str:
    """The value in words, then in figures, as deeds write it: « six (6) mois », « quinze (15) jours
    ouvrables », « mille euros (1 000,00 €) », « cinq pour cent (5 %) ». Other values as
    `en_francais` writes them.
    """
    match valeur:
        case Duree():
            return _duree(valeur, _lettres_et_chiffres)
        case Montant():
            return _montant_avec_lettres(valeur)
        case Pourcentage():
            return f"{en_lettres(valeur)} pour cent ({en_francais(valeur)})"
        case DelaiPaiement():
            return _delai(
                valeur, lettres=_lettres_et_chiffres(valeur.jours) if valeur.jours else ""
            )
        case int() | Decimal():
            return f"{en_lettres(valeur)} ({en_francais(valeur)})"
        case _:
            return en_francais(valeur)


def _chiffres(nombre: int) -> str:
    return _decimal(Decimal(nombre))


def _lettres_et_chiffres(nombre: int) -> str:
    return f"{_mots(nombre)} ({nombre})"


def _duree(duree: Duree, nombre: Callable[[int], str]) -> str:
    if duree.illimitee:
        return "sans limitation de durée"
    whole_years = duree.mois > MOIS_COMPTES and duree.mois % 12 == 0
    ans, mois = (duree.mois // 12, 0) if whole_years else (0, duree.mois)
    decompte = _DECOMPTES[duree.decompte]
    feminin = {"ouvrés": "ouvrées", "francs": "franches"}.get(decompte, decompte)
    parties = [
        _accorde(ans, "an", "", nombre),
        f"{nombre(mois)}{NBSP}mois" if mois else "",
        _accorde(duree.jours, "jour", decompte, nombre),
        _accorde(duree.heures, "heure", feminin, nombre),
    ]
    dites = [partie for partie in parties if partie]
    return " et ".join(dites) if dites else f"{nombre(0)}{NBSP}jour"


def _accorde(compte: int, nom: str, adjectif: str, nombre: Callable[[int], str]) -> str:
    """« 2 jours ouvrables », « 1 jour ouvrable », nothing for none."""
    if not compte:
        return ""
    if compte == 1:
        adjectif = adjectif.removesuffix("s")
        chiffres = nombre(1).replace("un ", "une ") if nom == "heure" else nombre(1)
    else:
        nom, chiffres = nom + "s", nombre(compte)
    return f"{chiffres}{NBSP}{nom}" + (f" {adjectif}" if adjectif else "")


def _montant(montant: Montant) -> str:
    devise = _DEVISES.get(montant.devise, montant.devise)
    taxe = f"{NBSP}{montant.taxe}" if montant.taxe else ""
    return f"{_centimes(montant.montant)}{NBSP}{devise}{taxe}"


def _centimes(montant: Decimal) -> str:
    """« 1 234,50 »: always two decimals, more only when the amount has more."""
    exposant = montant.normalize().as_tuple().exponent
    decimales = max(2, -exposant) if isinstance(exposant, int) else 2
    return f"{montant:,.{decimales}f}".replace(",", THIN).replace(".", ",")


def _montant_avec_lettres(montant: Montant) -> str:
    devise = _DEVISES_EN_LETTRES.get(montant.devise, montant.devise)
    entier = int(montant.montant)
    lettres = _mots(entier)
    nom = devise.removesuffix("s") if abs(entier) < 2 and devise != "francs suisses" else devise
    de = " d’" if lettres.endswith(("million", "millions")) else " "
    centimes = int((abs(montant.montant) - abs(entier)) * 100)
    suite = f" et {_mots(centimes)} centime{'s' if centimes > 1 else ''}" if centimes else ""
    return f"{lettres}{de}{nom}{suite} ({_montant(montant)})"


def _delai(delai: DelaiPaiement, lettres: str = "") -> str:
    if not delai.jours and delai.depart is Depart.RECEPTION and not delai.fin_de_mois:
        return "à réception de la facture"
    jour = "jour" if delai.jours < 2 else "jours"
    parties = [f"{lettres or _chiffres(delai.jours)}{NBSP}{jour}"]
    if delai.fin_de_mois:
        parties.append("fin de mois")
    if delai.depart:
        parties.append(_DEPARTS[delai.depart])
    return " ".join(parties)


def _taux(taux: TauxPenalites) -> str:
    if taux.base == "bce":
        points = taux.points or Decimal(0)
        return (
            "taux de la Banque centrale européenne à son opération de refinancement la plus récente"
            f" majoré de {_decimal(points)}{NBSP}point{'s' if points >= 2 else ''} de pourcentage"
        )
    if taux.base == "taux_legal":
        facteur = taux.facteur or Decimal(1)
        fois = "" if facteur == 1 else f"{_decimal(facteur)} fois le "
        hausse = f" majoré de {_decimal(taux.points)}{NBSP}points" if taux.points else ""
        return f"{fois}taux d’intérêt légal{hausse}"
    return f"{_decimal(taux.taux or Decimal(0))}{NBSP}% par an"


def _entier_ou_decimal(nombre: Decimal) -> str:
    if nombre == nombre.to_integral_value():
        return _mots(int(nombre))
    entier, _, decimales = f"{nombre.normalize():f}".partition(".")
    zeros = len(decimales) - len(decimales.lstrip("0"))
    return " ".join([_mots(int(entier)), "virgule", *["zéro"] * zeros, _mots(int(decimales))])


def _mots(nombre: int) -> str:
    from num2words import num2words  # noqa: PLC0415 (heavy, and only drafting writes words)

    return str(num2words(nombre, lang="fr"))


def _decimal(nombre: Decimal) -> str:
    """« 1 234,5 »: no useless zero, a comma, a thin space between thousands."""
    texte = f"{nombre:,f}"
    if "." in texte:
        texte = texte.rstrip("0").rstrip(".")
    return texte.replace(",", THIN).replace(".", ",")
