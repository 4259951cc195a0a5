"""A cell of a pasted table: what a person would have typed, or why it is not understood."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from calculators.kit import french, messages
from calculators.kit.fields import FieldKind, FieldSpec

_NO_AMOUNT = re.compile(r"[-\N{MINUS SIGN}–]\s*€?")  # zero, as accounting formats write it
_NEGATIVE = re.compile(r"\(\s*(\d[^()]*?)\s*\)(\s*€)?", re.ASCII)  # (500) is −500 there
_YEAR = re.compile(r"\b(19|20)\d\d\b", re.ASCII)
_SHORT_YEAR = re.compile(r"(?<=[a-z] )\d\d$", re.ASCII)  # « janv-26 », a spreadsheet's own way
_LEAST = 3  # letters that may stand for a label
_COUNTS = {3: "trois", 4: "quatre", 5: "cinq", 6: "six"}  # letters, as a sentence counts them
_LONGEST = 40  # letters of a text that a sentence repeats

type Choices = tuple[tuple[str, str], ...]  # code, label


def typed(column: FieldSpec, cell: str) -> str:
    """A cell as the form would have sent it; as it came when it is not understood."""
    if column.kind is FieldKind.CHOICE:
        meant = _meant(column.choices, cell)
        return meant[0][0] if len(meant) == 1 else cell
    if column.kind is FieldKind.DECIMAL:
        if _NO_AMOUNT.fullmatch(cell):
            return "0"
        negative = _NEGATIVE.fullmatch(cell)
        return f"-{negative[1]}" if negative else cell
    return cell


def explained(column: FieldSpec, text: str, sentence: str) -> str:
    """What the model says of a cell, with what was read in it when that helps."""
    text = text.strip()
    if column.kind is FieldKind.CHOICE and sentence == messages.NOT_A_CHOICE and text:
        return french.typography(_not_a_choice(column.choices, text))
    if sentence == messages.NOT_A_NUMBER and "." in text and "," in text:
        right = f"1{french.NBSP}234,56"
        said = f"{quoted([text])} a un point et une virgule : écrivez {right}, sans point."
        return french.typography(said)
    return sentence


def _meant(choices: Choices, cell: str) -> Choices:
    """The choices that a cell may stand for: one when it is understood."""
    text, names = folded(cell), _folded(choices)
    for read in filter(None, (text, _without_year(names, text))):
        for standing in _STANDINGS:
            places = [n for n, (code, label) in enumerate(names) if standing(read, code, label)]
            if places:
                return tuple(choices[place] for place in places)
    return ()


@lru_cache(maxsize=64)
def _folded(choices: Choices) -> Choices:
    return tuple((folded(code), folded(label)) for code, label in choices)


def _without_year(names: Choices, text: str) -> str:
    """« mars 2026 » is « mars », unless a year, or a number, is what tells the choices apart."""
    if not any(_YEAR.search(name) for choice in names for name in choice):
        text = _YEAR.sub("", text, count=1)
    if not any(map(str.isdecimal, "".join(label for _, label in names))):
        text = _SHORT_YEAR.sub("", text)
    return text.strip()


def _is_written(text: str, code: str, label: str) -> bool:
    return text in (code, label)


def _is_number(text: str, code: str, _label: str) -> bool:
    return text.isdecimal() and code.isdecimal() and text.lstrip("0") == code.lstrip("0")


def _is_beginning(text: str, _code: str, label: str) -> bool:
    return sum(map(str.isalpha, text)) >= _LEAST and label.startswith(text)


_STANDINGS: tuple[Callable[[str, str, str], bool], ...] = (_is_written, _is_number, _is_beginning)


def _not_a_choice(choices: Choices, text: str) -> str:
    meant = _meant(choices, text)
    if len(meant) > 1:
        labels = " ou ".join(label for _, label in meant[:3])
        return f"{quoted([text])} peut être {labels} : écrivez-le en entier."
    return f"{quoted([text])} n’est pas un choix : écrivez par exemple {_forms(choices)}."


@lru_cache(maxsize=64)
def _forms(choices: Choices) -> str:
    """The forms accepted for the first choice: « Janvier », ses trois premières lettres ou 01."""
    code, label = choices[0]
    beginnings = (label[:length] for length in range(_LEAST, len(label)))
    short = next((text for text in beginnings if _meant(choices, text) == choices[:1]), "")
    letters = _COUNTS.get(len(short), "") if short.isalpha() else ""
    beginning = f"ses {letters} premières lettres" if letters else ""
    *others, last = filter(None, (quoted([label]), beginning, code if code.isdecimal() else ""))
    return f"{', '.join(others)} ou {last}" if others else last


def folded(text: str) -> str:
    """A text without case, accents or punctuation, to compare."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters.replace("_", " ")))


def quoted(texts: Iterable[str]) -> str:
    """Texts of the user in a sentence, cut when they are long."""
    return ", ".join(f"« {text[:_LONGEST]} »" for text in texts)
