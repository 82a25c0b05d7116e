"""One Jinja expression, checked against the vocabulary and written as a Python expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from jinja2 import nodes
from msgspec import Struct, field

from clauselint.library.expression_names import (
    COMPARISONS,
    DOSSIER_FUNCTIONS,
    FILTER_KINDS,
    FUNCTIONS,
    PASSAGES,
    QUANTITIES,
    VIEWS,
    Signature,
    attributes_of,
    tests_of,
)
from clauselint.library.expression_words import ADVICE, KINDS, count, first_word, shown
from clauselint.library.problems import choices, nearest
from clauselint.library.vocabulary import CLAUSES, LAW_TABLES, TERMES
from clauselint.model import DocumentType, Role

__all__ = ["Fault", "Scope", "Translator"]


class Fault(Struct, frozen=True):
    """What is wrong at character `offset` of an expression."""

    offset: int
    message: str
    expected: str = ""
    suggestion: str = ""


class Scope(Struct, frozen=True):
    """The names that depend on the library: its facts, and the kind of `element` where it has one.

    `element` is None outside of `pour_chaque`. `of_dossier` is for a rule that reads the contracts
    of a mission together: it has other functions, and no `document`.
    """

    faits: frozenset[str]
    element: str | None = None
    of_dossier: bool = False

    @property
    def functions(self) -> Mapping[str, Signature]:
        return DOSSIER_FUNCTIONS if self.of_dossier else FUNCTIONS

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand for something by themselves."""
        element = () if self.element is None else ("element",)
        return element if self.of_dossier else ("document", *element)


class Typed(Struct, frozen=True):
    """Python code for a value, and the value's kind."""

    code: str
    kind: str = ""


_COMPARISONS = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


