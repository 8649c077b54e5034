"""What is said of a noun around it: the clauses that define it, who is told to belong to it, who holds it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from spacy.tokens import Span, Token

from bilateral_extract.language.constituents import (
    conjuncts,
    is_aside,
    is_definite,
    noun_phrase,
    preposition_of,
    restated,
)
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words

REACH = 60  # words of a clause that are looked through
AIMS = frozenset({"aim", "goal", "purpose", "objective", "task"})
AIMING = load_words("aiming_verbs")
EFFORTS = load_words("effort_nouns")
HOPES = frozenset({"view", "hope", "aim", "goal", "intention"})
TRYING = frozenset({"aim", "try", "seek", "hope", "attempt", "look"})
BARE = frozenset({"effect", "force", "place"})  # objects that make one meaning with their verb: "takes effect"
OCCASIONS = load_words("occasion_verbs")
TITLED = frozenset({"titled", "entitled", "called", "named", "dubbed"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "«", "»"})
TITLE_REACH = 14
WHERE = frozenset({"in", "at", "on"})
DAYS = frozenset(calendar.day_name)
NAMELY = frozenset({"namely", "including"})
SETTING_OFF = frozenset({",", "(", ":", "–", "-"})
DEEPEST = 8  # nouns that hold one another
ASIDE = 8  # words of where and when that may stand between a noun and its complement
BY_WHICH = frozenset({"under", "by", "in", "through"})
MADE = frozenset({"obj", "nsubj:pass"})  # where a document stands with the verb that makes it
PROVIDING = load_words("providing_verbs")
NAMING_REACH = 30  # words by which somebody is named and called
ENDING = frozenset({":", ".", "WDT", "WP", "WRB"})  # dashes and semicolons, relative clauses
MARKING = frozenset({"case", "mark", "advmod"})
POINTING_BACK = load_words("pointing_back")
WITH_BARE = frozenset({"det", "case", "punct", "cop", "nsubj", "advmod", "conj", "cc"})
BELONGING = frozenset({"part", "member", "participant"})


def defining_verbs(noun: Token) -> list[Token]:
    """The verbs of the participles and relative clauses of a noun: "led" and "consisting" for the delegation in "the
    delegation led by Ana Paz", "a delegation consisting of managers", and of the clauses whose subject it is; those
    coordinated with them too."""
    tops = [child for child in noun.children if child.dep_ in ("acl", "acl:relcl")]
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        tops.append(noun.head)
    return [t for top in tops if top.pos_ in ("VERB", "AUX") for t in conjuncts(top) if t.pos_ in ("VERB", "AUX")]


def fronted_subjects(predicate: Token) -> list[Token]:
    """The subjects of what is no verb, also behind "are" where a parse hangs them otherwise: A and B in "among those
    taking part are A and B"."""
    beside = (predicate.head, *predicate.rights) if predicate.dep_ == "parataxis" else predicate.rights
    copula = next((t.i for t in predicate.rights if t.dep_ == "cop"), None)
    return subjects_of(predicate) or [
        t
        for t in beside
        if t.i > predicate.i
        and (_is_after_copula(t) or (t.dep_ == "parataxis" and copula is not None and t.i > copula))
    ]


def member_subjects(noun: Token) -> list[Token]:
    """Who is told to belong to what a noun names: A and B in "A and B are part of the delegation", "members of the
    delegation are (include) A and B", "also in the delegation are A and B"."""
    head = noun.head
    if preposition_of(noun) not in ("of", "in"):
        return []
    if head == noun:  # what stands behind "are" a parse hangs on what is fronted
        return [t for t in noun.rights if t.dep_ == "parataxis" and _is_after_copula(t)]
    if head.lemma_.lower() not in BELONGING and head.lower_ != "those":
        return []
    if any(t.dep_ == "cop" for t in head.children):
        return [t for t in head.children if t.dep_ in ("nsubj", "nsubj:outer")]
    if head.dep_ != "nsubj":
        return []
    if head.head.lemma_.lower() == "include":
        return [t for t in head.head.rights if t.dep_ == "obj"]
    return [head.head] if _is_after_copula(head.head) else []


