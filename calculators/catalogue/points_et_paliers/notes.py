"""What to say beside the numbers: the answer against what vendors advise, then what it supposes."""

from calculators.catalogue.points_et_paliers import words
from calculators.catalogue.points_et_paliers.inputs import CumulBonus, GenreProgramme
from calculators.catalogue.points_et_paliers.lines import PointsEtPaliers
from calculators.kit.amounts import Amount, when

CUMULS = {
    CumulBonus.PLUS_HAUT: words.CUMUL_PLUS_HAUT,
    CumulBonus.AJOUTES: words.CUMUL_AJOUTES,
    CumulBonus.MULTIPLIES: words.CUMUL_MULTIPLIES,
}


def notes(m: PointsEtPaliers) -> None:
    """Every sentence."""
    kind = m.inputs.genre_programme
    if kind is GenreProgramme.POINTS:
        _points(m)
    if kind is GenreProgramme.TAMPONS:
        m.remark("info", "tampons_compares", words.TAMPONS)
    if kind is GenreProgramme.CASHBACK and m.inputs.plafond_cashback is not None:
        m.remark("info", "cashback_plafonne", words.PLAFONNE, test=m.avantage < m.cashback)
    if kind is GenreProgramme.ADHESION:
        m.warn(m.avantage < 0, "adhesion_perdante", words.ADHESION_PERDANTE, "cotisation")
        m.remark("info", "adhesion_payee", words.ADHESION_PAYEE, test=m.avantage > 0)
        m.warn(m["taux_adhesion"] <= 0, "adhesion_sans_remise", words.SANS_REMISE, "taux_adhesion")
    if m.inputs.taux_marge is not None:
        m.warn(m.avantage >= m.marge_achats, "marge_rendue", words.MARGE_RENDUE, "taux_marge")
        given = when(m.avantage < m.marge_achats, 1, 0)
        m.remark("info", "part_de_marge", words.PART_DE_MARGE, test=_both(m.avantage > 0, given))
    _reperes(m)


def _both(first: Amount, second: Amount) -> Amount:
    return when(first, second, 0) > 0


def _points(m: PointsEtPaliers) -> None:
    m.warn(m.points_habituels <= 0, "aucun_point", words.AUCUN_POINT, "tranches")
    m.warn(
        m.commandes_recompense > m.recompense_max, "recompense_lointaine", words.LOINTAINE,
        "recompense",
    )  # fmt: skip
    m.remark(
        "info", "recompense_proche", words.PROCHE, "recompense",
        m.commandes_recompense <= m.recompense_max,
    )  # fmt: skip
    m.remark("info", "bonus_recouverts", CUMULS[m.inputs.cumul_bonus], "cumul_bonus",
             m.boosts_actifs > 1)  # fmt: skip
    last = m.rows("tranches")[-1]
    if last.given.limite is not None:
        m.remark("info", "panier_au_dela", words.PANIER_AU_DELA, "tranches",
                 m["panier"] > last["limite"])  # fmt: skip


def _reperes(m: PointsEtPaliers) -> None:
    """The discount against the advice of vendors."""
    discount, positive = m.remise, m.remise > 0
    m.remark("info", "sous_usage", words.SOUS_USAGE,
             test=_both(positive, when(discount < m.usage_min, 1, 0)))  # fmt: skip
    m.remark("info", "dans_usage", words.DANS_USAGE,
             test=_both(discount >= m.usage_min, when(discount <= m.usage_max, 1, 0)))  # fmt: skip
    m.remark("info", "au_dela_usage", words.AU_DELA_USAGE,
             test=_both(discount > m.usage_max, when(discount <= m.erosion_max, 1, 0)))  # fmt: skip
    m.warn(discount > m.erosion_max, "marge_entamee", words.EROSION)
    m.remark("info", "repere_vendeur", words.VENDEURS)
    if m.inputs.genre_programme is GenreProgramme.POINTS:
        m.remark("info", "points_utilises", words.POINTS_UTILISES)
