"""What became of an article of law: in force, repealed, renumbered, or never written.

The tables of `law/` list the articles of a code that are in force at the date their first line
gives; `renumerotations.tsv` lists those that went. They are large, so a table is read when a
citation of its code is met, and searched as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from clauselint.library.library import standard_root
from clauselint.model import Etat
from clauselint.model.folding import fold

__all__ = ["ArticlesOfLaw", "standard_articles_of_law"]

_TABLES = {
    "C. trav.": "code-du-travail.tsv",
    "CSS": "code-de-la-securite-sociale.tsv",
    "C. civ.": "code-civil.tsv",
    "C. prop. int.": "code-propriete-intellectuelle.tsv",
}
_CHANGES = "renumerotations.tsv"


class _Change(Struct, frozen=True):
    """An article that its code repealed or moved on `depuis`; `mots` as in the file's header."""

    etat: Etat
    depuis: date
    remplace_par: tuple[str, ...]
    mots: tuple[str, ...]


class ArticlesOfLaw(Struct, frozen=True, eq=False):
    """The articles known from the files of `folder`."""

    folder: Path
    _texts: dict[str, str] = field(default_factory=dict)
    _rows: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _changes: dict[tuple[str, str], _Change] = field(default_factory=dict)

    def etat(self, code: str, article: str, day: date | None, context: str = "") -> Etat:
        """What `article` (« L1254-15 ») of `code` (« C. trav. ») is on `day`.

        Without `day`, at the date of the tables. `context` is the sentence that cites it: it tells
        an old article from the new one that bears its number. `INCONNU` for a code not on file.
        """
        change = self._change(code, article)
        if change and self._speaks_of_the_old(change, context):
            past = day is None or day >= change.depuis
            return change.etat if past else Etat.EN_VIGUEUR
        if code not in _TABLES:
            return Etat.INCONNU
        row = self._row(code, article)
        if row is None:
            return Etat.INEXISTANT
        return _state(row, day)

    def successors(self, code: str, article: str) -> tuple[str, ...]:
        """The articles that took the place of one repealed or renumbered; empty if unknown.

        Where a whole chapter went, none is named: its articles went to many places.
        """
        self._changes_read()
        change = self._changes.get((code, article))
        return change.remplace_par if change else ()

    def changed_on(self, code: str, article: str) -> date | None:
        """The day from which a repealed or renumbered article is out of date; None if unknown."""
        change = self._change(code, article)
        return change.depuis if change else None

    def versions(self, code: str, article: str) -> tuple[date, ...]:
        """The first day of each version of an article up to the date of its table, in order.

        Empty for an article, or the whole of a code, whose versions are not on file.
        """
        row = self._row(code, article) if code in _TABLES else None
        starts = row.split("\t")[3:] if row else []
        if not starts:
            return ()
        _, _, header = self._text(_TABLES[code]).partition("as of ")
        known = date.fromisoformat(header[:10])
        return tuple(
            start for start in map(date.fromisoformat, starts[0].split()) if start <= known
        )

    def _change(self, code: str, article: str) -> _Change | None:
        self._changes_read()
        found = self._changes.get((code, article))
        return found or self._changes.get((code, f"{article.partition('-')[0]}-*"))

    def _changes_read(self) -> None:
        if not self._changes:
            self._changes.update(_read_changes(self._text(_CHANGES)))

    @staticmethod
    def _speaks_of_the_old(change: _Change, context: str) -> bool:
        words = fold(context).split()
        return not change.mots or any(word.startswith(change.mots) for word in words)

    def _row(self, code: str, article: str) -> str | None:
        if (code, article) not in self._rows:
            self._rows[code, article] = self._look_up(code, article)
        return self._rows[code, article]

    def _look_up(self, code: str, article: str) -> str | None:
        text = self._text(_TABLES[code])
        for number in (article, f"{article[:1]}*{article[1:]}"):  # decrees in Conseil d'État: R*
            start = text.find(f"\n{number}\t")
            start = start if start >= 0 else text.find(f"\n{number}\n")
            if start >= 0:
                return text[start + 1 : text.find("\n", start + 1)]
        return None

    def _text(self, name: str) -> str:
        if name not in self._texts:
            self._texts[name] = (self.folder / name).read_text(encoding="utf-8") + "\n"
        return self._texts[name]


def _state(row: str, day: date | None) -> Etat:
    """The state on `day` of an article in force at the date of its table.

    A row is the number alone, or number, id, end of force and starts of versions.
    """
    _, _, rest = row.partition("\t")
    _, _, dates = rest.partition("\t")
    end, _, starts = dates.partition("\t")
    if day is None or not starts:
        return Etat.EN_VIGUEUR
    if day < date.fromisoformat(starts.split()[0]):
        return Etat.INEXISTANT
    return Etat.ABROGE if end and day >= date.fromisoformat(end) else Etat.EN_VIGUEUR


def _read_changes(text: str) -> Mapping[tuple[str, str], _Change]:
    changes = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        code, article, etat, depuis, successors, words = line.split("\t")
        changes[code, article] = _Change(
            Etat(etat), date.fromisoformat(depuis), tuple(successors.split()), tuple(words.split())
        )
    return changes


@cache
def standard_articles_of_law() -> ArticlesOfLaw:
    """The articles of the standard library, read when first asked for."""
    return ArticlesOfLaw(standard_root() / "law")
