"""Two fields with none, a quarter and all of the pairs across open."""

from nqpf.models.innovation.recombination import ideas_path


def ideas(connection):
    """Return the ideas after forty years."""
    return ideas_path(
        ideas=10.0, connection=connection, success_chance=0.1, tries_per_idea=0.3, years=40
    )[-1]


def given():
    """Return the ideas with no connection, a quarter and all of it."""
    return {"apart": ideas(0.0), "quarter": ideas(0.25), "full": ideas(1.0)}
