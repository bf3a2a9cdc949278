"""`nbgrader zip_collect`: who handed in what, and archives that must not write where they want."""

from __future__ import annotations

import gzip
import io
import logging
import stat
import tarfile
import zipfile
from pathlib import PurePath

import pytest

from autograder.engine.nbgrader.collect import DownloadCollector, find_students, make_plan
from autograder.engine.nbgrader.extract import SafeExtractor

NAME = "04_numpy_rnn"
FILE = "numpy_rnn.ipynb"
KIM = "m/Kim A_2_assignsubmission_file"


def plan(*paths, notebooks=("numpy_rnn",), endings=(".ipynb",)):
    """The plan for these files: path -> (student, file id), and the remarks."""
    made = make_plan(find_students(map(PurePath, paths), notebooks, NAME), notebooks, endings)
    found = {str(path): (facts["student_id"], facts["file_id"]) for path, facts in made.collected.items()}
    return found, made.remarks


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("ada_12345_678_numpy_rnn.ipynb", "ada"),
        ("canvas/ada_LATE_12345_678_numpy_rnn-1.ipynb", "ada"),
        ("canvas/ada_12345_678_final.ipynb", "ada"),
        ("canvas/ada_12345_678_my_numpy_rnn.ipynb", "ada"),
        ("canvas/ada_12345_678_work/04_numpy_rnn/numpy_rnn.ipynb", "ada"),
        ("ada_12345_assignsubmission_file_/numpy_rnn.ipynb", "ada"),
        (f"{KIM}/numpy_rnn.ipynb", "Kim A"),
        (f"{KIM}/final_numpy_rnn.ipynb", "Kim A"),
        (f"{KIM}/kwon_i_numpy_rnn.ipynb", "Kim A"),
        (f"{KIM}/04_numpy_rnn/numpy_rnn.ipynb", "Kim A"),
        (f"{KIM}/my work/Untitled.ipynb", "Kim A"),
        ("m/Kim_A_2_assignsubmission_file_numpy_rnn.ipynb", "Kim_A"),
        ("m/김철수_77_assignsubmission_file_/rnn (1).ipynb", "김철수"),
        ("m/\u1100\u1175\u11b7_77_assignsubmission_file_/numpy_rnn.ipynb", "김"),
        ("ada_numpy_rnn.ipynb", "ada"),
        ("class/ada_numpy_rnn.ipynb", "ada"),
        ("ada/numpy_rnn.ipynb", "ada"),
        ("ada/04_numpy_rnn/numpy_rnn.ipynb", "ada"),
        ("class/ada/final_numpy_rnn.ipynb", "ada"),
    ],
)
def test_a_downloaded_notebook_gets_its_student_and_the_name_of_the_assignment(path, student):
    assert plan(path) == ({path: (student, "numpy_rnn")}, [])


def test_a_pattern_of_the_course_names_students_and_times_instead(tmp_path):
    collector = DownloadCollector(named_regexp=r".*/(?P<file_id>\w+)-of-(?P<student_id>\w+)-at-(?P<timestamp>[\d-]+)")
    download = collector._by_pattern(tmp_path, PurePath("x/numpy_rnn-of-ada-at-2026-03-02.ipynb"))
    made = make_plan([download], ["numpy_rnn"]).collected
    assert made == {download.path: {"student_id": "ada", "file_id": "numpy_rnn", "timestamp": "2026-03-02"}}
    assert collector._by_pattern(tmp_path, PurePath("ada_numpy_rnn.ipynb")) is None


def test_an_archive_for_each_student_names_the_students():
    paths = ["ada/final_numpy_rnn.ipynb", "ben/numpy_rnn.ipynb"]
    assert plan(*paths)[0] == {paths[0]: ("ada", "numpy_rnn"), paths[1]: ("ben", "numpy_rnn")}


@pytest.mark.parametrize(
    "path", ["numpy_rnn.ipynb", "04_numpy_rnn/numpy_rnn.ipynb", ".._2_assignsubmission_file/x.ipynb"]
)
def test_a_file_without_a_student_is_not_collected(path):
    assert plan(path)[0] == {}


def test_of_two_notebooks_the_one_with_the_right_name_counts_and_the_other_lies_beside_it():
    paths = [f"{KIM}/numpy_rnn-Copy1.ipynb", f"{KIM}/numpy_rnn.ipynb"]
    found, (remark,) = plan(*paths)
    assert found == {paths[0]: ("Kim A", "numpy_rnn-Copy1"), paths[1]: ("Kim A", "numpy_rnn")}
    assert remark.startswith("Kim A: more than one notebook: ") and all(path in remark for path in paths)


