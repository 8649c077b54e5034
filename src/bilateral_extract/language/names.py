"""Names of events, documents and facilities, from their head nouns and capitals.

Such names are too rare in any corpus for the model to know where they begin and end: "Treaty between … and … on the
Development of …" is one name, of which the model sees fragments. Here a head noun of the lexicon gathers the
capitalised words before it and its complement behind it.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from functools import cache

from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from bilateral_extract.language.discourse import spread_acronyms, unify_labels
from bilateral_extract.language.name_forms import mend_names, reach_to_acronyms
from bilateral_extract.lexicon import read_table

# Prepositions that open the complement of a head, and what may join the capitalised words of a name.
_COMPLEMENTS = {
    "EVENT": frozenset(("on", "for", "of")),
    "DOC": frozenset(("on", "for", "of", "between", "concerning", "against", "to")),
    "FAC": frozenset(("of",)),
}
_DASHES = frozenset("-–&/")
_JOINERS = _DASHES | frozenset("of the and for on in to between with under from through concerning against".split())
# Small words between the proper part of a facility's name and its head: "Rovno nuclear power plants".
_FACILITY_MODIFIERS = frozenset(
    "international nuclear hydroelectric thermal solar wind power high speed high-speed military naval air gas oil sea"
    " border railway train bus space".split()
)
# Documents and meetings called by their kind are no names: "a Memorandum of Understanding", "the Annual Meeting".
_GENERIC_MODIFIERS = frozenset(
    "memorandum understanding joint bilateral intergovernmental letter intent final annual opening closing ministerial"
    " plenary general official".split()
)
_CONTENT_POS = frozenset(("NOUN", "PROPN", "VERB", "AUX", "ADJ"))
# In a line where nearly every word of content is capitalised, capitals tell nothing.
_SMALL_SHARE = 0.15
_LONGEST_NAME = 30  # words on either side of the head
_MONTHS = frozenset(calendar.month_name)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NUMERAL = re.compile(r"I{1,3}|IV|VI{0,3}|IX|X|One|Two|Three")


@Language.factory("bilateral_names", requires=["doc.ents"], assigns=["doc.ents"], retokenizes=False)
def create_names(nlp: Language, name: str) -> NameFinder:
    """Make the pipeline component `bilateral_names`."""
    return NameFinder()


class NameFinder:
    """Adds the names of events, documents and facilities to `doc.ents`, and makes the names of an article agree."""

    def __call__(self, doc: Doc) -> Doc:
        mend_names(doc)
        merge_names(doc, find_headed_names(doc))
        reach_to_acronyms(doc)
        spread_acronyms(doc)
        unify_labels(doc)
        return doc


def find_headed_names(doc: Doc) -> list[Span]:
    """Return the names around head nouns of the lexicon; they may overlap each other and `doc.ents`."""
    names: list[Span] = []
    nouns = _heads()
    ids = _head_ids()
    found = [i for i, word in enumerate(doc.to_array("LOWER").tolist()) if word in ids]
    for sentence in doc.sents if found else ():
        here = found[bisect_left(found, sentence.start) : bisect_left(found, sentence.end)]
        heads = [(doc[i], *nouns[doc[i].lower_]) for i in here]
        if not heads or _is_title_case(sentence):
            continue
        for token, label, may_be_small in heads:
            if may_be_small or token.text[0].isupper():
                name = _gather(token, sentence, label)
                if name is not None:
                    names.append(name)
    return names


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    return {row["noun"]: (row["label"], row["lower_case"] == "yes") for row in read_table("name_heads")}


@cache
def _head_ids() -> frozenset[int]:
    """The hashes of the head nouns: few words are any, and to look at each would take longer."""
    return frozenset(map(get_string_id, _heads()))


def _is_title_case(sentence: Span) -> bool:
    words = [token for token in sentence if token.is_alpha and token.pos_ in _CONTENT_POS]
    small = [token for token in words if token.text[0].islower()]
    if len(words) < 4 or len(small) > _SMALL_SHARE * len(words):
        return False
    return not any(token.pos_ in ("VERB", "AUX") for token in small)


def _gather(head: Token, sentence: Span, label: str) -> Span | None:
    """Return the name around `head`, or None where the noun stands for any of its kind."""
    doc = head.doc
    start = _extend_left(head, sentence, label)
    end = _extend_right(head, sentence, label, has_name_before=start < head.i)
    before, after = doc[start : head.i], doc[head.i + 1 : end]
    if head.text[0].islower() and not _has_own_name(before, label):
        return None
    content = [token for token in (*before, *after) if _is_capitalised(token) or _YEAR.fullmatch(token.text)]
    if not content or all(token.lower_ in _GENERIC_MODIFIERS for token in content):
        return None
    # "Kazakh Railway", "the Chinese Forum": whose, not which.
    if not after and all(token.ent_type_ == "NORP" for token in content):
        return None
    return Span(doc, start, end, label=label)


def _has_own_name(before: Span, label: str) -> bool:
    """Tell whether the words before a head written small name it: "APEC summit", "Sochi agreements", "Hanoi metro"."""
    capitals = [token for token in before if _is_capitalised(token)]
    if not capitals or any(token.ent_type_ in ("NORP", "PERSON") for token in capitals) or capitals[-1].pos_ == "ADJ":
        return False
    if label == "EVENT":
        return len(capitals) > 1 or capitals[0].is_upper or capitals[0].ent_type_ == "ORG"
    return label == "FAC" or not capitals[-1].is_upper


def _extend_left(head: Token, sentence: Span, label: str) -> int:
    """Return where the capitalised words before `head` begin."""
    doc, start = head.doc, head.i
    i = head.i - 1
    while i >= max(sentence.start, head.i - _LONGEST_NAME):
        token = doc[i]
        previous = doc[i - 1] if i > sentence.start else None
        if _is_capitalised(token):
            if not _may_lead(token, sentence):
                break
            start = i
        elif _YEAR.fullmatch(token.text) or _ORDINAL.fullmatch(token.text):
            start = i
        elif token.text == ")" and i - 2 >= sentence.start and doc[i - 2].text == "(" and doc[i - 1].is_upper:
            i -= 2
        elif not (token.is_space or _may_stand_within(token, previous, label)):
            break
        i -= 1
    return start


def _may_lead(token: Token, sentence: Span) -> bool:
    """Tell whether a capitalised word may belong to the name behind it."""
    if token.ent_type_ == "PERSON" or token.text in _MONTHS:
        return False
    if token.i == sentence.start and not token.ent_type_ and token.pos_ == "ADJ":
        return False  # "Former …": the capital is the sentence's
    return token.pos_ not in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "VERB", "AUX") or bool(token.ent_type_)


def _may_stand_within(token: Token, previous: Token | None, label: str) -> bool:
    """Tell whether a small word or sign may stand between the words of a name, `previous` before it."""
    if label == "FAC" and token.lower_ in _FACILITY_MODIFIERS:
        return True
    if previous is None:
        return False
    if token.is_digit:
        return previous.lower_ == "of"  # "Group of 20 summit"
    if token.text in _DASHES | {"'", "’"}:
        return _is_capitalised(previous) or previous.lower_ in _FACILITY_MODIFIERS
    if token.text in ("'s", "’s"):
        return _is_capitalised(previous) and previous.ent_type_ not in ("GPE", "ORG", "NORP")
    if token.lower_ in ("and", "of") and label != "FAC":
        # Both words within one name, neither a name of its own.
        return _is_capitalised(previous) and previous.ent_type_ not in ("PERSON", "GPE", "NORP", "LOC", "FAC")
    return False


def _extend_right(head: Token, sentence: Span, label: str, *, has_name_before: bool) -> int:
    """Return where the name ends behind `head`: with a year, a numeral, or the last capital of its complement."""
    doc = head.doc
    end = i = head.i + 1
    if i < sentence.end and (_YEAR.fullmatch(doc[i].text) or _NUMERAL.fullmatch(doc[i].text)):
        return i + 1
    if head.text[0].islower():
        return end
    i = _skip_bracket(doc, i, sentence.end)
    if head.lower_ == "memorandum" and doc[i : i + 2].text.lower() == "of understanding":
        end = i + 2
        i = _skip_bracket(doc, end, sentence.end)
    if i >= sentence.end or doc[i].lower_ not in _COMPLEMENTS[label]:
        return end
    if doc[i].lower_ == "between" and doc[i].text[0].islower() and has_name_before:
        return end  # "the Free Trade Agreement between Ukraine and Turkey": its parties, not its name
    limit = min(sentence.end, head.i + _LONGEST_NAME)
    while i + 1 < limit or (i < limit and _is_capitalised(doc[i])):
        token = doc[i]
        if _is_capitalised(token) and token.ent_type_ != "PERSON":
            end = i + 1
        elif _YEAR.fullmatch(token.text) and doc[i - 1].lower_ == "of":
            return i + 1
        elif not token.is_space and (token.lower_ not in _JOINERS or _closes_name(token, doc[i + 1])):
            break
        i += 1
    return end


def _skip_bracket(doc: Doc, i: int, end: int) -> int:
    """Return the index behind a bracket with one word in it, "(MoU)", if there is one at `i`."""
    return i + 3 if i + 2 < end and doc[i].text == "(" and doc[i + 2].text == ")" else i


def _closes_name(joiner: Token, following: Token) -> bool:
    """Tell whether what `joiner` adds is no part of the name: where and with whom, not what about."""
    if joiner.lower_ in ("in", "with", "from", "to", "under"):
        return following.ent_type_ in ("GPE", "LOC", "FAC", "PERSON", "ORG")
    if joiner.lower_ == "between":
        if following.lower_ == "the" and following.i + 1 < len(following.doc):
            following = following.nbor()
        return following.ent_type_ in ("ORG", "PERSON")
    return False


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and not token.is_punct


def merge_names(doc: Doc, names: list[Span]) -> None:
    """Add `names` to `doc.ents`; of overlapping names the longer counts, of equal ones the new one.

    A person is never swallowed, an organisation stays one when it is all of the name ("the Pacific Islands Forum"),
    and a name inside a longer one stays out.
    """
    if not names:
        return
    owners: dict[int, Span] = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}
    for name in sorted(names, key=lambda span: span.start - span.end):
        overlapping = {owners[i].start: owners[i] for i in range(name.start, name.end) if i in owners}.values()
        if all(_swallows(name, ent) for ent in overlapping):
            for i in range(name.start, name.end):
                owners[i] = name
    doc.set_ents(sorted({ent.start: ent for ent in owners.values()}.values(), key=lambda ent: ent.start))


def _swallows(name: Span, ent: Span) -> bool:
    inside = name.start <= ent.start and ent.end <= name.end
    return inside and ent.label_ != "PERSON" and (len(name) > len(ent) or ent.label_ != "ORG")
