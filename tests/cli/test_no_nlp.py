"""`check --no-nlp`, and when spaCy is imported."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from clauselint.cli.commands import main

PLAIN = "Les badges sont rendus au gardien le dernier jour."
IN_DOUBT = "Les badges sont rendus à Irène Castaing le dernier jour."
RULES = ("--select", "redaction/*", "--fail-on", "never")
WATCH = """
import sys
from clauselint.cli.clauselint import main
try:
    main(sys.argv[1:])
finally:
    print("spacy" in sys.modules, file=sys.stderr)
"""


@pytest.fixture
def contract(tmp_path: Path):
    def made(sentence: str) -> str:
        path = tmp_path / "contrat.docx"
        document = docx.Document()
        document.add_paragraph("CONTRAT DE PRESTATION DE SERVICES")
        document.add_heading("Article 1 – Accès", 1)
        document.add_paragraph(sentence)
        document.save(str(path))
        return str(path)

    return made


def output(*args: str) -> str:
    return CliRunner().invoke(main, ["check", *args, *RULES]).stdout


def test_a_name_without_title_is_found(contract):
    assert "« Irène Castaing » n’est pas partie" in output(contract(IN_DOUBT))


def test_without_analysis_one_line_says_which_rule_is_applied_in_part(contract):
    text = output(contract(IN_DOUBT), "--no-nlp")
    assert "Irène Castaing" not in text
    assert (
        "Analyse de la langue désactivée (--no-nlp) : redaction/residu appliquée en partie "
        "(1 passage non examiné)." in text.splitlines()
    )


def test_without_analysis_the_english_report_says_so_too(contract):
    text = output(contract(IN_DOUBT), "--no-nlp", "--lang", "en")
    assert "Language analysis turned off (--no-nlp)" in text
    assert "1 passage not examined" in text


def test_the_json_lists_what_was_skipped(contract):
    path = contract(IN_DOUBT)
    assert json.loads(output(path, "--format", "json"))["skipped"] == []
    assert json.loads(output(path, "--no-nlp", "--format", "json"))["skipped"] == [
        {"rule": "redaction/residu", "document": path, "passages": 1, "reason": "no-nlp"}
    ]


@pytest.mark.parametrize(
    ("sentence", "options", "imported"),
    [(PLAIN, (), False), (IN_DOUBT, (), True), (IN_DOUBT, ("--no-nlp",), False)],
)
def test_spacy_is_imported_only_for_names_in_doubt(contract, sentence, options, imported):
    command = [sys.executable, "-c", WATCH, "check", contract(sentence), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr.splitlines()[-1] == str(imported)
