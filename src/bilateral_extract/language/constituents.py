"""Constituents: phrase bounds, coordination, prepositions and how nouns hang together.

With `clauses`, the only place where dependency labels (Universal Dependencies 2) are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Token

from bilateral_extract.language.hyphenated import hyphenated
from bilateral_extract.language.lemmas import regular_bases
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words, read_table, read_toml

PARTICLES = frozenset({"on", "over", "down", "back", "out", "away", "off", "along", "onward"})  # of the verb before
JOINING = frozenset({"together", "along"})
SIMPLE = frozenset({"to", "in", "at", "from", "with"})
CONTAINERS = load_words("container_nouns")
HOLDING_VERBS = frozenset({"include", "cover", "comprise", "contain"})
LISTING = frozenset({"conj", "appos", "flat", "nmod:desc", "list", "compound", "dep"})
OPENING = "“\"'‘("
CLOSING = "”\"')%"
NOT_IN_PHRASE = frozenset({"acl:relcl", "parataxis", "appos", "punct", "advcl", "advcl:relcl", "ccomp", "list", "dep"})


@remembered
def conjuncts(token: Token) -> tuple[Token, ...]:
    """A coordinated word and those coordinated with it, first to last: A, B and C for "A, B and C" given A."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found.extend(conjuncts(child))
        elif child.dep_ == "acl:relcl" and token.text[:1].isupper():
            found.extend(_names_behind_clause(child))
    return tuple(found)


def named_beside(token: Token) -> tuple[Token, ...]:
    """The name that belongs to an office before it, where a parse has them side by side, and those listed with it:
    Ana and Ola for the president in "between President of Peru Ana Paz and Ola Berg"."""
    following = noun_phrase(token)[1]
    name = token.doc[following] if following < len(token.doc) else token
    if name.ent_type_ != "PERSON" or name.head != token.head or preposition_of(name) is not None or name == token:
        return ()
    return conjuncts(name)


def is_listed(token: Token, top: Token) -> bool:
    """Whether a word hangs under `top` by coordination, apposition and the inside of names alone."""
    current = token
    while current != top:
        if current.head == current or current.dep_ not in LISTING:
            return False
        current = current.head
    return True


def _names_behind_clause(clause: Token) -> list[Token]:
    """Names that a parse hangs on the last common noun of a relative clause, though like coordinates with like:
    B and C in "A, which makes machinery, B and C"."""
    return [
        name
        for noun in clause.children
        if noun.pos_ == "NOUN" and noun.i > clause.i
        for name in noun.children
        if name.pos_ == "PROPN" and name.i > noun.i and _is_list_item(name)
    ]


def _is_list_item(name: Token) -> bool:
    if name.dep_ == "conj":
        return True
    edge = name.left_edge.i
    has_comma = "," in (name.doc[edge].text, name.doc[max(0, edge - 1)].text)
    return name.dep_ in ("appos", "list", "nmod") and preposition_of(name) is None and has_comma


@remembered
def noun_phrase(token: Token, *, with_clauses: bool = False) -> tuple[int, int]:
    """Token bounds (end exclusive) of the phrase that `token` heads, without its conjuncts, appositions, leading
    preposition and punctuation; with `with_clauses`, relative and infinitive clauses that follow stay in it."""
    first, last = token.i, token.i + 1
    begin = max((t.i for t in token.lefts if t.dep_ == "cop"), default=-1)  # what it is said of stands before
    stack = [token]
    while stack:
        node = stack.pop()
        at_top = node is token
        for child in node.children:
            at, dep = child.i, child.dep_
            if at < begin:
                continue
            if at_top and dep in ("case", "cc", "conj", "cop", "mark", "nsubj"):
                continue
            closes = dep == "punct" and child.text in CLOSING
            if dep in NOT_IN_PHRASE and not (with_clauses and (closes or dep == "acl:relcl")):
                continue
            if dep == "acl:relcl" and is_aside(child):
                continue
            if dep == "punct" and at < token.i and child.text not in OPENING:  # a comma before a conjunct
                continue
            if dep == "acl" and not with_clauses and at_top:
                continue
            first, last = min(first, at), max(last, at + 1)
            stack.append(child)
    return trim(token, first, last)


