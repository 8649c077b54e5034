"""The spaCy pipeline of this library: `load()`."""

from __future__ import annotations

import spacy
from spacy.language import Language

# Imported for their factories: an installed package registers them by entry points, a source tree does not.
from bilateral_extract.language import encoder as encoder
from bilateral_extract.language import names as names
from bilateral_extract.language import sentences as sentences


def load(*, threads: int = 1) -> Language:
    """Return the pipeline: English tokens, sentences, then syntax and names by the bundled model and the lexicon.

    `threads` is the number of threads that one sentence is computed with; more articles at once are better served
    by more processes. The model is read at the first text.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("bilateral_sentences")
    nlp.add_pipe("bilateral_encoder", config={"threads": threads})
    nlp.add_pipe("bilateral_names")
    return nlp
