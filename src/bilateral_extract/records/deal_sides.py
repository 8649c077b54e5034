"""Whom deals bind where their own words do not say it: the sides of what was told before, the article's countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import subject_before
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import bloc_of
from bilateral_extract.records.binding import add_party, is_government
from bilateral_extract.records.documents import is_definite, stands_alone
from bilateral_extract.records.draft import ITEM, MEMORY, Draft, Fill
from bilateral_extract.records.parties import Participant, is_people, participant_of, resolve_participants
from bilateral_extract.records.scene import Scene
from bilateral_extract.records.sections import Sections
from bilateral_extract.records.sides import (
    GUESS,
    REACH_BACK,
    count_countries,
    find_setting,
    is_bilateral,
    main_pair,
    name_countries,
    traveller_before,
)

FIRMS = load_words("firms")
CABINETS = frozenset({"cabinet", "council", "parliament", "senate"})
BODIES = frozenset({"side", "party", "delegation", "team", "government", "consortium", "partner", "member", "official"})
SIDES_REACH = 2  # paragraphs over which "the two countries" goes back to those who met
BOTH_COUNTRIES = load_words("country_words")


def bind_sides(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Adds the countries of the talks to deals between countries with none or one told; leaves out what binds nobody.

    `drafts` are all records in the order of the article. The sides are those of the deal or meeting told before it,
    nearest first, else the two countries that the article names most.
    """
    counts = count_countries(scene)
    pair = main_pair(scene, counts)
    first = _sides_before(scene, drafts[::-1])  # of the record that tells two sides first
    sections = Sections(scene, drafts)
    told: Counter[str] = Counter()  # how many records a country takes part in
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind in ("deal", "event"):
            _add_people_told(scene, draft, kept)
        if draft.kind == "deal":
            if "member" in draft.sets:
                _follow_package(draft, kept)
            _repeat_sides(draft, kept)
            _take_up_sides(scene, draft, kept)
            home = max(counts, key=lambda code: (told[code], counts[code]), default=None)
            there = find_setting(scene, draft)
            traveller = traveller_before(kept)
            from_ = traveller.country if traveller is not None and traveller.country else home
            abroad = name_countries(scene, [from_, there]) if from_ and there and there != from_ else []
            sides = abroad if len(abroad) == 2 else []
            if section := sections.of(draft.trigger):  # what is told in another section is of others
                near = [known for known in kept[: -MEMORY - 1 : -1] if sections.of(known.trigger) == section][::-1]
                sides = sides or _sides_before(scene, near) or _sides_within(scene, sections.tokens(section), home)
            else:
                sides = sides or _sides_before(scene, kept) or pair or first
            _complete(draft, sides, _topic(scene, draft) or name_countries(scene, [home] if home else []))
            _add_meant(scene, draft)
            _add_firm(scene, draft)
            _add_home(scene, draft, home)
            echo = "echo" in draft.sets and draft.mentions == 1
            told_by = {"parties", "value"} if _goes_back(draft, kept) else {"parties", "value", "signatories"}
            if echo or not (draft.slots.keys() & told_by or _is_stated(draft, kept)):
                continue
        kept.append(draft)
        told.update(fill.value for fill in draft.slots.get("countries", ()) if fill.rule != GUESS)
    return kept


def _sides_within(scene: Scene, bounds: tuple[int, int], home: str | None) -> list[Participant]:
    """The article's own country and the one other that a section names."""
    codes = dict.fromkeys(e.country for e, _ in scene.mentions_in(*bounds) if e.kind == "country" and e.country)
    others = [code for code in codes if code != home]
    return name_countries(scene, [home, *others]) if home and len(others) == 1 else []


def _is_stated(draft: Draft, before: list[Draft]) -> bool:
    """Whether a verb tells that a document on something is made, by whomever: "they signed an agreement on degrees";
    or a list of what was signed."""
    if ITEM in draft.sets and {"signed", "planned"} & set(draft.sets):
        return True
    carried = draft.clause.trigger != draft.trigger and stands_alone(draft.trigger)
    defined = draft.clause.trigger.head == draft.trigger  # "the pact that the province signed with the firm in 1967"
    ahead = draft.first("status") == "planned" and bool(draft.slots.keys() & {"date", "place"})
    told = bool(draft.slots.keys() & {"subject", "date"})
    return carried and told and (defined or ahead or not _goes_back(draft, before))


