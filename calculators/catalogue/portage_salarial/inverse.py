"""From the net wanted to the daily rate: the gross, the envelope, what is billed, the rate."""

from calculators.catalogue.portage_salarial import montage, words
from calculators.catalogue.portage_salarial.inputs import TJM_MAXIMUM, Lecture, NetVoulu
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.kit.amounts import Amount, ceiling, constant, maximum, minimum, when
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.parts import part
from calculators.kit.seeking import lowest
from calculators.kit.units import CENT, EUR
from calculators.law import paie
from calculators.law.frais import CENTIME, au_centime_au_dessus, au_centime_pres
from calculators.law.paie import Paie
from calculators.law.paie.codes import CET_SEUIL, PMSS
from calculators.law.portage import codes as c
from calculators.law.portage.gestion import Conditions, honoraires_pour, reste_apres_frais
from calculators.law.portage.lectures import forfait_inverse, guide_inverse
from calculators.law.portage.salaire import Contrat

ARRONDIS = CENTIME * 2  # half a cent for what is billed, and for each of the two fees
UN_EURO = constant(1, EUR)


def honoraires_du_net(m: PortageSalarial, terms: Conditions, signed: Contrat) -> Amount:
    """What to bill for the envelope of the wanted net, and the daily rate it makes."""
    wanted, on = m["net_vise"], signed.on
    if m.inputs.lecture is Lecture.FORFAIT:
        m.enveloppe_visee = forfait_inverse(m.rapide, wanted, on, signed.mise_de_cote)
    elif m.inputs.lecture is Lecture.GUIDE:
        m.enveloppe_visee = guide_inverse(wanted, m.rate(c.GUIDE_HAUT, on))
    m.honoraires_calcules = honoraires_pour(m.enveloppe_visee, terms)
    short = reste_apres_frais(m.honoraires_calcules, terms) < m.enveloppe_visee
    billed = au_centime_pres(m.honoraires_calcules, short)
    m.tjm_necessaire = _tjm(m, billed, terms)
    m.tjm_arrondi = ceiling(m.tjm_necessaire)
    high = m.tjm_necessaire > TJM_MAXIMUM
    m.refuse(high, "tjm_trop_haut", words.TJM_TROP_HAUT, "net_vise")
    return billed


def _tjm(m: PortageSalarial, billed: Amount, terms: Conditions) -> Amount:
    """The rate on the cent above; as much more as rounding may take where a fee falls badly."""
    days = m["jours"]
    m.tjm_au_centime = au_centime_au_dessus(billed, days)
    m.honoraires_au_tjm = m.tjm_au_centime * days
    short = reste_apres_frais(m.honoraires_au_tjm, terms) < m.enveloppe_visee
    sure = honoraires_pour(m.enveloppe_visee + ARRONDIS, terms)
    return when(short, au_centime_au_dessus(sure, days), m.tjm_au_centime)


class _Essai(Sheet):
    paie = part(Paie, bare=True)
    au_dela = part(Paie)
    tenu = declared("Net tenu", CENT)


def _tenu(m: PortageSalarial, brut: Amount, signed: Contrat) -> Line:
    """The least net before tax that a rate rounded up to the euro may leave: just above the
    ceiling of social security the CET is due on the whole salary, and the net falls by as much."""
    essai, known = _Essai(m.inputs, m.rates), paie.taux(m, signed.on)
    fallen = known[PMSS] * known[CET_SEUIL] + CENTIME
    beyond = maximum(brut, minimum(brut + UN_EURO * m["jours"], fallen))
    paie.paie(essai.paie, brut=brut, on=signed.on, profil=signed.profil)
    paie.paie(essai.au_dela, brut=beyond, on=signed.on, profil=signed.profil)
    essai.tenu = minimum(essai.paie.net_avant_impot, essai.au_dela.net_avant_impot)
    return essai.tenu


def brut_du_net(m: PortageSalarial, signed: Contrat) -> Amount:
    """The lowest gross that leaves the wanted net, before or after tax.

    After tax at the neutral rate the net falls at each step of the grid: no rate is sure there.
    """

    def trial(brut: Amount) -> Line:
        if m.inputs.net_voulu is NetVoulu.AVANT:
            return _tenu(m, brut, signed)
        essai = PortageSalarial(m.inputs, m.rates)
        slip = essai.salaire.paie
        paie.paie(slip, brut=brut, on=signed.on, profil=signed.profil)
        montage.prelever(essai, signed.on)
        return slip.net_paye

    return lowest(m, m["net_vise"], trial, "plus petit brut dont le net atteint {}")
