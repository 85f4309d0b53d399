"""The book's colours and the look of its charts, in light and dark, from one set of tokens.

A chart names a token; the page gives the token its colour in the reader's theme through a CSS
variable, and everywhere else the light colour stands in. The series colours stand 3:1 against
their background and far enough apart for colour-blind readers, and words 4.5:1; tests measure it.
The pale ones, for lines of a setting that is kept, are the series colours as near to their
background as 3:1 allows: what is near it already is hardly paler, and told apart by dashes alone.
"""

from __future__ import annotations

import re
from typing import Any

TOKENS: dict[str, tuple[str, str]] = {
    # name: (light, dark)
    "paper": ("#ffffff", "#14181f"),
    "surface": ("#f5f7fa", "#1d232d"),
    "ink": ("#1b1f27", "#e8ebf0"),
    "muted": ("#565f6e", "#a9b2c0"),
    "line": ("#c9d0da", "#3c4656"),
    "accent": ("#0b5cad", "#79b8ff"),
    "good": ("#11693c", "#63d297"),
    "bad": ("#b3261e", "#ff9b91"),
    "series-1": ("#1754d0", "#72b0fc"),
    "series-2": ("#ae4d11", "#f29a54"),
    "series-3": ("#138d87", "#78e1a6"),
    "series-4": ("#89369d", "#bb80be"),
    "series-5": ("#a3872b", "#f1c724"),
    "series-6": ("#5f6066", "#a6b6c1"),
    "pale-1": ("#648ce0", "#4a6f9e"),
    "pale-2": ("#c47d51", "#94633d"),
    "pale-3": ("#339c97", "#447860"),
    "pale-4": ("#b17abe", "#87608d"),
    "pale-5": ("#a68b32", "#7f6d21"),
    "pale-6": ("#8d8d92", "#646f78"),
    "words-3": ("#107d78", "#78e1a6"),
    "words-5": ("#856e23", "#f1c724"),
}

IN_WORDS = {"series-3": "words-3", "series-5": "words-5"}
"""Series colours that are too light for words on paper, and what words have in their place."""


def colour(token: str) -> str:
    """Return a token as charts write it: a CSS variable that falls back to the light colour.

    >>> colour("ink")
    'var(--nqpf-ink, #1b1f27)'
    """
    return f"var(--nqpf-{token}, {TOKENS[token][0]})"


def series(count: int) -> list[str]:
    """Return the first ``count`` series colours.

    >>> len(series(3))
    3
    """
    return [colour(f"series-{place}") for place in range(1, count + 1)]


def readable(value: Any) -> Any:
    """Return a specification in which marks of text have the colours of words."""
    if isinstance(value, list):
        return [readable(item) for item in value]
    if not isinstance(value, dict):
        return value
    mark = value.get("mark")
    if isinstance(mark, dict) and mark.get("type") == "text":
        tokens = {colour(series): colour(words) for series, words in IN_WORDS.items()}
        value = value | {"mark": {key: tokens.get(str(one), one) for key, one in mark.items()}}
    return {key: readable(item) for key, item in value.items()}


def without_variables(value: Any) -> Any:
    """Return a specification with light colours in place of CSS variables, for other hosts."""
    if isinstance(value, str):
        return re.sub(r"var\(--nqpf-[\w-]+, (#\w+)\)", r"\1", value)
    if isinstance(value, dict):
        return {key: without_variables(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_variables(item) for item in value]
    return value


def chart_config() -> dict[str, Any]:
    """Return the Vega-Lite configuration that every chart of the book shares."""
    return {
        "background": None,
        "font": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
        "view": {"stroke": None},
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "color": colour("muted"),
            "fontSize": 12,
            "fontWeight": "normal",
            "fontStyle": "italic",
            "offset": 8,
        },
        "axis": {
            "domainColor": colour("line"),
            "gridColor": colour("line"),
            "tickColor": colour("line"),
            "gridOpacity": 0.6,
            "labelColor": colour("muted"),
            "titleColor": colour("ink"),
            "labelFontSize": 12,
            # Room between labels: on a phone every second one goes rather than touch.
            "labelSeparation": 8,
            "labelFlush": False,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
        "legend": {
            "labelColor": colour("ink"),
            "titleColor": colour("ink"),
            "labelFontSize": 12,
            "titleFontSize": 12,
            "orient": "top",
            "direction": "horizontal",
            "columns": 2,
        },
        "range": {"category": series(6)},
        "line": {"strokeWidth": 2.5},
        "point": {"size": 50, "filled": True, "opacity": 1},
        "text": {"color": colour("ink"), "fontSize": 12},
        "rule": {"color": colour("muted")},
        # A line of the ground between the parts of a bar: not by colour alone.
        "bar": {"color": colour("series-1"), "stroke": colour("paper"), "strokeWidth": 0.75},
    }
