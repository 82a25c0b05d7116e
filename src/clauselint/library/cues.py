"""The little language of cues, by which a clause file says how a clause is recognised.

    garantie financiere                    these words, side by side
    caution|garant* + defaillance          several groups, in any order, in one sentence
    aucun* > clause* > non concurrence     several groups, in this order
    apport d'affaire + !remboursement      a group that must not be there
    prix + @montant                        an amount in the sentence

`|` separates alternatives, `*` completes a word. Accents, case, apostrophes and punctuation do not
count. A table row is read as one sentence. Kinds after `@`: see `VALUE_KINDS`.
"""

from __future__ import annotations

from msgspec import Struct

from clauselint.model.folding import WORD, fold

__all__ = ["VALUE_KINDS", "Cue", "CueError", "Group", "parse_cue"]

VALUE_KINDS = frozenset({"adresse", "date", "duree", "entier", "montant", "nombre", "pourcentage"})


class CueError(ValueError):
    """A cue that can't be read; the message says why, in French."""


class Group(Struct, frozen=True):
    """Alternatives of which one must be there (or none, when `negated`).

    Each alternative is a tuple of words, the last of which may end with `*`, or `("@kind",)`.
    `ordered` asks for it after the group before. `kinds` are those of the alternatives. `rank` is
    its number in the lexicon of its library (-1: in none yet).
    """

    alternatives: tuple[tuple[str, ...], ...]
    negated: bool = False
    ordered: bool = False
    kinds: tuple[str, ...] = ()
    rank: int = -1


class Cue(Struct, frozen=True):
    source: str
    groups: tuple[Group, ...]


def parse_cue(source: str) -> Cue:
    """Read a cue. Raises `CueError` when it is empty, only negated, or asks for an unknown kind."""
    groups: list[Group] = []
    ordered = False
    for piece in source.replace(">", "+>").split("+"):
        ordered = piece.startswith(">")
        groups.append(_group(piece.removeprefix(">").strip(), source, ordered=ordered))
    if all(group.negated for group in groups):
        raise CueError(f"« {source} » ne demande aucun mot : rien ne peut le faire reconnaître")
    return Cue(source, tuple(groups))


def _group(piece: str, source: str, *, ordered: bool) -> Group:
    negated = piece.startswith("!")
    alternatives = tuple(_words(alt, source) for alt in piece.removeprefix("!").split("|"))
    kinds = tuple(words[0][1:] for words in alternatives if words[0].startswith("@"))
    return Group(alternatives, negated, ordered, kinds)


def _words(alternative: str, source: str) -> tuple[str, ...]:
    alternative = alternative.strip()
    if alternative.startswith("@"):
        if alternative[1:] not in VALUE_KINDS:
            kinds = ", ".join(f"@{kind}" for kind in sorted(VALUE_KINDS))
            raise CueError(f"« {alternative} » n’est pas une sorte de valeur ({kinds})")
        return (alternative,)
    words: list[str] = []
    for piece in alternative.split():
        found = WORD.findall(fold(piece.removesuffix("*")))
        if found and piece.endswith("*"):
            found[-1] += "*"
        words.extend(found)
    if not words:
        raise CueError(f"« {source} » contient un groupe vide")
    return tuple(words)
