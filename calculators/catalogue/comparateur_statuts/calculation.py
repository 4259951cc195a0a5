"""The same year under each status."""

from datetime import date

from calculators.catalogue.comparateur_statuts import eurl, portage, sasu
from calculators.catalogue.comparateur_statuts.communs import ajoute, cotise
from calculators.catalogue.comparateur_statuts.inputs import ComparateurStatutsInputs
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.catalogue.comparateur_statuts.notes import notes
from calculators.catalogue.comparateur_statuts.statuts import statuts
from calculators.kit.amounts import Amount, constant, maximum, total
from calculators.kit.days import Day
from calculators.kit.rates import RateBook
from calculators.kit.units import EUR
from calculators.law import impot_revenu, independants, paie, societe
from calculators.law.foyer import foyer
from calculators.law.impot_revenu import impot
from calculators.law.independants.regles import REFORME
from calculators.law.micro import annee, imposition, plafonds, plan
from calculators.law.micro.annee import Lecture, Options
from calculators.law.micro.calendrier import Periodicite
from calculators.law.micro.categories import Categorie, Territoire
from calculators.law.micro.taux import Creation
from calculators.law.portage import usage
from calculators.law.portage.codes import FORMATION

CODES = tuple(
    dict.fromkeys(
        (
            *plan.CODES, *annee.CODES, *plafonds.CODES, *imposition.CODES, *independants.CODES,
            *impot_revenu.CODES, *societe.CODES, *paie.CODES,
            FORMATION, *usage.CODES,
        )
    )
)  # fmt: skip
ZERO = constant(0, EUR)


def formulas(*, inputs: ComparateurStatutsInputs, rates: RateBook) -> ComparateurStatuts:
    """Compute one year under every status."""
    m = ComparateurStatuts(inputs, rates)
    on = m.moment(date(inputs.annee, 1, 1))
    rows = m.statuts  # named before the tables of the rooms, so that it is shown first
    _couts(m)
    foyer(m.foyer, annee=inputs.annee)
    if inputs.a_d_autres_revenus:
        impot(m.sans, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=inputs.annee)
    _micro(m, on)
    _ei(m)
    eurl.tout_en_remuneration(m)
    eurl.mixte(m)
    sasu.en_salaire(m)
    sasu.en_dividendes(m)
    portage.en_portage(m)
    _ancien(m)
    statuts(m, rows)
    notes(m)
    return m


def _couts(m: ComparateurStatuts) -> None:
    m.chiffre_affaires = m["ca"]
    m.frais_proportionnels = m["ca"] * m["part_charges"]
    if m.inputs.achats is not None:
        m.cout_achats = m["achats"]
    m.charges_fixes = m["frais_fixes"]
    m.depenses = total(m.present(("frais_proportionnels", "cout_achats", "charges_fixes")))
    m.depenses_reel = m.depenses + m["frais_reel"]
    m.resultat_reel = m.chiffre_affaires - m.depenses_reel


def _micro(m: ComparateurStatuts, on: Day) -> None:
    given, created = m.inputs, None
    if given.date_creation is not None:
        created = Creation.of(m.day("date_creation"))
    category = given.activite.categorie
    bases: dict[Categorie, Amount] = {category: m.chiffre_affaires}
    year = plan.plan(
        m,
        plan.Regime(
            given.annee, (category,), Periodicite.MENSUELLE, given.registre, Territoire.GENERAL,
            created, given.acre,
        ),
    )  # fmt: skip
    options = Options(Lecture.DECLARATION, False, on, compare=True, nombre=True, parts=False)
    annee.annee(m.micro, annee.etalee(year, bases), tuple(bases.values()), options)
    limit: Amount = m.rate(plafonds.seuil_micro(bases, given.annee), on)
    if _premiere_annee(m):
        limit = plafonds.prorata(limit, plafonds.rythme(m, given.annee, "date_creation"))
    m.plafond_micro = limit
    m.depassement = maximum(m.chiffre_affaires - m.plafond_micro, ZERO)
    m.abattement = imposition.abattement(m, bases, on)
    m.revenu_abattu = m.chiffre_affaires - m.abattement
    m.impot_micro = ajoute(m, m.avec_micro, m.revenu_abattu)
    _versement(m)
    m.plafond_rfr = m.rate(imposition.PLAFOND_RFR, on) * m.foyer.parts


def _premiere_annee(m: ComparateurStatuts) -> bool:
    created = m.inputs.date_creation
    return created is not None and m.day("date_creation").year == m.inputs.annee


def _versement(m: ComparateurStatuts) -> None:
    """The tax itself, and what the activity's income adds to that of the others (CGI 197 C)."""
    if not m.inputs.a_d_autres_revenus:
        m.cout_versement = m.micro.versement_liberatoire
        return
    impot(
        m.autres, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=m.inputs.annee,
        revenu_sous_versement=m.revenu_abattu,
    )  # fmt: skip
    m.effet_versement = m.autres.impot_du - m.sans.impot_du
    m.cout_versement = m.micro.versement_liberatoire + m.effet_versement


def _ei(m: ComparateurStatuts) -> None:
    cotise(m, m.ei, m.resultat_reel)
    m.impot_ei = ajoute(m, m.avec_ei, m.ei.imposable)


def _ancien(m: ComparateurStatuts) -> None:
    """The base of before 2025, at the ceilings of the year: what other comparators show."""
    if m.inputs.annee < REFORME:
        return
    cotise(m, m.ancien, m.resultat_reel, anciennes=True)
    m.cotisations_anciennes = m.ancien.cotisations
    m.ecart_assiette = m.ei.cotisations - m.cotisations_anciennes
