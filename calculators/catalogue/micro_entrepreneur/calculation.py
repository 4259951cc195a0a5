"""From the turnover of a year to what is left, and what the other option would have cost."""

from datetime import date
from typing import Any

from calculators.catalogue.micro_entrepreneur import words
from calculators.catalogue.micro_entrepreneur.inputs import MicroEntrepreneurInputs, OptionImpot
from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.catalogue.micro_entrepreneur.mois import agenda, mois
from calculators.catalogue.micro_entrepreneur.moteur import comme_le_moteur
from calculators.catalogue.micro_entrepreneur.notes import notes
from calculators.kit.amounts import Amount, constant, total
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateBook
from calculators.kit.units import EUR
from calculators.law import impot_revenu, tva
from calculators.law.foyer import foyer
from calculators.law.impot_revenu import impot
from calculators.law.micro import annee, echeances, imposition, plafonds, plan, retraite
from calculators.law.micro.annee import Lecture, Options
from calculators.law.micro.categories import (
    CIPAV,
    LIBERAL,
    MEUBLES,
    SERVICES,
    VENTES,
    Caisse,
    Categorie,
)
from calculators.law.micro.plan import Plan, Regime
from calculators.law.micro.taux import Creation
from calculators.law.tva import StatutTva

CODES = tuple(
    dict.fromkeys(
        (
            *plan.CODES, *annee.CODES, *plafonds.CODES, *retraite.CODES, *echeances.CODES,
            *impot_revenu.CODES, *tva.CODES, *imposition.CODES,
        )
    )
)  # fmt: skip
ZERO, MOIS = constant(0, EUR), constant(12)
COUTS = ("cout_achats", "cout_transport", "frais_proportionnels", "autres_frais", "charges_fixes")


def formulas(*, inputs: MicroEntrepreneurInputs, rates: RateBook) -> MicroEntrepreneur:
    """Compute one year, each month at its own rates."""
    m = MicroEntrepreneur(inputs, rates)
    if inputs.ca_meubles is not None and inputs.option_impot is OptionImpot.VERSEMENT:
        return m.not_applicable("versement_meubles", words.VERSEMENT_MEUBLES, "option_impot")
    on = m.moment(date(inputs.annee, 1, 1))
    bases = bases_of(m)
    creation = None if inputs.date_creation is None else Creation.of(m.day("date_creation"))
    year = plan.plan(m, regime_of(m, bases, creation))
    versement = inputs.option_impot is OptionImpot.VERSEMENT
    compare = inputs.lecture is not Lecture.MOTEUR
    options = Options(inputs.lecture, versement, on, compare=compare, nombre=True)
    annee.annee(m.micro, annee.etalee(year, bases), tuple(bases.values()), options)
    if inputs.lecture is Lecture.MOTEUR:
        comme_le_moteur(m, bases, on)
    else:
        _couts(m)
        _impots(m, bases, on)
        _reste(m, year)
        _obligations(m, bases, on)
        mois(m, year)
        agenda(m, year)
        notes(m, bases, year, creation)
    return m


def bases_of(m: Sheet) -> dict[Categorie, Amount]:
    """The turnover of each category given."""
    given: Any = m.inputs
    liberal = CIPAV if given.caisse is Caisse.CIPAV else LIBERAL
    asked = {VENTES: "ca_ventes", SERVICES: "ca_services", liberal: "ca_liberal",
             MEUBLES: "ca_meubles"}  # fmt: skip
    return {c: m[name] for c, name in asked.items() if getattr(given, name) is not None}


def regime_of(m: Sheet, bases: dict[Categorie, Amount], creation: Creation | None) -> Regime:
    """The choices and dates that fix the rates of the year."""
    given: Any = m.inputs
    moteur = given.lecture is Lecture.MOTEUR
    acre = given.acre
    if moteur and given.date_creation is not None:  # a year after the creation, or none of it
        acre = acre and not m.day("date_creation").before(date(given.annee - 1, 1, 2))
    return Regime(
        given.annee, tuple(bases), given.periodicite, given.registre, given.territoire, creation,
        acre, None if given.date_taux is None else m.day("date_taux").only, moteur,
    )  # fmt: skip


