# ruff: noqa: E501 (a contract keeps its lines)
"""Terms read from sentences of many hands: each line is a way French contracts put it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clauselint.library import Library
from clauselint.model import (
    Decompte,
    DelaiPaiement,
    Depart,
    DocumentType,
    Duree,
    Montant,
    Pourcentage,
    TauxPenalites,
    Taxe,
    Terme,
    Valeur,
)
from clauselint.reading.articles import articles as find_articles
from clauselint.reading.index import Index
from clauselint.reading.notation import text_from_notation
from clauselint.reading.recognition import recognise_clauses, with_kinds
from clauselint.reading.terms import terms

CDD, CDI, PRESTATION = DocumentType.CDD, DocumentType.CDI, DocumentType.PRESTATION


def read(source: str, document: DocumentType, library: Library) -> tuple[Terme, ...]:
    text = text_from_notation(source)
    found = find_articles(text)
    index = Index.build(text, found, library.lexicon)
    kinds = with_kinds(found, recognise_clauses(index, library.clauses))
    return terms(Index.build(text, kinds, library.lexicon), library.clauses, document)


def values(found: tuple[Terme, ...], nom: str) -> list[Valeur]:
    return [term.valeur for term in found if term.nom == nom]


DATES = [
    (CDD, "# Durée\nLe contrat débute le 6 avril 2026 et s’achève le 30 septembre 2026.", "2026-04-06", "2026-09-30"),
    (CDD, "# Durée\nIl est conclu du 06/04/2026 au 30/09/2026 inclus.", "2026-04-06", "2026-09-30"),
    (CDD, "| Date de début | 6 avril 2026 |\n| Date de fin | 30 septembre 2026 |", "2026-04-06", "2026-09-30"),
    (CDD, "| Date d’effet | 06.04.2026 |\n| Terme du contrat | 30.09.2026 |", "2026-04-06", "2026-09-30"),
    (PRESTATION, "| Période de la mission | du 6 avril au 30 septembre 2026 |", "2026-04-06", "2026-09-30"),
    (PRESTATION, "# Durée\nLa mission démarrera le lundi 6 avril 2026 pour se terminer au plus tard le 30 septembre 2026.", "2026-04-06", "2026-09-30"),
    (PRESTATION, "# Entrée en vigueur\nLe présent contrat entre en vigueur le 6 avril 2026. Il prendra fin le 30 septembre 2026 sans formalité.", "2026-04-06", "2026-09-30"),
    (CDD, "# Engagement\nLa salariée portée est engagée à compter du 6 avril 2026, le terme du contrat étant fixé au 30 septembre 2026.", "2026-04-06", "2026-09-30"),
    (CDD, "# Durée du contrat\nLe contrat prend effet le 1er avril 2026 à 9 heures et expirera de plein droit le 30 septembre 2026 au soir.", "2026-04-01", "2026-09-30"),
    (PRESTATION, "# Calendrier\n| Début | Fin |\n| 6 avril 2026 | 30 septembre 2026 |", "2026-04-06", "2026-09-30"),
    (PRESTATION, "# Durée\nL’intervention s’étend du premier avril deux mille vingt-six au trente septembre deux mille vingt-six.", "2026-04-01", "2026-09-30"),
    (CDD, "# Durée\nConclu pour une durée de trois mois à compter du 6 avril 2026, le contrat n’est pas renouvelable.", "2026-04-06", "2026-07-05"),
    (PRESTATION, "# Préambule\nLes parties ont signé un accord-cadre le 2 janvier 2025, échu le 31 décembre 2025.\n# Durée\nLa prestation commence le 6 avril 2026. Elle finit le 30 septembre 2026.", "2026-04-06", "2026-09-30"),
    (CDD, "Mme Aïcha Tellier, née le 4 mai 1980.\n# Durée\nDate d’embauche : 6 avril 2026\nDate de fin de contrat : 30 septembre 2026", "2026-04-06", "2026-09-30"),
    (PRESTATION, "# Durée\nLe présent contrat, à effet du 6 avril 2026, est conclu jusqu’au 30 septembre 2026.", "2026-04-06", "2026-09-30"),
    (CDD, "# Durée\n| Du | lundi 6 avril 2026 |\n| Au | 30 septembre 2026 |", "2026-04-06", "2026-09-30"),
    (CDD, "# Préambule\nLe contrat précédent arrive à son terme le 31 mars 2026.\n# Période\n| Du | 6 avril 2026 |\n| Au | 30 septembre 2026 |", "2026-04-06", "2026-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "source", "start", "end"), DATES)
def test_a_contract_gives_its_start_and_its_end(
    document: DocumentType, source: str, start: str, end: str, library: Library
) -> None:
    found = read(source, document, library)
    assert values(found, "date_debut") == [date.fromisoformat(start)]
    assert values(found, "date_fin") == [date.fromisoformat(end)]


def months(count: int) -> Duree:
    return Duree(mois=count)


def days(count: int, decompte: Decompte = Decompte.CALENDAIRES) -> Duree:
    return Duree(jours=count, decompte=decompte)


HT = "HT"
WORDINGS: list[tuple[DocumentType, str, str, list[Valeur]]] = [
    # length
    (PRESTATION, "# Durée\nLa présente convention est consentie pour une durée ferme de huit (8) mois.", "duree", [months(8)]),
    (PRESTATION, "| Durée de la mission | 8 mois |", "duree", [months(8)]),
    (PRESTATION, "# Durée\nLa mission durera huit mois, hors prolongation.", "duree", [months(8)]),
    (CDD, "# Durée et terme\nLe contrat est à durée déterminée : il est conclu pour un an et trois mois.", "duree", [months(15)]),
    (CDD, "# Durée\nFaute de terme précis, la durée minimale du contrat est de quatre mois.", "duree_minimale", [months(4)]),
    (PRESTATION, "# Durée\nSa durée ne pourra excéder trente-six mois.", "duree", []),
    (CDD, "# Temps de travail\nLa durée du travail est de 35 heures par semaine.", "duree", []),
    # renewals
    (CDD, "# Renouvellement\nLe contrat pourra être renouvelé au plus deux (2) fois.", "renouvellements_max", [2]),
    (CDD, "# Renouvellement\nIl est renouvelable une fois par avenant.", "renouvellements_max", [1]),
    (CDD, "| Nombre de renouvellements | 2 |", "renouvellements_max", [2]),
    (CDD, "# Essai\nLa période d’essai est d’un mois, renouvelable une fois.", "renouvellements_max", []),
    # trial period
    (CDD, "# Période d’essai\nElle est fixée à deux semaines.", "periode_essai", [days(14)]),
    (CDI, "# Essai\nLe contrat ne sera définitif qu’après une période d’essai de quatre (4) mois renouvelable une fois pour deux mois.", "periode_essai", [months(4)]),
    (CDD, "| Période d’essai | 14 jours calendaires |", "periode_essai", [days(14)]),
    (CDI, "# Période d’essai\nLes trois premiers mois constituent la période d’essai. Le délai de prévenance est de quarante-huit heures.", "periode_essai", [months(3)]),
    # notice, service contract
    (PRESTATION, "# Résiliation\nChacune des parties peut y mettre fin moyennant un préavis écrit de trente (30) jours.", "preavis_resiliation", [days(30)]),
    (PRESTATION, "# Résiliation\nLe contrat peut être dénoncé à tout moment par lettre recommandée, deux mois à l’avance.", "preavis_resiliation", [months(2)]),
    (PRESTATION, "# Résiliation anticipée\nSous réserve de respecter un délai de préavis de 15 jours ouvrés, le Client peut résilier sans motif.", "preavis_resiliation", [days(15, Decompte.OUVRES)]),
    (PRESTATION, "| Préavis de résiliation | 1 mois |", "preavis_resiliation", [months(1)]),
    (PRESTATION, "# Résiliation\nEn cas de manquement non réparé dans les quinze jours d’une mise en demeure, le contrat est résilié de plein droit.", "preavis_resiliation", []),
    # formal notice
    (PRESTATION, "# Résiliation pour faute\nÀ défaut de régularisation dans un délai de dix (10) jours ouvrés suivant mise en demeure, l’autre partie pourra résilier le contrat.", "delai_mise_en_demeure", [days(10, Decompte.OUVRES)]),
    (PRESTATION, "# Résiliation\nLe contrat sera résolu de plein droit trente jours après l’envoi d’une mise en demeure demeurée infructueuse.", "delai_mise_en_demeure", [days(30)]),
    (PRESTATION, "# Résolution\nLa partie lésée met l’autre en demeure d’exécuter. Si l’inexécution persiste huit jours plus tard, le contrat est résilié.", "delai_mise_en_demeure", [days(8)]),
    # notice, work contract
    (CDI, "# Rupture\nEn cas de démission, le préavis est de trois mois.", "preavis_rupture", [months(3)]),
    (CDI, "# Préavis\nSa durée est d’un mois avant deux ans d’ancienneté, et de deux mois au-delà.", "preavis_rupture", [months(1), months(2)]),
    # price
    (PRESTATION, "# Prix\nLe taux journalier moyen s’établit à 580 € HT.", "tjm", [Montant("580")]),
    (PRESTATION, "# Conditions financières\nLe Client règle 580 euros hors taxes pour chaque jour d’intervention.", "tjm", [Montant("580")]),
    (PRESTATION, "| TJM (HT) | 580,00 € |\n| Nombre de jours | 60 |\n| Total HT | 34 800,00 € |", "tjm", [Montant("580")]),
    (PRESTATION, "| TJM (HT) | 580,00 € |\n| Nombre de jours | 60 |\n| Total HT | 34 800,00 € |", "nombre_jours", [Decimal(60)]),
    (PRESTATION, "| TJM (HT) | 580,00 € |\n| Nombre de jours | 60 |\n| Total HT | 34 800,00 € |", "prix_total", [Montant("34800")]),
    (PRESTATION, "# Prix\n| Désignation | Quantité (jours) | Prix unitaire HT | Total HT |\n| Conseil | 60 | 580,00 | 34 800,00 |", "tjm", [Montant("580")]),
    (PRESTATION, "# Prix\n| Désignation | Quantité (jours) | Prix unitaire HT | Total HT |\n| Conseil | 60 | 580,00 | 34 800,00 |", "prix_total", [Montant("34800")]),
    (PRESTATION, "# Prix\n| Désignation | Nombre de jours | Prix unitaire HT | Total HT |\n| Conseil | 60 | 580,00 | 34 800,00 |", "nombre_jours", [Decimal(60)]),
    (PRESTATION, "# Prix\nPour 60 jours à 580 € HT/jour, le montant total s’élève à 34.800 € HT, soit 41.760 € TTC.", "prix_total", [Montant("34800")]),
    (PRESTATION, "# Prix\nPour 60 jours à 580 € HT/jour, le montant total s’élève à 34.800 € HT, soit 41.760 € TTC.", "nombre_jours", [Decimal(60)]),
    (PRESTATION, "# Prix\nLa prestation est facturée au prix global et forfaitaire de trente-quatre mille huit cents euros hors taxes.", "prix_total", [Montant("34800")]),
    (PRESTATION, "# Charge\nLa charge est estimée à soixante (60) jours ouvrés.", "nombre_jours", [Decimal(60)]),
    (CDI, "# Temps de travail\nLe forfait annuel est de 218 jours.", "nombre_jours", []),
    (PRESTATION, "# Frais\nLes repas sont remboursés à hauteur de 20 € par jour.", "tjm", []),
    # pay
    (CDI, "# Rémunération\nLe salaire mensuel brut de base est fixé à 3 900 € pour un temps plein.", "salaire_brut_mensuel", [Montant("3900")]),
    (CDD, "| Rémunération mensuelle brute | 3 900,00 euros |", "salaire_brut_mensuel", [Montant("3900")]),
    (CDD, "# Salaire\nElle percevra 3 900 euros bruts par mois.", "salaire_brut_mensuel", [Montant("3900")]),
    (CDD, "# Fin de contrat\nUne prime de précarité de 10 % lui est versée au terme.", "indemnite_fin_contrat", [Pourcentage("10")]),
    (CDI, "# Frais de gestion\nL’employeur prélève des frais de gestion au taux de 6,5 % du chiffre d’affaires hors taxes.", "frais_gestion", [Pourcentage("6.5")]),
    (CDI, "| Frais de gestion | 6,5 % du montant HT facturé |", "frais_gestion", [Pourcentage("6.5")]),
    (CDI, "# Indemnité d’apport d’affaires\nElle est de cinq pour cent du salaire brut.", "apport_affaire", [Pourcentage("5")]),
    (CDI, "# Réserve financière\nUne réserve de dix pour cent (10 %) du salaire de base est constituée.", "reserve_financiere", [Pourcentage("10")]),
    # payment
    (PRESTATION, "# Paiement\nLe règlement s’effectue à trente jours date de facture.", "delai_paiement", [DelaiPaiement(30, Depart.FACTURE)]),
    (PRESTATION, "# Paiement\nLes factures sont exigibles 45 jours fin de mois.", "delai_paiement", [DelaiPaiement(45, None, True)]),
    (PRESTATION, "# Règlement\nLe Client paie chaque facture dans les 30 jours de sa réception.", "delai_paiement", [DelaiPaiement(30, Depart.RECEPTION)]),
    (PRESTATION, "| Conditions de règlement | 30 jours à compter de la date d’émission de la facture |", "delai_paiement", [DelaiPaiement(30, Depart.FACTURE)]),
    (PRESTATION, "# Facturation\nLes factures sont payables à réception.", "delai_paiement", [DelaiPaiement(0, Depart.RECEPTION)]),
    (PRESTATION, "# Pénalités\nTout retard entraîne des pénalités au taux de refinancement de la BCE majoré de 10 points.", "taux_penalites", [TauxPenalites("bce", points=Decimal(10))]),
    (PRESTATION, "# Retard\nLes intérêts de retard courent au triple du taux légal.", "taux_penalites", [TauxPenalites("taux_legal", facteur=Decimal(3))]),
    (PRESTATION, "# Retard de paiement\nLe taux des pénalités de retard est de 12 % l’an.", "taux_penalites", [TauxPenalites("fixe", taux=Decimal(12))]),
    (PRESTATION, "# Retard de paiement\nS’y ajoute une indemnité forfaitaire pour frais de recouvrement de 40 euros.", "indemnite_recouvrement", [Montant("40")]),
    (PRESTATION, "# Révision\nLe prix est révisé chaque année selon l’indice Syntec.", "periodicite_indexation", [months(12)]),
    # undertakings
    (PRESTATION, "# Confidentialité\nCette obligation demeure en vigueur cinq années après la cessation du contrat.", "confidentialite_duree", [months(60)]),
    (CDI, "# Secret professionnel\nElle survivra à la rupture du contrat pendant une période de deux ans.", "confidentialite_duree", [months(24)]),
    (PRESTATION, "# Confidentialité\nLes parties y restent tenues sans limitation de durée.", "confidentialite_duree", [Duree(illimitee=True)]),
    (PRESTATION, "| Durée de la confidentialité | 3 ans après la fin du contrat |", "confidentialite_duree", [months(36)]),
    (PRESTATION, "# Non-sollicitation\nLe Client s’engage à ne pas débaucher le personnel pendant la durée du contrat et les douze mois qui suivent.", "non_sollicitation_duree", [months(12)]),
    (CDI, "# Non-concurrence\nPendant six mois après la rupture, le Salarié n’exercera pas d’activité concurrente.", "non_concurrence_duree", [months(6)]),
    (PRESTATION, "# Responsabilité\nLa responsabilité totale du Prestataire est plafonnée à la somme de 80 000 euros.", "plafond_responsabilite", [Montant("80000")]),
    (PRESTATION, "# Responsabilité\nEn aucun cas les dommages et intérêts ne pourront dépasser 80 000 € HT.", "plafond_responsabilite", [Montant("80000")]),
    # activity report, collective agreement
    (CDD, "# Compte rendu d’activité\nLe salarié porté adresse un compte rendu d’activité mensuel.", "periodicite_cra", [months(1)]),
    (CDI, "# CRA\nUn CRA est remis à l’employeur chaque semaine.", "periodicite_cra", [days(7)]),
    (CDI, "# Compte rendu\nLe consultant transmet son relevé d’activité tous les quinze jours.", "periodicite_cra", [days(15)]),
    (CDI, "# Convention collective\nConvention collective du portage salarial, IDCC n° 3219.", "idcc", [3219]),
    (CDI, "| Convention collective | Salariés en portage salarial (IDCC : 3219) |", "idcc", [3219]),
    (PRESTATION, "# Volume\nPrix du jour :\t500 euros HT\nNombre de jours :\t42\nTotal :\t21 000 euros HT", "nombre_jours", [Decimal(42)]),
    (PRESTATION, "# Prix\nLe nombre des journées étant fixé à quarante-deux (42), le prix total est de 21 000 euros HT.", "nombre_jours", [Decimal(42)]),
    (PRESTATION, "# Paiement\nFacturation en fin de mois, règlement à 45 jours date de facture.", "delai_paiement", [DelaiPaiement(45, Depart.FACTURE)]),
    (PRESTATION, "# Fin\nHors faute, chacun peut arrêter à condition de prévenir l’autre deux mois à l’avance.", "preavis_resiliation", [months(2)]),
    (PRESTATION, "# Fin anticipée\nEn cas de manquement, la partie lésée adresse une mise en demeure. Après huit jours sans effet, elle peut résilier.", "delai_mise_en_demeure", [days(8)]),
    (PRESTATION, "# Fin anticipée\nLe contrat est résilié sous quinzaine après une mise en demeure sans effet.", "delai_mise_en_demeure", [days(15)]),
    (CDD, "# Durée\nLe contrat n’a pas de terme précis. Il dure au minimum cinq mois.", "duree_minimale", [months(5)]),
    (CDD, "# Sécurité\nL’accueil a lieu le premier jour de la mission.\n# Durée\nLe contrat dure.", "duree", []),
    (CDD, "# Salaire\nSalaire brut : 3 000 € par mois, après déduction des frais de gestion.\n# Prix\n| Salaire brut (5 mois x 3 000 €) | 15 000,00 € |\n| Cotisations | 6 000,00 € |\n| Frais de gestion | 1 500,00 € |\n| Total | 22 500,00 € |", "salaire_brut_mensuel", [Montant(Decimal(3000))]),
    (CDI, "# Rémunération\nLa rémunération résulte du prix diminué des frais, sans pouvoir être inférieure à trois mille euros (3 000 €) par mois.", "salaire_brut_mensuel", [Montant(Decimal(3000))]),
    (CDI, "# Branche\nLa convention collective de branche porte l’identifiant 3219.", "idcc", [3219]),
    (CDI, "# Rapport d’activité\nLe porté rédige son rapport selon une périodicité mensuelle.", "periodicite_cra", [months(1)]),
    (PRESTATION, "# Honoraires\n| Honoraires totaux | 21 000 € HT, frais de route inclus |", "prix_total", [Montant(Decimal(21000), taxe=Taxe.HT)]),
    (CDD, "# Prix\nPour les quatre-vingts journées convenues, le prix est au total de quarante-huit mille euros hors taxes, où entrent la rémunération, les cotisations et les frais de gestion.", "prix_total", [Montant(Decimal(48000), taxe=Taxe.HT)]),
    (CDI, "# Paie\nIl reçoit pour un mois plein 3 120 euros bruts, indemnité d’apport d’affaire et congés compris.", "salaire_brut_mensuel", [Montant(Decimal(3120))]),
    (CDD, "# Rémunération\nIl percevra chaque mois une rémunération brute de deux mille six cents euros, comprenant l’indemnité de congés payés.", "salaire_brut_mensuel", [Montant(Decimal(2600))]),
    (CDD, "# Secret\nElle ne révélera rien pendant les deux années qui suivront la fin du contrat, sans qu’il en naisse une obligation de non-concurrence.", "confidentialite_duree", [months(24)]),
    (CDI, "# Compte rendu\nVous nous transmettez le 3 de chaque mois le compte rendu de vos journées.", "periodicite_cra", [months(1)]),
    (PRESTATION, "# Règlement\nLes factures sont payables à réception et au plus tard vingt jours après leur date d’émission.", "delai_paiement", [DelaiPaiement(20, Depart.FACTURE)]),
    (PRESTATION, "# Règlement\nChaque facture est exigible à réception, sans pouvoir excéder 25 jours.", "delai_paiement", [DelaiPaiement(25)]),
    (PRESTATION, "# Règlement\nLes factures sont payables à réception ; le solde est rendu au plus tard 20 jours avant la fin.", "delai_paiement", [DelaiPaiement(0, Depart.RECEPTION)]),
]  # fmt: skip


@pytest.mark.parametrize(("document", "source", "nom", "expected"), WORDINGS)
def test_a_term_is_read_however_it_is_worded(
    document: DocumentType, source: str, nom: str, expected: list[Valeur], library: Library
) -> None:
    assert values(read(source, document, library), nom) == expected


TEXTS = [
    (CDD, "# Garantie financière\nLa garantie financière a été souscrite auprès de la société Socaf Rivage, 4 rue Haute, 35000 Rennes.", "garant", "Socaf Rivage"),
    (CDD, "| Garant financier | Crédit des Lices, 2 place des Lices, 35000 Rennes |", "garant", "Crédit des Lices"),
    (PRESTATION, "# Garantie\nLa garantie financière prévue par la loi est délivrée par Atlantique Caution.", "garant", "Atlantique Caution"),
    (PRESTATION, "# Assurance\nLa société de portage a souscrit une police de responsabilité civile professionnelle auprès de AXIOME IARD sous le n° 88 412 905.", "assureur", "AXIOME IARD"),
    (PRESTATION, "# Assurance\nLa société de portage a souscrit une police de responsabilité civile professionnelle auprès de AXIOME IARD sous le n° 88 412 905.", "numero_police", "88 412 905"),
    (CDD, "| Assureur RC Pro | Garance Mutuelle – contrat n° RC2024/118 |", "assureur", "Garance Mutuelle"),
    (CDD, "| Assureur RC Pro | Garance Mutuelle – contrat n° RC2024/118 |", "numero_police", "RC2024/118"),
    (CDI, "# Protection sociale\nLa salariée est affiliée à la caisse de retraite complémentaire Alizés Retraite, à Nice.", "caisse_retraite", "Alizés Retraite"),
    (CDI, "| Caisse de retraite complémentaire | Alizés Retraite, 8 rue de France, 06000 Nice |", "caisse_retraite", "Alizés Retraite"),
    (CDI, "# Prévoyance\nElle relève, pour la prévoyance, de l’institution Mistral Prévoyance.", "organisme_prevoyance", "Mistral Prévoyance"),
    (CDD, "# Lieu de travail\nLe lieu de travail est situé 12 rue Basse, 44000 Nantes.", "lieu_execution", "12 rue Basse, 44000 Nantes"),
    (PRESTATION, "| Lieu d’exécution | Site de Vitré, ZA du Verger |", "lieu_execution", "Site de Vitré, ZA du Verger"),
    (PRESTATION, "# Lieu d’exécution\nLa prestation sera exécutée dans les locaux du Client à Vitré.", "lieu_execution", "Vitré"),
    (PRESTATION, "# Garantie\nLe versement des salaires est garanti par la CAISSE BIGOUDÈNE DE CAUTION, dont le siège est à Quimper (29000).", "garant", "CAISSE BIGOUDÈNE DE CAUTION"),
    (PRESTATION, "# Garantie\nLa garantie financière de Goémon est donnée par CAUTION DES ABERS.", "garant", "CAUTION DES ABERS"),
    (CDD, "# Garant financier\nCaution des Abers, 3 rue Haute, 29200 Brest", "garant", "Caution des Abers"),
    (PRESTATION, "# Assurance\nLe nom de l’assureur qui couvre la responsabilité civile de l’Exploitante figure plus bas.\n| Assureur | Phares Mutuelle |", "assureur", "Phares Mutuelle"),
    (CDD, "# Assurance\nResponsabilité civile.\nCompagnie :\tPhares Mutuelle", "assureur", "Phares Mutuelle"),
    (CDD, "# Assurance\nResponsabilité civile : police n° :\tPM 44-117-2", "numero_police", "PM 44-117-2"),
    (CDD, "# Assurance\nResponsabilité civile : police 44 901 K souscrite chez Phares Mutuelle", "numero_police", "44 901 K"),
    (PRESTATION, "# Garanties\nLes salaires sont couverts par la garantie de CAUTIONS DE L’ODET.", "garant", "CAUTIONS DE L’ODET"),
    (CDD, "# Lieu\nManoir de la Forêt, route du Bois, 29300 Mellac.", "lieu_execution", "Manoir de la Forêt, route du Bois, 29300 Mellac"),
    (CDI, "# Protection\nSécurité sociale : caisse du Finistère.\nRetraite complémentaire : Alizés Retraite, 8 rue de France, 06000 Nice.", "caisse_retraite", "Alizés Retraite"),
    (CDI, "# Protection\nPour la retraite, il relève de l’institution Alizés Retraite et, pour la prévoyance, de la société mutualiste Mistral.", "organisme_prevoyance", "Mistral"),
    (CDD, "# Lieu d’exécution\nLa prestation s’exécute à l’adresse suivante : 40 route du Phare, 29200 Brest.", "lieu_execution", "40 route du Phare, 29200 Brest"),
    (CDD, "# Lieu d’exécution\nAtelier de voilerie, quai Nord à Concarneau", "lieu_execution", "Concarneau"),
    (PRESTATION, "# Exécution\nElle accomplit son ouvrage en pleine liberté, aux ateliers de la Cliente à Concarneau.", "lieu_execution", "aux ateliers de la Cliente à Concarneau"),
    (PRESTATION, "# Services\nChaque besoin donne lieu à un Bon de commande.\nLes services sont rendus depuis les bureaux du Prestataire à Concarneau.", "lieu_execution", "les bureaux du Prestataire à Concarneau"),
    (PRESTATION, "# Litiges\nTout litige sera porté devant les tribunaux de Rennes.", "juridiction", "tribunaux de Rennes"),
    (PRESTATION, "# Litiges\nCompétence exclusive est attribuée au Tribunal de commerce de La Rochelle.", "juridiction", "Tribunal de commerce de La Rochelle"),
    (PRESTATION, "# Attribution de compétence\nLe tribunal des activités économiques de Nanterre sera seul compétent.", "juridiction", "tribunal des activités économiques de Nanterre"),
    (CDI, "# Litiges\nLe conseil de prud’hommes de Brest est compétent.", "juridiction", "conseil de prud’hommes de Brest"),
    (PRESTATION, "# Indexation\nLe tarif journalier est indexé sur l’indice ICHT-rev-TS.", "indice", "ICHT-rev-TS"),
    (CDI, "# Clause de non-concurrence\nPendant un an, il s’interdit de travailler pour un concurrent dans un rayon de 100 kilomètres autour de Lyon.", "non_concurrence_zone", "rayon de 100 kilomètres autour de Lyon"),
    (CDI, "# Clause de non-concurrence\nIl s’interdit toute activité concurrente en Bretagne. En contrepartie, il percevra une indemnité égale à 30 % de son salaire brut mensuel.", "non_concurrence_contrepartie", "30 % de son salaire brut mensuel"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "source", "nom", "expected"), TEXTS)
def test_a_name_a_place_or_a_number_is_read_in_words(
    document: DocumentType, source: str, nom: str, expected: str, library: Library
) -> None:
    found = values(read(source, document, library), nom)
    assert len(found) == 1
    assert expected in str(found[0])
