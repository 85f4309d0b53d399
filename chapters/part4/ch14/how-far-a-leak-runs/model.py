"""Firms that a leak has reached when it is noticed, drawn."""

from nqpf.models.security.breach import firms_hit


def given(draw):
    """Return partners, a chance and rounds."""
    return {
        "partners": float(draw.whole(3, 8)),
        "chance": draw.step(0.1, 0.3, 0.05),
        "rounds": float(draw.whole(2, 4)),
    }


def answer(partners, chance, rounds):
    """Return how many firms are hit."""
    return firms_hit(data_partners=partners, leak_chance=chance, rounds_unnoticed=rounds)


def wrong_first_round(partners, chance):
    """Return the first firm and those of the first round."""
    return 1 + partners * chance


def wrong_back_again(partners, chance, rounds):
    """Return the sum if each reached as many as the first."""
    return sum((partners * chance) ** one for one in range(int(rounds) + 1))


def wrong_without_first(partners, chance, rounds):
    """Return the sum without the first firm."""
    return answer(partners, chance, rounds) - 1


def reject(partners, chance, rounds):
    """Return whether two answers are close, or very many firms are hit."""
    found = [
        answer(partners, chance, rounds),
        wrong_first_round(partners, chance),
        wrong_back_again(partners, chance, rounds),
        wrong_without_first(partners, chance, rounds),
    ]
    close = any(
        abs(one - other) < 0.2 for place, one in enumerate(found) for other in found[:place]
    )
    return close or found[0] > 20
