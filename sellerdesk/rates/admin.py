"""The rate tables in Django's admin: drafts are typed, checked, published, then replaced."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from calculators.kit import french
from sellerdesk.rates import services
from sellerdesk.rates.admin_forms import (
    RateSlotForm,
    RateValueForm,
    RateValueFormSet,
    RateVersionForm,
    version_url,
)
from sellerdesk.rates.admin_life import LifeAdmin
from sellerdesk.rates.models import RateSlot, RateTable, RateValue, RateVersion, State
from sellerdesk.rates.wording import family_title, period

_LIFE = (
    "state", "origin", "replaced_version", "replacing_version", "created_by", "created_at",
    "published_by", "published_at", "superseded_at",
)  # fmt: skip
_SHOWN_VALUES = 4


class RateValueInline(admin.TabularInline[RateValue, RateVersion]):
    """The values of a version, one row per rate of its table."""

    model = RateValue
    form = RateValueForm
    formset = RateValueFormSet  # type: ignore[assignment]
    can_delete = False
    fields = (
        "slot", "label", "value", "unit_shown", "confidence", "source_title", "source_url",
        "reference", "note",
    )  # fmt: skip
    readonly_fields = ("label", "unit_shown")
    verbose_name_plural = "valeurs (une source laissée vide est celle de la version)"

    @admin.display(description="taux")
    def label(self, value: RateValue) -> str:
        """What the rate is."""
        return value.slot.label if value.slot_id else ""

    @admin.display(description="unité")
    def unit_shown(self, value: RateValue) -> str:
        """The unit in which the value is typed."""
        return (value.unit or value.slot.unit) if value.slot_id else ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[RateValue]:
        """Rows with their rate."""
        return super().get_queryset(request).select_related("slot")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Add a row for each rate that the version does not have yet."""
        table_id = obj.table_id if obj else table_asked(request)
        writes = self.has_add_permission(request, obj)
        slots = list(RateSlot.objects.filter(table=table_id)) if writes else []
        had = set(obj.values.values_list("slot_id", flat=True)) if obj else set()
        missing = [slot for slot in slots if slot.pk not in had]
        # a row per rate and no more: nothing to add by hand
        kwargs |= {"extra": len(missing), "max_num": len(slots)}
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.missing = missing
        formset.form.table_id = table_id
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are added to drafts only."""
        return (obj is None or obj.is_draft) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are edited in drafts only."""
        return (obj is None or obj.is_draft) and super().has_change_permission(request, obj)


class FamilyFilter(admin.SimpleListFilter):
    """Families under their French names."""

    title = "famille"
    parameter_name = "famille"
    path = "table__family"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every family that has a table."""
        names = RateTable.objects.order_by("family").values_list("family", flat=True).distinct()
        return [(name, family_title(name)) for name in names]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of the family chosen."""
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class TableFamilyFilter(FamilyFilter):
    """The same, on the list of tables."""

    path = "family"


