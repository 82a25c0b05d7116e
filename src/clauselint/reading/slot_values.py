"""What a written value says as the term of a slot: the same « 30 jours » is a notice, a number of
days or a payment term.
"""

from __future__ import annotations

from decimal import Decimal

from clauselint.library.definitions import TermeSlot, TermeType
from clauselint.library.patterns import kept_pattern
from clauselint.model import Montant, Pourcentage, TauxPenalites, Valeur
from clauselint.reading.payment_terms import is_by_period, payment_term
from clauselint.reading.quantity import Quantity

__all__ = ["is_end", "kinds_for", "may_be_term", "value_for"]

_OPENS = kept_pattern(r"(?:^|[^a-z])(?:du|entre le|de) +$")
_THEN_CLOSES = kept_pattern(r",? *(?:inclus +)?(?:au|et le|jusqu'au) +")
_CLOSES = kept_pattern(
    r"(?:^|[^a-z])(?:du|entre le) [^;.]{0,14}\d[^;.]{0,40}(?:au|et le) (?:[a-z]+di )?$|jusqu'au *$"
)
_REPLACED = kept_pattern(
    r"(?:(?:porte|passe|ramene|releve|augmente|reduit)e?s? de|initial(?:ement)?(?: fixe| prevu)?e?"
    r" (?:a|de)|ancien(?:ne)?(?: [a-z]+)? (?:a|de)) *$"
)
_VAT = kept_pattern(r"(?<![a-z])tva(?: au taux(?: de)?| a| de| :)? *$")
_QUALIFIES = kept_pattern(
    r" *(?:d'|de )(?:anciennete|experience|exercice|activite|existence|presence|service|retard|tva)"
)
# « le contrat n° 12 du », « un accord de confidentialité conclu le »: the date of another deed
_OF_ANOTHER_DEED = kept_pattern(
    r"(?:contrat|avenant|accord|convention|proposition|devis|attestation|loi|decret|ordonnance|"
    r"arrete|courrier|lettre|facture|commande|cahier des charges)"
    r"(?: (?:n ?°|numero|de|d'|la|l'|a|en|et|travail|prestation|portage|salarial|duree|determinee|"
    r"indeterminee|commercial|cadre|confidentialite|services?|ref\.?|reference|collective|branche|"
    r"\S*\d\S*|\([^)]*\)),?)*,? (?:du|en date du|date du|conclue? le|signee? le) *(?:[a-z]+di )?$"
)
_NEXT_LABEL = kept_pattern(r"[a-z'() ]{2,40}:")  # of the line below: « Total : »
_EACH = kept_pattern(r"(?:tous|toutes) les +$")
# The kinds of value that a slot takes, when they are not its own type alone.
_TAKEN = {
    TermeType.MONTANT: (TermeType.MONTANT, TermeType.NOMBRE),
    TermeType.POURCENTAGE: (TermeType.POURCENTAGE, TermeType.NOMBRE),
    TermeType.DELAI_PAIEMENT: (TermeType.DELAI_PAIEMENT, TermeType.DUREE),
    TermeType.TAUX_PENALITES: (TermeType.TAUX_PENALITES, TermeType.POURCENTAGE),
    TermeType.NOMBRE: (TermeType.NOMBRE, TermeType.DUREE),
    TermeType.ENTIER: (TermeType.NOMBRE,),
}
_COUNTS = frozenset(
    {"fois", "reprise", "renouvellement", "reconduction", "prolongation", "avenant"}
)


def may_be_term(quantity: Quantity, text: str) -> bool:
    """Whether a value read in `text` (as `plain` spells it) can be a term at all: one that another
    replaces (« porté de 600 € à 640 € »), a rate of VAT or « deux ans d’ancienneté » can not.
    """
    before = _before(quantity, text)
    if _REPLACED.search(before) or _VAT.search(before):
        return False
    return not _QUALIFIES.match(text, quantity.end)


def kinds_for(slot: TermeSlot) -> tuple[TermeType, ...]:
    """The kinds of value that a slot may take."""
    return _TAKEN.get(slot.type, (slot.type,))


def value_for(slot: TermeSlot, quantity: Quantity, text: str) -> Valeur | None:
    """The value of `slot` that `quantity`, read in `text` (as `plain` spells it), can be; None when
    it is of another kind.
    """
    if quantity.kind not in kinds_for(slot):
        return None
    match slot.type:
        case TermeType.DATE:
            return _date(slot, quantity, text)
        case TermeType.DUREE:
            return _duration(slot, quantity, text)
        case TermeType.MONTANT:
            return _amount(slot, quantity, text)
        case TermeType.POURCENTAGE:
            return _percentage(quantity, text)
        case TermeType.DELAI_PAIEMENT:
            return _delay(quantity, text)
        case TermeType.TAUX_PENALITES:
            return _rate(quantity, text)
        case TermeType.NOMBRE:
            return _number(quantity, text)
        case TermeType.ENTIER:
            return _integer(slot, quantity, text)
        case _:
            return quantity.value


