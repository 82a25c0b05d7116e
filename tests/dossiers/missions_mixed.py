"""A folder of many missions, from the texts of one mission written by drafting.

People, companies and dates vary: some people have two missions, at the same client one after the
other or at two clients at the same time; some clients have several people on the same day.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from msgspec.structs import replace
from tests.missions import EXAMPLES

from clauselint.drafting import draft
from clauselint.library import load_library
from clauselint.library.mission import read_mission
from clauselint.model import Document, Paragraph, Text
from clauselint.model.francais import en_francais
from clauselint.reading.understanding import understand

MISSIONS = 100
SIREN = "751\u00a0294\u00a0067"
FIRST = ("Aubin", "Céleste", "Dorothée", "Élie", "Flora", "Gaspard", "Hanna", "Isaac", "Jeanne")
LAST = ("Bréaud", "Chastel", "Delmas", "Évrard", "Faucheux", "Guérin", "Héraud")
CLIENTS = ("Ardoise", "Bocage", "Corniche", "Dolmen", "Embrun", "Falaise", "Garrigue", "Houle")
TRADES = ("Industries", "Logistique", "Textiles")
MONTHS = tuple(en_francais(date(2026, month, 2)).split()[1] for month in range(1, 13))
_DAY = re.compile(rf"\b(1er|\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)\b")
# The amendment of each third document: price, length, load… on one side or the other.
_AMENDMENTS = ("CDD-A1", "CPS-A2", "CDD-A3", "CPS-A4", "CPS-A3", "CDD-A4")


class Mission:
    """Who, for whom and when, as the words to write instead of those of the example."""

    def __init__(self, rank: int) -> None:
        person, round_ = rank % 50, rank // 50
        client = (person * 7 + (round_ if person % 2 else 0)) % (len(CLIENTS) * len(TRADES))
        # The second mission of one person in two follows the first, at the same client.
        self.shift = timedelta(days=(person % 5) * 37 + (210 if round_ and not person % 2 else 0))
        first, last = FIRST[person % len(FIRST)], LAST[person % len(LAST)]
        name, trade = CLIENTS[client % len(CLIENTS)], TRADES[client // len(CLIENTS)]
        reference = f"PGE-{rank:03d}" if rank % 4 else "PGE"  # one in four bears no number
        self.words: Mapping[str, str] = {
            "Anselme Quéméneur": f"{first} {last}",
            "Marées du Ponant": f"{name} {trade}",
            SIREN: f"{300000000 + client * 1000003:_}".replace("_", "\u00a0"),
            "HTP-2026-058": reference,
            "600,00": f"{450 + rank % 3},00",
        }
        self.documents = ("CDD", "CPS", _AMENDMENTS[rank % len(_AMENDMENTS)])

    def text(self, source: Text, name: str) -> Text:
        paragraphs = tuple(
            replace(paragraph, text=self._said(paragraph.text), origins=())
            for paragraph in _head_and_foot(source)
        )
        return replace(source, name=name, paragraphs=paragraphs)

    def _said(self, text: str) -> str:
        for word, other in self.words.items():
            text = text.replace(word, other)
        return _DAY.sub(lambda found: en_francais(_day(found) + self.shift), text)


def _head_and_foot(source: Text) -> tuple[Paragraph, ...]:
    """What tells contracts apart; three hundred whole ones would take a minute to read."""
    head, rest = source.paragraphs[:62], source.paragraphs[62:]
    return (*head, *(paragraph for paragraph in rest if _DAY.search(paragraph.text)))


def _day(found: re.Match[str]) -> date:
    number = 1 if found[1] == "1er" else int(found[1])
    return date(int(found[3]), MONTHS.index(found[2]) + 1, number)


@cache
def folder(seed: int = 0) -> tuple[tuple[Document, ...], Sequence[int]]:
    """The documents under names that say nothing, and the mission of each."""
    library = load_library()
    mission = read_mission(EXAMPLES / "mission-suivie.yaml")
    sources = {
        found.text.name.removeprefix("HTP-2026-058-").removesuffix(".docx"): found.text
        for found in draft(mission, library)
    }
    wanted = [(rank, kind) for rank in range(MISSIONS) for kind in Mission(rank).documents]
    Random(seed).shuffle(wanted)
    documents = tuple(
        understand(Mission(rank).text(sources[kind], f"{number:03d}.docx"), library)
        for number, (rank, kind) in enumerate(wanted)
    )
    return documents, tuple(rank for rank, _ in wanted)