def test_the_last_resubmission_to_canvas_counts():
    paths = [f"c/ada_12_{k}_numpy_rnn{'-' * bool(k)}{k or ''}.ipynb" for k in (0, 1, 10, 2)]
    found, (remark,) = plan(*paths)
    assert found[paths[2]] == ("ada", "numpy_rnn") and len(set(found.values())) == 4
    assert remark.startswith(f"ada: more than one notebook: {paths[2]} is collected as {FILE}; ")


def test_between_two_notebooks_with_other_names_nothing_is_guessed():
    found, (remark,) = plan(f"{KIM}/draft.ipynb", f"{KIM}/final.ipynb")
    assert sorted(found.values()) == [("Kim A", "draft"), ("Kim A", "final")]
    assert remark.startswith("Kim A: 2 notebooks, none of them is numpy_rnn.ipynb: ") and "draft.ipynb" in remark


def test_two_students_with_one_name_stay_apart():
    found, remarks = plan("c/kim_1_5_numpy_rnn.ipynb", "c/kim_2_6_numpy_rnn.ipynb")
    assert sorted(found.values()) == [("kim_1", "numpy_rnn"), ("kim_2", "numpy_rnn")]
    assert remarks == ["kim: 2 students have this name: kim_1, kim_2."]


def test_a_student_without_a_notebook_is_named():
    assert plan(f"{KIM}/work.rar") == (
        {},
        ["Kim A: there is no notebook, only work.rar. Ask for the notebook."],
    )


def test_an_assignment_of_several_notebooks_and_a_module_are_told_apart():
    paths = [f"{KIM}/{name}" for name in ("rnn-Copy1.ipynb", "deep_rnn (1).ipynb", "src/tools.py", "x.txt")]
    found, _ = plan(*paths, notebooks=("deep_rnn", "rnn"), endings=(".ipynb", ".py"))
    assert found == {paths[0]: ("Kim A", "rnn"), paths[1]: ("Kim A", "deep_rnn"), paths[2]: ("Kim A", "src/tools")}


def test_files_come_along_as_the_notebook_finds_them_and_archives_do_not():
    inside = [f"{KIM}/work/{name}" for name in ("numpy_rnn.ipynb", "my_rnn.py", "data/a.v2.csv")]
    canvas = ["ada_1_7_numpy_rnn.ipynb", "ada_1_8_my_rnn.py", "ada_1_9_my_rnn-1.py"]
    paths = [*inside, f"{KIM}/work.zip", *canvas]
    assert plan(*paths, endings=())[0] == {
        inside[0]: ("Kim A", "numpy_rnn"),
        inside[1]: ("Kim A", "my_rnn"),
        inside[2]: ("Kim A", "data/a.v2.csv"),
        canvas[0]: ("ada", "numpy_rnn"),
        canvas[1]: ("ada", "my_rnn-2"),
        canvas[2]: ("ada", "my_rnn"),
    }


def test_the_last_resubmission_of_an_archive_to_canvas_counts():
    old, new = "ada_1_999_work/numpy_rnn.ipynb", "ada_1_1000_work-1/numpy_rnn.ipynb"
    assert plan(old, new)[0] == {old: ("ada", "numpy_rnn-2"), new: ("ada", "numpy_rnn")}


def test_the_ending_of_a_notebook_may_be_in_capitals():
    assert plan(f"{KIM}/work.IPYNB", endings=()) == ({f"{KIM}/work.IPYNB": ("Kim A", "numpy_rnn")}, [])


# --------------------------------------------------------------------------- archives


def packed(folder, name, entries):
    """Write a zip with these entries: name -> content, or a mode for an entry that is no plain file."""
    with zipfile.ZipFile(folder / name, "w") as archive:
        for entry, content in entries.items():
            info = zipfile.ZipInfo(entry)
            if isinstance(content, int):
                info.create_system, info.external_attr = 3, (content | 0o777) << 16
            archive.writestr(info, "/etc/passwd" if isinstance(content, int) else content)


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


