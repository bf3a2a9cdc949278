"""The report on a class: figures computed by hand, near copies, who needs help, and a page without active content."""

from __future__ import annotations

import contextlib
import csv
import json
import logging
import math
import re
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course.assignment import CourseError
from autograder.engine.execution import readers
from autograder.engine.grading.outcome import Outcome, Verdict
from autograder.engine.notebook import reading, token_runs
from autograder.reporting import difficulties, item_analysis, similarity
from autograder.reporting.class_results import Item, read_graded
from autograder.reporting.csv_files import harmless, write_sheet
from autograder.reporting.report import build_report, distribution, write_report, write_sheets
from tests.support.reported_class import (
    HEAD,
    NAME,
    RENAMED,
    SHORT,
    STUB,
    TITLE,
    UNUSUAL,
    assignment,
    graded_course,
    lively,
    paper,
    written,
)
from tests.support.this_course import COURSE, class_folder, read_assignment

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
NO_NUMBER = re.compile(r"\b(nan|NaN|inf)\b|[>,]None[<,%]")
# --------------------------------------------------------------------------- item analysis

SCORES = pd.DataFrame([[2, 1, 1], [2, 0, 1], [0, 1, 0], [0, 0, 0]])
"""Four submissions, checks of 2, 1 and 1 points. Sums 4, 3, 1, 0."""


def analysed(rows, worth):
    return item_analysis.analyse_items(pd.DataFrame(rows, columns=range(len(worth)), dtype=float), pd.Series(worth))


def test_difficulty_and_item_rest_correlation_are_those_worked_by_hand():
    figures = item_analysis.analyse_items(SCORES, pd.Series([2, 1, 1]))
    assert list(figures["difficulty"]) == [0.5, 0.5, 0.5]
    assert list(figures["share_without_points"]) == [0.5, 0.5, 0.5]
    # deviations: item 1, -1.. against rest 2 1 1 0; item 2 against 3 3 0 0; item 3 against 3 2 1 0
    assert list(figures["item_rest_correlation"]) == pytest.approx([2 / 8**0.5, 0, 2 / 5**0.5])
    assert list(figures["remark"]) == ["", "hardly goes with the rest", ""]


def test_alpha_and_standard_error_are_those_worked_by_hand():
    # variances of the items 4/3 + 1/3 + 1/3 = 2, of the sums 10/3: 3/2 · (1 - 2 / (10/3)) = 0.6
    alpha = item_analysis.cronbach_alpha(SCORES)
    assert alpha == pytest.approx(0.6)
    sums = item_analysis.summarise(SCORES.sum(axis=1))
    assert (sums["mean"], sums["median"], sums["lowest"], sums["highest"]) == (2, 2, 0, 4)
    assert sums["sd"] == pytest.approx((10 / 3) ** 0.5)
    assert item_analysis.standard_error(sums["sd"], alpha) == pytest.approx((10 / 3 * 0.4) ** 0.5)


def test_partial_points_count_by_their_share():
    first = analysed([[1.5, 0], [0.5, 1], [1, 1]], [2, 1]).iloc[0]
    assert first["difficulty"] == pytest.approx(0.5) and first["share_without_points"] == 0


def test_a_check_that_goes_against_the_rest_is_worth_a_look():
    assert analysed([[1, 0, 0], [1, 0, 0], [0, 1, 1]], [1, 1, 1])["remark"][0] == "goes against the rest"


def test_where_a_correlation_is_not_defined_it_says_why():
    rows = [[1, 0, 0.5, 1], [1, 0, 0.5, 0], [1, 0, 0.5, 1]]
    figures = analysed(rows, [1, 1, 1, 1])
    assert figures["item_rest_correlation"].isna().all()
    assert list(figures["remark"]) == [
        "everybody passes",
        "nobody passes",
        "everybody gets the same",
        "no difference in the other checks",
    ]
    assert analysed(rows[:2], [1, 1, 1, 1])["remark"][3] == "too few submissions"


