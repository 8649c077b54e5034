"""Structured records from news about relations between countries.

`extract(text)` reads one article; `extract_many(articles)` a stream of them. Importing the package loads the
models only: the pipeline is loaded at the first `extract`.
"""

from typing import TYPE_CHECKING, Any

from bilateral_extract.models import (
    Article,
    Attendance,
    Deal,
    Delegation,
    Event,
    Extraction,
    Meeting,
    Money,
    Party,
    Place,
    Quantity,
    Span,
    TimeSpan,
)

if TYPE_CHECKING:
    from bilateral_extract.extractor import Extractor, extract, extract_many
    from bilateral_extract.language import load

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Attendance",
    "Deal",
    "Delegation",
    "Event",
    "Extraction",
    "Extractor",
    "Meeting",
    "Money",
    "Party",
    "Place",
    "Quantity",
    "Span",
    "TimeSpan",
    "extract",
    "extract_many",
    "load",
]

_LAZY = {
    "Extractor": "bilateral_extract.extractor",
    "extract": "bilateral_extract.extractor",
    "extract_many": "bilateral_extract.extractor",
    "load": "bilateral_extract.language",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
