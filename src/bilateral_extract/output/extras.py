"""Libraries that only some outputs need."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def require(module: str, extra: str) -> Any:
    """The module, or an ImportError that says which extra brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ImportError(
            f'this needs {module}, which is not installed: pip install "bilateral-extract[{extra}]"'
        ) from error
