"""The component that reads sentences with the bundled model and writes syntax and names on the `Doc`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from bilateral_extract.language.decode import decode_heads, decode_spans
from bilateral_extract.language.lemmas import apply_script, mend_lemma
from bilateral_extract.language.model import Model, load_model
from bilateral_extract.language.words import EncodedWord

# A longer sentence is read in windows. Trained on sentences of up to 120 words; the encoder has 512 positions, but
# its attention costs the square of the length and few sentences of news reach half of this.
MAX_WORDS = 120
MAX_PIECES = 256
# A window ends after one of these if there is one in its last quarter.
WINDOW_BREAKS = frozenset((",", ";", ":", "—", "–", "."))

OFFICES = "offices"
INFLECTED = frozenset(("VBD", "VBN", "VBG", "VBZ", "NNS"))
# Signs that no name begins or ends with.
EDGE_SIGNS = frozenset("-–—,:;/#*|")


@dataclass(frozen=True, slots=True)
class _Window:
    """Some words of a sentence: their indices in the Doc, and as the encoder reads them."""

    tokens: list[int]
    words: list[EncodedWord]
    goes_on: bool  # it continues the sentence of the window before


@Language.factory(
    "bilateral_encoder",
    default_config={"threads": 1},
    requires=["token.is_sent_start"],
    assigns=[f"token.{layer}" for layer in ("tag", "pos", "morph", "lemma", "dep", "head")] + ["doc.ents", "doc.spans"],
    retokenizes=False,
)
def create_encoder(nlp: Language, name: str, threads: int) -> SentenceEncoder:
    """Make the pipeline component `bilateral_encoder`; `threads` is the number of threads of one run."""
    return SentenceEncoder(threads=threads)


class SentenceEncoder:
    """Writes tags, morphology, lemmas, heads, labels, `doc.ents` and `doc.spans["offices"]`.

    Needs sentence boundaries (the component `bilateral_sentences`, or any other that sets them); raises ValueError
    without. The model is loaded at the first call and is no part of the component's state, so that a pipeline can be
    pickled, copied and sent to other processes.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self.threads = threads

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            doc.spans[OFFICES] = []
            return doc
        if not doc.has_annotation("SENT_START"):
            raise ValueError("bilateral_encoder needs sentences: add 'bilateral_sentences' to the pipeline before it")
        model = load_model(threads=self.threads)
        annotate(doc, model)
        return doc


def annotate(doc: Doc, model: Model) -> None:
    """Read each sentence of `doc` with `model` and write what it says on the tokens."""
    words = [token.text for token in doc]
    columns = _Columns(doc, model)
    ents: list[Span] = []
    offices: list[Span] = []
    root = 0
    for window in _make_windows(doc, words, model):
        outputs = model.run(window.words)
        heads = decode_heads(outputs["arc"])
        tokens = np.array(window.tokens)
        columns.fill(tokens, [words[i] for i in window.tokens], outputs)
        targets = np.where(heads == 0, tokens, tokens[heads - 1])
        own_root = int(tokens[int(np.flatnonzero(heads == 0)[0])])
        columns.set_heads(tokens, targets, outputs["dep"], own_root)
        if window.goes_on:
            columns.attach(own_root, root)
        else:
            root = own_root
        for layer, spans in (("name", ents), ("office", offices)):
            for first, end, label in decode_spans(outputs[layer], model.labels[layer]):
                start, stop = _trim(words, window.tokens[first], window.tokens[end - 1] + 1)
                if start < stop:
                    spans.append(Span(doc, start, stop, label=label))
    columns.write()
    doc.set_ents(ents)
    doc.spans[OFFICES] = offices


def _trim(words: list[str], start: int, end: int) -> tuple[int, int]:
    """Return the bounds without signs at the edges; empty when there are no other words."""
    while start < end and words[start] in EDGE_SIGNS:
        start += 1
    while start < end and words[end - 1] in EDGE_SIGNS:
        end -= 1
    return start, end


def _make_windows(doc: Doc, words: list[str], model: Model) -> Iterator[_Window]:
    """Yield the sentences' words without white space; a sentence that is too long comes in several windows."""
    for sentence in doc.sents:
        tokens = [i for i in range(sentence.start, sentence.end) if not words[i].isspace()]
        written = [words[i] for i in tokens]
        encoded = model.words.encode(written)
        begin = 0
        while begin < len(tokens):
            end = _find_window_end(written, encoded, begin)
            yield _Window(tokens[begin:end], encoded[begin:end], begin > 0)
            begin = end


