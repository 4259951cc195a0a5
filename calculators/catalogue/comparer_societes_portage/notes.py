"""What to say beside the numbers: what is unexplained, unusual, too low or not counted."""

from calculators.catalogue.comparer_societes_portage import words
from calculators.catalogue.comparer_societes_portage.inputs import UnDevis
from calculators.catalogue.comparer_societes_portage.lines import (
    ComparerSocietesPortage,
    UneRepartition,
    UneSynthese,
)
from calculators.kit.amounts import Amount, constant, maximum
from calculators.kit.days import Day, GivenRow
from calculators.kit.names import cell_name
from calculators.kit.units import EUR
from calculators.law.portage import codes as c
from calculators.law.portage.minimum import compte_la_reserve

ZERO = constant(0, EUR)
_ARRONDI = 1  # euro


class _Dire:
    """Warns about one quote."""

    def __init__(self, m: ComparerSocietesPortage, given: GivenRow) -> None:
        self._m, self._index = m, given.index
        self.numero, self.devis = str(given.index + 1), given.given

    def __call__(self, test: Amount, code: str, sentence: str, column: str) -> None:
        """Say a sentence of this quote, at one of its cells."""
        field = cell_name("devis", self._index, column)
        self._m.warn(test, code, self.phrase(sentence), field)

    def phrase(self, sentence: str) -> str:
        """A sentence about this quote."""
        named = sentence.replace("<devis>", words.nom(self._index + 1, self.devis.societe))
        return named.replace("<n>", self.numero)


def notes(m: ComparerSocietesPortage, on: Day) -> None:
    """Every sentence, what is unexplained first."""
    quotes = [_Dire(m, given) for given in m.rows("devis")]
    for say in quotes:
        if say.devis.annonce:
            _annonce(m, say)
    for say in quotes:
        _charges(m, say)
        _frais(m, say, on)
        _minimum(m, say, on)
    if m.inputs.a_une_reserve:
        for say in quotes:
            least = _synthese(m, say).pris <= m.moins_pris
            m.remark("info", "reserve_hors_net", say.phrase(words.RESERVE), "devis", least)
    m.remark("info", "avant_impot", words.AVANT_IMPOT)
    m.remark("info", "lignes_supposees", words.SUPPOSE)


def _annonce(m: ComparerSocietesPortage, say: _Dire) -> None:
    split, (_, told) = _repartition(m, say), m.annonces.rows[say.numero]
    given: UnDevis = say.devis
    gross = given.brut_annonce is not None
    column = "brut_annonce" if gross else "net_annonce"
    say(split.inexplique > 0, "inexplique", words.INEXPLIQUE, column)
    above = told.brut_vise - _synthese(m, say).brut_possible > _ARRONDI
    say(above, "trop_promis", words.BRUT_TROP_HAUT if gross else words.NET_TROP_HAUT, column)
    if gross and given.net_annonce is not None:
        apart = maximum(told.ecart_net, ZERO - told.ecart_net)
        say(apart > _ARRONDI, "net_discordant", words.NET_DISCORDANT, "net_annonce")


def _charges(m: ComparerSocietesPortage, say: _Dire) -> None:
    split = _repartition(m, say)
    if say.devis.a_expliquer:
        say(split.autres > 0, "charges_a_expliquer", words.CHARGES, "autres_charges")
    say(_synthese(m, say).enveloppe <= 0, "rien_a_payer", words.RIEN_A_PAYER, "taux_frais")


def _frais(m: ComparerSocietesPortage, say: _Dire, on: Day) -> None:
    share = _synthese(m, say).part_frais
    low, high = m.rate(c.GUIDE_FRAIS_BAS, on), m.rate(c.GUIDE_FRAIS_HAUT, on)
    say(share < low, "frais_bas", words.FRAIS_BAS, "taux_frais")
    say(share > high, "frais_hauts", words.FRAIS_HAUTS, "taux_frais")


def _minimum(m: ComparerSocietesPortage, say: _Dire, on: Day) -> None:
    """Since rider 12 the minimum seems to count the reserve."""
    paid: Amount = _synthese(m, say).brut
    if say.devis.reserve is not None and compte_la_reserve(m, m.inputs.echelon, on):
        paid = paid + _repartition(m, say).reserve
    say(paid < m.salaire_minimum, "sous_le_minimum", words.SOUS_LE_MINIMUM, "taux_frais")


def _repartition(m: ComparerSocietesPortage, say: _Dire) -> UneRepartition:
    return m.comparaison.rows[say.numero][1]


def _synthese(m: ComparerSocietesPortage, say: _Dire) -> UneSynthese:
    return m.synthese.rows[say.numero][1]
