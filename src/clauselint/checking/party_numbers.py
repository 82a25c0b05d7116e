"""Whether the numbers by which a contract identifies a party hold, and are those of one party."""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.checking.check_digits import siren_holds, siret_holds, tva_holds
from clauselint.model import Partie

__all__ = ["AUTRE_SIREN", "CLE_INEXACTE", "JUSTE", "party_numbers"]

JUSTE = "juste"
CLE_INEXACTE = "cle_inexacte"
AUTRE_SIREN = "autre_siren"
_MONACO = "000"  # VAT numbers of Monaco hold no SIREN


def party_numbers(partie: Partie) -> tuple[tuple[str, str], ...]:
    """Each number of `partie` (`siren`, `siret`, `rcs`, `tva`) with what it is worth.

    `juste`, `cle_inexacte` when its arithmetic fails, `autre_siren` when it holds but is made of
    another SIREN than the one stated. VAT numbers of other countries are left out.
    """
    return tuple(_numbers(partie))


def _numbers(partie: Partie) -> Iterator[tuple[str, str]]:
    registered = partie.immatriculation
    if partie.siren:
        yield "siren", _worth(partie.siren, partie, holds=siren_holds(partie.siren))
    if partie.siret:
        yield "siret", _worth(partie.siret[:9], partie, holds=siret_holds(partie.siret))
    if registered.rcs and registered.rcs.numero:
        number = registered.rcs.numero
        yield "rcs", _worth(number, partie, holds=siren_holds(number))
    if registered.tva and registered.tva.startswith("FR"):
        number = registered.tva.removeprefix("FR")
        siren = number[2:]
        holds = tva_holds(number) and (siren.startswith(_MONACO) or siren_holds(siren))
        yield "tva", _worth(siren, partie, holds=holds)


def _worth(siren: str, partie: Partie, *, holds: bool) -> str:
    if not holds:
        return CLE_INEXACTE
    return AUTRE_SIREN if partie.siren and siren != partie.siren else JUSTE
