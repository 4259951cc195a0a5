"""Tables, drafts and published versions, in one line each."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group

from sellerdesk.accounts.models import User
from sellerdesk.rates import sanity, services
from sellerdesk.rates.models import RateSlot, RateTable, RateValue, RateVersion, State

CHECKED = date(2026, 11, 21)
COTISATIONS = """\
table: cotisations
titre: Cotisations sociales
famille: micro_entrepreneur
valeurs:
  - {code: cotisations_vente, libelle: Vente, unite: "%"}
  - {code: cotisations_service, libelle: Services, unite: "%"}
versions:
  - cle: cotisations-2020
    debut: 2020-01-01
    valeurs: {cotisations_vente: "12.80", cotisations_service: 22}
    source: {titre: Code du travail, adresse: "https://exemple.fr/css", reference: D613-4}
    confiance: officiel
    verifie_le: 2026-11-20
  - cle: cotisations-2022
    debut: 2022-10-01
    valeurs:
      cotisations_vente: {valeur: 12.3, confiance: single, source: Page lue, note: Arrondi}
      cotisations_service: null
    source: {titre: Décret, journal: 2022-09-30}
    confiance: concordant
    verifie_le: 2026-11-22
"""


def instant(day: int, hour: int = 12) -> datetime:
    """An instant of November 2026."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def table(code: str = "cotisations", *slots: str, unit: str = "%") -> RateTable:
    """A table with some rates; one of the table's name without any."""
    made = RateTable.objects.create(code=code, title=f"Table {code}", family="micro_entrepreneur")
    for position, slot in enumerate(slots or (code,)):
        RateSlot.objects.create(
            table=made, code=slot, label=f"Taux {slot}", unit=unit, position=position
        )
    return made


def draft(of: RateTable, start: date | None, *values: Any, **fields: Any) -> RateVersion:
    """A draft whose values follow the order of the table's rates."""
    defaults = {
        "key": f"{of.code}-{start}",
        "confidence": "official",
        "source_title": "Code de la sécurité sociale",
        "checked_on": CHECKED,
    }
    version = RateVersion.objects.create(table=of, valid_from=start, **(defaults | fields))
    for slot, value in zip(of.slots.all(), values, strict=False):
        RateValue.objects.create(version=version, slot=slot, value=value)
    return version


def published(
    of: RateTable, start: date | None, *values: Any, at: datetime | None = None, **fields: Any
) -> RateVersion:
    """A published version, whatever confirmed."""
    version = draft(of, start, *values, **fields)
    confirmed = [leap.token for leap in sanity.leaps(version)]
    return services.publish(version=version, by=None, at=at, confirmed=confirmed)


def loaded(of: RateTable, start: date | None, *values: Any, **fields: Any) -> RateVersion:
    """A version published as a file's is: what no one may publish by hand."""
    version = draft(of, start, *values, **fields)
    for value in version.values.select_related("slot"):
        RateValue._base_manager.filter(pk=value.pk).update(unit=value.slot.unit)
    RateVersion._base_manager.filter(pk=version.pk).update(
        state=State.PUBLISHED,
        published_at=instant(2),
        published_revision=services.bump().revision,
    )
    return RateVersion.objects.get(pk=version.pk)


def replacement(of: RateVersion, **proof: Any) -> RateVersion:
    """A draft that replaces a version, its proof filled in."""
    opened = services.replace(version=of, by=None)
    RateVersion.objects.filter(pk=opened.pk).update(
        **({"source_title": "Décret", "checked_on": CHECKED} | proof)
    )
    return RateVersion.objects.get(pk=opened.pk)


def member(group: str) -> User:
    """Somebody of a group, who may open the admin."""
    user = User.objects.create_user(f"{group[0]}@exemple.fr", "mot de passe", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def write(folder: Path, name: str = "cotisations.yaml", text: str = COTISATIONS) -> Path:
    """Write a rate file in a folder of rates, and return the folder of folders."""
    (folder / "micro").mkdir(exist_ok=True)
    (folder / "micro" / name).write_text(text, encoding="utf-8")
    return folder
