"""The two gestures on a version in the admin: publish a draft, replace what is published."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from sellerdesk.rates import services
from sellerdesk.rates.admin_forms import version_url, with_link
from sellerdesk.rates.errors import ConflictError, RatesError, UnconfirmedError
from sellerdesk.rates.models import RateVersion, State
from sellerdesk.rates.sanity import Leap


class LifeAdmin(admin.ModelAdmin[RateVersion]):
    """Buttons, addresses and the list's action; services.py decides."""

    actions = ("publish_selected",)
    change_form_template = "admin/rates/rateversion/change_form.html"

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Who may publish."""
        return request.user.has_perm("rates.publish_rateversion")

    def get_urls(self) -> list[URLPattern]:
        """Two POST addresses beside Django's."""
        site = self.admin_site
        return [
            path("<int:pk>/publier/", site.admin_view(self.publish_view), name="rates_publish"),
            path("<int:pk>/remplacer/", site.admin_view(self.replace_view), name="rates_replace"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Say which buttons this person may press on this version."""
        version = context.get("original")
        context["may_publish"] = bool(
            version and version.is_draft and self.has_publish_permission(request)
        )
        context["may_replace"] = bool(
            version and version.state == State.PUBLISHED and self.has_add_permission(request)
        )
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description="Publier les brouillons choisis", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[RateVersion]) -> None:
        """Publish each draft; a refusal does not stop the others."""
        for version in queryset:
            try:
                self._publish(request, version, [])
            except UnconfirmedError as error:
                text = with_link(str(error), version, "Voir le brouillon")
                self.message_user(request, text, messages.ERROR)

    @method_decorator(require_POST)
    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish one draft as it is stored, once its leaps are confirmed."""
        if not self.has_publish_permission(request):
            raise PermissionDenied
        version = self._version(request, pk)
        try:
            published = self._publish(request, version, request.POST.getlist("confirme"))
        except UnconfirmedError as error:
            return self._ask(request, version, error.leaps)
        return HttpResponseRedirect(version_url(published))

    @method_decorator(require_POST)
    def replace_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Open a draft copy of a published version."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        version = self._version(request, pk)
        return HttpResponseRedirect(version_url(self._replace(request, version)))

    def _version(self, request: HttpRequest, pk: int) -> RateVersion:
        version = self.get_object(request, str(pk))
        if version is None:
            raise Http404
        return version

    def _ask(self, request: HttpRequest, version: RateVersion, leaps: list[Leap]) -> HttpResponse:
        """The page between the button and the publication: one box per leap."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Confirmer avant de publier",
            "version": version,
            "version_url": version_url(version),
            "leaps": leaps,
            "unticked": "confirmation" in request.POST,
        }
        return TemplateResponse(request, "admin/rates/rateversion/confirm.html", context)

    def _publish(
        self, request: HttpRequest, version: RateVersion, confirmed: list[str]
    ) -> RateVersion:
        try:
            published = services.publish(version=version, by=request.user, confirmed=confirmed)  # type: ignore[arg-type]
        except UnconfirmedError:
            raise
        except RatesError as error:
            conflict = error.conflict if isinstance(error, ConflictError) else None
            text = with_link(str(error), conflict) if conflict else str(error)
            self.message_user(request, text, messages.ERROR)
            return version
        self.log_change(request, published, "Publiée.")
        self.message_user(request, f"« {published} » est publiée.", messages.SUCCESS)
        return published

    def _replace(self, request: HttpRequest, version: RateVersion) -> RateVersion:
        try:
            draft = services.replace(version=version, by=request.user)  # type: ignore[arg-type]
        except RatesError as error:
            self.message_user(request, str(error), messages.ERROR)
            return version
        self.message_user(
            request,
            "Brouillon ouvert avec les valeurs en vigueur : corrigez-les, dites d’où viennent les "
            "nouvelles (source, vérification, confiance), puis publiez-le pour les remplacer.",
        )
        return draft
