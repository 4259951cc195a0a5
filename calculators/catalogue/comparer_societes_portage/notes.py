"""What to say beside the numbers: what is unexplained, unusual, too low or not counted."""

from calculators.catalogue.comparer_societes_portage import words
from calculators.catalogue.comparer_societes_portage.inputs import UnDevis
from calculators.catalogue.comparer_societes_portage.lines import (
    ComparerSocietesPortage,
    UneRepartition,
    UneSynthese,
)
from calculators.kit.amounts import Amount, constant, total, when
from calculators.kit.days import Day, GivenRow
from calculators.kit.names import cell_name
from calculators.kit.units import EUR, NUMBER
from calculators.law.portage.minimum import compte_la_reserve
from calculators.law.portage.suppositions import suppositions
from calculators.law.portage.usage import frais_hors_usage

ZERO = constant(0, EUR)
NONE, ONE = constant(0), constant(1)
_ARRONDI = 1  # euro


class _Dire:
    """Warns about one quote."""

    def __init__(self, m: ComparerSocietesPortage, given: GivenRow) -> None:
        self._m, self.index = m, given.index
        self.numero, self.devis = str(given.index + 1), given.given

    def __call__(self, test: Amount, code: str, sentence: str, column: str) -> None:
        """Say a sentence of this quote, at one of its cells."""
        field = cell_name("devis", self.index, column)
        self._m.warn(test, code, self.phrase(sentence), field)

    def phrase(self, sentence: str) -> str:
        """A sentence about this quote."""
        named = sentence.replace("<devis>", words.nom(self.index + 1, self.devis.societe))
        return named.replace("<n>", self.numero)


def notes(m: ComparerSocietesPortage, on: Day) -> None:
    """Every sentence, what is unexplained first."""
    quotes = [_Dire(m, given) for given in m.rows("devis")]
    for say in quotes:
        if say.devis.annonce:
            _annonce(m, say)
    suppositions(m, on)
    for say in quotes:
        _charges(m, say)
        _frais(m, say, on)
        _minimum(m, say, on)
    if m.inputs.a_une_reserve:
        _reserves(m, quotes)
    m.remark("info", "avant_impot", words.AVANT_IMPOT, test=m.meilleur > 0)
    m.remark("info", "lignes_supposees", words.SUPPOSE, test=m.meilleur > 0)


def _reserves(m: ComparerSocietesPortage, quotes: list[_Dire]) -> None:
    """What a reserve is, then who takes least: one sentence, however many take as little."""
    for say in quotes:
        if say.devis.reserve is not None:
            kept = when(_synthese(m, say).net_compare > 0, _repartition(m, say).reserve, ZERO)
            sentence, field = say.phrase(words.RESERVE), cell_name("devis", say.index, "reserve")
            m.remark("info", "reserve_comptee", sentence, field, kept > 0)
    least = [_synthese(m, say).pris <= m.moins_pris for say in quotes]
    count = total((when(test, ONE, NONE) for test in least), NUMBER)
    paid = when(m.meilleur > 0, count, NONE)
    for say, test in zip(quotes, least, strict=True):
        alone, sentence = when(test, paid, NONE), say.phrase(words.PREND_LE_MOINS)
        m.remark("info", "prend_le_moins", sentence, "devis", when(alone > 1, NONE, alone) > 0)
    m.remark("info", "prennent_le_moins", words.PRENNENT_LE_MOINS, "devis", paid > 1)


def _annonce(m: ComparerSocietesPortage, say: _Dire) -> None:
    split, (_, told) = _repartition(m, say), m.annonces.rows[say.numero]
    given: UnDevis = say.devis
    gross = given.brut_annonce is not None
    column = "brut_annonce" if gross else "net_annonce"
    say(split.inexplique > 0, "inexplique", words.INEXPLIQUE, column)
    possible = _synthese(m, say).brut_possible
    above = when(possible > 0, told.brut_vise - possible, ZERO)
    say(
        above > _ARRONDI,
        "trop_promis",
        words.BRUT_TROP_HAUT if gross else words.NET_TROP_HAUT,
        column,
    )
    if gross and given.net_annonce is not None:
        apart = when(possible > 0, told.ecart_net, ZERO)
        say(told.net_manquant > 0, "net_manquant", words.NET_MANQUANT, "net_annonce")
        say(apart > _ARRONDI, "net_discordant", words.NET_DISCORDANT, "net_annonce")


def _charges(m: ComparerSocietesPortage, say: _Dire) -> None:
    split = _repartition(m, say)
    if say.devis.a_expliquer:
        say(split.autres > 0, "charges_a_expliquer", words.CHARGES, "autres_charges")
    left, possible = _synthese(m, say).enveloppe, _synthese(m, say).brut_possible
    unpaid = when(possible <= 0, m.meilleur, ZERO)  # when none pays, the answer says it for all
    nothing, little = when(left <= 0, unpaid, ZERO), when(left > 0, unpaid, ZERO)
    say(nothing > 0, "rien_a_payer", words.RIEN_A_PAYER, "taux_frais")
    say(little > 0, "trop_peu", words.TROP_PEU, "taux_frais")
    over = when(possible > 0, split.solde, ZERO)
    end = words.HORS_DU_NET if say.devis.reserve is None else words.A_VOUS
    sentence = words.SANS_BRUT_EXACT.replace("<suite>", end)
    say(over > _ARRONDI, "sans_brut_exact", sentence, "taux_frais")


def _frais(m: ComparerSocietesPortage, say: _Dire, on: Day) -> None:
    frais_hors_usage(
        m, _synthese(m, say).part_frais, on, say, bas=words.FRAIS_BAS, hauts=words.FRAIS_HAUTS,
        champ="taux_frais",
    )  # fmt: skip


def _minimum(m: ComparerSocietesPortage, say: _Dire, on: Day) -> None:
    """Since rider 12 the minimum seems to count the reserve."""
    paid: Amount = _synthese(m, say).brut
    if say.devis.reserve is not None and compte_la_reserve(m, m.inputs.echelon, on):
        paid = paid + _repartition(m, say).reserve
    missing = when(_synthese(m, say).brut_possible > 0, m.salaire_minimum - paid, ZERO)
    say(missing > 0, "sous_le_minimum", words.SOUS_LE_MINIMUM, "taux_frais")


def _repartition(m: ComparerSocietesPortage, say: _Dire) -> UneRepartition:
    return m.comparaison.rows[say.numero][1]


def _synthese(m: ComparerSocietesPortage, say: _Dire) -> UneSynthese:
    return m.synthese.rows[say.numero][1]
