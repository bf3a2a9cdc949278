"""Writes the report on a graded class: a page for the instructor, and the same numbers as CSV files.

It combines the results of the other modules in this package and grades nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd

from autograder.course.class_folder import ClassFolder
from autograder.engine.execution import readers
from autograder.engine.files import atomic_write
from autograder.engine.nbgrader.feedback_text import clean
from autograder.engine.notebook import token_runs
from autograder.engine.pages import render
from autograder.reporting import difficulties, item_analysis, similarity
from autograder.reporting.class_results import GradedAssignment, Paper, read_graded
from autograder.reporting.csv_files import write_sheet
from autograder.reporting.similarity import Comparison, Pair

FEW = 30
"""With fewer submissions, correlations and reliability are rough."""
MESSAGES = 5
"""How many messages of an exercise the page shows. The CSV file has all of them."""
SHOWN = 3
"""How many exercises of a group of near copies the page shows side by side."""
SHEETS = {
    "assignments": "assignment submissions judged max_points mean median sd lowest highest"
    " cronbach_alpha standard_error",
    "scores": "student assignment points max_points late_penalty share",
    "checks": "assignment exercise check title points submissions difficulty share_without_points"
    " item_rest_correlation remark",
    "messages": "assignment exercise students message checks who",
    "students": "student points max_points share handed_in needs_help why not_handed_in untouched without_points",
    "similar": "assignment group first second similarity evidence alike wrong_in_both",
}
"""CSV file → its columns."""


@dataclass(frozen=True)
class SideBySide:
    """Two students' code for one exercise; `wrong` is true if both lost points."""

    exercise: str
    wrong: bool
    first: str
    second: str


@dataclass(frozen=True)
class Group:
    """Submissions that are near copies, the pairs that connect them, and code of the most alike pair."""

    students: list[str]
    pairs: list[Pair]
    code: list[SideBySide]


@dataclass(frozen=True)
class AssignmentReport:
    """The part of the report on one assignment.

    Attributes:
        assignment: its results.
        figures: its row of assignments.csv.
        bins: lower end of a tenth of the points, in percent -> submissions.
        checks: its rows of checks.csv.
        exercises: per exercise the submissions in each state, the points, and their mean share.
        messages: its rows of messages.csv.
        comparison: its near copies.
        groups: the groups of near copies.
    """

    assignment: GradedAssignment
    figures: dict[str, Any]
    bins: dict[int, int]
    checks: pd.DataFrame
    exercises: pd.DataFrame
    messages: pd.DataFrame
    comparison: Comparison
    groups: list[Group]

    @property
    def name(self) -> str:
        """Return the assignment's name."""
        return self.assignment.name

    @property
    def unread(self) -> list[str]:
        """Return the students whose notebook could not be judged."""
        return [paper.student for paper in self.assignment.papers if not paper.judged]

    @property
    def not_compared(self) -> list[str]:
        """Return a line for each submission that could not be compared completely."""
        return [f"{paper.student}: {paper.remark}" for paper in self.assignment.papers if paper.remark]

    @property
    def waiting(self) -> int:
        """Return how many scores a person still has to give."""
        return sum(paper.waiting for paper in self.assignment.papers)

    def title_of(self, exercise: str) -> str:
        """Return the title of an exercise in the notebook."""
        return self.assignment.title_of(exercise)

    def common_messages(self, exercise: str) -> pd.DataFrame:
        """Return the most common messages of an exercise."""
        return self.messages[self.messages["exercise"] == exercise].head(MESSAGES)


@dataclass(frozen=True)
class Report:
    """The report on a class; `shares` and `bins` cover all submissions."""

    assignments: list[AssignmentReport]
    scores: pd.DataFrame
    standings: pd.DataFrame
    shares: dict[str, float]
    bins: dict[int, int]

    @property
    def need_help(self) -> pd.DataFrame:
        """Return the students who need help, the lowest share of points first."""
        return self.standings[self.standings["why"] != ""]

    def title_of(self, assignment: str, exercise: str) -> str:
        """Return the title of an exercise of an assignment in the notebook."""
        return next(part.title_of(exercise) for part in self.assignments if part.name == assignment)


def write_report(folder: ClassFolder, names: Sequence[str] | None = None) -> tuple[Path, list[Path]]:
    """Write `report/report.html` and the CSV files into a class folder; return the page and the files.

    Raises:
        CourseError: nothing has been graded there, or one of the named assignments has not.
    """
    try:
        graded, students = read_graded(folder, names)
    finally:
        readers.close_idle()
    report = build_report(graded, students)
    target = folder.root / "report"
    files = write_sheets(report, target)
    page = target / "report.html"
    write_report_page(report, page, folder.course.title, _links(folder, graded, target))
    return page, files


def build_report(graded: Sequence[GradedAssignment], students: Sequence[str]) -> Report:
    """Compute all numbers of a report."""
    standings = difficulties.standings(graded, students)
    shares = standings["share"].dropna()
    return Report(
        [_report_on(assignment) for assignment in graded],
        difficulties.score_table(graded),
        standings,
        item_analysis.summarise(shares),
        distribution(shares),
    )


def distribution(shares: pd.Series) -> dict[int, int]:
    """Return how many shares are in each tenth, by its lower end in percent; the last one includes 1 and above."""
    tenths = (shares * 10 + 1e-9).astype(int).clip(0, 9) * 10
    return tenths.value_counts().reindex(range(0, 100, 10), fill_value=0).to_dict()


