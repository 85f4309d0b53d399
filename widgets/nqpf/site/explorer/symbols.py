"""A quantity's LaTeX symbol as plain HTML, for labels, where a rendered equation is too much."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# One line for each letter would say no more.
NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega "
    "varepsilon vartheta varrho varsigma ell"
)
GREEK = dict(zip(NAMES.split(" "), "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩεϑϱςℓ", strict=True))
ACCENTS = {"bar": "\u0304", "hat": "\u0302", "tilde": "\u0303", "dot": "\u0307"}


def symbol_html(latex: str) -> Markup:
    r"""Return a symbol as HTML: ``g_{A,i}`` becomes *g* with a subscript.

    >>> symbol_html(r"\alpha_K")
    Markup('<i>α</i><sub>K</sub>')
    """
    text = re.sub(r"\\(?:mathrm|text|mathit)\{([^{}]*)\}", r"\1", latex)
    text = re.sub(r"\\(bar|hat|tilde|dot)\s*\{?(\\?\w)\}?", lambda m: m[2] + ACCENTS[m[1]], text)
    text = re.sub(r"\\([A-Za-z]+)", lambda m: GREEK.get(m[1], m[1]), text)
    match = re.fullmatch(r"([^_^]+)(?:_\{?([^{}^]*)\}?)?(?:\^\{?([^{}]*)\}?)?", text)
    if match is None:
        raise ValueError(f"{latex!r} is too much for a label: use a simpler symbol.")
    stem, below, above = match.groups()
    html = Markup("<i>{}</i>").format(stem.strip())
    html += Markup("<sub>{}</sub>").format(escape(below)) if below else Markup("")
    return html + (Markup("<sup>{}</sup>").format(escape(above)) if above else Markup(""))
