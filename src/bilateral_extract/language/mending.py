"""Mends of the tree that the model gives: constructions of the news that it takes for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from bilateral_extract.language.addresses import mend_addresses
from bilateral_extract.language.coordination import (
    mend_coordinated,
    mend_coordinated_verbs,
    mend_heads_of_state,
    mend_listed,
    mend_owned,
)
from bilateral_extract.language.fronting import mend_fronted
from bilateral_extract.language.hyphenated import join_hyphenated
from bilateral_extract.language.inversions import mend_inversions
from bilateral_extract.language.labelled import mend_labelled
from bilateral_extract.language.measures import mend_measures
from bilateral_extract.language.officeholders import mend_gatherings_of_heads
from bilateral_extract.language.roles import mend_bare_obliques
from bilateral_extract.language.tree import OWNERS, Tree
from bilateral_extract.lexicon import load_words, read_table, read_toml

DELEGATIONS = load_words("delegation_nouns")
NAMED = frozenset({"announced", "named", "designated", "appointed", "selected", "announces", "names", "designates"})
BEING = frozenset({"is", "are", "was", "were", "'s", "’s", "be", "been"})
DOCUMENTS = frozenset(row["noun"] for row in read_table("document_nouns"))
EPITHET_PREPOSITIONS = frozenset({"with", "by", "to", "from", "for", "between"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
PARTS_OF_NAMES = ("appos", "compound", "flat", "nmod:desc")
WHERE = frozenset({"at", "in", "on"})
OFFICES = frozenset(read_toml("people")["offices"])
PHASES = load_words("phase_verbs")
PREFIXES = load_words("prefixes")
LONGEST_TITLE = 10  # words between "visiting" and the name of the visitor


def mend_tree(tree: Tree, people: Iterable[tuple[int, int]], offices: Sequence[tuple[int, int]] = ()) -> None:
    """Mend what the model often gets wrong. `people` and `offices` are the bounds of the names of people, and of the
    phrases that tell offices. Mends that would close a circle between them are taken back."""
    heads, labels = tree.heads.copy(), tree.labels.copy()
    _mend_adjuncts(tree)
    _mend_due(tree)
    _mend_particles(tree)
    _mend_prefixes(tree)
    join_hyphenated(tree)
    _mend_under_secretaries(tree)
    mend_addresses(tree)
    mend_heads_of_state(tree)
    mend_listed(tree)
    mend_coordinated_verbs(tree)
    _mend_messrs(tree)
    mend_measures(tree)
    _mend_aims(tree)
    _mend_years(tree)
    _mend_signed_in(tree)
    _mend_names(tree)
    mend_labelled(tree)
    mend_owned(tree)
    mend_bare_obliques(tree)
    _mend_subjects(tree)
    _mend_infinitives(tree)
    named = dict(people)
    _mend_portfolios(tree, named, offices)
    mend_coordinated(tree, named)
    mend_inversions(tree, named)
    mend_gatherings_of_heads(tree)
    mend_fronted(tree, named, offices)
    _mend_relatives(tree, named)
    _mend_visitors(tree, named)
    tree.take_back_circles(heads, labels)


def _mend_adjuncts(tree: Tree) -> None:
    """Hang on the verb of saying what stands behind it: "on Monday" in "They will meet, she said on Monday". What is
    reported before its verb does not go on behind it."""
    heads, labels = tree.heads, tree.labels
    reporting = heads[heads]
    behind = (heads < reporting) & (reporting < np.arange(len(heads)))
    reported = labels[heads] == tree.hash_of("ccomp")
    crossing = [i for i in np.flatnonzero(behind & reported).tolist() if tree.has(i, "obl", "obl:unmarked", "advcl")]
    heads[crossing] = reporting[crossing]
    _mend_reported(tree)


def _mend_reported(tree: Tree) -> None:
    """What stands before the comma and the subject of the verb of saying belongs to what is reported: "on Monday" in
    "They will meet on Monday, she said"."""
    at = np.arange(len(tree.heads))
    verbs = sorted(
        {int(tree.heads[i]) for i in np.flatnonzero((tree.labels == tree.hash_of("ccomp")) & (tree.heads > at))}
    )
    for saying in verbs:
        beside = [t for t in tree.children(saying) if t < saying]
        reported = next((t for t in beside if tree.has(t, "ccomp") and tree.is_verb(t)), saying)
        subject = next((t for t in beside if tree.has(t, "nsubj")), saying)
        for t in beside:
            if reported < t < subject and tree.has(t, "obl", "obl:unmarked"):
                first = min([t, *tree.children(t)])
                if tree.words[first - 1] != ",":
                    tree.heads[t] = reported


def _mend_due(tree: Tree) -> None:
    """What is "due to" do something does it: "travel" in "is due to travel to Oslo", as in "is due to fly to Oslo" and
    not in "is due to rain"."""
    for due in [i for i, word in enumerate(tree.words[:-3]) if word == "due" and tree.words[i + 1] == "to"]:
        to, verb = due + 1, due + 2
        goal = tree.words[verb + 1]
        does = tree.tags[verb] == tree.hash_of("VB") or goal in ("to", "the", "a", "an") or goal[:1].isupper()
        be = next((t for t in (due - 1, due - 2) if t >= 0 and tree.words[t] in BEING), None)
        if be is None or not does or tree.has(verb, "xcomp") or not {due, verb} & {int(tree.heads[to])}:
            continue
        if tree.heads[due] == verb:
            tree.swap(verb, due, "xcomp")
        elif tree.heads[verb] != due:
            continue
        for t in tree.children(due):
            if t > verb:
                tree.heads[t] = verb
        for t in tree.children(verb):
            if t < due:
                tree.heads[t] = due
            elif t > verb and tree.has(t, "nmod", "flat"):
                tree.labels[t] = tree.hash_of("obl" if tree.words[verb + 1] == "to" else "obj")
        before = [t for t in tree.children(due) if t < be]
        subject = next((t for t in before if tree.has(t, "nsubj", "nsubj:outer", "appos")), None)
        if subject is not None:
            tree.labels[subject] = tree.hash_of("nsubj")
        tree.hang(be, due, "cop")
        tree.hang(to, verb, "mark")
        tree.hang(verb, due, "xcomp")
        tree.tags[verb], tree.kinds[verb] = tree.hash_of("VB"), tree.hash_of("VERB")
        tree.tags[to] = tree.hash_of("TO")


def _mend_particles(tree: Tree) -> None:
    """A particle right behind a verb is no preposition of its object: "up" in "wound up its meeting"."""
    particles = (tree.tags == tree.hash_of("RP")) & (tree.labels == tree.hash_of("case"))
    for i in np.flatnonzero(particles[1:]).tolist():
        verb, particle = i, i + 1
        if (
            tree.is_verb(verb)
            and tree.heads[tree.heads[particle]] == verb
            and tree.has(int(tree.heads[particle]), "obj")
        ):
            tree.hang(particle, verb, "compound:prt")


def _mend_prefixes(tree: Tree) -> None:
    """A prefix before a hyphen is a part of the word behind it, whatever hangs on it: "co" in "co-operation in trade",
    "re" in "the re-opening of the border"."""
    for i, word in enumerate(tree.words[1:-1], start=1):
        before, after = i - 1, i + 1
        if word != "-" or tree.words[before].lower() not in PREFIXES or tree.heads[before] == after:
            continue
        if tree.heads[after] not in (before, tree.heads[before]):
            continue
        tree.swap(before, after, "compound")


def _mend_under_secretaries(tree: Tree) -> None:
    """ "Under" is a part of an office: "and Under Secretary Ana Paz"."""
    for i in [i for i, word in enumerate(tree.words[:-1]) if word == "Under"]:
        office = tree.words[i + 1].lower()
        if office.startswith("secretar") and tree.words[i + 1][:1].isupper() and tree.has(i, "case"):
            tree.hang(i, i + 1, "compound")
            tree.tags[i], tree.kinds[i] = tree.hash_of("NNP"), tree.hash_of("PROPN")


def _mend_messrs(tree: Tree) -> None:
    """ "M/s" only goes before the name of a firm, which has the preposition: "awarded to M/s Anden Rail Ltd"."""
    for i in [i for i, word in enumerate(tree.words[:-3]) if word == "M" and tree.words[i + 1 : i + 3] == ["/", "s"]]:
        name = int(tree.heads[i]) if tree.heads[i] > i + 2 else i + 3
        while tree.heads[name] != name and i + 2 < tree.heads[name] and tree.has(name, *PARTS_OF_NAMES):
            name = int(tree.heads[name])
        if i <= tree.heads[name] <= i + 2:
            tree.hang(name, int(tree.heads[i]), "obl")
            tree.labels[name] = tree.labels[i]
        if tree.has(name, "flat", "compound") and tree.heads[name] < i:
            tree.labels[name] = tree.hash_of("obl" if tree.is_verb(int(tree.heads[name])) else "nmod")
        for t in (t for part in range(i, i + 3) for t in tree.children(part)):
            tree.heads[t] = name
        for part in range(i, i + 3):
            tree.hang(part, name, "compound")


def _mend_aims(tree: Tree) -> None:
    """What a document, or a delegation that is named, is for belongs to it: "building" in "signed a roadmap for
    building roads", "attend" in "announced a delegation to attend the funeral", as not in "thanked the premier for
    building roads"."""
    for i in np.flatnonzero(tree.labels == tree.hash_of("advcl")).tolist():
        above = int(tree.heads[i])
        if tree.tags[i] == tree.hash_of("VB") and above < i and tree.words[above].lower() in NAMED:
            sent = [t for t in range(above + 1, i) if tree.words[t].lower() in DELEGATIONS]
            if sent and tree.heads[i] != sent[0]:
                tree.hang(i, sent[0], "acl")
            continue
        mark = next((t for t in tree.children(i) if t < i and tree.words[t] == "for"), None)
        if not mark or tree.heads[mark - 1] != tree.heads[i] or tree.tags[i] != tree.hash_of("VBG"):
            continue
        if tree.words[mark - 1].lower().removesuffix("s") in DOCUMENTS:
            tree.hang(i, mark - 1, "acl")