def is_aside(clause: Token) -> bool:
    """Whether a comma parts a relative clause from its noun, so that it adds to it and does not say which is meant."""
    first = clause.left_edge
    return first.is_punct or (first.i > 0 and first.nbor(-1).text == ",")


def content_noun(token: Token) -> Token:
    """The noun that a phrase is about: "agreements" for "a number of agreements" and "the signing of agreements"."""
    if token.lemma_.lower() in CONTAINERS or token.tag_ in ("JJS", "CD", "DT"):  # "the largest of the agreements"
        inner = [t for t in token.children if t.dep_ in ("nmod", "obl") and t.i > token.i and preposition_of(t) == "of"]
        if inner:
            return content_noun(inner[0])
    return token


def measured_nouns(amount: Token) -> list[Token]:
    """What an amount is an amount of: "aid" in "$3 million in aid", "loans" in "3 million dollars in loans"."""
    if amount.pos_ != "SYM" and not is_counted(amount):
        return []
    return [noun for child in amount.rights if preposition_of(child) == "in" for noun in conjuncts(child)]


def noun_names(token: Token) -> Iterator[str]:
    """What a lexicon may list a noun under, the longest first: "letter of intent", "credit line", "talks", "talk"; one
    parted at its hyphens whole, "sit-down"."""
    lemma = token.lemma_.lower()
    if (whole := hyphenated(token)) is not None:
        yield whole
    for child in token.rights:
        if preposition_of(child) == "of":
            yield f"{lemma} of {child.lemma_.lower()}"
            break
    if token.i and ((before := token.nbor(-1)).pos_ in ("NOUN", "PROPN", "ADJ") or before.dep_ == "amod"):
        yield f"{before.lower_} {lemma}"  # also "working session"
    yield token.lower_
    yield lemma


def end_before(noun: Token) -> int:
    """Where the words end that stand before a noun's phrase, without the comma and the "and" between them."""
    last = noun.left_edge.i
    while last > 0 and (noun.doc[last - 1].is_punct or noun.doc[last - 1].dep_ == "cc"):
        last -= 1
    return last


def has_article(noun: Token) -> bool:
    """Whether an article of its own stands before a noun."""
    return any(t.dep_ == "det" and t.lower_ in ("a", "an", "the") for t in noun.lefts)


def containing_noun(token: Token) -> Token | None:
    """The noun that takes `token` as its of-phrase or compound: "signing" in "the signing of an agreement"."""
    if token.dep_ == "compound" or (token.dep_ in ("nmod", "obl", "obj") and preposition_of(token) in ("of", None)):
        return token.head if token.head.pos_ in ("NOUN", "PROPN") or token.head.tag_ == "VBG" else None
    return None


