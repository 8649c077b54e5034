"""Deals: what was signed, agreed or is planned, by whom, worth what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from spacy.tokens import Token

from bilateral_extract.language.clauses import view_clause
from bilateral_extract.language.constituents import (
    clause_span,
    governing_predicate,
    infinitives,
    is_counted,
    modifiers,
    restated,
    verb_lemma,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.binding import add_recipient, fill_parties
from bilateral_extract.records.circumstances import fill_date, fill_place
from bilateral_extract.records.deal_arguments import gather_arguments
from bilateral_extract.records.deal_status import (
    STATUSES,
    are_both_sides,
    is_of_old,
    judge_in_scene,
    read_status,
    years_told,
)
from bilateral_extract.records.documents import (
    PLURAL_KINDS,
    document_kind,
    document_row,
    is_definite,
    is_member,
    is_plural,
    is_told_to_exist,
    making_noun,
    needs_amount,
    negotiation_of,
    signing_noun,
    stands_alone,
    tells_others,
)
from bilateral_extract.records.draft import AGAIN, ALONE, ITEM, NEGOTIATED, TITLE, Draft, Fill
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.parties import resolve_participants
from bilateral_extract.records.reality import Reality
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.subjects import fill_subject
from bilateral_extract.records.worth import fill_value

NO_DEAL = frozenset({"cancelled", "background"})
MARKS = frozenset({ITEM, TITLE, NEGOTIATED, AGAIN})
MUCH = frozenset({"great", "good"})  # "a great deal of interest"
ASKING = load_words("asking_determiners")
CREDENCE = frozenset({"credence", "recall"})  # the letters of ambassadors
COMPLETED = frozenset({"agreement", "memorandum", "purchase", "loan", "investment"})
CHOOSING = frozenset({"choose", "select"})
HOSTING = frozenset({"attend", "chair", "head", "hold", "host", "join", "lead", "represent", "serve", "speak"})
CONTINUING = load_words("continuing_verbs")
ENDING = load_words("ending_verbs")
FREE = ("free of charge", "free of cost", "as a gift", "as a donation", "as a present", "gratis", "at no cost")
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
WARES = load_words("wares")
TALKS = frozenset({"meeting", "call", "exchange", "visit", "event", "group"})  # classes of nouns for what is no deal


def fill_deal(scene: Scene, draft: Draft) -> bool:
    """Fills a deal's slots; False where none is made or definitely planned, or nothing says that it is a deal."""
    reality = judge_in_scene(scene, draft)
    if reality in ("wished", "denied") or NO_DEAL & set(draft.sets) or _is_no_document(draft):
        return False
    talks = negotiation_of(draft.trigger) if draft.rule == ALONE else None
    if talks is not None:
        verb = governing_predicate(talks)
        ended = verb is not None and reality == "actual" and verb_lemma(verb) in ENDING
        draft.sets = (*draft.sets, NEGOTIATED, "agreed" if ended else "planned")
    if scene.is_in_heading(draft.trigger) and ITEM not in draft.sets:
        draft.sets = (*draft.sets, TITLE)
    gather_arguments(scene, draft)
    here = scene.span(draft.trigger.i, draft.trigger.i + 1)
    reality, told, shown = read_status(scene, draft, reality)
    draft.add("status", Fill("planned" if reality == "planned" else shown, here, f"{reality} {draft.rule}"))
    if AGAIN in draft.sets:
        fill_parties(scene, draft)
        fill_date(scene, draft)
        fill_place(scene, draft)
        return True
    draft.add("kind", Fill(_kind(draft), here, f"the word {draft.trigger.lower_}"))
    fill_parties(scene, draft)
    fill_value(scene, draft)
    fill_subject(scene, draft)
    add_recipient(scene, draft)
    fill_date(scene, draft)
    _drop_days_to_come(scene, draft)
    fill_place(scene, draft)
    if draft.rule == ALONE and is_of_old(scene, draft):
        draft.slots["status"] = [replace(draft.slots["status"][0], value="signed")]
    return _tells_deal(scene, draft, reality, told)


def _drop_days_to_come(scene: Scene, draft: Draft) -> None:
    """What is made is made by the day of the report: "agreed on financing for projects by 2035", "signed guidelines for
    work in 2024–2026" have no date yet."""
    published = scene.reading.published
    if published is not None and draft.first("status") != "planned" and "date" in draft.slots:
        kept = [fill for fill in draft.slots["date"] if _is_by(fill.value, published)]
        draft.slots["date"] = kept
        if not kept:
            del draft.slots["date"]


def _is_by(days: TimeSpan, published: dt.date) -> bool:
    """Whether days may be the date of what was made by the day of publication: no years to come."""
    if days.start is None or days.end is None:
        return True
    return days.start <= published and (days.start.year == days.end.year or days.end <= published)


