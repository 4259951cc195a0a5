"""When a field is asked for: one reading of « shown_when » for form, documents and pages."""

from calculators.kit.fields import Choice, Inputs, asked, field_specs


class Oui(Choice):
    """Yes or no."""

    OUI = "oui", "Oui"
    NON = "non", "Non"
    PEUT_ETRE = "peut_etre", "Peut-être"


class Two(Inputs):
    """A field that two choices bring together."""

    premier: Oui = asked("Premier")
    second: Oui = asked("Second")
    detail: str = asked("Détail", default="", shown_when="premier=oui peut_etre&second=oui")


def test_every_rule_must_hold_and_one_code_of_each_is_enough() -> None:
    detail = field_specs(Two)[2]

    assert detail.rules == (("premier", ("oui", "peut_etre")), ("second", ("oui",)))
    shown = {
        (a, b): detail.is_shown(Two.model_validate({"premier": a, "second": b}))
        for a in ("oui", "non", "peut_etre")
        for b in ("oui", "non")
    }
    assert {pair for pair, holds in shown.items() if holds} == {
        ("oui", "oui"),
        ("peut_etre", "oui"),
    }
