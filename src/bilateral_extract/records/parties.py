"""Who stands in an argument: persons, organisations, countries and groups, coordination resolved."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bilateral_extract.language.clause_lookup import leaders_of, reporting_subject
from bilateral_extract.language.constituents import (
    conjuncts,
    end_before,
    is_listed,
    named_beside,
    nominals_behind,
    noun_phrase,
)
from bilateral_extract.lexicon import load_words
from bilateral_extract.mentions.entity import Entity, Mention
from bilateral_extract.mentions.evidence import bloc_of, is_title, serves_in_bloc
from bilateral_extract.models import Party, PartyKind, Span
from bilateral_extract.records.scene import Scene

ADDRESSES = load_words("address_nouns")
REPRESENTATIVES = load_words("representatives")
COLLECTIVES = load_words("collectives")
VENTURES = frozenset({"consortium", "syndicate", "group", "venture"})  # companies lead these


@dataclass(frozen=True, slots=True)
class Participant:
    """A party before it becomes a model: its entity where it has one, else the words of a group."""

    name: str
    kind: PartyKind
    country: str | None
    span: Span
    entity: Entity | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Participant):
            return NotImplemented
        if self.entity is not None or other.entity is not None:
            return self.entity is other.entity
        return self.name.casefold() == other.name.casefold()

    def __hash__(self) -> int:
        return hash(id(self.entity) if self.entity is not None else self.name.casefold())

    def to_party(self) -> Party:
        """The public model."""
        entity = self.entity
        return Party(
            name=self.name,
            kind=self.kind,
            role=entity.role if entity else None,
            organization=entity.organization if entity else None,
            country=self.country,
            span=self.span,
        )


def resolve_participants(scene: Scene, token: Token) -> list[Participant]:
    """Everyone that the phrase headed by `token` names, its conjuncts included, in order of the text."""
    if token.i not in scene.resolved:
        scene.resolved[token.i] = []  # whom a broken parse makes the leader of their own leaders
        scene.resolved[token.i] = _resolve(scene, token)
    return list(scene.resolved[token.i])


def _resolve(scene: Scene, token: Token) -> list[Participant]:
    found: list[Participant] = []
    for head in (*conjuncts(token), *named_beside(token)):
        for participant in _resolve_one(scene, head):
            if participant not in found:
                found.append(participant)
    for participant in _listed_people(scene, token):
        if participant not in found:
            found.append(participant)
    return found


def _listed_people(scene: Scene, token: Token) -> list[Participant]:
    """People named in the same list whom a parse takes for appositions: "President A, Prime Minister B, and C"."""
    found = []
    for entity, mention in scene.mentions_in(token.i, token.right_edge.i + 1):
        if entity.kind == "person" and mention.form == "name":
            name = scene.doc[mention.first]
            if is_listed(name, token) or _is_listed_by_office(scene, entity, mention, token):
                found.append(participant_of(scene, entity, mention))
    return found


def _is_listed_by_office(scene: Scene, entity: Entity, name: Mention, top: Token) -> bool:
    """Whether an office with its name is an item of a list, whose name a parse hangs within the office: "President A
    and Chairman of the Trade Board B", "talks with the head of the board and with Premier A"."""
    office = next((m for m in entity.mentions if m.form == "office" and m.last == name.first), None)
    if office is None or office.first <= top.i + 1 or scene.doc[name.last - 1].dep_ == "nmod:poss":
        return False
    first = office.first
    while first > top.i + 1 and scene.doc[first - 1].lower_ in ("the", "with", "by"):
        first -= 1
    apart = scene.doc[first - 1].text == "," or scene.doc[first - 1].dep_ == "cc"
    return apart and all(t.pos_ not in ("VERB", "AUX") for t in scene.doc[top.i + 1 : office.first])


