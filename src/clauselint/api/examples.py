"""The examples of rules and clauses, run as tests: by the project and by whoever writes a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clauselint.checking import RuleResult, check_document
from clauselint.library import Clause, ClauseExample, Library, Outcome, Rule, RuleExample
from clauselint.model import DocumentType
from clauselint.model.francais import en_francais
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand
from clauselint.reporting.values import value_json

__all__ = ["ExampleFailure", "play", "run_clause_examples", "run_rule_examples"]

_TYPES_OF_PARTS = {
    "prestation": DocumentType.PRESTATION,
    "convention": DocumentType.CONVENTION,
    "devis": DocumentType.DEVIS,
}
_OUTCOME_NAMES = {
    Outcome.CONFORME: "conforme",
    Outcome.NON_CONFORME: "non conforme",
    Outcome.SANS_OBJET: "sans objet",
    Outcome.INDETERMINE: "indéterminé",
}


class ExampleFailure(Struct, frozen=True):
    """An example that gives something else than it says: its rule or clause, its rank from 1."""

    owner: str
    number: int
    message: str


def run_rule_examples(library: Library, rules: Iterable[Rule]) -> Iterator[ExampleFailure]:
    """Each example that its rule judges otherwise than it says."""
    for rule in rules:
        for number, example in enumerate(rule.exemples, start=1):
            fault = _judge(library, rule, example)
            if fault:
                yield ExampleFailure(rule.id, number, fault)


def play(library: Library, rule: Rule, example: RuleExample) -> RuleResult:
    """What `rule` says of its `example`; `ValueError` when the rule can't be run."""
    if rule.of_dossier:
        return _play_dossier(library, rule, example)
    kind = example.document or rule.documents[0]
    text = text_from_notation(example.texte, name=rule.id)
    document = understand(
        text,
        library,
        forced_type=kind if rule.portage is not False else None,
        day=example.date,
    )
    results, failures = check_document(document, [rule])
    if failures:
        raise ValueError(f"la règle n’a pas pu être appliquée : {failures[0].reason}")
    return results[0]


def _play_dossier(library: Library, rule: Rule, example: RuleExample) -> RuleResult:
    """The contracts of an example are of one mission, whatever their parties."""
    from clauselint.checking.dossier_engine import check_dossier  # noqa: PLC0415 (few rules)
    from clauselint.dossiers.dossier import assemble, side_of  # noqa: PLC0415

    types = {"travail": example.document or DocumentType.CDD}
    read = {
        name: understand(
            text_from_notation(texte, name=name),
            library,
            forced_type=types.get(name) or _TYPES_OF_PARTS.get(name, DocumentType.AVENANT),
            day=example.date,
        )
        for name, texte in example.parts.items()
    }
    amendments = tuple(found for found in read.values() if found.type is DocumentType.AVENANT)
    dossier = assemble(
        tuple(found for found in read.values() if found.type is not DocumentType.AVENANT),
        tuple((found, side_of(found)) for found in amendments),
    )
    results, failures = check_dossier(dossier, [rule])
    if failures:
        raise ValueError(f"la règle n’a pas pu être appliquée : {failures[0].reason}")
    return results[0]


def _judge(library: Library, rule: Rule, example: RuleExample) -> str:
    try:
        result = play(library, rule, example)
    except ValueError as error:
        return str(error)
    if result.outcome is not example.outcome:
        said = "; ".join(finding.message.fr for finding in result.findings) or result.missing
        found = _OUTCOME_NAMES[result.outcome] + (f" ({said})" if said else "")
        return f"attendu « {_OUTCOME_NAMES[example.outcome]} », trouvé « {found} »"
    messages = [finding.message.fr for finding in result.findings]
    if example.message and not any(example.message in message for message in messages):
        return f"le message attendu « {example.message} » n’est pas dans {messages}"
    return ""


def run_clause_examples(library: Library, clauses: Iterable[Clause]) -> Iterator[ExampleFailure]:
    """Each example in which its clause is not recognised, or its terms not read, as it says."""
    for clause in clauses:
        for number, example in enumerate(clause.exemples, start=1):
            for kind in example.documents or clause.documents[:1]:
                fault = _recognised(library, clause, example, kind)
                if fault:
                    yield ExampleFailure(f"{clause.kind} ({kind})", number, fault)


def _recognised(
    library: Library, clause: Clause, example: ClauseExample, kind: DocumentType
) -> str:
    text = text_from_notation(example.texte, name=clause.kind)
    document = understand(text, library, forced_type=kind)
    found = [item for item in document.clauses if item.kind == clause.kind]
    present = any(not item.exclue for item in found)
    outcome = "presente" if present else "exclue" if found else "absente"
    if outcome != example.outcome:
        return f"attendue {example.outcome}, trouvée {outcome}"
    for nom, expected in example.termes.items():
        values = [terme.valeur for terme in document.termes if terme.nom == nom]
        if expected not in {str(value_json(v)) for v in values} | {en_francais(v) for v in values}:
            shown = ", ".join(en_francais(value) for value in values) or "rien"
            return f"terme {nom} : attendu {expected}, trouvé {shown}"
    return ""
