"""What is had for the fee: services, scores, ranks."""

from calculators.catalogue.comparer_societes_portage.lines import ComparerSocietesPortage
from calculators.kit.amounts import constant, total, when
from calculators.kit.units import NUMBER


def grille(m: ComparerSocietesPortage) -> None:
    """Fill the rows of the companies that were scored, or whose services were valued."""
    companies = m.rows("societes")
    for given, (key, label, split) in zip(companies, m.comparaison, strict=False):
        if not given.given.notes and given.given.services is None:
            continue
        row = m.grille.row(key, label)
        row.frais = split.frais
        if given.given.services is not None:
            row.services = given["services"]
            row.cout_net = row.frais - row.services
        if given.given.notes:
            weights = [m[f"poids_{name}"] for name in given.given.notes]
            scored = zip(given.given.notes, weights, strict=True)
            points = total((given[name] * weight for name, weight in scored), NUMBER)
            row.note = points / total(weights, NUMBER)
    _rangs(m)


def _rangs(m: ComparerSocietesPortage) -> None:
    """Equal scores share their rank."""
    scores = m.grille.column("note")
    for _, _, row in m.grille:
        if "note" in row.lines:
            ahead = [when(other > row.note, constant(1), constant(0)) for other in scores]
            row.rang = constant(1) + total(ahead, NUMBER)
