"""Programs of attacks and crossings are read from files, and none of them is lost."""

import pytest

from tests.support import program_files
from tests.support.program_files import DATA, read_cases, read_programs

FILES = sorted(str(path.relative_to(DATA)) for path in DATA.glob("*/*.py"))


@pytest.mark.parametrize("path", FILES)
def test_read_programs_every_title_has_a_program(path):
    programs = read_programs(path)
    assert len(programs) > 3 and all(programs.values())


@pytest.mark.parametrize("text, error", [("# %% a\n1\n# %% a\n2\n", "same name"), ("# %% a\n#%% b\n", "no title")])
def test_read_programs_wrong_title_is_named(text, error, tmp_path, monkeypatch):
    monkeypatch.setattr(program_files, "DATA", tmp_path)
    (tmp_path / "x.py").write_text(text)
    with pytest.raises(ValueError, match=error):
        read_programs("x.py")


def test_read_cases_missing_part_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(program_files, "DATA", tmp_path)
    (tmp_path / "x.py").write_text("# %% a: student\n1\n\n# %% a: check\n\n2\n\n")
    assert read_cases("x.py") == {"a": ("1", "\n2")}
    (tmp_path / "x.py").write_text("# %% a: student\n1\n")
    with pytest.raises(KeyError, match="a: check"):
        read_cases("x.py")
