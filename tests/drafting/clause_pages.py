"""A clause as reviewers read it: every variant, in every document, on the example missions."""

from collections.abc import Iterator

from clauselint.drafting import render_clause
from clauselint.drafting.blocks import Bloc, Element, Style, text_of
from clauselint.library import Clause, Library, Parametre, TermeType, Variante
from clauselint.library.mission_model import Mission, ReglageClause
from clauselint.model import DocumentType

# A value of each type for a parameter that a mission may leave out.
SAMPLES = {
    TermeType.DATE: "2026-06-30",
    TermeType.DUREE: "6 mois",
    TermeType.ENTIER: "3",
    TermeType.MONTANT: "10 000 EUR",
    TermeType.NOMBRE: "12",
    TermeType.POURCENTAGE: "10 %",
    TermeType.TEXTE: "texte de la mission",
}

Values = tuple[tuple[str, str], ...]


def page(clause: Clause, missions: dict[str, Mission], library: Library) -> str:
    """The Markdown page of `clause`; `missions` are the examples, by type of work contract."""
    blocks = [f"# {clause.titre} (`{clause.kind}`)"]
    for variante in clause.variantes:
        blocks.append(f"## {variante.nom}")
        blocks.extend(_advice(variante))
        for document in clause.redigee:
            mission = missions["cdi" if document is DocumentType.CDI else "cdd"]
            blocks.extend(_document(clause, variante, document, mission, library))
    return "\n\n".join(blocks) + "\n"


def _advice(variante: Variante) -> Iterator[str]:
    told = (
        ("Concède", variante.concede),
        ("Accepter", variante.accepter),
        ("Repli", variante.repli),
        ("Par défaut", ", ".join(f"{nom} {value}" for nom, value in variante.defauts.items())),
    )
    lines = [f"- {label} : {text}" for label, text in told if text]
    if lines:
        yield "\n".join(lines)


def _document(
    clause: Clause, variante: Variante, document: DocumentType, mission: Mission, library: Library
) -> Iterator[str]:
    def written(nom: str, values: Values = ()) -> str:
        wish = ReglageClause(clause=clause.kind, variante=nom, valeurs=values)
        found = render_clause(
            clause, document, mission.model_copy(update={"clauses": (wish,)}), library
        )
        assert found is not None
        return _markdown(found.elements)

    plain = written(variante.nom)
    optional = [found for found in clause.parametres if not _defaulted(found, variante)]
    values = tuple((found.nom, _sample(found)) for found in optional)
    full = written(variante.nom, values) if values else plain
    yield f"### {document}"
    first = clause.variantes[0].nom
    if variante.nom != first and (plain, full) == (
        written(first),
        written(first, values) if values else written(first),
    ):
        yield f"*(comme « {first} »)*"
        return
    yield plain
    if full != plain:
        given = ", ".join(f"{nom} {value}" for nom, value in values)
        yield f"#### {document}, avec {given}"
        yield full


def _defaulted(parametre: Parametre, variante: Variante) -> bool:
    return parametre.defaut is not None or parametre.nom in variante.defauts


def _sample(parametre: Parametre) -> str:
    return parametre.min or parametre.max or SAMPLES[parametre.type]


def _markdown(elements: tuple[Element, ...]) -> str:
    return "\n\n".join(_element(element) for element in elements)


def _element(element: Element) -> str:
    if not isinstance(element, Bloc):
        rows = [
            f"| {' | '.join(text_of(b.runs) for cell in row for b in cell)} |"
            for row in element.lignes
        ]
        rule = "|" + " --- |" * len(element.lignes[0])
        return "\n".join((rows[0], rule, *rows[1:]))
    text = text_of(element.runs)
    if element.style is Style.ARTICLE:
        return f"**{element.label} {text}**"
    return f"{element.label} {text}".strip()
