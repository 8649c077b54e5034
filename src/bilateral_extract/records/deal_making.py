"""Whether words tell that a deal is made or planned, and not of papers, habits or intents."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    infinitives,
    is_counted,
    modifiers,
    noun_phrase,
    preposition_of,
    restated,
    verb_lemma,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.binding import TRANSFERS
from bilateral_extract.records.deal_status import (
    STATUSES,
    are_both_sides,
    years_told,
)
from bilateral_extract.records.documents import (
    document_kind,
    document_row,
    is_definite,
    is_member,
    is_plural,
    is_told_to_exist,
    making_noun,
    needs_amount,
    signing_noun,
    stands_alone,
    tells_others,
)
from bilateral_extract.records.draft import ALONE, ITEM, NEGOTIATED, Draft
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.reality import Reality
from bilateral_extract.records.scene import Scene

DEFINITE = frozenset({"the", "this", "that", "any", "no", "every"})
MUCH = frozenset({"great", "good"})  # "a great deal of interest"
ASKING = load_words("asking_determiners")
CREDENCE = frozenset({"credence", "recall"})  # the letters of ambassadors
COMPLETED = frozenset({"agreement", "memorandum", "purchase", "loan", "investment"})
CHOOSING = frozenset({"choose", "select", "win"})
HOSTING = frozenset({"attend", "chair", "head", "hold", "host", "join", "lead", "represent", "serve", "speak"})
CONTINUING = load_words("continuing_verbs")
GATHERING = load_words("gathering_verbs")
GIVEN = frozenset({"purchase", "grant", "loan"})  # kinds of deals that may be habits
GIVING = load_words("giving_verbs")
ISSUED = frozenset({"declaration", "loan", "contract", "other"})  # "issued a joint statement", not "protocols"
JOINT = load_words("joint_modifiers")
LIGHT = load_words("light_verbs")
NAMING = load_words("naming_verbs")
SURE = frozenset({"on", "on-clause", "regarding", "concerning", "covering"})
OUGHT = frozenset({"must", "should", "ought", "can", "could", "may"})
SETTLING = load_words("settling_verbs")
STATEMENTS = load_words("statement_nouns")
VISITS = frozenset({"visit", "trip", "tour"})
WISHES = frozenset({"need", "necessity", "hope", "desire", "wish", "demand"})
WARES = load_words("wares")
TALKS = frozenset({"meeting", "call", "exchange", "visit", "event", "group"})  # classes of nouns for what is no deal


def is_no_document(draft: Draft) -> bool:
    """Whether a noun only carries on another's phrase ("of understanding"), is what one side tells the press, or is a
    name that only a verb of signing would make a document."""
    trigger, head = draft.trigger, draft.trigger.head
    if trigger.pos_ != "VERB" and any(t.lower_ in ASKING for t in trigger.lefts):
        return True
    if trigger.lemma_.lower() == "letter" and any(a.head.lower_ in CREDENCE for a in view_clause(trigger).get("of")):
        return True
    if trigger.lower_ == "minutes" and draft.rule.split()[0] in ("approve", "adopt", "confirm"):
        return True  # of the meeting before
    if _is_intention(trigger) and draft.rule.split()[0] not in SETTLING:  # but "agreed on a plan to buy rice"
        return True
    if draft.rule == ALONE and _is_wished_for(trigger):
        return True
    if trigger.lower_ == "deal" and any(t.lower_ in MUCH for t in trigger.lefts):
        return True
    if trigger.lemma_.lower() == "instrument" and draft.rule.split()[0] in ("hand", "deliver", "receive", "present"):
        return True  # what tells that a treaty is ratified
    if trigger.text.istitle() and trigger.pos_ == "PROPN" and document_kind(trigger) == "purchase":
        return True  # "the Order of Merit"
    if draft.rule.endswith(":document") and draft.rule.split()[0] not in NAMING and document_row(trigger) is None:
        return True
    if head != trigger and trigger in restated(head) and document_row(head) is not None:
        return True
    if trigger.i > 1 and trigger.nbor(-1).lower_ == "of" and document_row(trigger.nbor(-2)) is not None:
        return trigger.lower_ in ("understanding", "intent")
    if "signed" in draft.sets:
        return False
    if draft.rule.split()[0] in SETTLING and draft.rule.endswith(":document"):
        return False  # "adopted a statement"
    return trigger.lemma_.lower() in STATEMENTS and not any(t.lower_ in JOINT for t in modifiers(trigger))


def _is_wished_for(noun: Token) -> bool:
    """Whether a document is only what somebody needs or hopes for: "stressed the need for a treaty on fish"."""
    wish = noun.head
    return wish.lemma_.lower() in WISHES and wish.pos_ == "NOUN" and preposition_of(noun) in ("for", "of")


def _is_intention(noun: Token) -> bool:
    """Whether a plan is an intent and no plan of action: "plans to visit Peru", "plans for a summit"."""
    if noun.lemma_.lower() != "plan" or any(t.dep_ == "compound" for t in noun.lefts):
        return False
    return bool(infinitives(noun)) or (noun.tag_ == "NNS" and bool(view_clause(noun).get("for")))


def tells_deal(scene: Scene, draft: Draft, reality: Reality, told: str) -> bool:
    """Whether a filled draft is one deal made or planned; marks what only counts beside another deal.

    `told` is how far the words beside a document say that it is (`deal_status.read_status`).
    """
    trigger = draft.trigger
    if needs_amount(trigger) and ("value" not in draft.slots or _is_to_another(trigger)):
        return False
    if NEGOTIATED in draft.sets:
        return True
    if _is_empty_phrase(draft, reality) or _is_conduct(scene, draft):
        return False
    if trigger.pos_ == "VERB" and any(is_definite(a.head) for a in draft.clause.get("under")):
        _mark_echo(draft)  # "under the agreement, the firm will supply …": what the agreement says
    if "listed" in draft.sets and not is_plural(trigger) and any(t.lower_ in VISITS for t in trigger.subtree):
        return False  # the programme of a visit is no document of two sides
    if "listed" in draft.sets or (draft.rule == ALONE and is_plural(trigger) and tells_others(trigger)):
        return True
    if draft.rule == ALONE and (ITEM in draft.sets or is_member(trigger)):
        if draft.first("count") is None:
            draft.slots["kind"] = [replace(draft.slots["kind"][0], value=document_kind(trigger))]
        if "agreed" not in draft.sets:  # what is announced by itself is part of no package
            draft.sets = (*draft.sets, "member")
        return True
    if draft.rule == ALONE and told != "signed":
        return _stands_by_itself(scene, draft)
    return _is_carried(draft, reality, told)


def _mark_echo(draft: Draft) -> None:
    """Notes that a deal counts only where it is told besides."""
    draft.sets = (*draft.sets, "echo")


def _is_bound(draft: Draft) -> bool:
    """Whether a deal's words tell whom it binds or what it is worth."""
    if draft.slots.keys() & {"parties", "value"}:
        return True
    among = any(a.role in ("between", "among", "amongst") for a in draft.in_role("parties"))
    return "subject" in draft.slots and among  # "an agreement among the states of the region to share water"


