"""Computes the classical item analysis: difficulty of each check, correlation with the rest, reliability.

Scores are a table of submissions × checks, in points. A figure that is not defined is NaN.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

FEWEST = 3
"""With fewer submissions, no correlation and no reliability is computed: with two, every correlation is 1 or −1."""
WEAK = 0.2
"""A check with a lower item-rest correlation is worth a look (R. L. Ebel, D. A. Frisbie, 1991)."""
EQUAL = 1e-9
"""Figures that differ by less count as equal, because the difference is rounding."""


def summarise(values: pd.Series) -> dict[str, float]:
    """Return mean, median, standard deviation (n − 1 in the denominator), lowest and highest."""
    figures = values.agg(["mean", "median", "std", "min", "max"])
    return dict(zip(("mean", "median", "sd", "lowest", "highest"), figures, strict=True))


def cronbach_alpha(scores: pd.DataFrame) -> float:
    """Return Cronbach's alpha, k / (k − 1) · (1 − Σ var(item) / var(sum)), which is at most 1.

    It is NaN with fewer than `FEWEST` submissions or two items, or if all sums are equal.
    Source: L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951).
    """
    k = scores.shape[1]
    whole = scores.sum(axis=1).var()
    if len(scores) < FEWEST or k < 2 or math.isclose(whole, 0, abs_tol=1e-12):
        return math.nan
    return min(1.0, k / (k - 1) * (1 - scores.var().sum() / whole))


def standard_error(sd: float, alpha: float) -> float:
    """Return the standard error of measurement, sd · √(1 − alpha), in the unit of `sd`; NaN if alpha is below 0.

    Source: F. M. Lord and M. R. Novick, "Statistical Theories of Mental Test Scores" (1968).
    """
    return sd * math.sqrt(1 - alpha) if alpha > -EQUAL else math.nan


def analyse_items(scores: pd.DataFrame, worth: pd.Series) -> pd.DataFrame:
    """Return the figures of every item, one row for each column of `scores`.

    `difficulty` is the mean share of the points, from 0 (nobody got any) to 1 (everybody got all).
    `item_rest_correlation` is Pearson's (point-biserial if an item is all or nothing) with the sum of the *other*
    items, because an item is part of the whole sum. `remark` says in words why it is NaN, or why the item is worth
    a look.
    Source: S. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28 (1963).

    Args:
        scores: submissions × items, in points.
        worth: the points of each item, above 0.
    """
    rest = -scores.sub(scores.sum(axis=1), axis=0)
    same = scores.max() - scores.min() < EQUAL
    undefined = {
        "too few submissions": np.full(len(worth), len(scores) < FEWEST),
        "nobody passes": same & (scores.max() <= 0),
        "everybody passes": same & (scores.min() >= worth),
        "everybody gets the same": same,
        "no difference in the other checks": rest.max() - rest.min() < EQUAL,
    }
    why = np.select(list(undefined.values()), list(undefined), "")
    r = scores.corrwith(rest).where(why == "")
    return pd.DataFrame(
        {
            "submissions": len(scores),
            "difficulty": scores.mean() / worth,
            "share_without_points": (scores <= 0).mean(),
            "item_rest_correlation": r,
            "remark": np.select([r < 0, r < WEAK], ["goes against the rest", "hardly goes with the rest"], why),
        },
        index=worth.index,
    )
