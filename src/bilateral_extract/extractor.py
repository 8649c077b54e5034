"""The layers put together: `extract` reads one article, `extract_many` a stream of them."""

from __future__ import annotations

import datetime as dt
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import ValidationError
from spacy.language import Language
from spacy.tokens import Doc

from bilateral_extract.language import load
from bilateral_extract.language.remembering import forget_answers
from bilateral_extract.mentions import entity as mentions
from bilateral_extract.mentions.currencies import check_home
from bilateral_extract.mentions.entities import find_entities
from bilateral_extract.mentions.values import find_values
from bilateral_extract.models import Article, ArticleInfo, Entity, Extraction, Place
from bilateral_extract.processes import map_batches
from bilateral_extract.reading.reader import read
from bilateral_extract.reading.reading import Reading
from bilateral_extract.records import build_records

T = TypeVar("T")
ArticleLike = str | Mapping[str, Any] | Article
MAX_CHARACTERS = 1_000_000
"""The longest text that is read: some 160,000 words, far above any article. Longer ones are an error that says so."""

_KEPT_STRINGS = 50_000  # some 20 MB of them with what spaCy knows of each
_DIED = "the process that read it ended twice before it was done; killed, or out of memory?"
_BATCH_CHARACTERS = 200_000  # a batch closes here even if it has few articles, so that memory does not follow length
_SURROGATE = re.compile("[\ud800-\udfff]")


def extract(
    text: str, *, published: dt.date | str | None = None, title: str | None = None, home: str | None = None
) -> Extraction:
    """Read one article with the default pipeline, which is loaded at the first call.

    `published` is a date, a datetime or an ISO string ("2024-06-27"); without it no year is supplied to dates that have
    none. `title` is the headline where it is not part of the text. `home` is the ISO 3166-1 alpha-3 code of the country
    whose own money bare names such as "dollar", "peso" and "rupee" mean. Blank text gives an empty Extraction.
    Raises ValueError naming the field and the fix, where `published` is no date, `home` no country with money, or the
    text is longer than MAX_CHARACTERS or holds lone surrogates; TypeError where the text is no str.
    """
    return _default().extract(text, published=published, title=title, home=home)


def extract_many(
    articles: Iterable[ArticleLike], *, workers: int = 1, batch_size: int = 32, progress: bool = False
) -> Iterator[Extraction]:
    """Read a stream of articles: one Extraction for each, in order, holding no more than a few batches at a time.

    `articles` are strings, mappings with the fields of `Article`, or `Article`s. One that cannot be read yields an
    Extraction with `error`, and the others go on. `workers` above 1 reads in as many processes, which share only the
    model file; an article whose process dies is tried once more, then reported. `progress` shows a bar on standard
    error. Raises ValueError where `workers` or `batch_size` is below 1.
    """
    return _default().extract_many(articles, workers=workers, batch_size=batch_size, progress=progress)


