"""Missions drawn at random within the schema: names, dates, prices, lengths."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

EXAMPLES = Path(__file__).parents[1] / "examples"
PROFIL = EXAMPLES / "profils" / "hauterive-portage.yaml"

_FIRST = "ABCDÉÈÎLMNOPRSTÇ"
_REST = "abcdefghilmnoprstuvéèêëàâîïôûùç"
words = st.builds(
    lambda head, tail: head + tail,
    st.sampled_from(_FIRST),
    st.text(_REST, min_size=2, max_size=9),
)
names = st.one_of(
    words,
    st.builds("{}-{}".format, words, words),
    st.builds("d’{}".format, words.filter(lambda word: word[0] in "AÉÈÎO")),
    st.builds("{} {}".format, words, words),
)
streets = st.builds(
    "{} {} {}, {} {}".format,
    st.integers(1, 199),
    st.sampled_from(["rue", "avenue", "quai", "place de l’", "chemin du"]),
    words,
    st.integers(10000, 95999),
    words,
)
companies = st.one_of(
    st.builds("{} Conseil".format, words),
    st.builds("Ateliers {}".format, words),
    st.builds("{} & {}".format, words, words),
    st.builds("L’{} Industries".format, words),
)


def _siren(first: int) -> str:
    """The SIREN that begins with these eight digits (Luhn key)."""
    digits = f"{first:08d}"
    total = 0
    for rank, digit in enumerate(reversed(digits)):
        double = int(digit) * (2 if rank % 2 == 0 else 1)
        total += double - 9 if double > 9 else double
    return f"{digits}{-total % 10}"


sirens = st.integers(10000000, 99999999).map(_siren)


def _amount(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",") + " EUR"


@st.composite
def missions(draw: st.DrawFn) -> dict[str, Any]:
    """A mission as its file says it, based on an example: every value that varies is drawn."""
    travail = draw(st.sampled_from(["cdd", "cdi"]))
    source = EXAMPLES / f"mission-{travail}.yaml"
    mission: dict[str, Any] = YAML(typ="safe").load(source.read_text(encoding="utf-8"))
    mission["profil"] = str(PROFIL)
    debut = draw(st.dates(date(2024, 8, 1), date(2027, 6, 30)))
    fin = debut + timedelta(days=draw(st.integers(40, 500)))
    tjm = Decimal(draw(st.integers(40000, 140000))) / 100
    salarie = mission["salarie_porte"]
    salarie |= {
        "civilite": draw(st.sampled_from(["Mme", "M."])),
        "prenom": draw(words),
        "nom": draw(names),
        "adresse": draw(streets),
    }
    client = mission["entreprise_cliente"]
    client |= {"denomination": draw(companies), "siren": draw(sirens), "adresse": draw(streets)}
    client.pop("siret", None)
    mission.pop("embauche", None)
    mission["prestation"] |= {
        "debut": debut.isoformat(),
        "fin": fin.isoformat(),
        "lieu": draw(streets),
        "livrables": [],
    }
    mission["prix"] |= {
        "tjm": f"{tjm:.2f} EUR HT",
        "jours": draw(st.integers(20, 230)),
        "frais_gestion": f"{draw(st.integers(3, 10))} %",
        "frais_professionnels": "0 EUR",
    }
    mission["remuneration"] |= {
        "brut_journalier": _amount((tjm * Decimal("0.42")).quantize(Decimal("0.01"))),
        "jours_par_mois": draw(st.integers(10, 21)),
    }
    mission["periode_essai"] = f"{draw(st.integers(1, 4))} semaines"
    mission["clauses"] = {
        "confidentialite": {"duree": f"{draw(st.integers(1, 5))} ans"},
        "modalites_paiement": {"delai": f"{draw(st.sampled_from([15, 30, 45]))} jours"},
        "resiliation": {
            "preavis": f"{draw(st.integers(1, 3))} mois",
            "mise_en_demeure": f"{draw(st.sampled_from([8, 15, 30]))} jours",
        },
        "non_sollicitation": {"duree": f"{draw(st.integers(6, 24))} mois"},
    }
    mission["signature"] |= {
        "date": (debut - timedelta(days=draw(st.integers(0, 30)))).isoformat(),
        "lieu": draw(words),
    }
    return mission


def written(mission: dict[str, Any], folder: Path) -> Path:
    """The mission as a file in `folder`."""
    text = StringIO()
    YAML(typ="safe", pure=True).dump(mission, text)
    path = folder / "mission.yaml"
    path.write_text(text.getvalue(), encoding="utf-8")
    return path
