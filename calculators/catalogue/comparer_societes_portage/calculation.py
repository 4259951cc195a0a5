"""Each quote at the rates of the month: its fee, its envelope, its payslip, what is unexplained."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from calculators.catalogue.comparer_societes_portage import words
from calculators.catalogue.comparer_societes_portage.bulletins import bulletin
from calculators.catalogue.comparer_societes_portage.comparable import net_sans_reserve
from calculators.catalogue.comparer_societes_portage.grille import grille
from calculators.catalogue.comparer_societes_portage.inputs import (
    ComparerSocietesPortageInputs,
    UnDevis,
)
from calculators.catalogue.comparer_societes_portage.lines import (
    ComparerSocietesPortage,
    UneAnnonce,
    UneRepartition,
    UneSynthese,
)
from calculators.catalogue.comparer_societes_portage.notes import notes
from calculators.kit.amounts import Amount, constant, maximum, minimum, total, when
from calculators.kit.days import Day, GivenRow
from calculators.kit.rates import RateBook
from calculators.kit.units import EUR
from calculators.law import paie
from calculators.law.paie import Profil
from calculators.law.paie.colonne import ranger
from calculators.law.portage import codes as c
from calculators.law.portage import suppositions, usage
from calculators.law.portage.formation import formation_de_branche
from calculators.law.portage.gestion import Palier, Tarif, frais_de_gestion
from calculators.law.portage.lectures import Reserve
from calculators.law.portage.minimum import CODES as MINIMA
from calculators.law.portage.minimum import salaire_minimum
from calculators.law.portage.salaire import Contrat, brut_pour_enveloppe

CODES = tuple(
    dict.fromkeys(
        (
            *paie.CODES,
            *MINIMA,
            c.FORMATION,
            c.FORMATION_MOINS_DE_11,
            *usage.CODES,
            *suppositions.CODES,
        )
    )
)
ZERO = constant(0, EUR)
_ARRONDI = 1  # euro: a quote rounded to the euro hides nothing


@dataclass(frozen=True, slots=True, eq=False)
class Devis:
    """One quote: what was given, its rows."""

    donne: GivenRow
    profil: Profil
    repartition: UneRepartition
    synthese: UneSynthese

    @property
    def numero(self) -> int:
        """Its place, from 1."""
        return self.donne.index + 1

    @property
    def net_compare(self) -> Amount:
        """What it is ranked by."""
        return (
            self.synthese.net_compare
            if "net_compare" in self.synthese.lines
            else (self.repartition.net)
        )

    @property
    def cle(self) -> str:
        """Its key in the tables."""
        return str(self.numero)

    def montant(self, name: str) -> Amount | None:
        """An amount of the quote that may be absent."""
        return None if getattr(self.donne.given, name) is None else self.donne[name]


def formulas(
    *, inputs: ComparerSocietesPortageInputs, rates: RateBook
) -> ComparerSocietesPortage:  # fmt: skip
    """Compare the quotes of a month."""
    m = ComparerSocietesPortage(inputs, rates)
    on = m.day("periode")
    order = (m.comparaison, m.synthese, m.annonces, m.grille, m.assiettes, m.employeur, m.salarie)
    m.tables |= {table.code: table for table in order}  # as on the page, empty ones too
    quotes = [_devis(m, given, on) for given in m.rows("devis")]
    for quote in quotes:
        _enveloppe(m, quote)
        _salaire(m, quote, on)
        _comparable(m, quote, on)
    ranger(m.assiettes, m.employeur, m.salarie)
    _resultat(m, quotes)
    m.salaire_minimum = salaire_minimum(m, inputs.echelon, on) * m["temps_travail"]
    if inputs.est_note:
        grille(m)
    notes(m, on)
    return m


def _devis(m: ComparerSocietesPortage, given: GivenRow, on: Day) -> Devis:
    key, label = str(given.index + 1), words.devis(given.index + 1, given.given.societe)
    rows = m.comparaison.row(key, label), m.synthese.row(key, label)
    return Devis(given, _profil(m, given.index, on), *rows)


def _profil(m: ComparerSocietesPortage, index: int, on: Day) -> Profil:
    """The payroll of a company: its own size, rate and health cover where it has some."""
    known, own = paie.profil(m), m.inputs.societe(index)
    size = own.taille.effectif(m.inputs.effectif)
    found = replace(known, effectif=size)
    if own.taux_atmp is not None:
        found.atmp = m.rows("societes")[index]["taux_atmp"]
    if own.sante is not None:
        found.sante = m.rows("societes")[index]["sante"]
    if not m.inputs.sans_formation_branche:
        found.formation = formation_de_branche(m, size, on)
    return found


def _enveloppe(m: ComparerSocietesPortage, quote: Devis) -> None:
    """From the invoice to what pays the salary."""
    row, ref = quote.repartition, quote.synthese
    row.ca = m["ca"]
    row.frais = frais_de_gestion(row.ca, _tarif(quote))
    for code, name in (("autres", "autres_charges"), ("reserve", "reserve")):
        if (given := quote.montant(name)) is not None:
            setattr(row, code, given)
    ref.enveloppe = row.ca - total(row.present(("frais", "autres", "reserve")))
    ref.part_frais = row.frais / row.ca
    ref.frais_annee = row.frais * m["mois_factures"]


def _tarif(quote: Devis) -> Tarif:
    first = Palier(fixe=quote.montant("frais_fixes"), taux=quote.donne["taux_frais"])
    cap = quote.montant("plafond_frais")
    return (first,) if cap is None else (first, Palier(fixe=cap))


def _salaire(m: ComparerSocietesPortage, quote: Devis, on: Day) -> None:
    """The payslip of the gross announced, or of the highest that fits; what is left of it all."""
    row, ref, given = quote.repartition, quote.synthese, quote.donne.given
    contract = Contrat(on, quote.profil, Reserve.AUCUNE)
    health = quote.profil.sante
    # Under twice the price of the health cover no net would be left: nobody is paid, nor covered.
    highest = brut_pour_enveloppe(m, ref.enveloppe, contract)
    ref.brut_possible = when(highest > health * 2, highest, ZERO)
    gross: Amount = ref.brut_possible
    if given.annonce:
        told = m.annonces.row(quote.cle, words.devis(quote.numero, given.societe))
        told.brut_vise = _brut_vise(m, quote, on)
        gross = minimum(told.brut_vise, ref.brut_possible)
    ref.brut = when(gross > health * 2, gross, ZERO)
    slip, cover = bulletin(m, quote.numero), when(ref.brut > ZERO, health, ZERO)
    paie.paie(slip, brut=ref.brut, on=on, profil=replace(quote.profil, sante=cover))
    row.employeur = slip.cotisations_employeur
    row.salarie = slip.cotisations_salarie
    left = ref.enveloppe - slip.cout
    if not given.annonce:
        row.net = slip.net_avant_impot
        row.solde = left
        return
    if given.net_annonce is not None:
        told.net_annonce = quote.donne["net_annonce"]
        told.net_retrouve = slip.net_avant_impot
        told.ecart_net = told.net_annonce - told.net_retrouve
    told.non_pris = when(ref.brut < ref.brut_possible, left, ZERO)
    unspent = when(told.non_pris > _ARRONDI, told.non_pris, ZERO)
    row.solde = left - unspent
    withheld = _retenu(told, given)
    row.net = slip.net_avant_impot - withheld
    row.inexplique = unspent + withheld


def _retenu(told: UneAnnonce, given: UnDevis) -> Amount:
    """What the net of the announced gross has above the announced net: nobody says who takes it.

    A net announced alone is where the gross comes from: there is nothing between the two.
    """
    if given.brut_annonce is None or given.net_annonce is None:
        return ZERO
    told.net_manquant = when(told.ecart_net < -_ARRONDI, ZERO - told.ecart_net, ZERO)
    return told.net_manquant


def _comparable(m: ComparerSocietesPortage, quote: Devis, on: Day) -> None:
    """What it is ranked by: a reserve is the person's own, and counts as a salary of the month."""
    row, ref = quote.repartition, quote.synthese
    ref.pris = total(row.present(("frais", "autres", "inexplique")))
    if m.inputs.a_une_reserve:
        ref.net_compare = _net_compare(m, quote, on)
    ref.part_net = quote.net_compare / row.ca