@pytest.mark.parametrize("rows", [[], [[1, 1]], [[1, 0], [0, 1]], [[1, 1]] * 5, [[1], [0], [1]]])
def test_alpha_is_nan_where_it_is_not_defined(rows):
    alpha = item_analysis.cronbach_alpha(pd.DataFrame(rows))
    assert math.isnan(alpha) and math.isnan(item_analysis.standard_error(1.0, alpha))
    worth = [1] * len(rows[0] if rows else [])
    assert len(analysed(rows, worth)) == len(worth)


def test_alpha_of_items_that_are_all_alike_is_one_and_leaves_no_error():
    alpha = item_analysis.cronbach_alpha(pd.DataFrame([[0.1] * 7, [0.7] * 7, [0.2] * 7]))
    assert alpha == pytest.approx(1) and item_analysis.standard_error(1.0, alpha) == pytest.approx(0, abs=1e-6)


def test_a_distribution_takes_every_share_in_once():
    bins = distribution(pd.Series([0, 0.05, 0.1, 0.3, 0.95, 1, 1.2]))
    assert bins == {0: 2, 10: 1, 20: 0, 30: 1, 40: 0, 50: 0, 60: 0, 70: 0, 80: 0, 90: 3}


# --------------------------------------------------------------------------- near copies

INDEPENDENT = (
    HEAD
    + """    result = start
    for number in numbers:
        result = result + number
    if result is None:
        raise ValueError("no numbers")
    return result"""
)
OTHER = (
    HEAD
    + """    import functools
    import operator
import time
    return functools.reduce(operator.add, numbers, start)"""
)


def runs(code, stub=STUB):
    return frozenset(token_runs.cut(code, stub).runs)


def compared(codes, lost=(), **known):
    written = {student: {"total": runs(code)} for student, code in codes.items()}
    known = {name: set().union(*map(runs, codes)) for name, codes in known.items()}
    return similarity.compare(written, known, {student: {"total"} for student in lost})


def test_two_renamed_copies_are_found_and_independent_right_answers_are_not():
    found = compared({"ada": UNUSUAL, "ben": INDEPENDENT, "chloe": RENAMED, "dan": OTHER, "eve": SHORT, "fay": SHORT})
    assert [(pair.first, pair.second, pair.similarity) for pair in found.pairs] == [("ada", "chloe", 1.0)]
    assert found.groups == [["ada", "chloe"]] and found.pairs[0].alike == ("total",) and found.compared == 15


def test_comments_white_space_and_given_lines_are_taken_out():
    assert token_runs.own_tokens(RENAMED, STUB) == token_runs.own_tokens(UNUSUAL, STUB)
    assert token_runs.own_tokens(STUB, STUB) == []
    assert token_runs.own_tokens(SHORT, STUB) == ["return", "sum", "(", "numbers", ")", "+", "start"]


def test_names_of_arguments_attributes_and_functions_stay():
    tokens = token_runs.own_tokens("def f(x):\n    tanh = np.tanh(x.T)\n    return tanh", "def f(x):")
    assert tokens == ["·", "=", "np", ".", "tanh", "(", "x", ".", "T", ")", "return", "·"]


def test_code_that_does_not_compile_is_compared_too():
    broken = UNUSUAL.replace("while len(partial) > 1:", "while len(partial) > 1")
    renamed = RENAMED.replace("while len(acc) > 1:", "while len(acc) > 1")
    (pair,) = compared({"ada": broken, "ben": renamed}).pairs
    assert pair.similarity == 1


@pytest.mark.parametrize("text", ["!x\n" * 6000, "a?\n" * 6000, "(" * 19_000, "-" * 19_000 + "1", "'" * 19_999])
def test_a_text_that_was_written_to_take_long_takes_a_bounded_time(text):
    started = time.process_time()
    assert compared({"ada": UNUSUAL, "ben": text, "chloe": RENAMED}).groups == [["ada", "chloe"]]
    assert time.process_time() - started < 3


def test_an_answer_of_many_different_runs_is_not_compared():
    cut = token_runs.cut(" + ".join(f"x{k}.a{k}" for k in range(1500)), "")
    assert cut.written and cut.too_long and cut.runs == []