def _resolve_one(scene: Scene, head: Token) -> list[Participant]:
    first, last = noun_phrase(head)
    here = scene.mentions_at(head.i)
    people = [pair for pair in here if pair[0].kind == "person"]
    if people:
        return [participant_of(scene, entity, mention) for entity, mention in people]
    named = _person_beside(scene, head, first, last)
    if named is not None:
        return [named]
    bodies = [pair for pair in here if pair[0].kind in ("organization", "country") and pair[1].form != "demonym"]
    if bodies:
        longest = max(mention.last - mention.first for _, mention in bodies)  # "the two countries" means both
        return [participant_of(scene, e, m) for e, m in bodies if m.last - m.first == longest]
    partly = _named_body(scene, head, first, last)
    if partly is not None:
        return [partly]
    lemma = head.lemma_.lower()
    apposed = _organization_beside(scene, head)
    if apposed is not None:
        return [apposed]
    if lemma in REPRESENTATIVES and not (head.tag_ in ("NN", "NNP") and head.i in scene.office_heads):
        inner = nominals_behind(head)
        bodies_inside = [p for t in inner for p in resolve_participants(scene, t) if p.kind == "organization"]
        if bodies_inside:
            return bodies_inside
    # "the Governor General"; whom a headline tells by office alone the text names.
    office = head.i in scene.office_heads and not scene.is_in_heading(head)
    if head.pos_ in ("NOUN", "PROPN") and (office or {head.lower_, lemma} & COLLECTIVES or is_people(head)):
        countries = _countries_of(scene, head, first, last)
        if len(countries) > 1:
            return _holders_named(scene, head) or countries
        led_by = ("person", "organization") if lemma in VENTURES else ("person",)
        leaders = [
            p for leader in leaders_of(head) for p in resolve_participants(scene, leader.head) if p.kind in led_by
        ]
        return leaders[:1] or [_group(scene, head, first, last)]  # "a delegation headed by Ana Paz": she
    if head.lower_ in ("it", "they", "he", "she") and (speaker := reporting_subject(head)) is not None:
        return resolve_participants(scene, speaker)
    places = [pair for pair in here if pair[0].kind == "place" and pair[0].place_kind == "country"]
    return [participant_of(scene, entity, mention) for entity, mention in places]


def _countries_of(scene: Scene, head: Token, first: int, last: int) -> list[Participant]:
    """The countries that a plural of people stands for: "the ministers of Peru and Chile", "Omani and Iraqi officials",
    "officials of the two countries"."""
    if head.tag_ not in ("NNS", "NNPS"):
        return []
    return countries_beside(scene, head, (first, last), ("of", "from", "for"))


def _holders_named(scene: Scene, head: Token) -> list[Participant]:
    """The people named behind an office in the plural of several countries: A and B in "the leaders of Peru and Chile,
    A and B,", of which a parse may make one list."""
    named = [(e, m) for e, m in scene.mentions_in(head.i + 1, head.right_edge.i + 1) if m.form == "name"]
    people = [participant_of(scene, e, m) for e, m in named if e.kind == "person" and e.country]
    codes = [e.country for e, _ in named if e.kind == "country"]
    return people if [p.country for p in people] == codes else []


def countries_beside(
    scene: Scene, head: Token, bounds: tuple[int, int], prepositions: tuple[str, ...]
) -> list[Participant]:
    """The countries, named within `bounds`, that a noun has before it or, with one of these prepositions, behind it."""
    own = {t.i for child in (*head.lefts, *nominals_behind(head, *prepositions)) for t in conjuncts(child)}
    pairs = [(e, m) for e, m in scene.mentions_in(*bounds) if e.kind == "country" and m.last - 1 in own]
    return list(dict.fromkeys(participant_of(scene, entity, mention) for entity, mention in pairs))


def _named_body(scene: Scene, head: Token, first: int, last: int) -> Participant | None:
    """A body whose name the model marked only in part: "Debont Agricultural Machinery", of which it saw "Debont"."""
    if not head.text[:1].isupper():
        return None
    for entity, mention in scene.mentions_in(first, last):
        words = scene.doc[mention.first : head.i + 1]
        if entity.kind == "organization" and mention.last <= head.i and all(t.text[:1].isupper() for t in words):
            span = scene.span(mention.first, head.i + 1)
            return Participant(span.text, "organization", entity.country, span)
    return None


