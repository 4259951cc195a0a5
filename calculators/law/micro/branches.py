"""What a contribution pays for, branch by branch: CSS D613-6, known since October 2022."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculators.kit.amounts import Amount, Rate, total
from calculators.kit.units import CENT, EXACT
from calculators.law.micro.categories import BRANCHES

if TYPE_CHECKING:
    from calculators.law.micro.annee import Annee, Lignes, UneDeclaration


def repartition(
    m: "Annee", lignes: "Sequence[Lignes]", rows: "Sequence[UneDeclaration]", *, exact: bool
) -> None:
    """Fill the branches' lines, when the shares of every declaration are known."""
    if not all(parts for each in lignes for parts in each.taux.repartition):
        return
    places = range(len(lignes[0].assiettes))
    paid = [pair for place in places for pair in _paid(m, lignes, rows, place)]
    known = BRANCHES if exact else BRANCHES[:-1]
    for place, branche in enumerate(known):
        shares = [amount * parts[place] for amount, parts in paid]
        m.assign(f"part_{branche}", total(shares), EXACT if exact else CENT)
    if not exact:  # what is left, so that what is printed adds up
        found = m.present(f"part_{branche}" for branche in known)
        m.part_csg_crds_autres = m.cotisations - total(found)


def _paid(
    m: "Annee", lignes: "Sequence[Lignes]", rows: "Sequence[UneDeclaration]", place: int
) -> list[tuple[Amount, tuple[Rate, ...]]]:
    """The contributions of a category, by the shares in force when they were due."""
    nom = lignes[0].assiettes[place].categorie.nom
    versions = {id(each.taux.repartition[place][0]) for each in lignes}
    complement = m.present((f"complement_{nom}",))
    if len(versions) == 1:
        year = total((*m.present((f"cotisations_{nom}",)), *complement))
        return [(year, lignes[0].taux.repartition[place])]
    paid: list[tuple[Amount, tuple[Rate, ...]]] = [
        (each.fois(row.lines[f"cotisations_{nom}"]), each.taux.repartition[place])
        for each, row in zip(lignes, rows, strict=True)
    ]
    reduced = [each for each in lignes if each.acre]
    return paid + [(line, reduced[-1].taux.repartition[place]) for line in complement]
