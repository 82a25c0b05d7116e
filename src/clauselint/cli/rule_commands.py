"""The commands about rules: `explain`, `rules`, `test`."""

from __future__ import annotations

from pathlib import Path

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.leaving import EXIT_FINDINGS
from clauselint.cli.output import write_output
from clauselint.cli.shared import LANG_OPTION, LIBRARY_OPTION

__all__ = ["explain", "list_rules", "run_examples"]


@click.command(cls=FrenchCommand)
@click.argument("rule", metavar="RÈGLE")
@LANG_OPTION
@LIBRARY_OPTION
def explain(rule: str, lang: str, library: tuple[Path, ...]) -> int:
    """Explique une règle : pourquoi, fondement, sanction, exemples, remède."""
    from clauselint.api.rule_sheets import explain_rules  # noqa: PLC0415
    from clauselint.library import load_library  # noqa: PLC0415

    write_output(explain_rules(load_library(library), rule, lang), None)
    return 0


@click.command("rules", cls=FrenchCommand)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@LIBRARY_OPTION
def list_rules(output_format: str, library: tuple[Path, ...]) -> int:
    """Liste les règles : nom, gravité, documents, fondement."""
    import json  # noqa: PLC0415

    from clauselint.library import load_library  # noqa: PLC0415
    from clauselint.reporting.rules import rules_json, rules_text  # noqa: PLC0415

    rules = load_library(library).rules
    if output_format == "json":
        write_output(json.dumps(rules_json(rules), ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_output(rules_text(rules), None)
    return 0


@click.command("test", cls=FrenchCommand)
@click.argument("names", nargs=-1, metavar="[RÈGLE|FAMILLE|CLAUSE]...")
@LIBRARY_OPTION
def run_examples(names: tuple[str, ...], library: tuple[Path, ...]) -> int:
    """Joue les exemples des règles et des clauses et montre ceux qui ne tiennent pas.

    Code de sortie : 0 tous les exemples tiennent ; 1 au moins un ne tient pas.
    """
    from clauselint.api.examples import run_clause_examples, run_rule_examples  # noqa: PLC0415
    from clauselint.checking import select_rules  # noqa: PLC0415
    from clauselint.library import load_library  # noqa: PLC0415

    loaded = load_library(library)
    kinds = [name for name in names if name in loaded.clauses]
    clauses = [loaded.clauses[kind] for kind in kinds] if names else loaded.clauses.values()
    selected = [name for name in names if name not in loaded.clauses]
    rules = select_rules(loaded.rules, selected) if selected or not names else ()
    failures = [*run_rule_examples(loaded, rules), *run_clause_examples(loaded, clauses)]
    for failure in failures:
        click.echo(f"{failure.owner}, exemple {failure.number} : {failure.message}")
    played = sum(len(rule.exemples) for rule in rules) + sum(len(c.exemples) for c in clauses)
    click.echo(f"{played} exemples joués, {len(failures)} en défaut.")
    return EXIT_FINDINGS if failures else 0
