"""The lexicon's classes of nouns where they stand: which of them tells of a meeting, a document, an event."""

from __future__ import annotations

from spacy.tokens import Token

from bilateral_extract.language.constituents import governing_predicate, noun_names, preposition_of
from bilateral_extract.language.nominals import is_in_preposition
from bilateral_extract.language.remembering import remembered
from bilateral_extract.lexicon import load_words, read_toml
from bilateral_extract.mentions.evidence import bloc_of
from bilateral_extract.records.assemblies import is_assembly, is_convened
from bilateral_extract.records.event_names import kind_of_series
from bilateral_extract.records.frames import load_lexicon
from bilateral_extract.records.scene import Scene

NOUN_CLASSES = frozenset(load_lexicon().classes.values())
SERIES = load_words("event_series")
FORUMS = frozenset({"forum", "conference"})  # what bodies call themselves as well
GATHERING = load_words("attend_verbs") | load_words("organise_verbs") | load_words("course_verbs")
LEGAL_FORMS = frozenset(read_toml("organization_words")["legal_forms"])


@remembered
def noun_class(scene: Scene, token: Token) -> str | None:
    """The lexicon's class of a noun, or that of the named event or document it stands in."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ == "PERSON":  # "Mart de Vries" is no fair
        return None
    behind = scene.tokens[token.i + 1 : token.i + 2]
    if token.pos_ == "PROPN" and any(t.text.rstrip(".") in LEGAL_FORMS for t in behind):  # "Lima Expo Ltd."
        return None
    lexicon = load_lexicon()
    for entity, mention in scene.mentions_at(token.i):
        body = entity.kind == "organization" and token.lower_ in FORUMS and bloc_of(entity.name)
        if body and not _is_attended(token):
            return None  # "leaders of the Pacific Islands Forum"
        if entity.kind in ("event", "document"):
            ends = all(t.is_digit for t in scene.tokens[token.i + 1 : mention.last])  # a year may end the name
            if ends and not _is_told_by_an_earlier_noun(entity.kind, scene.tokens[mention.first : token.i + 1]):
                return entity.kind
    if token.pos_ == "PROPN" and token.dep_ != "compound" and kind_of_series(token) is not None:
        return "event"
    if token.text[0].isupper() and _is_called_event(token):
        return "event"
    if token.text[-1].isdigit() and token.lower_.rstrip("0123456789") in SERIES:  # "COP29"
        repeats = token.i and token.nbor(-1).text == "("  # in brackets it only says the name before again
        return None if repeats else "event"
    if token.lower_ not in lexicon.heads and token.lemma_.lower() not in lexicon.heads:
        return None
    known = next((known for name in noun_names(token) if (known := lexicon.classes.get(name))), None)
    if known == "document" and is_in_preposition(token):
        return None
    if known == "meeting" and token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_.lower() == "moderate":
        return None  # talks on a stage
    gathers = (known in ("meeting", "meal") and is_assembly(scene, token)) or (
        known == "document" and is_convened(token)
    )
    return "event" if gathers else known


def _is_told_by_an_earlier_noun(kind: str, name: list[Token]) -> bool:
    """Whether the noun that a name is known by stands earlier in it than its end: the treaty in "Treaty on Trade and
    Cooperation", the meeting in "Fifth Meeting of Ministers for Legal Affairs", of those whom it names."""
    classes = load_lexicon().classes
    if kind == "document":
        return any(classes.get(t.lower_) == kind and preposition_of(t) is None for t in name[:-1])
    inner = next((n for n, t in enumerate(name) if t.lower_ in ("of", "for") and n), None)
    return inner is not None and classes.get(name[inner - 1].lower_) == "meeting" and len(name) > inner + 1


def _is_attended(body: Token) -> bool:
    """Whether the name of a body stands for its gathering: "at the Pacific Islands Forum", "will host the Forum"."""
    verb = governing_predicate(body)
    beside = verb is not None and body.head == verb and verb.lemma_.lower() in GATHERING
    return beside or preposition_of(body) in ("at", "during")


def _is_called_event(name: Token) -> bool:
    """Whether the common noun before a name calls it a gathering: "the trade fair AgroLima", "the exercise Condor"."""
    before = name.nbor(-1) if name.i else name
    called = before.dep_ == "compound" and before.head == name and before.text.islower()
    return called and load_lexicon().classes.get(before.lower_) == "event"
