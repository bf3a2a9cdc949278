"""The lock, the project and environment.yml name the same packages and versions."""

import re
import tomllib

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.course import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = {
    canonicalize_name(name): version for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", LOCK, re.M)
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
FOR_STUDENTS = {"jupyterlab", "keras", "matplotlib", "nbgrader", "numpy", "tensorflow", "tf-keras"}


def test_the_lock_holds_every_package_of_the_project_in_a_version_that_it_accepts():
    for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]:
        requirement = Requirement(line)
        assert PINS[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_every_package_is_locked_once_and_with_hashes():
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK, re.M)
    assert len(names) == len(set(names))
    blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", LOCK, flags=re.M)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_environment_yml_names_what_students_import_in_the_versions_of_the_lock():
    pip = next(each["pip"] for each in ENVIRONMENT["dependencies"] if isinstance(each, dict))
    pinned = {canonicalize_name(line.partition("==")[0]): line.partition("==")[2] for line in pip}
    assert set(pinned) == FOR_STUDENTS
    assert pinned == {name: PINS[name] for name in FOR_STUDENTS}


def test_environment_yml_takes_a_python_that_the_project_takes():
    python = next(each for each in ENVIRONMENT["dependencies"] if str(each).startswith("python="))
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    assert python.partition("=")[2] in ("3.11", "3.12", "3.13")


def test_no_file_names_a_registry():
    hosts = re.compile(r"https?://[^\s\"')]*(pypi|pythonhosted|npmjs|anaconda|debian)\.", re.I)
    for path in [ROOT / "requirements.lock", ROOT / "environment.yml", ROOT / "pyproject.toml", ROOT / "Makefile"]:
        assert not hosts.search(path.read_text(encoding="utf-8")), path.name
