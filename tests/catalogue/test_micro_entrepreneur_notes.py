"""What is said beside a micro-entrepreneur's year: each sentence in its situation; bad input."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from calculators.catalogue import calculators
from calculators.catalogue.micro_entrepreneur import moteur, notes
from calculators.kit.messages import errors
from calculators.kit.presenter import present
from calculators.law.micro import mentions
from tests.catalogue.runs import remarks, run

VENTES: dict[str, Any] = {"annee": 2026, "ca_ventes": "60000"}
SALARIE = VENTES | {"annee": 2025, "ca_ventes": "40000", "salaires_foyer": "20000"}
MIXTE: dict[str, Any] = {"annee": 2026, "ca_ventes": "20000"}
ACRE = VENTES | {"acre": True, "date_creation": "2026-08-01"}
DROM = VENTES | {"territoire": "drom", "date_creation": "2025-08-01"}

# Code: situations that show it, then situations that do not.
SITUATIONS: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {
    "perte": ([VENTES | {"achats": "60000"}], [VENTES, VENTES | {"achats": "52548"}]),
    "declarez_zero": ([VENTES | {"ca_ventes": "0"}], [VENTES]),
    "plafond_micro": (
        [VENTES | {"ca_ventes": "203100.01"}, ACRE | {"ca_ventes": "85135.08"}],
        [VENTES | {"ca_ventes": "203100"}, ACRE | {"ca_ventes": "85135.07"}],
    ),
    "plafond_services": (
        [
            MIXTE | {"ca_services": "83600.01"},
            MIXTE | {"ca_services": "50000", "ca_liberal": "40000"},
        ],
        [MIXTE | {"ca_services": "83600"}],
    ),
    "tva_majore": (
        [VENTES | {"ca_ventes": "93500.01"}, VENTES | {"annee": 2024, "ca_ventes": "101000.01"}],
        [
            VENTES | {"ca_ventes": "93500"},
            VENTES | {"ca_ventes": "200000", "statut_tva": "assujetti"},
        ],
    ),
    "tva_base": (
        [VENTES | {"ca_ventes": "85000.01"}, VENTES | {"ca_ventes": "93500"}],
        [VENTES | {"ca_ventes": "85000"}, VENTES | {"ca_ventes": "93500.01"}],
    ),
    "tva_base_services": (
        [MIXTE | {"ca_services": "37500.01"}, MIXTE | {"ca_services": "41250"}],
        [MIXTE | {"ca_services": "37500"}, MIXTE | {"ca_services": "41250.01"}],
    ),
    "tva_majore_services": (
        [MIXTE | {"ca_services": "41250.01"}],
        [MIXTE | {"ca_services": "41250"}, {"annee": 2026, "ca_services": "50000"}],
    ),
    "chambre_exoneree": ([VENTES | {"ca_ventes": "5000"}], [VENTES | {"ca_ventes": "5000.01"}]),
    "bareme_convient": ([VENTES], [VENTES | {"ca_ventes": "120000"}]),
    "tva_prorata": ([ACRE], [VENTES, ACRE | {"annee": 2027}, ACRE | {"statut_tva": "assujetti"}]),
    "franchise_perdue": (
        [
            VENTES | {"ca_precedent": "85000.01"},
            # Begun on 1 August 2026, 153 days: 85 000 × 153 ÷ 365 = 35 630,14.
            ACRE | {"annee": 2027, "ca_precedent": "35630.15"},
        ],
        [
            VENTES | {"ca_precedent": "85000"}, VENTES | {"annee": 2024, "ca_precedent": "95000"},
            VENTES | {"ca_precedent": "95000", "statut_tva": "assujetti"},
            ACRE | {"ca_precedent": "95000"},
            ACRE | {"annee": 2027, "ca_precedent": "35630.14"},
        ],
    ),
    "ca_precedent_ignore": ([ACRE | {"ca_precedent": "1"}], [VENTES | {"ca_precedent": "1"}]),
    # The regime of a year is judged by its own ceiling, on each of the two before it.
    "sortie_du_regime": (
        [
            VENTES | {"ca_ventes": "203101", "ca_precedent": "203101"},
            VENTES | {"annee": 2024, "ca_ventes": "188701", "ca_precedent": "188701"},
            # Created on 1 July 2025: 203 100 × 184 ÷ 365 = 102 384,66.
            VENTES | {"ca_ventes": "210000", "ca_precedent": "102384.67",
                      "date_creation": "2025-07-01"},
            {"annee": 2026, "ca_services": "83601", "ca_precedent": "83601"},
        ],
        [
            VENTES | {"ca_ventes": "203101", "ca_precedent": "203100"},
            VENTES | {"ca_ventes": "203100", "ca_precedent": "300000"},
            VENTES | {"annee": 2025, "ca_ventes": "195000", "ca_precedent": "195000"},
            VENTES | {"ca_ventes": "210000", "ca_precedent": "102384.66",
                      "date_creation": "2025-07-01"},
            ACRE | {"ca_ventes": "300000", "ca_precedent": "300000"},
        ],
    ),
    "compte_dedie": (
        [VENTES | {"ca_ventes": "10001", "ca_precedent": "10001"}],
        [
            VENTES | {"ca_ventes": "10001", "ca_precedent": "10000"},
            VENTES | {"ca_ventes": "10000", "ca_precedent": "10001"}, VENTES,
            VENTES | {"annee": 2018, "ca_precedent": "20000"},
        ],
    ),
    "bareme_moins_cher": (
        [VENTES | {"ca_ventes": "30000", "option_impot": "versement"}],
        [VENTES | {"ca_ventes": "30000"}, SALARIE | {"option_impot": "versement"}],
    ),
    "versement_moins_cher": (
        [SALARIE, SALARIE | {"rfr": "28797"}],
        [SALARIE | {"rfr": "28798"}, SALARIE | {"option_impot": "versement"}, VENTES],
    ),
    "condition_versement": ([VENTES], [VENTES | {"rfr": "1"}, {"annee": 2026, "ca_meubles": "1"}]),
    "versement_refuse": ([VENTES | {"rfr": "29315.01"}], [VENTES | {"rfr": "29315"}, VENTES]),
    "versement_possible": ([VENTES | {"rfr": "29315"}], [VENTES | {"rfr": "29315.01"}, VENTES]),
    "taux_effectif": ([SALARIE], [VENTES, SALARIE | {"salaires_foyer": None}]),
    "trimestres_outre_mer": (
        [DROM], [VENTES, DROM | {"annee": 2024, "date_creation": "2024-01-01"}],
    ),
    "acre_outre_mer": ([DROM | {"acre": True}], [DROM, ACRE]),
    "outre_mer_sans_date": ([DROM | {"date_creation": None}], [DROM, VENTES]),
    # Created in October: January is declared with it, on 28 February.
    "premiere_declaration": (
        [
            VENTES | {"date_creation": "2026-10-01"}, VENTES | {"date_creation": "2026-12-31"},
            VENTES | {"date_creation": "2025-10-01"}, VENTES | {"date_creation": "2025-12-31"},
            VENTES | {"date_creation": "2026-10-01", "periodicite": "trimestrielle"},
        ],
        [
            VENTES, VENTES | {"date_creation": "2026-09-30"},
            VENTES | {"date_creation": "2025-09-30"}, VENTES | {"date_creation": "2026-01-01"},
            VENTES | {"date_creation": "2026-07-01", "periodicite": "trimestrielle"},
        ],
    ),
    "acre_finie": (
        [ACRE | {"annee": 2027, "date_creation": "2026-01-01"},
         ACRE | {"annee": 2022, "date_creation": "2018-12-31"}],
        [ACRE, ACRE | {"annee": 2027}, ACRE | {"annee": 2021, "date_creation": "2019-03-31"}],
    ),
    "fin_acre": ([ACRE, ACRE | {"annee": 2027}], [VENTES, DROM | {"acre": True}]),
    "plafond_acre": ([ACRE], [VENTES, ACRE | {"annee": 2027, "date_creation": "2026-01-01"}]),
    "trimestres_acre": ([ACRE], [VENTES, ACRE | {"annee": 2024, "date_creation": "2024-01-01"}]),
    "reparti": ([VENTES], [VENTES | {"lecture": "moteur_officiel"}]),
    "recapitulatif": ([VENTES], [VENTES | {"lecture": "moteur_officiel"}]),
    "simulateur_officiel": ([VENTES | {"lecture": "moteur_officiel"}], [VENTES]),
    "cfe_creation": ([ACRE | {"cfe": "1"}], [ACRE, VENTES | {"cfe": "1"}]),
    "cfp_services": (
        [MIXTE | {"ca_services": "1"}],
        [VENTES, MIXTE | {"ca_services": "1", "registre": "cma"},
         MIXTE | {"annee": 2010, "ca_services": "1"}],
    ),
    "meubles": ([MIXTE | {"ca_meubles": "1"}], [VENTES]),
    "trimestres_inconnus": ([VENTES | {"annee": 2024}], [VENTES, VENTES | {"annee": 2025}]),
    "taux_en_cours_de_mois": (
        [{"annee": 2021, "ca_liberal": "20000", "caisse": "cipav"}],  # 14 June 2021
        [{"annee": 2021, "ca_liberal": "20000"}, {"annee": 2024, "ca_liberal": "20000"}],
    ),
}  # fmt: skip


def shown(given: dict[str, Any]) -> set[str]:
    result = run("micro-entrepreneur", **given)
    assert result.outcome.applies, result.outcome.sentence
    return remarks(result)


@pytest.mark.parametrize("code", SITUATIONS)
def test_a_sentence_is_said_in_its_situation_only(code: str) -> None:
    for given in SITUATIONS[code][0]:
        assert code in shown(given), given
    for given in SITUATIONS[code][1]:
        assert code not in shown(given), given


def test_every_sentence_has_its_situations() -> None:
    source = "".join(Path(str(module.__file__)).read_text() for module in (notes, moteur, mentions))
    found = set(
        re.findall(r'(?:warn|remark)\(\s*(?:"info",\s*)?[^"]*?f?"(\w+)(?:\{suffix\})?"', source)
    )
    assert found - {"info"} == SITUATIONS.keys() - {"tva_base_services", "tva_majore_services"}


def said(given: dict[str, Any], code: str) -> str:
    view = present(run("micro-entrepreneur", **given))
    return next(n.text for n in view.notes if n.code == code).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (ACRE, "fin_acre", "jusqu’au 30/06/2027."),
        (
            VENTES | {"annee": 2019, "acre": True, "date_creation": "2018-05-10"},
            "fin_acre", "jusqu’au 31/03/2021, à un taux qui monte chaque année.",
        ),
        (VENTES | {"date_creation": "2026-12-05"}, "premiere_declaration", "le 30/04/2027 "),
        (VENTES | {"date_creation": "2026-12-05"}, "premiere_declaration", "des mois de 2027"),
        (VENTES | {"date_creation": "2025-12-05"}, "premiere_declaration", "des mois de 2025"),
        (VENTES | {"rfr": "1"}, "versement_possible", "au plus tard le 30/09/2025"),
        (VENTES | {"annee": 2010, "rfr": "1"}, "versement_possible", "au plus tard le 31/12/2009"),
        (VENTES | {"ca_ventes": "406200"}, "tva_majore", "à rythme égal vers le 26/03/2026"),
        (
            MIXTE | {"ca_services": "82500"}, "tva_majore_services",
            "des services (41 250,00 €), à rythme égal vers le 02/07/2026",
        ),
        (VENTES | {"annee": 2024, "ca_ventes": "92000"}, "tva_base", "règle d’avant 2025"),
        (VENTES | {"ca_ventes": "90000"}, "tva_base", "à partir du 1er janvier 2027"),
        (
            VENTES | {"ca_ventes": "204000", "ca_precedent": "204000"}, "sortie_du_regime",
            "plafond de 2027, celui qui juge : vous quittez le régime micro le 1er janvier 2027.",
        ),
        (
            MIXTE | {"ca_services": "1", "ca_liberal": "1"}, "recapitulatif",
            "ventes de marchandises en micro-BIC (abattement de 71 %) ; prestations commerciales "
            "ou artisanales en micro-BIC (abattement de 50 %) ; activité libérale en micro-BNC "
            "(abattement de 34 %).",
        ),
        (SALARIE, "versement_moins_cher", "1 125,00 € au lieu de 1 858,00 € au barème : 733,00 €"),
    ],
)  # fmt: skip
def test_a_sentence_says_the_right_day_or_amount(
    given: dict[str, Any], code: str, words: str
) -> None:
    assert words in said(given, code)


BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "created after the year": (
        VENTES | {"date_creation": "2027-01-01"}, "date_creation", "après la fin de l’année",
    ),
    "ACRE without a date": (VENTES | {"acre": True}, "acre", "Donnez la date de début"),
    "no turnover": ({"annee": 2026}, "ca_ventes", "au moins un chiffre d’affaires"),
    "goods twice": (
        VENTES | {"achats": "1", "taux_marque": "40"}, "taux_marque", "pas les deux",
    ),
    "a marque without sales": (
        {"annee": 2026, "ca_services": "1", "taux_marque": "40"},
        "taux_marque", "suppose des ventes",
    ),
    "rates of another year": (
        VENTES | {"date_taux": "2025-12-31"}, "date_taux", "un jour de l’année",
    ),
    "a lone parent in a couple": (
        VENTES | {"parent_isole": True, "situation_famille": "couple", "enfants_a_charge": 1},
        "parent_isole", "case T",
    ),
    "a lone parent without a child": (
        VENTES | {"parent_isole": True}, "parent_isole", "au moins un enfant",
    ),
    "a year that is no number": (VENTES | {"annee": "l’an"}, "annee", "nombre entier"),
    "no year": ({"ca_ventes": "1"}, "annee", "obligatoire"),
    "a date that is none": (VENTES | {"date_creation": "31/02"}, "date_creation", "22/11/2026"),
    "a marque above 100": (VENTES | {"taux_marque": "100.1"}, "taux_marque", "d’au plus 100"),
    "an unknown choice": (VENTES | {"periodicite": "hebdo"}, "periodicite", "valeur de la liste"),
    "too many children": (VENTES | {"enfants_a_charge": 21}, "enfants_a_charge", "d’au plus 20"),
    "an unknown field": (VENTES | {"ca": "1"}, "ca", "n’existe pas"),
} | {
    f"negative {name}": (VENTES | {name: "-0.01"}, name, "d’au moins 0")
    for name in ("ca_ventes", "ca_services", "ca_liberal", "ca_meubles", "achats", "transport",
                 "taux_frais", "frais_variables", "frais_fixes", "cfe", "reste_vise", "rfr",
                 "tva_achats", "ca_precedent", "salaires_foyer", "autres_revenus_imposables")
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_said_at_its_field(case: str) -> None:
    given, field, words = BAD[case]
    with pytest.raises(ValidationError) as caught:
        calculators()["micro-entrepreneur"].inputs.model_validate(given)
    (found,) = errors(caught.value)
    assert found[0] == field
    assert words in found[1].replace("\xa0", " ")
    assert found[1].endswith(".")


def test_an_activity_may_begin_on_the_last_day_of_the_year() -> None:
    assert "fin_acre" in shown(ACRE | {"date_creation": "2026-12-31"})
