"""Which currency stands beside a number: signs, ISO codes and names, before it or after it, and what they mean.

The names of money are in `lexicon/currencies.tsv`. A name such as "dollar", "peso" or "rupee" belongs to several
currencies: a `Naming` keeps all of them, and `resolve_currency` chooses by what the article says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pycountry

from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.numbers import Number, tidy


@dataclass(frozen=True, slots=True)
class Naming:
    """What a name of money can mean. `parts` is 1, or how many make one unit of the currency (100 for cents).

    `plain` is the currency that is meant where nothing else says so; `weak` names mean other things too.
    """

    codes: tuple[str, ...]
    parts: Decimal = Decimal(1)
    plain: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class CurrencyMark:
    """A number with its currency: where the whole stands, and the amount in units of the currency (or of its parts)."""

    start: int
    end: int
    value: Decimal
    scale: Decimal
    naming: Naming
    before: bool  # the currency stands before the number


@dataclass(frozen=True, slots=True)
class _Names:
    signs: dict[str, Naming]
    words: dict[str, Naming]
    minor: dict[str, Naming]
    qualifiers: dict[str, tuple[str, ...]]  # code to what shows in a text that its country is meant
    home: dict[str, tuple[str, ...]]  # country to codes


# ISO 4217 codes that are English words or initials: in capitals they may be just that.
_WORDLIKE = frozenset("ALL TRY TOP CUP MOP PEN SOS COP BAM LAK GEL BOB MUR FIM PAB RON SIT DEM SLE STN MAD".split())
_MAGNITUDES = {
    "k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12,
    "mm": Decimal(10) ** 6, "cr": Decimal(10) ** 7, "tr": Decimal(10) ** 12,
}  # fmt: skip
_LETTERS = re.compile(r"[ ]?(mm|cr|tr|[kmbt])\b(?!['’])", re.IGNORECASE)
_BEFORE = re.compile(r"([^\s\d()\[\]\"'“”‘/,;:–—-]{1,6}|[A-Z]{1,3}\$|C\$N)\s?$")
_WORD_BEFORE = re.compile(r"(?:^|[^\w-])((?:[A-Za-z]+\s)?[A-Za-z]{3,9})\s$")
_COUNTRY_DOLLAR = re.compile(r"(?<![\w.])(US|U\.S\.|HK|NZ|AU|CA|NT|C|c|us|hk)\s\$\s?$")
_AFTER = re.compile(
    r"(?:[ ]?-[ ]?|[ ]?)(?:of[ ])?((?:[^\W\d_]|[.'$€£¥₹₽₸₺₴₩₦₪¢])+(?:[ -](?:[^\W\d_]|[.'$€])+){0,3})",
)
_PRICE = re.compile(r"\s(?:a|per|an)\s\w")
_SIGN_AFTER = re.compile(r"[ ]?((?:US|A|C|HK|NZ|S|R)?[$€£¥₹₽₸₺₴₩₦₪₫¢฿₱₾₼֏元](?![\d]))")


@cache
def _names() -> _Names:
    signs: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    minor: dict[str, list[tuple[str, int]]] = {}
    plain: set[str] = set()
    weak: set[str] = set()
    qualifiers: dict[str, tuple[str, ...]] = {}
    home: dict[str, list[str]] = {}
    for row in read_table("currencies"):
        code, names, of = row["code"], row["names"].split("|"), list(filter(None, row["of"].split("|")))
        if row["plain"]:
            plain.add(code)
        qualifiers[code] = tuple(of)
        for country in filter(None, row["users"].split("|")):
            home.setdefault(country, []).append(code)
        for sign in filter(None, row["signs"].split("|")):
            if sign.endswith("*"):
                weak.add(sign.rstrip("*"))
            signs.setdefault(sign.rstrip("*"), []).append(code)
        signs.setdefault(code, []).append(code)
        if code in _WORDLIKE:
            weak.add(code)
        for name in names:
            words.setdefault(name, []).append(code)
            for qualifier in of:
                words.setdefault(f"{qualifier} {name}", []).append(code)
                if len(qualifier) > 3:
                    words.setdefault(qualifier.replace(" ", "") + name, []).append(code)
        for part in filter(None, row["minor"].split("|")):
            name, _, size = part.partition("/")
            minor.setdefault(name, []).append((code, int(size or 100)))
            for qualifier in of:
                minor.setdefault(f"{qualifier} {name}", []).append((code, int(size or 100)))
    signs["$"] = words["dollar"]
    signs["£"] = words["pound"]

    def naming(codes: list[str], name: str, parts: int = 1) -> Naming:
        unique = tuple(dict.fromkeys(codes))
        default = unique[0] if len(unique) == 1 else next((code for code in unique if code in plain), None)
        return Naming(unique, Decimal(parts), default, name in weak)

    return _Names(
        signs={sign: naming(codes, sign) for sign, codes in signs.items()},
        words={word: naming(codes, word) for word, codes in words.items()},
        minor={word: naming([code for code, _ in pairs], word, pairs[0][1]) for word, pairs in minor.items()},
        qualifiers=qualifiers,
        home={country: tuple(codes) for country, codes in home.items()},
    )


def mark_currency(text: str, number: Number, floor: int = 0) -> CurrencyMark | None:
    """The currency beside `number` in `text`, before it ("US$ 89", "Rs 20", "ringgit 42") or after ("5m euros").

    What stands before `floor` belongs to the amount before.
    """
    before = _before(text, number)
    if before is not None and before[0] < floor:
        before = None
    end, value, scale = _with_letters(text, number)
    if before is not None:
        start, naming = before
        named_too = _after(text, end, number, bool(end - number.end))
        if named_too is not None and set(named_too[1].codes) & set(naming.codes) and named_too[1].parts == 1:
            end = named_too[0]  # "US$23 billion dollars", "$249 USD"
            if len(named_too[1].codes) < len(naming.codes):
                naming = named_too[1]
        return CurrencyMark(start, end, value, scale, naming, before=True)
    for at, amount, magnitude in ((end, value, scale), (number.end, number.value, number.scale)):
        if (after := _after(text, at, number, at != number.end)) is not None:
            return CurrencyMark(number.start, after[0], amount, magnitude, after[1], before=False)
    return None


def _with_letters(text: str, number: Number) -> tuple[int, Decimal, Decimal]:
    """End, value and scale of a number with a magnitude in a letter ("20m", "10K", "500 cr"); money only."""
    if number.form == "digits" and number.scale == 1 and (match := _LETTERS.match(text, number.end)):
        factor = _MAGNITUDES[match[1].lower()]
        if match[0][0] != " " or match[1].lower() in ("m", "b", "cr", "k"):
            return match.end(), tidy(number.value * factor), factor
    return number.end, number.value, number.scale


def _strong(number: Number, lettered: bool = False) -> bool:
    return number.exact_form or number.scale != 1 or lettered


def _before(text: str, number: Number) -> tuple[int, Naming] | None:
    if number.form in ("ordinal",):
        return None
    window = max(0, number.start - 24)
    head = text[window : number.start]
    names = _names()
    if match := _COUNTRY_DOLLAR.search(head):
        return window + match.start(), names.signs[match[1].upper().replace(".", "") + "$"]
    if match := _BEFORE.search(head):
        token, at = match[1], match.start(1)
        blank = match.end(1) != len(head)
        for cut in range(len(token)):
            sign = token[cut:]
            naming = names.signs.get(sign) or (names.signs.get(sign.upper()) if "$" in sign else None)
            if naming is None or (cut and sign[0].isalpha() and token[cut - 1].isalpha()):
                continue
            if at == 0 and window and sign[0].isalpha() and head[0].isalpha() and text[window - 1].isalpha():
                continue
            if at + cut > 0 and sign[0].isalpha() and head[at + cut - 1].isalnum():
                continue
            lettered = _LETTERS.match(text, number.end) is not None
            if naming.weak and not _strong(number, lettered):
                continue
            if sign in ("ALL", "TOP") and number.scale == 1 and not lettered:
                continue
            if len(sign) == 1 and sign.isalpha() and blank:
                continue
            return window + at + cut, naming
        if token == "#" and number.scale >= 10**6:  # the pound sign of British ASCII (ISO 646-GB), lost in transfer
            lead = re.search(r"(?:GB|UK)\s?$", head[:at])
            return window + (lead.start() if lead else at), names.signs["£"]
    if match := _WORD_BEFORE.search(head):
        for words in (match[1].lower(), match[1].lower().split(" ")[-1]):
            naming = names.words.get(words)
            if naming is not None and words not in _ORDINARY | _ORDINARY_SINGULAR | {"marks", "rand"}:
                return window + match.end(1) - len(words), naming
    return None


def _after(text: str, end: int, number: Number, lettered: bool) -> tuple[int, Naming] | None:
    names = _names()
    if match := _SIGN_AFTER.match(text, end):
        sign = match[1]
        if sign == "¢":
            return match.end(), names.minor["cents"]
        if sign == "€" and text[match.end() : match.end() + 2] == "ur":
            return match.end() + 2, names.signs["€"]
        if sign in names.signs:
            return match.end(), names.signs[sign]
    match = _AFTER.match(text, end)
    if not match or number.form == "ordinal":
        return None
    words = match[1]
    at = match.start(1)
    while words:
        bare = words.rstrip(".'")
        lower = re.sub(r"[ -]+", " ", bare.lower()).removesuffix("'s")
        naming = names.words.get(lower)
        if naming is not None and _names_money(lower, number, lettered):
            return at + len(bare), naming
        if (naming := names.minor.get(lower)) is not None and _names_parts(text, at, bare):
            return at + len(bare), naming
        for sign in (words, bare):
            naming = names.signs.get(sign) if sign[:1].isalpha() and len(sign) > 1 else None
            if naming is not None and (not naming.weak or _strong(number, lettered)):
                return at + len(sign), naming
        cut = max(words.rfind(" "), words.rfind("-"))
        words = words[:cut] if cut > 0 else ""
    return None


# Names of money that are ordinary words: "5 won gold", "the 4,000 mark".
_ORDINARY = frozenset(("won", "sum", "som", "real", "sol", "kip", "lek", "kina", "lat", "cfa", "sterling"))
_ORDINARY_SINGULAR = frozenset(("mark", "buck", "pound", "crown"))


def _names_money(name: str, number: Number, lettered: bool) -> bool:
    """Whether a name after a number is one of money there."""
    if name in _ORDINARY_SINGULAR:
        return number.value == 1 or (name == "pound" and _strong(number, lettered))
    return name not in _ORDINARY or _strong(number, lettered)


def _names_parts(text: str, at: int, word: str) -> bool:
    """Whether a word for a part of a currency is one here: "c" and "p" are only where a price per something follows."""
    if len(word) > 1:
        return True
    if text[at - 1 : at] in " -":
        return False
    return _PRICE.match(text, at + 1) is not None


@cache
def _country_words(code: str) -> tuple[str, ...]:
    """Words that show that a currency's country is spoken of: what tells its name apart, and its users' names."""
    names = _names()
    users = [country for country, codes in names.home.items() if code in codes]
    found = [pycountry.countries.get(alpha_3=user) for user in users]
    official = [country.name.split(",")[0].lower() for country in found if country is not None]
    return tuple(dict.fromkeys([*names.qualifiers[code], *official]))


def resolve_currency(
    naming: Naming, home: str | None, named: frozenset[str], shows: Callable[[tuple[str, ...]], int]
) -> str | None:
    """The ISO 4217 code that a naming means here, or None where nothing decides.

    In this order: a name that only one currency has; the currency of `home`; for names other than the dollar, the
    one candidate that the article names in full elsewhere (`named`), then the candidate whose country the article
    names most (`shows` counts words); what the bare name means in international news (`plain` in the lexicon).
    """
    codes = naming.codes
    if len(codes) == 1:
        return codes[0]
    names = _names()
    if home is not None and (own := [code for code in names.home.get(home, ()) if code in codes]):
        return own[0]
    if "USD" not in codes:
        in_full = [code for code in codes if code in named]
        if len(in_full) == 1:
            return in_full[0]
        counts = sorted(((shows(_country_words(code)), code) for code in codes), reverse=True)
        if counts[0][0] > counts[1][0]:
            return counts[0][1]
    return naming.plain
