"""Jinja as clause texts may use it: strict, sandboxed, over the values of the mission only.

Jinja's own faults are silent or speak English of Python; here each is a `LibraryError` that names
the file, the line and the remedy. docxtpl prints nothing for a name it does not know and runs what
stands in a tag: neither can happen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from clauselint.drafting.compiled_texts import code_of
from clauselint.drafting.markup import Morceau, parse_markup, renvoi_mark, value_mark
from clauselint.drafting.values import Composition, Mot, Saisie, Vue, avec_de
from clauselint.library.mission_model import Civilite
from clauselint.library.problems import LibraryError, Problem, nearest

__all__ = ["Source", "holds", "render"]

_NAME = "<clause>"
_PRINTED = " printed"  # a space: no text can name it
_MOST_TEXTS = 4096


class Source(Struct, frozen=True):
    """A text of the library, and how to find it again, so that a fault in it is shown at its place.

    `line` gives the line of `file` on which the text begins; it is asked only for a fault.
    """

    text: str
    file: str
    key: str
    line: Callable[[], int]

    def fault(self, line: int, message: str, suggestion: str = "") -> LibraryError:
        """What to raise for a fault on `line`, from 1, of the text."""
        lines = self.text.splitlines()
        shown = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        place = self.line() + max(line, 1) - 1
        found = Problem(self.file, place, 1, self.key, message, "", suggestion, shown)
        return LibraryError((found,))


class _Manque(Exception):
    """A value that the text prints and the mission leaves out."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def render(source: Source, names: Mapping[str, Any]) -> tuple[Morceau, ...]:
    """The alinéas, items and tables of `source`, its values printed.

    Raises `LibraryError` for a name that does not exist, a value that the mission does not give, a
    tag that can't be read, an attempt to run anything.
    """
    if "{" not in source.text:
        return parse_markup(source.text, ())
    printed: list[Saisie] = []
    known = {**names, _PRINTED: printed}
    text = _guarded(source, names, lambda: _compiled(source.text).render(known))
    return parse_markup(text, tuple(printed))


def holds(source: Source, names: Mapping[str, Any]) -> bool:
    """Whether the condition that `source` writes holds. Raises `LibraryError` as `render` does."""
    wrapped = "{% if " + source.text + " %}1{% endif %}"
    return bool(_guarded(source, names, lambda: _compiled(wrapped).render(names)))


@pass_context
def _finalize(context: Context, value: object) -> str:
    """What a value prints; it is kept in the list that this rendering alone has."""
    return _printed(value, context.parent[_PRINTED])


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # texts go to lxml, which writes any character as it is
    )
    environment.globals.clear()
    environment.globals.update(renvoi=_renvoi, accord=_accord, fin=_fin)
    environment.filters.clear()
    environment.filters.update(
        lettres=Saisie.en_lettres,
        usuelle=Saisie.duree_usuelle,
        rond=Saisie.sans_centimes,
        liste=Composition.liste,
        de=avec_de,
        siren=_siren,
        nir=_nir,
        majuscule=_majuscule,
    )
    return environment


@lru_cache(maxsize=_MOST_TEXTS)
def _compiled(text: str) -> Template:
    """The template of a text, compiled once however many contracts say it."""
    environment = _environment()

    def compiling(text: str) -> CodeType:
        return environment.compile(text, name=_NAME, filename=_NAME)

    code = code_of(text, compiling)
    return environment.template_class.from_code(environment, code, environment.globals, None)


def _guarded(source: Source, names: Mapping[str, Any], run: Any) -> str:
    try:
        return str(run())
    except TemplateSyntaxError as error:
        raise source.fault(error.lineno, _syntax(error)) from None
    except UndefinedError as error:
        message, suggestion = _unknown(str(error.message), names)
        raise source.fault(_line(error), message, suggestion) from None
    except SecurityError as error:
        message = (
            "cette balise tente d’exécuter du code, ce qu’un texte de clause ne peut pas faire"
        )
        raise source.fault(_line(error), message) from None
    except (_Manque, TemplateRuntimeError, TypeError, ValueError, AttributeError) as error:
        raise source.fault(
            _line(error), f"cette balise ne peut pas être écrite : {error}"
        ) from None


def _unknown(message: str, names: Mapping[str, Any]) -> tuple[str, str]:
    """Jinja's « 'tjn' is undefined » and « 'Vue object' has no attribute 'tjn' », in French."""
    quoted = message.split("'")
    name = quoted[-2] if len(quoted) > 2 else message
    if "has no attribute" in message or "has no element" in message:
        known = {nom for value in names.values() for nom in getattr(value, "noms", tuple)()}
        return f"« {name} » n’existe pas ici", nearest(name, known)
    return f"« {name} » n’est pas un nom que les textes connaissent", nearest(name, names)


def _syntax(error: TemplateSyntaxError) -> str:
    message = str(error.message)
    if "’" in message or "‘" in message:
        return "une balise contient une apostrophe courbe ’ ; y écrire une apostrophe droite '"
    if "unexpected char" in message:
        return f"une balise contient un caractère qu’elle ne peut pas contenir ({message[-20:]})"
    if "No filter named" in message:
        return f"le filtre {message.split(chr(39))[1]} n’existe pas"
    return "cette balise n’est pas complète ou pas fermée ; vérifier {{ }} et {% %}"


def _line(error: BaseException) -> int:
    """The line of the text that was running, from the frames that Jinja leaves."""
    line, frame = 1, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == _NAME:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def _printed(value: object, printed: list[Saisie]) -> str:
    if isinstance(value, Composition):
        return "".join(
            piece if isinstance(piece, str) else _printed(piece, printed)
            for piece in value.morceaux
        )
    if isinstance(value, StrictUndefined):
        str(value)  # raises, as any use of an unknown name does
    if isinstance(value, Mot):
        return str(value)
    if not isinstance(value, (str, Saisie)):
        raise _Manque("elle désigne un groupe de valeurs, non une valeur")
    if isinstance(value, Saisie) and (value.valeur is None or isinstance(value.valeur, bool)):
        raise _Manque("la mission ne donne pas cette valeur ; la conditionner par {% if %}")
    printed.append(value if isinstance(value, Saisie) else Saisie(value))
    return value_mark(len(printed) - 1)


def _renvoi(clause: str) -> Mot:
    return Mot(renvoi_mark(clause))


def _accord(personne: Vue, masculin: str, feminin: str) -> Mot:
    return Mot(feminin if personne.civilite == Civilite.MADAME else masculin)


def _fin(last: bool) -> Mot:
    """What ends an item of a list: a full stop for the last, else a semicolon."""
    return Mot("." if last else " ;")


def _siren(value: Saisie) -> Saisie:
    digits = str(value)
    groups = [digits[:3], digits[3:6], digits[6:9], digits[9:]]
    return value.dit("\u00a0".join(group for group in groups if group))


def _nir(value: Saisie) -> Saisie:
    """« 2 84 05 29 103 027 15 »."""
    digits, pieces = str(value), []
    for width in (1, 2, 2, 2, 3, 3, 2):
        pieces.append(digits[:width])
        digits = digits[width:]
    return value.dit("\u00a0".join(pieces))


def _majuscule(value: Saisie) -> Saisie:
    text = str(value)
    return value.dit(text[:1].upper() + text[1:])
