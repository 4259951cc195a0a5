"""What to say beside the numbers: which status leaves most, what each column leaves out."""

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.inputs import Activite
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.catalogue.comparateur_statuts.statuts import classes
from calculators.kit.amounts import when
from calculators.law.micro.categories import Caisse


def notes(m: ComparateurStatuts) -> None:
    """Every sentence, the answer first."""
    before = m.remarks[:]
    m.remarks.clear()
    for key, net in classes(m).items():
        sentence = words.MEILLEUR.replace("<statut>", words.EN_TOUTES_LETTRES[key])
        m.remark("info", f"meilleur_{key}", sentence, test=net >= m.meilleur)
    ahead = m.ecart_micro_reel
    allowed = when(m.depassement > 0, 0, ahead)
    m.remark("info", "micro_devant", words.MICRO_DEVANT, test=allowed > 0)
    m.remark("info", "reel_devant", words.REEL_DEVANT, test=ahead < 0)
    m.remarks.extend(before)  # what the rooms say comes after the answer
    m.warn(m.depassement > 0, "plafond_micro_depasse", words.PLAFOND, "ca")
    m.warn(m.resultat_reel < 0, "perte", words.PERTE)
    if m.inputs.rfr is None:
        m.remark("info", "condition_versement", words.CONDITION_VERSEMENT, "rfr")
    else:
        m.warn(m["rfr"] > m.plafond_rfr, "versement_refuse", words.VERSEMENT_REFUSE, "rfr")
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


def _portage(m: ComparateurStatuts) -> None:
    if "impot_portage" in m.lines:
        m.remark("info", "colonne_portage", words.COLONNE_PORTAGE)
    elif m.inputs.activite is Activite.VENTES:
        m.remark("info", "portage_ventes", words.PORTAGE_VENTES, "activite")
    else:
        m.remark("info", "portage_inconnu", words.PORTAGE_INCONNU, "annee")
