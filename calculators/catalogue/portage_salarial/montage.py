"""What the inputs say of a company, a contract and a withholding."""

from dataclasses import replace

from calculators.catalogue.portage_salarial.inputs import Mode
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.kit.amounts import Amount, constant
from calculators.kit.days import Day
from calculators.kit.units import EUR
from calculators.law.foyer import deduction, foyer
from calculators.law.impot_regles import regles
from calculators.law.impot_revenu import impot
from calculators.law.paie import (
    Paie,
    Prelevement,
    au_taux,
    au_taux_neutre,
    base,
    montant,
    profil,
)
from calculators.law.portage import gestion
from calculators.law.portage.epargne import epargne
from calculators.law.portage.formation import formation_de_branche
from calculators.law.portage.gestion import Conditions, ModeFrais, Tarif
from calculators.law.portage.salaire import Contrat

ZERO = constant(0, EUR)


def optionnel(m: PortageSalarial, name: str) -> Amount | None:
    """An amount that may be absent."""
    return None if getattr(m.inputs, name) is None else m[name]


def _ou_rien(m: PortageSalarial, name: str) -> Amount:
    return ZERO if getattr(m.inputs, name) is None else m[name]


def tarif(m: PortageSalarial, taux: Amount | None = None) -> Tarif:
    """How the company charges; another percentage when a variant asks for one."""
    if taux is not None:
        return gestion.pourcentage(taux)
    cap = optionnel(m, "plafond_frais")
    match m.inputs.mode_frais:
        case ModeFrais.POURCENTAGE:
            return gestion.pourcentage(m["taux_frais"], cap)
        case ModeFrais.FIXE:
            return gestion.forfait(m["frais_fixes"])
        case ModeFrais.DEGRESSIF:
            return gestion.degressif(
                m["taux_frais"], m["seuil_frais"], m["taux_frais_au_dela"], cap
            )


def conditions(m: PortageSalarial, on: Day) -> Conditions:
    """What stands before the payroll, the savings plan included."""
    given = m.inputs
    if given.a_une_epargne:
        epargne(
            m.epargne, versement=_ou_rien(m, "versement_epargne"),
            abondement=_ou_rien(m, "montant_abondement"), plan=given.plan,
            effectif=given.effectif, on=on,
        )  # fmt: skip
    return Conditions(
        tarif=tarif(m), refactures=optionnel(m, "refactures"),
        frais_sur_refactures=given.frais_sur_refactures, autres=m["taux_autres_charges"],
        frais=optionnel(m, "fonctionnement"),
        epargne=m.epargne.cout if given.montant_abondement is not None else None,
    )  # fmt: skip


def contrat(m: PortageSalarial, on: Day) -> Contrat:
    """The contract, with the branch's contribution to training."""
    known = profil(m)
    if not m.inputs.sans_formation_branche:
        known = replace(known, formation=formation_de_branche(m, known.effectif, on))
    return Contrat(on, known, m.inputs.reserve_cdi)


def prelever(m: PortageSalarial, on: Day) -> None:
    """Withhold the tax of the month's payslip."""
    slip = m.salaire.paie
    if "prevoyance" in slip.lines:
        m.net_imposable_simulateur = base(slip, prevoyance_imposable=True)
    if m.inputs.mode_prelevement is Prelevement.BAREME:
        montant(slip, _impot_annuel(m, slip, on) / 12)
    else:
        prelever_au_taux(m, slip, on)


def prelever_au_taux(m: PortageSalarial, slip: Paie, on: Day) -> None:
    """Withhold a rate, on this payslip or on that of a variant; nothing under the scale."""
    match m.inputs.mode_prelevement:
        case Prelevement.NEUTRE:
            au_taux_neutre(slip, base(slip), on, m.inputs.territoire)
        case Prelevement.PERSONNEL:
            au_taux(slip, base(slip), m["taux_personnel"])
        case Prelevement.AUCUN:
            montant(slip, ZERO)
        case Prelevement.BAREME:
            return


def _impot_annuel(m: PortageSalarial, slip: Paie, on: Day) -> Amount:
    """What twelve such months add to the household's tax of the year."""
    year = on.year
    rules = regles(m, year)
    foyer(m.foyer, annee=year)
    m.salaire_annuel = slip.net_imposable * 12
    own, known = m.salaire_annuel + 0, ZERO + 0
    if m.inputs.salaires_foyer is not None:  # the same person's: one deduction for both
        own, known = m.salaire_annuel + m["salaires_foyer"], m.foyer.deduction_salaires + 0
    m.deduction_annuelle = deduction(own, rules) - known
    added = m.salaire_annuel - m.deduction_annuelle
    impot(m.avec, revenu_imposable=m.foyer.revenus + added, foyer=m.foyer, annee=year)
    if not m.inputs.a_d_autres_revenus:
        return m.avec.impot_du
    impot(m.sans, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=year)
    return m.avec.impot_du - m.sans.impot_du


def tjm(m: PortageSalarial) -> Amount | None:
    """The daily rate, given or found; a monthly fee has none."""
    match m.inputs.mode:
        case Mode.TJM:
            return m["tjm"]
        case Mode.NET:
            return m.tjm_necessaire
        case Mode.MENSUEL:
            return None
