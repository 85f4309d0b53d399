"""What the patent office says of patents in force."""

from nqpf.prose import figure

PATENTS = "people_patents_2025"


def share(measure):
    """Return a figure of the office."""
    return figure("rules_findings", "value", source_id=PATENTS, measure=measure)


def given():
    """Return the part of high value and the part that is used."""
    return {
        "high": share("of these of high value") / share("in force and held at home"),
        "used": share("patents of enterprises that are put to use") / 100,
    }
