"""The component that reads sentences with the bundled model and writes syntax and names on the `Doc`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from bilateral_extract.language.decode import decode_heads, decode_spans
from bilateral_extract.language.lemmas import IDENTITY, apply_script, mend_lemma
from bilateral_extract.language.mending import mend_tree
from bilateral_extract.language.model import Model, load_model
from bilateral_extract.language.tree import Tree
from bilateral_extract.language.words import EncodedWord

# A longer sentence is read in windows. Trained on sentences of up to 120 words; the encoder has 512 positions, but
# its attention costs the square of the length and few sentences of news reach half of this.
MAX_WORDS = 120
MAX_PIECES = 256
# So many windows are read before any is decoded. The network drives all else out of the processor's caches: decoding
# after each run takes four times as long.
TOGETHER = 256
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
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Read Docs in batches. What comes before this component and what follows it then runs for a whole batch: the
        network drives all else out of the processor's caches, and they would be slow after each article."""
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            if not all(doc.has_annotation("SENT_START") for doc in docs if len(doc)):
                raise ValueError(
                    "bilateral_encoder needs sentences: add 'bilateral_sentences' to the pipeline before it"
                )
            annotate(docs, load_model(threads=self.threads))
            yield from docs


def annotate(docs: Sequence[Doc], model: Model) -> None:
    """Read each sentence of some Docs with `model` and write what it says on the tokens."""
    drafts = [_Annotation(doc, model) for doc in docs]
    windows = ((draft, window) for draft in drafts for window in _make_windows(draft.doc, draft.words, model))
    while together := list(islice(windows, TOGETHER)):
        outputs = [model.run(window.words) for _, window in together]
        for (draft, window), output in zip(together, outputs, strict=True):
            draft.add(window, output)
    for draft in drafts:
        draft.write()


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


class _Annotation:
    """What the model says of a Doc, written at once: setting `token.head` one by one is quadratic."""

    ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD")

    def __init__(self, doc: Doc, model: Model) -> None:
        self.doc = doc
        self.words: list[str] = [token.text for token in doc]
        self._labels = model.labels
        self._is_known = model.words.is_whole
        self._tokens: list[int] = []  # those that the windows have, and the classes that the model gave them
        self._classes: dict[str, list[np.ndarray]] = {layer: [] for layer in ("tag", "pos", "morph", "script", "dep")}
        self._head_of = list(range(len(doc)))
        self._roots: list[int] = []  # of sentences
        self._joints: list[int] = []  # roots of later windows of sentences
        self._spans: dict[str, list[Span]] = {"name": [], "office": []}

    def add(self, window: _Window, outputs: dict[str, np.ndarray]) -> None:
        """Take in what the model says of the words of one window."""
        tokens = window.tokens
        self._tokens.extend(tokens)
        for layer, classes in self._classes.items():
            classes.append(outputs[layer])
        for token, head in zip(tokens, decode_heads(outputs["arc"]).tolist(), strict=True):
            if head:
                self._head_of[token] = tokens[head - 1]
            elif window.goes_on:
                self._joints.append(token)
                self._head_of[token] = self._roots[-1]
            else:
                self._roots.append(token)
        for layer, spans in self._spans.items():
            for first, end, label in decode_spans(outputs[layer], self._labels[layer]):
                start, stop = _trim(self.words, tokens[first], tokens[end - 1] + 1)
                if start < stop:
                    spans.append(Span(self.doc, start, stop, label=label))

    def write(self) -> None:
        if not len(self.doc):
            self.doc.spans[OFFICES] = []
            return
        strings = self.doc.vocab.strings
        array = np.zeros((len(self.words), len(self.ATTRIBUTES)), dtype=np.uint64)
        if self._tokens:
            tokens = np.array(self._tokens)
            classes = {layer: np.concatenate(parts) for layer, parts in self._classes.items()}
            array[tokens, 0] = self._hash("tag", classes["tag"], strings.add)
            array[tokens, 1] = self._hash("pos", classes["pos"], strings.add)
            array[tokens, 2] = self._hash("morph", classes["morph"], self.doc.vocab.morphology.add)
            array[tokens, 3] = self._make_lemmas(classes["tag"], classes["script"])
            array[tokens, 4] = self._hash("dep", classes["dep"], strings.add)
            # Where the tree was repaired, the label of the best head no longer fits the root.
            labels = array[:, 4]
            labels[labels == strings.add("root")] = strings.add("parataxis")
            labels[self._joints] = strings.add("parataxis")
            labels[self._roots] = strings.add("root")
        self._fill_spaces(array)
        heads = np.array(self._head_of)
        people = [(span.start, span.end) for span in self._spans["name"] if span.label_ == "PERSON"]
        offices = [(span.start, span.end) for span in self._spans["office"]]
        mend_tree(Tree(self.words, heads, array[:, 4], array[:, 0], array[:, 1], strings.add), people, offices)
        array[:, 5] = (heads - np.arange(len(heads))).astype(np.int64).view(np.uint64)
        self.doc.from_array(list(self.ATTRIBUTES), array)  # type: ignore[arg-type]  # thinc's name for the array
        self.doc.set_ents(self._spans["name"])
        self.doc.spans[OFFICES] = self._spans["office"]

    def _hash(self, layer: str, classes: np.ndarray, add: Callable[[str], int]) -> np.ndarray:
        """The classes of a layer as spaCy writes labels, by the hash that `add` gives each."""
        hashes = np.zeros(len(self._labels[layer]), dtype=np.uint64)
        for index in set(classes.tolist()):
            hashes[index] = add(self._labels[layer][index])
        return np.asarray(hashes[classes])

    def _make_lemmas(self, tags: np.ndarray, scripts: np.ndarray) -> np.ndarray:
        """The hashes of the lemmas; most words are their own."""
        strings = self.doc.vocab.strings
        inflected = np.array([label in INFLECTED for label in self._labels["tag"]])[tags]
        lemmas: np.ndarray = self.doc.to_array("ORTH")[self._tokens]
        changed = np.flatnonzero(inflected | (scripts != self._labels["script"].index(IDENTITY)))
        for index, script, mended in zip(
            changed.tolist(), scripts[changed].tolist(), inflected[changed].tolist(), strict=True
        ):
            word = self.words[self._tokens[index]]
            lemma = apply_script(word, self._labels["script"][script])
            lemmas[index] = strings.add(mend_lemma(word, lemma, self._is_known) if mended else lemma)
        return lemmas

    def _fill_spaces(self, array: np.ndarray) -> None:
        """White space hangs on the word before it, or after it at the beginning, as spaCy does."""
        spaces = [i for i, word in enumerate(self.words) if word.isspace()]
        if not spaces:
            return
        strings, morphology = self.doc.vocab.strings, self.doc.vocab.morphology
        row = [strings.add("_SP"), strings.add("SPACE"), morphology.add(""), 0, strings.add("dep"), 0]
        leading = next((i for i, word in enumerate(self.words) if not word.isspace()), 0)
        for i in spaces:
            array[i] = row
            array[i, 3] = self.doc[i].orth
            self._head_of[i] = leading if i < leading else max(i - 1, 0)
