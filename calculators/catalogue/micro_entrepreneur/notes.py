"""What to say beside the numbers: which option costs less, ceilings passed, what is supposed."""

from collections.abc import Iterable
from datetime import date

from calculators.catalogue.micro_entrepreneur import words
from calculators.catalogue.micro_entrepreneur.inputs import OptionImpot
from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit import french
from calculators.kit.amounts import Amount, minimum, rounded, when
from calculators.kit.days import Day
from calculators.kit.rates import RateCode
from calculators.kit.units import CENT, EUR
from calculators.law.micro import echeances, mentions, plafonds, retraite
from calculators.law.micro.categories import (
    MEUBLES,
    SERVICES,
    VENTES,
    Categorie,
    Registre,
    Territoire,
)
from calculators.law.micro.plan import Plan
from calculators.law.micro.taux import Creation
from calculators.law.tva import StatutTva

COMPTE_DEDIE = RateCode("compte_dedie_seuil", EUR)
CODES = (COMPTE_DEDIE,)
TVA_2025 = 2025  # the year of the rule of CGI 293 B in force today


def notes(
    m: MicroEntrepreneur, bases: dict[Categorie, Amount], year: Plan, creation: Creation | None
) -> None:
    """Every sentence of a year, the warnings first."""
    m.warn(m.reste < 0, "perte", words.PERTE)
    m.warn(m.micro.chiffre_affaires <= 0, "declarez_zero", words.DECLAREZ_ZERO)
    _plafonds(m)
    first = creation is not None and creation.mois.year == m.inputs.annee
    before = m.inputs.ca_precedent is not None
    if first and before:
        m.remark("info", "ca_precedent_ignore", words.SANS_ANNEE_PRECEDENTE, "ca_precedent")
    elif before:
        _deux_annees(m, bases)
    if m.inputs.statut_tva is StatutTva.FRANCHISE:
        if first:
            sentence = mentions.TVA_PRORATA.replace("{suivante}", str(m.inputs.annee + 1))
            m.remark("info", "tva_prorata", sentence, "date_creation")
        _franchise(m, before=before and not first)
    _options(m)
    _creation(m, year, creation)
    _suppositions(m, bases, year, creation)


def _both(first: Amount, second: Amount) -> Amount:
    """Whether two tests hold."""
    return when(first, when(second, 1, 0), 0) > 0


def _plafonds(m: MicroEntrepreneur) -> None:
    rows = {key: row for key, _, row in m.plafonds}
    micro = rows["micro"]
    m.warn(micro.ca > micro.plafond, "plafond_micro", words.PLAFOND_DEPASSE)
    if "micro_services" in rows:
        services = rows["micro_services"]
        over = services.ca > services.plafond
        m.warn(over, "plafond_services", words.PLAFOND_SERVICES_DEPASSE)


def _franchise(m: MicroEntrepreneur, *, before: bool) -> None:
    rows = {key: row for key, _, row in m.plafonds}
    year = m.inputs.annee
    recent = year >= TVA_2025
    lost: Amount | None = None
    if recent and before:
        lost = m["ca_precedent"] > rounded(_avant(m, rows["tva_base"].plafond), CENT)
        m.warn(lost, "franchise_perdue", words.FRANCHISE_PERDUE, "ca_precedent")
    base_words = words.TVA_BASE_2025 if recent else words.TVA_BASE_AVANT
    majore_words = words.TVA_MAJORE_2025 if recent else words.TVA_MAJORE_AVANT
    for suffix, what in (("", ""), ("_services", " des services")):
        if f"tva_base{suffix}" not in rows:
            continue
        base, majore = rows[f"tva_base{suffix}"], rows[f"tva_majore{suffix}"]
        over = majore.ca > majore.plafond
        if lost is not None:  # what is already lost is not passed during the year
            over = when(lost, 0, when(over, 1, 0)) > 0
        m.warn(over, f"tva_majore{suffix}", words.seuil(majore_words, suffix, what, year))
        between = _both(base.ca > base.plafond, majore.ca <= majore.plafond)
        if lost is not None:
            between = when(lost, 0, when(between, 1, 0)) > 0
        m.warn(between, f"tva_base{suffix}", words.seuil(base_words, suffix, what, year))


def _avant(m: MicroEntrepreneur, limit: Amount) -> Amount:
    """A ceiling for the year before: in proportion to its days when it was the first."""
    year, created = m.inputs.annee - 1, m.inputs.date_creation
    if created is None or m.day("date_creation").year != year:
        return limit
    return plafonds.prorata(limit, plafonds.rythme(m, year, "date_creation"))


