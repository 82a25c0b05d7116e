"""What each process of a verification does: try a mission, or make a faulty one small."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from clauselint.api.verification.missions import Base, Change, Choix, with_choices, written
from clauselint.api.verification.shrinking import smallest
from clauselint.api.verification.trial import Outcome, Trials
from clauselint.library import Gravite, load_library

__all__ = ["Case", "reason_of", "shrink", "shrink_refusal", "start", "try_case"]


class Case(NamedTuple):
    """One mission to try: an example and choices. `removal` asks whether a clause may be left out,
    so that a rule broken is an answer and no fault.
    """

    base: Base
    choix: tuple[Choix, ...]
    through_word: bool = False
    removal: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        return _changes(self.choix)


class _Worker:
    """The library of this process, loaded once, and the file its missions are written to."""

    trials: Trials
    mission: Path


def start(libraries: tuple[Path, ...], severities: tuple[Gravite, ...], folder: str) -> None:
    """Make this process ready to try missions, which it writes in `folder`."""
    _Worker.trials = Trials(load_library(libraries), severities)
    _Worker.mission = Path(folder) / f"mission-{os.getpid()}.yaml"


def try_case(case: Case) -> Outcome:
    written(with_choices(case.base, case.changes), _Worker.mission)
    return _Worker.trials.run(_Worker.mission, through_word=case.through_word)


def shrink(case: Case, signature: tuple[str, str, str]) -> Case:
    """The case with as few choices as still show the fault of that signature."""

    def shows(choices: tuple[Choix, ...]) -> bool:
        outcome = try_case(case._replace(choix=choices, removal=False))
        return any(fault.signature == signature for fault in outcome.faults)

    return case._replace(choix=smallest(case.choix, shows))


def shrink_refusal(case: Case, reason: str) -> tuple[Choix, ...]:
    """As few choices of the case as are still refused for `reason`."""

    def refused(choices: tuple[Choix, ...]) -> bool:
        written(with_choices(case.base, _changes(choices)), _Worker.mission)
        return reason in map(reason_of, _Worker.trials.refusal(_Worker.mission))

    named = tuple(
        choice for choice in case.choix if f"« {choice.option.split('.')[-1]} »" in reason
    )
    return smallest(named if named and refused(named) else case.choix, refused)


def reason_of(refusal: str) -> str:
    """What two refusals have in common that differ by their numbers only."""
    return re.sub(r"[0-9][0-9\s,]*", "#", refusal)


def _changes(choices: tuple[Choix, ...]) -> tuple[Change, ...]:
    return tuple(change for choice in choices for change in choice.changes)
