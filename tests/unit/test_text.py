"""Half characters are replaced everywhere when text of a submission is read, so that it can be written."""

from __future__ import annotations

import io
import json
import logging

import pytest

from autograder.engine.execution.notebook_files import folded, is_plain_name, takes_place
from autograder.engine.nbgrader.preprocessors import TolerantExporter
from autograder.engine.notebook.read import read_notebook
from autograder.engine.text import PlainMessages, one_line, plain, read_json, whole, whole_json

HALVES = ["\ud800", "\udfff", "a\ud83db", "\ude00\ud83d"]


@pytest.mark.parametrize("text", HALVES)
def test_a_half_character_is_replaced(text: str) -> None:
    assert "\ufffd" in whole(text) and whole(text).encode()
    for told in (json.dumps([text]), json.dumps({text: 1})):
        assert json.dumps(read_json(told.encode()), ensure_ascii=False).encode()
    assert read_json(json.dumps([text], ensure_ascii=False).encode("utf-8", "surrogatepass"))[0].encode()


@pytest.mark.parametrize("text", ["", "é", "한국어", "😀", r"\ud800", "\ufffd", "\x00\x7f"])
def test_whole_text_stays_as_it_is(text: str) -> None:
    assert whole(text) == text
    assert read_json(json.dumps([text]).encode()) == json.loads(whole_json(json.dumps([text]))) == [text]


def test_json_without_half_characters_is_not_read_twice() -> None:
    text = '{"a": 1,   "a": 2} no JSON'
    assert whole_json(text) is text


@pytest.mark.parametrize("half", HALVES)
def test_a_notebook_is_read_without_half_characters(half: str) -> None:
    cell = {"cell_type": "code", "source": [f"print('{half}", "')"], "id": half, "outputs": [], "execution_count": None}
    cell["metadata"] = {"nbgrader": {"grade_id": half}, half: half}
    notes = {"cell_type": "markdown", "source": half, "id": "notes", "metadata": {half: [half]}}
    text = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {half: half}, "cells": [cell, notes]})
    assert json.dumps(read_notebook(text.encode()), ensure_ascii=False).encode()
    named = text.replace(json.dumps({"id": half})[1:-1], '"id": "a"')  # nbgrader requires this
    assert TolerantExporter().from_file(io.BytesIO(named.encode()))[0].encode()


def test_a_file_whose_name_cannot_be_written_is_left_where_it_is() -> None:
    assert is_plain_name("a/한국어.txt") and not is_plain_name("a\udcff") and not is_plain_name("\ud800")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc é 한국어 😀", "a\tb\nc é 한국어 😀"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b2Jx", "x"),
        ("\x1b]0;title\x07\x1b]8;;file:///x\x1b\\link\x1b]52;c;aGk=\x9c.", "link."),
        ("\x1b]0;never ended\nnext line", "\nnext line"),
        ("\x1bP+q\x1b\\\x1b(0\x1bc\x1b", ""),
        ("10 %\r20 %\r\n\x00\x07\x08\x7f\x85", "10 %20 %\n"),
        ("\u202egnp\u202c\u2066x\u200f", "\ufffdgnp\ufffd\ufffdx"),
        ("a\u2028b\ud800", "a\nb\ufffd"),
    ],
)
def test_nothing_that_a_terminal_obeys_is_left(text: str, shown: str) -> None:
    assert plain(text) == shown and plain(shown) == shown
    assert one_line(text) == " ".join(shown.split())


@pytest.mark.parametrize("text", ["\x1b]" * 10**5, "\x1b[" * 10**5, "\x1b" + " " * 10**6, "\x1bP" + "x" * 10**6])
def test_plain_text_takes_linear_time(text: str) -> None:
    assert not set("\x1b") & set(plain(text))


def test_a_log_message_is_plain() -> None:
    stream = io.StringIO()
    handler, log = logging.StreamHandler(stream), logging.getLogger("autograder.tests.plain")
    handler.addFilter(PlainMessages())
    log.addHandler(handler)
    log.propagate = False
    try:
        raise ValueError("\x1b[2J\u202e")
    except ValueError:
        log.exception("%s, 100 %%", "eve\x1b]0;x\x07")
    assert stream.getvalue().startswith("eve, 100 %\n") and "\x1b" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()


@pytest.mark.parametrize(
    "name", ["data.csv", "./data.csv", "x//é.csv", "x/e\u0301.csv", "DATA.csv", "data.csv/deeper", "X/./E\u0301.CSV"]
)
def test_a_students_file_never_takes_the_place_of_the_courses(name: str) -> None:
    kept = frozenset(map(folded, ["./data.csv", "./x/é.csv"]))
    assert takes_place(name, kept)
    assert not takes_place("x/data.csv", kept) and not takes_place("data.csv2", kept)
