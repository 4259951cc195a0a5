"""What to say beside the numbers: refunds carried, ceilings passed, what is not counted."""

from collections.abc import Sequence
from datetime import date

from calculators.catalogue.suivi_micro import words
from calculators.catalogue.suivi_micro.lines import SuiviMicro
from calculators.kit.amounts import Amount, constant, minimum, when
from calculators.kit.units import EUR
from calculators.law.micro import echeances, mentions
from calculators.law.micro.categories import SERVICES, Categorie, Registre, Territoire
from calculators.law.micro.plafonds import UnPlafond
from calculators.law.micro.plan import Plan
from calculators.law.micro.releve import Periode
from calculators.law.micro.taux import Creation

TVA_2025 = 2025  # the year of the rule of CGI 293 B in force today
ZERO = constant(0, EUR)


def notes(
    m: SuiviMicro, year: Plan, periods: Sequence[Periode], categories: Sequence[Categorie],
    creation: Creation | None,
) -> None:  # fmt: skip
    """Every sentence of the follow-up, the warnings first."""
    m.warn(m.reste < 0, "perte", words.PERTE)
    m.warn(m.micro.chiffre_affaires <= 0, "declarez_zero", words.DECLAREZ_ZERO)
    lowest = minimum(ZERO, *(x for c in categories for x in m.assiettes.column(f"report_{c.nom}")))
    m.warn(lowest < 0, "report", words.RECETTES_NEGATIVES, "releve")
    m.warn(m.reports > 0, "report_final", words.REPORT_FINAL, "releve")
    _plafonds(m)
    if periods[-1].en_cours:
        m.remark("info", "periode_en_cours", words.PERIODE_EN_COURS, "arrete_au")
    if creation is not None and creation.mois.year == m.inputs.annee:
        sentence = mentions.TVA_PRORATA.replace("{suivante}", str(m.inputs.annee + 1))
        m.remark("info", "tva_prorata", sentence, "date_creation")
    if not m.inputs.versement_liberatoire_choisi:
        m.remark("info", "impot_non_compte", words.IMPOT_NON_COMPTE, "versement_liberatoire_choisi")
    _creation(m, year, creation)
    _suppositions(m, year, categories)


def _plafonds(m: SuiviMicro) -> None:
    rows = {key: row for key, _, row in m.plafonds}
    micro = (("micro", words.MICRO), ("micro_services", words.MICRO_SERVICES))
    for key, suite in micro:
        if key in rows:
            _plafond(m, key, rows[key], suite)
    _franchise(m, rows)


def _franchise(m: SuiviMicro, rows: dict[str, UnPlafond]) -> None:
    """Of VAT: past an upper threshold, what the lower ones entail no longer matters."""
    recent = m.inputs.annee >= TVA_2025
    base_suite = words.TVA_BASE_2025 if recent else words.TVA_BASE_AVANT
    majore_suite = words.TVA_MAJORE_2025 if recent else words.TVA_MAJORE_AVANT
    uppers = [row for key, row in rows.items() if key.startswith("tva_majore")]
    for suffix, what in (("", ""), ("_services", words.DES_SERVICES)):
        if f"tva_base{suffix}" not in rows:
            continue
        for key, sentences, unless in (("majore", majore_suite, []), ("base", base_suite, uppers)):
            code = f"tva_{key}{suffix}"
            said = words.tva(sentences, what, m.inputs.annee)
            _plafond(m, code, rows[code], said, unless)


def _plafond(
    m: SuiviMicro, key: str, row: UnPlafond, sentences: tuple[str, str],
    unless: Sequence[UnPlafond] = (),
) -> None:  # fmt: skip
    """One sentence when a ceiling is passed, another when it would be at this pace."""
    passed, expected = (words.du_plafond(sentence, key) for sentence in sentences)
    below = [other.ca <= other.plafond for other in unless]
    m.warn(_every(row.ca > row.plafond, *below), f"plafond_{key}", passed)
    if "projection" not in row.lines:
        return
    coming = _every(row.ca <= row.plafond, row.projection > row.plafond)
    below = [other.projection <= other.plafond for other in unless]
    m.warn(_every(coming, *below), f"rythme_{key}", expected)


def _every(first: Amount, *others: Amount) -> Amount:
    """Whether several tests hold."""
    found = first
    for test in others:
        found = when(found, when(test, 1, 0), 0) > 0
    return found


def _creation(m: SuiviMicro, year: Plan, creation: Creation | None) -> None:
    given = m.inputs
    if given.territoire is Territoire.DROM:
        mentions.outre_mer(m, creation, acre=given.acre)
    elif given.acre and creation is not None:
        mentions.acre(m, year, creation, given.annee)
    mentions.premiere_declaration(m, year, creation, given.annee)


def _suppositions(m: SuiviMicro, year: Plan, categories: Sequence[Categorie]) -> None:
    on = m.moment(date(m.inputs.annee, 1, 1))
    if m.micro.declarations.column("taxe_chambre"):
        mentions.chambre_exoneree(m, m.micro.chiffre_affaires, on)
    if SERVICES in categories and m.inputs.registre is not Registre.ARTISAN:
        some = m.rate(SERVICES.cfp, on) > 0
        m.remark("info", "cfp_services", mentions.CFP_SERVICES, "registre", some)
    mentions.taux_en_cours_de_mois(m, year)
    penalty = echeances.penalite(m, on)
    if penalty is not None:
        m.penalite = penalty
