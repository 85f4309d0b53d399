"""What chapter 18 says in words of ranks holds in its tables."""

from nqpf.explorers.ch18 import _provinces, _rankings, six_aspects


def ranks_of(province: str) -> list[float]:
    """Return a province's rank by every way of adding up and every rule of weights."""
    place = _provinces.NAMES.index(province)
    return [by[place] for way in _rankings.RANKS for by in way]


def test_indices_of_provinces_agree_on_the_ends() -> None:
    assert len(ranks_of("Beijing")) == 12
    assert set(ranks_of("Beijing")) == {1}
    last = len(_provinces.NAMES)
    assert set(ranks_of("Inner Mongolia")) == {last - 1, last}


def test_no_line_of_the_nine_countries_runs_level() -> None:
    by_aspect = dict(zip(six_aspects.ASPECTS, six_aspects.BY_ASPECT, strict=True))
    at = six_aspects.NAMES.index
    korea, america = at("Korea"), at("USA")
    assert (by_aspect[six_aspects.OPEN][korea], by_aspect[six_aspects.SECURE][korea]) == (1, 8)
    assert by_aspect[six_aspects.SECURE][america] == 1
    last = len(six_aspects.NAMES)
    assert by_aspect[six_aspects.OPEN][america] == last
    assert by_aspect[six_aspects.INCLUSIVE][america] == last
    israel = at("Israel")
    assert by_aspect[six_aspects.ADVANCED][israel] == 1
    assert by_aspect[six_aspects.COMPLETE][israel] == last


def test_the_first_by_a_product_leads_in_none_of_the_five() -> None:
    first = six_aspects.index_ranks(0, 1, 1).index(1)
    assert all(column[first] > 1 for column in six_aspects.BY_ASPECT)
