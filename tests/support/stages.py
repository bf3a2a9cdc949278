"""The stages of `make test` and `make test-all`, in order, each timed; the first that fails ends the run.

python -m tests.support.stages quick|all
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
ENGINE = [
    "tests/engine",
    "tests/e2e/test_both_ways.py",
    "tests/e2e/test_class.py",
    "tests/security/test_configurations.py",
    "tests/security/test_sandbox.py",
    "tests/unit/test_feedback.py",
]
"""Tests that watch processes and limits, so nothing else should run beside them."""
ATTACKS = "tests/security/test_attacks.py"
"""Hostile submissions, some of which sit out a time limit."""
QUICK = {
    "lint": [
        ["ruff", "check", "autograder", "tests", "tools", "source"],
        ["ruff", "format", "--check", "autograder", "tests", "tools"],
        ["mypy"],
        ["lint-imports"],
    ],
    "fresh build": [["autograder", "build", "--check"]],
    "tests": [
        ["pytest", "tests", "-m", "not long", "--numprocesses=2", "--dist=loadfile"]
        + [f"--ignore={path}" for path in [ATTACKS, *ENGINE]]
    ],
    "engine tests": [["pytest", *ENGINE, "-m", "not long"]],
    "attacks": [["pytest", ATTACKS, "--numprocesses=2"]],
    "nbval": [NBVAL],
    "audit": [["autograder", "audit"]],
}
LONG = {
    "long tests": [["pytest", "tests", "-m", "long"]],
}


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
    print("\nstage             seconds")
    for name, seconds in times.items():
        print(f"{name:<18}{seconds:7.0f}")
    print(f"{'all':<18}{sum(times.values()):7.0f}")
    return 0


if __name__ == "__main__":
    known = {"quick": QUICK, "all": QUICK | LONG, **{name: {name: each} for name, each in (QUICK | LONG).items()}}
    if len(sys.argv) != 2 or sys.argv[1] not in known:
        sys.exit(f"usage: python -m tests.support.stages STAGE, where STAGE is one of: {', '.join(known)}")
    sys.exit(run(known[sys.argv[1]]))