def test_what_many_wrote_alike_and_what_is_known_to_all_makes_no_group():
    many = {f"s{k}": UNUSUAL for k in range(40)} | {f"t{k}": INDEPENDENT for k in range(40)}
    assert compared(many).groups == []
    assert compared({"ada": UNUSUAL, "ben": RENAMED}, total=[UNUSUAL]).groups == []


def test_a_wrong_answer_taken_over_weighs_more_than_a_right_one():
    lines = "".join(f"    {name} = numbers[{k}] - {name}_\n".replace("_", "0") for k, name in enumerate("abc"))
    code = HEAD + lines + "    return start"
    assert compared({"ada": code, "ben": code}).groups == []
    (pair,) = compared({"ada": code, "ben": code}, lost=["ada", "ben"]).pairs
    assert pair.wrong == ("total",)
    assert compared({"ada": code, "ben": code}, lost=["ada"]).groups == []


def test_an_exercise_that_only_one_of_two_wrote_counts_against_them_only_if_each_has_one():
    extra = {"other": runs(OTHER.replace("total", "other"), "")}
    answers = {"ada": {"total": runs(UNUSUAL)} | extra, "ben": {"total": runs(RENAMED)}}
    assert similarity.compare(answers).pairs[0].similarity == 1
    answers["ben"]["third"] = runs(INDEPENDENT, "")
    assert similarity.compare(answers).pairs[0].similarity < 1


def test_groups_are_what_a_chain_of_pairs_holds_together():
    pairs = [similarity.Pair(*names, 1.0, 50) for names in ("ab", "cd", "bc", "xy")]
    assert similarity.connected(pairs) == [["a", "b", "c", "d"], ["x", "y"]]


# --------------------------------------------------------------------------- messages and help


def test_the_same_mistake_counts_once_whatever_its_numbers():
    papers = [
        paper("ada", [0, 0, 0], total_values="off by 0.25 at (1, 2)\nmore", total_edge="off by 3 at (0,)"),
        paper("ben", [0, 0, 0], total_values="off by -1e-05 at (3, 4)"),
        paper("chloe", [0, 0, 0], total_values="h0 is ignored", area_values="Not written yet: put your code"),
        paper("dan", [0, 0, 0], total_values="h0 is ignored", outcome="unreadable"),
    ]
    found = difficulties.count_messages(assignment(papers))
    assert found.to_dict("split")["data"] == [
        ["total", 2, "off by … at (…)", ("total-edge", "total-values"), ("ada", "ben")],
        ["total", 1, "h0 is ignored", ("total-values",), ("chloe",)],
    ]


def test_shapes_of_any_length_read_alike():
    assert difficulties.normalised("has shape ((8, 4), (8, 8), (8,))") == difficulties.normalised(
        "has shape ((3,), (1,))"
    )


def test_a_message_keeps_its_numbers_where_all_got_the_same():
    papers = [paper(name, [0, 0, 0], total_values="tanh(1.5 h) is above h") for name in ("ada", "ben")]
    assert list(difficulties.count_messages(assignment(papers))["message"]) == ["tanh(1.5 h) is above h"]


def test_who_needs_help_is_found_by_the_rule_and_sorted_by_share():
    done = "def area():\n    return 1"
    papers = [
        paper("all", [2, 1, 1], area=done),
        paper("failed", [2, 1, 0], area=done),
        paper("open", [2, 1, 0]),
        paper("low", [1, 0, 0], area=done),
        paper("broken", [0, 0, 0], outcome="unreadable"),
    ]
    report = build_report([assignment(papers)], ["all", "broken", "failed", "gone", "low", "open"])
    why = dict(zip(report.need_help["student"], report.need_help["why"], strict=True))
    assert list(why) == ["broken", "gone", "low", "failed", "open"]
    assert why["broken"] == "notebook could not be read; below 50% of the points"
    assert why["gone"] == "no assignment handed in"
    assert why["low"] == "below 50% of the points; exercises without a point"
    assert (why["failed"], why["open"]) == ("exercises without a point", "exercises untouched")
    (each,) = report.assignments
    assert each.figures["judged"] == 4 and each.unread == ["broken"]
    area = each.exercises.set_index("exercise").loc["area"].to_dict()
    assert area == {"all points": 1, "some points": 0, "no points": 2, "untouched": 1, "points": 1, "share": 0.25}


