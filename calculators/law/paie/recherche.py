"""The other way round: the gross that a budget pays, or that a net asks for.

Neither has a closed form: the reduction is a power of the gross, its coefficient has four
decimals, and thresholds make both the cost and the net jump.
"""

from collections.abc import Callable

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.lines import Line, Sheet
from calculators.kit.parts import part
from calculators.kit.seeking import highest, lowest
from calculators.law.paie.calcul import paie
from calculators.law.paie.lignes import Paie
from calculators.law.paie.profil import Profil

type Net = Callable[[Paie], Line]


class _Essai(Sheet):
    paie = part(Paie, bare=True)


def brut_pour_cout(m: Sheet, cout: Amount, on: Day, profil: Profil) -> Amount:
    """The highest gross, on the cent, whose cost to the employer is `cout` or less.

    At three minimum wages the cost jumps by 2 % of the gross (CSS L241-13): between the two no
    gross costs `cout`, and what the answer leaves of it is the caller's to show. Not a number
    when the health cover alone costs more.
    """
    return highest(
        m, cout, lambda brut: _essai(m, brut, on, profil).cout,
        "plus haut brut dont le coût ne dépasse pas {}", same=profil.signature(on),
    )  # fmt: skip


def brut_pour_net(
    m: Sheet, net: Amount, on: Day, profil: Profil, *, lu: Net = lambda essai: essai.net_avant_impot
) -> Amount:
    """The lowest gross, on the cent, whose net is `net` or more.

    The net before tax, unless `lu` reads another line of the payslip, which it may add: the net
    after a withholding falls at each step of the neutral rate, so several grosses may reach it.
    Not a number when none does.
    """
    return lowest(
        m,
        net,
        lambda brut: lu(_essai(m, brut, on, profil)),
        "plus petit brut dont le net atteint {}",
    )


def _essai(m: Sheet, brut: Amount, on: Day, profil: Profil) -> Paie:
    essai = _Essai(m.inputs, m.rates)
    paie(essai.paie, brut=brut, on=on, profil=profil)
    return essai.paie