def extracted(archive, caplog, **options):
    """Unpack; return the files by relative path, and the lines of the log."""
    target = archive.parent / "extracted"
    target.mkdir()
    log = logging.getLogger("test_collect")
    log.propagate = True
    SafeExtractor(log=log, **options).extract(str(archive), str(target))
    assert {path.name for path in archive.parent.iterdir()} == {"archive", "extracted"}
    files = {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    assert not any(path.is_symlink() for path in target.rglob("*"))
    return files, [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("../out.ipynb", b"x", "leaves its folder"),
        ("a/../../out.ipynb", b"x", "leaves its folder"),
        ("/tmp/out.ipynb", b"x", "absolute name"),
        ("C:/out.ipynb", b"x", "absolute name"),
        ("a\\..\\out.ipynb", b"x", "backslash"),
        ("link.ipynb", stat.S_IFLNK, "is a link or a device"),
        ("device", stat.S_IFCHR, "is a link or a device"),
    ],
)
def test_an_entry_that_leaves_its_folder_or_is_no_plain_file_is_left_out_with_one_line(
    archive, caplog, name, content, says
):
    packed(archive, "m.zip", {name: content, "ok/a.ipynb": b"{}"})
    files, lines = extracted(archive, caplog)
    assert files == {"m/ok/a.ipynb": b"{}"}
    (line,) = lines
    assert line.startswith(f"{archive / 'm.zip'}: the entry ") and says in line and "\n" not in line


def test_links_and_devices_in_a_tar_are_left_out_too(archive, caplog):
    with tarfile.open(archive / "m.tar.gz", "w:gz") as made:
        for name, kind in {"up": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "null": tarfile.CHRTYPE}.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "../../secret"
            made.addfile(info)
        for name in ("../out.ipynb", "ok.ipynb"):
            info = tarfile.TarInfo(name)
            info.size = 2
            made.addfile(info, io.BytesIO(b"{}"))
    files, lines = extracted(archive, caplog)
    assert files == {"m/ok.ipynb": b"{}"} and len(lines) == 4


def test_a_damaged_an_encrypted_and_a_huge_file_do_not_stop_the_others(archive, caplog):
    (archive / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (archive / "a.tar").write_bytes(b"nothing")
    packed(archive, "huge.zip", {"h.ipynb": b"0" * 3000, "small.ipynb": b"{}"})
    packed(archive, "locked.zip", {"l.ipynb": b"{}"})
    data = bytearray((archive / "locked.zip").read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    (archive / "locked.zip").write_bytes(data)
    with zipfile.ZipFile(archive / "worn.zip", "w", zipfile.ZIP_LZMA) as made:
        made.writestr("w.ipynb", b"[0, 1, 2]" * 200)
    data = bytearray((archive / "worn.zip").read_bytes())
    data[50] ^= 0xFF  # in the packed content
    (archive / "worn.zip").write_bytes(data)
    with gzip.open(archive / "one.ipynb.gz", "wb") as single:
        single.write(b"[]")
    files, lines = extracted(archive, caplog, largest=1000)
    assert files == {"huge/small.ipynb": b"{}", "one.ipynb/one.ipynb": b"[]"}
    for name in ("broken.zip", "a.tar", "huge.zip", "locked.zip", "worn.zip"):
        assert sum(name in line for line in lines) == 1, name
    assert len(lines) == 5 and not any("\n" in line for line in lines)


def test_archives_in_archives_are_unpacked_and_ghosts_are_not(archive, caplog):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("rnn/numpy_rnn.ipynb", b"{}")
        made.writestr("__MACOSX/rnn/._numpy_rnn.ipynb", b"x")
    packed(archive, "m.zip", {"Kim A_2_assignsubmission_file/work.zip": inner.getvalue(), "._m": b"x", "김/a.txt": b""})
    (archive / ".DS_Store").write_bytes(b"x")
    files, lines = extracted(archive, caplog)
    assert "m/Kim A_2_assignsubmission_file/work/rnn/numpy_rnn.ipynb" in files and "m/김/a.txt" in files
    assert not any("._" in name or ".DS_Store" in name for name in files) and lines == []


def test_names_in_an_unknown_encoding_are_pointed_out(archive, caplog):
    packed(archive, "m.zip", {"??/a.ipynb": b"{}"})
    data = (archive / "m.zip").read_bytes()
    (archive / "m.zip").write_bytes(data.replace(b"??/", "김".encode("cp949") + b"/"))
    files, lines = extracted(archive, caplog)
    assert len(files) == 1
    (line,) = lines
    assert line.startswith(f"{archive / 'm.zip'}: ") and "may be wrong" in line
