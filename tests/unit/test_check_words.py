"""The word list finds words in prose, in docstrings and in notebooks, and allows the same words in code."""

import json

import pytest

from tools.check_words import find, main, read_list, searched

WORDS = read_list()


def found(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(find([path], WORDS))


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("a.md", "The reason\nstands in the formula.\n", 2, "stands in"),
        ("a.md", "The reason stands\nin the formula.\n", 1, "stands in"),
        ("a.md", "Data SELDOM comes so.\n", 1, "SELDOM"),
        ("a.html.j2", "<p>It took 3 seconds a submission.</p>\n", 1, "seconds a submission"),
        ("a.py", 'x = 1\n\n\ndef f():\n    """Grade all\n    anew."""\n', 6, "anew"),
        ("a.py", "x = 1  # the process\ny = 2  # runs in silence\n", 2, "in silence"),
        ("a.py", "# one after the\n# other\n", 1, "one after the # other"),
        ("a.py", 'raise ValueError(f"{x} must be mended")\n', 1, "mended"),
    ],
)
def test_a_word_of_the_list_is_found_with_its_line_and_remedy(tmp_path, name, text, line, words):
    (finding,) = [each for each in found(tmp_path, name, text) if f"“{words}”" in each]
    assert f"{name}, line {line}: “{words}”. Write: " in finding


def notebook(*cells):
    """A notebook whose cells have the ids c0, c1, …; text that begins with #: is Markdown."""
    kinds = ["markdown" if text.startswith("#:") else "code" for text in cells]
    sources = [[text.removeprefix("#:")] for text in cells]
    parts = enumerate(zip(kinds, sources, strict=True))
    return json.dumps({"cells": [{"cell_type": kind, "id": f"c{k}", "source": text} for k, (kind, text) in parts]})


def test_a_notebook_is_searched_by_cell(tmp_path):
    cells = ["#:Fine.", "#:The old\nspelling of `anew`.", "anew = 'fine'  # of its own\n", "%magic it's\nseldom"]
    findings = found(tmp_path, "a.ipynb", notebook(*cells))
    places = [each.split("a.ipynb, ")[1].split(". Write")[0] for each in findings]
    assert places == [
        "cell c1, line 1: “old spelling”",
        "cell c1, line 2: “spelling”",
        "cell c2, line 1: “of its own”",
        "cell c3, line 2: “seldom”",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "Run `anew` in\n```\nseldom()\n```\nor see [this](shall/anew.md).\n"),
        ("a.md", "A stand-in for the value. The values are added to a row.\n"),
        ("a.j2", "<p>{% if seldom %}{{ anew }}{% endif %}</p>\n"),
        ("a.py", "seldom = anew.shall\n"),
        ("a.md", "Check the spelling of the name.\n"),
        ("a.ipynb", notebook("print('Python does not know it: check its spelling')\n")),
    ],
)
def test_code_and_other_meanings_are_allowed(tmp_path, name, text):
    assert found(tmp_path, name, text) == []


def test_a_word_for_notebooks_is_only_found_there(tmp_path):
    assert found(tmp_path, "a.md", "A question of spelling.\n") == []
    assert len(found(tmp_path, "a.ipynb", notebook("#:A question of spelling.\n"))) == 1


def test_the_command_fails_on_a_finding_and_passes_without_one(tmp_path, capsys):
    bad, good = tmp_path / "bad.md", tmp_path / "good.md"
    bad.write_text("Whoever reads this.\n", encoding="utf-8")
    good.write_text("Anyone who reads this.\n", encoding="utf-8")
    assert main([str(bad), str(good)]) == 1
    out = capsys.readouterr()
    assert out.out == f"{bad}, line 1: “Whoever”. Write: anyone who, everyone who\n" and out.err.startswith("1 finding")
    assert main([str(good)]) == 0 and capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('pattern = "a"', "needs pattern and write"),
        ('pattern = "a"\nwrite = "b"\nwhere = ["books"]', "needs pattern and write"),
        ('pattern = "a"\nwrite = "b"\nwhen = "c"', "needs pattern and write"),
        ('pattern = "("\nwrite = "b"', "not a regular expression"),
    ],
)
def test_a_mistake_in_the_list_is_reported(tmp_path, entry, message):
    path = tmp_path / "list.toml"
    path.write_text(f"[[word]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_list(path)


def test_every_kind_of_file_is_searched():
    names = {path.as_posix() for path in searched()}
    for end in (
        "source/04_numpy_rnn/numpy_rnn.ipynb",
        "source/rnn_tools.py",
        "README.md",
        "docs/authors.md",
        "docs/decisions/0001-two-processes.md",
        "autograder/cli/app.py",
        "autograder/reporting/templates/report.html.j2",
        "tests/unit/test_stages.py",
        "tests/support/stages.py",
    ):
        assert any(name.endswith(end) for name in names), end
    assert not any("/tests/data/" in name or "/release/" in name for name in names)
