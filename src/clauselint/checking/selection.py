"""Which rules run: by id, family or pattern, chosen before anything is read."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from clauselint.library import Rule

__all__ = ["UnknownRule", "select_rules"]


class UnknownRule(ValueError):
    """A name given to --select or --ignore that fits no rule; the message names the nearest."""


def select_rules(
    rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules that fit one of `select` (all, when empty) and none of `ignore`.

    A name is a rule (`durees/bornes`), a family (`durees`) or a pattern (`mentions-*`). Raises
    `UnknownRule` for a name that fits none: a misspelt name must not switch a check off.
    """
    for name in (*select, *ignore):
        if not any(_fits(rule, name) for rule in rules):
            raise UnknownRule(_unknown(name, rules))
    return tuple(
        rule
        for rule in rules
        if (not select or any(_fits(rule, name) for name in select))
        and not any(_fits(rule, name) for name in ignore)
    )


def _fits(rule: Rule, name: str) -> bool:
    return name in (rule.id, rule.famille) or (
        "*" in name and (fnmatchcase(rule.id, name) or fnmatchcase(rule.famille, name))
    )


def _unknown(name: str, rules: Sequence[Rule]) -> str:
    names = sorted({rule.id for rule in rules} | {rule.famille for rule in rules})
    from difflib import get_close_matches  # noqa: PLC0415 - only for a name that is wrong

    near = get_close_matches(name, names, n=1)
    hint = f" Vouliez-vous dire « {near[0]} » ?" if near else " Voir « clauselint rules »."
    return f"« {name} » n’est ni une règle ni une famille de règles.{hint}"
