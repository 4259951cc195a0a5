"""Pieces of markup that depend on nothing but their arguments: drawn once, kept."""

import html
from functools import lru_cache
from typing import Any

from django import template
from django.template import loader
from django.utils.safestring import SafeString, mark_safe

from calculators.kit.charts.draw import svg
from calculators.kit.views import ChartView, LineView

register = template.Library()
_KEPT = 4096
_GAP = "\ue000"  # a private character stands where a number goes


@register.simple_tag
def piece(template_name: str, **values: Any) -> SafeString:
    """Render a template with these values alone; they must be hashable (views, texts)."""
    return _drawn(template_name, tuple(values.items()))


@register.simple_tag
def chart_svg(chart: ChartView, prefix: str, width: int = 0) -> SafeString:
    """A chart drawn for the page, or with a width in pixels for paper."""
    return mark_safe(svg(chart, idprefix=prefix, width=width))  # noqa: S308 - escaped as drawn


@register.simple_tag
def line(view: LineView) -> SafeString:
    """A line of a result: all but its amount and its sum is drawn once and kept."""
    before, between, after = _mould(
        view.code, view.label, view.level, view.nature, view.negative,
        view.help, view.rounding, view.rates, view.unsure,
    )  # fmt: skip
    amount, explanation = html.escape(view.amount), html.escape(view.explanation)
    return SafeString(f"{before}{amount}{between}{explanation}{after}")


@lru_cache(maxsize=_KEPT)
def _mould(*known: Any) -> tuple[str, str, str]:
    """The markup of a line before, between and after what is typed or computed."""
    names = (
        "code",
        "label",
        "level",
        "nature",
        "negative",
        "help",
        "rounding",
        "rates",
        "unsure",
    )
    values = dict(zip(names, known, strict=True))
    drawn = _drawn(
        "components/line.html", (*values.items(), ("amount", _GAP), ("explanation", _GAP))
    )
    before, between, after = drawn.split(_GAP)
    return before, between, after


@lru_cache(maxsize=_KEPT)
def _drawn(name: str, values: tuple[tuple[str, Any], ...]) -> SafeString:
    text = loader.render_to_string(name, dict(values))
    # Already escaped by the template.
    return mark_safe("\n".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S308
