"""What holds for every model there is; a new model needs no new test here."""

import ast
import inspect
import itertools
import math
import re
import subprocess
import sys
from pathlib import Path

import nqpf.models
import numpy as np
import pytest
from model_points import all_models, headline_models, points
from nqpf.algebra import (
    AlgebraError,
    VegaWriter,
    declaration_of,
    equation,
    is_traced,
    notation,
    symbol,
)

MODELS = all_models()

# Models whose code has no equation in one general element, and why.
WITHOUT_EQUATION = {
    "precision_path": "a path of many periods; precision_next is its step",
    "proximity_path": "a path of many years; next_proximity is its step",
    "true_output_path": "a path of many years; intangible_capital_next is its step",
    "measured_output_path": "a path of many years; intangible_capital_next is its step",
    "ideas_path": "a path of many years, from tries and pairs that are left",
    "unit_cost_path": "a path of many years; cost_after_experience is its formula",
    "worth_of_infant_path": "a sum over many years; cost_of_infant and world_price make its terms",
    "next_stocks_of_loop": "each numbered stock receives from the one before it",
    "effect_of_layers": "each numbered layer rests on the one beneath it",
    "shapley_payments": "enumerates coalitions of numbered factors",
    "shapley_gains": "enumerates coalitions of numbered subsystems",
    "production_by_region": "the first region makes what the others no longer do",
    "gain_from_large_plants": "the first region makes what the others no longer do",
    "gains_of_raising_one": "raises one numbered subsystem at a time",
    "synergy_of_subsystems": "raises one numbered subsystem at a time",
    "chance_of_overlap": "counts with whole numbers, which are never traced",
}


def every(models=MODELS):
    return pytest.mark.parametrize("function", models, ids=lambda f: f.__name__)


def flat(result):
    """Return a model's result as a list of numbers or arrays."""
    return list(result) if isinstance(result, tuple) else [result]


def listed(function):
    return {name for name, q in declaration_of(function).quantities.items() if q.each}


def whole(function):
    return {name for name, q in declaration_of(function).quantities.items() if q.whole}


@every()
def test_finite_and_real_at_every_corner_and_at_random_points(function):
    for point in points(function):
        for value in flat(function(**point)):
            assert isinstance(value, (float, int)), (point, value)
            assert math.isfinite(value), (point, value)


def shape(function, point):
    """What points must share to be stacked into arrays: whole numbers and lengths of lists."""
    lengths = tuple(len(point[name]) for name in sorted(listed(function)))
    return lengths, tuple(point[name] for name in sorted(whole(function)))


def stacked(function, group):
    arguments = {}
    for name in group[0]:
        values = [point[name] for point in group]
        if name in listed(function):
            arguments[name] = [np.array(column) for column in zip(*values, strict=True)]
        else:
            arguments[name] = values[0] if name in whole(function) else np.array(values)
    return arguments


@every()
def test_arrays_give_what_numbers_give(function):
    if all(quantity.whole for quantity in declaration_of(function).quantities.values()):
        with pytest.raises(TypeError):
            function(**{name: np.full(2, value) for name, value in points(function)[0].items()})
        return
    ordered = sorted(points(function), key=lambda point: shape(function, point))
    for _, same in itertools.groupby(ordered, key=lambda point: shape(function, point)):
        group = list(same)
        one_by_one = np.array([flat(function(**point)) for point in group], dtype=float)
        together = np.stack(
            [
                np.broadcast_to(value, len(group))
                for value in flat(function(**stacked(function, group)))
            ],
            axis=1,
        )
        np.testing.assert_allclose(together, one_by_one, rtol=1e-9, atol=1e-12)


@every([model for model in MODELS if model.__name__ not in WITHOUT_EQUATION])
def test_the_equation_is_printed_from_the_code(function):
    printed = equation(function).latex
    for name in declaration_of(function).symbols:
        assert name in printed
    for quantity in declaration_of(function).quantities.values():
        stem = quantity.symbol.partition("_")[0]
        assert quantity.whole or stem in printed, quantity
    assert printed.count("{") == printed.count("}")


def test_what_has_no_equation_refuses_to_print_one():
    by_name = {model.__name__: model for model in MODELS}
    for name in WITHOUT_EQUATION:
        with pytest.raises(AlgebraError):
            equation(by_name[name])


