"""What is asked again and again of the tokens of one article is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_KEPT = 2048  # answers of each function
_forgetters: list[Callable[[], None]] = []


def remembered(function: Function) -> Function:
    """A function of tokens that keeps its last answers until they are forgotten. It must depend on nothing else."""
    asked = lru_cache(maxsize=_KEPT)(function)
    _forgetters.append(asked.cache_clear)
    return asked  # type: ignore[return-value]  # called as the function is


def forget_answers() -> None:
    """Drop all that is remembered of an article that is read: it holds on to its document."""
    for forget in _forgetters:
        forget()