def _mend_years(tree: Tree) -> None:
    """A year behind a name is no head of it: "2023" in "at the Lima Expo 2023"."""
    for i in np.flatnonzero(tree.tags[1:] == tree.hash_of("CD")).tolist():
        name, year = i, i + 1
        is_year = tree.words[year].isdigit() and len(tree.words[year]) == 4
        if is_year and tree.heads[name] == year and tree.has(name, "compound") and tree.words[name][:1].isupper():
            tree.swap(year, name, "nmod:unmarked")


def _mend_signed_in(tree: Tree) -> None:
    """What stands between a verb and a name is its preposition: "in" of "the pact, signed in Lima", as of no "sign
    in"."""
    for i in np.flatnonzero(tree.labels == tree.hash_of("compound:prt")).tolist():
        behind = i + 1
        if tree.words[i] not in WHERE or behind >= len(tree.words) or tree.heads[behind] != tree.heads[i]:
            continue
        if tree.tags[behind] == tree.hash_of("NNP") and not any(tree.has(t, "case") for t in tree.children(behind)):
            tree.hang(i, behind, "case")
            tree.tags[i] = tree.hash_of("IN")
            tree.labels[behind] = tree.hash_of("obl")


def _mend_names(tree: Tree) -> None:
    """Names go on to the right: one that is hung as a further part of a name on a word behind it is the subject of that
    predicate ("Foreign Minister Ana Paz and Premier Luis Gil are in Lima") or the owner of that noun ("ahead of
    President Ana Paz's visit")."""
    behind = tree.heads > np.arange(len(tree.heads))
    for i in np.flatnonzero((tree.labels == tree.hash_of("flat")) & behind).tolist():
        head = int(tree.heads[i])
        beside = tree.children(head)
        if any(tree.words[t] in OWNERS for t in tree.children(i)):
            tree.hang(i, head, "nmod:poss")
        elif any(tree.has(t, "nsubj", "nsubj:pass") for t in beside):
            continue
        elif tree.is_verb(head) or any(tree.has(t, "cop") for t in beside):
            tree.hang(i, head, tree.subject_role(head))


