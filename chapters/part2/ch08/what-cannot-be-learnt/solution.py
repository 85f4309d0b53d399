from nqpf.algebra import let
from nqpf.models.learning.learning import learning_exponent


def cost_after_experience(*, learning_rate, experience_multiple):
    """Return unit cost once all that was ever made has grown by a multiple."""
    exponent = let("exponent", learning_exponent(learning_rate=learning_rate), "b_L")
    return 0.3 + 0.7 * experience_multiple**-exponent
