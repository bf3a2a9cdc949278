"""The glossary, the Korean terms of the notebooks, and the files that a notebook links to."""

import re
from collections import Counter

import pytest

from tests.support.this_course import COURSE, RELEASE, ROOT, read_assignment

GLOSS = re.compile(r"\(([^()]*[가-힣][^()]*(?:\([^()]*\))?[^()]*)\)")
"""A term in brackets with Korean letters, as in "time step (시점)"; it may have one pair of brackets inside."""
LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)[^)]*\)")


def rows():
    lines = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if row[0] != "English" and not set(row[0]) <= {"-", " "}]


def prose(name):
    return [cell.source for cell in read_assignment(name).notebook.cells if cell.cell_type == "markdown"]


def glosses(name):
    """The Korean terms of a notebook, without those in the name of the original book."""
    return [gloss.strip() for text in prose(name) for gloss in GLOSS.findall(text) if "딥 러닝" not in gloss]


def test_the_glossary_explains_at_least_sixty_terms_each_once_and_in_both_languages():
    table = rows()
    assert len(table) >= 60
    assert all(len(row) == 4 and all(row) for row in table)
    assert all(re.search("[가-힣]", row[1]) for row in table)
    assert [term for term, count in Counter(row[0] for row in table).items() if count > 1] == []


@pytest.mark.parametrize("name", COURSE.assignment_names)
def test_korean_terms_are_those_of_the_glossary(name):
    known = " ".join(row[1] for row in rows())
    assert [gloss for gloss in glosses(name) if gloss not in known] == []


@pytest.mark.parametrize("name", COURSE.assignment_names)
def test_a_korean_term_comes_once_in_a_notebook(name):
    found = glosses(name)
    assert len(found) >= 10
    assert [gloss for gloss, count in Counter(found).items() if count > 1] == []


@pytest.mark.parametrize("name", COURSE.assignment_names)
def test_what_a_notebook_links_to_lies_beside_it(name):
    folder = RELEASE / name
    links = [link for text in prose(name) for link in LINK.findall(text) if "://" not in link]
    assert "GLOSSARY.md" in links
    assert [link for link in links if not (folder / link).is_file()] == []
    assert (folder / "GLOSSARY.md").read_bytes() == (ROOT / "GLOSSARY.md").read_bytes()
