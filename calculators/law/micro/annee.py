"""What a year of turnover costs in contributions, levies and versement libératoire.

A year given in one go is spread evenly over its months of activity; each declaration's lines are
put on the grid of the reading. CSS L613-7, D613-4; C. trav. L6331-48; CGI 1600, 1601-0 A, 151-0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from calculators.kit.amounts import Amount, constant, maximum, rounded, total, when
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Line, declared
from calculators.kit.parts import Part, table
from calculators.kit.rates import RateCode
from calculators.kit.units import CENT, EUR, EURO, EXACT, NUMBER, UNIT, Rounding
from calculators.law.micro.branches import repartition
from calculators.law.micro.categories import BRANCHES, CATEGORIES, Categorie
from calculators.law.micro.plan import Plan, Taux
from calculators.law.micro.taux import plafond_acre

EXONERATION_CHAMBRE = RateCode("taxe_chambre_exoneration_ca", EUR)
CODES = (
    EXONERATION_CHAMBRE,
    *dict.fromkeys(
        RateCode(c.part(b).code, "% de la cotisation")
        for c in CATEGORIES
        if c.repartition
        for b in BRANCHES
    ),
)


class Lecture(Choice):
    """How the lines of a declaration are rounded."""

    DECLARATION = "declaration", "À l’euro par déclaration, comme l’Urssaf"
    CENTIME = "centime", "Au centime"
    MOTEUR = "moteur_officiel", "Comme le simulateur officiel, écarts à la loi compris"

    @property
    def cotisations(self) -> Rounding:
        """The grid of contributions and of the chamber's tax."""
        return CENT if self is Lecture.CENTIME else EURO

    @property
    def autres(self) -> Rounding:
        """The grid of the training levy and of the versement libératoire."""
        return EXACT if self is Lecture.MOTEUR else self.cotisations


class UneDeclaration(Part):
    """What one declaration holds."""

    nombre = declared("Déclarations", UNIT, unit=NUMBER)
    ca = declared("Chiffre d’affaires", CENT)
    cotisations_ventes = declared("Cotisations, ventes", EURO)
    cotisations_services = declared("Cotisations, services", EURO)
    cotisations_liberal = declared("Cotisations, libéral", EURO)
    cotisations_meubles = declared("Cotisations, meublés", EURO)
    cfp = declared("Formation", EURO)
    taxe_chambre = declared("Chambre", EURO)
    versement = declared("Versement libératoire", EURO)
    a_payer = declared("À payer", CENT)


class Annee(Part):
    """The lines of a year of a micro-entrepreneur."""

    declarations = table(UneDeclaration, "Vos déclarations", head="Période")

    chiffre_affaires = declared("Chiffre d’affaires", CENT, section="recette", level="total")

    cotisations_ventes = declared(
        "Cotisations sur les ventes", CENT, nature="cotisations", section="cotisations"
    )
    cotisations_services = declared(
        "Cotisations sur les prestations", CENT, nature="cotisations", section="cotisations"
    )
    cotisations_liberal = declared(
        "Cotisations de l’activité libérale", CENT, nature="cotisations", section="cotisations"
    )
    cotisations_meubles = declared(
        "Cotisations des meublés classés", CENT, nature="cotisations", section="cotisations"
    )
    complement_ventes = declared(
        "Complément au-delà du plafond de l’Acre, ventes", EURO,
        nature="cotisations", section="cotisations",
    )  # fmt: skip
    complement_services = declared(
        "Complément au-delà du plafond de l’Acre, prestations", EURO,
        nature="cotisations", section="cotisations",
    )  # fmt: skip
    complement_liberal = declared(
        "Complément au-delà du plafond de l’Acre, libéral", EURO,
        nature="cotisations", section="cotisations",
    )  # fmt: skip
    complement_meubles = declared(
        "Complément au-delà du plafond de l’Acre, meublés", EURO,
        nature="cotisations", section="cotisations",
    )  # fmt: skip
    cotisations = declared(
        "Cotisations sociales", CENT, nature="cotisations", section="cotisations", level="total"
    )
    cfp = declared(
        "Contribution à la formation professionnelle", CENT,
        nature="cotisations", section="cotisations",
    )  # fmt: skip
    taxe_chambre = declared(
        "Taxe pour frais de chambre", CENT, nature="cotisations", section="cotisations"
    )
    prelevements = declared(
        "Cotisations et contributions", CENT, nature="cotisations",
        section="cotisations", level="total",
    )  # fmt: skip
    versement_liberatoire = declared(
        "Versement libératoire de l’impôt", CENT, nature="impot", section="impot"
    )

    part_maladie_maternite = declared("Maladie, maternité", CENT, section="repartition")
    part_invalidite_deces = declared("Invalidité, décès", CENT, section="repartition")
    part_retraite_base = declared("Retraite de base", CENT, section="repartition")
    part_retraite_complementaire = declared("Retraite complémentaire", CENT, section="repartition")
    part_csg_crds_autres = declared(
        "CSG, CRDS et autres contributions", CENT, section="repartition"
    )