def _find_window_end(words: list[str], encoded: list[EncodedWord], begin: int) -> int:
    pieces = 2
    end = begin
    while end < len(words) and end - begin < MAX_WORDS and pieces + len(encoded[end].pieces) <= MAX_PIECES:
        pieces += len(encoded[end].pieces)
        end += 1
    if end < len(words):
        for i in range(end, end - (end - begin) // 4, -1):
            if words[i - 1] in WINDOW_BREAKS:
                return i
    return end


class _Columns:
    """The attributes of all tokens as one array, written at once: setting `token.head` one by one is quadratic."""

    ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD")

    def __init__(self, doc: Doc, model: Model) -> None:
        self._doc = doc
        self._labels = model.labels
        self._is_known = model.words.is_whole
        self._strings = strings = doc.vocab.strings
        self._tag = np.array([strings.add(label) for label in model.labels["tag"]], dtype=np.uint64)
        self._pos = np.array([strings.add(label) for label in model.labels["pos"]], dtype=np.uint64)
        self._dep = np.array([strings.add(label) for label in model.labels["dep"]], dtype=np.uint64)
        self._morph = np.array([doc.vocab.morphology.add(label) for label in model.labels["morph"]], dtype=np.uint64)
        self._root = strings.add("root")
        self._parataxis = strings.add("parataxis")
        self._reported = strings.add("ccomp")
        self._adjuncts = [strings.add(label) for label in ("obl", "obl:unmarked", "advcl")]
        self._array = np.zeros((len(doc), len(self.ATTRIBUTES)), dtype=np.uint64)
        self._heads = np.arange(len(doc))
        self._fill_spaces()

    def _fill_spaces(self) -> None:
        """White space hangs on the word before it, or after it at the beginning, as spaCy does."""
        strings = self._strings
        row = [strings.add("_SP"), strings.add("SPACE"), self._doc.vocab.morphology.add(""), 0, strings.add("dep"), 0]
        for token in self._doc:
            if token.is_space:
                self._array[token.i] = row
                self._array[token.i, 3] = token.orth
                self._heads[token.i] = token.i - 1 if token.i else token.i

    def fill(self, tokens: np.ndarray, words: list[str], outputs: dict[str, np.ndarray]) -> None:
        self._array[tokens, 0] = self._tag[outputs["tag"]]
        self._array[tokens, 1] = self._pos[outputs["pos"]]
        self._array[tokens, 2] = self._morph[outputs["morph"]]
        lemmas = []
        for word, tag, script in zip(words, outputs["tag"].tolist(), outputs["script"].tolist(), strict=True):
            lemma = apply_script(word, self._labels["script"][script])
            if self._labels["tag"][tag] in INFLECTED:
                lemma = mend_lemma(word, lemma, self._is_known)
            lemmas.append(self._strings.add(lemma))
        self._array[tokens, 3] = np.array(lemmas, dtype=np.uint64)

    def set_heads(self, tokens: np.ndarray, targets: np.ndarray, deps: np.ndarray, root: int) -> None:
        self._heads[tokens] = targets
        labels = self._dep[deps]
        # Where the tree was repaired, the label of the best head no longer fits the root.
        labels[(labels == self._root) & (tokens != root)] = self._parataxis
        self._array[tokens, 4] = labels
        self._array[root, 4] = self._root

    def attach(self, root: int, to: int) -> None:
        """Hang the root of a later window on the root of its sentence."""
        self._heads[root] = to
        self._array[root, 4] = self._parataxis

    def _mend_adjuncts(self) -> None:
        """Hang on the verb of saying what stands behind it: "on Monday" in "They will meet, she said on Monday". What
        is reported before its verb does not go on behind it."""
        reporting = self._heads[self._heads]
        behind = (self._heads < reporting) & (reporting < np.arange(len(self._heads)))
        reported = self._array[self._heads, 4] == self._reported
        crossing = behind & reported & np.isin(self._array[:, 4], self._adjuncts)
        self._heads[crossing] = reporting[crossing]

    def write(self) -> None:
        # A blank beginning has no word before it: it hangs on the first word.
        leading = next((token.i for token in self._doc if not token.is_space), 0)
        self._heads[:leading] = leading
        self._mend_adjuncts()
        offsets = self._heads - np.arange(len(self._doc))
        self._array[:, 5] = offsets.astype(np.int64).view(np.uint64)
        self._doc.from_array(list(self.ATTRIBUTES), self._array)  # type: ignore[arg-type]  # thinc's name for the array
