"""The same turnover in portage, as a micro-entrepreneur and as a plain employee, before tax."""

from dataclasses import replace
from datetime import date

from calculators.catalogue.portage_salarial import words
from calculators.catalogue.portage_salarial.lines import PortageSalarial, UneFacon
from calculators.kit.amounts import constant, maximum, total
from calculators.kit.units import EUR
from calculators.law.micro.categories import LIBERAL
from calculators.law.micro.plafonds import SEUIL_SERVICES
from calculators.law.paie import brut_pour_cout, paie
from calculators.law.paie.colonne import SECTIONS, Colonne, PaieEnColonne, ranger
from calculators.law.portage.salaire import Contrat

MICRO = (LIBERAL.cotisations, LIBERAL.cfp, SEUIL_SERVICES)
_ZERO = constant(0, EUR)
_COLONNE = Colonne(
    "", code="montant", nom="Salarié", tables=dict.fromkeys(SECTIONS, "salariat")
)  # fmt: skip


def trois_facons(m: PortageSalarial, signed: Contrat) -> None:
    """Fill the table, once the payslip is known; its expenses are the same in each row."""
    _portage(m)
    _micro(m, signed)
    _salarie(m, signed)


def _facon(m: PortageSalarial, key: str) -> UneFacon:
    row = m.facons.row(key, words.FACONS[key])
    row.ca = m.facture.chiffre_affaires
    row.depenses = total(m.present(("frais_rembourses",)))
    return row


def _portage(m: PortageSalarial) -> None:
    """The exact payroll, whichever reading the result keeps."""
    row, slip = _facon(m, "portage"), m.salaire.paie
    row.frais = total(m.present(("frais_gestion", "autres_charges")))
    row.cotisations = slip.cotisations_employeur + slip.cotisations_salarie
    row.garde = total(m.present(("reserve", "charges_reserve", "solde", "cout_epargne")))
    row.net = slip.net_avant_impot


def _micro(m: PortageSalarial, signed: Contrat) -> None:
    """On the whole turnover, without ACRE, training levy included: CSS L613-7."""
    on = signed.on
    year = m.moment(date(on.year, 1, 1))
    known = m.knows(LIBERAL.cotisations, on) and m.knows(LIBERAL.cfp, on)
    if not known or not m.knows(SEUIL_SERVICES, year):
        return
    row = _facon(m, "micro")
    row.cotisations = row.ca * (m.rate(LIBERAL.cotisations, on) + m.rate(LIBERAL.cfp, on))
    row.net = row.ca - row.depenses - row.cotisations
    m.ca_annuel = row.ca * 12
    m.plafond_micro = m.rate(SEUIL_SERVICES, year)


def _salarie(m: PortageSalarial, signed: Contrat) -> None:
    """An employer that spends it all: the same contract, without what the branch adds."""
    row, profil = _facon(m, "salarie"), replace(signed.profil, formation=None)
    budget = maximum(row.ca - row.depenses, _ZERO)
    lines, slip = m.salariat, PaieEnColonne(m, _COLONNE)
    paie(slip, brut=brut_pour_cout(m, budget, signed.on, profil), on=signed.on, profil=profil)
    ranger(lines)
    row.cotisations = slip.cotisations_employeur + slip.cotisations_salarie
    row.net = slip.net_avant_impot
    row.garde = row.ca - row.depenses - row.cotisations - row.net
