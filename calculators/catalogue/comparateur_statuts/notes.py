"""What to say beside the numbers: which status leaves most, what each column leaves out."""

from datetime import date

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.inputs import Activite
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.catalogue.comparateur_statuts.statuts import (
    classes,
    option_fermee,
    plafond_depasse,
)
from calculators.kit.amounts import when
from calculators.law.micro.categories import Caisse
from calculators.law.portage.usage import frais_hors_usage


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
    m.remark("info", "colonne_mixte", words.COLONNE_MIXTE)
    m.remark("info", "colonne_sasu", words.COLONNE_SASU)
    m.remark("info", "colonne_dividendes", words.COLONNE_DIVIDENDES)
    _portage(m)
    if m.inputs.activite.caisse is Caisse.CIPAV:
        m.remark("info", "cipav", words.CIPAV, "activite")
    if m.inputs.acre:
        m.remark("info", "acre_par_statut", words.ACRE, "acre")
    m.remark("info", "statuts_absents", words.ABSENTS)


def _answers(m: ComparateurStatuts) -> None:
    """The first row that leaves most is named, unless nothing is left."""
    none = m.meilleur - 1
    for key, net in classes(m).items():
        left = when(m.meilleur > 0, net, none)
        for code, sentence, among in (
            ("egal", words.EGAL, when(m.avance > 0, none, left)),
            ("meilleur", words.MEILLEUR, left),
        ):
            named = sentence.replace("<statut>", words.EN_TOUTES_LETTRES[key])
            m.answer(among >= m.meilleur, f"{code}_{key}", named)


def _portage(m: ComparateurStatuts) -> None:
    if "impot_portage" in m.lines:
        m.remark("info", "colonne_portage", words.COLONNE_PORTAGE)
        on = m.moment(date(m.inputs.annee, 1, 1))
        frais_hors_usage(
            m, m["taux_frais_portage"], on, m.warn, bas=words.FRAIS_BAS, hauts=words.FRAIS_HAUTS,
            champ="taux_frais_portage", nom="frais_portage",
        )  # fmt: skip
    elif m.inputs.activite is Activite.VENTES:
        m.remark("info", "portage_ventes", words.PORTAGE_VENTES, "activite")
    else:
        m.remark("info", "portage_inconnu", words.PORTAGE_INCONNU, "annee")
