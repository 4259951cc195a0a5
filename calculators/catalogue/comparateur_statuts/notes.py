"""What to say beside the numbers: which status leaves most, what each column leaves out."""

from datetime import date
from itertools import permutations

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.inputs import Activite
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.catalogue.comparateur_statuts.statuts import (
    MICRO,
    autres,
    classes,
    option_fermee,
    plafond_depasse,
)
from calculators.kit import french
from calculators.kit.amounts import Amount, minimum, when
from calculators.law.micro.categories import Caisse
from calculators.law.portage.employeur import PaieEnPortageInputs
from calculators.law.portage.usage import frais_hors_usage
from calculators.law.societe import ImpositionDividendes


def notes(m: ComparateurStatuts) -> None:
    """Every sentence, the answer first."""
    before = m.remarks[:]
    m.remarks.clear()
    _answers(m)
    ahead = m.ecart_micro_reel
    allowed = when(plafond_depasse(m), 0, ahead)
    m.remark("info", "micro_devant", words.MICRO_DEVANT, test=allowed > 0)
    behind = when(m.meilleur > 0, ahead, 0)
    m.remark("info", "reel_devant", words.REEL_DEVANT, test=behind < 0)
    _imposition(m)
    m.remarks.extend(before)  # what the rooms say comes after the answer
    m.warn(plafond_depasse(m), "plafond_micro_depasse", words.PLAFOND, "ca")
    m.warn(m.resultat_reel < 0, "perte", words.PERTE)
    if m.inputs.rfr is None:
        m.remark("info", "condition_versement", words.CONDITION_VERSEMENT, "rfr")
    else:
        m.warn(option_fermee(m), "versement_refuse", words.VERSEMENT_REFUSE, "rfr")
    if "cotisations_anciennes" in m.lines:
        m.remark("info", "ancienne_assiette", words.ANCIENNE_ASSIETTE)
    m.remark("info", "colonne_micro", words.COLONNE_MICRO)
    m.remark("info", "colonne_ei", words.COLONNE_EI)
    m.remark("info", "colonne_eurl", words.COLONNE_EURL)
    _colonne(m, "colonne_mixte", words.COLONNE_MIXTE, m.reserve_societe, words.RESTE_MIXTE)
    _colonne(
        m, "colonne_sasu", words.COLONNE_SASU, m.reserve_sasu, words.RESTE_SASU, m.bulletin.brut
    )
    _colonne(
        m, "colonne_dividendes", words.COLONNE_DIVIDENDES, m.reserve_distribue,
        words.RESTE_DIVIDENDES,
    )  # fmt: skip
    _portage(m)
    if m.inputs.activite.caisse is Caisse.CIPAV:
        m.remark("info", "cipav", words.CIPAV, "activite")
    if m.inputs.acre:
        m.remark("info", "acre_par_statut", words.ACRE, "acre")
    m.remark("info", "statuts_absents", words.ABSENTS)


def _answers(m: ComparateurStatuts) -> None:
    """The first row that leaves most is named, unless nothing is left, and the next status."""
    nets, none = classes(m), m.meilleur - 1
    left = {key: when(m.meilleur > 0, net, none) for key, net in nets.items()}
    beyond = when(plafond_depasse(m), m.ecart_micro_reel, 0)
    for key in autres(m):
        ahead = when(beyond > 0, left[key], none)
        m.answer(ahead >= m.meilleur, f"meilleur_{key}_plafond", _named(words.AU_DELA, key))
    for key, net in left.items():
        tied = when(m.avance > 0, none, net)
        m.answer(tied >= m.meilleur, f"egal_{key}", _named(words.EGAL, key))
    above = {key: net - m.meilleur for key, net in left.items()}
    near = {key: net - m.second for key, net in nets.items()}
    for key, other in permutations(nets, 2):
        if not {key, other} <= set(MICRO):
            both = minimum(above[key], near[other])
            m.answer(both >= 0, f"meilleur_{key}_{other}", _named(words.MEILLEUR, key, other))


def _named(sentence: str, key: str, other: str = "") -> str:
    named = sentence.replace("<statut>", words.EN_TOUTES_LETTRES[key])
    return named.replace("<suivant>", words.EN_TOUTES_LETTRES.get(other, ""))


def _imposition(m: ComparateurStatuts) -> None:
    """The other tax on dividends, when it would leave more; louder when it would win."""
    flat = m.inputs.imposition_dividendes is ImpositionDividendes.FORFAIT
    said = words.AU_BAREME if flat else words.AU_FORFAIT
    more, net = m.gain_autre_imposition, m.net_autre_imposition
    first = when(more > 0, net - m.meilleur, 0)
    m.remark(
        "warning", "autre_imposition_gagne", f"{said} {words.IMPOSITION_GAGNE}",
        "imposition_dividendes", test=first > 0,
    )  # fmt: skip
    behind = when(net > m.meilleur, 0, more)
    m.remark(
        "info", "autre_imposition", f"{said} {words.IMPOSITION}", "imposition_dividendes",
        test=behind > 0,
    )  # fmt: skip


def _colonne(
    m: ComparateurStatuts, code: str, sentence: str, kept: Amount, reste: str,
    gross: Amount | None = None,
) -> None:  # fmt: skip
    """What a row counts; what stays in the company and the pay are told when there are any."""
    bare = sentence.replace("<reste>", "")
    full = sentence.replace("<reste>", reste)
    if gross is not None:
        m.remark("info", f"{code}_sans_paie", bare.replace("<paie>", words.SANS_PAIE),
                 test=gross <= 0)  # fmt: skip
        bare, full = (text.replace("<paie>", words.PAIE[code]) for text in (bare, full))
    some = kept if gross is None else when(gross > 0, kept, 0)
    none = kept if gross is None else when(gross > 0, kept, 1)
    m.remark("info", f"{code}_reserve", full, test=some > 0)
    m.remark("info", code, bare, test=none <= 0)


def _portage_dit() -> str:
    """With the defaults of the month's calculator, from which this row departs."""
    fields = PaieEnPortageInputs.model_fields
    rate, cover = (french.number(fields[name].default) for name in ("taux_atmp", "sante"))
    return words.COLONNE_PORTAGE.replace("<atmp>", rate).replace("<sante>", cover)


def _portage(m: ComparateurStatuts) -> None:
    if "impot_portage" in m.lines:
        _colonne(
            m, "colonne_portage", _portage_dit(), m.solde_portage, words.RESTE_PORTAGE,
            m.bulletin_portage.brut,
        )  # fmt: skip
        on = m.moment(date(m.inputs.annee, 1, 1))
        frais_hors_usage(
            m, m["taux_frais_portage"], on, m.warn, bas=words.FRAIS_BAS, hauts=words.FRAIS_HAUTS,
            champ="taux_frais_portage", nom="frais_portage",
        )  # fmt: skip
    elif m.inputs.activite is Activite.VENTES:
        m.remark("info", "portage_ventes", words.PORTAGE_VENTES, "activite")
    else:
        m.remark("info", "portage_inconnu", words.PORTAGE_INCONNU, "annee")
