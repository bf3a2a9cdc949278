"""Classical item analysis: how hard each check is, how it goes with the rest, how reliable the points are.

Works on plain lists of points; where a figure is not defined it is None, never NaN. Mean, median, standard deviation
and correlation are those of Python's `statistics`.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 3
"""Submissions below which no correlation and no reliability is given: with two, every correlation is 1 or −1."""


@dataclass(frozen=True)
class Summary:
    """The usual figures of some numbers; None where there are too few of them."""

    n: int
    mean: float | None = None
    median: float | None = None
    sd: float | None = None
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class ItemFigures:
    """One check over a class.

    Attributes:
        n: submissions that it was tried on.
        difficulty: mean share of its points, from 0 (nobody got any) to 1 (everybody got all).
        nothing: share of the submissions that got none of its points.
        item_rest: correlation of its points with the sum of all others, or None.
        why: in a few words, why there is no correlation; empty where there is one.
    """

    n: int
    difficulty: float | None
    nothing: float | None
    item_rest: float | None
    why: str = ""


def summarise(values: Sequence[float]) -> Summary:
    """Number, mean, median, standard deviation (n − 1 in the denominator), lowest and highest."""
    if not values:
        return Summary(0)
    sd = statistics.stdev(values) if len(values) > 1 else None
    return Summary(len(values), statistics.fmean(values), statistics.median(values), sd, min(values), max(values))


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha, k / (k − 1) · (1 − Σ var(item) / var(sum)), of submissions × items.

    Source: L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951).

    Returns:
        The coefficient, at most 1; None with fewer than `FEWEST` submissions or two items, or where all sums are equal.
    """
    if len(rows) < FEWEST or len(rows[0]) < 2:
        return None
    whole = statistics.variance([sum(row) for row in rows])
    if math.isclose(whole, 0, abs_tol=1e-12):
        return None
    parts = sum(statistics.variance(column) for column in zip(*rows, strict=True))
    k = len(rows[0])
    return k / (k - 1) * (1 - parts / whole)


def standard_error(sd: float | None, alpha: float | None) -> float | None:
    """The standard error of measurement, sd · √(1 − alpha), in the unit of `sd`; None where it is not defined.

    Source: F. M. Lord and M. R. Novick, "Statistical Theories of Mental Test Scores" (1968).
    """
    if sd is None or alpha is None or alpha < 0:
        return None
    return sd * math.sqrt(1 - alpha)


def analyse_items(rows: Sequence[Sequence[float]], points: Sequence[float]) -> list[ItemFigures]:
    """The figures of every item.

    The correlation is Pearson's (point-biserial where an item is all or nothing) with the sum of the *other* items,
    since an item is part of the whole sum.
    Source: S. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28 (1963).

    Args:
        rows: submissions × items, in points.
        points: what each item is worth, above 0.
    """
    totals = [sum(row) for row in rows]
    figures = []
    for k, worth in enumerate(points):
        column = [row[k] for row in rows]
        rest = [total - own for total, own in zip(totals, column, strict=True)]
        item_rest, why = _correlation(column, rest, worth)
        difficulty = statistics.fmean(column) / worth if rows else None
        nothing = sum(each <= 0 for each in column) / len(rows) if rows else None
        figures.append(ItemFigures(len(rows), difficulty, nothing, item_rest, why))
    return figures


def _correlation(item: list[float], rest: list[float], worth: float) -> tuple[float | None, str]:
    if len(item) < FEWEST:
        return None, "too few submissions"
    if _constant(item):
        if item[0] <= 0:
            return None, "nobody passes"
        return None, "everybody passes" if item[0] >= worth else "everybody gets the same"
    if _constant(rest):
        return None, "no difference in the other checks"
    return statistics.correlation(item, rest), ""


def _constant(values: list[float]) -> bool:
    return max(values) - min(values) < 1e-9
