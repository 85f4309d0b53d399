"""What a reader gets wrong is answered in one sentence, in a script and in a notebook."""

import io
from contextlib import redirect_stdout

import pytest
from IPython.core.interactiveshell import InteractiveShell
from nqpf import data
from nqpf.exercises import UnknownExercise, exercise
from nqpf.explorers import UnknownExplorer, explorer, explorers
from nqpf.models.growth.growth import growth_of_productivity

GROWTH = {"output_growth": 0.06, "capital_growth": 0.08, "labour_growth": -0.005}
WRONG = {
    "a value out of range": (
        lambda: growth_of_productivity(**GROWTH, capital_share=1.5),
        ValueError,
        "capital_share = 1.5 is outside",
    ),
    "no number": (
        lambda: growth_of_productivity(**GROWTH, capital_share="half"),
        TypeError,
        "capital_share must be a number",
    ),
    "an unknown argument": (
        lambda: growth_of_productivity(**GROWTH, capital_part=0.4),
        TypeError,
        "has no argument 'capital_part'; nearest: capital_",
    ),
    "a missing argument": (
        lambda: growth_of_productivity(**GROWTH),
        TypeError,
        "growth_of_productivity is not given capital_share. It takes: output_growth,",
    ),
    "arguments by place": (
        lambda: growth_of_productivity(0.06, 0.08, -0.005, 0.4),
        TypeError,
        "takes its arguments by name, as in growth_of_productivity(output_growth=…)",
    ),
    "an unknown explorer": (
        lambda: explorer("source-of-growth"),
        UnknownExplorer,
        "Did you mean sources-of-growth",
    ),
    "an unknown exercise": (
        lambda: exercise("residual-by-foot"),
        UnknownExercise,
        "Did you mean residual-by-hand",
    ),
    "an unknown table": (lambda: data.rows("labor_share"), data.UnknownDataset, "labour_share"),
    "an unknown control": (
        lambda: explorer("sources-of-growth").readouts(share=1.0),
        ValueError,
        "sources-of-growth has no control",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_in_one_sentence_without_a_traceback(case: str) -> None:
    wrong, kind, said = WRONG[case]
    with pytest.raises(kind) as found:
        wrong()
    sentence = str(found.value)
    assert said in sentence
    assert "\n" not in sentence
    shell = InteractiveShell.instance()
    shell.user_ns["wrong"] = wrong
    with redirect_stdout(io.StringIO()) as shown:
        shell.run_cell("wrong()")
    assert shown.getvalue().strip() == f"{kind.__name__}: {sentence}"


def test_an_explorer_far_from_every_name_is_answered_with_three() -> None:
    with pytest.raises(UnknownExplorer) as found:
        explorer("zzz")
    assert sum(slug in str(found.value) for slug in explorers()) == 3
