"""nbgrader's own commands find our plugins: one collects archives, another exports grades."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.this_course import RELEASE
from tests.unit.test_collect import FILE, NAME, packed
from tests.unit.test_export import class_of_three


def test_nbgraders_command_takes_the_class_list_and_writes_the_table(tmp_path):
    class_of_three(tmp_path)
    (tmp_path / "class.csv").write_text("id,first_name,last_name,email,lms_user_id\nben,Ben,Okri,b@x.org,32\n")
    nbgrader = [Path(sys.executable).parent / "nbgrader"]
    for command in (
        ["db", "student", "import", "class.csv"],
        ["export", "--exporter=autograder.reporting.export.CanvasExportPlugin"],
    ):
        done = subprocess.run([*nbgrader, *command], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    rows = list(csv.reader((tmp_path / "canvas.csv").read_text().splitlines()))
    assert rows[0][5] == "NumPy (4711)"
    assert ["Okri, Ben", "32", "", "ben", "", "", ""] in rows


def test_the_command_collects_canvas_and_moodle_and_names_whom_a_remark_concerns(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(
        "from pathlib import Path\nfrom autograder.course.nbgrader_config import course_config\n"
        "get_config().merge(course_config(Path(__file__).parent))\n"
    )
    archive = tmp_path / "downloaded" / NAME / "archive"
    archive.mkdir(parents=True)
    shutil.copytree(RELEASE / NAME, tmp_path / "release" / NAME)
    notebook = (RELEASE / NAME / FILE).read_bytes()
    for name, inside in {
        "canvas.zip": [
            "lovelaceada_12345_678_numpy_rnn.ipynb",
            "okriben_LATE_12346_679_numpy_rnn.ipynb",
            "okriben_LATE_12346_680_numpy_rnn-1.ipynb",
        ],
        "moodle.zip": [
            "Kim A_2_assignsubmission_file/final_numpy_rnn.ipynb",
            "Kim A_2_assignsubmission_file/._final_numpy_rnn.ipynb",
            "Lee B_3_assignsubmission_file/04_numpy_rnn/numpy_rnn.ipynb",
            "Lee B_3_assignsubmission_file/04_numpy_rnn/numpy_rnn-Copy1.ipynb",
            "../../../../submitted/evil/04_numpy_rnn/numpy_rnn.ipynb",
        ],
    }.items():
        packed(archive, name, dict.fromkeys(inside, notebook))
    command = [Path(sys.executable).parent / "nbgrader", "zip_collect", NAME]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    files = {path.relative_to(tmp_path / "submitted").as_posix() for path in tmp_path.glob("submitted/*/*/*")}
    assert files == {
        f"lovelaceada/{NAME}/{FILE}",
        f"okriben/{NAME}/{FILE}",
        f"okriben/{NAME}/numpy_rnn-2.ipynb",
        f"Kim A/{NAME}/{FILE}",
        f"Lee B/{NAME}/{FILE}",
        f"Lee B/{NAME}/numpy_rnn-Copy1.ipynb",
    }
    lines = [line for line in done.stderr.splitlines() if "more than one notebook" in line]
    assert ["Lee B: " in line or "okriben: " in line for line in lines] == [True, True]
    assert "leaves its folder, so it is left out" in done.stderr
