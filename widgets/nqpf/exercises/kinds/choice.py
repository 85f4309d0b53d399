"""Choice: one option, several, or statements to sort under labels; each answers for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from nqpf.exercises.choosing import LETTERS, Unread, labels_chosen, places
from nqpf.exercises.comparing import as_plain
from nqpf.exercises.draws import Draw
from nqpf.exercises.figures import fill, literal
from nqpf.exercises.givens import Givens
from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result, right
from nqpf.exercises.source import Fields, Source
from nqpf.words import LANGUAGE, _, said

LONGEST_SHOWN = 100
"""How many characters of what could not be read are shown again."""
FIELDS: Fields = {"text": str, "message": str, "correct": (bool, str), "label": str}


@dataclass(frozen=True)
class Option:
    """An option or statement: its text, what is said when it is chosen, and the truth about it.

    ``truth`` is whether it is right, or the position of the label under which it belongs.
    """

    text: str
    message: str
    truth: int


class Choice:
    """A question with options."""

    kind: ClassVar[str] = "choice"

    def __init__(self, source: Source) -> None:
        self.givens = Givens(source, may_draw=False)
        self.multiple = bool(source.take("multiple", bool, False))
        self.labels = tuple(source.texts("labels"))
        shuffle = source.take("shuffle", bool, False)
        options = [self._option(source, r) for r in source.records("option", FIELDS, fewest=2)]
        self.options = Draw(source.slug).shuffled(options) if shuffle else options
        rights = sum(option.truth for option in self.options)
        if not self.labels and (rights < 1 or (rights > 1 and not self.multiple)):
            raise source.wrong("option", "one that is correct is expected, or multiple = true")
        if not self.labels and rights == len(options):
            raise source.wrong("option", "one that is not correct is expected")

    def _option(self, source: Source, record: dict[str, Any]) -> Option:
        for name in ("text", "message"):
            if not record.get(name):
                raise source.wrong(f"option, {name}", "a text is expected: every option answers")
        text, message = (fill(record[name], self.figures("0")) for name in ("text", "message"))
        return Option(text, message, self._truth(source, record))

    def _truth(self, source: Source, record: dict[str, Any]) -> int:
        name = "label" if self.labels else "correct"
        value: Any = record.get(name, False)
        if isinstance(value, str) and value not in self.labels:
            value = self.givens.call(source.function(value, f"option, {name}"))
            # A model names a label as the file does, in English.
            value = said(value) if isinstance(value, str) else value
        if not self.labels:
            return int(value)
        if value not in self.labels:
            raise source.wrong("option, label", f"one of {', '.join(self.labels)} is expected")
        return self.labels.index(value)

    def figures(self, seed: str) -> dict[str, str]:
        """Return the figures of the texts."""
        return self.givens.texts(seed)

    def messages(self) -> list[str]:
        """Return the texts and messages of the options."""
        return [text for option in self.options for text in (option.text, option.message)]

    def solution(self, seed: str) -> Any:
        """Return the number of the right option (from 1), their list, or a label for each."""
        if self.labels:
            return [self.labels[option.truth] for option in self.options]
        rights = [place for place, o in enumerate(self.options, start=1) if o.truth]
        return rights if self.multiple else rights[0]

    def key(self) -> str:
        """Return what is right in words, made from the options themselves, as Markdown."""
        if not self.labels:
            rights = [_quoted(option.text) for option in self.options if option.truth]
            return _("Right: {options}.").format(options=_("; ").join(rights))
        sorted_under = [
            (label, [_quoted(o.text) for o in self.options if o.truth == place])
            for place, label in enumerate(self.labels)
        ]
        return "\n".join(
            f"- **{label}**{_(': ')}{_('; ').join(texts)}{_('.')}" for label, texts in sorted_under
        )

    def check(self, answer: Any, seed: str) -> Result:
        """Return what the chosen options answer: numbers from 1, letters, or labels in order."""
        given = as_plain(answer)
        if given is None or given == "" or given == []:
            return Result(False, phrases()["nothing"], "nothing")
        count = len(self.options)
        try:
            if self.labels:
                return self._check_labels(labels_chosen(given, self.labels, count))
            chosen = sorted(set(places(given, count)))
        except Unread as unread:
            return self._unread(str(unread))
        except IndexError as error:
            said = phrases()["labels_read"].format(read=error.args[0], count=count)
            return Result(False, said, "nothing")
        return self.judge(chosen)

    def _unread(self, written: str) -> Result:
        name, last = "no_option", LETTERS[len(self.options) - 1]
        if self.labels:
            name = "no_label"
        said = phrases()[name].format(
            written=literal(written[:LONGEST_SHOWN]),
            last=last,
            count=len(self.options),
            labels=_("; ").join(self.labels),
        )
        return Result(False, said, "nothing")

    def judge(self, chosen: Sequence[int]) -> Result:
        """Return the verdict on chosen options: the first wrong one speaks first."""
        wrong = [n for n in chosen if not self.options[n - 1].truth]
        if wrong:
            return Result(False, self.options[wrong[0] - 1].message, f"option-{wrong[0]}")
        if len(chosen) < sum(option.truth for option in self.options):
            return Result(False, phrases()["missing"], "missing")
        return right(" ".join(self.options[n - 1].message for n in chosen))

    def _check_labels(self, chosen: Sequence[int]) -> Result:
        wrong = [n for n, o in enumerate(self.options) if chosen[n] != o.truth]
        if not wrong:
            return right(phrases()["right"])
        count = phrases()["sorted"].format(right=len(chosen) - len(wrong), all=len(chosen))
        first = self.options[wrong[0]]
        return Result(False, f"{count} *{first.text}* {first.message}", f"option-{wrong[0] + 1}")


def _quoted(text: str) -> str:
    if LANGUAGE != "en":  # quotation marks inside others are single ones
        text = text.replace("“", "‘").replace("”", "’")
    return f"“{text.rstrip('.。')}”"