class Translator(Struct, frozen=True):
    """Translates the nodes of one source; faults are gathered, then raised by the caller."""

    source: str
    scope: Scope
    faults: list[Fault] = field(default_factory=list)
    _faulty: list[nodes.Node] = field(default_factory=list)

    def template(self, body: Iterable[nodes.Node]) -> str:
        """The code of the text that a message gives."""
        pieces = [piece for node in body for piece in self._pieces(node)]
        return f"_join(({''.join(f'{piece}, ' for piece in pieces)}))"

    def condition(self, node: nodes.Node) -> str:
        """The code of a value that is true or false: a term or a clause alone is neither."""
        typed = self.value(node)
        name = typed.kind.partition(":")[0]
        if name in ADVICE:
            self._fault(node, f"{shown(node)} n’est ni vrai ni faux ; {ADVICE[name]}")
        elif name in QUANTITIES:
            self._fault(node, f"{KINDS[name]} n’est pas une condition ; écrire une comparaison")
        return typed.code

    def value(self, node: nodes.Node) -> Typed:
        """The code and kind of an expression; its faults are noted."""
        translate = _BY_NODE.get(type(node))
        if translate is None:
            return self._fault(node, f"{shown(node)} ne fait pas partie du langage des règles")
        return translate(self, node)

    def _pieces(self, node: nodes.Node) -> Iterable[str]:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if isinstance(part, nodes.TemplateData):
                    yield repr(part.data)
                else:
                    yield self._printed(part)
        elif isinstance(node, nodes.If):
            yield self._choice(node)
        else:
            self._fault(node, "un message n’admet que « {{ … }} » et « {% if … %} »")

    def _printed(self, node: nodes.Node) -> str:
        typed = self.value(node)
        name = typed.kind.partition(":")[0]
        if name in ADVICE:
            self._fault(node, f"{shown(node)} ne s’imprime pas ; {ADVICE[name]}")
        return f"_print({typed.code})"

    def _choice(self, node: nodes.If) -> str:
        rest = "''"
        if node.elif_:
            first, *others = node.elif_
            rest = self._choice(nodes.If(first.test, first.body, others, node.else_))
        elif node.else_:
            rest = self.template(node.else_)
        return f"({self.template(node.body)} if {self.condition(node.test)} else {rest})"

    def _const(self, node: nodes.Const) -> Typed:
        value = node.value
        if isinstance(value, bool) or value is None:
            return Typed(repr(value), "booleen" if value is not None else "")
        if isinstance(value, int):
            return Typed(repr(value), "entier")
        if isinstance(value, str):
            return Typed(repr(value), "texte")
        return self._fault(
            node, f"« {value} » est un nombre à virgule ; écrire euros('…') ou pourcent('…')"
        )

    def _name(self, node: nodes.Name) -> Typed:
        functions = self.scope.functions
        if node.name in self.scope.names:
            kind = self.scope.element if node.name == "element" else node.name
            return Typed(node.name, kind or "")
        if node.name in functions:
            return self._fault(node, f"« {node.name} » est une fonction : {node.name}(…)")
        return self._unknown(node, node.name, "nom", (*self.scope.names, *functions))

    def _call(self, node: nodes.Call) -> Typed:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if not name:
            return self._fault(node, f"{shown(node.node)} ne s’appelle pas comme une fonction")
        signature = self.scope.functions.get(name)
        if signature is None:
            return self._unknown(node, name, "fonction", self.scope.functions)
        wanted = signature.arguments
        if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != len(wanted):
            return self._fault(node, f"{name}() attend {count(len(wanted))}", needle=name)
        codes = [self._argument(name, *pair) for pair in zip(node.args, wanted, strict=True)]
        kind = signature.result
        if kind == "terme" and isinstance(node.args[-1], nodes.Const):
            kind = f"terme:{TERMES.get(str(node.args[-1].value), '')}"
        if name == "valeur_legale" and isinstance(node.args[0], nodes.Const):
            kind = LAW_TABLES.get(str(node.args[0].value), "")
        return Typed(f"{name}({', '.join(codes)})", kind)

    def _argument(self, function: str, node: nodes.Expr, wanted: str) -> str:
        if not wanted.startswith("="):
            typed = self.value(node)
            if typed.kind and typed.kind != wanted:
                self._fault(node, f"{function}() attend {KINDS[wanted]} ; reçu : {shown(node)}")
            return typed.code
        if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
            self._fault(node, f"{function}() attend un texte entre apostrophes", needle=function)
            return "None"
        self._quoted(function, node, node.value, wanted[1:])
        return repr(node.value)

    def _quoted(self, function: str, node: nodes.Expr, text: str, wanted: str) -> None:
        """Check a name or quantity written between quotes."""
        names = {
            "terme": frozenset(TERMES),
            "clause": CLAUSES,
            "document": frozenset(str(kind) for kind in DocumentType),
            "cote": _SIDES,
            "fait": self.scope.faits,
            "partie": frozenset(str(role) for role in Role),
            "table": frozenset(LAW_TABLES),
            "passages": PASSAGES,
        }.get(wanted)
        if names is None and not _READERS[wanted](text):
            self._fault(node, f"{function}() ne lit pas « {text} »", needle=text)
        elif names is not None and text not in names:
            self._fault(
                node,
                f"« {text} » n’est pas un nom de {wanted}",
                expected=choices(sorted(names)) if len(names) <= 12 else "",
                suggestion=nearest(text, names),
                needle=text,
            )

    def _getattr(self, node: nodes.Getattr) -> Typed:
        inner = self.value(node.node)
        known = attributes_of(inner.kind)
        if node.attr not in known:
            return self._fault(
                node,
                f"{shown(node.node)} n’a pas d’attribut « {node.attr} »",
                expected=choices(sorted(known)) if inner.kind else "",
                suggestion=nearest(node.attr, known),
                needle=node.attr,
            )
        return Typed(f"{inner.code}.{node.attr}", known[node.attr])

    def _getitem(self, node: nodes.Getitem) -> Typed:
        inner = self.value(node.node)
        rank = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not isinstance(rank, int) or inner.kind.partition(":")[0] not in ("liste", ""):
            return self._fault(node, "seul un élément d’une liste se prend par son rang : [0]")
        return Typed(f"{inner.code}[{rank}]", inner.kind.partition(":")[2])

    def _test(self, node: nodes.Test) -> Typed:
        inner = self.value(node.node)
        if node.name in COMPARISONS and self.scope.of_dossier:
            return self._likeness(node, inner)
        known = tests_of(inner.kind)
        if node.name not in known or node.args or node.kwargs:
            return self._fault(
                node,
                f"« is {node.name} » ne se demande pas à {shown(node.node)}",
                expected=choices(known),
                suggestion=nearest(node.name, known),
                needle=node.name,
            )
        return Typed(f"_tests[{node.name!r}]({inner.code})", "booleen")

    def _likeness(self, node: nodes.Test, inner: Typed) -> Typed:
        """`A is meme_que(B)`: both of a kind that the test compares."""
        if len(node.args) != 1 or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return self._fault(
                node, f"« is {node.name}(…) » attend une valeur à comparer", needle=node.name
            )
        other = self.value(node.args[0])
        admitted = COMPARISONS[node.name]
        names = [typed.kind.partition(":")[0] for typed in (inner, other)]
        if any(name and name not in admitted for name in names) or (
            all(names) and names[0] != names[1]
        ):
            kinds = " ou ".join(KINDS[name] for name in admitted)
            return self._fault(
                node, f"« is {node.name}(…) » compare {kinds} avec son pareil", needle=node.name
            )
        return Typed(f"_tests[{node.name!r}]({inner.code}, {other.code})", "booleen")

    def _filter(self, node: nodes.Filter) -> Typed:
        if node.node is None or node.name not in FILTER_KINDS or node.kwargs or node.dyn_args:
            return self._unknown(node, node.name, "filtre", FILTER_KINDS)
        inner = self.value(node.node)
        arguments = [self.value(argument).code for argument in node.args]
        code = f"_filters[{node.name!r}]({', '.join([inner.code, *arguments])})"
        kind = FILTER_KINDS[node.name]
        return Typed(code, inner.kind.partition(":")[2] if kind == "element" else kind)

    def _compare(self, node: nodes.Compare) -> Typed:
        left = self._comparable(node.expr)
        code = left.code
        for operand in node.ops:
            right = self._comparable(operand.expr)
            if operand.op not in ("in", "notin"):
                self._same_kind(node, left.kind, right.kind)
            if left.kind == "type_document":
                self._document_types(operand.expr)
            code += f" {_COMPARISONS[operand.op]} {right.code}"
            left = right
        return Typed(f"({code})", "booleen")

    def _document_types(self, node: nodes.Expr) -> None:
        """A misspelt type of contract would make a comparison false for ever."""
        constants = [node] if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
        known = [str(kind) for kind in DocumentType]
        for constant in constants:
            if constant.value not in known:
                self._fault(
                    constant,
                    f"« {constant.value} » n’est pas un type de contrat",
                    expected=choices(known),
                    suggestion=nearest(str(constant.value), known),
                )

    def _comparable(self, node: nodes.Expr) -> Typed:
        typed = self.value(node)
        name = typed.kind.partition(":")[0]
        if name in VIEWS:
            self._fault(node, f"{shown(node)} ne se compare pas ; {ADVICE[name]}")
        return typed

    def _same_kind(self, node: nodes.Expr, left: str, right: str) -> None:
        clash = left and right and left != right and (left in QUANTITIES or right in QUANTITIES)
        if clash and left in KINDS and right in KINDS:
            self._fault(node, f"{KINDS[left]} ne se compare pas à {KINDS[right]}")

    def _arithmetic(self, node: nodes.BinExpr) -> Typed:
        left, right = self._comparable(node.left), self._comparable(node.right)
        if isinstance(node, nodes.Mul):
            if "texte" in (left.kind, right.kind):
                return self._fault(node, "un texte ne se multiplie pas", needle="*")
            return Typed(f"_times({left.code}, {right.code})", left.kind)
        sign = "+" if isinstance(node, nodes.Add) else "-"
        return Typed(f"({left.code} {sign} {right.code})", left.kind)

    def _both(self, node: nodes.BinExpr) -> Typed:
        word = "and" if isinstance(node, nodes.And) else "or"
        return Typed(
            f"({self.condition(node.left)} {word} {self.condition(node.right)})", "booleen"
        )

    def _not(self, node: nodes.Not) -> Typed:
        return Typed(f"(not {self.condition(node.node)})", "booleen")

    def _negative(self, node: nodes.Neg) -> Typed:
        inner = self._comparable(node.node)
        return Typed(f"(-{inner.code})", inner.kind)

    def _concat(self, node: nodes.Concat) -> Typed:
        return Typed(
            f"_join(({''.join(f'{self._printed(part)}, ' for part in node.nodes)}))", "texte"
        )

    def _conditional(self, node: nodes.CondExpr) -> Typed:
        if node.expr2 is None:
            return self._fault(
                node, "« if » demande un « else » : A if condition else B", needle="if"
            )
        yes, no = self.value(node.expr1), self.value(node.expr2)
        kind = yes.kind if yes.kind == no.kind else ""
        return Typed(f"({yes.code} if {self.condition(node.test)} else {no.code})", kind)

    def _sequence(self, node: nodes.List | nodes.Tuple) -> Typed:
        items = [self.value(item) for item in node.items]
        kinds = {item.kind for item in items}
        inner = kinds.pop() if len(kinds) == 1 else ""
        return Typed(f"({''.join(f'{item.code}, ' for item in items)})", f"liste:{inner}")

    def _unknown(self, node: nodes.Expr, name: str, what: str, names: Iterable[str]) -> Typed:
        article = "une" if what == "fonction" else "un"
        known = sorted(names)
        return self._fault(
            node,
            f"« {name} » n’est pas {article} {what} des expressions",
            expected=choices(known),
            suggestion=nearest(name, known),
            needle=name,
        )

    def _fault(
        self,
        node: nodes.Node,
        message: str,
        *,
        expected: str = "",
        suggestion: str = "",
        needle: str = "",
    ) -> Typed:
        """Note a fault where `needle` (default: the beginning of the node) stands in the source.

        A fault of a part is the only one told: what it breaks around it would be noise.
        """
        inside = (node, *node.find_all(nodes.Node))
        if any(known is part for known in self._faulty for part in inside):
            return Typed("None")
        self._faulty.append(node)
        offset = self._offset(node.lineno, needle or first_word(node))
        self.faults.append(Fault(offset, message, expected, suggestion))
        return Typed("None")

    def _offset(self, lineno: int, word: str) -> int:
        """Jinja knows lines only: the first place of the word from the start of its line."""
        start = sum(len(line) for line in self.source.splitlines(keepends=True)[: lineno - 1])
        edge = r"\b" if word[:1].isalnum() else ""
        found = re.compile(edge + re.escape(word) + edge).search(self.source, start)
        return found.start() if found and word else start


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


_SIDES = frozenset({"travail", "prestation", "convention", "devis"})
_READERS: Mapping[str, Callable[[str], bool]] = {"jour": _is_day, "nombre": _is_number}

_BY_NODE: Mapping[type[nodes.Node], Callable[[Translator, Any], Typed]] = {
    nodes.Add: Translator._arithmetic,
    nodes.And: Translator._both,
    nodes.Call: Translator._call,
    nodes.Compare: Translator._compare,
    nodes.Concat: Translator._concat,
    nodes.CondExpr: Translator._conditional,
    nodes.Const: Translator._const,
    nodes.Filter: Translator._filter,
    nodes.Getattr: Translator._getattr,
    nodes.Getitem: Translator._getitem,
    nodes.List: Translator._sequence,
    nodes.Mul: Translator._arithmetic,
    nodes.Name: Translator._name,
    nodes.Neg: Translator._negative,
    nodes.Not: Translator._not,
    nodes.Or: Translator._both,
    nodes.Sub: Translator._arithmetic,
    nodes.Test: Translator._test,
    nodes.Tuple: Translator._sequence,
}
