"""What differs between a contract and the library, for a person and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from clauselint.api.comparison.comparing import Difference, Etat
from clauselint.api.comparison.matching import Passage

__all__ = ["diff_json", "diff_text"]

Style = Callable[[str, str], str]

_NAMES = {
    Etat.INCHANGEE: "inchangée",
    Etat.PARAMETRES: "paramètres changés",
    Etat.REFORMULEE: "reformulée",
    Etat.AJOUTEE: "ajoutée",
    Etat.RETIREE: "absente du contrat",
}
_STYLES = {
    Etat.INCHANGEE: "dim",
    Etat.PARAMETRES: "cyan",
    Etat.REFORMULEE: "yellow",
    Etat.AJOUTEE: "green",
    Etat.RETIREE: "red",
}


def diff_text(differences: Sequence[Difference], style: Style) -> str:
    """One line a clause, under it what changed: `[-retiré-]`, `{+ajouté+}`; then the counts."""
    lines = [line for item in differences for line in _lines(item, style)]
    counts = Counter(item.etat for item in differences)
    said = ", ".join(f"{counts[etat]} {_NAMES[etat]}" for etat in Etat if counts[etat])
    return "\n".join([*lines, f"Clauses : {said}."]) + "\n"


def _lines(item: Difference, style: Style) -> Iterator[str]:
    article = f"Article {item.numero}. {item.titre}" if item.numero else item.titre
    clause = f" [{item.clause}, {item.variante}]" if item.clause else ""
    name = article or item.clause
    yield f"{name}{clause} : {style(_NAMES[item.etat], _STYLES[item.etat])}"
    if item.ancienne:
        yield "  Rédigée d’après un texte que la bibliothèque a changé depuis."
    for reglage in item.reglages:
        usual = reglage.bibliotheque or "aucune valeur"
        yield f"  {reglage.nom} : {reglage.contrat} (bibliothèque : {usual})"
    if item.etat is Etat.REFORMULEE:
        for ecart in item.ecarts:
            yield "  " + " ".join(_passage(passage, style) for passage in ecart)


def _passage(passage: Passage, style: Style) -> str:
    if passage.nature == "ajout":
        return style("{+" + passage.texte + "+}", "green")
    if passage.nature == "retrait":
        return style(f"[-{passage.texte}-]", "red")
    return passage.texte


def diff_json(differences: Sequence[Difference], document: str) -> dict[str, Any]:
    """The same for programs: `clauselint/diff/1`."""
    counts = Counter(item.etat for item in differences)
    return {
        "schema": "clauselint/diff/1",
        "document": document,
        "clauses": [
            {
                **item._asdict(),
                "etat": item.etat.value,
                "reglages": [reglage._asdict() for reglage in item.reglages],
                "ecarts": [[passage._asdict() for passage in ecart] for ecart in item.ecarts],
            }
            for item in differences
        ],
        "summary": {etat.value: counts[etat] for etat in Etat},
    }