def listing_noun(token: Token) -> Token | None:
    """The noun that a word is told to be one of: "documents" for the protocol in "the documents include a memorandum
    and a protocol" and in "documents such as a protocol"."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "obj" and token.head.lemma_.lower() in HOLDING_VERBS:
        subject = next((t for t in token.head.children if t.dep_ == "nsubj"), None)
        return content_noun(subject) if subject is not None else None
    if token.dep_ in ("nmod", "obl") and preposition_of(token) in ("such as", "including", "like", "among"):
        held = [t for t in token.head.children if t.dep_ in ("nsubj:pass", "obj")] if token.head.pos_ == "VERB" else []
        return content_noun(held[0] if held else token.head)  # "documents were signed, including a protocol"
    return None


def restated(token: Token) -> tuple[Token, ...]:
    """Words that carry on a noun's phrase and its arguments: "understanding" and "MoU" for the memorandum in
    "memorandum of understanding (MoU) on fisheries"."""
    found: list[Token] = []
    for child in token.rights:
        bare = not any(t.dep_ in ("det", "nmod:poss", "amod", "compound") for t in child.lefts)
        of = child.dep_ in ("nmod", "acl") and preposition_of(child) == "of"
        if bare and (child.dep_ == "appos" or of):
            found.extend((child, *restated(child)))
    return tuple(found)


def is_counted(noun: Token) -> bool:
    """Whether a number stands before a noun: "17 regions", also within a compound: "day" of "two-day"."""
    return any(child.dep_ == "nummod" for child in noun.lefts)


def carried_on(noun: Token) -> list[Token]:
    """The bare plural that a noun of doing holds, whose arguments are its own: "views" in "exchange of views on it"."""
    behind = (t for t in noun.rights if t.dep_ == "nmod" and preposition_of(t) == "of")
    return [t for t in behind if t.tag_ == "NNS" and [c.dep_ for c in t.lefts] == ["case"]]


def modifiers(token: Token) -> list[Token]:
    """The words before a noun that say what it is: "free", "trade" in "a free trade agreement"."""
    own = {"compound", "amod", "nmod:desc", "obl:npmod"}
    return [t for t in token.lefts if t.dep_ in own]


def is_definite(noun: Token) -> bool:
    """Whether a noun speaks of what is known: "the talks", "these talks", "their talks"."""
    known = ("the", "this", "these", "that", "those")
    return any(t.dep_ == "nmod:poss" or (t.dep_ == "det" and t.lower_ in known) for t in noun.lefts)


def is_predicate(noun: Token) -> bool:
    """Whether a noun says what something is: "this was their fifth meeting"."""
    return noun.pos_ == "NOUN" and any(t.dep_ == "cop" for t in noun.children)


def equated(noun: Token) -> Token | None:
    """What a sentence with *be* says a noun to be or to hold: "trade" in "the main topic was trade", "on the agenda was
    trade" and "trade was on the agenda"."""
    if is_predicate(noun):
        return next((t for t in noun.children if t.dep_ in ("nsubj", "appos")), None)
    if noun.dep_ not in ("nsubj", "nmod", "obl"):
        return None
    root = noun.head.head if noun.head.dep_ == "acl" else noun.head  # "on the agenda were ways to expand trade"
    if root.dep_ in ("nsubj", "nsubj:pass") and noun.dep_ == "nmod":  # "the items on the agenda are (to be) trade …"
        root = next((t for t in root.head.children if t.dep_ == "xcomp"), root.head)
    return root if is_predicate(root) and root.i > noun.i else None


def coordinated_phrase(token: Token) -> tuple[int, int]:
    """Token bounds of the whole phrase of `token` with its conjuncts and clauses: "a, b and c that …"."""
    parts = [noun_phrase(t, with_clauses=True) for t in conjuncts(token)]
    return min(p[0] for p in parts), max(p[1] for p in parts)


def clause_span(token: Token) -> tuple[int, int]:
    """Token bounds of a predicate with its arguments, without coordinated clauses and parentheses."""
    keep = [t for t in token.children if t.dep_ not in ("conj", "parataxis", "punct", "cc", "list", "discourse")]
    first = min([token.i, *(t.left_edge.i for t in keep)])
    last = max([token.i, *(t.right_edge.i for t in keep)]) + 1
    return trim(token, first, last)


@remembered
def governing_predicate(token: Token) -> Token | None:
    """The verb or predicate noun ("is in Peru on a visit") that a nominal belongs to, through prepositional chains;
    None at the root."""
    current = token
    while current.head != current:
        current = current.head
        if current.pos_ in ("VERB", "AUX") or any(t.dep_ == "cop" for t in current.children):
            return current
    return None


def infinitives(token: Token) -> list[Token]:
    """The infinitives that say what for: "to discuss" in "is in Peru to discuss trade"."""
    return [
        child
        for child in token.children
        if child.dep_ in ("advcl", "acl") and child.tag_ == "VB" and any(t.lower_ == "to" for t in child.lefts)
    ]


