# ruff: noqa: E501 (a contract keeps its lines)
"""Whole contracts of many hands, short: every term that each states, and none that it does not."""

from __future__ import annotations

from datetime import date

import pytest

from clauselint.library import Library
from clauselint.model import (
    DelaiPaiement,
    DocumentType,
    Duree,
    Montant,
    Pourcentage,
    TauxPenalites,
    Valeur,
)
from clauselint.reading.articles import articles as find_articles
from clauselint.reading.index import Index
from clauselint.reading.notation import text_from_notation
from clauselint.reading.recognition import recognise_clauses, with_kinds
from clauselint.reading.terms import terms

# What is expected of a name, a place or a court is a part of it; an empty list says: not stated.
CONTRACTS: list[tuple[str, DocumentType, str, dict[str, list[str]]]] = [
    (
        "cdd_signe_a_nantes",
        DocumentType.CDD,
        """= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE
ENTRE
La société ALTO PORTAGE, SAS au capital de 100 000 €, immatriculée au RCS de Nantes sous le n° 512 345 678, dont le siège est 3 rue du 8 mai 1945, 44000 Nantes
ET
Monsieur Karim Belhadj, né le 12 juin 1985 à Lyon, demeurant 5 rue Haute, 69001 Lyon
# ARTICLE 1 – ENGAGEMENT
M. Belhadj est engagé en qualité de consultant à compter du 4 mai 2026. Une déclaration préalable à l'embauche a été faite le 28 avril 2026 auprès de l'URSSAF.
# ARTICLE 2 – DURÉE
Le présent contrat est conclu pour une durée déterminée de 5 mois. Il prendra donc fin le 3 octobre 2026.
Il pourra être renouvelé deux fois dans la limite d'une durée totale de 18 mois.
# ARTICLE 3 – PÉRIODE D'ESSAI
Le contrat ne deviendra définitif qu'à l'issue d'une période d'essai de 2 semaines. Durant cette période, chaque partie peut rompre en respectant un délai de prévenance de 24 heures.
# ARTICLE 4 – RÉMUNÉRATION
Le salarié percevra une rémunération brute mensuelle de 3 200,00 euros pour 151,67 heures.
L'indemnité d'apport d'affaires s'élève à 5 % du salaire de base, soit 160 euros.
Une indemnité de précarité égale à 10% de la rémunération totale brute est versée en fin de contrat.
# ARTICLE 5 – FRAIS DE GESTION
L'employeur retient 9% du montant HT des factures au titre de ses frais de gestion.
# ARTICLE 6 – COMPTE RENDU
Un compte-rendu d'activité (CRA) est établi en fin de mois, chaque mois, et adressé avant le 5 du mois suivant.
# ARTICLE 7 – GARANTIE
L'employeur a souscrit une garantie financière auprès de Lorme Europe, 110 esplanade du Général de Gaulle, 92931 Paris La Défense.
# ARTICLE 8 – ASSURANCE
Le salarié est couvert en RC professionnelle par le contrat n° 7788990-A souscrit auprès de la compagnie Vexin RC.
# ARTICLE 9 – RETRAITE ET PRÉVOYANCE
Caisse de retraite : Marais Hulotte Agirc-Arrco, 21 rue Laffitte, 75009 Paris
Prévoyance : AB2C Prévoyance, 104 boulevard Haussmann, 75008 Paris
# ARTICLE 10 – CONVENTION COLLECTIVE
La convention collective des salariés en portage salarial du 22 mars 2017 (IDCC n°3219) est applicable.
# ARTICLE 11 – CONFIDENTIALITÉ
Le salarié s'engage à une stricte confidentialité pendant la durée du contrat et pendant 24 mois à compter de sa cessation.
Fait à Nantes, le 30 avril 2026
En deux exemplaires
""",
        {
            "date_signature": ["2026-04-30"],
            "date_debut": ["2026-05-04"],
            "date_fin": ["2026-10-03"],
            "duree": ["P5M"],
            "renouvellements_max": ["2"],
            "periode_essai": ["P14D"],
            "salaire_brut_mensuel": ["3200"],
            "apport_affaire": ["5"],
            "indemnite_fin_contrat": ["10"],
            "frais_gestion": ["9"],
            "periodicite_cra": ["P1M"],
            "garant": ["lorme europe"],
            "assureur": ["vexin"],
            "numero_police": ["7788990-a"],
            "caisse_retraite": ["marais hulotte"],
            "organisme_prevoyance": ["ab2c prévoyance"],
            "idcc": ["3219"],
            "confidentialite_duree": ["P24M"],
            "preavis_rupture": [],
            "lieu_execution": [],
            "tjm": [],
            "nombre_jours": [],
            "prix_total": [],
        },
    ),
    (
        "prestation_en_tableau",
        DocumentType.PRESTATION,
        """= CONTRAT DE PRESTATION DE SERVICES EN PORTAGE SALARIAL
# CONDITIONS PARTICULIÈRES
| Client | BOREAL INDUSTRIE SA, 12 avenue Foch, 57000 Metz |
| Salarié porté | Mme Jeanne Roux |
| Intitulé de la mission | Pilotage de projet ERP |
| Date de démarrage | 04/05/2026 |
| Date de fin prévisionnelle | 30/10/2026 |
| Nombre de jours prévisionnel | 110 jours |
| Prix unitaire journalier | 650 € HT |
| Montant total estimé | 71 500 € HT |
| Lieu d'intervention | Locaux du client, 12 avenue Foch, 57000 Metz |
| Modalités de règlement | Virement à 45 jours fin de mois |
| Garantie financière | Banque Fluviale de l'Est, 3 rue Serpenoise, 57000 Metz |
| Assurance RC | ALTA France IARD – Police n° 10 456 789 04 |
# CONDITIONS GÉNÉRALES
1. Objet
Le prestataire met à disposition du client l'expertise de son salarié porté.
2. Facturation
Les prestations sont facturées mensuellement sur la base du CRA validé sous 5 jours ouvrés. Tout retard de paiement donnera lieu à des pénalités calculées au taux de 3 fois le taux d'intérêt légal ainsi qu'à une indemnité forfaitaire de 40 € pour frais de recouvrement.
3. Résiliation
Chaque partie peut résilier le contrat par lettre recommandée avec accusé de réception moyennant un préavis d'un mois.
En cas de manquement d'une partie à ses obligations, non réparé dans un délai de quinze jours à compter de la réception d'une lettre recommandée de mise en demeure, l'autre partie pourra résilier de plein droit.
4. Confidentialité
Les parties s'engagent à garder confidentielles les informations échangées pendant toute la durée du contrat et durant les trois ans suivant son terme.
5. Non-sollicitation
Le client s'interdit d'embaucher directement ou indirectement tout salarié du prestataire pendant une durée de 12 mois suivant la fin du contrat, sous peine d'une indemnité égale à 6 mois de salaire brut.
6. Responsabilité
La responsabilité du prestataire est limitée au montant des sommes perçues, dans la limite de 50 000 €.
7. Litiges
Les tribunaux de Metz sont seuls compétents.
Fait à Metz le 27/04/2026 en 2 exemplaires.
""",
        {
            "date_signature": ["2026-04-27"],
            "date_debut": ["2026-05-04"],
            "date_fin": ["2026-10-30"],
            "nombre_jours": ["110"],
            "tjm": ["650"],
            "prix_total": ["71500"],
            "delai_paiement": ["45j fdm"],
            "taux_penalites": ["3x taux_legal"],
            "indemnite_recouvrement": ["40"],
            "preavis_resiliation": ["P1M"],
            "delai_mise_en_demeure": ["P15D"],
            "confidentialite_duree": ["P36M"],
            "non_sollicitation_duree": ["P12M"],
            "plafond_responsabilite": ["50000"],
            "lieu_execution": ["12 avenue foch, 57000 metz"],
            "garant": ["banque fluviale de l'est"],
            "assureur": ["alta france iard"],
            "numero_police": ["10 456 789 04"],
            "juridiction": ["tribunaux de metz"],
            "duree": [],
        },
    ),
    (
        "cdi_a_dix_articles",
        DocumentType.CDI,
        """= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE INDÉTERMINÉE
# 1. Embauche
Monsieur Luc Ferry est embauché à compter du 1er juin 2026 pour une durée indéterminée.
# 2. Essai
La durée de la période d'essai est de quatre mois. Elle pourra être renouvelée une fois, pour une durée maximale de quatre mois.
# 3. Temps de travail
Le salarié relève d'un forfait de 218 jours par an. Il bénéficie de 11 heures de repos quotidien.
# 4. Rémunération
La rémunération minimale est de 2 900,00 € bruts mensuels. Le salaire de base du salarié s'élève à 4 100 € brut par mois.
Apport d'affaire : 5% du salaire brut de base.
Une réserve financière de 10 % du salaire de base brut est constituée à chaque mission.
# 5. Frais de gestion
Taux : 8 %
# 6. Préavis
En cas de licenciement ou de démission, après la période d'essai, la durée du préavis est fixée à trois mois.
# 7. Clause de non-concurrence
Le salarié s'engage, pour une durée de douze mois à compter de la fin du contrat, à ne pas exercer d'activité concurrente sur le département du Rhône. Il percevra à ce titre une contrepartie financière égale à 25 % de son salaire mensuel moyen.
# 8. Activité
Le salarié remet un compte rendu d'activité une fois par mois au plus tard le 25.
# 9. Statut collectif
Le contrat est régi par la convention collective nationale des salariés en portage salarial – IDCC 3219.
Signé électroniquement le 22 mai 2026.
""",
        {
            "date_signature": ["2026-05-22"],
            "date_debut": ["2026-06-01"],
            "date_fin": [],
            "duree": [],
            "periode_essai": ["P4M"],
            "salaire_brut_mensuel": ["4100"],
            "apport_affaire": ["5"],
            "reserve_financiere": ["10"],
            "frais_gestion": ["8"],
            "preavis_rupture": ["P3M"],
            "non_concurrence_duree": ["P12M"],
            "non_concurrence_zone": ["département du rhône"],
            "periodicite_cra": ["P1M"],
            "idcc": ["3219"],
            "nombre_jours": [],
            "renouvellements_max": [],
            "confidentialite_duree": [],
        },
    ),
    (
        "prestation_en_prose",
        DocumentType.PRESTATION,
        """CONTRAT COMMERCIAL
Article 1 : Mission et durée
La mission débutera le 12 janvier 2026 pour une durée prévisionnelle de quatre mois, soit environ 75 jours ouvrés, et sera exécutée principalement au siège du client à Grenoble.
Article 2 : Tarif
Le prix de journée est de 700 euros H.T. Les frais de déplacement sont refacturés au réel dans la limite de 1 500 € HT par mois.
Article 3 : Conditions de paiement
Les factures, émises en fin de mois, sont payables à 30 jours nets à compter de leur date d'émission. Aucun escompte n'est consenti. En cas de retard, une pénalité égale au taux directeur de la BCE majoré de 10 points sera exigible, outre une indemnité de 40 euros prévue à l'article D. 441-5 du code de commerce.
Article 4 : Révision
Le tarif sera révisé chaque année au 1er janvier en fonction de l'évolution de l'indice SYNTEC.
Article 5 : Confidentialité
Cette obligation survivra pendant cinq (5) ans à la fin du contrat quelle qu'en soit la cause.
Article 6 : Rupture
Chacune des parties pourra mettre fin au contrat sous réserve d'un préavis de quinze jours calendaires. En cas de faute grave, huit jours après mise en demeure restée sans effet, la résiliation est acquise.
Article 7 : Garanties
Le portage dispose d'une garantie financière (Cautionnement n° 445566) émise par Compagnie Rhodienne de Garanties et Cautions. Il est assuré pour sa responsabilité civile chez Generosi (contrat AP 559 017).
Article 8 : Droit applicable
Tout litige relève du Tribunal de Commerce de Grenoble.
Établi à Grenoble le 5 janvier 2026
""",
        {
            "date_signature": ["2026-01-05"],
            "date_debut": ["2026-01-12"],
            "duree": ["P4M"],
            "nombre_jours": ["75"],
            "tjm": ["700"],
            "delai_paiement": ["30j"],
            "taux_penalites": ["bce+10"],
            "indemnite_recouvrement": ["40"],
            "indice": ["syntec"],
            "periodicite_indexation": ["P12M"],
            "confidentialite_duree": ["P60M"],
            "preavis_resiliation": ["P15D"],
            "delai_mise_en_demeure": ["P8D"],
            "garant": ["compagnie rhodienne de garanties et cautions"],
            "assureur": ["generosi"],
            "numero_police": ["ap 559 017"],
            "juridiction": ["tribunal de commerce de grenoble"],
            "lieu_execution": ["grenoble"],
            "prix_total": [],
            "date_fin": ["2026-05-11"],
        },
    ),
    (
        "avenant_de_prolongation",
        DocumentType.AVENANT,
        """= AVENANT N° 2 AU CONTRAT DE PRESTATION
Le contrat de prestation signé le 3 mars 2025 et son avenant n° 1 du 1er septembre 2025 prévoyaient une fin de mission le 31 décembre 2025.
# Article 1 – Prolongation
La mission est prolongée de trois mois, du 1er janvier 2026 au 31 mars 2026.
# Article 2 – Prix
À compter du 1er janvier 2026, le TJM passe de 600 € HT à 630 € HT. Le montant de la prolongation est de 34 650 € HT pour 55 jours.
Fait à Tours, le 15 décembre 2025.
""",
        {
            "date_signature": ["2025-12-15"],
            "date_debut": ["2026-01-01"],
            "date_fin": ["2026-03-31"],
            "duree": ["P3M"],
            "tjm": ["630"],
            "prix_total": ["34650"],
            "nombre_jours": ["55"],
        },
    ),
    (
        "cdd_en_lignes",
        DocumentType.CDD,
        """CONTRAT DE MISSION
Durée du contrat : 7 mois
Date d'effet : 01/09/2026
Terme : 31/03/2027
Poste : Chef de projet
Salaire brut mensuel : 4 050,00 €
TJM : 590 € HT
Nombre de jours : 130
Montant total HT : 76 700 €
Frais de gestion : 8,5 %
Lieu de mission : 22 rue de la Gare, 59000 Lille
Garant : Astradia, 44 avenue Georges Pompidou, 92300 Levallois-Perret
Assureur RC : MVA – police 118 222 333
Période d'essai : un mois
Retraite complémentaire : Klosia (Paris)
Prévoyance : Apivil Prévoyance
Convention collective : IDCC 3219
Fait à Lille, le 28/08/2026
""",
        {
            "date_signature": ["2026-08-28"],
            "date_debut": ["2026-09-01"],
            "date_fin": ["2027-03-31"],
            "duree": ["P7M"],
            "salaire_brut_mensuel": ["4050"],
            "tjm": ["590"],
            "nombre_jours": ["130"],
            "prix_total": ["76700"],
            "frais_gestion": ["8.5"],
            "lieu_execution": ["22 rue de la gare, 59000 lille"],
            "garant": ["astradia"],
            "assureur": ["mva"],
            "numero_police": ["118 222 333"],
            "periode_essai": ["P1M"],
            "caisse_retraite": ["klosia"],
            "organisme_prevoyance": ["apivil prévoyance"],
            "idcc": ["3219"],
        },
    ),
    (
        "prestation_aux_faux_amis",
        DocumentType.PRESTATION,
        """# Article 4 – Durée
La présente mission est prévue pour 9 mois à partir du 2 février 2026.
# Article 5 – Conditions financières
5.1 Le tarif journalier négocié par le salarié porté est de 480,00 € HT.
5.2 La prestation est évaluée à 150 jours, pour un budget maximum de 72 000 € HT.
5.3 Le délai de paiement convenu entre les parties est de 45 jours date de facture. À défaut de paiement dans ce délai, des intérêts au taux de 15 % par an seront dus.
5.4 Un acompte de 30 % est versé à la commande.
# Article 6 – Propriété
Les droits sont cédés pour une durée de 70 ans.
# Article 7 – Assurance
L'EPS est assurée à hauteur de 3 000 000 € par sinistre auprès d'Alcyon IARD, police n° 55 123 987.
# Article 8 – Réversibilité
Le prestataire assure la réversibilité pendant deux mois à compter de la fin du contrat.
# Article 9 – Force majeure
Si l'événement se prolonge au-delà de 60 jours, chaque partie peut résilier sans préavis.
# Article 10 – Données
Les données sont conservées cinq ans après la fin du contrat.
# Article 11 – Recette
La recette est réputée acquise à défaut de réserves dans un délai de 10 jours ouvrés suivant la livraison.
""",
        {
            "date_debut": ["2026-02-02"],
            "date_fin": ["2026-11-01"],
            "duree": ["P9M"],
            "tjm": ["480"],
            "nombre_jours": ["150"],
            "prix_total": ["72000"],
            "delai_paiement": ["45j"],
            "taux_penalites": ["15%"],
            "plafond_responsabilite": [],
            "confidentialite_duree": [],
            "preavis_resiliation": [],
            "delai_mise_en_demeure": [],
            "non_sollicitation_duree": [],
            "assureur": ["alcyon iard"],
            "numero_police": ["55 123 987"],
            "garant": [],
        },
    ),
    (
        "cdi_et_ses_autres_dates",
        DocumentType.CDI,
        """= CONTRAT DE TRAVAIL
L'Employeur, société Delta Portage, et Mme Ana Vega, titulaire d'un titre de séjour valable jusqu'au 15 octobre 2027, née à Porto le 4 avril 1990
# Article 1
Mme Vega est engagée à durée indéterminée ; son contrat prend effet le 7 septembre 2026. Les dispositions de l'accord du 12 mars 2020 et de la convention collective nationale du 22 mars 2017 étendue par arrêté du 28 avril 2017 s'appliquent (IDCC 3219).
# Article 2 - Période d'essai
Les parties conviennent d'une période d'essai de 3 mois, renouvelable 1 fois. La rupture de l'essai obéit à un préavis de 48 heures.
# Article 3 - Salaire
Le salaire brut annuel est de 45 600 €, soit 3 800 € brut par mois sur douze mois.
# Article 4 - Congés
Elle bénéficie de 2,5 jours ouvrables de congés par mois. Les demandes sont présentées un mois à l'avance.
# Article 5 - Rupture
La démission donne lieu à un préavis de 2 mois ; celui du licenciement est de 3 mois.
# Article 6 - Discrétion
Mme Vega est tenue au secret professionnel, y compris après la fin de son contrat, sans limite de durée.
# Article 7 - Activité
Elle rend compte de son activité chaque semaine au moyen du formulaire en ligne.
# Article 8 - Lieu
Son lieu de travail habituel est fixé à Bordeaux. Elle pourra travailler au domicile deux jours par semaine.
Fait en deux exemplaires à Bordeaux, le 1er septembre 2026
""",
        {
            "date_signature": ["2026-09-01"],
            "date_debut": ["2026-09-07"],
            "periode_essai": ["P3M"],
            "salaire_brut_mensuel": ["3800"],
            "preavis_rupture": ["P2M", "P3M"],
            "confidentialite_duree": ["illimitee"],
            "periodicite_cra": ["P7D"],
            "lieu_execution": ["bordeaux"],
            "idcc": ["3219"],
            "nombre_jours": [],
            "tjm": [],
            "prix_total": [],
            "renouvellements_max": [],
        },
    ),
    (
        "prestation_abregee",
        DocumentType.PRESTATION,
        """CONTRAT DE PRESTATION n° 2026-118
Entre Sillon Portage et la société Marchetti SA
ART. 1 — DURÉE DE LA PRESTATION
Début : lundi 5 janvier 2026 — Fin : vendredi 26 juin 2026
ART. 2 — PRIX ET FACTURATION
a) Prix : 85 jours x 720,00 € HT = 61 200,00 € HT
b) TVA 20 % : 12 240,00 €
c) Total TTC : 73 440,00 €
Règlement : 30 jours fin de mois, le 15 du mois suivant.
Pénalités : taux d'intérêt légal multiplié par trois. Indemnité de recouvrement : 40 €.
ART. 3 — FIN DU CONTRAT
Préavis : un mois par lettre recommandée.
Mise en demeure préalable : 15 jours.
ART. 4 — GARANTIES
Garant : Galdan Assurances, 89 rue La Boétie, 75008 Paris
Assureur RCP : Zermatt Insurance Europe AG, police 7 400 026 518
ART. 5 — CONFIDENTIALITÉ
Durée : le temps du contrat, puis 3 ans.
ART. 6 — LITIGES
Tribunal compétent : tribunal des activités économiques de Lyon.
À Lyon, le 22 décembre 2025
""",
        {
            "date_signature": ["2025-12-22"],
            "date_debut": ["2026-01-05"],
            "date_fin": ["2026-06-26"],
            "nombre_jours": ["85"],
            "tjm": ["720"],
            "prix_total": ["61200"],
            "delai_paiement": ["30j fdm"],
            "taux_penalites": ["3x taux_legal"],
            "indemnite_recouvrement": ["40"],
            "preavis_resiliation": ["P1M"],
            "delai_mise_en_demeure": ["P15D"],
            "garant": ["galdan"],
            "assureur": ["zermatt insurance"],
            "numero_police": ["7 400 026 518"],
            "confidentialite_duree": ["P36M"],
            "juridiction": ["tribunal des activités économiques de lyon"],
        },
    ),
    (
        "cdd_sans_essai",
        DocumentType.CDD,
        """# Article 1 : Objet
Contrat conclu pour la réalisation de la mission confiée par la société Tessier (contrat commercial n° 44 du 2 mars 2026).
# Article 2 : Durée
Le contrat de travail, d'une durée de 6 mois et 15 jours, commence le 16 mars 2026 et se termine le 30 septembre 2026. Il n'est pas renouvelable.
# Article 3 : Essai
Il n'est pas prévu de période d'essai.
# Article 4 : Prix de la prestation
Prix convenu entre le salarié porté et la société Tessier : 64 000 € HT pour 128 jours de prestation (500 € HT par jour).
# Article 5 : Salaire
Salaire de base : 2 950 euros brut mensuel. Aucune indemnité de fin de contrat ne sera due.
Indemnité de congés payés : 10 %.
# Article 6 : Frais de gestion
Ils représentent 10 % HT du chiffre d'affaires encaissé, TVA à 20 % en sus.
# Article 7 : Relevé d'activité
Le salarié porté complète son relevé d'activité au fil de l'eau et le transmet mensuellement.
# Article 8 : Organismes
L'employeur cotise auprès de l'AGIRC-ARRCO (Hulotte) et de l'organisme de prévoyance Harpe Mutuelle.
""",
        {
            "date_signature": [],
            "date_debut": ["2026-03-16"],
            "date_fin": ["2026-09-30"],
            "duree": ["P6M15D"],
            "periode_essai": [],
            "prix_total": ["64000"],
            "nombre_jours": ["128"],
            "tjm": ["500"],
            "salaire_brut_mensuel": ["2950"],
            "indemnite_fin_contrat": [],
            "frais_gestion": ["10"],
            "periodicite_cra": ["P1M"],
            "organisme_prevoyance": ["harpe mutuelle"],
            "renouvellements_max": [],
            "apport_affaire": [],
        },
    ),
    (
        "clauses_isolees",
        DocumentType.PRESTATION,
        """# Non-sollicitation
Le Client ne recrutera aucun collaborateur de la Société pendant l'exécution du contrat ni dans l'année qui suit son expiration. À défaut il verse une indemnité de 20 000 euros.
# Non-concurrence
Aucune clause de non-concurrence ne s'applique.
# Limitation de responsabilité
Le montant cumulé des indemnités mises à la charge de la Société n'excédera pas cent mille (100 000) euros.
# Indexation
Les prix ne sont pas indexés. Ils peuvent être renégociés tous les ans.
# Différends
Les parties recherchent une solution amiable pendant trente jours, puis saisissent le tribunal judiciaire de Strasbourg.
# Pénalités
En cas de retard de livraison, une pénalité de 100 € par jour est due.
# Paiement
Les honoraires sont versés à 60 jours à compter de la facture.
""",
        {
            "non_sollicitation_duree": ["P12M"],
            "plafond_responsabilite": ["100000"],
            "indice": [],
            "periodicite_indexation": [],
            "juridiction": ["tribunal judiciaire de strasbourg"],
            "tjm": [],
            "delai_paiement": ["60j"],
            "taux_penalites": [],
            "non_concurrence_duree": [],
            "prix_total": [],
        },
    ),
    (
        "accord_de_confidentialite",
        DocumentType.NDA,
        """= ACCORD DE CONFIDENTIALITÉ
# Article 1 - Information confidentielle
Toute information transmise oralement est confirmée par écrit sous 8 jours.
# Article 5 - Durée
Le présent accord entre en vigueur à compter du 9 février 2026 et restera en vigueur pendant deux ans. Les obligations de confidentialité continueront de produire effet pendant 5 ans après son expiration.
Fait à Reims, le 6 février 2026
""",
        {
            "date_signature": ["2026-02-06"],
            "date_debut": ["2026-02-09"],
            "duree": ["P24M"],
            "confidentialite_duree": ["P60M"],
        },
    ),
    (
        "prestation_articles_premiers",
        DocumentType.PRESTATION,
        """= CONTRAT DE PRESTATION DE PORTAGE SALARIAL
ENTRE LES SOUSSIGNÉS
La société Vega Portage, SAS au capital de 50 000 €, RCS Lille 512 345 678
ET la société Ormeau
IL A ÉTÉ CONVENU CE QUI SUIT
Article 1er. – Mission
Le consultant, Paul Iseult, lié à Vega Portage par un contrat de travail à durée déterminée conclu le 5 janvier 2026, assure la mission décrite en annexe à compter du 12 janvier 2026 et jusqu'au 10 juillet 2026 inclus.
Article 2. – Prix
La mission est rémunérée sur la base d'un TJM négocié de cinq cent quarante euros (540 €) HT pour un volume de cent dix (110) jours.
Le prix total prévisionnel de la mission est ainsi fixé à 59 400 € HT.
Article 3. – Modalités de facturation et de règlement
Facturation mensuelle, à terme échu. Règlement par virement sous 30 jours à réception de facture.
Le défaut de paiement à l'échéance entraîne l'application de pénalités égales à trois fois le taux d'intérêt légal et le versement d'une indemnité de 40 €.
Article 4. – Obligation de confidentialité
La présente obligation prend effet à la signature et prendra fin 2 ans après l'expiration du contrat.
Article 5. – Sollicitation de personnel
Chacune des parties renonce à engager tout collaborateur de l'autre. Cette renonciation vaut pendant l'exécution du contrat et pendant les dix-huit mois suivant son achèvement.
Article 6. – Résiliation
6.1 Sans faute : l'une ou l'autre des parties pourra mettre fin à la mission à tout moment, en respectant un délai de prévenance de 3 semaines.
6.2 Pour faute : si, dans les huit (8) jours calendaires suivant la réception d'une mise en demeure, la partie défaillante n'a pas remédié au manquement, le contrat sera résilié.
Article 7. – Assurance et garantie
Vega Portage a souscrit auprès de la compagnie MALF PRO, sous le numéro de police 459.112.A, une assurance couvrant sa responsabilité civile.
La garantie financière est accordée par la Compagnie Nordique de Caution (CNC), dont le siège est à Lille.
Article 8. – Lieu d'exécution
La prestation s'effectuera dans les bureaux d'Ormeau situés 8 place du Marché à Roubaix et, le cas échéant, en télétravail.
Article 9. – Litiges
À défaut d'accord amiable, compétence expresse est attribuée au Tribunal de commerce de Lille Métropole, nonobstant pluralité de défendeurs.
Fait à Lille, en deux exemplaires, le 7 janvier 2026.
""",
        {
            "date_signature": ["2026-01-07"],
            "date_debut": ["2026-01-12"],
            "date_fin": ["2026-07-10"],
            "tjm": ["540"],
            "nombre_jours": ["110"],
            "prix_total": ["59400"],
            "delai_paiement": ["30j"],
            "taux_penalites": ["3x taux_legal"],
            "indemnite_recouvrement": ["40"],
            "confidentialite_duree": ["P24M"],
            "non_sollicitation_duree": ["P18M"],
            "preavis_resiliation": ["P21D"],
            "delai_mise_en_demeure": ["P8D"],
            "assureur": ["malf pro"],
            "numero_police": ["459.112.a"],
            "garant": ["compagnie nordique de caution"],
            "lieu_execution": ["roubaix"],
            "juridiction": ["tribunal de commerce de lille"],
        },
    ),
    (
        "convention_de_portage",
        DocumentType.CONVENTION,
        """= CONVENTION DE PORTAGE
# Durée
La présente convention est conclue pour une durée de 12 mois à compter de sa signature, renouvelable par tacite reconduction. Elle peut être dénoncée avec un préavis de 2 mois.
# Frais de gestion
Les honoraires de gestion sont de 7% du chiffre d'affaires HT jusqu'à 100 000 € annuels.
# Relevés
Le porté remet un compte rendu d'activité à la fin de chaque mois civil.
# Réserve
Une réserve financière égale à 10% du salaire de base de la dernière mission est constituée.
Fait à Pau le 9 mars 2026
""",
        {
            "date_signature": ["2026-03-09"],
            "duree": ["P12M"],
            "preavis_resiliation": ["P2M"],
            "frais_gestion": ["7"],
            "periodicite_cra": ["P1M"],
            "reserve_financiere": ["10"],
            "renouvellements_max": [],
        },
    ),
    (
        "cdd_en_tableau",
        DocumentType.CDD,
        """= Contrat de travail à durée déterminée en portage salarial
| Rubrique | Contenu |
| Nature du contrat | CDD pour la réalisation d'une mission (art. L. 1254-11) |
| Date de prise d'effet | 20/04/2026 |
| Échéance du terme | 18/12/2026 |
| Durée minimale (terme imprécis) | Sans objet |
| Renouvellement | Deux fois maximum |
| Période d'essai | 1 mois |
| Lieu(x) d'exécution | Sites de Brest et de Quimper |
| Salaire mensuel brut de base (temps plein) | 3 450,00 € |
| Indemnité d'apport d'affaires | 172,50 € (5 %) |
| Indemnité de fin de contrat | 10 % de la rémunération brute totale |
| Prix convenu avec l'entreprise cliente | 560 € HT / jour x 140 jours = 78 400 € HT |
| Frais de gestion (% HT) | 7 |
| Garant financier | Sté Ouest Cautionnement – 29200 Brest |
| Assurance RCP | Compagnie Armor Assur, contrat 2291-B-77 |
| Caisse de retraite complémentaire | Groupe Iroise Agirc-Arrco, Brest |
| Organisme de prévoyance | Mutuelle des Abers, Landerneau |
| Convention collective | Salariés en portage salarial – IDCC 3219 |
| Périodicité du compte rendu d'activité | Mensuelle |
Article 1 – Confidentialité
Le salarié est tenu au secret pendant et après son contrat, et ce durant une période de dix-huit mois.
Signé à Brest, le 15/04/2026
""",
        {
            "date_signature": ["2026-04-15"],
            "date_debut": ["2026-04-20"],
            "date_fin": ["2026-12-18"],
            "renouvellements_max": ["2"],
            "periode_essai": ["P1M"],
            "lieu_execution": ["sites de brest et de quimper"],
            "salaire_brut_mensuel": ["3450"],
            "apport_affaire": ["5"],
            "indemnite_fin_contrat": ["10"],
            "tjm": ["560"],
            "nombre_jours": ["140"],
            "prix_total": ["78400"],
            "garant": ["ouest cautionnement"],
            "assureur": ["armor assur"],
            "numero_police": ["2291-b-77"],
            "caisse_retraite": ["groupe iroise"],
            "organisme_prevoyance": ["mutuelle des abers"],
            "idcc": ["3219"],
            "periodicite_cra": ["P1M"],
            "confidentialite_duree": ["P18M"],
            "frais_gestion": ["7"],
        },
    ),
    (
        "avenant_au_cdd",
        DocumentType.AVENANT,
        """= AVENANT N° 1 DE RENOUVELLEMENT AU CDD
Le CDD conclu le 3 février 2026 entre les parties arrive à échéance le 2 août 2026.
Article 1 : Le contrat est renouvelé pour une période de 4 mois du 3 août 2026 au 2 décembre 2026.
Article 2 : Le tarif journalier, initialement de 500 € HT, est porté à 525 € HT à compter du 3 août 2026.
Article 3 : La rémunération brute mensuelle passe de 3 000 € à 3 150 €.
Le reste est sans changement.
Fait à Caen le 27 juillet 2026
""",
        {
            "date_signature": ["2026-07-27"],
            "date_debut": ["2026-08-03"],
            "date_fin": ["2026-12-02"],
            "duree": ["P4M"],
            "tjm": ["525"],
            "salaire_brut_mensuel": ["3150"],
            "renouvellements_max": [],
        },
    ),
    (
        "sous_traitance",
        DocumentType.PRESTATION,
        """CONTRAT DE SOUS-TRAITANCE
1. CONDITIONS DE PAIEMENT
Sauf accord contraire, le règlement est effectué dans un délai maximum de soixante jours nets date d'émission de facture.
Tout retard donne lieu à intérêts moratoires au taux de la Banque Centrale Européenne majoré de 10 points de pourcentage, l'indemnité de recouvrement étant de quarante (40) euros.
2. DURÉE ET RÉSILIATION
Le contrat prend effet au jour de sa signature pour une durée d'un an. Il est renouvelable par tacite reconduction pour des périodes d'un an, sauf dénonciation trois mois avant l'échéance.
3. RESPONSABILITÉ
La responsabilité du sous-traitant ne pourra être engagée au-delà de 200 000 euros par sinistre et par an. Les assurances couvrent 1 500 000 euros.
4. SECRET
L'obligation de secret s'éteint au bout de cinq ans.
5. INDICE
Les prix suivent l'indice ICHT-IME base 100 décembre 2008 et sont ajustés tous les douze mois.
6. PROPRIÉTÉ
L'auteur cède ses droits pour 10 ans.
""",
        {
            "delai_paiement": ["60j"],
            "taux_penalites": ["bce+10"],
            "indemnite_recouvrement": ["40"],
            "duree": ["P12M"],
            "plafond_responsabilite": ["200000"],
            "confidentialite_duree": ["P60M"],
            "indice": ["icht-ime"],
            "periodicite_indexation": ["P12M"],
            "date_debut": [],
        },
    ),
]  # fmt: skip