# --------------------------------------------------------------------------- page and files


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    "papers",
    [
        [],
        [paper("ada", [2, 1, 1])],
        [paper("ada", [0, 0, 0], outcome="unreadable")],
        [paper(f"s{k}", [1, 1, 0]) for k in range(5)],
        [paper(f"s{k}", [0, 0, 0], total=STUB) for k in range(5)],
        [paper("ada", [2, 1, 1]), paper("ben", [0, 0, 0])],
    ],
    ids=["empty", "one", "unreadable", "equal", "untouched", "two"],
)
def test_a_small_or_uniform_class_gets_a_page_without_nan(papers, tmp_path):
    report = build_report([assignment(papers)], [each.student for each in papers])
    html = written(report, tmp_path)
    text = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    assert not NO_NUMBER.search(text)
    for path in write_sheets(report, tmp_path):
        assert not NO_NUMBER.search(path.read_text(encoding="utf-8")), path.name


def test_checks_that_nobody_or_everybody_passes_are_named(tmp_path):
    papers = [paper(f"s{k}", [k % 3, 1, 0]) for k in range(6)]
    html = written(build_report([assignment(papers)], []), tmp_path)
    assert "Nobody passes area-values" in html and "Everybody passes total-edge" in html


def test_nothing_that_students_wrote_is_active_on_the_page(tmp_path):
    codes = [f"{code}\n    # </pre>{EVIL}\n    x = '{EVIL}'" for code in (UNUSUAL, RENAMED)]
    papers = [
        paper(f"{EVIL} {k}", [0, 0, 0], total=codes[k], total_values=f"{EVIL}\n{EVIL}", area_values=EVIL)
        for k in range(2)
    ]
    papers.append(paper(EVIL, [0, 0, 0], outcome="unreadable"))
    graded = assignment(papers)
    graded.items[0] = Item("total-values", "total", EVIL, 2)
    report = build_report([graded], [each.student for each in papers])
    assert report.assignments[0].groups[0].code
    html = written(report, tmp_path)
    tags = Tags()
    tags.feed(html)
    assert "script" not in {tag for tag, _ in tags.seen} and "img" not in {tag for tag, _ in tags.seen}
    attributes = [(name, value or "") for _, attrs in tags.seen for name, value in attrs.items()]
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert all(value.startswith("#") for name, value in attributes if name in ("href", "src", "xlink:href"))
    assert "alert(1)&lt;/script&gt;" in html


def test_the_page_needs_nothing_from_elsewhere_and_names_no_folder(tmp_path):
    html = written(lively(), tmp_path)
    assert not re.search(r"https?:|@import|url\((?!#)", html)
    assert str(tmp_path) not in html and str(Path(__file__).parents[2]) not in html
    assert "default-src 'none'" in html


def test_the_page_names_the_sources_of_its_formulas(tmp_path):
    html = written(lively(), tmp_path)
    for name in ("Cronbach", "Henrysson", "Schleimer", "Bellezza", "not a proof"):
        assert name in html


def test_text_that_a_spreadsheet_would_run_is_made_harmless(tmp_path):
    risky = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"]
    write_sheet(tmp_path / "a.csv", pd.DataFrame([[each, -0.5] for each in risky], columns=["=text", "number"]))
    with open(tmp_path / "a.csv", newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header == ["'=text", "number"]
    assert [text for text, _ in rows] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "' =1", "' =1", "'=1"]
    assert {number for _, number in rows} == {"-0.5"}


