"""The pictures of the guides in docs/, and a command that copies them from the last run of the tests.

python -m tests.support.guide_pictures
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
MADE = ROOT / "build" / "screenshots" / "guide"
KEPT = ROOT / "docs" / "images"
COLOURS = 64
WIDEST = 1200

STUDENTS = ("notebook", "check-failed", "check-passed", "validate", "assignment-list", "submitted", "feedback")
INSTRUCTORS = ("formgrader", "submissions", "manual")
NAMES = STUDENTS + INSTRUCTORS
"""The pictures of tests/e2e/test_browser_instructor.py. The hand-out has the students' ones, without solutions."""


def keep(made: Path = MADE, kept: Path = KEPT) -> list[str]:
    """Copy every picture of the last run into the guides' folder; return the names of those that it did not make."""
    missing = [name for name in NAMES if not (made / f"{name}.png").is_file()]
    if not missing:
        kept.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            picture = Image.open(made / f"{name}.png").convert("RGB")
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(kept / f"{name}.png", optimize=True)
    return missing


if __name__ == "__main__":
    if missing := keep():
        test = "tests/e2e/test_browser_instructor.py"
        sys.exit(f"The last run of the tests did not make: {', '.join(missing)}. Run pytest {test}")
    print(f"{KEPT.relative_to(ROOT)}: {len(NAMES)} pictures")
