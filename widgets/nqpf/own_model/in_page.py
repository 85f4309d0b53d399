"""A reader's model inside the page's Python; called by the worker with JSON, answered in JSON."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from typing import Any

from nqpf.explorers import explorer
from nqpf.own_model.checks import checks
from nqpf.own_model.running import Changed, Filling, changed, equations, traced, tried
from nqpf.readers_code.running import Fault, Printed


def run(request: str) -> str:
    """Return the answer to a request as JSON.

    ``{"ask": "ready", "slug": …}`` imports what an explorer needs; ``{"ask": "run", "slug": …,
    "code": …, "setting": …}`` answers with the steps of the reader's model, its equations and the
    book's checks, or with ``{"fault": …}``. Where values stand in a lattice it may take longer: it
    answers ``{"done": …, "all": …}`` in settings, and ``{"ask": "go on", "slug": …}`` goes on.
    """
    asked = json.loads(request)
    try:
        with redirect_stdout(Printed()):
            return json.dumps(ASKED[asked["ask"]](asked))
    except Fault as fault:
        told = {"sentence": fault.sentence, "python": fault.python, "text": fault.text}
        return json.dumps({"fault": told | {"line": fault.line}})
    except MemoryError:
        return json.dumps({"out_of_memory": True})


def made_ready(asked: dict[str, Any]) -> dict[str, Any]:
    """Import an explorer and its models, so that no limit of time has to count it."""
    return {"ready": explorer(asked["slug"]).slug}


def ran(asked: dict[str, Any]) -> dict[str, Any]:
    """Return what a reader's model computes, and what the book says of it."""
    slug, code = asked["slug"], asked["code"]
    now = changed(slug, code)
    if not now.names:
        return {"names": []}
    tried(now.explorer, code, asked.get("setting", {}))
    _begun[slug] = now, Filling(now, code)
    return went_on(asked)


def went_on(asked: dict[str, Any]) -> dict[str, Any]:
    """Return what a model computes that was begun, or how far its lattices are."""
    slug = asked["slug"]
    if slug not in _begun:
        return {"stopped": True}
    now, filling = _begun.pop(slug)
    filling.go_on()
    if filling.left:
        _begun[slug] = now, filling
        return {"done": filling.all - len(filling.left), "all": filling.all}
    return {
        "names": now.names,
        "model": traced(now.explorer, filling.code),
        "equations": equations(slug, now),
        "checks": checks(slug, now),
    }


_begun: dict[str, tuple[Changed, Filling]] = {}
"""Of each explorer the model that the page waits for; what is run anew takes its place."""

ASKED = {"ready": made_ready, "run": ran, "go on": went_on}