def _goes_back(draft: Draft, before: list[Draft]) -> bool:
    """Whether a deal's words may mean one told before: "signed the documents on behalf of the railways"."""
    return is_definite(draft.trigger) and any(known.kind == "deal" for known in before)


def _topic(scene: Scene, draft: Draft) -> list[Participant]:
    """The country that the paragraph speaks of before a deal, as the subject told last: "Norway seeks partners. A
    treaty with Chile was signed …"."""
    known = draft.values("parties")
    told = (participant_of(scene, e, m) for e, m in _subjects_before(scene, draft) if e.kind == "country")
    return list(islice((topic for topic in told if topic not in known), 1))


def _subjects_before(scene: Scene, draft: Draft) -> Iterator[tuple[Entity, Mention]]:
    """What the paragraph speaks of before a deal: the subjects of its clauses, the last one first."""
    start = scene.paragraph_tokens(scene.paragraph_of(draft.trigger))[0]
    for i in range(draft.trigger.i - 1, max(start, draft.trigger.i - REACH_BACK) - 1, -1):
        if scene.tokens[i].dep_ in ("nsubj", "nsubj:pass"):
            yield from scene.mentions_at(i)


def _add_meant(scene: Scene, draft: Draft) -> None:
    """The body that "it" or "its" means, beside another side that is told: "The firm makes jets. Its contract with Peru
    was extended"."""
    pronouns = (a.head for a in draft.in_role("signers", "parties") if a.head.lower_ in ("it", "its"))
    subjects = (subject_before(pronoun) for pronoun in pronouns if draft.values("parties"))
    for subject in filter(None, subjects):
        for body in resolve_participants(scene, subject):
            if body.kind == "organization":
                add_party(draft, body, "whom a pronoun means")


def _add_firm(scene: Scene, draft: Draft) -> None:
    """The body that the paragraph speaks of before a document, where nobody is told to sign it with another one: "The
    plant makes tractors. Under a contract signed in May with Copper Hill, …"."""
    parties: list[Participant] = draft.values("parties")
    if len(parties) != 1 or parties[0].kind != "organization" or draft.trigger.pos_ == "VERB":
        return
    if draft.in_role("signers") or all(a.role != "with" for a in draft.in_role("parties")):
        return
    for entity, mention in _subjects_before(scene, draft):
        firm = participant_of(scene, entity, mention)
        if entity.kind == "country" and mention.form in ("name", "acronym") and firm not in parties:
            add_party(draft, firm, "the country spoken of before")
            return
        if entity.kind == "organization" and firm not in parties and not is_government(firm):
            add_party(draft, firm, "the body spoken of before")
            return


def _add_home(scene: Scene, draft: Draft, home: str | None) -> None:
    """The country whose cabinet agrees to a deal that binds one other side: "Cabinet approved a loan from the Fund"."""
    parties: list[Participant] = draft.values("parties")
    told = [draft.trigger, *(clause.trigger for clause in draft.clauses)]
    around = (scene.tokens[i] for word in told for i in scene.around(word))
    cabinet = any(t.lower_ in CABINETS and t.text[0].isupper() for t in around)
    if home is None or not cabinet or len(parties) != 1 or parties[0].country == home:
        return
    for side in name_countries(scene, [home]):
        add_party(draft, side, "whose cabinet agrees to it")


def _follow_package(draft: Draft, before: list[Draft]) -> None:
    """A document told as one of several was signed, or is planned, as they were."""
    package = next((d for d in reversed(before) if d.kind == "deal" and d.first("kind") == "package"), None)
    if package is not None:
        draft.whole = package
        draft.slots["status"] = list(package.slots["status"])
        if ITEM in draft.sets and "parties" not in draft.slots and len(package.values("parties")) == 2:
            for side in package.values("parties"):
                add_party(draft, side, "a side of all the documents")
        if package.trigger.sent == draft.trigger.sent:
            for fill in package.slots.get("signatories", []):
                draft.add("signatories", fill)


