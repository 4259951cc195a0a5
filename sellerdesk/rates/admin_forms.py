"""Forms of the rate admin: one row per rate of the table, French decimals, compulsory source."""

from decimal import Decimal
from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sellerdesk.rates.models import RateSlot, RateTable, RateValue, RateVersion
from sellerdesk.rates.sanity import out_of_bounds
from sellerdesk.rates.services import conflict_sentence, find_conflict


def version_url(version: RateVersion) -> str:
    """Address of a version in the admin."""
    return reverse("admin:rates_rateversion_change", args=[version.pk])


def with_link(
    sentence: str, version: RateVersion, words: str = "Voir la version en conflit"
) -> SafeString:
    """A refusal that leads to the version to look at."""
    return format_html('{} <a href="{}">{}</a>', sentence, version_url(version), words)


class RateVersionForm(forms.ModelForm[RateVersion]):
    """A draft version of one table."""

    table_id: int | None = None  # set by the admin: a version never changes table

    class Meta:
        model = RateVersion
        fields = (
            "table", "valid_from", "ends", "key", "confidence", "source_title", "source_url",
            "reference", "journal_date", "checked_on", "seen_on", "base", "note",
        )  # fmt: skip
        localized_fields = "__all__"
        help_texts = {
            "valid_from": "Vide si le début est inconnu : la version vaut alors sans limite "
            "avant la suivante. Elle dure jusqu’au début de la suivante.",
            "ends": "Plus aucune valeur à partir de cette date ; laissez les valeurs vides.",
            "key": "Nom dans les fichiers et les documents ; vide, il est formé du barème "
            "et de la date.",
            "checked_on": "Jour où quelqu’un a relu les valeurs à la source ; obligatoire pour "
            "publier.",
            "source_title": "Texte, page ou publication où les valeurs ont été lues.",
        }
        widgets = {
            "source_title": forms.TextInput(attrs={"size": 80}),
            "source_url": forms.URLInput(attrs={"size": 80}),
            "reference": forms.TextInput(attrs={"size": 80}),
            "base": forms.TextInput(attrs={"size": 80}),
            "note": forms.Textarea(attrs={"rows": 3, "cols": 80}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "table" not in self.fields:
            return  # shown read-only
        only = RateTable.objects.filter(pk__in=[self.table_id])
        self.fields["table"] = forms.ModelChoiceField(only, label="Barème", empty_label=None)
        self.fields["key"].required = False
        self.fields["source_title"].required = True
        self.fields["key"].disabled = self.instance.replaces_id is not None

    def clean(self) -> dict[str, Any]:
        """Name the version when nobody did; refuse a start already published."""
        data = super().clean() or self.cleaned_data
        table = data.get("table")
        if table is None or "valid_from" not in data:
            return data
        start = data["valid_from"]
        data["key"] = data.get("key") or f"{table.code}-{start or 'sans-debut'}"
        wanted = RateVersion(
            table=table, valid_from=start, key=data["key"], replaces_id=self.instance.replaces_id
        )
        conflict = find_conflict(wanted)
        if conflict is not None:
            sentence = with_link(conflict_sentence(wanted, conflict), conflict)
            self.add_error("valid_from" if conflict.valid_from == start else "key", sentence)
        if data.get("ends") and start is None:
            self.add_error("valid_from", "La fin d’un barème demande une date.")
        return data


class RateValueForm(forms.ModelForm[RateValue]):
    """One row: the rate is given, its value is typed."""

    table_id: int | None = None

    class Meta:
        model = RateValue
        fields = (
            "slot", "value", "confidence", "source_title", "source_url", "reference", "note",
        )  # fmt: skip
        widgets = {
            "slot": forms.HiddenInput,
            "value": forms.TextInput(attrs={"size": 12, "inputmode": "decimal"}),
            "source_title": forms.TextInput(attrs={"size": 18}),
            "source_url": forms.URLInput(attrs={"size": 18}),
            "reference": forms.TextInput(attrs={"size": 14}),
            "note": forms.Textarea(attrs={"rows": 1, "cols": 20}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slot" in self.fields:
            slots = RateSlot.objects.filter(table=self.table_id)
            if self.instance.pk:
                slots = slots.filter(pk=self.instance.slot_id)
            self.fields["slot"] = forms.ModelChoiceField(slots, widget=forms.HiddenInput)

    def clean_value(self) -> Decimal | None:
        """Refuse what no rate can be, in the unit of its slot."""
        value: Decimal | None = self.cleaned_data["value"]
        slot: RateSlot | None = self.cleaned_data.get("slot")
        refusal = out_of_bounds(value, slot.unit if slot else "")
        if refusal:
            raise forms.ValidationError(refusal)
        return value

    def has_changed(self) -> bool:
        """Keep every row: an empty value says that nobody published the figure."""
        return True


class RateValueFormSet(BaseInlineFormSet[RateValue, RateVersion, RateValueForm]):
    """One row per rate of the table, whether the version already speaks of it or not."""

    missing: list[RateSlot] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", [{"slot": slot.pk} for slot in self.missing])
        super().__init__(*args, **kwargs)

    def _construct_form(self, i: int, **kwargs: Any) -> RateValueForm:
        form: RateValueForm = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        new = i - self.initial_form_count()
        if 0 <= new < len(self.missing):
            form.instance.slot = self.missing[new]  # its label and unit are shown
        return form


class RateSlotForm(forms.ModelForm[RateSlot]):
    """A rate's code and unit are asked for by calculators and written in past states.

    Its code stays; its unit too, once a version speaks of it.
    """

    class Meta:
        model = RateSlot
        fields = ("code", "label", "unit", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "code" in self.fields:
            self.fields["code"].disabled = bool(self.instance.pk)
            self.fields["unit"].disabled = bool(self.instance.pk and self.instance.values.exists())
