"""What a coarse ruler shows when a fifth of the fine categories is missing."""

from nqpf import data
from nqpf.models.structure.completeness import coverage_of_class


def given():
    """Return the share that is there and the marks of both rulers."""
    fine, coarse = (
        next(
            float(row["finest"])
            for row in data.rows("industry_rulers")
            if row["classification"] == name
        )
        for name in ("GB/T 4754-2017", "ISIC Rev.4")
    )
    return {"presence": 0.8, "fine": fine, "coarse": coarse}


def answer(presence, fine, coarse):
    """Return the share of coarse classes that counts."""
    return coverage_of_class(presence=presence, fine_per_coarse=fine / coarse)


def wrong_same(presence):
    """Return the share of fine categories."""
    return presence


def wrong_all_needed(presence, fine, coarse):
    """Return the share of classes in which nothing is missing."""
    return presence ** (fine / coarse)


def wrong_divided(presence, fine, coarse):
    """Return the whole less the missing part over the categories of a class."""
    return 1 - (1 - presence) / (fine / coarse)
