"""Tables and slots follow their files: titles, labels, units and order."""

from sellerdesk.rates.errors import FixtureError
from sellerdesk.rates.fixtures import Loaded
from sellerdesk.rates.models import RateSlot, RateTable


def sync_tables(files: list[Loaded]) -> tuple[dict[str, RateTable], int]:
    """Create or update the tables of some files; return them by code, and how many changed."""
    known = RateTable.objects.in_bulk(field_name="code")
    slots = {slot.code: slot for slot in RateSlot.objects.select_related("table")}
    tables: dict[str, RateTable] = {}
    changed = 0
    for file in files:
        table, touched = _sync_table(file, known)
        touched = _sync_slots(file, table, slots) or touched
        tables[table.code] = table
        changed += touched
    return tables, changed


def _sync_table(file: Loaded, known: dict[str, RateTable]) -> tuple[RateTable, bool]:
    content = file.content
    table = known.get(content.table) or RateTable(code=content.table)
    wanted = {"title": content.titre, "family": content.famille, "folder": file.folder}
    if all(getattr(table, name) == value for name, value in wanted.items()):
        return table, False
    for name, value in wanted.items():
        setattr(table, name, value)
    table.save()
    return table, True


def _sync_slots(file: Loaded, table: RateTable, slots: dict[str, RateSlot]) -> bool:
    touched = False
    for position, declared in enumerate(file.content.valeurs):
        slot = slots.get(declared.code) or RateSlot(table=table, code=declared.code)
        if slot.table_id != table.pk:
            raise FixtureError(
                f"{file.name} : taux « {slot.code} » déjà dans le barème « {slot.table.code} »."
            )
        wanted = {"label": declared.libelle, "unit": declared.unite, "position": position}
        if slot.pk and all(getattr(slot, name) == value for name, value in wanted.items()):
            continue
        for name, value in wanted.items():
            setattr(slot, name, value)
        slot.save()
        slots[slot.code] = slot
        touched = True
    return touched