# One sentence each, as other hands put it.
SENTENCES: list[tuple[DocumentType, str, dict[str, list[str]]]] = [
    (DocumentType.CDD, "# Durée\nLe présent CDD couvre la période allant du lundi 2 mars 2026 au vendredi 28 août 2026.", {"date_debut": ["2026-03-02"], "date_fin": ["2026-08-28"]}),
    (DocumentType.CDD, "# Terme\nLe contrat commence à courir le 2 mars 2026. Terme précis : 28 août 2026.", {"date_debut": ["2026-03-02"], "date_fin": ["2026-08-28"]}),
    (DocumentType.PRESTATION, "# Durée\nLa date de démarrage est fixée au 2 mars 2026, la fin de mission étant estimée au 28 août 2026.", {"date_debut": ["2026-03-02"], "date_fin": ["2026-08-28"]}),
    (DocumentType.PRESTATION, "# Durée\nElle prend fin à la réalisation de son objet et au plus tard le 28 août 2026.", {"date_fin": ["2026-08-28"]}),
    (DocumentType.CDD, "# Durée\nDate de prise de poste : 2 mars 2026\nDate de sortie : 28 août 2026", {"date_debut": ["2026-03-02"], "date_fin": ["2026-08-28"]}),
    (DocumentType.PRESTATION, "# Durée\nLe contrat, d’une durée de six mois, prend cours le 2 mars 2026.", {"date_debut": ["2026-03-02"], "duree": ["P6M"], "date_fin": ["2026-09-01"]}),
    (DocumentType.PRESTATION, "# Objet\nMission\nFait le 12/02/2026 à Paris", {"date_signature": ["2026-02-12"]}),
    (DocumentType.PRESTATION, "# Objet\nMission\nParis, le 12 février 2026", {"date_signature": ["2026-02-12"]}),
    (DocumentType.PRESTATION, "# Objet\nMission\nConclu à Lyon le 12 février 2026 en deux originaux", {"date_signature": ["2026-02-12"]}),
    (DocumentType.PRESTATION, "# Objet\nMission\nSignatures\n| Le Client | Le Prestataire |\n| Date : 12/02/2026 | Date : 12/02/2026 |", {"date_signature": ["2026-02-12"]}),
    (DocumentType.PRESTATION, "# Durée\nLa prestation porte sur 5 mois.", {"duree": ["P5M"]}),
    (DocumentType.PRESTATION, "# Durée\nDurée prévisionnelle : 100 jours ouvrés répartis sur 6 mois.", {"nombre_jours": ["100"], "duree": ["P6M"]}),
    (DocumentType.CDD, "# Renouvellement\nDeux renouvellements sont possibles.", {"renouvellements_max": ["2"]}),
    (DocumentType.CDD, "# Renouvellement\nIl pourra être prolongé par avenant, à deux reprises au maximum.", {"renouvellements_max": ["2"]}),
    (DocumentType.CDI, "# Essai\nPendant les quatre premiers mois, qui constituent la période d’essai, chacun est libre de rompre.", {"periode_essai": ["P4M"]}),
    (DocumentType.CDI, "# Période d’essai\nDurée : 4 mois, renouvelable une fois", {"periode_essai": ["P4M"]}),
    (DocumentType.PRESTATION, "# Prix\nLe prix de vente de la journée est arrêté à 615,00 euros hors TVA.", {"tjm": ["615"]}),
    (DocumentType.PRESTATION, "# Prix\nHonoraires : 615 € HT/jour", {"tjm": ["615"]}),
    (DocumentType.PRESTATION, "# Prix\nLe Client versera une rémunération journalière de 615 € HT.", {"tjm": ["615"]}),
    (DocumentType.PRESTATION, "# Prix\nCoût jour-homme : 615 € HT. Nombre de jours-hommes : 40. Coût total : 24 600 € HT.", {"tjm": ["615"], "nombre_jours": ["40"], "prix_total": ["24600"]}),
    (DocumentType.PRESTATION, "# Prix\nLe budget de la mission s’élève à 24 600 € HT (40 jours).", {"prix_total": ["24600"], "nombre_jours": ["40"]}),
    (DocumentType.PRESTATION, "# Prix\nLe forfait de 24 600 € HT est payable en trois échéances de 8 200 €.", {"prix_total": ["24600"]}),
    (DocumentType.CDI, "# Rémunération\nSa rémunération fixe brute s’élève à 3 500 € par mois.", {"salaire_brut_mensuel": ["3500"]}),
    (DocumentType.CDI, "# Rémunération\nLe salarié perçoit un salaire brut de 3 500 €, versé sur douze mois.", {"salaire_brut_mensuel": ["3500"]}),
    (DocumentType.CDI, "# Rémunération\nSalaire mensuel de base (brut) : 3.500,00 euros", {"salaire_brut_mensuel": ["3500"]}),
    (DocumentType.CDD, "# Prime de précarité\nElle est égale à 10 % des rémunérations brutes.", {"indemnite_fin_contrat": ["10"]}),
    (DocumentType.CDI, "# Frais\nLa commission de gestion de la société de portage est fixée à 5 % HT.", {"frais_gestion": ["5"]}),
    (DocumentType.CDI, "# Gestion\nPour ses services, la société retient cinq pour cent (5 %) du montant facturé à titre de frais de gestion.", {"frais_gestion": ["5"]}),
    (DocumentType.PRESTATION, "# Règlement\nLe délai de règlement est fixé à 45 jours à compter de la date de facture.", {"delai_paiement": ["45j"]}),
    (DocumentType.PRESTATION, "# Facturation\nFactures mensuelles à 30 jours fin de mois.", {"delai_paiement": ["30j fdm"]}),
    (DocumentType.PRESTATION, "# Paiement\nLe Client s’acquitte des sommes dues sous trente jours calendaires après réception de la facture.", {"delai_paiement": ["30j"]}),
    (DocumentType.PRESTATION, "# Paiement\nÉchéance : 60 jours date d’émission de facture.", {"delai_paiement": ["60j"]}),
    (DocumentType.PRESTATION, "# Pénalités de retard\nElles sont égales à une fois et demie le taux de l’intérêt légal.", {"taux_penalites": ["1.5x taux_legal"]}),
    (DocumentType.PRESTATION, "# Pénalités\nPénalités exigibles sans rappel : taux BCE + 10 points.", {"taux_penalites": ["bce+10"]}),
    (DocumentType.PRESTATION, "# Pénalités\nDes intérêts au taux annuel de 10 % courent de plein droit.", {"taux_penalites": ["10%"]}),
    (DocumentType.PRESTATION, "# Résiliation\nLe Client peut interrompre la mission à tout moment avec un délai de prévenance d’un mois.", {"preavis_resiliation": ["P1M"]}),
    (DocumentType.PRESTATION, "# Résiliation\nLa résiliation prend effet trente jours après réception de la notification.", {"preavis_resiliation": ["P30D"]}),
    (DocumentType.PRESTATION, "# Fin anticipée\nTrente jours au moins avant la date souhaitée, la partie qui veut mettre fin au contrat en avertit l’autre.", {"preavis_resiliation": ["P30D"]}),
    (DocumentType.PRESTATION, "# Résiliation pour manquement\nAprès mise en demeure restée infructueuse pendant un délai de quinze jours, le contrat est résilié de plein droit.", {"delai_mise_en_demeure": ["P15D"], "preavis_resiliation": []}),
    (DocumentType.PRESTATION, "# Résiliation\nLa partie défaillante dispose de 30 jours pour remédier au manquement à compter de la lettre de mise en demeure ; passé ce délai, l’autre peut résilier.", {"delai_mise_en_demeure": ["P30D"], "preavis_resiliation": []}),
    (DocumentType.CDI, "# Rupture\nLe délai-congé est de deux mois.", {"preavis_rupture": ["P2M"]}),
    (DocumentType.CDI, "# Rupture\nEn cas de démission, le salarié prévient l’employeur trois mois à l’avance.", {"preavis_rupture": ["P3M"]}),
    (DocumentType.PRESTATION, "# Confidentialité\nL’engagement perdure trois ans au-delà du terme.", {"confidentialite_duree": ["P36M"]}),
    (DocumentType.PRESTATION, "# Confidentialité\nIl reste en vigueur pendant toute la durée du contrat et trois années supplémentaires.", {"confidentialite_duree": ["P36M"]}),
    (DocumentType.PRESTATION, "# Confidentialité\nLa durée de l’obligation de confidentialité est de 5 ans à compter de la signature.", {"confidentialite_duree": ["P60M"]}),
    (DocumentType.PRESTATION, "# Confidentialité\nCette obligation est perpétuelle.", {"confidentialite_duree": ["illimitee"]}),
    (DocumentType.PRESTATION, "# Confidentialité\nLa violation est sanctionnée dans les 15 jours. Les données sont effacées 30 jours après la fin du contrat.", {"confidentialite_duree": []}),
    (DocumentType.PRESTATION, "# Non-débauchage\nLe Client s’interdit d’engager les salariés du Prestataire durant 24 mois après la fin des relations.", {"non_sollicitation_duree": ["P24M"]}),
    (DocumentType.PRESTATION, "# Non sollicitation\nInterdiction valable un an après l’échéance du contrat.", {"non_sollicitation_duree": ["P12M"]}),
    (DocumentType.PRESTATION, "# Responsabilité\nLa réparation due par le Prestataire est limitée, toutes causes confondues, à 50 % du prix, sans pouvoir excéder 75 000 €.", {"plafond_responsabilite": ["75000"]}),
    (DocumentType.PRESTATION, "# Responsabilité\nPlafond : 75 000 € HT par année contractuelle.", {"plafond_responsabilite": ["75000"]}),
    (DocumentType.PRESTATION, "# Assurance\nLe Prestataire est assuré à hauteur de 2 000 000 € par an.", {"plafond_responsabilite": []}),
    (DocumentType.CDI, "# Compte rendu d’activité\nLe 25 de chaque mois, le salarié saisit son compte rendu d’activité.", {"periodicite_cra": ["P1M"]}),
    (DocumentType.CDI, "# Suivi\nLes CRA sont établis à une fréquence bimensuelle.", {"periodicite_cra": ["P15D"]}),
    (DocumentType.PRESTATION, "# Suivi\nUn comité de pilotage se réunit chaque trimestre.", {"periodicite_cra": []}),
    (DocumentType.PRESTATION, "# Indexation\nLe TJM est révisé au 1er janvier de chaque année selon la formule P = P0 × S/S0, S étant l’indice Syntec.", {"indice": ["syntec"], "periodicite_indexation": ["P12M"]}),
    (DocumentType.CDI, "# Statut\nCCN : salariés en portage salarial (brochure 3360, IDCC 3219)", {"idcc": ["3219"]}),
]  # fmt: skip