def _report_on(assignment: GradedAssignment) -> AssignmentReport:
    scores = assignment.scores
    points = assignment.points
    summary = item_analysis.summarise(points)
    alpha = item_analysis.cronbach_alpha(scores)
    spread = item_analysis.summarise(scores.sum(axis=1))["sd"]
    figures = {
        "assignment": assignment.name,
        "submissions": len(assignment.papers),
        "judged": len(scores),
        "max_points": assignment.max_points,
        **summary,
        "cronbach_alpha": alpha,
        "standard_error": item_analysis.standard_error(spread, alpha),
    }
    checks = pd.DataFrame(assignment.items, columns=["check", "exercise", "title", "points"]).set_index("check")
    comparison = _compare(assignment)
    return AssignmentReport(
        assignment,
        figures,
        distribution(points / assignment.max_points),
        checks.join(item_analysis.analyse_items(scores, checks["points"])).reset_index(),
        _exercises(assignment, scores, checks),
        difficulties.count_messages(assignment),
        comparison,
        [_group(assignment, students, comparison) for students in comparison.groups],
    )


def _exercises(assignment: GradedAssignment, scores: pd.DataFrame, checks: pd.DataFrame) -> pd.DataFrame:
    worth = checks.groupby("exercise", sort=False)["points"].sum()
    states = difficulties.states(assignment)
    counts = {state: (states == state).sum() for state in difficulties.STATES}
    share = scores.mean().groupby(checks["exercise"]).sum() / worth
    return pd.DataFrame({**counts, "points": worth, "share": share}, index=worth.index).reset_index()


def _compare(assignment: GradedAssignment) -> Comparison:
    papers = assignment.judged
    written = {paper.student: {name: frozenset(cut.runs) for name, cut in paper.runs.items()} for paper in papers}
    lost = {paper.student: _lost(assignment, paper) for paper in papers}
    return similarity.compare(written, _known_runs(assignment), lost)


def _known_runs(assignment: GradedAssignment) -> dict[str, set[int]]:
    """Return exercise → the runs of the course's own solution and of the cells that everybody has received."""
    return {
        name: {
            run
            for code in (*assignment.shown_code, solution)
            for run in token_runs.fragments(token_runs.own_tokens(code, assignment.stubs.get(name, "")))
        }
        for name, solution in assignment.reference.items()
    }


def _lost(assignment: GradedAssignment, paper: Paper) -> set[str]:
    return {item.exercise for item in assignment.items if paper.scores[item.check] < item.points}


def _group(assignment: GradedAssignment, students: list[str], comparison: Comparison) -> Group:
    pairs = comparison.within(students)
    code = {paper.student: paper.code for paper in assignment.papers}
    first, second = pairs[0].first, pairs[0].second
    chosen = [*pairs[0].wrong, *(name for name in pairs[0].alike if name not in pairs[0].wrong)]
    shown = [
        SideBySide(name, name in pairs[0].wrong, clean(code[first][name]), clean(code[second][name]))
        for name in chosen[:SHOWN]
    ]
    return Group(students, pairs, shown)


Links = dict[tuple[str, str], dict[str, str]]
"""(student, assignment) → notebook → the address of the feedback page."""


def _links(folder: ClassFolder, graded: Sequence[GradedAssignment], target: Path) -> Links:
    """Return the addresses of the feedback pages, relative to the report's folder `target`."""
    links: Links = {}
    for assignment in graded:
        source = folder.course.assignment(assignment.name)
        for paper in assignment.papers:
            pages = {each.name: folder.feedback_page(paper.student, source, each.name) for each in source.notebooks}
            found = {name: quote(os.path.relpath(page, target)) for name, page in pages.items() if page.is_file()}
            if found:
                links[paper.student, assignment.name] = found
    return links


def write_report_page(report: Report, page: Path, title: str = "", links: Links | None = None) -> None:
    """Write the page; `title` is the course's, `links` are the addresses of feedback pages by (student, assignment)."""
    html = render(
        __package__,
        "report.html.j2",
        report=report,
        title=title,
        links=links or {},
        when=datetime.now().strftime("%Y-%m-%d %H:%M"),
        limits={"SIZE": token_runs.SIZE}
        | {name: getattr(similarity, name) for name in ("MANY", "FEW", "WRONG", "ALIKE", "ENOUGH")},
        low=difficulties.LOW,
        weak=item_analysis.WEAK,
        few=FEW,
        most_messages=MESSAGES,
        fewest=item_analysis.FEWEST,
        states=difficulties.STATES,
        by_assignment=difficulties.by_assignment,
    )
    atomic_write(page, html)


def write_sheets(report: Report, folder: Path) -> list[Path]:
    """Write the CSV files of a report and return their paths."""
    pairs = [
        (part.name, number, *astuple(pair))
        for part in report.assignments
        for number, group in enumerate(part.groups, 1)
        for pair in group.pairs
    ]
    tables = {
        "assignments": pd.DataFrame([part.figures for part in report.assignments]),
        "scores": report.scores,
        "checks": pd.concat(part.checks.assign(assignment=part.name) for part in report.assignments),
        "messages": pd.concat(part.messages.assign(assignment=part.name) for part in report.assignments),
        "students": report.standings,
        "similar": pd.DataFrame(pairs, columns=SHEETS["similar"].split()),
    }
    for name, columns in SHEETS.items():
        write_sheet(folder / f"{name}.csv", tables[name][columns.split()])
    return [folder / f"{name}.csv" for name in SHEETS]