def test_what_is_not_defined_is_an_empty_cell_and_a_tuple_is_one_cell(tmp_path):
    table = pd.DataFrame({"number": [float("nan"), -0.00001], "text": [None, "a,b"], "names": [(), ("-x", "y")]})
    write_sheet(tmp_path / "a.csv", table)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == 'number,text,names\n,,\n0,"a,b",\'-x y\n'


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " \t=1"])
def test_what_a_spreadsheet_would_run_is_text(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Lovelace, Ada", "O'Brien", "a=b", "31", ""])
def test_other_text_stays_as_it_is(text):
    assert harmless(text) == text


def test_the_points_are_those_that_count_and_a_late_penalty_is_named(tmp_path):
    late = paper("late", [2, 1, 1])
    late.late_penalty = 1.5
    report = build_report([assignment([paper("ada", [2, 1, 1]), late])], ["ada", "late"])
    assert list(report.scores["points"]) == [4, 2.5] and list(report.scores["late_penalty"]) == [0, 1.5]
    (each,) = report.assignments
    assert each.figures["mean"] == 3.25 and list(each.checks["difficulty"]) == [1, 1, 1]
    assert report.standings.set_index("student")["share"].to_dict() == {"ada": 1, "late": 0.625}
    assert "(late: −1.5)" in written(report, tmp_path)


def test_the_files_hold_the_numbers_of_the_page(tmp_path):
    report = lively()
    files = write_sheets(report, tmp_path)
    tables = {}
    for path in files:
        with open(path, newline="", encoding="utf-8") as file:
            tables[path.stem] = list(csv.DictReader(file))
    assert set(tables) == {"assignments", "scores", "checks", "messages", "students", "similar"}
    first = report.assignments[0]
    assert float(tables["assignments"][0]["cronbach_alpha"]) == pytest.approx(first.figures["cronbach_alpha"], abs=1e-4)
    assert float(tables["checks"][0]["item_rest_correlation"]) == pytest.approx(
        first.checks["item_rest_correlation"][0], abs=1e-4
    )
    assert len(tables["scores"]) == 15 and len(tables["students"]) == 13
    assert (tables["similar"][0]["first"], tables["similar"][0]["second"]) == ("student 0", "student 1")
    assert tables["messages"][0]["message"] == first.messages["message"][0]


# --------------------------------------------------------------------------- from a course folder


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    """Read in this process, because starting others takes long; `tests/engine/test_readers.py` has the others."""

    def read_graded(data, policy):
        return readers._notebook(reading.read_graded(data))

    def cut_answers(answers, policy):
        return token_runs.cut_answers(json.dumps(answers).encode()).answers

    monkeypatch.setattr(readers, "read_graded", read_graded)
    monkeypatch.setattr(readers, "cut_answers", cut_answers)
    monkeypatch.setattr(readers, "policy_here", lambda: None)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    every = set(read_assignment(NAME).exercises)
    students = {"ada": every, "ben": every - {"rnn_step"}, "chloe": set()}
    return graded_course(tmp_path_factory.mktemp("course"), students)


def test_the_report_reads_what_grading_left(course):
    (graded,), students = read_graded(course)
    full = sum(each.points for each in read_assignment(NAME).exercises.values())
    step = read_assignment(NAME).exercises["rnn_step"].points
    assert students == ["ada", "ben", "chloe"] and graded.max_points == full
    assert [each.points for each in graded.papers] == [full, full - step, 0]
    assert [difficulties.state_of(each, "rnn_step", graded) for each in graded.papers] == [
        "all points",
        "untouched",
        "untouched",
    ]
    report = build_report([graded], students)
    assert list(report.need_help["student"]) == ["chloe", "ben"]
    assert report.assignments[0].groups == []  # the course's own solution is no evidence


def copied_course(course, folder, change):
    """Return a copy of a course folder in which `change` was made to each graded notebook."""
    copied = class_folder(shutil.copytree(course.root, folder / "copy"))
    for path in (copied.root / "autograded").rglob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        change(notebook)
        path.write_text(nbformat.v4.writes(notebook), encoding="utf-8")
    return copied


def test_messages_and_outcomes_come_from_the_records_of_the_notebooks(course, tmp_path, caplog):
    def change(notebook):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = []
        record = Outcome("timed out", verdicts=[Verdict("rnn_step-values", 0, 2, "The bias is left out.")])
        record.put_into(notebook)

    with warnings_of_the_package(caplog):
        (graded,), _ = read_graded(copied_course(course, tmp_path, change))
    assert [submission.messages for submission in graded.papers] == [{"rnn_step-values": "The bias is left out."}] * 3
    assert [submission.outcome for submission in graded.papers] == ["timed out"] * 3 and caplog.messages == []


def test_notebooks_without_a_record_are_read_by_their_outputs_and_one_line_says_so(course, tmp_path, caplog):
    stock = copied_course(course, tmp_path, lambda notebook: notebook.metadata.pop("autograder"))
    with warnings_of_the_package(caplog):
        (graded,), _ = read_graded(stock)
    assert [submission.outcome for submission in graded.papers] == [""] * 3 and len(graded.judged) == 3
    messages = [submission.messages["rnn_step-values"] for submission in graded.papers]
    assert messages == ["", "Not written yet: put your code", "Not written yet: put your code"]
    (line,) = caplog.messages
    assert line.startswith("04_numpy_rnn: 3 of 3 graded notebooks have no record of this version")


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"cells": 3, "metadata": {}}'])
def test_a_graded_notebook_that_is_gone_or_broken_leaves_the_scores(course, tmp_path, content):
    copied = class_folder(shutil.copytree(course.root, tmp_path / "copy"))
    path = copied.graded_notebook("ada", read_assignment(NAME))
    path.unlink() if content is None else path.write_text(content)
    (graded,), _ = read_graded(copied)
    assert graded.papers[0].points == graded.max_points and graded.papers[0].messages == {}


