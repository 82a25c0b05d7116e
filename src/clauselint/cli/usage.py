"""What click says of a command that is badly written, said in French."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import click

__all__ = ["usage_message"]


def usage_message(error: click.ClickException) -> str:
    """The error, the nearest valid name where there is one, and where to find help."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"\nAide : {context.command_path} --help" if context else ""
    return f"{_reason(error)}{hint}"


def _reason(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"L’option « {error.option_name} » n’existe pas.{_near(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"La commande « {error.command_name} » n’existe pas.{_near(error.possibilities)}"
        case click.MissingParameter():
            return f"Il manque {_parameter(error)}."
        case click.BadParameter():
            return f"Pour {_parameter(error)} : {_bad_value(error)}"
        case click.BadOptionUsage():
            return f"L’option « {error.option_name} » attend une valeur."
        case click.FileError():
            return f"{error.ui_filename} : ce fichier ne peut pas être ouvert."
        case _:
            return f"La commande est mal écrite ({error.format_message()})."


def _parameter(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"l’option {parameter.opts[-1]}"
    return (
        f"l’argument {parameter.make_metavar(error.ctx)}"
        if parameter and error.ctx
        else "un argument"
    )


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if not isinstance(kind, click.Choice) or " is not one of " not in error.message:
        return error.message  # French already
    given = error.message.split("'")[1] if "'" in error.message else ""
    expected = ", ".join(map(str, kind.choices))
    near = _near(get_close_matches(given, [str(choice) for choice in kind.choices], n=1))
    return f"« {given} » n’est pas accepté ; attendu : {expected}.{near}"


def _near(names: Iterable[str] | None) -> str:
    first = next(iter(names or ()), None)
    return f" Vouliez-vous dire « {first} » ?" if first else ""
