"""Several contracts checked together: both places in the report, and which go together."""

import json
import subprocess
import sys
from pathlib import Path

import docx
from click.testing import CliRunner

from clauselint.cli.commands import main as clauselint

PARTIES = (
    "Entre la société Portage du Val, SIREN 403 265 897, ci-après « l’Entreprise de portage »,",
    "et Mme Odile Ravier, ci-après désignée « la Salariée portée »,",
    "L’Entreprise cliente est la société Horlogerie Bastide, SIREN 552 100 554.",
)
CDD = "CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE"
SERVICE = "CONTRAT COMMERCIAL DE PRESTATION DE PORTAGE SALARIAL"


def contract(path: Path, title: str, price: int, *more: str) -> Path:
    document = docx.Document()
    for text in (title, *PARTIES):
        document.add_paragraph(text)
    document.add_heading("Article 1 – Prix", level=1)
    document.add_paragraph(f"Le prix de la prestation est de {price} € HT par jour.")
    for text in more:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def mission(folder: Path) -> tuple[Path, Path]:
    return contract(folder / "a.docx", CDD, 400), contract(folder / "b.docx", SERVICE, 450)


def run(*args: object) -> str:
    return CliRunner().invoke(clauselint, [str(arg) for arg in args]).stdout


def test_the_json_gives_both_places_and_the_documents_that_go_together(tmp_path: Path):
    work, service = mission(tmp_path)
    report = json.loads(run("check", tmp_path, "--select", "coherence/prix", "--format", "json"))
    (finding,) = report["findings"]
    assert finding["document"] == str(work)
    assert finding["other_documents"] == [str(service)]
    (other,) = finding["other_places"]
    assert (other["document"], other["quote"]) == (str(service), "450 € HT")
    assert other["place"]["paragraph"] == finding["place"]["paragraph"] == 5
    assert report["dossiers"] == [[str(work), str(service)]]
    assert report["apart"] == []


def test_the_text_quotes_both_contracts(tmp_path: Path):
    mission(tmp_path)
    shown = run("check", tmp_path, "--select", "coherence/prix")
    assert "« 400 € HT »" in shown
    assert "b.docx (article 1) : « 450 € HT »" in shown


def test_one_contract_by_itself_is_compared_with_nothing_and_loads_nothing_for_it(tmp_path: Path):
    work, _ = mission(tmp_path)
    report = json.loads(run("check", work, "--select", "coherence/prix", "--format", "json"))
    assert report["findings"] == []
    code = (
        "import sys; from pathlib import Path; from clauselint import api;"
        f"api.check([Path({str(work)!r})], api.CheckOptions());"
        "print([n for n in sys.modules if 'dossier' in n or n == 'rapidfuzz'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_consolidated_terms_say_where_they_come_from(tmp_path: Path):
    mission(tmp_path)
    title = "AVENANT N° 1 AU CONTRAT COMMERCIAL DE PRESTATION DE PORTAGE SALARIAL"
    amendment = contract(tmp_path / "c.docx", title, 480, "Fait à Tours, le 4 mai 2026.")
    read = json.loads(run("extract", "--consolidate", tmp_path, "--format", "json"))
    (dossier,) = read["dossiers"]
    prices = {
        side["cote"]: (term["valeur"]["montant"], Path(term["document"]).name)
        for side in dossier["cotes"]
        for term in side["termes"]
        if term["nom"] == "tjm"
    }
    assert prices == {"travail": ("400.00", "a.docx"), "prestation": ("480.00", "c.docx")}
    earlier = run("extract", "--consolidate", tmp_path, "--at", "2026-05-03")
    assert "tjm = 450,00 € HT" in earlier.replace("\u00a0", " ")
    assert f"{amendment}, 4 mai 2026 (pas encore signé)" in earlier


def test_consolidate_and_at_are_refused_where_they_mean_nothing(tmp_path: Path):
    work, service = mission(tmp_path)
    for args in ([work, service], [work, "--at", "2026-05-03"]):
        assert run("extract", *args) == ""
