"""Explorers as HTML: the page version, complete before any script runs."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from typing import Any

from markupsafe import Markup

from nqpf.explorers import explorer
from nqpf.explorers.afresh.used import used
from nqpf.explorers.core.compiled import Compiled, compiled
from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.display import for_other_hosts
from nqpf.explorers.core.names import names
from nqpf.explorers.core.parts import Control, gap_of, number
from nqpf.site.build.stills import Drawn, Still, explorer_drawn
from nqpf.site.datasets.vintages import editions
from nqpf.site.explorer.symbols import symbol_html
from nqpf.site.explorer.uses import read
from nqpf.site.keep.keep import shared_words
from nqpf.site.own_model import own_model
from nqpf.site.own_model.own_model import frame_script, panel
from nqpf.site.reference.citations import citation
from nqpf.site.sketch.sketch import sketch_plan
from nqpf.site.take_along.citing import book
from nqpf.site.take_along.take_along import taken_along
from nqpf.site.templating import json_for_script, templates
from nqpf.words import EDITION, TAG, _

# The settings in which the length of what is said is looked at.
CORNERS = 24


def figure(slug: str, root: str, *, ask: bool = False, scene: bool = False) -> Markup:
    """Return the explorer of that slug as HTML; ``root`` leads from its page to the site's root.

    With ``ask`` the reader guesses first, if the explorer is declared so; in a ``scene`` of a
    lecture a curve is drawn when the lecturer asks for it.
    Raises ``UnknownExplorer`` naming the nearest slugs.
    """
    one = compiled(explorer(slug).slug)
    template = templates().get_template("explorer/explorer.html")
    return Markup(
        template.render(
            explorer=one.explorer,
            view=one.explorer.at(),
            longest=longest(slug),
            stills={name: Markup(still.svg) for name, still in drawn(slug).items()},
            plan=Markup(json_for_script(page_plan(one, ask=ask, scene=scene))),
            guess=one.explorer.guess if ask else None,
            sketch=one.explorer.sketch if ask or scene else None,
            sketch_asks=ask,
            played=next((c for c in one.explorer.controls if c.name == one.explorer.play), None),
            symbols={c.name: symbol_html(c.symbol) for c in one.explorer.controls if c.symbol},
            editions=editions(one.explorer),
            sources=[citation(key, root) for key in one.explorer.sources],
            along=taken_along(
                one.explorer, tallness(slug), has_panel=bool(own_model.functions(slug))
            ),
            # What Vega draws is drawn whole: no other setting could stay behind it.
            keeps=one.explorer.keeps and drawing(slug).make is not None,
            own_model=panel(slug, root),
            root=root,
        )
    )


@functools.cache
def drawing(slug: str) -> Drawn:
    """Return an explorer as it is drawn, at build and in the page."""
    return explorer_drawn(compiled(slug))


def drawn(slug: str) -> dict[str, Still]:
    """Return an explorer's stills by width's name."""
    return drawing(slug).stills


def tallness(slug: str) -> float:
    """Return how tall an explorer's wide chart is, as a part of its width."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn(slug)["wide"].svg)
    assert found, f"{slug}: a still without a size"
    return float(found[2]) / float(found[1])


def embed(slug: str) -> str:
    """Return the explorer alone on a page, to stand in a frame on another site."""
    one = explorer(slug)
    template = templates().get_template("explorer/alone.html")
    along = taken_along(one, tallness(slug), has_panel=bool(own_model.functions(slug)))
    return template.render(
        title=one.title,
        question=one.question,
        slug=one.slug,
        figure=shared_words() + own_model.shared_words() + figure(slug, "../"),
        along=along,
        book=book(),
        shown=slug in read(along["place"].address.removesuffix(".html")).explorers,
        language=TAG,
        root="../",
    )


@functools.cache
def longest(slug: str) -> list[str]:
    """Return each sentence of an explorer with the longest that its values become, about.

    Words are known; numbers are longest at the ends of controls, or hardly longer in between.
    """
    one = explorer(slug)
    ends = [one.at(**setting) for setting in one.settings_grid(CORNERS)]
    found = []
    for sentences in zip(one.at().sentences, *(view.sentences for view in ends), strict=True):
        pieces = []
        for piece in sentences[0].pieces():
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            name, value = piece
            numbers = (value.text(number(s.values[name].value)) for s in sentences)
            pieces.append(max(value.words or numbers, key=len))
        found.append("".join(pieces))
    return found