def _repeat_sides(draft: Draft, before: list[Draft]) -> None:
    """The parties where only "the two firms" or "both companies" are told: those of the deal told last, if two."""
    if draft.slots.get("parties") or all(a.head.lower_ not in FIRMS for a in draft.in_role("signers", "parties")):
        return
    last = next((d for d in before[: -MEMORY - 1 : -1] if d.kind == "deal"), None)
    if last is not None and len(last.values("parties")) == 2:
        for fill in last.slots["parties"]:
            add_party(draft, fill.value, "the sides of the deal told last")


def _take_up_sides(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """Where nobody is told but "the two countries" or "both governments", those of the deal or meeting told last, not
    the countries that the article has named most so far."""
    parties = draft.slots.get("parties", [])
    told = [a.head for a in draft.in_role("signers", "parties") if a.head.lower_ in BOTH_COUNTRIES]
    spans = [scene.doc[max(0, t.i - 3) : t.i + 1] for t in told]
    if not parties or not all(any(s.start_char <= f.span.start <= s.end_char for s in spans) for f in parties):
        return
    near = [d for d in before if scene.paragraph_of(draft.trigger) - scene.paragraph_of(d.trigger) <= SIDES_REACH]
    sides = _sides_before(scene, near)
    if sides:
        draft.slots["countries"] = [
            f for f in draft.slots.get("countries", []) if f.span not in {p.span for p in parties}
        ]
        draft.slots["parties"] = []
        for side in sides:
            add_party(draft, side, "the sides told before")


def _add_people_told(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """Those who sign or attend where "they" or "the ministers" do: the people of the record told last that names two or
    more."""
    signers = draft.in_role("signers") if "signed" in draft.sets and "signatories" not in draft.slots else []
    if any(a.head.lower_ == "they" or _is_group_told(a.head) for a in signers):
        slot, reach = "signatories", len(scene.reading.paragraphs)
    elif draft.in_role("they") and all(p.kind != "person" for p in draft.values("participants")):
        slot, reach = "participants", 1
    else:
        return
    for known in before[: -MEMORY - 1 : -1]:
        people = [p for told in ("participants", "signatories") for p in known.values(told) if p.kind == "person"]
        apart = scene.paragraph_of(draft.trigger) - scene.paragraph_of(known.clauses[-1].trigger)
        if len(people) > 1 and apart <= reach:
            for person in people:
                draft.add(slot, Fill(person, person.span, "they: the people told last", "paragraph"))
            return


def _is_group_told(noun: Token) -> bool:
    """Whether people are meant who have been told before: "the two ministers", "both presidents"."""
    beside = {t.lower_ for t in noun.lefts}
    goes_back = bool(beside & {"the", "both"}) and all(
        t.dep_ in ("punct", "acl:relcl", "conj", "cc") for t in noun.rights
    )
    return noun.tag_ in ("NNS", "NNPS") and is_people(noun) and goes_back and noun.lemma_.lower() not in BODIES


def _complete(draft: Draft, sides: list[Participant], home: list[Participant]) -> None:
    parties: list[Participant] = draft.values("parties")
    if len(parties) > 1 or any(p.kind != "country" and bloc_of(p.name) is None for p in parties) or not sides + home:
        return
    if not is_bilateral(draft) or any(p.country is None for p in draft.values("signatories")):
        return  # people of no country told sign for firms
    if len(parties) == 1 and parties[0] not in sides:
        sides = home[:1]  # "we signed a treaty with Fiji": the country that the article is about
    for side in sides:
        add_party(draft, side, "the sides told before")


def _sides_before(scene: Scene, before: list[Draft]) -> list[Participant]:
    """The two countries of the deal or meeting told last."""
    for known in reversed(before):
        if known.kind == "deal":
            countries = [p for p in known.values("parties") if p.kind == "country"]
        elif known.kind == "meeting":
            countries = name_countries(scene, known.values("countries"))
        else:
            continue
        if len(countries) == 2:
            return countries
    return []