def _net_compare(m: ComparerSocietesPortage, quote: Devis, on: Day) -> Amount:
    """As if nothing were put by; what is withheld on the net pays no gross, and stays withheld."""
    row, ref = quote.repartition, quote.synthese
    if quote.montant("reserve") is None:
        return row.net
    withheld = _deja_retenu(m, quote)
    contract = Contrat(on, quote.profil, Reserve.AUCUNE)
    ref.brut_compare = brut_pour_enveloppe(m, row.ca - (ref.pris - withheld), contract)
    return net_sans_reserve(m, ref.brut_compare, contract) - withheld


def _deja_retenu(m: ComparerSocietesPortage, quote: Devis) -> Amount:
    if quote.cle not in m.annonces.rows:
        return ZERO
    return m.annonces.rows[quote.cle][1].lines.get("net_manquant", ZERO)


def _brut_vise(m: ComparerSocietesPortage, quote: Devis, on: Day) -> Amount:
    gross = quote.montant("brut_annonce")
    if gross is not None:
        return gross
    return paie.brut_pour_net(m, quote.donne["net_annonce"], on, quote.profil)


def _resultat(m: ComparerSocietesPortage, quotes: Sequence[Devis]) -> None:
    nets = [quote.net_compare for quote in quotes]
    m.meilleur = maximum(*nets)
    m.second = maximum(*(minimum(*pair) for pair in combinations(nets, 2)))
    m.avance = m.meilleur - m.second
    m.etendue = m.meilleur - minimum(*nets)
    m.etendue_annee = m.etendue * m["mois_factures"]
    for quote in quotes:
        quote.synthese.de_moins = m.meilleur - quote.net_compare
    m.moins_pris = minimum(*m.synthese.column("pris"))
    _reponses(m, quotes)


def _reponses(m: ComparerSocietesPortage, quotes: Sequence[Devis]) -> None:
    """The sentence that opens the result."""
    aside = words.SANS_RESERVE if m.inputs.a_une_reserve else ""
    m.answer(m.meilleur <= ZERO, "aucun", words.AUCUN)
    for test, code, sentence in (
        (m.etendue <= ZERO, "tous_pareils", words.TOUS_PAREILS),
        (m.avance <= ZERO, "ex_aequo", words.EX_AEQUO),
        *((quote.net_compare >= m.meilleur, "meilleur_devis",
           words.MEILLEUR.replace("<devis>", words.nom(quote.numero, quote.donne.given.societe)))
          for quote in quotes),
    ):  # fmt: skip
        m.answer(test, code, sentence.replace("<reserve>", aside))
