"""Names of what a list of rows holds: `recettes_3` is a row, `recettes_3_ventes` a cell of it."""


def row_name(name: str, index: int) -> str:
    """The name of a row, counted from one."""
    return f"{name}_{index + 1}"


def cell_name(name: str, index: int, column: str) -> str:
    """The name of a cell of a list of rows: `recettes_1_ventes`, rows counted from one."""
    return f"{name}_{index + 1}_{column}"
