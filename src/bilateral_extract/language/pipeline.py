"""The spaCy pipeline of this library: `load()`."""

from __future__ import annotations

import re
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_prefix_regex, compile_suffix_regex

# Imported for their factories: an installed package registers them by entry points, a source tree does not.
from bilateral_extract.language import encoder as encoder
from bilateral_extract.language import names as names
from bilateral_extract.language import sentences as sentences

# A run of signs (a ruled line, a hostile text) is one token: spaCy's tokenizer takes signs off one by one, at a cost
# that grows with the square of their number.
_SIGN_RUN = r"(?:[^\w\s]|_){50,}"
# A prefix is no word: "co-chaired" is one verb. (Not "co-operate", which only spells a sound.)
_PREFIXED = re.compile(r"(?i:co-(?!op|ord))[a-zA-Z]{3,}$")


def load(*, threads: int = 1) -> Language:
    """Return the pipeline: English tokens, sentences, then syntax and names by the bundled model and the lexicon.

    `threads` is the number of threads that one sentence is computed with; more articles at once are better served
    by more processes. The model is read at the first text.
    """
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([_SIGN_RUN, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([_SIGN_RUN, *(nlp.Defaults.suffixes or ())]).search
    tokenizer.token_match = _PREFIXED.match
    nlp.add_pipe("bilateral_sentences")
    nlp.add_pipe("bilateral_encoder", config={"threads": threads})
    nlp.add_pipe("bilateral_names")
    return nlp
