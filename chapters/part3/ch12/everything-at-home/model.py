"""From which chance of a cut-off it pays to make both goods."""


def given():
    """Return the case, and how many pairs each way brings."""
    hours, shirt, chip, price = 600.0, 1.0, 4.0, 2.0
    return {
        "hours": hours,
        "shirt": shirt,
        "chip": chip,
        "price": price,
        "broad": hours / (shirt + chip),
        "narrow": hours / shirt / (1 + price),
        "stranded": 40.0,
    }


def answer(broad, narrow, stranded):
    """Return the chance at which both bring the same on average."""
    return (narrow - broad) / (narrow - stranded)


def wrong_cost_only(broad, narrow):
    """Return what breadth costs in a quiet year."""
    return 1 - broad / narrow


def wrong_ratio(narrow, stranded):
    """Return the bad year over the quiet one."""
    return stranded / narrow
