"""Clause views: who does what to whom, with syntax undone once.

Passives, coordination, control, relative clauses, participles and support verbs are resolved here, so that "A and B
signed", "was signed by A", "A, who signed", "A plans to sign" and "the signing by A" look alike to the layers above.
The layers above ask these views before they look at a label themselves. Labels are Universal Dependencies 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from bilateral_extract.language.arguments import DEICTIC, Argument, nominal_arguments, own_arguments
from bilateral_extract.language.constituents import (
    carried_on,
    content_noun,
    equated,
    governing_predicate,
    preposition_of,
)
from bilateral_extract.language.displaced import (
    RELATIVE,
    inverted_state,
    inverted_subject,
    invitee_of,
    is_received,
    moved_object,
)
from bilateral_extract.language.remembering import remembered
from bilateral_extract.language.verb_groups import (
    Governor,
    Tense,
    governors_of,
    is_conditional,
    is_negated,
    is_passive,
    is_ranked,
    modals_of,
    predicate_lemma,
    tense_of,
)
from bilateral_extract.lexicon import load_words

__all__ = ["Argument", "Clause", "view_clause"]

COLLECTIVES = load_words("collectives")
OBJECT_CONTROL = load_words("object_control_verbs")
RECEIVING = load_words("receiving_verbs")
ACCOMPANYING = frozenset({"accompany", "join"})
SENDING = load_words("sending_verbs")
NOMINALS = frozenset({"nmod", "obl", "nmod:unmarked", "obl:unmarked"})
SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "csubj:pass", "nsubj:outer"})
ADDRESSES = load_words("address_nouns")
AWAY = frozenset({"away", "back"})  # who is "away in Peru", "back from Peru"
ADVERBIAL = DEICTIC | AWAY  # adverbs that are predicates with "be"


@dataclass(frozen=True, eq=False)
class Clause:
    """A predicate (verb, event noun or adjective) with its arguments and what is said of its reality.

    What tells of reality is read when it is first asked for: most views are only asked for arguments. Views are
    compared as objects, not part by part.
    """

    trigger: Token
    lemma: str  # with its particle: "kick off"
    arguments: tuple[Argument, ...]
    passive: bool
    verb: Token | None  # the trigger, or the predicate that a noun stands under

    def get(self, *roles: str) -> tuple[Argument, ...]:
        """The arguments with one of these roles, in order of the text."""
        return tuple([a for a in self.arguments if a.role in roles])

    @cached_property
    def negated(self) -> bool:
        """Under "not", "never" or "no"."""
        bare = self.trigger != self.verb and any(t.lower_ in ("no", "neither") for t in self.trigger.children)
        return bare or (self.verb is not None and is_negated(self.verb))

    @cached_property
    def tense(self) -> Tense | None:
        """None where nothing tells: nouns without a verb, bare participles."""
        return tense_of(self.verb) if self.verb is not None else None

    @cached_property
    def modals(self) -> tuple[str, ...]:
        """The modal verbs, in their full forms: "will", "could"."""
        return modals_of(self.verb) if self.verb is not None else ()

    @cached_property
    def conditional(self) -> bool:
        """Under "if", "unless", "whether"."""
        return self.verb is not None and is_conditional(self.verb)

    @cached_property
    def governors(self) -> tuple[Governor, ...]:
        """The words that embed the clause, innermost first."""
        return tuple(governors_of(self.verb)) if self.verb is not None else ()


@remembered
def view_clause(token: Token) -> Clause:
    """The clause whose predicate is `token`."""
    head = token.head
    if token.dep_ == "cop" and (head.pos_ == "ADJ" or head.lower_ in ADVERBIAL or preposition_of(head)):
        return _view_state(token.head, token)
    if token.dep_ == "cop" and (inverted := inverted_state(token)) is not None:
        return _view_state(inverted[0], token)
    return _view_verb(token) if token.pos_ in ("VERB", "AUX") else _view_noun(token)


def _surface_subject(token: Token, depth: int = 0) -> Token | None:
    """Who the subject position of a verb speaks of, through coordination, control and participles."""
    subjects = [t for t in token.children if t.dep_ in SUBJECTS]
    if subjects:
        # Whom it names before what is said, and before what he is called: "H.E. the President of Peru".
        subject = min(subjects, key=lambda t: (t.dep_.startswith("csubj"), t.lower_ in ADDRESSES))
        relative = subject.lower_ in RELATIVE and token.dep_ == "acl:relcl"
        return token.head if relative else subject
    if depth > 8 or token.head == token:
        return None
    head, dep = token.head, token.dep_
    if dep == "acl:relcl":
        return head if not any(t.dep_ == "obj" for t in token.children) or _wh(token) else None
    if dep in ("acl", "xcomp", "advcl") and token.tag_ == "VB" and (invitee := invitee_of(head)) is not None:
        return invitee
    if dep == "acl":
        marked = token.tag_ == "VBG" and any(t.dep_ == "mark" for t in token.lefts)
        if not marked and (token.tag_ in ("VBG", "VBN") or is_passive(token)):
            return head
        if is_ranked(head):  # "Ana Paz is the first minister to visit Lima"
            return next((t for t in head.children if t.dep_ == "nsubj"), head)
        if content_noun(head).lower_ in COLLECTIVES:  # "named a delegation to attend the fair"
            return content_noun(head)
        owner = next((t for t in head.children if t.dep_ == "nmod:poss"), None)
        if owner is not None and content_noun(head).lower_ != "invitation":  # "accepted her invitation to visit Lima"
            return owner
        if head.dep_ in ("obj", "nsubj:pass", "obl") and head.head.pos_ == "VERB":
            return _surface_subject(head.head, depth + 1)
        return None
    if dep == "xcomp":
        if head.lemma_.lower() in OBJECT_CONTROL:
            patient = next((t for t in head.children if t.dep_ in ("obj", "iobj")), None)
            if patient is not None:
                return patient
        return _surface_subject(head, depth + 1)
    if dep == "ccomp" and any(t.lower_ == "having" for t in token.lefts):  # "confirmed having met"
        return _surface_subject(head, depth + 1)
    if dep in ("conj", "advcl", "parataxis") and head.pos_ in ("VERB", "AUX"):
        return _surface_subject(head, depth + 1)
    return None


def _wh(token: Token) -> Token | None:
    return next((t for t in token.children if t.lower_ in RELATIVE), None)


def _view_verb(token: Token) -> Clause:
    passive = is_passive(token)
    found = own_arguments(token, passive)
    found = [
        Argument(_role_of_gap(a, found), token.head, True) if _is_relative_pronoun(a.head, token) else a for a in found
    ]
    roles = {a.role for a in found}
    if token.dep_ == "xcomp" and not passive and (moved := moved_object(token)) is not None:
        found = [a for a in found if a.head.lower_ not in RELATIVE]
        if all(a.role != "object" for a in found):
            found.append(Argument("object", moved, True))
            roles.add("object")
    adverbial = any(t.tag_ == "WRB" for t in token.lefts)  # "Lima, where they met" has no gap
    if (
        token.dep_ == "acl:relcl" and _wh(token) is None and not adverbial
    ):  # "the deal they signed": the gap is the object
        gap = "object" if "subject" in roles else "subject"
        if gap not in roles:
            found.append(Argument(gap, token.head, True))
            roles.add(gap)
    if token.tag_ == "VBG" and "subject" not in roles and (subject := inverted_subject(token)) is not None:
        found = [a for a in found if a.head != subject] + [Argument("subject", subject)]
        roles.add("subject")
    surface = ("iobject" if is_received(token) else "object") if passive else "subject"
    if surface not in roles:
        subject = _surface_subject(token)
        if subject is not None:
            found.append(Argument(surface, subject, True))
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and "object" not in roles and not passive:
        for child in token.head.children:  # "signed and exchanged the documents": one object for both
            if child.dep_ == "obj" and child.i > token.i:
                found.append(Argument("object", child, True))
    found.sort(key=lambda a: a.head.i)
    return Clause(
        trigger=token,
        lemma=predicate_lemma(token),
        arguments=tuple(found),
        passive=passive,
        verb=token,
    )


def _view_state(token: Token, copula: Token) -> Clause:
    """The clause of a predicate of the verb be: "is in Peru for talks" has in=Peru, for=talks; so has "is due in Peru
    for talks", whichever of "due" and "Peru" a parse takes for the predicate."""
    beside = [token.head] if token.dep_ == "parataxis" and copula.i < token.head.i < token.i else []
    inner = [t for t in (*token.lefts, *beside) if (t.pos_ == "ADJ" or t.lower_ in AWAY) and t.i > copula.i]
    inner += [token] if token.pos_ == "ADJ" or token.lower_ in AWAY else []
    lemma = f"be {inner[0].lower_}" if inner and (inner[0].tag_ == "JJ" or inner[0].lower_ in AWAY) else "be"
    parted = [t for t in token.lefts if t.dep_ == "parataxis" and t.lower_ in AWAY]  # it may have the subject
    own = [a for top in (*parted, token) for a in own_arguments(top, False)]
    found = [Argument(a.role, token.head, True) if _is_relative_pronoun(a.head, token) else a for a in own]
    if token.pos_ != "ADJ":
        found.append(Argument("in" if token.lower_ in DEICTIC else preposition_of(token) or "unmarked", token))
    inverted = inverted_state(copula)
    subject = _surface_subject(token) if inverted is None else inverted[1]
    if subject is not None and all(a.role != "subject" for a in found):
        found.append(Argument("subject", subject, inverted is None))
    found.sort(key=lambda a: a.head.i)
    return Clause(
        trigger=token,
        lemma=lemma,
        arguments=tuple(found),
        passive=False,
        verb=token,
    )


