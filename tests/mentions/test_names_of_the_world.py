"""Names of many cultures through the pipeline, without titles and in their full form: see the head of the table."""

import re
from functools import cache
from pathlib import Path

import pytest

from bilateral_extract.language import load
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.models import Article
from bilateral_extract.reading.reader import read

TABLE = Path(__file__).parent.parent / "data" / "names.tsv"
NAME = re.compile(r"(person|organization|event) (.+?)(?: \(([A-Z]{3})\))?")


def rows():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        text, names, failure = line.split("\t")
        marks = pytest.mark.xfail(strict=True, reason=failure) if failure else ()
        yield pytest.param(text.replace("\\n", "\n"), names.split(" | "), marks=marks)


@cache
def pipeline():
    return load()


@pytest.mark.parametrize(("text", "names"), list(rows()))
def test_names_are_found_in_full(text, names):
    reading = read(Article(text=text))
    found = find_entities(pipeline()(reading.clean), reading)
    for name in names:
        kind, forms, country = NAME.fullmatch(name).groups()
        matching = [entity for entity in found if entity.kind == kind and entity.name in re.split(r"/(?!S\b)", forms)]
        assert matching, f"{name} not among {[entity.name for entity in found]}"
        assert country in (None, matching[0].country)
