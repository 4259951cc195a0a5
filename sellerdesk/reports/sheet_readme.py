"""« Lisez-moi »: what the workbook is, what it holds for true, how to check it."""

from calculators.kit.declarations import CELL
from calculators.kit.readings import is_searched
from sellerdesk.reports.book import Book

TITLE = "Lisez-moi"
_WIDTHS = (24, 90)
_TABLES = (
    "Les tableaux",
    (
        "Chaque tableau a sa feuille, chaque liste de lignes saisies aussi (« Saisie … »). Le "
        "nom d’une cellule dit le tableau, la ligne et la colonne (mois_03_cotisations) ; une "
        "colonne entière porte le nom du tableau et de la colonne (mois_cotisations), et son "
        "total l’emploie.",
    ),
)
_FOUND = (
    "Les valeurs trouvées par essais",
    (
        "Un montant sans formule directe (le brut que paie une enveloppe…) se trouve par essais, "
        "dans la feuille « Recherches » : chaque colonne en est un, et tout se recalcule.",
    ),
)
_SEARCHED = (
    "Les valeurs cherchées",
    (
        "Un montant sans formule directe (le brut que paie une enveloppe…) a été cherché par "
        "SellerDesk : un tableur ne sait pas le retrouver. Sa cellule garde cette valeur tant que "
        "ce dont elle dépend ne change pas. Changez une saisie ou un taux, et elle devient une "
        "erreur, comme ce qui en découle : refaites alors la simulation.",
    ),
)
_TEXTS = (
    (
        "Ce que c’est",
        (
            "Une simulation de SellerDesk : les valeurs saisies, les taux en vigueur à leur "
            "date et, pour chaque ligne, la formule qui donne son montant.",
        ),
    ),
    (
        "Comment vérifier",
        (
            "Chaque valeur, chaque taux et chaque ligne porte un nom, le même partout : "
            "page, PDF, classeur et données. La colonne « Nom » le donne, la formule de la "
            "cellule l’emploie.",
            "Les cellules encadrées en pointillé (valeurs saisies, taux) peuvent être "
            "changées : les formules se recalculent. La colonne « Calcul de la simulation », "
            "la phrase du haut et les remarques gardent les montants d’origine.",
            "Les choix (régime, statut, plateforme…) et les dates décident des lignes et "
            "des taux : pour les changer, refaites la simulation.",
            "Les arrondis sont ceux des lignes : au demi supérieur. Un montant impossible à "
            "calculer, par exemple une part d’un chiffre d’affaires nul, est une erreur "
            "dans sa cellule et se lit « non calculable » à côté.",
            "Au-delà de quinze chiffres, un tableur ne distingue plus les centimes ; "
            "SellerDesk calcule en décimal exact.",
        ),
    ),
    (
        "Ce que valent les taux",
        (
            "La feuille « Taux » donne pour chacun sa période, sa source, sa référence, la "
            "confiance que nous lui accordons et le jour de sa dernière vérification.",
            "« officiel » : lu dans le texte. « concordant » : lu à l’identique dans "
            "plusieurs sources. « une seule source » : à confirmer. « incertain » : à "
            "vérifier avant de s’y fier ; les lignes qui en dépendent portent un « ? ».",
        ),
    ),
)


def write(book: Book) -> None:
    """Write the sheet."""
    sheet = book.sheet(TITLE, _WIDTHS, landscape=False)
    view, styles = book.view, book.styles
    sheet.write_string(0, 0, view.title, styles("title"))
    facts = (
        (view.on_label, view.on), ("État des barèmes", view.stamp),
        ("Calcul", view.slug), ("Taux incertains", _unsure(book)),
        *_unsure_lines(book),
    )  # fmt: skip
    row = 2
    for name, text in facts:
        sheet.write_string(row, 0, name, styles("text"))
        sheet.write_string(row, 1, text, styles("text"))
        book.tall(sheet, row, [(text, _WIDTHS[1])])
        row += 1
    more = [_TABLES] if view.tables or view.given_tables else []
    sought = [line for line in book.result.lines if is_searched(line)]
    if book.names.searches:
        more.append(_FOUND)
    if not all(book.names.finds(line) for line in sought):
        more.append(_SEARCHED)
    for title, texts in (*_TEXTS, *more):
        row += 1
        sheet.write_string(row, 0, title, styles("group"))
        sheet.write_blank(row, 1, None, styles("group"))
        for text in texts:
            row += 1
            sheet.write_string(row, 1, text, styles("text"))
            book.tall(sheet, row, [(text, _WIDTHS[1])])
        row += 1


def _unsure(book: Book) -> str:
    labels = [f"{rate.label} ({rate.mark})" for rate in book.view.rates if rate.unsure]
    return ", ".join(labels) or "aucun"


def _unsure_lines(book: Book) -> tuple[tuple[str, str], ...]:
    """The lines that carry a « ? » of their own, whatever their rates; a table's by column."""
    lines = [line for line in book.result.lines if line.declaration.unsure]
    labels = [line.declaration.label for line in lines if line.declaration.level != CELL]
    for table in book.result.tables:
        if columns := [column.label for column in table.columns if column.unsure]:
            labels.append(f"{table.title} : {', '.join(columns)}")
    return (("Lignes incertaines", " ; ".join(labels)),) if labels else ()