class Extractor:
    """A loaded pipeline. `extract` and `extract_many` use one of these; make your own to control when it loads.

    `nlp` is a spaCy pipeline that writes what the bundled one writes; None loads the bundled one. Threads may share an
    Extractor: they take turns. While it reads, the pipeline belongs to it, since the strings that spaCy stores on the
    way are freed after each batch.
    """

    def __init__(self, nlp: Language | None = None) -> None:
        self._bundled = nlp is None
        self._nlp = load() if nlp is None else nlp
        self._lock = threading.RLock()

    def extract(
        self, text: str, *, published: dt.date | str | None = None, title: str | None = None, home: str | None = None
    ) -> Extraction:
        """Read one article; see the function `extract`."""
        article = _to_article({"text": text, "published": published, "title": title, "home": home})
        reading = read(article)
        if not reading.clean.strip():
            return _assemble(article, reading, None)
        return self._in_zone(lambda: _assemble(article, reading, self._nlp(reading.clean)))

    def extract_many(
        self, articles: Iterable[ArticleLike], *, workers: int = 1, batch_size: int = 32, progress: bool = False
    ) -> Iterator[Extraction]:
        """Read a stream of articles; see the function `extract_many`."""
        if isinstance(articles, str | bytes | Mapping | Article) or not isinstance(articles, Iterable):
            raise TypeError(
                f"articles: give a list or another iterable of articles, not {type(articles).__name__}; "
                "`extract` reads a single one"
            )
        for name, value in (("workers", workers), ("batch_size", batch_size)):
            if value < 1:
                raise ValueError(f"{name}: {value} is too few; give 1 or more")
        if workers > 1 and not self._bundled:
            raise ValueError("workers: a pipeline of your own cannot be sent to other processes; use workers=1")
        results = self._stream(articles, workers, batch_size)
        return _show_progress(results, len(articles) if isinstance(articles, Sized) else None) if progress else results

    def extract_batch(self, articles: Sequence[ArticleLike]) -> list[Extraction]:
        """Read some articles together: one Extraction for each, in order.

        Never raises for an article: what went wrong with it is in the `error` of its Extraction.
        """
        results: list[Extraction] = [Extraction()] * len(articles)
        work: list[tuple[int, Article, Reading]] = []
        for index, item in enumerate(articles):
            try:
                article = _to_article(item)
                reading = read(article)
                if reading.clean.strip():
                    work.append((index, article, reading))
                else:
                    results[index] = _assemble(article, reading, None)
            except Exception as error:
                results[index] = _failed(item, error)

        def read_all() -> None:
            docs = self._parse([reading.clean for _, _, reading in work])
            for (index, article, reading), doc in zip(work, docs, strict=True):
                try:
                    results[index] = _assemble(article, reading, doc if doc is not None else self._nlp(reading.clean))
                except Exception as error:
                    results[index] = _failed(article, error)

        self._in_zone(read_all)
        return results

    def _stream(self, articles: Iterable[ArticleLike], workers: int, batch_size: int) -> Iterator[Extraction]:
        batches = _batch(articles, batch_size)
        if workers == 1:
            for batch in batches:
                yield from self.extract_batch(batch)
            return
        sent: list[list[ArticleLike]] = []

        def remember(batch: list[ArticleLike]) -> list[ArticleLike]:
            sent.append(batch)
            return batch

        for results in map_batches("bilateral_extract.extractor:_extract_batch", map(remember, batches), workers):
            for item, result in zip(sent.pop(0), results, strict=True):
                yield result if result is not None else _failed(item, RuntimeError(_DIED))

    def _parse(self, texts: list[str]) -> list[Doc | None]:
        """The texts as Docs; None for all where one of them fails, so that each is tried by itself."""
        try:
            return list(self._nlp.pipe(texts))
        except Exception:
            return [None] * len(texts)

    def _in_zone(self, work: Callable[[], T]) -> T:
        """Run `work` so that the vocabulary does not grow for ever.

        Strings are kept at first, as most words come again; when there are many, each batch has a spaCy memory zone, at
        whose end those that it added are freed. No exception may cross that end, as spaCy 3.8 would then keep pointers
        to freed strings.
        """
        with self._lock:
            if len(self._nlp.vocab.strings) < _KEPT_STRINGS:
                return work()
            failure: BaseException | None = None
            with self._nlp.memory_zone():
                try:
                    result = work()
                except BaseException as error:
                    failure = error
        if failure is not None:
            raise failure
        return result


@cache
def _default() -> Extractor:
    return Extractor()


def _extract_batch(articles: Sequence[ArticleLike]) -> list[Extraction]:
    """What a worker process runs for each batch."""
    return _default().extract_batch(articles)


def _batch(articles: Iterable[ArticleLike], size: int) -> Iterator[list[ArticleLike]]:
    """Lists of up to `size` articles, fewer where they are long."""
    batch: list[ArticleLike] = []
    characters = 0
    for article in articles:
        batch.append(article)
        text = article.get("text") if isinstance(article, Mapping) else getattr(article, "text", article)
        characters += len(text) if isinstance(text, str) else 0
        if len(batch) == size or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _to_article(item: ArticleLike) -> Article:
    """An Article from what callers hand in. Raises ValueError or TypeError naming the field and the fix."""
    if isinstance(item, Article):
        article = item
    elif isinstance(item, str | Mapping):
        fields = {"text": item} if isinstance(item, str) else {k: v for k, v in item.items() if not _is_missing(v)}
        text = fields.get("text")
        if not isinstance(text, str):
            raise TypeError(f"text: give a str, not {type(text).__name__}")
        if broken := _SURROGATE.search(text):
            raise ValueError(
                f"text: holds a lone surrogate at character {broken.start()}, so it was decoded wrongly; "
                "decode its bytes with errors='replace'"
            )
        if isinstance(fields.get("id"), int):  # tables and JSON often number their articles
            fields["id"] = str(fields["id"])
        try:
            article = Article.model_validate(fields)
        except ValidationError as error:
            raise ValueError("; ".join(map(_explain, error.errors()))) from None
    else:
        raise TypeError(f"article: give a str, a mapping or an Article, not {type(item).__name__}")
    if len(article.text) > MAX_CHARACTERS:
        raise ValueError(
            f"text: has {len(article.text):,} characters, more than the {MAX_CHARACTERS:,} that are read at once; "
            "split it into articles"
        )
    if article.home is not None:
        check_home(article.home)
    return article


