"""What to say beside the numbers: which option costs less, ceilings passed, what is supposed."""

from datetime import date, timedelta

from calculators.catalogue.micro_entrepreneur import words
from calculators.catalogue.micro_entrepreneur.inputs import OptionImpot
from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit import french
from calculators.kit.amounts import Amount, minimum
from calculators.kit.rates import RateCode
from calculators.kit.units import EUR
from calculators.law.micro import plafonds, retraite
from calculators.law.micro.calendrier import MOIS
from calculators.law.micro.categories import MEUBLES, SERVICES, Categorie, Registre, Territoire
from calculators.law.micro.plan import Plan
from calculators.law.micro.taux import Creation
from calculators.law.tva import StatutTva

COMPTE_DEDIE = RateCode("compte_dedie_seuil", EUR)
CODES = (COMPTE_DEDIE,)
TVA_2025 = date(2025, 1, 1)


def notes(
    m: MicroEntrepreneur, bases: dict[Categorie, Amount], year: Plan, creation: Creation | None
) -> None:
    """Every sentence of a year, the warnings first."""
    m.warn(m.reste < 0, "perte", words.PERTE)
    m.warn(m.micro.chiffre_affaires <= 0, "declarez_zero", words.DECLAREZ_ZERO)
    _plafonds(m, bases)
    _options(m)
    _creation(m, year, creation)
    _suppositions(m, bases, year)


def _plafonds(m: MicroEntrepreneur, bases: dict[Categorie, Amount]) -> None:
    rows = {key: row for key, _, row in m.plafonds}
    micro, base, majore = rows["micro"], rows["tva_base"], rows["tva_majore"]
    m.warn(micro.ca > micro.plafond, "plafond_micro", words.PLAFOND_DEPASSE)
    if "micro_services" in rows:
        services = rows["micro_services"]
        over = services.ca > services.plafond
        m.warn(over, "plafond_services", words.PLAFOND_SERVICES_DEPASSE)
    if m.inputs.ca_precedent is not None:
        _deux_annees(m, micro, bases)
    if m.inputs.statut_tva is not StatutTva.FRANCHISE:
        return
    recent = m.inputs.annee >= TVA_2025.year
    over = majore.ca > majore.plafond
    m.warn(over, "tva_majore", words.TVA_MAJORE_2025 if recent else words.TVA_MAJORE_AVANT)
    between = minimum(base.ca - base.plafond, majore.plafond - majore.ca) > 0
    m.warn(between, "tva_base", words.TVA_BASE_2025 if recent else words.TVA_BASE_AVANT)


def _deux_annees(
    m: MicroEntrepreneur, micro: plafonds.UnPlafond, bases: dict[Categorie, Amount]
) -> None:
    before = m.moment(date(m.inputs.annee - 1, 1, 1))
    code = plafonds.SEUIL_VENTES if "ventes" in {c.nom for c in bases} else plafonds.SEUIL_SERVICES
    previous = m["ca_precedent"]
    if m.knows(code, before):
        both = minimum(micro.ca - micro.plafond, previous - m.rate(code, before)) > 0
        m.warn(both, "sortie_du_regime", words.DEUX_ANNEES, "ca_precedent")
    if m.knows(COMPTE_DEDIE, m.moment(date(m.inputs.annee, 1, 1))):
        limit = m.rate(COMPTE_DEDIE, m.moment(date(m.inputs.annee, 1, 1)))
        account = minimum(m.micro.chiffre_affaires, previous) > limit
        m.remark("info", "compte_dedie", words.COMPTE_DEDIE, test=account)


def _options(m: MicroEntrepreneur) -> None:
    if "cout_versement" not in m.lines:
        return
    chosen = m.inputs.option_impot is OptionImpot.VERSEMENT
    if chosen:
        m.warn(m.gain_versement < 0, "bareme_moins_cher", words.BAREME_MOINS_CHER, "option_impot")
    else:
        m.warn(
            m.gain_versement > 0, "versement_moins_cher", words.VERSEMENT_MOINS_CHER, "option_impot"
        )
    if m.inputs.rfr is None:
        m.remark("info", "condition_versement", words.VERSEMENT_CONDITION, "rfr")
    else:
        over = m["rfr"] > m.plafond_rfr
        m.warn(over, "versement_refuse", words.VERSEMENT_REFUSE, "rfr")
        allowed = m["rfr"] <= m.plafond_rfr
        m.remark("info", "versement_possible", words.VERSEMENT_POSSIBLE, "rfr", allowed)
    shown = m.effet_versement > 0
    m.remark("info", "taux_effectif", words.EFFET_VERSEMENT, "option_impot", shown)


def _creation(m: MicroEntrepreneur, year: Plan, creation: Creation | None) -> None:
    given = m.inputs
    if given.territoire is Territoire.DROM:
        if given.acre:
            m.remark("info", "acre_outre_mer", words.ACRE_DROM, "acre")
        if creation is None:
            m.remark("info", "outre_mer_sans_date", words.DROM_SANS_DATE, "date_creation")
    elif given.acre and creation is not None:
        _acre(m, year, creation)
    first = next((d for d in year.declarations if d.premiere), None)
    if first is not None and first.echeance.month <= 4 and first.echeance.year > given.annee:
        sentence = words.PREMIERE_DECLARATION.replace("{jour}", french.day(first.echeance))
        sentence = sentence.replace("{suivante}", str(given.annee + 1))
        m.remark("info", "premiere_declaration", sentence, "date_creation")


def _acre(m: MicroEntrepreneur, year: Plan, creation: Creation) -> None:
    if not any(segment.acre for segment in year.segments):
        m.remark("info", "acre_finie", words.ACRE_FINIE, "acre")
        return
    last = french.day(creation.fin_acre - timedelta(days=1))
    m.remark("info", "fin_acre", words.FIN_ACRE.replace("{jour}", last), "acre")
    m.remark("info", "plafond_acre", words.ACRE_PLAFOND, "acre")
    if "trimestres" in m.lines:
        m.remark("info", "trimestres_acre", words.TRIMESTRES_ACRE)


def _suppositions(m: MicroEntrepreneur, bases: dict[Categorie, Amount], year: Plan) -> None:
    m.remark("info", "reparti", words.REPARTIE, "annee")
    if SERVICES in bases and m.inputs.registre is not Registre.ARTISAN:
        m.remark("info", "cfp_services", words.CFP_SERVICES, "ca_services")
    if MEUBLES in bases:
        m.remark("info", "meubles", words.MEUBLES, "ca_meubles")
    if not retraite.connu(m, bases, m.moment(date(m.inputs.annee, 1, 1))):
        m.remark("info", "trimestres_inconnus", words.TRIMESTRES_INCONNUS)
    for month in year.change_dans_le_mois:
        name = f"{MOIS[month.month - 1]} {month.year}"
        sentence = words.TAUX_EN_COURS_DE_MOIS.replace("{mois}", name)
        m.remark("info", "taux_en_cours_de_mois", sentence, "annee")
