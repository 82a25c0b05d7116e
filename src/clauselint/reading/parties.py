"""Who contracts: each party with its role, its identity and the name the contract gives it.

Parties stand in the presentation at the head of a contract, in running text or in a table; the
client of a work contract and the salarié porté of a service contract are presented in an article
or an annex (C. trav. L1254-15 2° a), L1254-23 1°).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clauselint.model import Article, Partie, Role, Text, TypeFound
from clauselint.model.folding import fold
from clauselint.reading.addresses import address
from clauselint.reading.identities import (
    appellation,
    representative,
    siren_and_siret,
    stated_form,
    without_article,
)
from clauselint.reading.party_pieces import Piece, pieces
from clauselint.reading.presentations import (
    Presentation,
    merged,
    presented_ahead,
    presented_as,
)
from clauselint.reading.roles import expected_roles, is_work, role_said

if TYPE_CHECKING:
    from clauselint.model.registration import Immatriculation

__all__ = ["parties"]

_FORM_LABELS = ("forme", "statut")
_FORM_ALONE = ("forme juridique", "forme sociale", "forme", "statut juridique", "statut")


def parties(text: Text, articles: Sequence[Article], found_type: TypeFound) -> tuple[Partie, ...]:
    """The parties of `text` in the order they are presented, each once."""
    front, body = pieces(text, articles)
    made = _made(presented_ahead(front, found_type), found_type)
    if not made:
        made = _made(presented_ahead(body[:6], found_type), found_type)
    expected = Role.ENTREPRISE_CLIENTE if is_work(found_type) else Role.SALARIE_PORTE
    if found_type.portage and expected not in {partie.role for partie in made}:
        known = {fold(partie.nom) for partie in made}
        drafts = presented_as(expected, [*front, *body], found_type, known)
        presented = next(drafts, None)
        if presented:
            made.append(_identified(presented, expected, drafts, [*front, *body], made))
    return tuple(made)


def _identified(
    draft: Presentation,
    role: Role,
    later: Iterable[Presentation],
    everywhere: Sequence[Piece],
    others: Sequence[Partie],
) -> Partie:
    """The party of `draft`, its identity read from another article where that one gives none."""
    partie = _partie(draft, role)
    if partie.siren or draft.person:
        return partie
    from clauselint.reading.later_identity import with_later_identity  # noqa: PLC0415 (rare)

    again = next((one for one in later if fold(one.named.nom) == fold(partie.nom)), None)
    if again and siren_and_siret(again.said)[0]:
        named = replace(draft.named, forme=draft.named.forme or again.named.forme)
        draft = replace(draft, named=named, said=f"{draft.said}\n{again.said}")
    else:
        draft = with_later_identity(draft, everywhere, {other.siren for other in others})
    return _partie(draft, role)


def _made(drafts: Sequence[Presentation], found_type: TypeFound) -> list[Partie]:
    """The parties of `drafts`; what a contract calls none goes by the roles that are left."""
    once = merged(drafts)
    roles = [_role_given(draft, found_type) for draft in once]
    taken = {role for role in roles if role}
    made: list[Partie] = []
    for draft, given in zip(once, roles, strict=True):
        left = (r for r in expected_roles(found_type, person=draft.person) if r not in taken)
        role = given or next(left, Role.AUTRE)
        taken.add(role)
        made.append(_partie(draft, role))
    return made


def _partie(draft: Presentation, role: Role) -> Partie:
    siren, siret = siren_and_siret(draft.said)
    return Partie(
        role=role,
        nom=draft.named.nom,
        place=replace(draft.piece.place, start=draft.named.start, end=draft.named.end),
        forme=draft.named.forme or _form_stated(draft.said),
        siren=siren,
        siret=siret,
        adresse=address(draft.said),
        representant=None if draft.person else representative(draft.said),
        appellation=appellation(draft.said) or without_article(draft.label_text) or None,
        read_registration=partial(_registration, draft.said),
    )


def _registration(said: str) -> Immatriculation:
    from clauselint.reading.registrations import registration  # noqa: PLC0415 (few runs ask)

    return registration(said)


def _form_stated(said: str) -> str | None:
    """The form that a table gives on a row of its own: « Forme juridique | SAS »."""
    for line in said.split("\n"):
        if line.startswith(_FORM_LABELS):
            label = next((label for label in _FORM_ALONE if line.startswith(f"{label} ")), line)
            return stated_form(line) or line.removeprefix(label).strip() or None
    return None


def _role_given(draft: Presentation, found_type: TypeFound) -> Role | None:
    """The role that the words of a contract give a party, or None."""
    person = draft.person
    for words in (fold(appellation(draft.said) or ""), draft.label, fold(draft.named.nom)):
        role = role_said(words, found_type, person=person) if words.strip() else None
        if role:
            return role
    if not person and "portage salarial" in fold(draft.said):
        return Role.ENTREPRISE_DE_PORTAGE
    return None