def _date(slot: TermeSlot, quantity: Quantity, text: str) -> Valeur | None:
    """A date; the two ends of « du … au … » are never taken one for the other."""
    opens, closes = _opens(quantity, text), _closes(quantity, text)
    if (slot.motif == "fin" and opens) or (slot.motif == "debut" and closes):
        return None
    if opens or closes or not slot.motif:
        return quantity.value
    other = _OF_ANOTHER_DEED.search(text, max(0, quantity.start - 120), quantity.start)
    return None if other else quantity.value


def is_end(quantity: Quantity, text: str) -> bool:
    """Whether a date is one of the two ends of « du … au … »."""
    return _opens(quantity, text) or _closes(quantity, text)


def _opens(quantity: Quantity, text: str) -> bool:
    if not _OPENS.search(_before(quantity, text)):
        return False
    return bool(_THEN_CLOSES.match(text, quantity.end))


def _closes(quantity: Quantity, text: str) -> bool:
    return bool(_CLOSES.search(text, max(0, quantity.start - 80), quantity.start))


def _before(quantity: Quantity, text: str) -> str:
    return text[max(0, quantity.start - 28) : quantity.start]


def _duration(slot: TermeSlot, quantity: Quantity, text: str) -> Valeur | None:
    """A duration: rhythms for `motif: periodicite` and for it alone, perpetual ones for `sans_fin`
    alone.
    """
    if quantity.unite == "illimitee":
        return quantity.value if slot.motif == "sans_fin" else None
    rhythm = quantity.periodique or bool(_EACH.search(_before(quantity, text)))
    return quantity.value if rhythm == (slot.motif == "periodicite") else None


def _amount(slot: TermeSlot, quantity: Quantity, text: str) -> Valeur | None:
    """An amount; in a table, a cell that holds a number alone is one too. Only a slot of `motif:
    journalier` takes what is said to be by the day.
    """
    if quantity.kind is TermeType.MONTANT:
        daily = quantity.unite == "euro par jour"
        return None if daily and slot.motif != "journalier" else quantity.value
    if quantity.kind is TermeType.NOMBRE and not quantity.unite and _alone(quantity, text):
        return Montant(quantity.nombre or Decimal(0))
    return None


def _percentage(quantity: Quantity, text: str) -> Valeur | None:
    """A percentage; a cell that holds a number alone is one too: « Frais de gestion (%) | 7 »."""
    if quantity.kind is TermeType.POURCENTAGE:
        return quantity.value
    number = quantity.nombre
    bare = not quantity.unite and number is not None and number <= 100 and _alone(quantity, text)
    return Pourcentage(number) if bare and number is not None else None


def _alone(quantity: Quantity, text: str) -> bool:
    """Whether the value fills its cell or its line, but for a label: « Nombre de jours : 130 »."""
    before, after = text[: quantity.start].strip(), text[quantity.end :].strip()
    if before.endswith(":"):
        return not after or after[0] in ".;," or bool(_NEXT_LABEL.match(after))
    return not before and not after


def _delay(quantity: Quantity, text: str) -> Valeur | None:
    if quantity.kind is TermeType.DELAI_PAIEMENT:
        return quantity.value
    return payment_term(text, quantity) if quantity.kind is TermeType.DUREE else None


def _rate(quantity: Quantity, text: str) -> Valeur | None:
    """A rate a year; « 1 % par mois » is read whole, never as 1 %."""
    if quantity.kind is TermeType.TAUX_PENALITES:
        return quantity.value
    if isinstance(quantity.value, Pourcentage) and not is_by_period(text, quantity):
        return TauxPenalites("fixe", taux=quantity.value.valeur)
    return None


def _number(quantity: Quantity, text: str) -> Valeur | None:
    """A number of days; a number alone in its cell, or said twice: « arrêté à douze (12), »."""
    if quantity.unite == "jour" and quantity.nombre is not None:
        return quantity.nombre
    twice = quantity.lettres is not None and text[quantity.end : quantity.end + 1] in "),;."
    if quantity.kind is TermeType.NOMBRE and not quantity.unite and twice:
        return quantity.nombre
    if quantity.kind is TermeType.NOMBRE and not quantity.unite and _alone(quantity, text):
        return quantity.nombre
    return None


def _integer(slot: TermeSlot, quantity: Quantity, text: str) -> Valeur | None:
    """A count (« deux fois ») or a number alone in its cell; for `motif: code`, any bare number."""
    number = quantity.nombre
    if number is None or number != number.to_integral_value():
        return None
    if not quantity.unite:
        return int(number) if slot.motif == "code" or _alone(quantity, text) else None
    return int(number) if quantity.unite in _COUNTS and slot.motif != "code" else None