def _is_missing(value: Any) -> bool:
    """Whether a table's cell is empty: None, or a NaN or NaT, which alone are not equal to themselves."""
    return value is None or (isinstance(value, float | dt.date) and value != value)


def _explain(error: Any) -> str:
    field = ".".join(map(str, error["loc"]))
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "extra_forbidden":
            return f"{field}: is no field of an article; there are {', '.join(Article.model_fields)}"
        case _:
            return f"{field}: {error['msg']}"


def _failed(item: ArticleLike, error: Exception) -> Extraction:
    """The Extraction of an article that could not be read: what identifies it, and why."""
    fields = item if isinstance(item, Mapping) else {name: getattr(item, name, None) for name in Article.model_fields}
    known = {name: str(fields[name]) for name in ("id", "title", "url") if not _is_missing(fields.get(name))}
    message = str(error) if isinstance(error, ValueError | TypeError) else f"{type(error).__name__}: {error}"
    return Extraction(article=ArticleInfo.model_validate(known), error=message)


def read_doc(doc: Doc, article: Article) -> Extraction:
    """The Extraction of an article that a pipeline has parsed already: `doc.text` is its text."""
    return _assemble(article, read(article), doc)


def _assemble(article: Article, reading: Reading, doc: Doc | None) -> Extraction:
    """The Extraction of one article. `doc` is the parse of `reading.clean`, None for a blank text."""
    info = ArticleInfo(
        id=article.id,
        title=reading.title or article.title,
        url=article.url,
        published=reading.published,
        dateline=reading.dateline,
    )
    if doc is None:
        return Extraction(article=info, warnings=reading.notices).with_text(article.text)
    values = find_values(reading, home=article.home)
    try:
        entities = find_entities(doc, reading)
        records = build_records(doc, reading, entities, values)
    finally:
        forget_answers()
    return Extraction(
        article=info,
        deals=records.deals,
        delegations=records.delegations,
        meetings=records.meetings,
        events=records.events,
        people=_list_entities(entities, "person", reading),
        organizations=_list_entities(entities, "organization", reading),
        places=tuple(_to_place(entity, reading) for entity in entities if entity.kind in ("country", "place")),
        amounts=tuple(values.amounts),
        quantities=tuple(values.quantities),
        dates=tuple(sorted((*values.dates, *values.vague_times), key=lambda date: date.span.start)),
        warnings=(*reading.notices, *values.notices, *records.notices),
    ).with_text(article.text)


def _list_entities(
    entities: Iterable[mentions.Entity], kind: Literal["person", "organization"], reading: Reading
) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            name=entity.name,
            kind=kind,
            role=entity.role,
            organization=entity.organization,
            country=entity.country,
            mentions=tuple(reading.span(mention.start, mention.end) for mention in entity.mentions),
        )
        for entity in entities
        if entity.kind == kind
    )


def _to_place(entity: mentions.Entity, reading: Reading) -> Place:
    first = entity.mentions[0]
    return Place(
        name=entity.name,
        country=entity.country,
        kind="country" if entity.kind == "country" else entity.place_kind or "other",
        latitude=entity.latitude,
        longitude=entity.longitude,
        span=reading.span(first.start, first.end),
    )


def _show_progress(results: Iterator[Extraction], total: int | None) -> Iterator[Extraction]:
    """The results as they come, with a bar on standard error that tells rate and time left."""
    from tqdm import tqdm

    yield from tqdm(results, total=total, unit=" articles", desc="extract", file=sys.stderr, smoothing=0.1)
