"""Countries and places of an article, each with all of its mentions."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from bilateral_extract.lexicon.gazetteer import find_cities, fold
from bilateral_extract.mentions.countries import country_name, country_word
from bilateral_extract.mentions.entity import Entity, Form
from bilateral_extract.mentions.evidence import CountryAt, Evidence, Name
from bilateral_extract.mentions.places import link_place, names_region, read_place_words

_COLD_WAR = 1991  # its last year: whose name goes back to it means what came after
_PLACES = ("GPE", "LOC", "FAC")
# Verbs that speak of a city itself, not of the government that sits there.
_OF_CITIES = frozenset("host be become lie see have house welcome remain stand begin boast lack stage".split())


def find_countries_and_places(evidence: Evidence) -> tuple[list[Entity], list[Entity]]:
    """The countries and the places of an article."""
    countries: dict[str, Entity] = {}
    places: dict[str, Entity] = {}
    names_told: dict[str, Counter[str]] = {}
    for hit in evidence.countries:
        if not _counts(evidence, hit):
            continue
        form: Form = "name"
        word = hit.word
        if word.form in ("capital", "seat"):
            if not _speaks(evidence.doc[hit.last - 1]):
                continue
            form = "capital"
        elif word.form == "part":
            continue
        elif word.form == "demonym" and evidence.doc[hit.last - 1].tag_ in ("NNS", "NNPS"):
            form = "nominal"  # "the Palestinians"
        elif word.form in ("demonym", "acronym"):
            form = word.form
        entity = countries.setdefault(
            word.code, Entity("country", country_name(word.code), country=word.code, place_kind="country")
        )
        entity.mentions.append(evidence.mention(hit.first, hit.last, form))
        if form == "name":
            names_told.setdefault(word.code, Counter())[evidence.text(hit.first, hit.last)] += 1
    published = evidence.reading.published
    for code, told in names_told.items():
        usual = told.most_common(1)[0][0]
        past = usual in read_place_words()["past_states"] and (published is None or published.year > _COLD_WAR)
        countries[code].name = country_name(code) if usual.isupper() or past else usual.removeprefix("The ")
    for name in evidence.names:
        if name.label in _PLACES:
            _add_place(evidence, name, places)
    return list(countries.values()), list(places.values())


def _counts(evidence: Evidence, hit: CountryAt) -> bool:
    """Whether a country word speaks of the country: not within the name of a body, an event, a building or a person."""
    name = evidence.name_over.get(hit.first)
    if name is None or name.label in ("NORP", "DOC"):
        return True
    whole = name.first == hit.first and name.last == hit.last
    if name.label in ("GPE", "LOC"):
        # "New Delhi, India" in one; "Almaty Region" holds no country word, "the Chinese city of Urumqi" its own.
        return whole or hit.word.form in ("name", "acronym", "demonym")
    return whole and name.label in ("ORG", "FAC") and hit.word.form in ("name", "acronym", "demonym", "seat")


def _speaks(token: Token) -> bool:
    """Whether a capital stands for its government: the subject of a verb of saying or doing, or one side of two."""
    if token.dep_.startswith("nsubj") and token.head.pos_ in ("VERB", "AUX") and token.head.lemma_ not in _OF_CITIES:
        return token.dep_ == "nsubj"
    if token.dep_ == "conj":
        return _speaks(token.head)
    cases = [child.lower_ for child in token.children if child.dep_ == "case"]
    return "between" in cases and any(child.dep_ == "conj" for child in token.children)


def _add_place(evidence: Evidence, name: Name, places: dict[str, Entity]) -> None:
    text = evidence.text(name.first, name.last)
    word = country_word(text)
    if word and word.form in ("name", "acronym", "demonym"):
        return
    if (
        word
        and word.form in ("capital", "seat")
        and name.first in evidence.country_at
        and _speaks(evidence.doc[name.last - 1])
    ):
        return
    key = fold(text)
    entity = places.get(key)
    if entity is None:
        # Datelines and headlines are printed in capitals.
        printed = text.isupper() and (len(text) > 4 or (len(text) == 4 and bool(find_cities(text))))
        entity = _build_place(evidence, name, text.title() if printed else text)
        places[key] = entity
        introduced = evidence.acronym_after(name.last)
        if introduced:  # "Xinjiang Uygur Autonomous Region (XUAR)"
            places.setdefault(fold(introduced[0]), entity)
    form: Form = "acronym" if text.isupper() and len(text) > 1 and len(entity.name) > len(text) else "name"
    entity.mentions.append(evidence.mention(name.first, name.last, form))


def _build_place(evidence: Evidence, name: Name, text: str) -> Entity:
    told = _country_told(evidence, name)
    if name.label == "FAC":
        word = country_word(text)
        return Entity(
            "place", text, country=word.code if word else told or _city_after(evidence, name), place_kind="venue"
        )
    if name.label == "LOC" and not (told or names_region(text)):
        return Entity("place", text, place_kind="other")  # seas, deltas, continents
    facts = link_place(text, told, evidence.country_counts)
    return Entity(
        "place", text, country=facts.country, place_kind=facts.kind, latitude=facts.latitude, longitude=facts.longitude
    )


def _country_told(evidence: Evidence, name: Name) -> str | None:
    """The country in "Urumqi, China", "Osh in Kyrgyzstan", "the Chinese city of Urumqi"."""
    at = name.last
    if at < len(evidence.words) and evidence.lower[at] in (",", "in", "(", "["):
        at += 1
        if at < len(evidence.words) and evidence.lower[at] in ("in", "the"):
            at += 1
        hit = evidence.country_at.get(at)
        owns = hit is not None and evidence.lower[hit.last : hit.last + 1] in (["'s"], ["’s"])  # "In Osh, Peru's envoy"
        if hit and hit.word.form in ("name", "acronym") and not (owns or _in_list(evidence, hit)):
            return hit.word.code
    hit = evidence.country_before(name.first)
    if hit and hit.word.form == "demonym":
        return hit.word.code
    if name.first > 2 and evidence.lower[name.first - 1] == "of":
        # "the Chinese city of Urumqi", "the Kazakh resort town of Burabay"
        for at in range(name.first - 2, max(0, name.first - 5), -1):
            hit = evidence.country_ending.get(at)
            if hit and hit.word.form in ("demonym", "name"):
                return hit.word.code
    return None


def _in_list(evidence: Evidence, hit: CountryAt) -> bool:
    """Whether "Istanbul, Kazakhstan and China" goes on as a list rather than saying where Istanbul lies."""
    rest = evidence.lower[hit.last : hit.last + 2]
    return rest[:1] in (["and"], ["or"]) or (rest[:1] == [","] and hit.last + 1 in evidence.country_at)


def _city_after(evidence: Evidence, name: Name) -> str | None:
    """The country of the city in "the Grand Kremlin Palace in Moscow"."""
    at = name.last
    if at + 1 < len(evidence.words) and evidence.lower[at] in ("in", ","):
        city = evidence.name_at.get(at + 1)
        if city and city.label == "GPE":
            text = evidence.text(city.first, city.last)
            word = country_word(text)
            return word.code if word else link_place(text, None, evidence.country_counts).country
    return None
