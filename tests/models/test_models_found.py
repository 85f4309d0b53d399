"""What there is can be found: from the package down, by words, and under its name of before."""

import importlib

import nqpf
import nqpf.models
import pytest
from nqpf.explorers.core import parts
from nqpf.models.growth import drivers


def test_the_package_lists_what_a_reader_uses():
    listed = {"algebra", "data", "exercises", "explorers", "models", "__version__"}
    assert set(dir(nqpf)) == listed
    assert all(getattr(nqpf, name) for name in listed)
    with pytest.raises(AttributeError, match="nqpf' has no attribute 'figures'"):
        _ = nqpf.figures


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trap", "nqpf.models.innovation.frontier.best_switching_point"),
        ("Patent LIFE", "nqpf.models.innovation.rules_of_the_game.best_patent_life"),
        ("solow residual", "nqpf.models.growth.growth.growth_of_productivity"),
    ],
)
def test_a_model_is_found_by_its_words(words, found):
    assert found in nqpf.models.find(words)


def test_a_part_of_a_word_finds_nothing_else():
    """The trapezoids of an integral are no trap."""
    assert all("frontier" in name for name in nqpf.models.find("trap"))
    assert nqpf.models.find("no such words here") == []


def test_old_names_of_modules_are_known_for_one_more_edition():
    assert importlib.import_module("nqpf.models.drivers").Drivers is drivers.Drivers
    assert importlib.import_module("nqpf.explorers.parts").slider is parts.slider
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("nqpf.models.never_was")
