"""Who contracts: each party with its role, its identity and the name the contract gives it.

Parties stand in the presentation at the head of a contract, in running text or in a table; the
client of a work contract and the salarié porté of a service contract are presented in an article
or an annex (C. trav. L1254-15 2° a), L1254-23 1°).
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from clauselint.model import Article, Partie, Role, Text
from clauselint.model.folding import fold
from clauselint.reading.document_type import TypeFound
from clauselint.reading.identities import address, appellation, representative, siren_and_siret
from clauselint.reading.presentations import Presentation, pieces, presented_ahead, presented_as
from clauselint.reading.roles import expected_roles, is_work, role_said

__all__ = ["parties"]


def parties(text: Text, articles: Sequence[Article], found_type: TypeFound) -> tuple[Partie, ...]:
    """The parties of `text` in the order they are presented, each once."""
    front, body = pieces(text, articles)
    made: list[Partie] = []
    for draft in presented_ahead(front, found_type):
        made.append(_partie(draft, found_type, {partie.role for partie in made}))
    if not any(partie.siren or partie.adresse for partie in made):
        made = made or [
            _partie(draft, found_type, set()) for draft in presented_ahead(body[:6], found_type)
        ]
    expected = Role.ENTREPRISE_CLIENTE if is_work(found_type) else Role.SALARIE_PORTE
    if found_type.portage and expected not in {partie.role for partie in made}:
        known = {fold(partie.nom) for partie in made}
        presented = next(presented_as(expected, [*front, *body], found_type, known), None)
        if presented:
            made.append(evolve(_partie(presented, found_type, set()), role=expected))
    return tuple(made)


def _partie(draft: Presentation, found_type: TypeFound, taken: set[Role]) -> Partie:
    called = appellation(draft.said)
    role = _role(draft, called, found_type, taken)
    siren, siret = siren_and_siret(draft.said)
    return Partie(
        role=role,
        nom=draft.named.nom,
        place=evolve(draft.piece.place, start=draft.named.start, end=draft.named.end),
        forme=draft.named.forme or _form_stated(draft.said),
        siren=siren,
        siret=siret,
        adresse=address(draft.said),
        representant=None if draft.person else representative(draft.said),
        appellation=called,
    )


def _form_stated(said: str) -> str | None:
    """The form that a table gives on a row of its own: « Forme juridique | SAS »."""
    rows = (line for line in said.split("\n") if line.startswith("forme"))
    row = next(rows, "")
    return row.removeprefix("forme").removeprefix(" juridique").strip() or None


def _role(draft: Presentation, called: str | None, found_type: TypeFound, taken: set[Role]) -> Role:
    person = draft.person
    for words in (fold(called or ""), draft.label, fold(draft.named.nom)):
        role = role_said(words, found_type, person=person) if words.strip() else None
        if role:
            return role
    if not person and "portage salarial" in fold(draft.said):
        return Role.ENTREPRISE_DE_PORTAGE
    expected = expected_roles(found_type, person=person)
    return next((role for role in expected if role not in taken), Role.AUTRE)
