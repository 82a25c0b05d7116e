"""Expressions: what they may say, what they are refused for, and what they give."""

import marshal
from datetime import date
from decimal import Decimal

import pytest
from msgspec import Struct

from clauselint.library.expression_compiler import (
    FaultyExpression,
    Scope,
    compile_condition,
    compile_expression,
    compile_refusal,
    compile_template,
)
from clauselint.library.expressions import Evaluator, Expression
from clauselint.model import Duree, Montant

SCOPE = Scope(frozenset({"caisse_adresse", "rapport_mensuel"}))


class View(Struct, frozen=True):
    """What checking gives for a term: enough of it to run expressions."""

    valeur: object = None
    valeurs: tuple[object, ...] = ()
    texte: str = ""


TERMES = {
    "duree": View(Duree(mois=20), (Duree(mois=20),), "vingt mois"),
    "tjm": View(Montant(Decimal(500)), (Montant(Decimal(500)), Montant(Decimal(450)))),
    "nombre_jours": View(Decimal(10)),
}


class Document:
    type = "cdd"
    portage = True
    date = date(2026, 3, 1)


CONTEXT = {
    "document": Document,
    "terme": lambda nom: TERMES.get(nom, View()),
    "mois": lambda nombre: Duree(mois=nombre),
    "euros": lambda montant: Montant(Decimal(montant)),
    "jour": date.fromisoformat,
    "clause": lambda kind: kind,
}
EVALUATOR = Evaluator(
    tests={"connu": lambda view: view.valeur is not None, "presente": lambda kind: kind == "prix"},
    finalize=lambda value: f"<{value}>",
)


def value(source: str) -> object:
    return EVALUATOR.evaluate(compile_expression(source, SCOPE).expression, CONTEXT)


def faults(source: str, scope: Scope = SCOPE) -> list[tuple[str, str]]:
    """Each fault of a condition: the source from where the caret stands, and the message."""
    with pytest.raises(FaultyExpression) as caught:
        compile_condition(source, scope)
    return [(source[fault.offset :], fault.message) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("terme('duree').valeur > mois(18)", True),
        ("mois(6) < terme('duree').valeur <= mois(18)", False),
        ("terme('tjm') is connu and terme('juridiction') is not connu", True),
        ("not clause('prix') is presente or document.portage", True),
        ("document.type in ['cdi', 'prestation']", False),
        ("document.type not in ('cdi', 'prestation')", True),
        ("terme('tjm').valeur * 2 == euros('1000')", True),
        ("mois(3) + mois(4) - mois(1)", None),
        ("terme('tjm').valeurs | length", 2),
        ("(terme('tjm').valeurs | min) == euros('450')", True),
        ("(terme('tjm').valeurs | last) < terme('tjm').valeurs[0]", True),
        ("'long' if terme('duree').valeur > mois(18) else 'court'", "long"),
        ("document.date >= jour('2015-04-04')", True),
        ("-terme('nombre_jours').valeur", Decimal(-10)),
        ("document.type ~ '/' ~ 3", "<cdd></><3>"),
        ("['prix', '', 'lieu', 'terme'] | enumerer('et')", "prix, lieu et terme"),
        ("['', 'lieu' if document.portage else ''] | enumerer('et')", "lieu"),
        ("[''] | enumerer('et')", ""),
    ],
)
def test_an_expression_gives_its_value(source: str, expected: object) -> None:
    if expected is None:
        with pytest.raises(TypeError):
            value(source)  # a duration is not subtracted from another
    else:
        assert value(source) == expected


def test_a_refusal_is_true_where_the_condition_is_not_met() -> None:
    refusal = compile_refusal(
        "terme('duree').valeur <= mois(18) or document.portage == false", SCOPE
    )
    assert EVALUATOR.evaluate(refusal, CONTEXT) is True
    assert refusal.source.startswith("not (")


def test_a_message_prints_its_values_as_the_program_writes_them() -> None:
    source = (
        "La durée ({{ terme('duree').texte }}) dépasse"
        "{% if document.type == 'cdi' %} A{% elif document.portage %} B{% else %} C{% endif %}"
        " : {{ terme('tjm').valeurs | join(' et ') }}."
    )
    texts = Evaluator(finalize=lambda v: "€" if isinstance(v, Montant) else str(v))
    assert texts.render(compile_template(source, SCOPE), CONTEXT) == (
        "La durée (vingt mois) dépasse B : € et €."
    )


def test_a_message_without_places_is_its_own_text() -> None:
    template = compile_template("Nommer l’assureur : 50 % { a }", SCOPE)
    assert template == Expression("Nommer l’assureur : 50 % { a }", b"")
    assert Evaluator().render(template, {}) == "Nommer l’assureur : 50 % { a }"