def traced_arguments(function):
    """Return traced arguments: three to a list; whole numbers stay as they are."""
    arguments = {}
    for name, quantity in declaration_of(function).quantities.items():
        if quantity.each:
            arguments[name] = [symbol(f"p_{name}_{i}", quantity.symbol) for i in range(3)]
        elif quantity.whole:
            arguments[name] = quantity.default
        else:
            arguments[name] = symbol(f"p_{name}", quantity.symbol)
    return arguments


@every()
def test_a_chart_gets_every_result_or_the_model_says_why_not(function):
    if all(quantity.whole for quantity in declaration_of(function).quantities.values()):
        name = next(iter(whole(function)))
        with pytest.raises(AlgebraError, match="counts steps"):
            function(**traced_arguments(function) | {name: symbol("p", "p")})
        return
    writer = VegaWriter()
    for value in flat(function(**traced_arguments(function))):
        if is_traced(value):
            assert re.fullmatch(r"v_\w+", writer.expression(value))
        else:
            assert math.isfinite(value)
    assert writer.parameters


@every()
def test_out_of_range_is_refused_and_named(function):
    point = points(function, count=1)[-1]
    for name, quantity in declaration_of(function).quantities.items():
        too_much = quantity.high + max(1.0, abs(quantity.high))
        too_much = int(too_much) if quantity.whole else too_much
        wrong = [*point[name][:-1], too_much] if quantity.each else too_much
        with pytest.raises(ValueError, match=rf"{name}(\[\d\])? = .* is outside \["):
            function(**point | {name: wrong})


@every()
def test_lists_of_unequal_length_are_refused(function):
    point = points(function, count=1)[-1]
    for name in listed(function) if len(listed(function)) > 1 else ():
        with pytest.raises(ValueError, match="unequal length"):
            function(**point | {name: [*point[name], point[name][0]]})


@every()
def test_the_docstring_says_what_a_reader_needs(function):
    docstring = inspect.getdoc(function)
    assert docstring.splitlines()[0].startswith("Return ")
    assert docstring.splitlines()[0].endswith(".")
    text = " ".join(docstring.split())
    for part in ("Returns ", "Raises ", "Source: ", ">>> "):
        assert part in text, part
    source = text.partition("Source: ")[2]
    assert ":cite:t:`" in source or "derived here" in source


@every()
def test_a_function_is_short_and_takes_keywords(function):
    plain = declaration_of(function).function
    tree = ast.parse(inspect.getsource(plain)).body[0]
    body = tree.body[1:]
    assert body[-1].end_lineno - body[0].lineno + 1 <= 25
    assert not tree.args.args


def test_result_symbols_do_not_borrow_the_symbol_of_another_quantity():
    owner = {quantity.symbol: name for name, quantity in notation().items()}
    for function in MODELS:
        declaration = declaration_of(function)
        for name in declaration.symbols:
            assert SAME_QUANTITY.get(name) == owner.get(name), (function.__name__, name)


# Results that are themselves arguments elsewhere, under the same symbol.
SAME_QUANTITY = {
    "A": "productivities",
    "D_C": "degree",
    "F_L": "tied_firms",
    "G": "gain",
    "G_{PS}": "scale_gain",
    "S": "data_surplus",
    "Y": "output",
    "g_A": "productivity_growth",
    "g_B": "breakthrough_growth",
    r"\Gamma_A": "allocation_gain",
    r"\Gamma_U": "upgrading_gain",
    r"\pi": "home_share",
    r"\tilde{u}_D": "data_sharing",
}


def test_headlines_exist_and_differ():
    names = [model.__name__ for model in headline_models()]
    assert len(names) == len(set(names))


def test_models_need_nothing_but_python_and_the_algebra():
    code = (
        "import sys, nqpf.models\n"
        "nqpf.models.modules()\n"
        "standard = set(sys.stdlib_module_names)\n"
        "loaded = {name for name in sys.modules if name.partition('.')[0] not in standard}\n"
        "ours = ('nqpf', 'nqpf.algebra', 'nqpf.models', 'nqpf.moved', 'nqpf.places',\n"
        "        'nqpf.refusals', 'nqpf.words', '__main__')\n"
        "print(*sorted(n for n in loaded if not n.startswith(('nqpf.algebra.', 'nqpf.models.'))\n"
        "              and n not in ours))\n"
    )
    path = str(Path(nqpf.models.__path__[0]).parents[1])
    finished = subprocess.run(
        [sys.executable, "-S", "-E", "-c", f"import sys; sys.path.insert(0, {path!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout.strip() == ""
