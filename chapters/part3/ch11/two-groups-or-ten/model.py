"""The part of moving in China's growth with two groups and with ten sectors."""

from nqpf import data
from nqpf.models.structure.structural_change import two_parts_of_growth

EDITION, FIRST, LAST = "10-sector 2014", 1978, 2003
LATE = "community and personal"


def sectors(year):
    """Return people and value added by sector in a year."""
    rows = [row for row in data.rows("sectors_china") if row["edition"] == EDITION]
    return {
        row["sector"]: (row["employment_thousand"] / 1000, row["value_added_billion"])
        for row in rows
        if row["year"] == year
    }


def grouped(year, two):
    """Return people and output per worker of ten sectors, or of farming and the rest."""
    listed = sectors(year)
    groups = [[name] for name in listed]
    if two:
        groups = [["agriculture"], [name for name in listed if name != "agriculture"]]
    people = [sum(listed[name][0] for name in group) for group in groups]
    made = [sum(listed[name][1] for name in group) for group in groups]
    return people, [one / own for one, own in zip(made, people, strict=True)]


def moving(two):
    """Return the part of growth that came from moving."""
    (people, made), (later_people, later) = grouped(FIRST, two), grouped(LAST, two)
    found = two_parts_of_growth(
        sector_employment_start=people,
        sector_employment_end=later_people,
        sector_productivity_start=made,
        sector_productivity_end=later,
    )
    return found.between / sum(found)


def given():
    """Return both parts, and what became of the sector to which many went."""
    start, end = sectors(FIRST), sectors(LAST)
    people, made = (sum(one[place] for one in end.values()) for place in (0, 1))
    return {
        "two": moving(True),
        "ten": moving(False),
        "start": start[LATE][0] / sum(one[0] for one in start.values()),
        "end": end[LATE][0] / people,
        "made": end[LATE][1] / end[LATE][0] / (made / people),
    }
