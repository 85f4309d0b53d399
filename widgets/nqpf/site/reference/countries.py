"""Countries by their names in the reader's language, from the codes that the data use."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from nqpf.words import LANGUAGE


def place_name(code: str) -> str:
    """Return a country's name for its three-letter code, and any other text as it is.

    >>> place_name("CHN"), place_name("east")
    ('China', 'east')
    """
    if len(code) != 3 or not code.isupper():
        return code
    (short, *_others) = get_global("territory_aliases").get(code, [code])
    return str(Locale.parse(LANGUAGE).territories.get(short, code))