def _mend_subjects(tree: Tree) -> None:
    """What hangs before a finite verb with no subject as if it were a part of a name is its subject: "The Under
    Secretary for Growth and Trade Ana Paz will travel to Lima"."""
    hung = np.isin(tree.labels, [tree.hash_of(label) for label in PARTS_OF_NAMES])
    behind = tree.heads > np.arange(len(tree.heads))
    tops = tree.heads[np.flatnonzero(hung & behind)]
    for verb in dict.fromkeys(int(head) for head in tops):
        if not tree.is_verb(verb):
            continue
        beside = tree.children(verb)
        before = [t for t in beside if t < verb]
        finite = tree.tags[verb] in map(tree.hash_of, FINITE) or any(tree.tags[t] == tree.hash_of("MD") for t in before)
        subjects = [t for t in beside if tree.has(t, "nsubj", "nsubj:pass", "csubj", "expl")]
        if len(subjects) == 1 and any(tree.has(t, "obj") and verb < t < subjects[0] for t in beside):
            tree.labels[subjects[0]] = tree.hash_of("parataxis")  # "Ana Paz heads the group; Luis Gil is …"
        elif subjects:
            continue
        if not finite:
            continue
        nouns = [t for t in before if tree.has(t, *PARTS_OF_NAMES) and tree.is_noun(t)]
        if nouns and not any(tree.has(t, "case", "mark") for t in tree.children(nouns[-1])):
            passive = any(tree.has(t, "aux:pass") for t in before)
            tree.hang(nouns[-1], verb, "nsubj:pass" if passive else "nsubj")


