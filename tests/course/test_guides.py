"""The guides in docs/: their pictures and the links between them."""

import re

import pytest
from PIL import Image

from autograder.authoring import handout
from tests.support import guide_pictures
from tests.support.this_course import ROOT

GUIDES = {"for-students.md": guide_pictures.STUDENTS, "for-instructors.md": guide_pictures.INSTRUCTORS}
DOCS = ROOT / "docs"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_shows_just_the_pictures_that_the_tests_make_for_it(guide):
    shown = handout.pictures(DOCS / guide)
    assert sorted(shown) == sorted(f"images/{name}.png" for name in GUIDES[guide])


@pytest.mark.parametrize("guide", GUIDES)
def test_every_picture_has_a_text(guide):
    found = PICTURE.findall((DOCS / guide).read_text())
    assert found and not [path for text, path in found if len(text) < 40]


def test_the_kept_pictures_are_those_of_the_list_and_small():
    kept = {path.stem: path for path in (DOCS / "images").iterdir()}
    assert set(kept) == set(guide_pictures.NAMES)
    assert all(Image.open(path).width <= guide_pictures.WIDEST for path in kept.values())
    assert sum(path.stat().st_size for path in kept.values()) < 3 * 2**20


def test_pictures_are_kept_all_or_none(tmp_path):
    made, kept = tmp_path / "made", tmp_path / "kept"
    made.mkdir()
    for name in guide_pictures.NAMES[1:]:
        Image.new("RGB", (40, 30), "white").save(made / f"{name}.png")
    assert guide_pictures.keep(made, kept) == [guide_pictures.NAMES[0]] and not kept.exists()
    Image.new("RGB", (40, 30), "white").save(made / f"{guide_pictures.NAMES[0]}.png")
    assert guide_pictures.keep(made, kept) == []
    assert {path.stem for path in kept.iterdir()} == set(guide_pictures.NAMES)


@pytest.mark.parametrize("guide", GUIDES)
def test_links_to_files_lead_somewhere(guide):
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s#]+)[^)]*\)", (DOCS / guide).read_text())
    assert not [link for link in links if "://" not in link and not (DOCS / link).exists()]
