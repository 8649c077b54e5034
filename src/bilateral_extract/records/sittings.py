"""Whether a body sits: when a word for a commission, a committee or an assembly tells of one gathering of it."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.clauses import Clause
from bilateral_extract.language.constituents import nominals_behind
from bilateral_extract.lexicon import load_words
from bilateral_extract.records.editions import read_ordinal
from bilateral_extract.records.event_names import sense_of, sitting_of
from bilateral_extract.records.participants import ORGANISE, hosts_of, predicate_of
from bilateral_extract.records.scene import Scene

SITTINGS = load_words("sittings")
NUMBERED = frozenset({"assembly", "congress", "commission"})
CONGRESSES = frozenset({"assembly", "congress"})
OF_STATES = frozenset(
    "national legislative constituent federal state people islamic grand supreme house provincial regional city".split()
)
SITS = frozenset({"hold", "convene", "meet", "sit"})
ENDS = frozenset({"wind up", "wrap up", "conclude", "end", "complete", "begin", "open", "start", "close"})
CALLS_TO_SIT = ORGANISE | {"attend", "open", "inaugurate", "close"}
CHAIRS = frozenset({"chair", "co-chair", "cochair"})


def sits(scene: Scene, trigger: Token, about: list[tuple[Clause, str]]) -> bool:
    """Whether a body is told to sit: "a meeting of the commission", "the commission held a session"."""
    if sitting_of(trigger) is not None and not trigger.text[-1].isdigit():  # not "ministers of the G7"
        return True
    if _is_numbered(trigger) and any(role in ("at", "during", "for") for _, role in about):
        return True
    if hosts_of(trigger) or _is_congress(scene, trigger):
        return True
    for clause, role in about:
        if any(t.lower_ in ("every", "annually", "regularly") for t in clause.trigger.subtree):
            continue  # how often a body meets
        if is_time_before(clause) and not clause.get("in", "at", "on", "unmarked"):
            continue  # "last met to discuss trade": at some time
        if (
            role == "subject"
            and clause.lemma in ENDS
            and any(a.head.lemma_.lower() in SITTINGS for a in clause.get("object"))
        ):
            return True  # "the committee wound up its fourth meeting"
        if role == "subject" and predicate_of(clause) == "take place":
            return True
        if role == "subject" and clause.lemma in SITS and not clause.passive:
            meets = clause.lemma != "hold" and not clause.get("object", "with")
            return meets or any(a.head.lemma_.lower() in SITTINGS for a in clause.get("object"))
        if role == "object" and clause.lemma in CALLS_TO_SIT:
            return True
        if role == "object" and clause.lemma in CHAIRS and clause.tense != "present":  # who chairs it holds an office
            return True
    return False


def is_time_before(clause: Clause) -> bool:
    """Whether a clause tells when something last was: "last met in Lima in 2006", "was last held in 2006"."""
    verb = clause.verb if clause.verb is not None else clause.trigger
    return any(t.lower_ == "last" and t.dep_ not in ("amod", "nsubj", "obj") for t in verb.lefts)


def is_session(trigger: Token) -> bool:
    """Whether a body's session is told: "the 74th session of the assembly"."""
    sitting = sitting_of(trigger) if sense_of(trigger) == "body" else None
    return sitting is not None and sitting.lemma_.lower() in ("session", "sitting")


def _is_numbered(body: Token) -> bool:
    """Whether a body's name is that of one sitting by its number: "the 114th Assembly of the union"; not "the Third
    Committee", and no parliament of a country."""
    if body.lemma_.lower() not in NUMBERED or not nominals_behind(body, "of", "on"):
        return False
    return any(read_ordinal(t.text) is not None for t in body.lefts)


def _is_congress(scene: Scene, body: Token) -> bool:
    """Whether a body's name is that of a gathering told with its place: "the World Mining Congress in Lima"; no
    parliament."""
    before = [t for t in body.lefts if t.dep_ in ("compound", "amod") and t.text[:1].isupper()]
    if body.lemma_.lower() not in CONGRESSES or not body.text[:1].isupper() or not before:
        return False
    own = [e for t in before for e, _ in scene.mentions_at(t.i)]
    if any(t.lower_ in OF_STATES or t.text == "US" for t in before) or any(e.kind == "country" for e in own):
        return False
    return bool(nominals_behind(body, "in"))