@admin.register(RateVersion)
class RateVersionAdmin(LifeAdmin):
    """Versions of the tables, and their two gestures: publish, replace."""

    form = RateVersionForm
    inlines = (RateValueInline,)
    list_display = (
        "title", "period_shown", "state", "values_shown", "confidence", "checked_shown",
    )  # fmt: skip
    list_filter = ("state", "confidence", FamilyFilter, "origin")
    search_fields = (
        "table__title", "table__code", "key", "source_title", "reference", "note",
        "values__slot__code", "values__slot__label",
    )  # fmt: skip
    ordering = ("table__family", "table__title", "-valid_from")
    list_per_page = 50
    readonly_fields = _LIFE
    fieldsets = (
        (None, {"fields": ("table", "valid_from", "ends", "key", "confidence", "base")}),
        ("Source", {"fields": ("source_title", "source_url", "reference", "journal_date")}),
        ("Vérification", {"fields": ("checked_on", "seen_on", "note")}),
        ("Vie de la version", {"fields": _LIFE}),
    )

    # --- Columns -----------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[RateVersion]:
        """Versions with what the columns show, in a constant number of queries."""
        following = RateVersion.objects.filter(
            table=OuterRef("table"),
            state=State.PUBLISHED,
            valid_from__gt=Coalesce(OuterRef("valid_from"), Value(date.min)),
        ).order_by("valid_from")
        values = Prefetch("values", RateValue.objects.select_related("slot"))
        return (
            super()
            .get_queryset(request)
            .select_related("table", "replaces", "created_by", "published_by")
            .prefetch_related(values)
            .annotate(next_start=Subquery(following.values("valid_from")[:1]))
        )

    @admin.display(description="barème", ordering="table__title")
    def title(self, version: RateVersion) -> str:
        """The table as text: Django never wraps a related object, and titles are long."""
        return version.table.title

    @admin.display(description="période", ordering="valid_from")
    def period_shown(self, version: RateVersion) -> str:
        """« du … au … »."""
        shown = period(version.valid_from, getattr(version, "next_start", None), version.seen_on)
        return f"{shown} (fin du barème)" if version.ends else shown

    @admin.display(description="valeurs")
    def values_shown(self, version: RateVersion) -> str:
        """The first values with their units."""
        rows = list(version.values.all())
        texts = [
            "sans valeur" if row.value is None
            else french.with_unit(row.value, row.unit or row.slot.unit)
            for row in rows[:_SHOWN_VALUES]
        ]  # fmt: skip
        return " ; ".join(texts) + (" ; …" if len(rows) > _SHOWN_VALUES else "")

    @admin.display(description="vérifiée le", ordering="checked_on")
    def checked_shown(self, version: RateVersion) -> str:
        """Short, so that the column stays in view."""
        return french.day(version.checked_on)

    @admin.display(description="remplace")
    def replaced_version(self, version: RateVersion) -> str:
        """Link to the version before."""
        return _link(version.replaces)

    @admin.display(description="remplacée par")
    def replacing_version(self, version: RateVersion) -> str:
        """Link to the version after."""
        return _link(version.replaced_by.first())

    # --- Forms -------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        """Bind the form to one table."""
        form: Any = super().get_form(request, obj, change, **kw)
        form.table_id = obj.table_id if obj else table_asked(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nothing lived yet on the first form."""
        return self.fieldsets if obj else self.fieldsets[:-1]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask for the table first: its rates make the rows."""
        if table_asked(request) or not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Nouvelle version : choisir le barème",
            "families": _tables_by_family(),
        }
        return TemplateResponse(request, "admin/rates/rateversion/choose_table.html", context)

    def save_model(self, request: HttpRequest, obj: RateVersion, form: Any, change: bool) -> None:
        """Keep who wrote the draft."""
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    # --- Permissions -------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts only."""
        return (obj is None or obj.is_draft) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts only."""
        return (obj is None or obj.is_draft) and super().has_delete_permission(request, obj)


class RateSlotInline(admin.TabularInline[RateSlot, RateTable]):
    """The rates of a table."""

    model = RateSlot
    form = RateSlotForm
    extra = 0
    can_delete = False


@admin.register(RateTable)
class RateTableAdmin(admin.ModelAdmin[RateTable]):
    """Tables: mostly read, since calculators ask for their codes."""

    inlines = (RateSlotInline,)
    list_display = ("title", "versions_link", "add_link", "family_shown", "code")
    list_filter = (TableFamilyFilter,)
    search_fields = ("title", "code", "slots__code", "slots__label")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A code once given stays: documents link to it."""
        return ("code",) if obj else ()

    @admin.display(description="famille", ordering="family")
    def family_shown(self, table: RateTable) -> str:
        """Its French name."""
        return family_title(table.family)

    @admin.display(description="versions")
    def versions_link(self, table: RateTable) -> str:
        """Link to the versions of the table."""
        url = reverse("admin:rates_rateversion_changelist")
        return format_html('<a href="{}?table__id__exact={}">Voir</a>', url, table.pk)

    @admin.display(description="nouvelle version")
    def add_link(self, table: RateTable) -> str:
        """Link to a form with the rates of the table."""
        url = reverse("admin:rates_rateversion_add")
        return format_html('<a href="{}?table={}">Préparer</a>', url, table.pk)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Labels are part of the book: every process reads them again."""
        super().save_related(request, form, formsets, change)
        services.bump()


def table_asked(request: HttpRequest) -> int | None:
    """The table of a version being written, from the form or the address."""
    asked = request.POST.get("table") or request.GET.get("table") or ""
    if not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        return None
    return RateTable.objects.filter(pk=int(asked)).values_list("pk", flat=True).first()


def _tables_by_family() -> list[tuple[str, list[RateTable]]]:
    tables = RateTable.objects.filter(slots__isnull=False).distinct()
    grouped = groupby(tables, key=lambda table: table.family)
    return [(family_title(family), list(group)) for family, group in grouped]


def _link(version: RateVersion | None) -> str:
    return format_html('<a href="{}">{}</a>', version_url(version), version) if version else "–"
