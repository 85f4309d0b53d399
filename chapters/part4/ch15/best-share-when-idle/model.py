"""The share of output at which growth is highest, with some infrastructure idle."""


def given(draw):
    """Return an elasticity, a use and the share now."""
    return {
        "elasticity": draw.pick([0.08, 0.1, 0.12, 0.15, 0.18]),
        "use": draw.pick([0.5, 0.6, 0.7, 0.75]),
        "now": draw.pick([0.22, 0.25, 0.3]),
    }


def answer(elasticity):
    """Return the share at the top of the hump, found by going through shares one by one."""
    from nqpf.models.security.infrastructure import growth_with_infrastructure

    def growth(share):
        return growth_with_infrastructure(
            public_elasticity=elasticity,
            public_share=share,
            public_use=1.0,
            technology_level=0.3,
            time_preference=0.02,
            smoothing=2.0,
        )

    return max((step / 1000 for step in range(1, 601)), key=growth)


def wrong_less(elasticity, use):
    """Return the elasticity times use."""
    return elasticity * use


def wrong_more(elasticity, use):
    """Return the elasticity over use."""
    return elasticity / use


def wrong_stays(now):
    """Return the share now."""
    return now


def reject(elasticity, use, now):
    """Return whether two of the answers would be hard to tell apart."""
    return abs(elasticity / use - now) < 0.01
