"""What quotes are ranked by: the net of a month in which nothing would be put by."""

from calculators.kit.amounts import Amount, constant, when
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.parts import part
from calculators.kit.seeking import lowest
from calculators.kit.units import EUR, EXACT
from calculators.law.paie import Paie, paie
from calculators.law.portage.salaire import Contrat

ZERO = constant(0, EUR)


class _Essai(Sheet):
    paie = part(Paie, bare=True)
    atteint = declared("Le brut, plus ce qui manque au net", EXACT)


def net_sans_reserve(m: Sheet, brut: Amount, contrat: Contrat) -> Amount:
    """The net of a payslip of which no other line is shown; none under twice the health cover.

    Sought as « the lowest net that misses nothing »: a search is one operation, where the payslip
    would be forty more lines of the page.
    """
    health = contrat.profil.sante
    net = lowest(m, brut, lambda sought: _essai(m, sought, brut, contrat), "net d’un brut de {}")
    return when(brut > health * 2, net, ZERO)


def _essai(m: Sheet, sought: Amount, brut: Amount, contrat: Contrat) -> Line:
    essai = _Essai(m.inputs, m.rates)
    paie(essai.paie, brut=brut, on=contrat.on, profil=contrat.profil)
    essai.atteint = brut + sought - essai.paie.net_avant_impot
    return essai.atteint
