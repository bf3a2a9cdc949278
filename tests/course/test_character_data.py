"""What lies beside notebook 08: the names, the font that draws Hangul, and the weights that the checks load."""

import re
import subprocess
import sys
import unicodedata

import numpy as np
from fontTools.ttLib import TTFont

from tests.support.this_course import ROOT, SOURCE, read_assignment
from tools.extract_data import is_hidden

FOLDER = SOURCE / "08_character_rnn"
DRAW = """
import sys, warnings
sys.path.insert(0, sys.argv[1])
warnings.simplefilter("error")  # matplotlib warns of each letter that no font has
import rnn_tools
figure = rnn_tools.draw_writer(["1", "ㄱ", "ㅏ"], ["ㄱ", "ㅏ", "강릉"])
figure.savefig(sys.argv[2])
"""


def names(file):
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    assert "GeoNames" in lines[1] and "CC BY 4.0" in lines[1]
    return [line for line in lines if not line.startswith("#")][1:]


def held_out():
    """The names of each hidden check that holds names out."""
    cells = [cell.source for cell in read_assignment("08_character_rnn").notebook.cells]
    return [text.split() for source in cells for text in re.findall(r'held_out = "(.*)"', source)]


def test_the_names_of_the_hidden_checks_are_in_no_file():
    korean = names("korean_names.csv")
    assert len(korean) == len(set(korean)) > 300 and not any(map(is_hidden, korean))
    first, *others = held_out()
    assert len(first) >= 30 and all(map(is_hidden, first)) and others and all(each == first for each in others)


def test_the_weights_belong_to_the_letters_of_the_names():
    weights = dict(np.load(FOLDER / "writer.npz"))
    letters = str(weights.pop("letters"))
    assert set(letters) == set(unicodedata.normalize("NFD", "".join(names("korean_names.csv"))))
    size = len(letters) + 2
    assert [w.shape for w in weights.values()] == [(size, 32), (32, 64), (64, 64), (64,), (64, size), (size,)]


def test_the_font_has_its_own_name_its_licence_and_all_that_a_figure_draws():
    font = TTFont(FOLDER / "course_hangul.ttf")
    entries = [str(record) for record in font["name"].names if record.nameID in (1, 3, 4, 6)]
    assert "Course Hangul" in entries and not [entry for entry in entries if "nanum" in entry.lower()]
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "course_hangul_licence.txt").read_text(encoding="utf-8")
    credits = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "08_character_rnn/writer.npz" in credits and "08_character_rnn/course_hangul.ttf" in credits
    keyboard = map(chr, range(0x3131, 0x3164))
    assert {*"".join(names("korean_names.csv")), *keyboard} <= {chr(code) for code in font.getBestCmap()}


def test_a_figure_draws_hangul_with_the_font_beside_the_notebook(tmp_path):
    command = [sys.executable, "-c", DRAW]
    drawn = subprocess.run([*command, FOLDER, tmp_path / "a.png"], capture_output=True, text=True, timeout=120)
    assert drawn.returncode == 0, drawn.stderr[-1000:]
    without = subprocess.run([*command, SOURCE, tmp_path / "b.png"], capture_output=True, text=True, timeout=120)
    assert "missing from font" in without.stderr  # there is no font beside the other notebooks