def _is_empty_phrase(draft: Draft, reality: Reality) -> bool:
    """Whether a verb says too little of a noun to make a deal of it."""
    verb, kind = draft.rule.split()[0], draft.first("kind")
    if verb == "complete":  # "completed a programme"
        return kind not in COMPLETED
    if verb == "have" and reality != "actual":
        return True  # "expect to have a protocol" tells of no document
    if verb == "issue":
        return kind not in ISSUED
    if verb in CHOOSING:  # "Peru was selected to host the session"
        return any(verb_lemma(a.head) in HOSTING for a in draft.in_role("subject"))
    # "have plans", "make a contribution", "enter into programmes"
    return verb in LIGHT and not stands_alone(draft.trigger) and document_kind(draft.trigger) != "agreement"


def _is_conduct(scene: Scene, draft: Draft) -> bool:
    """Whether a verb tells of what somebody always does, has done over time or goes on doing, and not of one deal."""
    if (draft.first("kind") in GIVEN and _is_habit(scene, draft)) or _is_count(draft):
        return True
    return draft.rule.startswith("agree ") and any(_is_to_go_on(a.head) for a in draft.in_role("subject"))


def _stands_by_itself(scene: Scene, draft: Draft) -> bool:
    """Whether a noun that no verb of the lexicon carries, and that nobody is told to sign, tells of a deal."""
    trigger = draft.trigger
    dated, bought = bool(years_told(scene, trigger)), _is_sale(scene, trigger)  # "their pact of 1998"
    made = making_noun(trigger) is not None
    whole = bought or (dated and "subject" in draft.slots)
    whole = whole or (len(draft.values("parties")) > 1 and (dated or "subject" in draft.slots))
    if is_definite(trigger) and not whole and not made:
        _mark_echo(draft)
    matter = "subject" in draft.slots and (dated or not is_definite(trigger))
    matter = matter and (dated or any(a.role in SURE for a in draft.in_role("subject")))
    if not (_is_bound(draft) or matter):
        return False
    if _is_told_by_amount(scene, draft):
        return True
    return made or bought or needs_amount(trigger) or stands_alone(trigger) or is_told_to_exist(trigger)