@pytest.mark.parametrize(
    ("source", "at", "message"),
    [
        ("''.__class__", "__class__", "« '' » n’a pas d’attribut « __class__ »"),
        (
            "cycler.__init__.__globals__",
            "cycler.__init__.__globals__",
            "« cycler » n’est pas un nom des expressions",
        ),
        (
            "('a' * 10**8) == 'b'",
            "10**8) == 'b'",
            "cette tournure ne fait pas partie du langage des règles",
        ),
        ("('a' * 9999) == 'b'", "* 9999) == 'b'", "un texte ne se multiplie pas"),
        (
            "'%9999d' % 3 == ''",
            "%9999d' % 3 == ''",
            "cette tournure ne fait pas partie du langage des règles",
        ),
        ("range(3)", "range(3)", "« range » n’est pas une fonction des expressions"),
        ("terme.__self__", "terme.__self__", "« terme » est une fonction : terme(…)"),
        (
            "terme('tjm')()",
            "terme('tjm')()",
            "« terme('tjm') » ne s’appelle pas comme une fonction",
        ),
        ("document.tipe == 'cdd'", "tipe == 'cdd'", "« document » n’a pas d’attribut « tipe »"),
        (
            "document.type in ['cdd', 'cdx']",
            "cdx']",
            "« cdx » n’est pas un type de contrat",
        ),
        ("terme('tjmm') is connu", "tjmm') is connu", "« tjmm » n’est pas un nom de terme"),
        ("fait('caisse') is present", "caisse') is present", "« caisse » n’est pas un nom de fait"),
        (
            "clause('prix') is defined",
            "defined",
            "« is defined » ne se demande pas à « clause('prix') »",
        ),
        ("clause('prix') is connu", "connu", "« is connu » ne se demande pas à « clause('prix') »"),
        (
            "(terme('tjm').valeurs | list) == 3",
            "list) == 3",
            "« list » n’est pas un filtre des expressions",
        ),
        ("element == 3", "element == 3", "« element » n’est pas un nom des expressions"),
        ("document.date > jour('2025-02-30')", "2025-02-30')", "jour() ne lit pas « 2025-02-30 »"),
        ("terme('tjm').valeur > euros('dix')", "dix')", "euros() ne lit pas « dix »"),
        ("mois() > mois(1)", "mois() > mois(1)", "mois() attend une valeur"),
        ("mois('3') > mois(1)", "3') > mois(1)", "mois() attend un nombre ; reçu : « '3' »"),
        (
            "terme(document.type) is connu",
            "terme(document.type) is connu",
            "terme() attend un texte entre apostrophes",
        ),
        (
            "clause('prix') and document.portage",
            "clause('prix') and document.portage",
            "« clause('prix') » n’est ni vrai ni faux ; "
            "demander « is presente », « is absente » ou « is exclue »",
        ),
        (
            "terme('tjm') > euros('300')",
            "terme('tjm') > euros('300')",
            "« terme('tjm') » ne se compare pas ; demander « is connu », ou lire « .valeur »",
        ),
        (
            "terme('duree').valeur > 18",
            "terme('duree').valeur > 18",
            "une durée ne se compare pas à un nombre",
        ),
        (
            "terme('duree').valeur > 1.5",
            "1.5",
            "« 1.5 » est un nombre à virgule ; écrire euros('…') ou pourcent('…')",
        ),
        (
            "mois(3) if document.portage",
            "if document.portage",
            "« if » demande un « else » : A if condition else B",
        ),
        (
            "document.type document",
            "document",
            "« document » est de trop : l’expression est finie avant",
        ),
        (
            "terme(’tjm’) is connu",
            "’tjm’) is connu",
            "le signe « ’ » n’est pas admis ; "
            "les textes s’écrivent entre apostrophes droites ('…')",
        ),
        ("terme('tjm'", "terme('tjm'", "l’expression s’arrête trop tôt"),
    ],
)
def test_what_the_language_does_not_have_is_refused_with_its_place(
    source: str, at: str, message: str
) -> None:
    assert faults(source) == [(at, message)]


def test_every_fault_of_an_expression_is_told_once() -> None:
    found = faults("terme('tjmm').valeur > moi(3) and fait('rapport_mensuel') is connu")
    assert [message for _, message in found] == [
        "« tjmm » n’est pas un nom de terme",
        "« moi » n’est pas une fonction des expressions",
        "« is connu » ne se demande pas à « fait('rapport_mensuel') »",
    ]


def test_the_nearest_name_is_proposed() -> None:
    with pytest.raises(FaultyExpression) as caught:
        compile_condition("fait('caisse_adrese') is present", SCOPE)
    fault = caught.value.faults[0]
    assert fault.suggestion == "caisse_adresse"
    assert fault.expected == "caisse_adresse ou rapport_mensuel"


def test_the_line_of_a_fault_is_found_in_an_expression_of_several_lines() -> None:
    source = "document.portage\nand document.portage\nand documents.portage"
    assert faults(source)[0][0] == "documents.portage"


def test_element_is_known_inside_of_pour_chaque() -> None:
    elements = compile_expression("periodes()", SCOPE)
    assert elements.kind == "liste:periode"
    inside = Scope(SCOPE.faits, element="periode")
    assert compile_condition("element.debut < element.fin", inside).code
    assert faults("element.valeur == element.fin", inside)[0][1] == (
        "« element » n’a pas d’attribut « valeur »"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("Durée {{ terme('duree').valeur", "« {{ » n’est pas refermé par « }} »"),
        ("{% for x in periodes() %}a{% endfor %}", "un message n’admet que"),
        ("{{ clause('prix') }}", "« clause('prix') » ne s’imprime pas"),
        ("{{ lipsum() }}", "« lipsum » n’est pas une fonction"),
        ("{{ ’ }}", "le signe « ’ » n’est pas admis"),
    ],
)
def test_a_message_that_could_not_be_printed_is_refused(source: str, message: str) -> None:
    with pytest.raises(FaultyExpression) as caught:
        compile_template(source, SCOPE)
    assert caught.value.faults[0].message.startswith(message)


def test_values_known_only_when_they_are_read_do_not_repeat_either() -> None:
    inside = Scope(SCOPE.faits, element="")
    product = compile_expression("element * 100000000", inside).expression
    with pytest.raises(TypeError, match="ne se multiplie pas"):
        EVALUATOR.evaluate(product, {"element": "a"})
    assert EVALUATOR.evaluate(product, {"element": 2}) == 200000000


def test_an_expression_reaches_no_builtin_even_if_it_were_not_checked() -> None:
    code = marshal.dumps(compile("open", "<essai>", "eval"))
    with pytest.raises(NameError):
        EVALUATOR.evaluate(Expression("open", code), {})