@dataclass(slots=True, eq=False)
class Assiette:
    """The turnover that a declaration holds of a category: `montant` × `mois` ÷ `sur`."""

    categorie: Categorie
    montant: Amount
    mois: int = 1
    sur: int = 1

    @property
    def amount(self) -> Amount:
        """The turnover itself."""
        return self.montant if self.mois == self.sur else self.montant * self.mois / self.sur

    def fois(self, taux: Amount) -> Amount:
        """The turnover at a rate: multiplied first, divided last, so that ties stay ties."""
        levy = self.montant * taux
        return levy if self.mois == self.sur else levy * self.mois / self.sur


@dataclass(slots=True, eq=False)
class Lignes:
    """Declarations that are alike: how many, their rates, what each one holds."""

    libelle: str
    nombre: int
    taux: Taux
    acre: bool
    assiettes: tuple[Assiette, ...]

    def fois(self, amount: Amount) -> Amount:
        """An amount of one of them, for all."""
        return amount if self.nombre == 1 else amount * self.nombre


@dataclass(slots=True, eq=False)
class Options:
    """Choices about the year that fix no rate."""

    lecture: Lecture
    versement: bool
    on: Day  # the first day of the year
    compare: bool = False  # the versement libératoire even when it is not chosen
    nombre: bool = False  # a column counts declarations that are alike
    parts: bool = True  # what the contributions pay for, branch by branch


def etalee(plan: Plan, bases: Mapping[Categorie, Amount]) -> list[Lignes]:
    """A year's turnover spread evenly over its months of activity."""
    return [
        Lignes(
            g.libelle, g.nombre, g.taux, g.acre,
            tuple(Assiette(c, base, g.mois, plan.mois) for c, base in bases.items()),
        )
        for g in plan.groupes
    ]  # fmt: skip


def annee(m: Annee, lignes: Sequence[Lignes], bases: Sequence[Line | Amount], opt: Options) -> None:
    """Fill the year from what its declarations hold; `bases` are the year's turnovers."""
    m.chiffre_affaires = total(bases)
    rows = [_declaration(m, n, each, opt) for n, each in enumerate(lignes, start=1)]
    moteur = opt.lecture is Lecture.MOTEUR
    noms = [a.categorie.nom for a in lignes[0].assiettes]
    for nom in noms:
        _annual(m, lignes, rows, f"cotisations_{nom}", CENT)
    parts = m.present(f"cotisations_{nom}" for nom in noms)
    m.cotisations = total([*parts, *([] if moteur else _complements(m, lignes, opt))])
    _annual(m, lignes, rows, "cfp", EXACT if moteur else CENT)
    _annual(m, lignes, rows, "taxe_chambre", CENT)
    due = total(m.present(("cotisations", "cfp", "taxe_chambre")))
    m.assign("prelevements", due, EXACT if moteur else CENT)
    if opt.versement or opt.compare:
        _versement(m, lignes, opt)
    if opt.parts:
        repartition(m, lignes, rows, exact=moteur)


