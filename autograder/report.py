"""The report on a graded class: a page for the instructor, and the same numbers as CSV files.

Puts together what `graded.py` reads and `items.py`, `troubles.py` and `similarity.py` find; it grades nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from autograder import items, similarity, troubles
from autograder.course import read_assignment
from autograder.feedback import clean
from autograder.gradebook import CourseFolder
from autograder.graded import GradedAssignment, Item, Paper, read_graded
from autograder.items import ItemFigures, Summary
from autograder.pages import write_page
from autograder.sheets import write_sheet
from autograder.similarity import Comparison, Pair
from autograder.troubles import Message, Standing

BINS = 10
"""Bars of a distribution, each a tenth of the points wide."""
WEAK = 0.2
"""Item-rest correlation below which a check is worth a look (R. L. Ebel, D. A. Frisbie, 1991)."""
FEW = 30
"""Submissions below which correlations and reliability are rough."""
MESSAGES = 5
"""Messages of an exercise that the page shows; the CSV file has all."""
SHOWN = 3
"""Exercises of a group of near copies whose code stands side by side."""


@dataclass(frozen=True)
class Bin:
    """One bar of a distribution: from and to in percent of the points, and how many lie there."""

    start: int
    end: int
    count: int


@dataclass(frozen=True)
class CheckRow:
    """A check with its figures; `look` says, in words, why it is worth a look."""

    item: Item
    figures: ItemFigures

    @property
    def weak(self) -> bool:
        """Whether the check goes with the rest less than it should."""
        return self.figures.item_rest is not None and self.figures.item_rest < WEAK

    @property
    def look(self) -> str:
        """The remark on the check; empty where there is nothing to say."""
        if self.weak:
            return "goes against the rest" if (self.figures.item_rest or 0) < 0 else "hardly goes with the rest"
        return self.figures.why


@dataclass(frozen=True)
class ExerciseRow:
    """How a class did in one exercise: submissions in each state, and the mean share of its points."""

    name: str
    points: float
    counts: dict[str, int]
    share: float


@dataclass(frozen=True)
class SideBySide:
    """The code of two students for one exercise; `wrong` says that both lost points."""

    exercise: str
    wrong: bool
    first: str
    second: str


@dataclass(frozen=True)
class Group:
    """Submissions that are near copies, the pairs that hold them together, and code of the most alike pair."""

    students: list[str]
    pairs: list[Pair]
    code: list[SideBySide]


@dataclass(frozen=True)
class AssignmentReport:
    """All that the page says on one assignment. `points` sums up points, `shares` their shares of the whole."""

    assignment: GradedAssignment
    points: Summary
    shares: Summary
    alpha: float | None
    error: float | None
    bins: list[Bin]
    checks: list[CheckRow]
    exercises: list[ExerciseRow]
    messages: list[Message]
    comparison: Comparison
    groups: list[Group]

    @property
    def name(self) -> str:
        """The assignment's name."""
        return self.assignment.name

    @property
    def unread(self) -> list[str]:
        """Students whose notebook could not be judged."""
        return [paper.student for paper in self.assignment.papers if not paper.judged]

    @property
    def waiting(self) -> int:
        """Scores that a person has yet to give."""
        return sum(paper.waiting for paper in self.assignment.papers)

    def common_messages(self, exercise: str) -> list[Message]:
        """The messages of an exercise that most students got."""
        return [each for each in self.messages if each.exercise == exercise][:MESSAGES]


@dataclass(frozen=True)
class Report:
    """The report on a class; `shares` and `bins` are over all that was handed in."""

    assignments: list[AssignmentReport]
    standings: list[Standing]
    shares: Summary
    bins: list[Bin]

    @property
    def need_help(self) -> list[Standing]:
        """The students who need help, those with the fewest points first."""
        return [each for each in self.standings if each.why]


def write_report(course: CourseFolder, names: Sequence[str] | None = None) -> tuple[Path, list[Path]]:
    """Write `report/report.html` and the CSV files into a course folder; return the page and the files.

    Raises:
        CourseError: nothing is graded there, or one of these names is not.
    """
    graded, students = read_graded(course, names)
    report = build_report(graded, students)
    folder = course.root / "report"
    files = write_sheets(report, folder)
    page = folder / "report.html"
    write_report_page(report, page, _links(course, graded))
    return page, files


def build_report(graded: Sequence[GradedAssignment], students: Sequence[str]) -> Report:
    """Compute everything that a report says."""
    standings = troubles.standings(graded, students)
    shares = [each.share for each in standings if each.share is not None]
    return Report([_report_on(each) for each in graded], standings, items.summarise(shares), distribution(shares))


def distribution(shares: Sequence[float]) -> list[Bin]:
    """How many shares lie in each tenth; the last one takes in 1, and what is beyond by extra credit."""
    counts = Counter(min(max(int(share * BINS + 1e-9), 0), BINS - 1) for share in shares)
    width = 100 // BINS
    return [Bin(k * width, (k + 1) * width, counts[k]) for k in range(BINS)]


def _report_on(assignment: GradedAssignment) -> AssignmentReport:
    papers = assignment.judged
    rows = [[paper.scores[item.check] for item in assignment.items] for paper in papers]
    points = items.summarise([paper.points for paper in papers])
    shares = [paper.points / assignment.max_points for paper in papers]
    alpha = items.cronbach_alpha(rows)
    figures = items.analyse_items(rows, [item.points for item in assignment.items])
    comparison = _compare(assignment)
    return AssignmentReport(
        assignment,
        points,
        items.summarise(shares),
        alpha,
        items.standard_error(points.sd, alpha),
        distribution(shares),
        [CheckRow(item, each) for item, each in zip(assignment.items, figures, strict=True)],
        _exercises(assignment),
        troubles.count_messages(assignment),
        comparison,
        [_group(assignment, students, comparison) for students in comparison.groups],
    )


