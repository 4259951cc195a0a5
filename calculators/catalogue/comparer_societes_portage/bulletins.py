"""One payslip per quote, side by side: a legal line is a row, a quote is a column."""

from functools import cache

from calculators.catalogue.comparer_societes_portage.lines import ComparerSocietesPortage
from calculators.law.paie.colonne import Colonne, PaieEnColonne

_TABLES = {"assiettes": "assiettes", "employeur": "employeur", "salarie": "salarie",
           "net": "salarie"}  # fmt: skip


@cache
def _colonne(numero: int) -> Colonne:
    return Colonne("", code=f"devis_{numero}", nom=f"Devis {numero}", tables=_TABLES)


def bulletin(m: ComparerSocietesPortage, numero: int) -> PaieEnColonne:
    """The payslip of a quote."""
    return PaieEnColonne(m, _colonne(numero))