def _mend_portfolios(tree: Tree, people: dict[int, int], offices: Sequence[tuple[int, int]]) -> None:
    """One minister has two fields, told before the office: in "talks with Omani Water and Energy Minister Ana Paz" the
    talks are not with Water."""
    whole = [(first, joint, last) for first, last in offices for joint in range(first + 1, last - 1)]
    parted = [(a, c - 1, d) for (a, _), (c, d) in pairwise(offices)]
    for first, joint, last in (*whole, *parted):
        if tree.words[joint] not in ("and", "&") or last not in people or joint <= first:
            continue
        field, office = joint - 1, last - 1
        above = int(tree.heads[field])
        fields = tree.words[first:joint]
        if not all(word[:1].isupper() and word.lower() not in OFFICES for word in fields):
            continue
        if first <= above < people[last]:
            continue
        name = tree.top_of(last, people[last])
        case = next((t for t in tree.children(field) if tree.has(t, "case")), None)
        role = "obl" if tree.is_verb(above) else "nmod"
        if above != field:
            if case is not None:
                tree.hang(name, above, role)
                tree.hang(case, name, "case")
            else:
                bare = not any(tree.has(t, "case") for t in tree.children(name))
                tree.hang(name, above, role)
                if bare:
                    tree.labels[name] = tree.labels[field]
        for t in tree.children(field):
            tree.heads[t] = office
        tree.hang(field, office, "compound")
        tree.hang(office, name, "nmod:desc")


def _mend_infinitives(tree: Tree) -> None:
    """An infinitive with a "to" of its own goes on with one before: "to sign" in "plan to discuss ways of building a
    port and to sign an agreement" with "to discuss"."""
    marked = {
        int(tree.heads[i])
        for i, word in enumerate(tree.words)
        if word == "to" and tree.has(i, "mark") and tree.tags[tree.heads[i]] == tree.hash_of("VB")
    }
    for i in sorted(marked):
        above = int(tree.heads[i])
        if not tree.has(i, "conj") or above in marked:
            continue
        while above not in marked and int(tree.heads[above]) < above:
            above = int(tree.heads[above])
        if above in marked:
            tree.heads[i] = above


