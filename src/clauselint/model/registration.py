"""What the registers and the tax office know a party by, as its contract repeats it.

Few runs look at it, so nothing that a check imports names this module.
"""

from __future__ import annotations

from msgspec import Struct

from clauselint.model.quantities import Montant

__all__ = ["Immatriculation", "Inscription"]


class Inscription(Struct, frozen=True):
    """An entry in the register `registre`: « RCS », « RM », « RNE » or « RNA ».

    `numero` is the SIREN, in the RNA the « W » and its nine digits; `ville` the seat of the court
    that keeps the RCS, or the department of a répertoire des métiers.
    """

    registre: str
    numero: str | None = None
    ville: str | None = None


class Immatriculation(Struct, frozen=True):
    """The capital and the numbers that the presentation of a party states.

    `capital_variable` says that the capital may vary: `capital` is then the one
    stated beside it. `tva` begins with the letters of its country: `FR12512345678`. `ape` is the
    code of the activity, as in `6202A`.
    """

    capital: Montant | None = None
    capital_variable: bool = False
    inscriptions: tuple[Inscription, ...] = ()
    tva: str | None = None
    ape: str | None = None

    @property
    def rcs(self) -> Inscription | None:
        """The entry in the registre du commerce et des sociétés."""
        return next((entry for entry in self.inscriptions if entry.registre == "RCS"), None)