def _couts(m: MicroEntrepreneur) -> None:
    given = m.inputs
    if given.taux_marque is not None:
        m.cout_achats = m["ca_ventes"] * (1 - m["taux_marque"])
    elif given.achats is not None:
        m.cout_achats = m["achats"]
    m.cout_transport = m["transport"]
    m.frais_proportionnels = m.micro.chiffre_affaires * m["taux_frais"]
    m.autres_frais = m["frais_variables"]
    m.charges_fixes = m["frais_fixes"] if _premiere_annee(m) else m["frais_fixes"] + m["cfe"]
    m.depenses = total(m.present(COUTS))


def _premiere_annee(m: MicroEntrepreneur) -> bool:
    """Whether the activity begins in the year computed: no CFE is due for it."""
    created = m.inputs.date_creation
    return created is not None and m.day("date_creation").year == m.inputs.annee


def _impots(m: MicroEntrepreneur, bases: dict[Categorie, Amount], on: Day) -> None:
    """Both options: what the activity adds to the household's tax in each."""
    year = m.inputs.annee
    foyer(m.foyer, annee=year)
    m.abattement = imposition.abattement(m, bases, on)
    m.revenu_abattu = m.micro.chiffre_affaires - m.abattement
    others = m.foyer.revenus
    impot(m.avec, revenu_imposable=others + m.revenu_abattu, foyer=m.foyer, annee=year)
    if m.inputs.a_d_autres_revenus:
        impot(m.sans, revenu_imposable=others, foyer=m.foyer, annee=year)
        m.impot_marginal = m.avec.impot_du - m.sans.impot_du
    else:
        m.impot_marginal = m.avec.impot_du
    m.impot_propre = m.revenu_abattu * impot_revenu.taux_moyen(m.avec)
    if MEUBLES not in bases:
        _versement(m, on)
    chosen = m.inputs.option_impot is OptionImpot.VERSEMENT
    m.impot_retenu = m.cout_versement if chosen else m.impot_marginal


def _versement(m: MicroEntrepreneur, on: Day) -> None:
    m.cout_versement = total(_couts_du_versement(m))
    m.gain_versement = m.impot_marginal - m.cout_versement
    m.plafond_rfr = m.rate(imposition.PLAFOND_RFR, on) * m.foyer.parts


def _couts_du_versement(m: MicroEntrepreneur) -> list[Amount]:
    """The tax itself, and what the activity's income adds to that of the others (CGI 197 C)."""
    if not m.inputs.a_d_autres_revenus:
        return [m.micro.versement_liberatoire]
    impot(
        m.autres, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=m.inputs.annee,
        revenu_sous_versement=m.revenu_abattu,
    )  # fmt: skip
    m.effet_versement = m.autres.impot_du - m.sans.impot_du
    return [m.micro.versement_liberatoire, m.effet_versement]


def _reste(m: MicroEntrepreneur, year: Plan) -> None:
    left = m.micro.chiffre_affaires - m.depenses - m.micro.prelevements
    m.reste = left - m.impot_retenu
    m.reste_mensuel = m.reste / year.mois
    m.part_reste = m.reste / m.micro.chiffre_affaires
    if m.inputs.reste_vise is not None and m.inputs.ca_ventes is not None:
        bought = m.lines.get("cout_achats", ZERO)
        spare = left + bought - m["reste_vise"]
        chosen = m.inputs.option_impot is OptionImpot.VERSEMENT
        m.marque_necessaire = 1 - (spare - m.cout_versement if chosen else spare) / m["ca_ventes"]


def _obligations(m: MicroEntrepreneur, bases: dict[Categorie, Amount], on: Day) -> None:
    year = m.inputs.annee
    pace = plafonds.rythme(m, year, "date_creation" if _premiere_annee(m) else None)
    plafonds.plafonds(m.plafonds, m, bases, year, pace)
    if retraite.connu(m, bases, on):
        retraite.trimestres(m.retraite, bases, on)
    if m.inputs.statut_tva is StatutTva.FRANCHISE:
        vat = 1 + tva.taux_tva(m, m.inputs.taux_tva, on)
        m.tva_sur_ventes = m.micro.chiffre_affaires - m.micro.chiffre_affaires / vat
        m.cout_sortie_franchise = m.tva_sur_ventes - m["tva_achats"]
    penalty = echeances.penalite(m, on)
    if penalty is not None:
        m.penalite = penalty
