# What people do here, each with one word. Every target sets up what it needs on first use, in .venv/.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
ASSIGNMENT ?=

export PYTHONHASHSEED ?= 0
export TF_CPP_MIN_LOG_LEVEL ?= 3

.DEFAULT_GOAL := help
.PHONY: help setup lab formgrader grade report test test-all build handout audit bench guide-images lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: $(READY)  ## the environment, in .venv/

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else "Python 3.11 to 3.13 is needed and this is %d.%d: name another, as in make PYTHON=python3.12" % v)'
	@$(PYTHON) -m venv --help >/dev/null 2>&1 || { echo "$(PYTHON) has no venv module: install it (on Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	$(BIN)/autograder install-kernel
	@touch $@

lab: $(READY)  ## JupyterLab on the student's version
	$(BIN)/autograder lab

formgrader: $(READY)  ## JupyterLab for the instructor, with nbgrader's formgrader
	$(BIN)/autograder formgrader

grade: $(READY)  ## grade what lies in submitted/, or the sample class
	$(BIN)/autograder grade $(ASSIGNMENT)

report: $(READY)  ## a page and CSV files on the class that was graded
	$(BIN)/autograder report $(ASSIGNMENT)

test: $(READY)  ## what CI runs, under 20 minutes
	$(BIN)/python -m tests.stages quick

test-all: $(READY)  ## all of that and what takes longer
	$(BIN)/python -m tests.stages all

build: $(READY)  ## release/ and solutions/ from source/
	$(BIN)/autograder build $(ASSIGNMENT)

handout: $(READY)  ## what students get, as a folder and a zip
	$(BIN)/autograder handout

audit: $(READY)  ## right and wrong answers and mutants against the checks
	$(BIN)/autograder audit $(ASSIGNMENT)

bench: $(READY)  ## what grading a class costs, beside stock nbgrader (half an hour)
	$(BIN)/python -m tools.bench $(ASSIGNMENT)

guide-images: $(READY)  ## the screenshots of the last run of the tests into the guides
	$(BIN)/python -m tests.guide_pictures

lock:  ## requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --fork-strategy fewest \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:  ## all that was generated and is not committed
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache sample/submitted sample/autograded sample/feedback sample/report sample/gradebook.db
