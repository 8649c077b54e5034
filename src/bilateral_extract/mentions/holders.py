"""Whether an office told without a name may mean a person: ranks and offices compared."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.offices import Office
from bilateral_extract.mentions.people import Person

STATE_LEADERS = frozenset(
    "president minister premier chancellor king queen emir sultan leader chairman pm taoiseach prince".split()
)
_HEADS = {
    "head of state": frozenset("president king queen emir amir sultan emperor monarch prince".split()),
    "head of government": frozenset("premier chancellor taoiseach pm minister".split()),
}
_HEADS_ALONE = {"head of state": frozenset(("president",)), "head of government": frozenset(("prime", "minister"))}
_GOVERNMENT = frozenset(("ministry", "department", "government", "cabinet", "parliament"))
_LOWER_RANKS = frozenset("deputy vice former assistant ex under acting first".split())
_BELOW_HEADS = _LOWER_RANKS | {"foreign", "defence", "defense", "finance", "trade", "crown", "interior", "energy"}
_SAME_OFFICE = {"premier": "prime minister", "pm": "prime minister", "fm": "foreign minister", "vp": "vice president"}


def rank_of(person: Person) -> str | None:
    """The head noun of a person's first office ("minister"), None where none is told; "his counterpart" tells least."""
    own = next((office for office in person.offices if office.head != "counterpart"), None)
    return own.head if own else (person.offices[0].head if person.offices else None)


def may_hold(person: Person, office: Office) -> bool:
    """Whether a bare office may mean a person: country and rank do not speak against it."""
    if office.country and person.entity.country and office.country != person.entity.country:
        return False
    if not person.offices and person.known_office:
        return person.known_office == office_words(office) or person.known_office == _HEADS_ALONE.get(
            office.role.lower()
        )
    if office.head == "counterpart":
        return bool(office.country) and office.country == person.entity.country and rank_of(person) in STATE_LEADERS
    if (ranks := _HEADS.get(office.role.lower())) is not None:
        return any(held.head in ranks and not office_words(held) & _BELOW_HEADS for held in person.offices)
    same_side = office.country is not None and office.country == person.entity.country
    if same_side and rank_of(person) in ("leader", "head") and office.head in STATE_LEADERS:
        return True  # "Vietnam's top leader To Lam … the Vietnamese president"
    asked = office_words(office)
    if asked == {"leader"}:
        return rank_of(person) in STATE_LEADERS
    for held in person.offices:
        told = office_words(held)
        if len(asked) == 1 and office.head == held.head:
            # "the president" is no vice-president; "the minister" may be a deputy one
            if office.head == "minister" or not told & _LOWER_RANKS:
                return True
        elif asked <= told and (told & _LOWER_RANKS) <= (asked | {"first"}):
            return True
    return False


def office_words(office: Office) -> set[str]:
    """What two tellings of an office are compared by: "Minister of Foreign Affairs" and "foreign minister" agree."""
    role = office.role.lower()
    role = _SAME_OFFICE.get(role, role)
    words = {word.strip(".,") for word in role.replace("-", " ").split()} - {
        "of",
        "the",
        "and",
        "for",
        "affairs",
        "federal",
        "state",
    }
    if office.plural:
        words = {office.head if word.startswith(office.head) else word for word in words}
    return {_SAME_OFFICE.get(word, word) for word in words}


def serves_body(entity: Entity) -> bool:
    """Whether an office is of a body that is no part of a government."""
    words = {word.strip(".,").lower() for word in (entity.organization or "").split()}
    return bool(words) and not words & _GOVERNMENT


def names_most(people: Sequence[Person]) -> bool:
    """Whether the first named of some people is named clearly more often than any other."""
    counts = [len(person.entity.mentions) for person in people]
    return counts[-1] > max(counts[:-1], default=0)
