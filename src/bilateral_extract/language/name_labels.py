"""Labels of names, from their form and from the words beside them.

"Vale Verde S.A." is a company wherever it stands; what is "now in its 29th edition" is an event; who is called "Dr." is
a person; what a "producer" is called, and what signs, is a body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from bilateral_extract.language.name_words import read_name_words
from bilateral_extract.lexicon.gazetteer import find_cities, fold

Name = tuple[int, int, str]  # first token, end, label

ADDRESSES = frozenset("mr mrs ms mdm messrs dr prof shri smt hon hon'ble h.e".split())
_EDITION_AFTER = re.compile(r"\s?,?(?: which is)?(?: now)?(?: already)? in its [\w-]+ edition\b|['’]s [\w-]+ edition\b")
_EDITION_BEFORE = re.compile(
    r"\b(?:edition of|(?<!is |as |re |en |be )exhibit(?:s|ed|ing|ors?)? at|exhibitors? (?:of|to)"
    r"|(?:booth|stand|stall)s? at|(?:exhibit|showcas)(?:e|es|ed|ing) (?:its|their|the|a) [\w -]+ at)(?: the)?$",
    re.IGNORECASE,
)
# "AgroExpo", "LightFair", "ExpoMin": made of the word for a gathering and another.
_EVENT_WORD = re.compile(r"(?:Expo(?!rt|s|n)[A-Za-z]{3,}|[A-Z]\w*(?:[a-z]Expo|[a-z]Fair|expo|fest))(?:\d+)?")
# The words that these expressions end and begin with: nearly all names stand beside others.
_BEFORE_EVENTS = frozenset(("of", "at", "to", "the"))
_BEHIND_EVENTS = frozenset((",", "'", "’", "'s", "’s"))
_MAY_BE_BODIES = frozenset(("ORG", "PERSON", "GPE", "LOC", "FAC"))
_BEFORE_BODIES = frozenset((",", "and", "of", "by", "with", "between", "'s", "."))
_ENDS_DESCRIPTION = frozenset("of that which who from in with based , . ;".split())


def label_name(doc: Doc, first: int, last: int, label: str) -> Name:
    """A name with the label that its form and its neighbours give it, and with its legal form."""
    if label not in ("EVENT", "NORP") and _is_told_as_event(doc, first, last):
        return first, last, "EVENT"
    if label in _MAY_BE_BODIES:
        start, end = _take_legal_forms(doc, first, last)
        if (start, end) != (first, last) or _has_legal_form(doc, first, last):
            return start, end, "ORG"
        if _is_based(doc, last):
            return first, last, "GPE"
    if label in _MAY_BE_BODIES - {"ORG"}:
        if _is_addressed(doc, first):
            return first, last, "PERSON"
        if _is_described(doc, first, last, label) or (label == "FAC" and _acts(doc[first:last])):
            return first, last, "ORG"
        if _sells(doc[first:last], label):
            return first, last, "ORG"
        if label in ("FAC", "PERSON") and "&" in (token.text for token in doc[first + 1 : last - 1]):
            return first, last, "ORG"  # "Harrow Bridge & Rail"
    return first, last, label


def tell_companies(doc: Doc, names: list[Name]) -> list[Name]:
    """Bodies that the model took for people, events or places, coordinated with bodies ("Uranatom and the miner
    Omega"), or that act as bodies do ("Gasoducto Andes signed", "DIKA will build"). A person has other names, a title
    or an office somewhere in the article; a place has a kind or is where things are.
    """
    labels = {i: label for first, last, label in names for i in range(first, last)}
    people = [(first, last) for first, last, label in names if label == "PERSON"]
    known = {doc[i].text for first, last in people if last - first > 1 for i in range(first, last)}
    known |= {doc[i].text for i, _ in people if i and (doc[i - 1].text[0].isupper() or doc[i - 1].text == ".")}
    texts = {(first, last): doc[first:last].text for first, last, _ in names}
    places = {text for (first, _), text in texts.items() if first and doc[first - 1].lower_ not in _BEFORE_BODIES}
    found = set()
    for first, last, label in names:
        text = texts[first, last]
        single = label == "PERSON" and last - first == 1 and text not in known
        unkinded = label in ("EVENT", "FAC", "GPE", "LOC") and text not in places and not _is_known_place(text)
        if not single and (not unkinded or _has_kind(doc[first:last])):
            continue
        acts = (unkinded or (text.isupper() and len(text) > 2)) and _acts(doc[first:last])
        if acts or any(_is_body(token, labels) for token in _coordinated(doc[first:last].root)):
            found.add((text, label))
    return [(first, last, "ORG" if (texts[first, last], label) in found else label) for first, last, label in names]


def take_legal_form(doc: Doc, last: int) -> int:
    """The end of a company's name with the legal form that follows: "Bao Sheng" + "Co., Ltd."."""
    end = last
    while end < len(doc):
        at = end + 1 if doc[end].text == "," and end + 1 < len(doc) else end
        if doc[at].text == "A" and doc[at : at + 3].text == "A/S":
            at += 2
        elif doc[at].text.rstrip(".") not in read_name_words()["legal_forms"] or doc[at].is_sent_start:
            break
        end = at + 1
    return end


def _take_legal_forms(doc: Doc, first: int, last: int) -> tuple[int, int]:
    leading = read_name_words()["leading_legal_forms"]
    if doc[last - 1].text == "A" and doc[last : last + 2].text == "/S":
        last += 2
    return first - bool(first and doc[first - 1].text in leading), take_legal_form(doc, last)


def _has_legal_form(doc: Doc, first: int, last: int) -> bool:
    words = read_name_words()
    return last - first > 1 and (
        doc[last - 1].text.rstrip(".") in words["legal_forms"] or doc[first].text in words["leading_legal_forms"]
    )


def _is_told_as_event(doc: Doc, first: int, last: int) -> bool:
    """Whether the words around a name speak of an edition of a gathering: "Gulfood, now in its 29th edition"."""
    if _EVENT_WORD.fullmatch(doc[first].text) and doc[first].text not in ("Manifest", "Expose"):
        return last - first == 1 or all(t.text[0].isupper() or t.is_digit for t in doc[first + 1 : last])
    if first and (doc[first - 1].lower_ in _BEFORE_EVENTS or doc[first - 1].is_space):
        before = _EDITION_BEFORE.search(doc[max(0, first - 8) : first].text)
        if before is not None:
            return True
    if last < len(doc) and (doc[last].text in _BEHIND_EVENTS or doc[last].is_space):
        return _EDITION_AFTER.match(doc[last : last + 7].text) is not None
    return False


def _is_based(doc: Doc, last: int) -> bool:
    """Whether "-based" follows: "Beijing-based"."""
    return last + 1 < len(doc) and doc[last].text == "-" and doc[last + 1].lower_ in ("based", "headquartered")


def _is_addressed(doc: Doc, first: int) -> bool:
    """Whether "Mr.", "Dr." or the like stands before."""
    at = first - 2 if first > 1 and doc[first - 1].text == "." else first - 1
    return at >= 0 and doc[at].text[0].isupper() and doc[at].lower_.rstrip(".") in ADDRESSES


def _is_described(doc: Doc, first: int, last: int, label: str) -> bool:
    """Whether the words beside a name say that it is a body's: "uranium producer Uranatom", "Lima-based Cerro Alto",
    "Delta, a refiner". Countries are producers and exporters too, and people have a first name."""
    if label == "GPE" and _is_known_place(doc[first:last].text):
        return False
    nouns = read_name_words()["describing_nouns"]
    if label == "PERSON" and last - first > 1:
        return first > 0 and doc[first - 1].text in nouns - read_name_words()["describing_people"]
    if first > 1 and (doc[first - 1].text in nouns or _is_based(doc, first - 2)):
        return True
    if last + 1 >= len(doc) or doc[last].text != "," or doc[last + 1].lower_ not in ("a", "an", "the"):
        return False
    end = next((t.i for t in doc[last + 2 : last + 10] if t.text in _ENDS_DESCRIPTION), last)
    return doc[end - 1].text in nouns


def _acts(name: Span) -> bool:
    """Whether a building is a body within: it signs, buys or announces, itself or as a conjunct."""
    words = read_name_words()
    token = name.root.head if name.root.dep_ == "conj" else name.root
    if token.dep_ != "nsubj" or token.head.pos_ != "VERB":
        return False
    return name[-1].lower_ in words["acting_institutions"] or token.head.lemma_.lower() in words["acting_verbs"]


def _sells(name: Span, label: str) -> bool:
    """Whether somebody buys from it, no place that is known and nobody with a first name: "bought jets from Avia"."""
    token = name.root
    if not any(t.lower_ == "from" and t.dep_ == "case" for t in token.lefts):
        return False
    if label == "PERSON" and len(name) > 1:
        return False
    above = token.head if token.head.pos_ == "VERB" else token.head.head
    return above.lemma_.lower() in read_name_words()["buying_verbs"] and not _is_known_place(name.text)


def _has_kind(name: Span) -> bool:
    return any(token.lower_ in read_name_words()["headed"] or token.is_digit for token in name)


@lru_cache(maxsize=10_000)
def _is_known_place(name: str) -> bool:
    return fold(name) in read_name_words()["countries"] or bool(find_cities(name))


def _coordinated(token: Token) -> list[Token]:
    """The words that a word is coordinated with directly."""
    found = [child for child in token.children if child.dep_ == "conj"]
    return [*found, token.head] if token.dep_ == "conj" else found


def _is_body(token: Token, labels: dict[int, str]) -> bool:
    return labels.get(token.i) == "ORG" or token.lemma_.lower() in read_name_words()["describing_nouns"]
