"""The identity of a company that an article gives apart from where the contract names it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from clauselint.library.patterns import kept_pattern
from clauselint.model.folding import fold
from clauselint.reading.identities import appellation, companies, siren_and_siret, stated_form
from clauselint.reading.party_pieces import Piece
from clauselint.reading.presentations import Presentation

__all__ = ["with_later_identity"]

_DIGITS = kept_pattern(r"\d{3}[ .]?\d{3}[ .]?\d{3}")
_SENTENCE_ENDS = kept_pattern(r"[a-zà-ÿ]{3}\. [A-ZÀ-Þ]")
# Words that lead from the company to another one, whose number follows.
_ANOTHER = frozenset(
    ("par", "aupres", "chez", "avec", "assureur", "garant", "caution", "banque", "filiale",
     "groupe", "mere", "assurance", "mutuelle", "compagnie", "beneficie", "confie")
)  # fmt: skip


def with_later_identity(
    draft: Presentation, pieces: Sequence[Piece], others: Collection[str | None]
) -> Presentation:
    """`draft` with what one of `pieces` says of its company beside its SIREN; else as it is.

    `others` are the SIREN of the other parties.
    """
    for piece in pieces:
        if piece is draft.piece or siren_and_siret(piece.text)[0] in (None, *others):
            continue
        for called in (draft.named.nom, appellation(draft.said)):
            said = _said_of(called, piece.text) if called else ""
            if said:
                form = draft.named.forme or stated_form(said) or ""
                named = replace(draft.named, forme=form)
                return replace(draft, named=named, said=f"{draft.said}\n{said}")
    return draft


def _said_of(called: str, text: str) -> str:
    """What `text` says from the name `called` on, when the next SIREN is of that company."""
    at = max(text.find(called), text.find(called.upper()))
    said = text[at:] if at >= 0 else ""
    digits = _DIGITS.search(said)
    if not digits or not siren_and_siret(said)[0]:
        return ""
    between = said[len(called) : digits.start()]
    led_away = _SENTENCE_ENDS.search(between) or not _ANOTHER.isdisjoint(fold(between).split())
    named = {fold(one.nom) for one in companies(said[: digits.start()])}
    return "" if led_away or named - {fold(called)} else said