def control_plan(control: Control) -> dict[str, Any]:
    """Return what the page's script needs to know of a control."""
    return {
        "name": control.name,
        "label": control.label,
        "start": control.start,
        "low": control.low,
        "high": control.high,
        "step": control.step,
        "form": control.form.as_json(),
        "options": list(control.options),
    }


def guess_plan(explorer: Explorer) -> dict[str, Any]:
    """Return what the page's script needs to ask for a guess, and to say how far off it was."""
    guess, asked = explorer.guess, explorer.predict
    if guess is None or asked is None:
        return {}
    return {
        "guess": {
            "readout": asked.readout,
            "control": control_plan(guess),
            "gap": gap_of(guess.form).as_json(),
            "words": {
                "less": _("You guessed {guess}. The model says {value}: {gap} less."),
                "more": _("You guessed {guess}. The model says {value}: {gap} more."),
                "same": _("You guessed {guess}, and so says the model."),
                "skipped": _("No guess this time: here is what the model says."),
                "mark": _("(your guess: {guess})"),
                "yours": _("Your guess"),
            },
        }
    }


def page_plan(one: Compiled, *, ask: bool = False, scene: bool = False) -> dict[str, Any]:
    """Return what the page's script needs to know of an explorer before it comes near."""
    explorer: Explorer = one.explorer
    drawn_first = sketch_plan(explorer, asks=ask) if explorer.sketch and (ask or scene) else {}
    return (
        (guess_plan(explorer) if ask else {})
        | drawn_first
        | {
            "slug": explorer.slug,
            "script": f"{EDITION}embed/{explorer.slug}.js?v={version(explorer.slug)}",
            "controls": [control_plan(control) for control in explorer.controls],
            "words": {
                "clamped": _("{control} was brought into its range: {value}."),
                "rounded": _("{control} moves in steps: it was brought to {value}."),
                "ignored": _("Part of the address was not understood and was left out."),
                "unavailable": _("The live chart could not be loaded: load the page again."),
                "unreadable": _("“{text}” is not a number, so nothing was changed."),
            },
        }
    )


def hold_plan(explorer: Explorer) -> dict[str, Any]:
    """Return what the page's script needs so that a reader can take hold of the chart."""
    return {
        "label": _("Values in the chart: {title}").format(title=explorer.title),
        "help": _("Left and right step along a line, up and down lead to the next; Escape hides."),
        "colon": _(": "),
        "semicolon": _("; "),
    }


@functools.cache
def script(slug: str) -> str:
    """Return the script that an explorer's page loads when it comes near, which makes it live."""
    one = compiled(slug)
    view = one.explorer.at()
    made = drawing(slug)
    called = names(one.explorer)
    told = {
        "values": {
            name: {
                "signal": one.readouts[name],
                "form": value.form.as_json(),
                "words": list(value.words),
                "what": called.get(name, ""),
            }
            for name, value in view.values().items()
        },
        "tables": {
            name: {
                "dataset": one.datasets[name],
                "columns": [
                    {"name": key, "form": column.form.as_json() if column.form else None}
                    for key, column in table.columns.items()
                ],
            }
            for name, table in view.tables.items()
        },
    }
    if made.make is None:
        sizes = {name: still.sizes for name, still in made.stills.items()}
        told |= {"specification": one.vega, "sizes": sizes}
    else:
        told |= {"frames": made.frames, "hold": hold_plan(one.explorer)}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    if made.make is not None:
        text = f"{text[:-1]},make:{made.make}}}"
    return f"(self.nqpfExplorers??={{}})[{json.dumps(slug)}]={text};\n"


def frame(slug: str) -> str:
    """Return the script that tells of an explorer's frame; nothing where none is drawn anew."""
    return frame_script(slug, drawing(slug)) if used(slug) else ""


def version(slug: str) -> str:
    """Return a mark of an explorer's script, so that browsers do not keep an earlier one."""
    return hashlib.sha256(script(slug).encode()).hexdigest()[:8]


def vega_lite(slug: str) -> str:
    """Return an explorer's chart as Vega-Lite for other hosts."""
    return json.dumps(for_other_hosts(explorer(slug)), ensure_ascii=False)
