"""The score of a prospect, its band at the limits of that day, what the band gets."""

from collections.abc import Sequence

from calculators.catalogue.qualification_bant import words
from calculators.catalogue.qualification_bant.inputs import (
    MATURITES,
    QualificationBantInputs,
    Signal,
)
from calculators.catalogue.qualification_bant.lines import QualificationBant
from calculators.kit.amounts import Amount, ceiling, constant, maximum, total, tranche, when
from calculators.kit.days import Day
from calculators.kit.rates import RateBook, RateCode
from calculators.kit.units import UNIT

NOTE_MAXIMUM = RateCode("bant_note_maximum", "")
MATURITE_MAXIMUM = RateCode("bant_maturite_note_maximum", "")
SEUILS = tuple(RateCode(f"bant_seuil_{n}", "") for n in ("faible", "qualifie", "hautement"))
ALERTE_SIGNAUX = RateCode("bant_alerte_signaux", "")
ALERTE_SIGNES = RateCode("bant_alerte_projet_mort", "")
SUITES = {
    niveau: {suite: RateCode(f"bant_suite_{niveau}_{suite}", "") for suite in words.SUITES}
    for niveau in words.NIVEAUX
}
CODES = (
    NOTE_MAXIMUM, *SEUILS, *(code for found in SUITES.values() for code in found.values()),
    ALERTE_SIGNAUX, ALERTE_SIGNES, MATURITE_MAXIMUM,
)  # fmt: skip
SANS_RISQUE = "nurturing"  # to keep in touch spends nobody's time
CRITERES_DU_BAREME = 4  # the limits of the bands are those of four criteria


def formulas(*, inputs: QualificationBantInputs, rates: RateBook) -> QualificationBant:
    """Rate one prospect."""
    m = QualificationBant(inputs, rates)
    on = m.day("date_evaluation")
    _score(m, on)
    _niveaux(m, on)
    _signaux(m, on)
    _niveau(m)
    if inputs.maturite_notee:
        _maturite(m, on)
    return m


def _score(m: QualificationBant, on: Day) -> None:
    m.note_maximum = m.rate(NOTE_MAXIMUM, on)
    for name in m.inputs.criteres:
        m.refuse(m[name] > m.note_maximum, "note_trop_haute", words.NOTE_TROP_HAUTE, name)
        row = m.criteres.row(name, words.CRITERES[name])
        row.obtenus = m[name]
        row.manquants = m.note_maximum - row.obtenus
    m.score = total(m.criteres.column("obtenus"))
    m.score_maximum = m.note_maximum * len(m.inputs.criteres)
    if m.inputs.sans_echeance:
        m.remark("info", "calendrier_vide", words.CALENDRIER_VIDE, "calendrier")
    m.criteres.totals["obtenus"] = m.score


def _niveaux(m: QualificationBant, on: Day) -> None:
    """The bands: their limits follow the number of criteria."""
    counted = len(m.inputs.criteres)
    limits = (None, *SEUILS)
    for (key, label), limit in zip(words.NIVEAUX.items(), limits, strict=True):
        row = m.niveaux.row(key, label)
        if limit is None:
            row.seuil = constant(0)
        else:
            row.seuil = m.rate(limit, on) * counted / CRITERES_DU_BAREME
        for suite, code in SUITES[key].items():
            row.assign(suite, m.rate(code, on), UNIT)


def _niveau(m: QualificationBant) -> None:
    """Which band the score reaches, and what it gets."""
    limits = m.niveaux.column("seuil")[1:]
    ranks = [constant(rank) for rank in range(1, len(words.NIVEAUX) + 1)]
    m.niveau = tranche(m.score, ranks, limits)
    m.manque = ceiling(maximum(0, limits[-1] - m.score))  # notes are whole numbers
    alerts = m.present(("alertes",))
    for key, limit in reversed(list(zip(words.NIVEAUX, m.niveaux.column("seuil"), strict=True))):
        reached = m.score >= limit
        for alert in alerts:
            m.answer(_both(alert > 0, reached), f"alerte_{key}", words.REPONSES_ALERTE[key])
        m.answer(reached, f"niveau_{key}", words.REPONSES[key])
    _suites(m, limits, alerts)


def _suites(m: QualificationBant, limits: Sequence[Amount], alerts: Sequence[Amount]) -> None:
    """What the band gets; under an alert, only what keeps in touch."""
    planned = {s: tranche(m.score, m.niveaux.column(s), limits) for s in words.SUITES}
    for suite, sentence in words.SUITES.items():
        gets = planned[suite]
        for alert in alerts if suite != SANS_RISQUE else ():
            gets = when(alert > 0, 0, gets)
        line = m.assign(f"suite_{suite}", gets, UNIT)
        m.remark("info", f"suite_{suite}", sentence, test=line > 0)
    nothing = total(planned.values()) <= 0
    m.remark("info", "suite_aucune", words.SUITE_AUCUNE, test=nothing)
    held = total(amount for suite, amount in planned.items() if suite != SANS_RISQUE) > 0
    for alert in alerts:
        m.remark("info", "suite_retenue", words.SUITE_RETENUE, test=_both(alert > 0, held))


def _both(first: Amount, second: Amount) -> Amount:
    """Whether two tests hold."""
    return when(first, when(second, 1, 0), 0) > 0


def _signaux(m: QualificationBant, on: Day) -> None:
    """What is seen of the prospect, and how many alerts it makes."""
    alerts: list[Amount] = []
    positive, evasive = (m.inputs.observes(s) for s in (Signal.POSITIF, Signal.EVASIF))
    if positive or evasive:
        m.signaux_positifs, m.signaux_evasifs = constant(positive), constant(evasive)
        m.signaux_solde = m.signaux_positifs - m.signaux_evasifs
        enough = m.signaux_alerte = m.rate(ALERTE_SIGNAUX, on)
        alert = m.signaux_evasifs >= enough
        alerts.append(when(alert, 1, 0))
        m.warn(alert, "signaux_evasifs", words.EVASIFS)
        test = m.signaux_positifs >= enough
        m.remark("info", "signaux_favorables", words.FAVORABLES, test=test)
    if m.inputs.signes:
        m.signes_projet_mort = constant(len(m.inputs.signes))
        m.signes_alerte = m.rate(ALERTE_SIGNES, on)
        named = ", ".join(words.SIGNES[name] for name in m.inputs.signes)
        sentence = words.PROJET_MORT.replace("<signes>", named)
        alert = m.signes_projet_mort >= m.signes_alerte
        alerts.append(when(alert, 1, 0))
        m.warn(alert, "projet_mort", sentence)
    if alerts:
        m.alertes = total(alerts)


def _maturite(m: QualificationBant, on: Day) -> None:
    """Each point's share of its weight; a hundred per cent at most."""
    m.maturite_maximum = m.rate(MATURITE_MAXIMUM, on)
    for name in MATURITES:
        m.refuse(
            m[name] > m.maturite_maximum, "maturite_trop_haute", words.MATURITE_TROP_HAUTE, name
        )
        row = m.maturites.row(name, words.MATURITES[name])
        row.apport = m[name] * m[f"poids_{name}"] / m.maturite_maximum
    m.poids_total = total(m[f"poids_{name}"] for name in MATURITES)
    m.maturite = total(m.maturites.column("apport"))
    m.maturites.totals["apport"] = m.maturite
    m.remark("info", "poids_incomplets", words.POIDS_INCOMPLETS, test=m.poids_total < 1)
