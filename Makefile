# One word for each task. Every target sets up what it needs in .venv/ on first use.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
DEV := .venv/ready-dev
ASSIGNMENT ?=
NOTEBOOK ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV := $(BIN)/uv pip install --quiet --python .venv
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --quiet --extra course --extra setup

export PYTHONHASHSEED ?= 0
export TF_CPP_MIN_LOG_LEVEL ?= 3

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev lab check formgrader grade report test-unit test test-all build handout audit bench guide-images lock clean

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

setup: $(READY)  ## install what running and grading need, in .venv/

setup-dev: $(DEV)  ## install that and what developing and testing need

$(READY): requirements.lock pyproject.toml
	$(call install,requirements.lock)
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch $(READY) $@

# install the lock file $(1) with uv, or with pip if uv reaches no registry, because only pip reads pip's settings
define install
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else "Python 3.11 to 3.13 is needed, but this is %d.%d: choose another, as in make PYTHON=python3.12" % v)'
	@$(PYTHON) -m venv --help >/dev/null 2>&1 || { echo "$(PYTHON) has no venv module: install it (on Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv .venv
	@sed -n '/^uv==/,/# via/p' $(1) > .venv/uv.txt
	$(PIP) --require-hashes -r .venv/uv.txt
	$(UV) --compile-bytecode --require-hashes -r $(1) || $(PIP) --require-hashes -r $(1)
	$(UV) --no-build-isolation --no-deps -e .
endef

lab: $(READY)  ## open JupyterLab with the student's version
	$(BIN)/autograder lab

check: $(READY)  ## run all checks on your own notebook: NOTEBOOK=..., or all those in lab/
	$(BIN)/autograder check $(if $(NOTEBOOK),"$(NOTEBOOK)")

formgrader: $(READY)  ## open JupyterLab for the instructor, with nbgrader's formgrader
	$(BIN)/autograder formgrader

grade: $(READY)  ## grade the submissions in submitted/, or the sample class
	$(BIN)/autograder grade $(ASSIGNMENT)

report: $(READY)  ## write a page and CSV files about the graded class
	$(BIN)/autograder report $(ASSIGNMENT)

test-unit: $(DEV)  ## run the tests that start no process, under a minute
	$(BIN)/python -m tests.support.stages unit

test: $(DEV)  ## run what CI runs, under 20 minutes
	$(BIN)/python -m tests.support.stages quick

test-all: $(DEV)  ## run all of that and the long tests
	$(BIN)/python -m tests.support.stages all

build: $(READY)  ## build release/ and solutions/ from source/
	$(BIN)/autograder build $(ASSIGNMENT)

handout: $(READY)  ## pack the files for students, as a folder and a zip
	$(BIN)/autograder handout

audit: $(DEV)  ## test the checks with right answers, wrong answers and mutants
	$(BIN)/autograder audit $(ASSIGNMENT)

bench: $(DEV)  ## measure the cost of grading a class, and compare it with stock nbgrader (half an hour)
	$(BIN)/python -m tools.bench $(ASSIGNMENT)

guide-images: $(DEV)  ## copy the screenshots of the last test run into the guides
	$(BIN)/python -m tests.support.guide_pictures

lock: $(READY)  ## write the two lock files from pyproject.toml; versions change only if they must
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove generated files that are not committed
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache sample/submitted sample/autograded sample/feedback sample/report sample/gradebook.db
