"""Confidence of a record, from the engine's own evidence."""

from __future__ import annotations

from bilateral_extract.records.draft import Draft


def estimate_confidence(draft: Draft) -> float:
    """Probability that the record is right."""
    return min(0.95, 0.3 + 0.08 * len(draft.slots))
