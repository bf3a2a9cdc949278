"""The outputs of a submission can be written, no matter what characters they contain."""

from __future__ import annotations

import json

import pytest

from tests.support.tiny_assignment import FULL, examine, submission


@pytest.mark.parametrize(
    "double",
    [
        "print('\\ud800')\ndef double(x): return 2 * x",
        "import sys\nsys.stderr.write('\\ud800')\ndef double(x):\n    print('\\ud800')\n    return 2 * x",
        "display({'text/plain': '\\ud800', 'text/html': '\\ud800'}, raw=True)\ndef double(x): return 2 * x",
        "def double(x): return 2 * x\n'\\ud800'",
        "open('\\udcff', 'w').write('a')\nopen('a', 'w').write('\\ufffd')\ndef double(x): return 2 * x",
    ],
)
def test_what_a_right_answer_shows_can_be_written(double: str, tmp_path) -> None:
    scores, nb, _ = examine(submission(double=double), tmp_path)
    assert scores == FULL
    assert json.dumps(nb, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "double",
    [
        "def double(x): raise ValueError('\\ud800')",
        "raise ValueError('\\ud800')",
        "def double(x): raise type('E\\ud800', (Exception,), {})('\\ud800')",
        "def double(x): return '\\ud800'",
        "def double(x): return {'\\ud800': ['\\ud800']}",
        "class A:\n    def __repr__(self): return '\\ud800'\ndef double(x): return A()",
        "def double(x):\n    e = KeyError('a')\n    e.add_note('\\ud800')\n    raise e",
    ],
)
def test_what_a_wrong_answer_says_can_be_written(double: str, tmp_path) -> None:
    scores, nb, _ = examine(submission(double=double), tmp_path)
    assert scores == {**FULL, "double-values": 0}
    assert json.dumps(nb, ensure_ascii=False).encode()
