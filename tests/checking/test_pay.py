"""Pay in wordings of different hands: tied, withheld, indexed, too low, and lawful."""

import pytest

from clauselint.checking import check_document
from clauselint.checking.results import RuleResult
from clauselint.library import Outcome, load_library
from clauselint.model import DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

LIBRARY = load_library()
RULES = {rule.id: rule for rule in LIBRARY.rules}


def judged(rule: str, source: str, kind: str) -> RuleResult:
    document = understand(text_from_notation(source), LIBRARY, forced_type=DocumentType(kind))
    results, failures = check_document(document, [RULES[f"remuneration/{rule}"]])
    assert not failures
    return results[0]


DEFECTIVE = [
    ("subordonnee-encaissement", "cdd",
     "La paie du Consultant est virée dans la semaine qui suit le règlement de la facture "
     "par le Client."),
    ("subordonnee-encaissement", "cdi",
     "Le virement du salaire intervient dès réception des fonds versés par l’entreprise "
     "cliente."),
    ("subordonnee-encaissement", "cdi",
     "En cas d’impayé, la rémunération correspondante est suspendue jusqu’au règlement."),
    ("subordonnee-encaissement", "cdd",
     "La rémunération ne sera exigible qu’une fois la facture acquittée par le Client."),
    ("subordonnee-encaissement", "cdd",
     "Le salaire sera versé sous réserve de l’encaissement effectif des honoraires."),
    ("subordonnee-encaissement", "cdd",
     "Le Salarié porté accepte que son salaire ne lui soit payé que si le Client a réglé la "
     "facture."),
    ("subordonnee-encaissement", "cdi",
     "L’absence de paiement du Client dispense l’Entreprise de portage de verser le salaire."),
    ("subordonnee-encaissement", "cdi",
     "À défaut d’encaissement, le versement du salaire est reporté au mois suivant."),
    ("subordonnee-encaissement", "cdd",
     "| Paiement du salaire | À réception du règlement du client |"),
    ("recuperation-avance", "cdi",
     "Les avances consenties sont intégralement retenues sur le bulletin du mois qui suit."),
    ("recuperation-avance", "cdi",
     "L’employeur récupère ses avances par compensation intégrale avec les salaires à venir."),
    ("recuperation-avance", "cdd",
     "Les avances sont remboursées par prélèvement de la moitié de chaque salaire."),
    ("recuperation-avance", "cdd",
     "L’avance sur salaire est reprise en deux retenues égales de 50 %."),
    ("apport-affaire-taux", "cdd",
     "Une prime d’apport d’affaires de 3,5 % du salaire brut lui est allouée."),
    ("indemnite-fin-contrat", "cdd", "Il ne sera versé aucune indemnité de précarité."),
    ("indemnite-fin-contrat", "cdd", "Le Salarié renonce à l’indemnité de fin de contrat."),
    ("indemnite-fin-contrat", "cdd",
     "L’indemnité de fin de contrat est de huit pour cent (8 %) de la rémunération brute."),
    ("indemnite-fin-contrat", "cdd", "Aucune indemnité n’est due à la fin du contrat."),
    ("conges-payes-taux", "cdd",
     "Ses congés lui sont payés sous la forme d’une indemnité de 8,33 % du brut."),
    ("reserve-financiere", "cdi",
     "Une provision de 8 % du salaire de base est constituée pour les périodes d’intermission."),
    ("reserve-financiere", "cdi",
     "Les parties conviennent de ne pas constituer de réserve financière."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Entre deux missions, le Consultant continue d’être rémunéré à hauteur de 70 %."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Durant les périodes sans prestation, l’employeur verse au Consultant un salaire de 1 "
     "500 € par mois."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Un salaire minimal de 2 000 € est garanti pendant l’intermission."),
    ("indexee", "cdi", "Le salaire évolue comme le plafond de la sécurité sociale."),
    ("indexee", "cdi",
     "Chaque année, la rémunération est automatiquement ajustée à la variation de l’indice "
     "des prix à la consommation."),
    ("indexee", "cdd", "La rémunération est fixée à 1,5 fois le SMIC en vigueur."),
    ("forfait-jours", "cdi",
     "La durée du travail est fixée à 220 jours par an dans le cadre d’un forfait annuel en "
     "jours."),
    ("categorie", "cdi", "Le Consultant est engagé comme ouvrier qualifié, statut ouvrier."),
    ("categorie", "cdi",
     "La Consultante, agent de maîtrise par son statut, est soumise à un forfait jours de "
     "200 jours par an."),
    ("frais-gestion-eleves", "cdi",
     "La commission de gestion prélevée est de 15 % du chiffre d’affaires hors taxes."),
    ("subordonnee-encaissement", "cdi",
     "L’Entreprise de portage verse le salaire dans les 48 heures de l’encaissement de la "
     "facture."),
    ("subordonnee-encaissement", "cdi",
     "Le Salarié est payé lorsque le Client a réglé la facture."),
    ("subordonnee-encaissement", "cdi",
     "Le Consultant ne perçoit sa rémunération qu’après règlement de la facture par le Client."),
    ("subordonnee-encaissement", "cdi",
     "Le versement de la rémunération est conditionné à l’encaissement du prix."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Pendant les périodes d’inactivité, le salaire de base reste dû pour moitié."),
    ("indexee", "cdi",
     "Le salaire de base est révisé chaque 1er janvier en fonction de l’évolution du SMIC."),
    ("indemnite-fin-contrat", "cdd",
     "Aucune prime de précarité ne sera due au terme du contrat."),
    ("indemnite-fin-contrat", "cdd", "Prime de précarité : néant."),
    ("reserve-financiere", "cdi",
     "La réserve financière est égale à 5 % du salaire de base de la dernière mission."),
    ("recuperation-avance", "cdi",
     "L’Employeur peut retenir jusqu’à 30 % du salaire pour se rembourser de ses avances."),
    ("categorie", "cdd", "Le Salarié porté a le statut employé, coefficient 200."),
    ("forfait-jours", "cdi", "Le temps de travail est organisé en forfait jours."),
    ("forfait-jours", "cdi", "| Temps de travail | Forfait annuel de 230 jours |"),
    ("subordonnee-encaissement", "cdd",
     "Le règlement des salaires intervient une fois les honoraires perçus de l’entreprise "
     "cliente."),
    ("subordonnee-encaissement", "cdi",
     "Le Consultant reconnaît que le versement de son salaire dépend du bon règlement des "
     "factures."),
    ("subordonnee-encaissement", "cdi",
     "Si l’entreprise cliente ne règle pas la facture, le salaire correspondant n’est pas dû."),
    ("subordonnee-encaissement", "cdi",
     "Les salaires sont payés au fur et à mesure des encaissements."),
    ("subordonnee-encaissement", "cdd",
     "Le bulletin de paie est établi après le règlement de la facture et le salaire est "
     "viré à cette date."),
    ("subordonnee-encaissement", "cdd",
     "Le paiement du salaire est différé jusqu’à l’encaissement effectif de la prestation."),
    ("subordonnee-encaissement", "cdd",
     "En cas de non-paiement par le client, l’Employeur n’est tenu d’aucun salaire."),
    ("subordonnee-encaissement", "cdd",
     "Le salarié porté supporte le risque d’impayé : sa rémunération est réduite des "
     "factures non réglées."),
    ("indexee", "cdi",
     "Le traitement est réévalué de plein droit dans la même proportion que le salaire "
     "minimum de croissance."),
    ("indexee", "cdi", "La rémunération brute suivra l’évolution du coût de la vie."),
    ("indemnite-fin-contrat", "cdd",
     "L’article L. 1243-8 du Code du travail n’est pas applicable au présent contrat."),
    ("indemnite-fin-contrat", "cdd",
     "La nature du contrat exclut le versement d’une prime de précarité."),
    ("indemnite-fin-contrat", "cdd",
     "L’indemnité de fin de contrat est réduite à 6 % en contrepartie d’un accès à la "
     "formation."),
    ("conges-payes-taux", "cdd",
     "L’indemnité compensatrice de congés payés est calculée au taux de 7 %."),
    ("conges-payes-taux", "cdd",
     "Au titre des congés payés, le salarié perçoit 8 % de son salaire brut."),
    ("reserve-financiere", "cdi",
     "La réserve est de cinq pour cent (5 %) du salaire de base, versée au compte d’activité."),
    ("reserve-financiere", "cdi", "Il n’est prévu aucune provision ni réserve."),
    ("provision-inter-contrat-remuneree", "cdi",
     "L’employeur assure au salarié, hors mission, le maintien de son salaire de base "
     "pendant trois mois."),
    ("categorie", "cdi", "| Statut | Employé |"),
    ("categorie", "cdi", "| Statut | Agent de maîtrise, forfait annuel de 215 jours |"),
    ("forfait-jours", "cdi", "La durée annuelle du travail est de 226 jours (forfait jours)."),
    ("recuperation-avance", "cdi",
     "En cas d’avance, la somme est déduite en totalité du salaire du mois suivant."),
    ("apport-affaire-taux", "cdi",
     "Il perçoit au titre de l’apport d’affaires 2 % du salaire brut, soit 80 € par mois."),
]  # fmt: skip

LAWFUL = [
    ("subordonnee-encaissement", "cdd",
     "Le salaire est payé même si la facture n’est pas encore encaissée."),
    ("subordonnee-encaissement", "cdd",
     "Aucune retenue ni aucun report de salaire ne peut être motivé par un retard de "
     "paiement du Client."),
    ("subordonnee-encaissement", "cdi",
     "La rémunération est indépendante du paiement de la facture par le Client."),
    ("subordonnee-encaissement", "cdi",
     "Le salaire est dû sans attendre le paiement du Client."),
    ("subordonnee-encaissement", "cdi",
     "Le compte d’activité est crédité après encaissement ; la rémunération est versée le "
     "28 du mois."),
    ("subordonnee-encaissement", "cdi",
     "L’Entreprise de portage ne peut différer le salaire jusqu’au paiement de la facture."),
    ("subordonnee-encaissement", "cdi",
     "La rémunération est calculée sur le prix hors taxes encaissé par l’Entreprise de "
     "portage."),
    ("subordonnee-encaissement", "cdi",
     "Le défaut de paiement du Client est sans effet sur le salaire."),
    ("recuperation-avance", "cdi",
     "Les avances sont remboursées par retenues successives ne dépassant pas le dixième de "
     "chaque salaire."),
    ("recuperation-avance", "cdi",
     "Les avances de frais sont régularisées en une fois sur présentation des justificatifs."),
    ("recuperation-avance", "cdi",
     "En cas de retard du Client, l’Entreprise de portage fait l’avance du salaire, sans "
     "retenue."),
    ("apport-affaire-taux", "cdd",
     "Une prime d’apport d’affaires de 5% du salaire brut lui est allouée."),
    ("indemnite-fin-contrat", "cdd",
     "À l’échéance, il lui est réglé une prime de précarité égale au dixième des salaires "
     "bruts."),
    ("indemnite-fin-contrat", "cdd",
     "Il perçoit une indemnité de fin de contrat de 10 %. Aucune indemnité de précarité "
     "n’est due en cas de faute grave."),
    ("indemnite-fin-contrat", "cdd",
     "L’indemnité de fin de contrat, de 10 % du brut, n’est pas due si un CDI est conclu."),
    ("indemnite-fin-contrat", "cdd",
     "L’indemnité de fin de contrat est de 10 %. La rupture de l’essai n’ouvre droit à "
     "aucune indemnité de fin de contrat."),
    ("conges-payes-taux", "cdd",
     "Ses congés lui sont payés sous la forme d’une indemnité de 10 % du brut, indemnité de "
     "précarité de 10 % comprise."),
    ("reserve-financiere", "cdi",
     "Dix pour cent du salaire de base de la dernière mission sont mis en réserve sur le "
     "compte d’activité."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Entre deux missions, le contrat est suspendu et aucun salaire n’est versé."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Hors mission, la réserve est débloquée et lui assure un revenu."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Les périodes sans prestation ne donnent lieu à aucune rémunération."),
    ("indexee", "cdi", "La rémunération ne peut être inférieure au SMIC en vigueur."),
    ("indexee", "cdi",
     "La rémunération est supérieure à 75 % du plafond mensuel de la sécurité sociale de 2017."),
    ("indexee", "cdi", "Le salaire ne suit ni le SMIC ni l’inflation."),
    ("indexee", "cdi",
     "Les cotisations sont dues dans la limite du plafond de la sécurité sociale en vigueur."),
    ("forfait-jours", "cdi",
     "La durée du travail est fixée à 218 jours par an dans le cadre d’un forfait annuel en "
     "jours."),
    ("forfait-jours", "cdi",
     "Le forfait annuel de 225 jours résulte de la renonciation du cadre à sept jours de "
     "repos, par avenant, avec une majoration de 10 %."),
    ("forfait-jours", "cdi", "Le Consultant n’est pas soumis à un forfait en jours."),
    ("categorie", "cdi", "Les employés du Client ne relèvent pas de la même catégorie."),
    ("categorie", "cdi",
     "Le Consultant, cadre, classification senior, est engagé comme expert technique."),
    ("subordonnee-encaissement", "cdi",
     "Le retard de paiement du Client n’autorise pas l’Employeur à différer le salaire."),
    ("subordonnee-encaissement", "cdi",
     "Le salaire n’est jamais subordonné au paiement des factures."),
    ("subordonnee-encaissement", "cdi",
     "La rémunération est due au titre du travail accompli ; l’Employeur supporte le risque "
     "d’impayé."),
    ("subordonnee-encaissement", "cdd",
     "Les frais professionnels sont remboursés après encaissement de la facture."),
    ("subordonnee-encaissement", "cdi",
     "Le salaire est versé le dernier jour du mois, après validation du compte rendu "
     "d’activité par le Client."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Pendant les périodes sans prestation, le Consultant conserve sa couverture de frais "
     "de santé."),
    ("indexee", "cdi",
     "Le prix suit l’indice Syntec et la rémunération est revue en conséquence par accord "
     "des parties."),
    ("indemnite-fin-contrat", "cdd",
     "La prime de fin de contrat légale de 10 % est incluse dans le décompte."),
    ("reserve-financiere", "cdi",
     "La réserve financière atteint 10 % du salaire de base ; l’apport d’affaire, 5 %."),
    ("recuperation-avance", "cdi",
     "L’Employeur retient au plus 10 % du salaire pour se rembourser de ses avances."),
    ("categorie", "cdd",
     "Le Salarié porté relève de la catégorie technicien, agent de maîtrise, classe junior."),
    ("forfait-jours", "cdi", "| Temps de travail | Forfait jours : 216 jours par an |"),
    ("conges-payes-taux", "cdd",
     "Le Salarié acquiert 2,5 jours ouvrables par mois ; la moitié des congés, 50 %, est "
     "prise en été."),
    ("subordonnee-encaissement", "cdd",
     "L’employeur verse le salaire à l’échéance, y compris lorsque le client tarde à payer."),
    ("subordonnee-encaissement", "cdd",
     "L’impayé du client ne dispense pas l’employeur de verser le salaire."),
    ("subordonnee-encaissement", "cdi",
     "Le solde du compte d’activité est versé au salarié après encaissement de la dernière "
     "facture."),
    ("subordonnee-encaissement", "cdi",
     "La garantie financière couvre les salaires en cas de défaillance ; le client paie la "
     "facture à trente jours."),
    ("subordonnee-encaissement", "cdi",
     "Un complément de rémunération peut être versé après encaissement, dans la limite du "
     "solde du compte d’activité."),
    ("subordonnee-encaissement", "cdi",
     "La rémunération est versée quelle que soit la date de règlement de la facture."),
    ("subordonnee-encaissement", "cdi",
     "L’entreprise de portage paie le salaire puis recouvre la facture auprès du client."),
    ("indexee", "cdi", "La rémunération n’est pas révisée en fonction du SMIC."),
    ("indexee", "cdi",
     "La rémunération sera portée au niveau du SMIC si elle venait à lui être inférieure."),
    ("indexee", "cdi",
     "Toute augmentation du minimum conventionnel s’applique à la rémunération."),
    ("indexee", "cdi",
     "Le salaire brut est soumis à cotisations ; le plafond de la sécurité sociale évolue "
     "chaque année."),
    ("indemnite-fin-contrat", "cdd",
     "Une indemnité égale à 10 % de la rémunération totale brute, dite de précarité, est "
     "versée à l’issue du contrat."),
    ("indemnite-fin-contrat", "cdd", "| Fin de contrat | 10 % des salaires bruts |"),
    ("indemnite-fin-contrat", "cdd",
     "Cette indemnité de précarité ne sera pas due si le salarié refuse un CDI. Elle est "
     "égale à 10 %."),
    ("conges-payes-taux", "cdd",
     "Les congés payés sont pris par semaines entières ; les frais de gestion sont de 6 %."),
    ("reserve-financiere", "cdi",
     "Une réserve est constituée à hauteur de 10 % ; les frais de gestion sont de 5 %."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Hors mission, le salarié ne perçoit rien, hormis l’indemnité prise sur sa réserve."),
    ("provision-inter-contrat-remuneree", "cdi",
     "La réserve financière permet de maintenir une rémunération entre deux prestations."),
    ("provision-inter-contrat-remuneree", "cdi",
     "Le salaire est versé chaque mois, en mission ou non selon les jours déclarés."),
    ("categorie", "cdi", "Le Consultant est employé en qualité d’ingénieur, statut cadre."),
    ("categorie", "cdd", "Il est employé comme technicien de mesure, catégorie TAM."),
    ("forfait-jours", "cdi",
     "Il relève d’un forfait annuel en jours. Le nombre de jours travaillés est de 218 par an."),
    ("forfait-jours", "cdi",
     "Il relève d’un forfait annuel en jours. Le nombre annuel de jours travaillés est fixé "
     "à 210 jours."),
    ("forfait-jours", "cdd",
     "Les frais de déplacement sont remboursés au forfait, 20 € par jour travaillé."),
    ("forfait-jours", "cdd", "Le prix au forfait est de 20 jours."),
    ("recuperation-avance", "cdi",
     "L’avance de trésorerie consentie au client est remboursée en une fois."),
    ("frais-gestion-eleves", "cdi",
     "Les frais de gestion s’élèvent à 5 %, les cotisations patronales à 43 % et la réserve "
     "à 10 %."),
    ("frais-gestion-eleves", "cdi",
     "Les frais de gestion sont de 10 % jusqu’à 10 000 € puis de 5 %."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "kind", "sentence"), DEFECTIVE)
def test_a_defect_of_pay_is_found_in_a_sentence(rule: str, kind: str, sentence: str) -> None:
    assert judged(rule, f"# Clause\n{sentence}", kind).outcome is Outcome.NON_CONFORME


@pytest.mark.parametrize(("rule", "kind", "sentence"), LAWFUL)
def test_a_lawful_sentence_on_pay_gives_no_finding(rule: str, kind: str, sentence: str) -> None:
    assert not judged(rule, f"# Clause\n{sentence}", kind).findings


FULL_TIME = "Elle travaille à temps plein."
NON_CONFORME, CONFORME, INDETERMINE = (
    Outcome.NON_CONFORME,
    Outcome.CONFORME,
    Outcome.INDETERMINE,
)
# What the base must be for a full month: share x 3 269 / 1,155 (paid leave 10 %, finder's fee 5 %).
MINIMA = [
    ("salariée portée junior", FULL_TIME, "1 981", "4 mai 2026", NON_CONFORME),
    ("salariée portée junior", FULL_TIME, "1 982", "4 mai 2026", CONFORME),
    ("salariée portée senior", FULL_TIME, "2 122", "4 mai 2026", NON_CONFORME),
    ("salariée portée senior", FULL_TIME, "2 123", "4 mai 2026", CONFORME),
    ("cadre, classe expert", FULL_TIME, "2 405", "18 juillet 2024", NON_CONFORME),
    ("cadre, classe expert", FULL_TIME, "2 406", "18 juillet 2024", CONFORME),
    ("salariée portée de premier niveau", FULL_TIME, "1 784", "4 mai 2026", CONFORME),
    ("salariée portée de premier niveau", FULL_TIME, "1 783", "4 mai 2026", NON_CONFORME),
    ("salariée portée junior", FULL_TIME, "1 900", "17 juillet 2024", NON_CONFORME),
    ("cadre", FULL_TIME, "1 700", "4 mai 2026", NON_CONFORME),
    ("cadre", FULL_TIME, "2 000", "4 mai 2026", INDETERMINE),
    ("cadre", FULL_TIME, "2 500", "4 mai 2026", CONFORME),
    ("salariée portée senior", "La durée du travail est de 28 heures par semaine.", "1 690",
     "4 mai 2026", NON_CONFORME),
    ("salariée portée senior", "La durée du travail est de 28 heures par semaine.", "1 700",
     "4 mai 2026", CONFORME),
    ("salariée portée senior", "Elle fait cent quatre heures par mois.", "1 500", "4 mai 2026",
     CONFORME),
    ("salariée portée senior", "Un mois compte seize journées de sept heures.", "1 560",
     "4 mai 2026", NON_CONFORME),
    ("salariée portée senior", "Un mois compte seize journées de sept heures.", "1 570",
     "4 mai 2026", CONFORME),
    ("salariée portée senior", "Les journées sont au nombre de douze.", "1 500", "4 mai 2026",
     INDETERMINE),
    ("salariée portée senior", FULL_TIME, "1 500", "4 mai 2016", INDETERMINE),
]  # fmt: skip


@pytest.mark.parametrize(("level", "time", "base", "day", "expected"), MINIMA)
def test_the_minimum_is_that_of_the_class_the_working_time_and_the_day(
    level: str, time: str, base: str, day: str, expected: Outcome
) -> None:
    contract = (
        f"# Emploi\nLa Consultante est chargée d’études, {level}.\n# Temps de travail\n{time}\n"
        f"# Rémunération\nLe salaire brut mensuel de base est de {base} €.\n"
        f"# Signature\nFait à Brest, le {day}."
    )
    assert judged("minimum", contract, "cdi").outcome is expected


def test_a_contract_without_a_day_is_not_measured_against_the_minimum() -> None:
    contract = "# Rémunération\nLe salaire brut mensuel de base est de 1 500 €."
    assert judged("minimum", contract, "cdd").missing == "date du contrat"


def test_hourly_pay_is_not_taken_for_monthly_pay() -> None:
    contract = (
        "# Conditions\n| Salaire de base | 19 € brut de l’heure |\n"
        "# Signature\nFait à Brest, le 4 mai 2026."
    )
    assert judged("smic", contract, "cdd").outcome is Outcome.INDETERMINE
