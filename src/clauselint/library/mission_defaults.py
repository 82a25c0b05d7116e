"""What a mission takes from its other values when it leaves a key out.

A place that is not given is one that the mission already knows: the work is done at the client’s,
the contracts are signed where the entreprise de portage has its seat. docs/mission.md lists these
defaults.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["ville", "with_places"]


def with_places(values: dict[str, Any]) -> dict[str, Any]:
    """The plain values of a mission, with the places that it leaves out; `values` is kept."""
    completed = dict(values)
    address = _text(values, "entreprise_cliente", "adresse")
    if address:
        _complete(completed, "prestation", "lieu", address)
    town = ville(_text(values, "profil", "adresse"))
    if town:
        _complete(completed, "signature", "lieu", town)
    return completed


def ville(adresse: str) -> str:
    """The town of « 14 rue de la Préfecture, 21000 Dijon »; empty when none is told."""
    found = re.search(r"\b\d{5}\s+([^\d,;()]+)", adresse)
    name = found[1].strip() if found else ""
    return re.sub(r"\s+Cedex$", "", name, flags=re.IGNORECASE)


def _text(values: dict[str, Any], group: str, key: str) -> str:
    found = values.get(group)
    told = found.get(key) if isinstance(found, dict) else getattr(found, key, "")
    return told if isinstance(told, str) else ""


def _complete(values: dict[str, Any], group: str, key: str, value: str) -> None:
    found = values.get(group)
    if isinstance(found, dict) and key not in found:
        values[group] = {**found, key: value}
