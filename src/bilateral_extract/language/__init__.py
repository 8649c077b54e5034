"""Words to syntax and names: the spaCy pipeline, its bundled model, and clause views."""

from bilateral_extract.language.pipeline import load

__all__ = ["load"]