def doings(predicate: Token) -> list[Token]:
    """The participles that say what somebody does meanwhile: "holding" in "is in Peru holding talks"."""
    return [t for t in predicate.rights if t.dep_ in ("advcl", "acl") and t.tag_ == "VBG" and t.left_edge == t]


def trim(token: Token, first: int, last: int) -> tuple[int, int]:
    """Token bounds around `token` without the punctuation at either end, but with quotation marks and brackets."""
    doc = token.doc
    while first < token.i and (doc[first].is_punct or doc[first].is_space) and doc[first].text not in OPENING:
        first += 1
    while (
        last - 1 > token.i and (doc[last - 1].is_punct or doc[last - 1].is_space) and doc[last - 1].text not in CLOSING
    ):
        last -= 1
    return first, last


@remembered
def preposition_of(token: Token) -> str | None:
    """The preposition before a nominal, with what is fixed to it: "with", "together with", "as well as". That before a
    title is the name's: "with Premier of Peru Ana Paz"."""
    words: list[str] = []
    for child in token.lefts:
        if child.dep_ == "case":
            words.append(child.lower_)
            words.extend(t.lower_ for t in child.rights if t.dep_ == "fixed")
        elif child.dep_ == "nmod:desc" and not words and (before_title := preposition_of(child)):
            words.append(before_title)
    if not words and token.dep_ in ("nmod", "obl") and token.head.i < token.i:
        before = token.left_edge.i - 1  # a preposition may hang on the noun before it
        words = [t.lower_ for t in token.head.rights if t.dep_ == "case" and t.i == before]
    if words == ["with"]:  # "together with", whatever a parse makes of it
        case = next((t for t in token.lefts if t.dep_ == "case"), token)
        words = [*(t.lower_ for t in token.doc[max(0, case.i - 1) : case.i] if t.lower_ in JOINING), "with"]
    if len(words) == 2 and words[0] in PARTICLES and words[1] in SIMPLE:
        del words[0]  # "continued on to Lima"
    return " ".join(words) or None


@cache
def _verb_forms() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_table("verb_forms")}


def verb_lemma(token: Token) -> str:
    """The lemma of a verb: from the table of irregular forms, else the predicate of the lexicon that its form regularly
    comes from, else the model's, its -ise or -ize made whole. Who co-chairs chairs."""
    return _lemma_of(token.lower_.removeprefix("co-"), token.lemma_.lower().removeprefix("co-"))


@lru_cache(maxsize=20_000)
def _lemma_of(form: str, lemma: str) -> str:
    if (known := _verb_forms().get(form)) is not None:
        return known
    predicates = _predicates()
    if lemma not in predicates and (base := next((b for b in regular_bases(form) if b in predicates), None)):
        return base
    return f"{lemma}e" if lemma.endswith(("is", "iz")) and form != lemma else lemma


@cache
def _predicates() -> frozenset[str]:
    """The first words of the verbs that the lexicon knows, in its frames and its lists of verbs."""
    framed = {row["predicate"] for row in read_table("frames") if row["pos"] == "V"}
    listed = {verb for name, words in read_toml("word_lists").items() if name.endswith("_verbs") for verb in words}
    return frozenset(verb.split()[0] for verb in framed | listed)


def nominals_behind(token: Token, *prepositions: str) -> list[Token]:
    """The nominals after a noun that hang on it, with one of these prepositions or, where none is given, with any."""
    return [
        t
        for t in token.children
        if t.dep_ == "nmod" and t.i > token.i and (not prepositions or preposition_of(t) in prepositions)
    ]


def apposed_nouns(name: Token) -> list[Token]:
    """The nouns that a name stands in apposition with: "Peru's envoy, Minister Paz," and "Paz, Peru's envoy,"."""
    above = [name.head] if name.dep_ == "appos" else []
    return [t for t in (*above, *(c for c in name.children if c.dep_ == "appos")) if t.pos_ in ("NOUN", "PROPN")]
