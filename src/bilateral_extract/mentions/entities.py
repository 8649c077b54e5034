"""The people, bodies, countries, places, events and documents of an article: the one entry to the entity finders."""

from __future__ import annotations

from spacy.tokens import Doc

from bilateral_extract.mentions.coreference import add_references
from bilateral_extract.mentions.entity import Entity
from bilateral_extract.mentions.evidence import Evidence
from bilateral_extract.mentions.geography import find_countries_and_places
from bilateral_extract.mentions.offices import attach_offices, find_offices
from bilateral_extract.mentions.organizations import find_bodies
from bilateral_extract.mentions.people import find_people
from bilateral_extract.mentions.speakers import add_speakers, note_journeys
from bilateral_extract.reading.reading import Reading


def find_entities(doc: Doc, reading: Reading) -> list[Entity]:
    """All entities of an article in order of their first mention, each with its mentions in order.

    `doc` is the analysis of `reading.clean`: names in `doc.ents`, offices in `doc.spans["offices"]`, Universal
    Dependencies. Mentions are by name, acronym, demonym, capital, office, noun phrase ("the two leaders": one for
    each) and pronoun, those of the first person where it is told who speaks.
    """
    if not len(doc):
        return []
    evidence = Evidence(doc, reading)
    offices = find_offices(evidence)
    held = attach_offices(evidence, offices)
    countries, places = find_countries_and_places(evidence)
    bodies = {label: find_bodies(evidence, label) for label in ("ORG", "EVENT", "DOC")}
    people = find_people(evidence, held)
    attached = {office for attached_here in held.values() for office in attached_here}
    free = [office for office in offices if office not in attached]
    note_journeys(evidence, people)
    add_references(evidence, people, free, countries, places, bodies)
    for person in people:
        # "Omani leader X": the words of the office mean X too.
        told = {(mention.first, mention.last) for mention in person.entity.mentions}
        offices_told = {(office.first, office.last) for office in person.offices} - told
        person.entity.mentions += [evidence.mention(first, last, "office") for first, last in offices_told]
    add_speakers(evidence, [person.entity for person in people], bodies["ORG"], countries)
    entities = [
        *(person.entity for person in people),
        *bodies["ORG"],
        *countries,
        *places,
        *bodies["EVENT"],
        *bodies["DOC"],
    ]
    for entity in entities:
        entity.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return sorted((entity for entity in entities if entity.mentions), key=lambda entity: entity.mentions[0].start)