def _exercises(assignment: GradedAssignment) -> list[ExerciseRow]:
    in_state = troubles.states(assignment)
    rows = []
    for name in dict.fromkeys(item.exercise for item in assignment.items):
        own = assignment.items_of(name)
        worth = sum(item.points for item in own)
        counts = Counter(each[name] for each in in_state.values())
        got = sum(paper.scores[item.check] for paper in assignment.judged for item in own)
        share = got / worth / len(in_state) if in_state else 0.0
        rows.append(ExerciseRow(name, worth, {state: counts[state] for state in troubles.STATES}, share))
    return rows


def _compare(assignment: GradedAssignment) -> Comparison:
    papers = assignment.judged
    known = {name: [*assignment.given, solution] for name, solution in assignment.reference.items()}
    lost = {paper.student: _lost(assignment, paper) for paper in papers}
    return similarity.compare({paper.student: paper.code for paper in papers}, assignment.stubs, known, lost)


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


def _links(course: CourseFolder, graded: Sequence[GradedAssignment]) -> dict[tuple[str, str], str]:
    """(student, assignment) → the address of the feedback page, seen from the report."""
    links = {}
    for assignment in graded:
        known = read_assignment(assignment.name)
        for paper in assignment.papers:
            page = course.feedback_page(paper.student, known)
            if page.is_file():
                links[paper.student, assignment.name] = quote(f"../{page.relative_to(course.root).as_posix()}")
    return links


def write_report_page(report: Report, page: Path, links: dict[tuple[str, str], str] | None = None) -> None:
    """Write the page; `links` are the addresses of feedback pages by (student, assignment)."""
    write_page(
        "report.html.j2",
        page,
        report=report,
        links=links or {},
        when=datetime.now().strftime("%Y-%m-%d %H:%M"),
        limits={name: getattr(similarity, name) for name in ("SIZE", "MANY", "FEW", "WRONG", "ALIKE", "ENOUGH")},
        low=troubles.LOW,
        weak=WEAK,
        few=FEW,
        most_messages=MESSAGES,
        fewest=items.FEWEST,
        states=troubles.STATES,
        by_assignment=troubles.by_assignment,
    )


def write_sheets(report: Report, folder: Path) -> list[Path]:
    """Write the CSV files of a report and return their paths."""
    sheets = {
        "assignments": (ASSIGNMENT_COLUMNS, _assignment_rows(report)),
        "scores": (("student", "assignment", "points", "max_points", "share"), _score_rows(report)),
        "checks": (CHECK_COLUMNS, _check_rows(report)),
        "messages": (("assignment", "exercise", "students", "message", "checks", "who"), _message_rows(report)),
        "students": (STUDENT_COLUMNS, _student_rows(report)),
        "similar": (SIMILAR_COLUMNS, _similar_rows(report)),
    }
    for name, (columns, rows) in sheets.items():
        write_sheet(folder / f"{name}.csv", columns, rows)
    return [folder / f"{name}.csv" for name in sheets]


ASSIGNMENT_COLUMNS = (
    *("assignment", "submissions", "judged", "max_points", "mean", "median", "sd", "lowest", "highest"),
    *("cronbach_alpha", "standard_error"),
)
CHECK_COLUMNS = (
    *("assignment", "exercise", "check", "title", "points", "submissions", "difficulty", "share_without_points"),
    *("item_rest_correlation", "remark"),
)
STUDENT_COLUMNS = (
    *("student", "points", "max_points", "share", "handed_in", "needs_help", "why"),
    *("not_handed_in", "untouched", "without_points"),
)
SIMILAR_COLUMNS = ("assignment", "group", "first", "second", "similarity", "evidence", "alike", "wrong_in_both")


def _assignment_rows(report: Report) -> list[list]:
    return [
        [
            *(each.name, len(each.assignment.papers), each.points.n, each.assignment.max_points),
            *(each.points.mean, each.points.median, each.points.sd, each.points.lowest, each.points.highest),
            *(each.alpha, each.error),
        ]
        for each in report.assignments
    ]


def _score_rows(report: Report) -> list[list]:
    return [
        [paper.student, each.name, paper.points, whole, paper.points / whole if whole else None]
        for each in report.assignments
        for whole in [each.assignment.max_points]
        for paper in each.assignment.papers
    ]


def _check_rows(report: Report) -> list[list]:
    return [
        [
            *(each.name, row.item.exercise, row.item.check, row.item.title, row.item.points, row.figures.n),
            *(row.figures.difficulty, row.figures.nothing, row.figures.item_rest, row.look),
        ]
        for each in report.assignments
        for row in each.checks
    ]


def _message_rows(report: Report) -> list[list]:
    return [
        [each.name, m.exercise, len(m.students), m.text, " ".join(m.checks), " ".join(m.students)]
        for each in report.assignments
        for m in each.messages
    ]


def _student_rows(report: Report) -> list[list]:
    return [
        [
            *(each.student, each.points, each.max_points, each.share, each.handed_in),
            *("yes" if each.why else "no", "; ".join(each.why)),
            *(" ".join(each.missing), " ".join(each.untouched), " ".join(each.nothing)),
        ]
        for each in report.standings
    ]


def _similar_rows(report: Report) -> list[list]:
    return [
        [
            *(each.name, number, pair.first, pair.second, pair.similarity, pair.evidence),
            *(" ".join(pair.alike), " ".join(pair.wrong)),
        ]
        for each in report.assignments
        for number, group in enumerate(each.groups, 1)
        for pair in group.pairs
    ]
