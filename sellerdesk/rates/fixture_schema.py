"""The schema of a rate file, and its refusals in French.

A file is read by lawyers: every refusal names the file, the version and the field.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from calculators.kit.rates import Confidence
from sellerdesk.rates.decimals import exact
from sellerdesk.rates.wording import CONFIDENCE

_CONFIDENCES = {label: c for c, label in CONFIDENCE.items()} | {c.value: c for c in Confidence}
_SENTENCES = {
    "missing": "champ absent",
    "extra_forbidden": "champ inconnu",
    "string_type": "texte attendu",
    "string_pattern_mismatch": "lettres minuscules sans accent, chiffres et _ seulement",
    "string_too_short": "texte vide",
    "string_too_long": "texte trop long",
    "list_type": "liste attendue",
    "dict_type": "liste « code: valeur » attendue",
    "model_type": "champs attendus",
    "bool_type": "true ou false attendu",
}


def _confidence(word: Any) -> Confidence:
    if word not in _CONFIDENCES:
        raise ValueError("officiel, concordant, une seule source ou incertain attendu")
    return _CONFIDENCES[word]


def _exact(value: Any) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        raise ValueError('nombre attendu entre guillemets, par exemple "12.3"')
    try:
        return exact(value)
    except ValueError:
        raise ValueError(f'nombre attendu, par exemple "12.3", et non « {value} »') from None


def _day(value: Any) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("date attendue, sous la forme 2026-01-31") from None


def _source(value: Any) -> Any:
    return {"titre": value} if isinstance(value, str) else value


def _value(value: Any) -> Any:
    return value if isinstance(value, dict) else {"valeur": value}


def _text(length: int, *, required: bool = False) -> Any:
    return StringConstraints(
        strip_whitespace=True, min_length=1 if required else 0, max_length=length
    )


type Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=100)]
type Day = Annotated[date | None, BeforeValidator(_day)]
type Trust = Annotated[Confidence, BeforeValidator(_confidence)]


class Strict(BaseModel):
    """What a file of the project is read as: nothing more than what is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Source(Strict):
    """Where a value was read."""

    titre: Annotated[str, _text(500, required=True)]
    adresse: Annotated[str, _text(500)] = ""
    reference: Annotated[str, _text(500)] = ""
    journal: Day = None


class Slot(Strict):
    """One rate of the table."""

    code: Code
    libelle: Annotated[str, _text(300, required=True)]
    unite: Annotated[str, _text(40)] = ""


class Value(Strict):
    """The value of one rate, with its own proof when it differs from the version's."""

    valeur: Annotated[Decimal | None, BeforeValidator(_exact)]
    confiance: Trust | None = None
    source: Annotated[Source | None, BeforeValidator(_source)] = None
    note: Annotated[str, _text(5000)] = ""


class Version(Strict):
    """What the table says from a day on."""

    cle: Annotated[str, _text(150, required=True)]
    debut: Day = None
    fin: bool = False
    valeurs: dict[Code, Annotated[Value, BeforeValidator(_value)]] = Field(default_factory=dict)
    source: Annotated[Source | None, BeforeValidator(_source)] = None
    confiance: Trust | None = None
    verifie_le: Day = None
    lu_le: Day = None
    base: Annotated[str, _text(500)] = ""
    note: Annotated[str, _text(5000)] = ""

    @model_validator(mode="after")
    def _coherent(self) -> "Version":
        if self.fin and self.valeurs:
            raise ValueError("une fin ne porte pas de valeurs")
        if self.fin and self.debut is None:
            raise ValueError("une fin demande une date de début")
        if self.fin:
            return self
        for name in ("valeurs", "source", "confiance", "verifie_le"):
            if not getattr(self, name):
                raise ValueError(f"champ « {name} » absent")
        return self


class VariantFile(Strict):
    """Values that some other authority takes where the book has its own."""

    variante: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=100)]
    titre: Annotated[str, _text(300, required=True)]
    reference: Annotated[str, _text(500)] = ""
    le: Day = None  # only what is in force on this day is replaced; without it, every period
    valeurs: dict[Code, Annotated[Decimal, BeforeValidator(_exact)]] = Field(min_length=1)


class TableFile(Strict):
    """A whole file."""

    table: Code
    titre: Annotated[str, _text(300, required=True)]
    famille: Annotated[str, _text(100, required=True)]
    valeurs: list[Slot] = Field(min_length=1)
    versions: list[Version]

    @property
    def last_check(self) -> date | None:
        """The last day its values were checked; an end that gives no day has this one."""
        return max((v.verifie_le for v in self.versions if v.verifie_le), default=None)

    @model_validator(mode="after")
    def _coherent(self) -> "TableFile":
        if self.last_check is None:
            raise ValueError("aucune version ne dit « verifie_le »")
        codes = {slot.code for slot in self.valeurs}
        if len(codes) < len(self.valeurs):
            raise ValueError("un code est déclaré deux fois dans « valeurs »")
        keys: set[str] = set()
        starts: set[date | None] = set()
        for version in self.versions:
            where = f"version « {version.cle} » : "
            if unknown := sorted(version.valeurs.keys() - codes):
                raise ValueError(f"{where}taux « {unknown[0]} » absent de la liste « valeurs »")
            if version.cle in keys:
                raise ValueError(f"{where}clé déjà employée")
            if version.debut in starts:
                raise ValueError(f"{where}une autre version a le même « debut »")
            keys.add(version.cle)
            starts.add(version.debut)
        return self


_ITEMS = {"versions": ("version", "cle"), "ecarts": ("écart", "code")}  # lists, and what names one


def sentence(error: ValidationError, raw: Any) -> str:
    """The first refusal of a file: « version « … », champ « … » : … »."""
    first = error.errors(include_url=False)[0]
    path = list(first["loc"])
    place = ""
    if len(path) > 1 and path[0] in _ITEMS and isinstance(path[1], int):
        word, named_by = _ITEMS[str(path[0])]
        item = raw[path[0]][path[1]]
        key = item.get(named_by) if isinstance(item, dict) else None
        place = f"{word} « {key or path[1] + 1} »"
        path = path[2:]
    field = ".".join(str(part) for part in path if part != "[key]")
    where = ", ".join(filter(None, (place, f"champ « {field} »" if field else "")))
    if first["type"] == "value_error":
        what = str(first["ctx"]["error"])
    else:
        what = _SENTENCES.get(first["type"], "valeur refusée")
    return f"{where} : {what}" if where else what