@contextlib.contextmanager
def warnings_of_the_package(caplog):
    """Make caplog record the package's log, which the command line does not pass on."""
    log = logging.getLogger("autograder")
    log.addHandler(caplog.handler)
    propagate, log.propagate = log.propagate, False
    try:
        yield
    finally:
        log.removeHandler(caplog.handler)
        log.propagate = propagate


def test_the_report_calls_exercises_by_their_titles(course, tmp_path):
    (graded,), students = read_graded(course)
    assert graded.title_of("rnn_forward") == "Exercise 2 · The whole sentence" and graded.title_of("gone") == "gone"
    html = written(build_report([graded], students), tmp_path)
    titled = 'Exercise 2 · The whole sentence <span class="dim">rnn_forward</span>'
    assert f'<th scope="row">{titled}</th>' in html and f'<th scope="rowgroup" colspan="6">{titled}</th>' in html
    assert "<title>Exercise 2 · The whole sentence: 2 all points" in html
    assert '<td class="id">Exercise 1 · One step of the memory cell</td>' in html  # untouched by ben


def test_near_copies_and_messages_name_titles_too(tmp_path):
    html = written(lively(), tmp_path)
    assert html.count(f"{TITLE} <span") == 6 and f"<p>{TITLE}" in html  # three tables of two assignments
    assert f'aria-label="{TITLE} by student 0' in html and f'<td class="id wide">{TITLE}' in html
    assert '<th scope="row">area</th>' in html


def test_a_score_given_by_hand_counts(course, tmp_path):
    copied = class_folder(shutil.copytree(course.root, tmp_path / "copy"))
    notebook = read_assignment(NAME).notebook_name
    with Gradebook(copied.gradebook_url, COURSE.id) as gradebook:
        gradebook.find_grade("rnn_step-values", notebook, NAME, "chloe").manual_score = 1.5
        gradebook.db.commit()
    (graded,), _ = read_graded(copied)
    assert graded.papers[2].points == 1.5


def test_the_report_goes_where_the_class_lies(course):
    page, files = write_report(course, [NAME])
    assert page == course.root / "report" / "report.html" and {each.parent for each in files} == {page.parent}
    assert "ada" in page.read_text(encoding="utf-8")


def test_the_command_prints_where_everything_lies(course):
    result = CliRunner().invoke(app.app, ["report", NAME, "--course", str(course.root)])
    assert result.exit_code == 0, result.output
    assert "report.html" in result.output and "similar.csv" in result.output


def test_grading_begins_without_pandas():
    modules = "from autograder.classroom import grade_class; from autograder.cli import app"
    code = f"import sys; {modules}; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_where_nothing_is_graded_one_line_says_so(tmp_path, course):
    (tmp_path / "submitted").mkdir()
    with pytest.raises(CourseError, match="nothing is graded here yet"):
        write_report(class_folder(tmp_path))
    assert not (tmp_path / "gradebook.db").exists()
    with pytest.raises(CourseError, match="not graded here yet: 05_deep_rnn"):
        write_report(course, [NAME, "05_deep_rnn"])
