"""Objects as columns of plain values, and back."""

import marshal
from datetime import date

from msgspec.structs import replace

from clauselint.library.cues import parse_cue
from clauselint.library.definitions import (
    Clause,
    ClauseExample,
    Constat,
    Fondement,
    Gravite,
    Indice,
    MessageTemplate,
    Outcome,
    Portee,
    Reconnaissance,
    Rule,
    RuleExample,
    Variante,
)
from clauselint.library.expressions import Expression
from clauselint.library.freezing import freeze, thaw
from clauselint.model import DocumentType

CLAUSE = Clause(
    kind="prix",
    titre="Prix",
    documents=(DocumentType.CDD, DocumentType.PRESTATION),
    fondement=(Fondement("C. trav.", "L1254-15", "2° e)", date(2015, 4, 4)),),
    reconnaitre=Reconnaissance(
        titres=(parse_cue("prix"),),
        indices=(Indice(parse_cue("prix + @montant"), Portee.ARTICLE), Indice(parse_cue("prix"))),
    ),
    variantes=(Variante("equilibree", {DocumentType.CDD: "Le prix."}),),
    exemples=(ClauseExample("Le prix.", (), "presente", {"tjm": "620 EUR"}),),
)
RULE = Rule(
    id="essai/prix",
    gravite=Gravite.INFO,
    documents=(DocumentType.CDD,),
    portage=None,
    fondement=CLAUSE.fondement,
    sanction=(),
    titre="Prix",
    quand=None,
    constats=(
        Constat(
            Expression("true", b"code"), MessageTemplate(Expression("a", b""), Expression("b", b""))
        ),
    ),
    conseil="",
    pourquoi="",
    corrige="prix",
    exemples=(RuleExample(Outcome.CONFORME, "Le prix.", None, date(2026, 1, 1)),),
)


def test_what_is_frozen_comes_back_equal_through_plain_values() -> None:
    other = replace(RULE, id="essai/tjm", portage=True, quand=Expression("x", b"y"))
    kept = marshal.loads(marshal.dumps(freeze([CLAUSE], [RULE, other])))
    assert thaw(kept) == [(CLAUSE,), (RULE, other)]


def test_equal_parts_are_made_once_and_shared() -> None:
    ((clause,), (rule,)) = thaw(freeze([CLAUSE], [RULE]))
    assert clause.fondement[0] is rule.fondement[0]
    assert clause.reconnaitre.titres[0] is clause.reconnaitre.indices[1].cue


def test_a_library_without_rules_can_be_kept() -> None:
    assert thaw(freeze([CLAUSE], [])) == [(CLAUSE,), ()]
