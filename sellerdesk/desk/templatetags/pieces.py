"""Pieces of markup that depend on nothing but their arguments: drawn once, kept."""

from functools import lru_cache
from typing import Any

from django import template
from django.template import loader
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from calculators.kit.views import LineView

register = template.Library()
_KEPT = 4096
_AMOUNT, _SUM = "\ue000", "\ue001"  # private characters stand where the numbers go


@register.simple_tag
def piece(template_name: str, **values: Any) -> SafeString:
    """Render a template with these values alone; they must be hashable (views, texts)."""
    return _drawn(template_name, tuple(values.items()))


@register.simple_tag
def line(view: LineView) -> SafeString:
    """A line of a result: all but its amount and its sum is drawn once and kept."""
    mould = _drawn(
        "components/line.html",
        (("code", view.code), ("label", view.label), ("level", view.level),
         ("nature", view.nature), ("negative", view.negative), ("percent", view.percent),
         ("unsure", view.unsure), ("help", view.help), ("rounding", view.rounding),
         ("rates", view.rates), ("amount", _AMOUNT), ("explanation", _SUM)),
    )  # fmt: skip
    filled = mould.replace(_AMOUNT, escape(view.amount)).replace(_SUM, escape(view.explanation))
    return mark_safe(filled)  # noqa: S308 - both are escaped


@lru_cache(maxsize=_KEPT)
def _drawn(name: str, values: tuple[tuple[str, Any], ...]) -> SafeString:
    text = loader.render_to_string(name, dict(values))
    # Already escaped by the template.
    return mark_safe("\n".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S308