def members_told(noun: Token) -> list[Token]:
    """The first words of the list that tells singly whom a plural means: Gabon in "twenty states, among them Gabon and
    Togo", "five states, namely Gabon, …", "the leaders of the two states, Gabon and Togo,"."""
    nouns = [noun, *(t for t in noun.rights if preposition_of(t) == "of")]
    apposed = [t for top in nouns for t in top.rights if t.dep_ == "appos" and t.pos_ == "PROPN"]
    if apposed:
        return apposed[:1]
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + REACH) - 1]:
        opens = token.lower_ in NAMELY or (token.lower_ == "among" and token.nbor().lower_ in ("them", "which", "whom"))
        if opens and token.nbor(-1).text in SETTING_OFF:
            return [t for t in noun.doc[token.i + 1 : token.i + ASIDE] if t.pos_ == "PROPN" and t.ent_type_][:1]
    return []


def _is_after_copula(predicate: Token) -> bool:
    return predicate.pos_ in ("NOUN", "PROPN") and any(t.dep_ == "cop" for t in predicate.lefts)


def subjects_of(predicate: Token) -> list[Token]:
    """The subjects of what is no verb: A in "also present was A", "A was among those attending"."""
    return [t for t in predicate.children if t.dep_ in ("nsubj", "nsubj:outer")]


def occasions_of(noun: Token) -> list[Token]:
    """The participles that say what is celebrated: "marking" in "celebrations marking 50 years of the union", "opening"
    in "the ceremony opening the bridge", and not in "the fair opening on Friday"."""
    marking = (t for t in noun.rights if t.dep_ == "acl" and t.tag_ == "VBG" and t.lemma_.lower() in OCCASIONS)
    return [t for t in marking if any(child.dep_ == "obj" for child in t.rights)]


def belonging_to(noun: Token) -> Token | None:
    """The nominal behind "of" that a noun has, or that "whose" goes back to: "board" for the meeting in "a meeting of
    the board" and in "a meeting Friday in Vienna of the agency's board", which a parse may hang on the city."""
    if any(t.lower_ == "whose" for t in noun.lefts):  # "the commission, whose next meeting is in May"
        clause = noun.head
        return clause.head if clause.dep_ == "acl:relcl" else None
    words = noun.doc[noun.i + 1 : noun.i + 1 + ASIDE]
    of = next((t for t in words if not (t.ent_type_ in ("GPE", "LOC") or t.lower_ in WHERE or t.text in DAYS)), None)
    return of.head if of is not None and of.lower_ == "of" and of.dep_ == "case" else None


def title_behind(noun: Token) -> tuple[int, int] | None:
    """Token bounds of the title in quotation marks right behind a noun: "the exhibition “Amber”", "titled “Amber”"."""
    i = noun.i + 1
    doc = noun.doc
    if i < len(doc) and doc[i].lower_ in TITLED:
        i += 1
    if i >= len(doc) or doc[i].text not in QUOTES:
        return None
    end = next((t.i for t in doc[i + 2 : i + 2 + TITLE_REACH] if t.text in QUOTES), None)
    return None if end is None or not doc[i + 1].text[:1].isupper() else (i, end + 1)


