"""Half characters are replaced everywhere when text of a submission is read, so that it can be written."""

from __future__ import annotations

import io
import json

import pytest

from autograder.engine.execution.notebook_files import is_plain_name
from autograder.engine.nbgrader.preprocessors import TolerantExporter
from autograder.engine.notebook.read import read_notebook
from autograder.engine.text import read_json, whole, whole_json

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
