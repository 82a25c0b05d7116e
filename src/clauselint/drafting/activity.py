"""What the texts of an activity report know of a month: its days, its totals, its expenses.

IDCC 3219 art. 20 wants the dates of the days and half-days worked, and the hours when working time
is counted in hours (art. 27); avenant n° 4 wants prestation, prospection, illness, leave, training
and delegation told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from clauselint.drafting.acceptance import planned, unknown_deliverable
from clauselint.drafting.values import Fiche, Saisie
from clauselint.library.mission_documents import Activite, CompteRendu, JourActivite
from clauselint.library.mission_model import Mission
from clauselint.library.problems import LibraryError, Problem
from clauselint.model import Montant

__all__ = ["month_of"]

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_SATURDAY = 5


def month_of(mission: Mission, rank: int) -> Fiche:
    """The month of activity report number `rank`, from 0, of `mission` as it stands that month.

    `mois`, « avril 2026 »; `jours`, every day of the month, with one line for each kind of time:
    `nom` « jeudi 2 », `activite` (what was done, else why nothing was), `part` in days and `heures`
    (empty for a day without activity; no `heures` under a forfait jours); `totaux`: `activite`,
    `jours`, `heures`; `prestation`, `prevus` (days agreed for a full month), `cumul` since the
    beginning, `convenus`, `reste` and its size `ecart`; `frais` and `total_frais`; `avancement`:
    `livrable`, `prevue`, `etat`.

    Raises `LibraryError`, at the line of the mission, for a day longer than a day, work outside the
    prestation, a month told twice, a deliverable that the mission does not have.
    """
    report = mission.cra[rank]
    problems = tuple(_problems(mission, rank, report))
    if problems:
        raise LibraryError(problems)
    cumul = _done(found for found in mission.cra if found.mois <= report.mois)
    chemin = ("cra", rank)
    return Fiche(
        mois=Saisie(f"{_MONTHS[report.mois.month - 1]} {report.mois.year}"),
        jours=tuple(_days(mission, report)),
        totaux=tuple(_totals(mission, report)),
        prestation=Saisie(_done((report,))),
        prevus=Saisie(
            mission.remuneration.jours_par_mois, mission.origine("remuneration", "jours_par_mois")
        ),
        cumul=Saisie(cumul),
        convenus=Saisie(mission.prix.jours, mission.origine("prix", "jours")),
        reste=Saisie(mission.prix.jours - cumul),
        ecart=Saisie(abs(mission.prix.jours - cumul)),
        frais=tuple(
            Fiche(
                jour=Saisie(spent.jour, mission.origine(*chemin, "frais", number, "jour")),
                objet=Saisie(spent.objet, mission.origine(*chemin, "frais", number, "objet")),
                montant=Saisie(
                    Montant(spent.montant.montant),
                    mission.origine(*chemin, "frais", number, "montant"),
                ),
            )
            for number, spent in enumerate(report.frais)
        ),
        total_frais=Saisie(
            Montant(sum((spent.montant.montant for spent in report.frais), Decimal(0)))
        ),
        avancement=tuple(
            Fiche(
                livrable=Saisie(
                    step.livrable, mission.origine(*chemin, "avancement", number, "livrable")
                ),
                prevue=planned(mission, step.livrable),
                etat=Saisie(step.etat, mission.origine(*chemin, "avancement", number, "etat")),
            )
            for number, step in enumerate(report.avancement)
        ),
    )


def _done(reports: Iterator[CompteRendu] | tuple[CompteRendu, ...]) -> Decimal:
    """The days of prestation of these reports."""
    return sum(
        (
            day.part
            for report in reports
            for day in report.jours
            if day.activite is Activite.PRESTATION
        ),
        Decimal(0),
    )


def _days(mission: Mission, report: CompteRendu) -> Iterator[Fiche]:
    public = _public_holidays(report.mois.year)
    day = report.mois
    while day.month == report.mois.month:
        holiday = public.get(day)
        number = "1er" if day.day == 1 else str(day.day)
        name = f"{_WEEKDAYS[day.weekday()]} {number}"
        told = [found for found in report.jours if found.jour == day]
        for found in told:
            activity = found.activite.value.capitalize()
            said = f"{activity} (jour férié)" if holiday else activity
            yield Fiche(
                nom=Saisie(name),
                activite=Saisie(said),
                part=Saisie(found.part),
                heures=_hours(mission, found.part),
            )
        if not told:
            yield Fiche(
                nom=Saisie(name),
                activite=Saisie(_idle(day, holiday)),
                part=Saisie(""),
                heures=Saisie(""),
            )
        day += timedelta(days=1)


def _idle(day: date, holiday: str | None) -> str:
    if holiday:
        return f"Jour férié : {holiday}".replace(" :", "\u00a0:")
    return "Repos hebdomadaire" if day.weekday() >= _SATURDAY else "Sans activité"


def _public_holidays(year: int) -> dict[date, str]:
    """Those of metropolitan France (C. trav. L3133-1), by day."""
    import holidays  # noqa: PLC0415 (0.3 s, and needed by this document only)

    found = holidays.country_holidays("FR", years=year, language="fr")
    return {day: str(name).replace("'", "’") for day, name in found.items()}


def _totals(mission: Mission, report: CompteRendu) -> Iterator[Fiche]:
    for activity in Activite:
        parts = [day.part for day in report.jours if day.activite is activity]
        if parts:
            total = sum(parts, Decimal(0))
            yield Fiche(
                activite=Saisie(activity.value.capitalize()),
                jours=Saisie(total),
                heures=_hours(mission, total),
            )


def _hours(mission: Mission, days: Decimal) -> Saisie:
    hours = mission.temps_travail.heures_par_jour
    return Saisie(None if hours is None else days * hours)


def _problems(mission: Mission, rank: int, report: CompteRendu) -> Iterator[Problem]:
    if any(found.mois == report.mois for found in mission.cra[:rank]):
        message = "ce mois a déjà son compte rendu d’activité ; n’en garder qu’un"
        yield mission.probleme(("cra", rank, "mois"), message)
    told: dict[date, Decimal] = {}
    for number, day in enumerate(report.jours):
        chemin = ("cra", rank, "jours", number, "jour")
        told[day.jour] = told.get(day.jour, Decimal(0)) + day.part
        if told[day.jour] > 1:
            message = "ce jour compte plus d’une journée ; y écrire deux demi-journées au plus"
            yield mission.probleme(chemin, message)
        if _outside(mission, day):
            message = "ce jour de prestation est hors des dates de la prestation"
            yield mission.probleme(chemin, message)
    for number, step in enumerate(report.avancement):
        place = ("cra", rank, "avancement", number, "livrable")
        yield from unknown_deliverable(mission, place, step.livrable)


def _outside(mission: Mission, day: JourActivite) -> bool:
    prestation = mission.prestation
    late = prestation.fin is not None and day.jour > prestation.fin
    return day.activite is Activite.PRESTATION and (day.jour < prestation.debut or late)