def _mend_relatives(tree: Tree, people: dict[int, int]) -> None:
    """A relative clause with "who" behind somebody's name tells of that person: "held talks with President Ana Paz, who
    will be in Lima on a visit"; one with "which" behind a noun, of what that noun names."""
    starts = {end: start for start, end in people.items()}
    for i in np.flatnonzero(tree.labels == tree.hash_of("advcl:relcl")).tolist():
        who = next((t for t in tree.children(i) if t < i and tree.words[t] == "who"), None)
        if who is None or tree.words[who - 1] != "," or who - 1 not in starts:
            continue
        name = range(starts[who - 1], who - 1)
        top = next((t for t in name if tree.heads[t] not in name), None)
        if top is not None:
            tree.hang(i, top, "acl:relcl")
    for which, word in enumerate(tree.words):  # "Under the treaty, which was signed in Lima, ports open"
        verb = int(tree.heads[which])
        if word != "which" or which < 2 or tree.words[which - 1] != "," or not tree.has(verb, "parataxis", "ccomp"):
            continue
        noun = which - 2
        while tree.has(noun, *PARTS_OF_NAMES, "nmod") and tree.heads[noun] < which:
            noun = int(tree.heads[noun])
        if tree.is_noun(noun) and not tree.is_below(noun, verb) and verb > which:
            tree.hang(verb, noun, "acl:relcl")


def _mend_visitors(tree: Tree, people: dict[int, int]) -> None:
    """ "visiting" before a visitor says which one: in "met visiting Premier Ana Paz" she is met, not visited, unlike in
    "after visiting Premier Ana Paz"."""
    starts = {end: start for start, end in people.items()}
    for i in [i for i, word in enumerate(tree.words) if word in ("visiting", "Visiting")]:
        first = next((start for start in range(i + 1, i + 1 + LONGEST_TITLE) if start in people), None)
        if first is None or tree.has(i, "amod") or any(tree.is_verb(t) for t in range(i + 1, first)):
            continue
        last, head, before = people[first], int(tree.heads[i]), tree.words[i - 1].lower() if i else ""
        parts = [t for t in range(i + 1, last) if tree.heads[t] in (i, head)]
        own = [t for t in parts if tree.heads[t] == i]
        if not parts or any(mark in ",;:." for mark in tree.words[i + 1 : first]):
            continue
        visitor = (own or parts)[-1]
        if own and not _may_have_visitor(tree, i, head, before):
            continue
        if own:
            role = "obj" if tree.is_verb(i - 1) else "obl" if tree.is_verb(head) else "nmod"
            named = starts.get(i - 1)
            if before == "and" and named is not None:
                head, role = named, "conj"
            for t in tree.children(i):
                if t not in range(i + 1, last):
                    tree.heads[t] = visitor if t < i else head
            if before in EPITHET_PREPOSITIONS:
                tree.hang(i - 1, visitor, "case")
            tree.hang(visitor, head, role)
        for t in parts:
            if t != visitor:
                tree.hang(t, visitor, "nmod:desc")
        tree.hang(i, visitor, "amod")


def _may_have_visitor(tree: Tree, i: int, head: int, before: str) -> bool:
    """Whether what stands before "visiting" takes the visitor: a verb that does something to somebody, a preposition of
    company, "and" behind a name."""
    if head == i:
        return False
    if before == "by":
        return any(tree.has(t, "aux:pass") for t in tree.children(head)) or tree.tags[head] == tree.hash_of("VBN")
    if before in EPITHET_PREPOSITIONS or before == "and":
        return True
    return tree.is_verb(i - 1) and i - 1 == head and tree.words[head].lower() not in PHASES
