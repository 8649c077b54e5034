"""Clauses and mentions to records: the engine and its lexicon."""

from bilateral_extract.records.build import Records, build_records

__all__ = ["Records", "build_records"]
