"""What an article says of a name in one place, for all the others: the model sees one sentence at a time."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc, Span

# Acronyms of kinds, not of names: the MoU of one sentence is not that of the next.
_GENERIC_ACRONYMS = frozenset(("MOU", "MOA", "LOI", "FTA"))


def spread_acronyms(doc: Doc) -> None:
    """Give an acronym that a name introduces in brackets, "… Initiative (BRI)", the label of the name, everywhere."""
    labels: dict[str, str] = {}
    for ent in doc.ents:
        if ent.end + 2 < len(doc) and doc[ent.end].text == "(" and doc[ent.end + 2].text == ")":
            acronym = doc[ent.end + 1].text
            if ent.label_ != "PERSON" and acronym.upper() not in _GENERIC_ACRONYMS and _is_acronym(acronym, ent):
                labels.setdefault(acronym, ent.label_)
    if not labels:
        return
    kept = [ent for ent in doc.ents if len(ent) > 1 or ent.text not in labels]
    covered = {i for ent in kept for i in range(ent.start, ent.end)}
    places = [token.i for token in doc if token.text in labels and token.i not in covered]
    found = [Span(doc, i, i + 1, label=labels[doc[i].text]) for i in places]
    doc.set_ents(sorted([*kept, *found], key=lambda span: span.start))


def _is_acronym(acronym: str, name: Span) -> bool:
    """Tell whether the letters of `acronym` are, in order, initials of words of `name`."""
    if not (2 <= len(acronym) <= 10 and acronym.isalpha() and acronym[-1].isupper()):
        return False
    initials = iter([token.text[0].upper() for token in name if token.is_alpha])
    return all(letter.upper() in initials for letter in acronym)


def unify_labels(doc: Doc) -> None:
    """Give names that are written alike the label that most of them have; the first one decides a draw.

    One sense per discourse (Gale, Church and Yarowsky 1992): within an article a name keeps its meaning.
    """
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        labels[ent.text][ent.label_] += 1
    if any(len(counts) > 1 for counts in labels.values()):
        doc.set_ents([Span(doc, ent.start, ent.end, label=labels[ent.text].most_common(1)[0][0]) for ent in doc.ents])