def holders_of(noun: Token, offices: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Who holds an office of what a noun names, and the office's word: Ana Paz and "head" for the delegation in "the
    head of the delegation, Ana Paz"."""
    head = noun.head
    if preposition_of(noun) == "of" and head.lemma_.lower() in offices:
        for child in (*head.children, *noun.children):
            if child.dep_ in ("appos", "flat", "nmod:desc") and child.pos_ == "PROPN":
                yield child, head
        if head.dep_ in ("appos", "nmod:desc") and head.head.pos_ == "PROPN":
            yield head.head, head


def is_bare(noun: Token) -> bool:
    """Whether nothing but an article stands with a noun: "the protocol", also "the said memorandum of understanding"
    and "the protocol, which covers copper", not "the new protocol on trade"."""
    own = restated(noun)
    return all(
        t.dep_ in WITH_BARE or t in own or t.lower_ in POINTING_BACK or (t.dep_ == "acl:relcl" and is_aside(t))
        for t in noun.children
    )


def nouns_above(noun: Token) -> list[Token]:
    """The nouns in whose phrases a noun stands, innermost first: "link" and "deal" for Bolivia in "a deal for a link
    with Bolivia, signed in May", where a parse may hang on any of them what is said of the first."""
    found: list[Token] = []
    while noun.dep_ in ("nmod", "conj", "nmod:poss") and noun.head.pos_ in ("NOUN", "PROPN") and len(found) < DEEPEST:
        noun = noun.head
        found.append(noun)
    return found


def is_in_preposition(noun: Token) -> bool:
    """Whether a noun is part of a complex preposition: "in agreement with", "by arrangement with", "within the
    framework of"."""
    before = preposition_of(noun)
    if before not in ("in", "by", "within", "on"):
        return False
    if noun.lower_ == "framework":
        return True
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.tag_ == "NN" and following == "with" and noun.i > 0 and noun.nbor(-1).lower_ == before


@remembered
def provision_of(document: Token) -> Token | None:
    """The verb of what is done by what a noun names: "supply" in "a pact under which Oman will supply gas" and in
    "Under the pact, Oman will supply gas", "let" in "a pact that lets ships pass" and "allow" in "signed a pact with
    Oman, allowing ships to pass"."""
    if preposition_of(document) == "under":
        verb = document.head
        return verb if verb.pos_ == "VERB" and verb.i > document.i else None
    beside = [t for t in document.head.rights if t.i > document.i] if document.dep_ in MADE else []
    for clause in (*document.children, *(t for t in beside if t.dep_ == "advcl:relcl")):
        if clause.dep_ not in ("acl:relcl", "advcl:relcl", "acl") or clause.pos_ != "VERB":
            continue
        if any(t.lower_ == "whereby" or (t.lower_ == "which" and preposition_of(t) in BY_WHICH) for t in clause.lefts):
            return clause
        acts = any(t.dep_ == "nsubj" and t.lower_ == "that" for t in clause.lefts)
        if acts and any(t.dep_ in ("obj", "xcomp", "ccomp") and t.lower_ not in BARE for t in clause.rights):
            return clause
    allowing = (t for t in beside if t.dep_ == "advcl" and t.tag_ == "VBG" and t.lemma_.lower() in PROVIDING)
    return next(allowing, None) or _verb_by_which(document)


def _verb_by_which(document: Token) -> Token | None:
    """The verb of "by which" or "under which" right behind a document, whatever a parse hangs it on."""
    last = noun_phrase(document)[1]
    first, second, third = (document.doc[i : i + 1].text.lower() for i in range(last, last + 3))
    skipped = int(first == ",")
    if (first, second)[skipped] not in BY_WHICH or (second, third)[skipped] != "which":
        return None
    verb = document.doc[last + 1 + skipped].head
    return verb if verb.pos_ == "VERB" and verb.i > last else None


def act_under(document: Token) -> Token | None:
    """The verb of what is done by the terms of a document that is told after it: "supply" in "will supply buses to Lima
    under a contract signed in May"."""
    verb = document.head
    before = preposition_of(document) in ("under", "in") and verb.pos_ == "VERB" and verb.i < document.i
    return verb if before and not is_definite(document) else None


def goals_within(noun: Token, first: int, last: int) -> list[Token]:
    """The places behind "to" in a noun's phrase (bounds from `first` to `last`), also where a parse hangs them on a
    noun within it: "Hanoi" for the delegation in "a delegation of 25 companies to Hanoi"."""
    words = noun.doc[max(first, noun.i + 1) : last]
    return [t for t in words if t.ent_type_ in ("GPE", "LOC") and preposition_of(t) == "to"]


def stated_aim(noun: Token) -> Token | None:
    """The verb that says what a noun is for: "support" for the trip in "the aim of the trip was to support exporters",
    "the trip aims to support exporters", "the trip is aimed at supporting exporters", "the trip is part of efforts to
    support exporters", "the trip is seen as an attempt to support exporters", "the trip is meant to support them"."""
    head = noun.head
    if preposition_of(noun) == "of" and head.lemma_.lower() in AIMS and head.dep_ in ("nsubj", "nsubj:outer"):
        return head.head if head.head.tag_ == "VB" else None
    if noun.dep_ not in ("nsubj", "nsubj:pass"):
        return None
    if head.lemma_.lower() in AIMING:
        return next((t for t in head.children if t.dep_ in ("xcomp", "advcl") and t.tag_ in ("VB", "VBG")), None)
    efforts = [head, *(t for t in head.rights if preposition_of(t) in ("of", "as"))]
    effort = next((t for t in efforts if t.lemma_.lower() in EFFORTS), None)
    if effort is None:
        return None
    return next((t for t in effort.rights if t.dep_ in ("acl", "advcl", "xcomp") and t.tag_ in ("VB", "VBG")), None)


def efforts_to(noun: Token) -> list[Token]:
    """The verbs that say what is tried or aimed at: "boost" for the bid in "in a bid to boost trade", for the part in
    "as part of efforts to boost trade"."""
    nouns = [noun, *(t for t in noun.rights if preposition_of(t) == "of")]
    efforts = [t for t in nouns if t.lemma_.lower() in EFFORTS | AIMS | {"view"} and t.pos_ == "NOUN"]
    return [t for effort in efforts for t in effort.rights if t.dep_ == "acl" and t.tag_ in ("VB", "VBG")]


def verbs_where(predicate: Token) -> list[Token]:
    """The verbs that say what happens at the place where a predicate goes: "discuss" in "will go to Peru, where she
    will discuss trade"."""
    places = (t for t in predicate.rights if t.dep_ in ("obl", "obj", "nmod"))
    below = (t for top in (predicate, *places) for t in top.rights if t.i > predicate.i)
    return [t for t in below if t.pos_ == "VERB" and any(c.lower_ == "where" for c in t.lefts)]


def tried_aims(predicate: Token) -> list[Token]:
    """The verbs that say what is tried by a doing: "set" in "met in an effort to set rules" and "met, aiming to set
    rules", "reaching" in "talks with a view to reaching a truce", "resume" in "met as part of attempts to resume"."""
    found: list[Token] = []
    for child in predicate.rights:
        for noun in (child, *(t for t in child.rights if child.lower_ == "part" and preposition_of(t) == "of")):
            if noun.lemma_.lower() in EFFORTS | HOPES and preposition_of(noun) in ("in", "with", "as", "of"):
                found += [t for t in noun.rights if t.dep_ == "acl" and t.tag_ in ("VB", "VBG")]
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_.lower() in TRYING:
            found += [t for t in child.rights if t.dep_ in ("xcomp", "advcl") and t.tag_ in ("VB", "VBG")]
    return found


def nominals_below(top: Token, *prepositions: str) -> list[Token]:
    """The nominals with one of these prepositions in the phrase or clause that a word heads, however deep, in order."""
    words = top.doc[top.left_edge.i : min(top.right_edge.i + 1, top.i + REACH)]
    return [t for t in words if t.pos_ in ("NOUN", "PROPN") and preposition_of(t) in prepositions]


def tells_action(words: Span) -> bool:
    """Whether some words hold a finite verb with a subject, unlike the entry of a list."""
    finite = (t for t in words if t.tag_ in ("VBD", "VBZ", "VBP", "MD"))
    return any(c.dep_.startswith("nsubj") for t in finite for c in (*t.children, *t.head.children))


def adjoining(noun: Token, *prepositions: str) -> Token | None:
    """The nominal of a phrase that begins right behind a noun, whatever a parse hangs it on: "Ana Paz" in "said so in a
    meeting with Ana Paz"."""
    following = next(iter(noun.doc[noun.i + 1 : noun.i + 2]), None)
    if following is None or following.dep_ != "case" or following.lower_ not in prepositions:
        return None
    nominal = following.head
    return nominal if nominal.i > noun.i and nominal.head != noun else None


def complement_behind(nominal: Token, *prepositions: str) -> Token | None:
    """What one of these prepositions brings behind a nominal and all that names it, whatever a parse hangs it on:
    "quotas" for the minister in "talks with the minister, Ana Paz of the ruling party, on quotas"."""
    doc = nominal.doc
    for i in range(nominal.i + 1, min(nominal.sent.end - 1, nominal.i + NAMING_REACH)):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ENDING or token.text in QUOTES:
            return None
        marks = token.head.i > i and token.dep_ in MARKING and doc[i + 1].text not in DAYS  # "on Friday 3 May"
        if token.lower_ in prepositions and not token.ent_type_ and marks:
            named = doc[i - 1].is_punct or doc[i - 1].ent_type_ or doc[i - 1].tag_ == "NNS"
            return token.head if named else None
    return None