def _is_told_by_amount(scene: Scene, draft: Draft) -> bool:
    """Whether a noun with its amount tells what somebody gives: "is growing, with a $12 million investment in a plant",
    "Norsk Vind's $2 billion investment in wind farms", "through a grant of $3 million"."""
    trigger, kind = draft.trigger, document_kind(draft.trigger)
    if trigger.tag_ != "NN" or any(t.lower_ in DEFINITE for t in trigger.lefts) or "subject" not in draft.slots:
        return False
    if kind not in TRANSFERS or not scene.amounts_in(*noun_phrase(trigger)):
        return False
    return kind == "investment" or preposition_of(trigger) in ("through", "via")


def _is_carried(draft: Draft, reality: Reality, told: str) -> bool:
    """Whether what a verb of the lexicon carries, or what is told to be signed, is a deal."""
    trigger, verb = draft.trigger, draft.rule.split()[0]
    if draft.rule != ALONE and not set(STATUSES) & set(draft.sets) and told != "signed":
        _mark_echo(draft)  # what a document covers or provides for
    venture = draft.rule.endswith(":venture")
    if "investment" in draft.sets and reality != "planned" and "value" not in draft.slots and not venture:
        return False  # who "has been investing" or "builds" tells of habits, not of one deal
    given = draft.first("kind") in ("loan", "grant", "investment", "contract")
    if verb in GIVING and not given and all(a.role != "with" for a in draft.in_role("parties")):
        return False
    vague = is_plural(trigger) and not draft.slots.keys() & {"subject", "count"}
    told_aside = draft.rule == ALONE or (told != "signed" and draft.clause.trigger.head == trigger)
    if told_aside and vague and signing_noun(trigger) is None:
        _mark_echo(draft)  # "the agreements reached in Rome": only where they are told besides
    impersonal = draft.clause.passive and draft.clause.lemma == "agree"  # "it was agreed to open a line"
    return _is_bound(draft) or trigger.pos_ != "VERB" or impersonal or are_both_sides(draft)


def _is_to_another(noun: Token) -> bool:
    """Whether what a noun promises is itself a document: "a commitment to a loan of $3 million"."""
    return any(document_row(a.head) is not None for a in view_clause(noun).get("to", "of", "for"))


def _is_sale(scene: Scene, noun: Token) -> bool:
    """Whether a noun tells what changes hands: "the purchase of ten jets", "the acquisition of a stake in a port"."""
    if noun.tag_ != "NN" or document_row(noun) is None or document_kind(noun) != "purchase":
        return False
    clause = view_clause(noun)
    bought = [p for a in clause.get("of") for p in resolve_participants(scene, a.head)]
    if clause.get("by") and any(p.kind == "organization" for p in bought):
        return True  # "the acquisition of Copper Hill by Norsk Hydro"
    wares = [a.head for a in clause.get("of") if not scene.amounts_in(a.head.left_edge.i, a.head.i + 1)]
    return any(is_counted(t) or t.lemma_.lower() in WARES or t.lower_ == "stake" for t in wares)


def _is_count(draft: Draft) -> bool:
    """Whether a verb sums up what was invested over time: "has invested more than $3 billion since 2003"."""
    value = draft.first("value")
    rounded = draft.first("kind") == "investment" and value is not None and value.bound != "exact"
    return draft.trigger.pos_ == "VERB" and rounded and bool(draft.clause.get("since"))


def _is_habit(scene: Scene, draft: Draft) -> bool:
    """Whether the simple present of running text tells what somebody always does: "gives grants to countries that …",
    "sells half of its oil to Peru"; headings tell news in it."""
    if draft.clause.tense != "present" or draft.slots.keys() & {"value", "date"}:
        return False
    maker = draft.clause.trigger
    return maker.tag_ in ("VBZ", "VBP") and not scene.is_in_heading(maker)


def _is_to_go_on(act: Token) -> bool:
    """Whether those who agree to do something only go on as they do, meet, or hold an opinion: "agreed to keep in
    touch", "… to hold the next session in Lima", "… that the rich must pay"."""
    lemma, classes = verb_lemma(act), load_lexicon().classes
    if OUGHT & set(view_clause(act).modals):
        return True
    if act.pos_ != "VERB" or lemma in CONTINUING:
        return lemma in CONTINUING
    return lemma in GATHERING and all(
        classes.get(a.head.lemma_.lower()) in TALKS for a in view_clause(act).get("object")
    )
