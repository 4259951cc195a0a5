"""Dated rate tables and the life of their versions: draft, published, superseded.

A published version is never edited nor deleted: another one supersedes it, so that a
report printed last year can be printed again. Only services.py changes a state.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from sellerdesk.rates.decimals import ExactDecimalField
from sellerdesk.rates.errors import FrozenError, RatesError
from sellerdesk.rates.wording import CONFIDENCE


class State(models.TextChoices):
    """Where a version stands in its life."""

    DRAFT = "draft", "brouillon"
    PUBLISHED = "published", "publiée"
    SUPERSEDED = "superseded", "remplacée"


class Origin(models.TextChoices):
    """Who wrote a version: the loader follows its files and leaves people's work alone."""

    FILE = "file", "fichier"
    HAND = "hand", "saisie"


CONFIDENCES = [(confidence.value, label) for confidence, label in CONFIDENCE.items()]


class RateTable(models.Model):
    """A set of rates that change together and are published together."""

    code = models.SlugField("code", max_length=100, unique=True)
    title = models.CharField("titre", max_length=300)
    family = models.CharField("famille", max_length=100)
    folder = models.CharField("dossier", max_length=100, blank=True)

    class Meta:
        verbose_name = "barème"
        verbose_name_plural = "barèmes"
        ordering = ("family", "title", "code")

    def __str__(self) -> str:
        return self.title


