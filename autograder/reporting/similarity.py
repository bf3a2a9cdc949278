"""Finds submissions that are near copies, from the code that their authors wrote themselves.

It compares the runs of tokens of `engine/notebook/token_runs.py`, which leave out the course's code. Runs that many
submissions share, or that the course's own solution has, are no evidence. A match is a reason to look, not a proof.

Sources. The measure: P. Jaccard (1912). A shared wrong answer says more than a shared right one: F. S. Bellezza, S. F.
Bellezza, "Detection of cheating on multiple-choice tests by using error-similarity analysis", Teaching of Psychology 16
(1989).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

MANY = 0.1
"""A fragment is usual, and so no evidence, if more than this share of the submissions and more than `FEW` have it."""
FEW = 4
"""See `MANY`. In a small class, this many submissions may share a fragment by chance."""
WRONG = 3
"""How many times a fragment counts if both submissions lost points in the exercise."""
ALIKE = 0.75
"""Similarity from which a pair is shown, if there is enough evidence."""
ENOUGH = 40
"""How many unusual fragments a pair must share; fragments of wrong answers count `WRONG` times."""

Written = Mapping[str, Mapping[str, frozenset[int]]]
"""Student → exercise → fragments, which are the numbers of runs of tokens."""


@dataclass(frozen=True)
class Pair:
    """Two submissions.

    Attributes:
        first: a student.
        second: the other student.
        similarity: from 0 to 1.
        evidence: the weight of the unusual fragments that both have.
        alike: the exercises in which they are near copies.
        wrong: those exercises of `alike` in which both lost points.
    """

    first: str
    second: str
    similarity: float
    evidence: float
    alike: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The near copies of a class.

    Attributes:
        pairs: pairs that are near copies, the most alike first.
        groups: the groups of students that these pairs form.
        compared: the number of pairs that were compared.
        next_best: the highest similarity among the other pairs with enough evidence, or None.
    """

    pairs: list[Pair] = field(default_factory=list)
    groups: list[list[str]] = field(default_factory=list)
    compared: int = 0
    next_best: float | None = None

    def within(self, group: list[str]) -> list[Pair]:
        """Return the pairs of one group."""
        return [pair for pair in self.pairs if pair.first in group]


def compare(
    written: Written,
    known: Mapping[str, AbstractSet[int]] | None = None,
    lost: Mapping[str, set[str]] | None = None,
) -> Comparison:
    """Compare all submissions to one assignment.

    Args:
        written: student → exercise → fragments of the answer.
        known: exercise → fragments that everybody has seen or would write, of worked cells and the solution.
        lost: student → exercises in which the student lost points.
    """
    written = {student: {name: runs for name, runs in cells.items() if runs} for student, cells in written.items()}
    unusual = _unusual(written, known or {})
    lost = lost or {}
    pairs: list[Pair] = []
    rest: list[Pair] = []
    for first, second in combinations(sorted(student for student, cells in written.items() if cells), 2):
        wrong = lost.get(first, set()) & lost.get(second, set())
        pair = _pair(first, second, written, unusual, wrong)
        (pairs if pair.similarity >= ALIKE and pair.evidence >= ENOUGH else rest).append(pair)
    pairs.sort(key=lambda pair: (-pair.similarity, -pair.evidence, pair.first, pair.second))
    next_best = max((pair.similarity for pair in rest if pair.evidence >= ENOUGH), default=None)
    return Comparison(pairs, connected(pairs), len(pairs) + len(rest), next_best)


def connected(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the groups of students that chains of pairs connect, the largest first."""
    group_of: dict[str, set[str]] = {}
    for pair in pairs:
        merged = group_of.get(pair.first, {pair.first}) | group_of.get(pair.second, {pair.second})
        group_of.update(dict.fromkeys(merged, merged))
    groups = {tuple(sorted(group)) for group in group_of.values()}
    return [list(group) for group in sorted(groups, key=lambda group: (-len(group), group))]


def _unusual(written: Written, known: Mapping[str, AbstractSet[int]]) -> Written:
    """Return, by student and exercise, the fragments that few students have and that are not known to all."""
    count = Counter((name, run) for cells in written.values() for name, runs in cells.items() for run in runs)
    most = max(FEW, int(MANY * len(written)))
    return {
        student: {
            name: frozenset(run for run in runs if count[name, run] <= most and run not in known.get(name, ()))
            for name, runs in cells.items()
        }
        for student, cells in written.items()
    }


def _pair(first: str, second: str, written: Written, unusual: Written, wrong: set[str]) -> Pair:
    """Compare two submissions in the exercises of the student who wrote less."""
    one, other = written[first], written[second]
    same = either = evidence = 0
    alike = []
    for name in sorted(one.keys() & other.keys()):
        weight = WRONG if name in wrong else 1
        both = len(one[name] & other[name])
        together = len(one[name]) + len(other[name]) - both
        same, either = same + weight * both, either + weight * together
        evidence += weight * len(unusual[first][name] & unusual[second][name])
        if both >= ALIKE * together:
            alike.append(name)
    alone = [
        sum(len(mine[name]) for name in mine.keys() - yours.keys()) for mine, yours in ((one, other), (other, one))
    ]
    similarity = same / (either + min(alone)) if same else 0.0
    return Pair(first, second, similarity, evidence, tuple(alike), tuple(name for name in alike if name in wrong))