def _person_beside(scene: Scene, head: Token, first: int, last: int) -> Participant | None:
    """A person named within the phrase or in apposition to it: "Minister of Trade Ana Paz", "the premier, Ana Paz,"."""
    appositions = [t for t in head.children if t.dep_ in ("appos", "flat", "nmod:desc")]
    for t in appositions:
        for entity, mention in scene.mentions_at(t.i):
            if entity.kind == "person" and mention.form == "name":
                return participant_of(scene, entity, mention)
    for entity, mention in scene.mentions_in(first, last):
        if entity.kind == "person" and mention.form == "name" and (mention.last == last or mention.first == first):
            inner = scene.doc[mention.first]
            if not _under_preposition(inner, head):
                return participant_of(scene, entity, mention)
    return None


def _organization_beside(scene: Scene, head: Token) -> Participant | None:
    """An organisation in apposition to a common noun: "the miner, Copper Hill,", "its subsidiary Copper Hill"."""
    for token in head.children:
        if token.dep_ in ("appos", "flat"):
            for entity, mention in scene.mentions_at(token.i):
                if entity.kind == "organization" and mention.form in ("name", "acronym"):
                    return participant_of(scene, entity, mention)
    return None


def _under_preposition(token: Token, top: Token) -> bool:
    """Whether a word hangs below `top` in a prepositional phrase: "the wife of X", "the adviser to X"."""
    current = token
    while current != top and current.head != current:
        if current.dep_ in ("nmod", "obl", "nmod:poss") and current.head == top:
            return True
        current = current.head
    return False


def is_people(head: Token) -> bool:
    """Whether a common noun means people: who acts for others ("envoy"), plurals by ending ("lawyers")."""
    lemma = head.lemma_.lower() if head.tag_ != "NNPS" else head.lower_.removesuffix("s")
    endings = ("er", "or", "ist", "ian", "man", "ant", "ive", "ary")
    return lemma in REPRESENTATIVES or (head.tag_ in ("NNS", "NNPS") and lemma.endswith(endings))


def serves_bloc(participant: Participant) -> bool:
    """Whether a participant is an international organisation or acts for one: of no country, whatever else is told."""
    entity = participant.entity
    if entity is None or participant.country is not None:
        return participant.country is None and bool(bloc_of(participant.name))
    of_bloc = bloc_of(participant.name) or (entity.organization and bloc_of(entity.organization))
    return bool(of_bloc or (entity.kind == "person" and entity.role and serves_in_bloc(entity.role)))


def participant_of(scene: Scene, entity: Entity, mention: Mention) -> Participant:
    """An entity as a participant, read from one of its mentions."""
    kind: PartyKind = "person" if entity.kind == "person" else "organization"
    if entity.kind == "country" or (entity.kind == "place" and entity.place_kind == "country"):
        kind = "country"
    span = scene.reading.span(mention.start, mention.end)
    return Participant(entity.name, kind, entity.country, span, entity)


def _addresses(token: Token) -> bool:
    """Whether a word before an office is the address of who holds it: "H.E. the President", "His Majesty the
    King", "the Hon. Prime Minister"."""
    word = token.nbor(1) if token.tag_ == "PRP$" else token
    return word.lower_ in ADDRESSES or is_title(word.text)


def _group(scene: Scene, head: Token, first: int, last: int) -> Participant:
    while first < head.i and (scene.doc[first].pos_ in ("DET", "PUNCT", "SPACE") or _addresses(scene.doc[first])):
        first += 1
    named = [(entity, mention) for entity, mention in scene.mentions_in(first, last) if entity.country]
    # "leaders from nine countries in Kingston": where they are is not who they are
    countries = [e.country for e, m in named if e.kind != "place" or scene.doc[m.first - 1].lower_ not in ("in", "at")]
    for where in nominals_behind(head, "in", "at"):  # "envoys of Peru in Oslo": where they are is not who they are
        if any(entity.kind in ("place", "country") for entity, _ in scene.mentions_at(where.i)):
            last = min(last, where.left_edge.i)
    listed = next((t for t in conjuncts(head)[1:] if head.i < t.i < last), None)
    if listed is not None:  # "farmers and students of Lima" are two groups
        last = max(head.i + 1, end_before(listed))
    span = scene.span(first, last)
    return Participant(span.text, "group", countries[0] if countries else None, span)
