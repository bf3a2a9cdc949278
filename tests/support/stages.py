"""The stages of `make test` and `make test-all`, in order, each timed; the first that fails ends the run.

python -m tests.support.stages unit|quick|all, or the name of a stage
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

NBVAL = [
    "pytest",
    "solutions",
    "--nbval",
    "--nbval-sanitize-with=tests/data/nbval.cfg",
    "--nbval-cell-timeout=120",
    "--numprocesses=2",
    "--dist=loadscope",
    "--quiet",
    "-p",
    "no:cacheprovider",
]
PARALLEL = ["--numprocesses=2", "--dist=loadfile"]
COVERAGE = ["--cov", "--cov-report=term:skip-covered"]
UNIT = ["pytest", "tests/unit", "-m", "unit and not long", *PARALLEL]
QUICK = {
    "lint": [
        ["ruff", "check", "autograder", "tests", "tools", "source"],
        ["ruff", "format", "--check", "autograder", "tests", "tools"],
        ["mypy"],
        ["lint-imports"],
        ["codespell"],
        ["python", "-m", "tools.check_words"],
    ],
    "fresh build": [["autograder", "build", "--check"]],
    "unit tests": [[*UNIT, *COVERAGE]],
    "course, engine, e2e": [["pytest", "tests", "-m", "(course or engine or e2e) and not long", *PARALLEL]],
    "attacks": [["pytest", "tests", "-m", "security and not long", "--numprocesses=2"]],
    "nbval": [NBVAL],
    "audit": [["autograder", "audit"]],
}
LONG = {
    "long tests": [["pytest", "tests", "-m", "long"]],
}
"""Every test of tests/ is in exactly one stage; tests/unit/test_stages.py makes sure of that."""


def run(stages: dict[str, list[list[str]]]) -> int:
    """Run the stages; return the exit code of the first command that fails, or 0."""
    times = {}
    for name, commands in stages.items():
        start = time.monotonic()
        for command in commands:
            print(f"\n== {name}: {' '.join(command)}", flush=True)
            code = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT).returncode
            if code:
                print(f"stage {name} failed (exit code {code})", flush=True)
                return code
        times[name] = time.monotonic() - start
        print(f"stage {name}: {times[name]:.0f} s", flush=True)
    print(f"\n{'stage':<20}seconds")
    for name, seconds in times.items():
        print(f"{name:<20}{seconds:7.0f}")
    print(f"{'all':<20}{sum(times.values()):7.0f}")
    return 0


if __name__ == "__main__":
    stages = QUICK | LONG
    # measuring the coverage takes half as long again, so the run while one works leaves it out
    runs = {"unit": {"unit tests": [UNIT]}, "quick": QUICK, "all": stages}
    runs |= {name: {name: commands} for name, commands in stages.items()}
    if len(sys.argv) != 2 or sys.argv[1] not in runs:
        sys.exit(f"usage: python -m tests.support.stages STAGE, where STAGE is one of: {', '.join(runs)}")
    sys.exit(run(runs[sys.argv[1]]))