def _role_of_gap(pronoun: Argument, found: list[Argument]) -> str:
    """The role of a relative pronoun: one taken for an adjunct is the subject or the object, whichever is missing."""
    missing = [role for role in ("subject", "object") if all(a.role != role for a in found)]
    return missing[0] if pronoun.role == "unmarked" and missing else pronoun.role


def _is_relative_pronoun(head: Token, verb: Token) -> bool:
    return verb.dep_ == "acl:relcl" and head.lower_ in RELATIVE and head.head == verb


def _view_noun(token: Token) -> Clause:
    found: list[Argument] = []
    for child in (child for noun in (token, *carried_on(token)) for child in noun.children):
        if child.dep_ == "nmod:poss":
            found.append(Argument("poss", child))
        elif child.dep_ in NOMINALS or (child.dep_ == "appos" and preposition_of(child)):  # no apposition has one
            found.extend(nominal_arguments(child))
        elif child.dep_ in ("compound", "amod", "nmod:desc"):
            found.append(Argument("modifier", child))
        elif child.dep_ == "nsubj":  # a predicate noun: "he is a visitor"
            relative = _is_relative_pronoun(child, token)
            found.append(Argument("subject", token.head if relative else child, relative))
        elif child.dep_ == "acl" and child.tag_ in ("VB", "VBG", "VBN", "VBD", "VBP", "JJ"):
            mark = next((t.lower_ for t in child.lefts if t.dep_ == "mark"), None)
            asked = next((t for t in child.lefts if t.tag_ == "WRB"), None)  # "views on how to expand trade"
            role = preposition_of(asked) if asked is not None else None
            found.append(Argument(role or (f"{mark}-clause" if mark else "participle"), child))
    if (other := equated(token)) is not None:
        found.append(Argument("equated", other))
    verb = governing_predicate(token)
    if verb is not None and (doer := _owner_in_clause(token, verb)) is not None and doer != token:
        found.append(Argument("outer", doer, True))
    return Clause(
        trigger=token,
        lemma=token.lemma_.lower(),
        arguments=tuple(found),
        passive=False,
        verb=verb,
    )


def _owner_in_clause(noun: Token, verb: Token) -> Token | None:
    """Whose doing a noun is by its clause: the subject's; the agent's in "was agreed by A and B during a call"; the
    guest's in "she welcomed Mr Gil on his visit"; the envoy's in "they sent Ana Paz for talks"."""
    if verb.lemma_.lower() in RECEIVING | ACCOMPANYING and any(
        t.dep_ == "nmod:poss" and t.pos_ == "PRON" for t in noun.lefts
    ):
        guest = next((t for t in verb.children if t.dep_ in ("obj", "nsubj:pass")), None)
        if guest is not None:
            return guest
    if verb.lemma_.lower() in SENDING:
        envoy = next((t for t in verb.children if t.dep_ in ("obj", "nsubj:pass")), None)
        if envoy is not None:
            return envoy
    agent = next((t for t in verb.children if t.dep_ == "obl:agent"), None)
    return agent if agent is not None else _surface_subject(verb)