def _declaration(m: Annee, number: int, lignes: Lignes, opt: Options) -> UneDeclaration:
    row = m.declarations.row(str(number), lignes.libelle)
    if opt.nombre:
        row.nombre = constant(lignes.nombre)
    row.ca = total([a.amount for a in lignes.assiettes])
    due: list[Amount] = []
    for assiette, taux in zip(lignes.assiettes, lignes.taux.cotisations, strict=True):
        code = f"cotisations_{assiette.categorie.nom}"
        due.append(row.assign(code, assiette.fois(taux), opt.lecture.cotisations))
    cfp = _somme(lignes.assiettes, lignes.taux.cfp, opt.lecture.autres)
    due.append(row.assign("cfp", cfp, opt.lecture.autres))
    if any(taux is not None for taux in lignes.taux.chambre):
        taxe = _somme(lignes.assiettes, lignes.taux.chambre, opt.lecture.cotisations)
        if opt.lecture is not Lecture.MOTEUR and m.knows(EXONERATION_CHAMBRE, opt.on):
            exonere = m.chiffre_affaires <= m.rate(EXONERATION_CHAMBRE, opt.on)
            taxe = when(exonere, constant(0, EUR), taxe)
        due.append(row.assign("taxe_chambre", taxe, opt.lecture.cotisations))
    if opt.versement:
        versement = _somme(lignes.assiettes, lignes.taux.versement, opt.lecture.autres)
        due.append(row.assign("versement", versement, opt.lecture.autres))
    row.a_payer = total(due)
    return row


def _somme(
    assiettes: Iterable[Assiette], taux: Iterable[Amount | None], grille: Rounding
) -> Amount:
    """A levy over every category, each on its own line of the declaration."""
    terms = [a.fois(t) for a, t in zip(assiettes, taux, strict=True) if t is not None]
    return terms[0] if len(terms) == 1 else total([rounded(term, grille) for term in terms])


def _annual(
    m: Annee, lignes: Sequence[Lignes], rows: Sequence[UneDeclaration], code: str, grid: Rounding
) -> None:
    """The year's sum of a column: each row as many times as there are declarations like it."""
    pairs = zip(lignes, rows, strict=True)
    terms = [each.fois(row.lines[code]) for each, row in pairs if code in row.lines]
    if terms:
        m.assign(code, total(terms), grid)


def _complements(m: Annee, lignes: Sequence[Lignes], opt: Options) -> list[Line]:
    """What the turnover above ACRE's ceiling still owes: only the excess bears the full rate."""
    reduced = [each for each in lignes if each.acre]
    found = []
    for place, assiette in enumerate(lignes[0].assiettes if reduced else ()):
        last, categorie = reduced[-1].taux, assiette.categorie
        full = last.plein[place]
        if full is None:
            continue
        turnover = total([each.fois(each.assiettes[place].amount) for each in reduced])
        excess = maximum(turnover - plafond_acre(m, categorie, opt.on), constant(0, EUR))
        levy = excess * (full - last.cotisations[place])
        found.append(m.assign(f"complement_{categorie.nom}", levy, opt.lecture.cotisations))
    return found


def _versement(m: Annee, lignes: Sequence[Lignes], opt: Options) -> None:
    """The tax that goes with the contributions, CGI 151-0: computed even when it is not chosen."""
    if any(taux is None for each in lignes for taux in each.taux.versement):
        return
    grid = opt.lecture.autres
    terms = [
        each.fois(rounded(_somme(each.assiettes, each.taux.versement, grid), grid))
        for each in lignes
    ]
    m.assign("versement_liberatoire", total(terms), EXACT if grid is EXACT else CENT)
