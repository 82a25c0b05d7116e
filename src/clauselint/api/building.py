"""From mission files to Word contracts on disk: drafted, checked, then written whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from clauselint.checking import Finding, check_document
from clauselint.drafting import Draft, draft, draft_consolidated, save, write
from clauselint.library import Gravite, Library, load_library
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission
from clauselint.model import Document, Origin, Place
from clauselint.reading.understanding import understand

__all__ = ["Refusal", "RefusedMission", "build", "check_draft", "checked_drafts"]


class Refusal(Struct, frozen=True):
    """A finding of severity erreur on a draft, and the line of the mission that causes it."""

    finding: Finding
    origin: Origin | None


class RefusedMission(Exception):
    """A mission whose contracts would break rules of severity erreur; nothing was written."""

    def __init__(self, mission: str, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(mission)
        self.mission = mission
        self.refusals = refusals

    def __str__(self) -> str:
        return "\n".join(_refusal_text(self.mission, refusal) for refusal in self.refusals)


def build(
    missions: Sequence[Path],
    folder: Path,
    *,
    force: bool = False,
    libraries: tuple[Path, ...] = (),
) -> tuple[Path, ...]:
    """Write the contracts of each mission in `folder`, which is made if need be; their paths.

    Nothing is written unless every mission holds. Raises `LibraryError` for a file that can't be
    read or a clause that can't be written, `IncompatibleClauses` for a clause that lacks one it
    requires or meets one it excludes, `RefusedMission` for a mission that breaks a rule, and
    `EditedContract` where a contract on disk was changed since it was built, unless `force`.
    """
    library = load_library(libraries)
    drafts = [
        found
        for path in missions
        for found in checked_drafts(read_mission(path), str(path), library)
    ]
    contents = {folder / f"{found.reference}.docx": write(found, library) for found in drafts}
    save(contents, force=force)
    return tuple(contents)


def checked_drafts(mission: Mission, nom: str, library: Library) -> tuple[Draft, ...]:
    """The drafts of a mission, which messages call `nom`.

    Raises `RefusedMission` when one breaks a rule, and what `drafting.draft` raises.
    """
    drafts = draft(mission, library)
    amended = draft_consolidated(mission, library)
    refusals = tuple(
        refusal for found in (*drafts, *amended) for refusal in check_draft(found, library)
    )
    if refusals:
        raise RefusedMission(nom, refusals)
    return drafts


def check_draft(found: Draft, library: Library) -> tuple[Refusal, ...]:
    """The findings of severity erreur on a draft, read as any contract is, with their origin."""
    document = understand(found.text, library)
    results, _ = check_document(document, library.rules)
    return tuple(
        Refusal(finding, _origin(finding, document))
        for result in results
        for finding in result.findings
        if finding.gravite is Gravite.ERREUR
    )


def _origin(finding: Finding, document: Document) -> Origin | None:
    """The mission value printed at the finding's place, else at a term the rule has read."""
    read = [terme.place for terme in document.termes if terme.nom in finding.termes]
    for place in (finding.place, *read):
        origin = _origin_at(place, document) if place else None
        if origin is not None:
            return origin
    return None


def _origin_at(place: Place, document: Document) -> Origin | None:
    return next(
        (
            origin
            for start, end, origin in document.paragraph(place).origins
            if start < place.end and place.start < end
        ),
        None,
    )


def _refusal_text(mission: str, refusal: Refusal) -> str:
    origin = refusal.origin
    where = f"{origin.file}:{origin.line}:{origin.column}: {origin.key}" if origin else mission
    finding = refusal.finding
    return f"{where} : {finding.message.fr} [{finding.rule.id}, {finding.document}]"
