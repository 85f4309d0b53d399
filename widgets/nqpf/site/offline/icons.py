"""The book's sign as pictures for a phone's home screen, drawn from the one SVG that pages show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import vl_convert

SOURCE = Path(__file__).parents[1] / "static" / "favicon.svg"
FOLDER = Path("_static") / "nqpf"
GROUND = re.compile(r'<rect width="(\d+)" height="\d+" rx="\d+" fill="([^"]+)"/>')


class NoSign(ValueError):
    """The book's sign has no ground that could be spread."""


class Icon(NamedTuple):
    """A picture of the sign: its side in pixels, and whether a system cuts it to its own shape."""

    side: int
    cut: bool

    @property
    def file(self) -> str:
        """Return its place in the site."""
        kind = "cut-" if self.cut else ""
        return (FOLDER / f"icon-{kind}{self.side}.png").as_posix()


# Android asks for the first three, iPhones for the last.
ICONS = (Icon(192, False), Icon(512, False), Icon(512, True), Icon(180, True))


def write_icons(site: Path) -> None:
    """Write the pictures that are not there yet, or not of this sign."""
    sign = SOURCE.read_text(encoding="utf-8")
    for icon in ICONS:
        (site / icon.file).write_bytes(picture(sign, icon))


def picture(sign: str, icon: Icon) -> bytes:
    """Return the sign as a PNG."""
    drawn = spread(sign) if icon.cut else sign
    sized = drawn.replace("<svg ", f'<svg width="{icon.side}" height="{icon.side}" ', 1)
    return vl_convert.svg_to_png(sized, scale=1)


def spread(sign: str) -> str:
    """Return the sign smaller, on a ground that goes on to the edge, so that nothing is cut off.

    What a system cuts out holds at least a circle of four fifths of the side.
    """
    found = GROUND.search(sign)
    if not found:
        raise NoSign(
            f"{SOURCE.name}: a <rect> with width, height, rx and fill is to be its ground."
        )
    side, fill = int(found[1]), found[2]
    edge = side * 3 // 16
    whole = side + 2 * edge
    ground = f'<rect x="{-edge}" y="{-edge}" width="{whole}" height="{whole}" fill="{fill}"/>'
    framed = re.sub(r'viewBox="[^"]*"', f'viewBox="{-edge} {-edge} {whole} {whole}"', sign)
    return GROUND.sub(ground, framed)