class RateSlot(models.Model):
    """One rate of a table: the code that calculators ask for, its label and its unit."""

    table = models.ForeignKey(
        RateTable, models.PROTECT, related_name="slots", verbose_name="barème"
    )
    code = models.SlugField("code", max_length=100, unique=True)
    label = models.CharField("libellé", max_length=300)
    unit = models.CharField("unité", max_length=40, blank=True)
    position = models.PositiveSmallIntegerField("ordre", default=0)

    class Meta:
        verbose_name = "taux"
        verbose_name_plural = "taux"
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a rate; past states are written with its code, which never changes."""
        if self.pk and RateSlot.objects.filter(pk=self.pk).exclude(code=self.code).exists():
            raise RatesError("Le code d’un taux ne change pas : créez-en un autre.")
        super().save(*args, **kwargs)


class FrozenQuerySet[M: models.Model](models.QuerySet[M]):
    """Refuses to update in bulk what was published; services.py uses the base manager."""

    state_path = "state"

    def update(self, **kwargs: Any) -> int:
        """Update drafts only."""
        if self.exclude(**{self.state_path: State.DRAFT}).exists():
            raise FrozenError
        return super().update(**kwargs)


class FrozenValueQuerySet(FrozenQuerySet["RateValue"]):
    """The same guard, one step away."""

    state_path = "version__state"


class Proof(models.Model):
    """Where a value comes from."""

    source_title = models.CharField("source", max_length=500, blank=True)
    source_url = models.URLField("adresse de la source", max_length=500, blank=True)
    reference = models.CharField("référence légale", max_length=500, blank=True)
    note = models.TextField("note", blank=True)

    class Meta:
        abstract = True


class RateVersion(Proof):
    """The values of a table from a day on; it lasts until the next published start."""

    table = models.ForeignKey(
        RateTable, models.PROTECT, related_name="versions", verbose_name="barème"
    )
    key = models.CharField("clé", max_length=150, db_index=True)
    valid_from = models.DateField("en vigueur à partir du", null=True, blank=True)
    ends = models.BooleanField("met fin au barème", default=False)
    state = models.CharField("état", max_length=12, choices=State, default=State.DRAFT)
    origin = models.CharField("origine", max_length=4, choices=Origin, default=Origin.HAND)
    journal_date = models.DateField("parution au Journal officiel", null=True, blank=True)
    checked_on = models.DateField("dernière vérification", null=True, blank=True)
    seen_on = models.DateField("lu le", null=True, blank=True)
    confidence = models.CharField("confiance", max_length=12, choices=CONFIDENCES)
    base = models.CharField("base de calcul", max_length=500, blank=True)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by",
        verbose_name="remplace",
    )  # fmt: skip
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="créée par",
    )  # fmt: skip
    created_at = models.DateTimeField("créée le", auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="publiée par",
    )  # fmt: skip
    published_at = models.DateTimeField("publiée le", null=True, blank=True)
    superseded_at = models.DateTimeField("remplacée le", null=True, blank=True)
    # The order in which this database learned things: rebuilds a state exactly, even
    # when a file verified long ago was loaded late.
    published_revision = models.PositiveIntegerField(null=True, editable=False)
    superseded_revision = models.PositiveIntegerField(null=True, editable=False)

    objects = FrozenQuerySet["RateVersion"].as_manager()

    class Meta:
        verbose_name = "version de barème"
        verbose_name_plural = "versions de barème"
        ordering = ("table", F("valid_from").desc(nulls_last=True), "-id")
        permissions = [("publish_rateversion", "Peut publier une version de barème")]
        constraints = [
            models.UniqueConstraint(
                "table", "valid_from", condition=Q(state="published"),
                name="rates_one_published_start",
                violation_error_message="Une version publiée commence déjà ce jour-là.",
            ),
            models.UniqueConstraint(
                "table", condition=Q(state="published", valid_from=None),
                name="rates_one_published_without_start",
                violation_error_message="Une version publiée sans début existe déjà.",
            ),
            models.UniqueConstraint(
                "key", condition=Q(state="published"), name="rates_one_published_key",
                violation_error_message="Une version publiée porte déjà cette clé.",
            ),
            models.CheckConstraint(
                condition=Q(ends=False) | Q(valid_from__isnull=False),
                name="rates_an_end_has_a_date",
                violation_error_message="La fin d’un barème demande une date.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at=None, published_revision=None)
                | Q(state="published", published_at__isnull=False, superseded_at=None)
                | Q(state="superseded", superseded_at__gte=F("published_at")),
                name="rates_state_matches_dates",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a draft; publishing and superseding belong to services.py."""
        if not self.is_draft or _is_frozen(self.pk):
            raise FrozenError
        super().save(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be edited."""
        return self.state == State.DRAFT


class RateValue(Proof):
    """What a version says of one rate; a proof left empty is the version's."""

    version = models.ForeignKey(
        RateVersion, models.CASCADE, related_name="values", verbose_name="version"
    )
    slot = models.ForeignKey(RateSlot, models.PROTECT, related_name="values", verbose_name="taux")
    value = ExactDecimalField("valeur", null=True, blank=True)
    # Copied from the slot at publication: a slot corrected later changes no past state.
    unit = models.CharField("unité", max_length=40, blank=True, editable=False)
    confidence = models.CharField("confiance", max_length=12, choices=CONFIDENCES, blank=True)

    objects = FrozenValueQuerySet.as_manager()

    class Meta:
        verbose_name = "valeur"
        verbose_name_plural = "valeurs"
        ordering = ("slot__position", "slot__code")
        constraints = [
            models.UniqueConstraint("version", "slot", name="rates_one_value_per_slot"),
        ]

    def __str__(self) -> str:
        return self.slot.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a value of a draft."""
        if _is_frozen(self.version_id):
            raise FrozenError
        super().save(*args, **kwargs)


class BookState(models.Model):
    """One row that changes with every publication: how each process sees that its book is old."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    revision = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=32)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "état des barèmes"
        verbose_name_plural = "état des barèmes"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="rates_one_book_state")]

    def __str__(self) -> str:
        return f"révision {self.revision}"


def _is_frozen(version_id: int | None) -> bool:
    if version_id is None:
        return False
    stored = RateVersion._base_manager.filter(pk=version_id)
    return stored.exclude(state=State.DRAFT).exists()


@receiver(pre_delete, sender=RateVersion)
def _keep_version(sender: Any, instance: RateVersion, **kwargs: Any) -> None:
    if _is_frozen(instance.pk):
        raise FrozenError


@receiver(pre_delete, sender=RateValue)
def _keep_value(sender: Any, instance: RateValue, **kwargs: Any) -> None:
    if _is_frozen(instance.version_id):
        raise FrozenError
