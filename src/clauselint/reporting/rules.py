"""A rule told in full, and the table of all rules: one source for the terminal and the docs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clauselint.library import Fondement, Outcome, Rule
from clauselint.model.francais import en_francais

__all__ = ["rule_text", "rules_json", "rules_text"]

_EXAMPLES = {
    Outcome.NON_CONFORME: "Ce que la règle relève",
    Outcome.CONFORME: "Ce qu’elle admet",
    Outcome.SANS_OBJET: "Ce qui ne la concerne pas",
    Outcome.INDETERMINE: "Ce dont elle ne peut décider",
}


def rule_text(rule: Rule) -> str:
    """Why, legal basis with dates, penalty, message, remedy, good and bad examples."""
    return "\n".join(_rule_lines(rule)) + "\n"


def _rule_lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} — {rule.titre}"
    yield f"Gravité : {rule.gravite} · Documents : {_documents(rule)}"
    if rule.fondement:
        yield "Fondement : " + " ; ".join(_basis(basis) for basis in rule.fondement)
    if rule.sanction:
        yield "Sanction : " + " ; ".join(_basis(basis) for basis in rule.sanction)
    yield ""
    yield rule.pourquoi.strip()
    yield from ("", "Message")
    for constat in rule.constats:
        yield f"  - {constat.message.fr.source}"
    if rule.conseil:
        yield from ("", "Comment corriger", f"  {rule.conseil.strip()}")
    if rule.corrige:
        yield f"  Clause de la bibliothèque : {rule.corrige}"
    for outcome, heading in _EXAMPLES.items():
        texts = [example.texte for example in rule.exemples if example.outcome is outcome]
        if texts:
            yield from ("", heading)
            for text in texts:
                yield "\n".join(f"  │ {line}" for line in text.strip().splitlines())
                yield ""


def _documents(rule: Rule) -> str:
    names = ", ".join(str(kind) for kind in rule.documents)
    portage = {True: " (portage salarial)", False: " (hors portage salarial)", None: ""}
    return names + portage[rule.portage]


def _basis(basis: Fondement) -> str:
    since = f", en vigueur depuis le {en_francais(basis.depuis)}" if basis.depuis else ""
    until = f", jusqu’au {en_francais(basis.jusqua)}" if basis.jusqua else ""
    link = f" ({basis.id})" if basis.id else ""
    return f"{basis}{since}{until}{link}"


def rules_text(rules: Sequence[Rule]) -> str:
    """One line a rule: id, severity, documents, legal basis."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines = []
    for rule in rules:
        basis = ", ".join(str(item) for item in rule.fondement)
        documents = ",".join(str(kind) for kind in rule.documents)
        lines.append(f"{rule.id:<{width}}  {rule.gravite:<13}  {documents:<22}  {basis}".rstrip())
    return "\n".join(lines) + "\n"


def rules_json(rules: Sequence[Rule]) -> list[dict[str, object]]:
    """The same, for programs."""
    return [
        {
            "rule": rule.id,
            "severity": str(rule.gravite),
            "title": rule.titre,
            "documents": [str(kind) for kind in rule.documents],
            "portage": rule.portage,
            "law": [str(item) for item in rule.fondement],
            "sanction": [str(item) for item in rule.sanction],
        }
        for rule in rules
    ]