def _deux_annees(m: MicroEntrepreneur, bases: Iterable[Categorie]) -> None:
    """The regime of a year is judged with that year's ceiling, on each of the two before it."""
    year = m.inputs.annee
    following = m.moment(date(year + 1, 1, 1))
    limit: Amount = m.rate(plafonds.seuil_micro(bases, year + 1), following)
    previous = m["ca_precedent"]
    both = _both(m.micro.chiffre_affaires > limit, previous > rounded(_avant(m, limit), CENT))
    sentence = words.suivante(words.DEUX_ANNEES, year)
    m.warn(both, "sortie_du_regime", sentence, "ca_precedent")
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
        cheaper = m.gain_versement > 0
        if m.inputs.rfr is not None:  # of no use to whom may not choose it
            cheaper = _both(cheaper, m["rfr"] <= m.plafond_rfr)
        m.warn(cheaper, "versement_moins_cher", words.VERSEMENT_MOINS_CHER, "option_impot")
        better = m.gain_versement < 0
        m.remark("info", "bareme_convient", words.BAREME_CONVIENT, "option_impot", better)
    if m.inputs.rfr is None:
        m.remark("info", "condition_versement", words.VERSEMENT_CONDITION, "rfr")
    else:
        over = m["rfr"] > m.plafond_rfr
        m.warn(over, "versement_refuse", words.VERSEMENT_REFUSE, "rfr")
        allowed = m["rfr"] <= m.plafond_rfr
        last = french.day(echeances.limite_option(m.inputs.annee - 1))
        begins = (
            m.inputs.date_creation is not None and m.day("date_creation").year == m.inputs.annee
        )
        possible = words.VERSEMENT_A_LA_CREATION if begins else words.VERSEMENT_POSSIBLE
        sentence = possible.replace("{limite}", last)
        m.remark("info", "versement_possible", sentence, "rfr", allowed)
    if "effet_versement" in m.lines:
        shown = m.effet_versement > 0
        m.remark("info", "taux_effectif", words.EFFET_VERSEMENT, "option_impot", shown)


def _creation(m: MicroEntrepreneur, year: Plan, creation: Creation | None) -> None:
    given = m.inputs
    if given.territoire is Territoire.DROM:
        mentions.outre_mer(m, creation, acre=given.acre)
        if "trimestres" in m.lines:
            m.remark("info", "trimestres_outre_mer", words.TRIMESTRES_REDUITS)
    elif given.acre and creation is not None:
        mentions.acre(m, year, creation, given.annee)
        if "trimestres" in m.lines and any(segment.acre for segment in year.segments):
            m.remark("info", "trimestres_acre", words.TRIMESTRES_REDUITS)
    mentions.premiere_declaration(m, year, creation, given.annee)


def _suppositions(
    m: MicroEntrepreneur, bases: dict[Categorie, Amount], year: Plan, creation: Creation | None
) -> None:
    on = m.moment(date(m.inputs.annee, 1, 1))
    m.remark("info", "reparti", words.REPARTIE, "annee")
    m.remark("info", "recapitulatif", _recapitulatif(m, bases, on))
    if creation is not None and creation.mois.year == m.inputs.annee:
        m.remark("info", "cfe_creation", words.CFE_CREATION, "cfe", m["cfe"] > 0)
    if SERVICES in bases and m.inputs.registre is not Registre.ARTISAN:
        some = m.rate(SERVICES.cfp, on) > 0
        m.remark("info", "cfp_services", mentions.CFP_SERVICES, "ca_services", some)
    if {VENTES, SERVICES} & set(bases) and m.inputs.registre is not Registre.AUCUN:
        mentions.chambre_exoneree(m, m.micro.chiffre_affaires, on)
    if MEUBLES in bases:
        m.remark("info", "meubles", words.MEUBLES, "ca_meubles")
    if not retraite.connu(m, bases, on):
        m.remark("info", "trimestres_inconnus", words.TRIMESTRES_INCONNUS)
    mentions.taux_en_cours_de_mois(m, year)


def _recapitulatif(m: MicroEntrepreneur, bases: Iterable[Categorie], on: Day) -> str:
    """Where each turnover stands in the income tax return."""
    regimes = {"liberal": "micro-BNC"}
    rates = ((c, french.number(m.rate(c.abattement, on).value * 100)) for c in bases)
    parts = (
        f"{c.libelle[0].lower()}{c.libelle[1:]} en {regimes.get(c.nom, 'micro-BIC')} "
        f"(abattement de {rate} %)"
        for c, rate in rates
    )
    return words.RECAPITULATIF.replace("{categories}", " ; ".join(parts))
