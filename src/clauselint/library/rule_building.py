"""A rule whose expressions are checked and compiled, from the file that describes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from clauselint.library.definitions import Constat, MessageTemplate, Rule
from clauselint.library.expression_compiler import (
    Compiled,
    FaultyExpression,
    Scope,
    compile_condition,
    compile_expression,
    compile_refusal,
    compile_template,
)
from clauselint.library.expressions import Expression
from clauselint.library.problems import Problem
from clauselint.library.rule_schema import ConstatModel, MessageModel, RuleModel
from clauselint.library.schema_types import documents_of
from clauselint.library.yaml_source import Located

__all__ = ["RuleBuilder"]

Loc = tuple[str | int, ...]
MadeT = TypeVar("MadeT", Expression, Compiled)

_NOTHING = Expression("", b"")


class RuleBuilder(Struct, frozen=True):
    """Makes the rule of one file; what stands in the way is added to `problems`.

    `place` is the folder and the name of the file, which the rule's id must repeat; `faits` are
    the facts that the clauses of the library define.
    """

    located: Located[RuleModel]
    place: str
    faits: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def rule(self) -> Rule:
        """The rule. It is whole only when `problems` is empty."""
        model = self.located.value
        if model.regle != self.place:
            message = f"ce fichier est « rules/{self.place}.yaml » : la règle porte le même nom"
            self.problems.append(self.located.problem(("regle",), message, expected=self.place))
        of_dossier = model.portee == "dossier"
        scope = Scope(self.faits, of_dossier=of_dossier)
        quand = model.quand and self._made(compile_condition, model.quand, ("quand",), scope)
        return Rule(
            id=model.regle,
            gravite=model.gravite,
            documents=documents_of(model.documents),
            portage=model.portage,
            fondement=tuple(basis.fondement() for basis in model.fondement),
            sanction=tuple(basis.fondement() for basis in model.sanction),
            titre=model.titre,
            quand=quand or None,
            constats=self._constats(model, scope),
            conseil=model.conseil or "",
            pourquoi=model.pourquoi or "",
            corrige=model.corrige or "",
            exemples=tuple(example.made() for example in model.exemples),
            condition=model.condition or "",
            of_dossier=of_dossier,
        )

    def _constats(self, model: RuleModel, scope: Scope) -> tuple[Constat, ...]:
        if model.exige is not None and model.message is not None:
            si = self._made(compile_refusal, model.exige, ("exige",), scope)
            message = self._message(model.message, ("message",), scope)
            return (Constat(si or _NOTHING, message, self._pointed(model.ou, ("ou",), scope)),)
        return tuple(
            self._constat(constat, ("constats", number), scope)
            for number, constat in enumerate(model.constats)
        )

    def _constat(self, model: ConstatModel, loc: Loc, scope: Scope) -> Constat:
        elements: Expression | None = None
        if model.pour_chaque is not None:
            made = self._made(compile_expression, model.pour_chaque, (*loc, "pour_chaque"), scope)
            scope = replace(scope, element="")
            if made:
                elements = made.expression
                scope = replace(scope, element=made.kind.partition(":")[2])
        si = self._made(compile_condition, model.si, (*loc, "si"), scope)
        return Constat(
            si=si or _NOTHING,
            message=self._message(model.message, (*loc, "message"), scope),
            ou=self._pointed(model.ou, (*loc, "ou"), scope),
            pour_chaque=elements,
            contre=self._pointed(model.contre, (*loc, "contre"), scope),
        )

    def _message(self, model: MessageModel, loc: Loc, scope: Scope) -> MessageTemplate:
        fr = self._made(compile_template, model.fr, (*loc, "fr"), scope)
        en = self._made(compile_template, model.en, (*loc, "en"), scope)
        return MessageTemplate(fr or _NOTHING, en or _NOTHING)

    def _pointed(self, source: str | None, loc: Loc, scope: Scope) -> Expression | None:
        if source is None:
            return None
        made = self._made(compile_expression, source, loc, scope)
        return made.expression if made else None

    def _made(
        self, compiler: Callable[[str, Scope], MadeT], source: str, loc: Loc, scope: Scope
    ) -> MadeT | None:
        try:
            return compiler(source, scope)
        except FaultyExpression as error:
            self.problems.extend(
                self.located.problem(
                    loc,
                    fault.message,
                    expected=fault.expected,
                    suggestion=fault.suggestion,
                    offset=fault.offset,
                )
                for fault in error.faults
            )
            return None
