"""How leads become sales, what each channel costs, how fast it sells and which lever counts."""

from collections.abc import Sequence

from calculators.catalogue.prevision_b2b import words
from calculators.catalogue.prevision_b2b.inputs import Canal
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b
from calculators.catalogue.prevision_b2b.notes import infime
from calculators.catalogue.prevision_b2b.sommes import Suivie
from calculators.kit.amounts import Amount, constant, maximum, minimum, total, when
from calculators.kit.units import NUMBER


def performance(m: PrevisionB2b, kept: Sequence[Suivie]) -> None:
    """Fill what was asked of the four further groups of the form."""
    if m.inputs.conversions:
        _conversion(m)
    if m.inputs.depenses:
        _canaux(m)
    if m.inputs.taux_gain is not None:
        _vitesse(m, kept)
    if m.inputs.cout_journee is not None:
        _capacite(m)


def _conversion(m: PrevisionB2b) -> None:
    given = m.rows("conversions")
    for number, row in enumerate(given, start=1):
        label = row.given.typologie or f"Leads {number}"
        line = m.matrice.row(str(number), label)
        line.en_rendez_vous = row["rendez_vous"] / row["leads"]
        line.en_proposition = row["propositions"] / row["rendez_vous"]
        line.en_vente = row["gagnees"] / row["propositions"]
        line.totale = row["gagnees"] / row["leads"]
    m.total_leads = total((row["leads"] for row in given), NUMBER)
    m.total_rendez_vous = total((row["rendez_vous"] for row in given), NUMBER)
    m.total_propositions = total((row["propositions"] for row in given), NUMBER)
    m.total_gagnees = total((row["gagnees"] for row in given), NUMBER)
    m.en_rendez_vous = m.total_rendez_vous / m.total_leads
    m.en_proposition = m.total_propositions / m.total_rendez_vous
    m.en_vente = m.total_gagnees / m.total_propositions
    lost = [row["perdues"] for row in given if row.given.perdues is not None]
    if len(lost) == len(given):
        m.gain_decidees = m.total_gagnees / (m.total_gagnees + total(lost))
    m.totale = m.total_gagnees / m.total_leads
    for column in ("en_rendez_vous", "en_proposition", "en_vente", "totale"):
        m.matrice.totals[column] = m.lines[column]


def _canaux(m: PrevisionB2b) -> None:
    for row in m.rows("depenses"):
        canal: Canal = row.given.canal
        line = m.couts.row(canal.value, canal.label)
        line.cout_lead = row["depense"] / row["leads"]
        line.cout_rendez_vous = row["depense"] / row["rendez_vous"]
        line.cout_vente = row["depense"] / row["gagnees"]
        line.marge = row["gagnees"] * row["marge"]
        line.roi = (line.marge - row["depense"]) / row["depense"]
        sentence = words.PERTE_CANAL.replace("<canal>", canal.label)
        sentence = sentence.replace("<roi>", line.roi.code)
        m.warn(line.marge < row["depense"], f"perte_canal_{canal.value}", sentence, "depenses")
    m.depense_totale = total(row["depense"] for row in m.rows("depenses"))
    m.marge_totale = total(m.couts.column("marge"))
    m.roi_total = (m.marge_totale - m.depense_totale) / m.depense_totale
    m.couts.totals |= {"marge": m.marge_totale, "roi": m.roi_total}


def _vitesse(m: PrevisionB2b, kept: Sequence[Suivie]) -> None:
    """n × amount × win rate ÷ cycle, then the same with one of the four changed."""
    given = m.inputs
    typed = given.vitesse_affaires is not None
    m.nombre_vitesse = m["vitesse_affaires"] if typed else constant(len(kept))
    mean = m.haut / constant(max(len(kept), 1))
    asleep = sum(1 for deal in kept if deal.jours)
    if asleep and not typed:
        sentence = words.SOMMEIL_GONFLE.replace("<combien>", words.affaires(asleep))
        m.remark("warning", "sommeil_gonfle", sentence, "exclure_sommeil")
    m.montant_moyen = mean if given.vitesse_montant is None else m["vitesse_montant"]
    wins, days = m["taux_gain"], m["cycle_jours"]
    value = m.nombre_vitesse * m.montant_moyen
    m.vitesse = value * wins / days
    one, shorter = constant(1), m["levier_cycle"]
    better = minimum(one, wins * (one + m["levier_taux"]))
    moved: dict[str, tuple[Amount, Amount]] = {  # the speed, and how much more that is
        "affaires": (value * (one + m["levier_affaires"]) * wins / days, m["levier_affaires"]),
        "montant": (value * (one + m["levier_montant"]) * wins / days, m["levier_montant"]),
        "taux": (value * better / days, better / wins - one),
        "cycle": (value * wins / (days * (one - shorter)), shorter / (one - shorter)),
    }
    for key, (speed, gain) in moved.items():
        row = m.leviers.row(key, words.LEVIERS[key])
        row.vitesse, row.gain = speed, when(wins > 0, gain, 0)
    m.meilleur_gain = maximum(*m.leviers.column("gain"))
    for key, _, row in m.leviers:
        sentence = words.LEVIER_PREMIER.replace("<levier>", words.MEILLEUR_LEVIER[key])
        sentence = sentence.replace("<gain>", row.gain.code)
        first = when(wins > 0, when(row.gain >= m.meilleur_gain, 1, 0), 0) > 0
        m.remark("info", f"levier_{key}", sentence, test=first)
    m.warn(wins <= 0, "taux_nul", words.TAUX_NUL, "taux_gain")
    m.warn(infime(wins), "taux_infime", words.TAUX_INFIME, "taux_gain")


def _capacite(m: PrevisionB2b) -> None:
    m.cout_rdv = m["cout_journee"] / m["rdv_jour"]
    m.cout_rdv_vise = m["cout_journee"] / m["rdv_jour_vise"]
    m.rdv_an = m["rdv_jour"] * m["jours_travailles"]
    m.rdv_an_vise = m["rdv_jour_vise"] * m["jours_travailles"]