def _tells_deal(scene: Scene, draft: Draft, reality: Reality, told: str) -> bool:
    """Whether a filled draft is one deal made or planned; marks what only counts beside another deal."""
    bound = bool(draft.slots.keys() & {"parties", "value"})
    if "subject" in draft.slots:  # "an agreement among the states of the region to share water" binds whoever they are
        bound = bound or any(a.role in ("between", "among", "amongst") for a in draft.in_role("parties"))
    if needs_amount(draft.trigger) and ("value" not in draft.slots or _is_to_another(draft.trigger)):
        return False
    if NEGOTIATED in draft.sets:
        return True
    if draft.rule.startswith("complete ") and draft.first("kind") not in COMPLETED:
        return False  # "completed a programme"
    if draft.rule.startswith("have ") and reality != "actual":
        return False  # "expect to have a protocol" tells of no document
    if draft.rule.split()[0] in (*CHOOSING, "win") and any(
        verb_lemma(a.head) in HOSTING for a in draft.in_role("subject")
    ):
        return False  # "Peru was selected to host the session"
    if draft.rule.startswith("issue ") and draft.first("kind") not in ISSUED:
        return False
    if (
        draft.rule.split()[0] in LIGHT
        and not stands_alone(draft.trigger)
        and document_kind(draft.trigger) != "agreement"
    ):
        return False  # "have plans", "make a contribution", "enter into programmes"
    if draft.trigger.pos_ == "VERB" and any(is_definite(a.head) for a in draft.clause.get("under")):
        draft.sets = (*draft.sets, "echo")  # "under the agreement, the firm will supply …": what the agreement says
    if (draft.first("kind") in GIVEN and _is_habit(scene, draft)) or _is_count(draft):
        return False
    if draft.rule.startswith("agree ") and any(_is_to_go_on(a.head) for a in draft.in_role("subject")):
        return False
    if "listed" in draft.sets:
        return True
    if draft.rule == ALONE and is_plural(draft.trigger) and tells_others(draft.trigger):
        return True
    if draft.rule == ALONE and (ITEM in draft.sets or is_member(draft.trigger)):
        if draft.first("count") is None:
            draft.slots["kind"] = [replace(draft.slots["kind"][0], value=document_kind(draft.trigger))]
        draft.sets = (*draft.sets, "member")
        return True
    if draft.rule == ALONE and told != "signed":
        dated = bool(years_told(scene, draft.trigger))  # "their pact of 1998"
        bought = _is_sale(scene, draft.trigger)
        whole = bought or (len(draft.values("parties")) > 1 and (dated or "subject" in draft.slots))
        whole = whole or (dated and "subject" in draft.slots)
        if is_definite(draft.trigger) and not whole and making_noun(draft.trigger) is None:
            draft.sets = (*draft.sets, "echo")
        matter = "subject" in draft.slots and (dated or not is_definite(draft.trigger))
        matter = matter and (dated or any(a.role in SURE for a in draft.in_role("subject")))
        made = (
            bought
            or needs_amount(draft.trigger)
            or stands_alone(draft.trigger)
            or making_noun(draft.trigger) is not None
        )
        return (bound or matter) and (made or is_told_to_exist(draft.trigger))
    if draft.rule != ALONE and not set(STATUSES) & set(draft.sets) and told != "signed":
        draft.sets = (*draft.sets, "echo")  # what a document covers or provides for
    venture = draft.rule.endswith(":venture")
    if "investment" in draft.sets and reality != "planned" and "value" not in draft.slots and not venture:
        return False  # who "has been investing" or "builds" tells of habits, not of one deal
    given = draft.first("kind") in ("loan", "grant", "investment", "contract")
    if draft.rule.split()[0] in GIVING and not given and all(a.role != "with" for a in draft.in_role("parties")):
        return False
    vague = is_plural(draft.trigger) and not draft.slots.keys() & {"subject", "count"}
    told_aside = draft.rule == ALONE or (told != "signed" and draft.clause.trigger.head == draft.trigger)
    if told_aside and vague and signing_noun(draft.trigger) is None:
        draft.sets = (*draft.sets, "echo")  # "the agreements reached in Rome": only where they are told besides
    impersonal = draft.clause.passive and draft.clause.lemma == "agree"  # "it was agreed to open a line"
    return bound or draft.trigger.pos_ != "VERB" or impersonal or are_both_sides(draft)


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


def _is_no_document(draft: Draft) -> bool:
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


def _is_intention(noun: Token) -> bool:
    """Whether a plan is an intent and no plan of action: "plans to visit Peru", "plans for a summit"."""
    if noun.lemma_.lower() != "plan" or any(t.dep_ == "compound" for t in noun.lefts):
        return False
    return bool(infinitives(noun)) or (noun.tag_ == "NNS" and bool(view_clause(noun).get("for")))


def _is_free(draft: Draft) -> bool:
    """Whether what is supplied is a gift: "will supply rice to Peru free of charge"."""
    words = draft.trigger.doc[slice(*clause_span(draft.clause.trigger))].text.lower()
    return any(phrase in words for phrase in FREE)


def _kind(draft: Draft) -> str:
    for name in draft.sets:
        if name not in STATUSES and name not in MARKS:
            return "grant" if name in ("contract", "purchase") and _is_free(draft) else name
    kind = document_kind(draft.trigger)
    return "package" if is_plural(draft.trigger) and kind in PLURAL_KINDS else kind
