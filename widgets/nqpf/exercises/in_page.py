"""Checks of code inside the page's Python; called by the worker with JSON and answered in JSON."""

from __future__ import annotations

import json
from typing import Any

from nqpf.exercises.kinds.code import CodeResult
from nqpf.readers_code.running import shortened


def run(request: str) -> str:
    """Return the verdict on ``{"slug": …, "code": …, "seed": …}`` as JSON.

    The page holds the messages; the verdict names the case. A lack of memory is reported, because
    after it nothing in this Python can be relied on.
    """
    from nqpf.exercises import find

    asked = json.loads(request)
    try:
        result = find(asked["slug"]).task.check(asked["code"], asked["seed"])
        return json.dumps(as_json(result))
    except MemoryError:
        return json.dumps({"correct": False, "tag": "memory", "out_of_memory": True})


def as_json(result: Any) -> dict[str, Any]:
    """Return a verdict as plain values."""
    found = {"correct": result.correct, "tag": result.tag, "message": result.message}
    if not isinstance(result, CodeResult):
        return found
    found |= {
        "place": result.place,
        "call": shortened(result.call),
        "expected": result.expected,
        "got": result.got,
        "printed": result.printed,
    }
    if result.fault is not None:
        fault = result.fault
        found["fault"] = {
            "sentence": fault.sentence,
            "python": fault.python,
            "line": fault.line,
            "text": fault.text,
        }
    return found
