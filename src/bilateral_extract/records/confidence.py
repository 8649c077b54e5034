"""Confidence of a record: a logistic model over the engine's own evidence, calibrated on annotated articles.

`training/confidence.py` fits the weights (lexicon/confidence.toml) and prints the cross-validated calibration error.
"""

from __future__ import annotations

from functools import cache
from math import exp, log

from bilateral_extract.lexicon import read_toml
from bilateral_extract.models import TimeSpan
from bilateral_extract.records.draft import Draft
from bilateral_extract.records.scene import Scene

BACKGROUND_DAYS = 45  # what happened longer before publication is told as background


def estimate_confidence(scene: Scene, draft: Draft) -> float:
    """Probability, from 0 to 1, that a careful reader of the article would note this record."""
    weights = load_weights()
    total = sum(weights.get(name, 0.0) * value for name, value in collect_signals(scene, draft).items())
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 3)


@cache
def load_weights() -> dict[str, float]:
    """Signal -> weight, as fitted."""
    return {name: float(weight) for name, weight in read_toml("confidence")["weights"].items()}


def collect_signals(scene: Scene, draft: Draft) -> dict[str, float]:
    """What speaks for and against a record, by name. Each signal counts for its own kind of record."""
    kind = draft.kind
    signals = {"always": 1.0, f"told {draft.rule}": 1.0}
    signals["told again"] = log(draft.mentions)
    signals["slots from the clause"] = sum(
        1.0 for fills in draft.slots.values() if fills and fills[0].scope == "clause"
    )
    countries = len({str(value) for value in (*draft.values("countries"), *draft.values("country"))})
    signals["no country"] = float(countries == 0)
    signals["two countries"] = float(countries >= 2)
    signals["sides"] = float(min(4, len(draft.values("participants") or draft.values("parties"))))
    signals["planned"] = float(draft.first("status") == "planned")
    signals["background"] = float(_is_background(scene, draft))
    signals["date from afar"] = float(any(f.scope == "article" for f in draft.slots.get("date", [])[:1]))
    signals["in a quotation"] = float(scene.is_in_quotation(draft.trigger))
    signals["in a heading"] = float(scene.is_in_heading(draft.trigger))
    signals["early"] = float(scene.paragraph_of(draft.trigger) < 3)
    signals["late"] = draft.trigger.idx / max(1, len(scene.reading.text))
    signals["a noun alone"] = float(draft.trigger.pos_ != "VERB" and len(draft.clauses) == 1)
    signals["definite"] = float(any(t.lower_ in ("the", "this", "these") for t in draft.trigger.lefts))
    signals["plural"] = float(draft.trigger.tag_ in ("NNS", "NNPS"))
    for slot in ("subject", "value", "leader", "destination", "place", "edition", "topics", "signatories"):
        signals[f"has {slot}"] = float(slot in draft.slots)
    return {f"{kind}: {name}": value for name, value in signals.items() if value}


def _is_background(scene: Scene, draft: Draft) -> bool:
    date = draft.first("date")
    published = scene.reading.published
    if not isinstance(date, TimeSpan) or date.end is None or published is None:
        return False
    return (published - date.end).days > BACKGROUND_DAYS