def said(value: Valeur) -> str:
    """A value in one word, to compare."""
    match value:
        case str():
            return value.casefold()
        case date():
            return value.isoformat()
        case Duree():
            return "illimitee" if value.illimitee else value.iso
        case Montant():
            return f"{value.montant.normalize():f}"
        case Pourcentage():
            return f"{value.valeur.normalize():f}"
        case DelaiPaiement():
            return f"{value.jours}j" + (" fdm" if value.fin_de_mois else "")
        case TauxPenalites("taux_legal", factor):
            return f"{factor}x taux_legal"
        case TauxPenalites("bce"):
            return f"bce+{value.points}"
        case TauxPenalites():
            return f"{value.taux}%"
        case _:
            return str(value)


@pytest.mark.parametrize(
    ("document", "source", "expected"),
    [*(contract[1:] for contract in CONTRACTS), *SENTENCES],
    ids=[*(contract[0] for contract in CONTRACTS), *(item[1][:60] for item in SENTENCES)],
)
def test_a_contract_states_its_terms_and_no_others(
    document: DocumentType, source: str, expected: dict[str, list[str]], library: Library
) -> None:
    text = text_from_notation(source)
    found = find_articles(text)
    kinds = with_kinds(
        found, recognise_clauses(Index.build(text, found, library.lexicon), library.clauses)
    )
    read: dict[str, list[str]] = {}
    for term in terms(Index.build(text, kinds, library.lexicon), library.clauses, document):
        read.setdefault(term.nom, []).append(said(term.valeur))
    for nom, values in expected.items():
        have = read.get(nom, [])
        assert len(have) == len(values), (nom, have)
        assert all(value in got for value, got in zip(values, have, strict=True)), (nom, have)
