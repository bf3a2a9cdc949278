"""Finds submissions that are near copies, from the code that their authors wrote themselves.

The module removes the course's code, cuts the rest into short runs of tokens, and compares the runs. Runs that many
submissions share, or that the course's own solution has, are no evidence. A match is a reason to look, not a proof.

Sources. Runs of tokens as fingerprints: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD (2003); all runs are kept here, because answers are short. The measure: P. Jaccard
(1912). A shared wrong answer says more than a shared right one: F. S. Bellezza, S. F. Bellezza, "Detection of cheating
on multiple-choice tests by using error-similarity analysis", Teaching of Psychology 16 (1989).
"""

from __future__ import annotations

import ast
import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from pygments.lexers import PythonLexer
from pygments.token import Comment, Name, String, Text

SIZE = 6
"""Tokens per fragment."""
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

LONGEST = 20_000
"""Longest answer that is compared, in characters. Reading text from anyone must take a bounded time."""
OWN = "·"
"""Replaces every name that the author chose."""

Fragment = tuple[str, ...]
Written = Mapping[str, Mapping[str, frozenset[Fragment]]]
"""Student → exercise → fragments."""


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
    answers: Mapping[str, Mapping[str, str]],
    stubs: Mapping[str, str],
    known: Mapping[str, Iterable[str]] | None = None,
    lost: Mapping[str, set[str]] | None = None,
) -> Comparison:
    """Compare all submissions to one assignment.

    Args:
        answers: student → exercise → code.
        stubs: exercise → the cell as students received it.
        known: exercise → code that everybody has seen or would write: worked cells, the solution.
        lost: student → exercises in which the student lost points.
    """
    written = {
        student: {
            name: fragments(own_tokens(code, stubs.get(name, "")))
            for name, code in cells.items()
            if len(code) <= LONGEST
        }
        for student, cells in answers.items()
    }
    written = {student: {name: runs for name, runs in cells.items() if runs} for student, cells in written.items()}
    no_evidence = {
        name: {run for code in codes for run in fragments(own_tokens(code, stubs.get(name, "")))}
        for name, codes in (known or {}).items()
    }
    unusual = _unusual(written, no_evidence)
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


def own_tokens(code: str, stub: str) -> list[str]:
    """Return the tokens that a cell's author wrote, without the stub's lines and comments; `OWN` replaces own names.

    Names in the stub, such as the names of arguments, and attributes stay unchanged.
    """
    lines = _lines(stub)
    stub_lines = {tuple(value for _, value in line) for line in lines}
    stub_names = {value for line in lines for kind, value in line if kind in Name}
    rest = [token for line in _lines(code) if tuple(value for _, value in line) not in stub_lines for token in line]
    chosen = _chosen(code, rest) - stub_names
    before = ["", *(value for _, value in rest)]
    return [
        OWN if kind in Name and value in chosen and previous != "." else value
        for (kind, value), previous in zip(rest, before, strict=False)
    ]


def fragments(tokens: list[str], size: int = SIZE) -> frozenset[Fragment]:
    """Return all runs of `size` tokens. Shorter code has none, because it is often alike by chance."""
    return frozenset(tuple(tokens[k : k + size]) for k in range(len(tokens) - size + 1))


def connected(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the groups of students that chains of pairs connect, the largest first."""
    group_of: dict[str, set[str]] = {}
    for pair in pairs:
        merged = group_of.get(pair.first, {pair.first}) | group_of.get(pair.second, {pair.second})
        group_of.update(dict.fromkeys(merged, merged))
    groups = {tuple(sorted(group)) for group in group_of.values()}
    return [list(group) for group in sorted(groups, key=lambda group: (-len(group), group))]


@functools.lru_cache(maxsize=2**14)
def _lines(code: str) -> tuple[tuple[tuple, ...], ...]:
    """Return the tokens of each line with their kinds. The lexer can also read code that does not compile."""
    lines: list[list[tuple]] = [[]]
    for kind, value in PythonLexer(ensurenl=True).get_tokens(code):
        if kind in Comment or kind in String.Doc:
            continue
        if "\n" in value and kind in Text:
            lines.append([])
        elif value.strip():
            lines[-1].append((kind, value.strip()))
    return tuple(tuple(line) for line in lines if line)


def _chosen(code: str, tokens: list[tuple]) -> set[str]:
    """Return the names that the code binds; if it is not plain Python, the names before `=` and after `for`."""
    try:
        # IPython's own syntax is not translated, because somebody can write text for which that takes very long
        return set(_bound(ast.parse(code)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    values = [value for _, value in tokens]
    named = [
        (value, before, after) for value, before, after in zip(values, ["", *values], [*values[1:], ""], strict=False)
    ]
    return {value for value, before, after in named if value.isidentifier() and (after == "=" or before == "for")}


def _bound(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.alias(asname=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name):
                yield name.partition(".")[0]
            case ast.ExceptHandler(name=str(name)):
                yield name


def _unusual(written: Written, known: Mapping[str, set[Fragment]]) -> Written:
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
        both, together = len(one[name] & other[name]), len(one[name] | other[name])
        same, either = same + weight * both, either + weight * together
        evidence += weight * len(unusual[first][name] & unusual[second][name])
        if both >= ALIKE * together:
            alike.append(name)
    alone = [
        sum(len(mine[name]) for name in mine.keys() - yours.keys()) for mine, yours in ((one, other), (other, one))
    ]
    similarity = same / (either + min(alone)) if same else 0.0
    return Pair(first, second, similarity, evidence, tuple(alike), tuple(name for name in alike if name in wrong))
