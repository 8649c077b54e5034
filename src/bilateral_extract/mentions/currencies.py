"""Which currency stands beside a number: signs, ISO codes and names, before it or after it, and what they mean.

The names of money are in `lexicon/currencies.tsv`. A name such as "dollar", "peso" or "rupee" belongs to several
currencies: a `Naming` keeps all of them, and `resolve_currency` chooses by what the article says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bilateral_extract.lexicon import read_table
from bilateral_extract.mentions.countries import country_of
from bilateral_extract.mentions.numbers import Number, tidy


@dataclass(frozen=True, slots=True)
class Naming:
    """What a name of money can mean. `parts` is 1, or how many make one unit of the currency (100 for cents).

    `weak` names mean other things too.
    """

    codes: tuple[str, ...]
    parts: Decimal = Decimal(1)
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
    countries: dict[str, tuple[str, ...]]  # code to the countries that use it, or did
    home: dict[str, tuple[str, ...]]  # country to codes
    plain: frozenset[str]  # what a bare name means where nothing else says so
    plain_then: frozenset[str]  # the same, in the years of that money only
    until: dict[str, int]  # the last year of a money that is gone


# ISO 4217 codes that are English words or initials: in capitals they may be just that.
_WORDLIKE = frozenset("ALL TRY TOP CUP MOP PEN SOS COP BAM LAK GEL BOB MUR FIM PAB RON SIT DEM SLE STN MAD".split())
_MAGNITUDES = {
    "k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12,
    "mm": Decimal(10) ** 6, "cr": Decimal(10) ** 7, "tr": Decimal(10) ** 12, "mil": Decimal(10) ** 6,
    "bil": Decimal(10) ** 9,
}  # fmt: skip
_LETTERS = re.compile(r"[ ]?(mm|cr|tr|bil|mil|[kmbt])\b(?!['’])", re.IGNORECASE)
_BEFORE = re.compile(r"([^\s\d()\[\]\"'“”‘/,;:–—-]{1,6}|[A-Z]{1,3}\$|C\$N|[BS]/\.?)\s?$")
_WORD_BEFORE = re.compile(r"(?:^|[^\w-])((?:[A-Za-z]+\s)?[A-Za-z]{3,9})(?P<blank>\s?)$")
_COUNTRY_DOLLAR = re.compile(r"(?<![\w.])(US|U\.S\.|HK|NZ|AU|CA|NT|C|c|us|hk)\s\$\s?$")
_AFTER = re.compile(
    r"(?:[ ]?-[ ]?|[ ]?)(?:of[ ])?((?:[^\W\d_]|[.'$€£¥₹₽₸₺₴₩₦₪¢])+(?:[ -](?:[^\W\d_]|[.'$€])+){0,3})",
)
_PRICE = re.compile(r"\s(?:a|per|an)\s\w")
_DIGIT = re.compile(r"\s?\d")
_STOCKS = re.compile(r"\b(?:shares?|stocks?|dividends?|pence|cents?)\b", re.IGNORECASE)
# "$5 million Canadian": whose dollar it is, said after the number, where no noun follows that the word belongs to.
_WHOSE = re.compile(
    r"[ ]([A-Z][A-Za-z.]*[A-Za-z])(?:\.?(?=[ ]?[.,;:)]|\s*$)"
    r"|\.?(?=[ ](?:a|an|per|for|to|in|from|over|on|and|or|by|with|at|as|each|was|is|were|will|would|of)\b))"
)
_SIGN_AFTER = re.compile(r"[ ]?((?:US|A|C|HK|NZ|S|R)?[$€£¥₹₽₸₺₴₩₦₪₫¢฿₱₾₼֏元](?![\d]))")


@cache
def _names() -> _Names:
    signs: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    minor: dict[str, list[tuple[str, int]]] = {}
    plain: dict[str, set[str]] = {"yes": set(), "then": set()}
    until: dict[str, int] = {}
    weak: set[str] = set()
    countries: dict[str, tuple[str, ...]] = {}
    home: dict[str, list[str]] = {}
    for row in read_table("currencies"):
        code, names, of = row["code"], row["names"].split("|"), list(filter(None, row["of"].split("|")))
        if row["plain"]:
            plain[row["plain"]].add(code)
        if row["until"]:
            until[code] = int(row["until"])
        users = list(filter(None, row["users"].split("|")))
        countries[code] = tuple(dict.fromkeys(filter(None, [*users, *map(country_of, of)])))
        for country in users:
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
        return Naming(unique, Decimal(parts), name in weak)

    return _Names(
        signs={sign: naming(codes, sign) for sign, codes in signs.items()},
        words={word: naming(codes, word) for word, codes in words.items()},
        minor={word: naming([code for code, _ in pairs], word, pairs[0][1]) for word, pairs in minor.items()},
        countries=countries,
        home={country: tuple(codes) for country, codes in home.items()},
        plain=frozenset(plain["yes"]),
        plain_then=frozenset(plain["then"]),
        until=until,
    )


def mark_currency(text: str, number: Number, floor: int = 0) -> CurrencyMark | None:
    """The currency beside `number` in `text`, before it ("US$ 89", "Rs 20", "ringgit 42") or after ("5m euros").

    What stands before `floor` belongs to the amount before.
    """
    before = _before(text, number)
    if before is not None and before[0] < floor:
        before = None
    end, value, scale = read_letters(text, number)
    if before is not None:
        start, naming = before
        named_too = _after(text, end, number, bool(end - number.end))
        if named_too is not None and _DIGIT.match(text, named_too[0]):
            named_too = None  # "EUR 5m-EUR 7m": that of the next amount
        if named_too is not None and set(named_too[1].codes) & set(naming.codes) and named_too[1].parts == 1:
            end = named_too[0]  # "US$23 billion dollars", "$249 USD"
            if len(named_too[1].codes) < len(naming.codes):
                naming = named_too[1]
        elif "USD" in naming.codes and len(naming.codes) > 1 and (whose := _WHOSE.match(text, end)):
            named = _names().words.get(f"{whose[1].lower()} dollar") or _names().words.get(
                f"{whose[1].lower()}. dollar"
            )
            if named is not None:
                dotted = "." in whose[1] and text[whose.end(1) : whose.end(1) + 1] == "."  # "U.S."
                end, naming = whose.end(1) + dotted, named
        return CurrencyMark(start, end, value, scale, naming, before=True)
    bare = (number.end, number.value, number.scale)
    for at, amount, magnitude in (bare,) if end == number.end else ((end, value, scale), bare):
        if (after := _after(text, at, number, at != number.end)) is not None:
            return CurrencyMark(number.start, after[0], amount, magnitude, after[1], before=False)
    return None


def read_letters(text: str, number: Number) -> tuple[int, Decimal, Decimal]:
    """End, value and scale of a number with a magnitude in a letter ("20m", "10K", "500 cr"); money only."""
    if number.form == "digits" and number.scale == 1 and (match := _LETTERS.match(text, number.end)):
        factor = _MAGNITUDES[match[1].lower()]
        if match[0][0] != " " or match[1].lower() in ("m", "b", "cr", "k", "mil", "bil"):
            return match.end(), tidy(number.value * factor), factor
    return number.end, number.value, number.scale


def _code(word: str, strong: bool) -> Naming | None:
    """What an ISO code written in small letters means ("5 million usd"), beside a number that leaves no doubt."""
    if not strong or len(word) != 3 or word.upper() in _WORDLIKE or word == "kgs":  # kilograms
        return None
    return _names().signs.get(word.upper())


def _strong(number: Number, lettered: bool = False) -> bool:
    return number.exact_form or number.scale != 1 or lettered


def _is_price(text: str, number: Number) -> bool:
    """Whether digits are money behind one letter: a magnitude, a grouping or two decimals ("R2.50", no "K1.2")."""
    digits = text[number.start : number.end]
    return number.scale != 1 or "," in digits or " " in digits or digits[-3:-2] == "."


def _before(text: str, number: Number) -> tuple[int, Naming] | None:
    if number.form == "ordinal" or (number.form == "words" and " " not in text[number.start : number.end].strip()):
        return None  # "in $ million" is no amount
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
            lettered = _LETTERS.match(text, number.end) is not None
            naming = naming or _code(sign, _strong(number, lettered))
            if naming is None or (cut and sign[0].isalpha() and token[cut - 1].isalpha()):
                continue
            if at == 0 and window and sign[0].isalpha() and head[0].isalpha() and text[window - 1].isalpha():
                continue
            if at + cut > 0 and sign[0].isalpha() and head[at + cut - 1].isalnum():
                continue
            if naming.weak and not _strong(number, lettered):
                continue
            if sign in ("ALL", "TOP") and number.scale == 1 and not lettered:
                continue
            if len(sign) == 1 and sign.isalpha() and (blank or not (lettered or _is_price(text, number))):
                continue
            return window + at + cut, naming
        if token == "#" and number.scale >= 10**6:  # the pound sign of British ASCII (ISO 646-GB), lost in transfer
            lead = re.search(r"(?:GB|UK)\s?$", head[:at])
            return window + (lead.start() if lead else at), names.signs["£"]
    match = _WORD_BEFORE.search(head)
    if match and (match["blank"] or _strong(number, _LETTERS.match(text, number.end) is not None)):
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
        for sign in (bare, words):
            naming = names.signs.get(sign) if sign[:1].isalpha() and len(sign) > 1 else None
            naming = naming or _code(sign, _strong(number, lettered))
            if naming is not None and (not naming.weak or _strong(number, lettered)):
                if text[at + len(sign) : at + len(sign) + 1].isdigit():
                    break  # "RM5bn-RM7bn": that of the next amount
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
    """Whether a word for a part of a currency is one here: "c" and "p" are in prices and where shares are told of."""
    if len(word) > 1:
        return True
    if text[at - 1 : at] in " -":
        return False
    return _PRICE.match(text, at + 1) is not None or _STOCKS.search(text[max(0, at - 90) : at + 40]) is not None


def check_home(country: str) -> None:
    """Raise ValueError where `country` is not the ISO 3166-1 alpha-3 code of a country whose money is known."""
    if country not in _names().home:
        raise ValueError(f"home: {country!r} is no ISO 3166-1 alpha-3 code of a country with money, such as 'AUS'")


def resolve_currency(
    naming: Naming,
    home: str | None,
    named: frozenset[str],
    countries: Callable[[], Mapping[str, int]],
    year: int | None,
) -> str | None:
    """The ISO 4217 code that a naming means here, or None where nothing decides.

    In this order: a name that only one currency has; the currency of `home`; for names other than the dollar, the
    one candidate that the article names in full elsewhere (`named`), then the candidate whose country the article
    names most (`countries` gives how often it names each); what the bare name means in international news (`plain`
    in the lexicon). Money that is gone counts only in an article of its time, as far as its `year` is known.
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
        mentions = countries()
        counts = sorted(
            (
                (sum(mentions.get(country, 0) for country in names.countries[code]), code)
                for code in codes
                if year is None or names.until.get(code, year) >= year
            ),
            reverse=True,
        )
        if counts and counts[0][0] > (counts[1][0] if len(counts) > 1 else 0):
            return counts[0][1]
    if year is not None and (then := [c for c in codes if c in names.plain_then and year <= names.until[c]]):
        return then[0]
    return next((code for code in codes if code in names.plain), None)
