"""Colours can be told from their ground, and from each other, by every reader in both themes."""

from __future__ import annotations

import itertools
import math
import re

import pytest
from bs4 import BeautifulSoup
from nqpf.explorers import explorers
from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.style import TOKENS, colour, series, without_variables
from nqpf.site.explorer.html import drawn

THEMES = {"light": 0, "dark": 1}
GROUNDS = ("paper", "surface")
SERIES = [name for name in TOKENS if name.startswith("series-")]
WORDS = ("ink", "muted", "accent", "good", "bad", "words-3", "words-5")
# Machado, Oliveira and Fernandes (2009), full deficiency, on linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(token: str, theme: str) -> tuple[float, ...]:
    """Return a token's red, green and blue as amounts of light, from 0 to 1."""
    written = TOKENS[token][THEMES[theme]]
    parts = [int(written[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def contrast(first: str, second: str, theme: str) -> float:
    """Return the contrast ratio of the Web Content Accessibility Guidelines."""
    lights = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(name, theme), strict=True))
        for name in (first, second)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def oklab(light: tuple[float, ...]) -> tuple[float, ...]:
    """Return a colour in a space in which distance is difference seen (Ottosson 2020)."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in light)
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    long, middle, short = (cone ** (1 / 3) for cone in cones)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def seen(token: str, theme: str, deficiency: str | None) -> tuple[float, ...]:
    light = linear(token, theme)
    if deficiency is not None:
        rows = DEFICIENCIES[deficiency]
        light = tuple(sum(w * p for w, p in zip(row, light, strict=True)) for row in rows)
    return oklab(light)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_marks_stand_out_from_their_ground(theme: str, ground: str) -> None:
    for name in SERIES:
        assert contrast(name, ground, theme) >= 3, name


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SERIES)
def test_a_pale_colour_is_its_series_nearer_to_the_ground(name: str, theme: str) -> None:
    pale = name.replace("series", "pale")
    least = min(contrast(pale, ground, theme) for ground in GROUNDS)
    # As pale as 3:1 allows: one step of a channel further, and it would be less.
    assert 3 <= least < 3.15
    assert contrast(pale, "paper", theme) < contrast(name, "paper", theme)
    shade, whole, ground = (linear(one, theme) for one in (pale, name, "paper"))
    for part, full, empty in zip(shade, whole, ground, strict=True):
        assert min(full, empty) - 0.01 <= part <= max(full, empty) + 0.01


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_their_ground(theme: str, ground: str) -> None:
    for name in WORDS:
        assert contrast(name, ground, theme) >= 4.5, name


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_colours_of_one_chart_can_be_told_apart(theme: str, deficiency: str | None) -> None:
    for first, second in itertools.combinations(SERIES, 2):
        apart = math.dist(seen(first, theme, deficiency), seen(second, theme, deficiency))
        assert apart >= 0.08, (first, second, round(apart, 3))


@pytest.mark.parametrize("one", explorers().values(), ids=lambda one: one.slug)
def test_words_in_a_chart_can_be_read(one: Explorer) -> None:
    """Those on a mark are left to their authors: here is what stands on the page's ground."""
    for name, still in drawn(one.slug).items():
        for words in BeautifulSoup(still.svg, "html.parser").find_all("text"):
            filled = next(tag for tag in [words, *words.parents] if tag.get("fill"))
            token = re.match(r"var\(--nqpf-([\w-]+)", str(filled["fill"]))
            assert token, (name, words.get_text(), filled["fill"])
            if token[1] not in GROUNDS:
                for theme in THEMES:
                    assert contrast(token[1], "paper", theme) >= 4.5, (name, words.get_text())


def test_the_measure_of_contrast_is_the_published_one() -> None:
    assert math.dist(oklab((1, 1, 1)), (1, 0, 0)) < 1e-4
    assert math.dist(oklab((1, 0, 0)), (0.6280, 0.2249, 0.1258)) < 1e-3


def test_other_hosts_get_colours_that_they_know() -> None:
    given = {"range": series(2), "mark": {"color": colour("ink")}, "width": 3}
    assert without_variables(given) == {
        "range": [TOKENS["series-1"][0], TOKENS["series-2"][0]],
        "mark": {"color": TOKENS["ink"][0]},
        "width": 3,
    }
