"""The two lock files, the project and environment.yml name the same packages and versions."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.this_course import ROOT

RUNNING, DEVELOPING = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")
)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
EXTRAS = PROJECT["optional-dependencies"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
FOR_STUDENTS = {"jupyterlab", "keras", "matplotlib", "nbgrader", "numpy", "tensorflow", "tf-keras"}
DEVELOPERS_ALONE = {"autograder.audit.audit", "autograder.audit.mutants"}
"""Modules that need more than `make setup` installs."""


def pins_of(lock):
    """Return the version of each package in a lock file."""
    return {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    }


def names_of(requirements):
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def imported(*folders):
    """Return the packages whose modules the Python files below some folders import."""
    modules = set()
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    for path in (path for path in paths if not path.is_relative_to(ROOT / "tests" / "data")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules.add(node.module.partition(".")[0])
    packages = importlib.metadata.packages_distributions()
    return {canonicalize_name(name) for module in modules for name in packages.get(module, [])}


@pytest.mark.parametrize(
    ("lock", "lines"),
    [
        (RUNNING, PROJECT["dependencies"] + EXTRAS["course"] + EXTRAS["setup"] + PYPROJECT["build-system"]["requires"]),
        (DEVELOPING, [line for lines in EXTRAS.values() for line in lines if not line.startswith("autograder[")]),
    ],
    ids=["running", "developing"],
)
def test_a_lock_holds_every_package_of_the_project_in_a_version_that_it_accepts(lock, lines):
    for line in lines:
        requirement = Requirement(line)
        assert pins_of(lock)[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_the_lock_for_developing_holds_all_of_the_other_in_the_same_versions():
    assert pins_of(RUNNING).items() < pins_of(DEVELOPING).items()


@pytest.mark.parametrize("lock", [RUNNING, DEVELOPING], ids=["running", "developing"])
def test_every_package_is_locked_once_and_with_hashes(lock):
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)
    assert len(names) == len(set(names))
    blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_package_declares_what_it_imports_and_imports_what_it_declares():
    declared, used = names_of(PROJECT["dependencies"]), imported("autograder")
    optional = names_of(EXTRAS["cluster"] + EXTRAS["course"]) | {"cosmic-ray"}
    assert used - {"autograder"} - optional <= declared
    assert declared - used <= FOR_STUDENTS


def test_what_make_setup_installs_is_enough_for_every_command_but_the_audit():
    """Each module is imported in a process that cannot import the developers' packages."""
    only_developers = pins_of(DEVELOPING).keys() - pins_of(RUNNING).keys()
    packages = importlib.metadata.packages_distributions()
    blocked = [
        module
        for module, names in packages.items()
        if names and {canonicalize_name(name) for name in names} <= only_developers
    ]
    assert {"cosmic_ray", "playwright", "pytest", "distributed"} <= set(blocked)
    paths = (ROOT / "autograder").rglob("*.py")
    modules = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    code = (
        f"import importlib, sys\nsys.modules.update(dict.fromkeys({blocked!r}))\n"
        f"for name in {[name for name in modules if name not in DEVELOPERS_ALONE]!r}: importlib.import_module(name)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]


def test_environment_yml_names_what_students_import_in_the_versions_of_the_lock():
    pip = next(each["pip"] for each in ENVIRONMENT["dependencies"] if isinstance(each, dict))
    pinned = {canonicalize_name(line.partition("==")[0]): line.partition("==")[2] for line in pip}
    assert set(pinned) == FOR_STUDENTS
    assert pinned == {name: pins_of(RUNNING)[name] for name in FOR_STUDENTS}


def test_environment_yml_takes_a_python_that_the_project_takes():
    python = next(each for each in ENVIRONMENT["dependencies"] if str(each).startswith("python="))
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    assert python.partition("=")[2] in ("3.11", "3.12", "3.13")


def test_no_file_names_a_registry():
    hosts = re.compile(r"https?://[^\s\"')]*(pypi|pythonhosted|npmjs|anaconda|debian)\.", re.I)
    for name in ("requirements.lock", "requirements-dev.lock", "environment.yml", "pyproject.toml", "Makefile"):
        assert not hosts.search((ROOT / name).read_text(encoding="utf-8")), name


def test_the_audit_names_what_an_instructors_environment_lacks():
    code = "import sys; sys.modules['cosmic_ray'] = None; from autograder.cli import app; app.main()"
    done = subprocess.run([sys.executable, "-c", code, "audit"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "make setup-dev" in done.stderr and "Traceback" not in done.stderr
