"""How often each exercise was tried and how many hints were asked for, since Python started."""

from __future__ import annotations

from collections import Counter

tries: Counter[str] = Counter()
hints: Counter[str] = Counter()
