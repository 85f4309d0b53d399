"""The algebra refuses what it cannot record, and prints what it can."""

import math

import numpy as np
import pytest
from nqpf.algebra import (
    AlgebraError,
    Quantity,
    VegaWriter,
    as_traced,
    datum,
    declare,
    equation,
    exp,
    floor,
    latex,
    let,
    log,
    lookup,
    maximum,
    minimum,
    model,
    notation,
    power,
    product,
    quantity,
    sqrt,
    symbol,
    total,
    total_over_pairs,
    where,
)
from nqpf.models.growth import growth_of_productivity

P = symbol("p_p", "p")
Q = symbol("p_q", "q")

MISUSES = {
    "truth value of a comparison": lambda: bool(P < Q),
    "truth value of a number": lambda: bool(P),
    "if picks a branch": lambda: 1 if P > 0 else 2,
    "and picks a branch": lambda: P and Q,
    "or picks a branch": lambda: P or Q,
    "not picks a branch": lambda: not P,
    "min picks an argument": lambda: min(P, Q),
    "max picks an argument": lambda: max(P, Q),
    "chained comparison": lambda: 0 < P < 1,
    "sorted compares": lambda: sorted([P, Q]),
    "membership compares": lambda: P in [Q],
    "float": lambda: float(P),
    "int": lambda: int(P),
    "complex": lambda: complex(P),
    "round": lambda: round(P, 2),
    "math function": lambda: math.exp(P),
    "numpy function": lambda: np.exp(P),
    "numpy function without a Vega twin": lambda: np.arctan2(P, 1.0),
    "array times traced": lambda: np.array([1.0, 2.0]) * P,
    "traced times array": lambda: P * np.array([1.0, 2.0]),
    "array of traced": lambda: np.asarray(P),
    "iteration": lambda: list(P),
    "unpacking": lambda: (lambda *items: items)(*P),
    "length": lambda: len(P),
    "indexing": lambda: P[0],
    "as an index": lambda: [1, 2][P],
    "as a count": lambda: list(range(P)),
    "floor division": lambda: P // 2,
    "remainder": lambda: 5 % P,
    "infinity": lambda: P + math.inf,
    "minus infinity": lambda: -math.inf * P,
    "not a number": lambda: P * math.nan,
    "text": lambda: P + "1",
    "truth value as a number": lambda: P + True,
    "comparison as a number": lambda: (P < Q) + 1,
    "number times comparison": lambda: P * (P < Q),
    "comparison joined with a number": lambda: (P < Q) & P,
    "where without functions": lambda: where(P < Q, 1, 2),
    "where without a comparison": lambda: where(P, lambda: 1, lambda: 2),
    "let of a comparison": lambda: let("flag", P < Q),
    "let with a bad name": lambda: let("E x", P),
    "infinite table": lambda: lookup([1.0, math.inf], P),
    "equation of a plain function": lambda: equation(math.exp),
}


@pytest.mark.parametrize("misuse", MISUSES.values(), ids=MISUSES.keys())
def test_misuse_raises_with_advice(misuse):
    with pytest.raises(AlgebraError) as error:
        misuse()
    assert len(str(error.value)) > 30


def expression(value):
    return VegaWriter().expression(value)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (P + 2 * Q, "(p_p + (2 * p_q))"),
        (1 - P, "(1 - p_p)"),
        (P**-0.5, "pow(p_p, (-0.5))"),
        (2**P, "pow(2, p_p)"),
        (-P / 3, "((-p_p) / 3)"),
        (exp(P) + log(Q) + sqrt(P) + abs(Q), "(((exp(p_p) + log(p_q)) + sqrt(p_p)) + abs(p_q))"),
        (minimum(P, Q, 1), "min(p_p, p_q, 1)"),
        (maximum(P, 0), "max(p_p, 0)"),
        (floor(P), "floor(p_p)"),
        (total_over_pairs([P, Q, 1], lambda a, b: a * b), "((p_p * p_q) + (p_p * 1) + (p_q * 1))"),
        (
            where((P > 0) & (Q <= 1), lambda: P, lambda: Q),
            "(((p_p > 0) && (p_q <= 1)) ? p_p : p_q)",
        ),
        (where((P >= 0) | (Q < 1), lambda: P, lambda: 0), "(((p_p >= 0) || (p_q < 1)) ? p_p : 0)"),
        (where(P == 1, lambda: P, lambda: 0), "((p_p === 1) ? p_p : 0)"),
        (where(P != 1, lambda: P, lambda: 0), "((p_p !== 1) ? p_p : 0)"),
        (total([P, Q, 1]), "(p_p + p_q + 1)"),
        (product([P, Q]), "(p_p * p_q)"),
        (datum("year") * P, "(datum['year'] * p_p)"),
        (+P * 1e-09, "(p_p * 1e-09)"),
        (P * np.float64(0.1), "(p_p * 0.1)"),
    ],
)
def test_vega_expression(value, printed):
    assert expression(value) == printed


def test_a_named_step_becomes_one_parameter_however_often_it_is_used():
    step = let("step", P * Q)
    writer = VegaWriter()
    assert writer.expression(step + step**2) == "(v_step + pow(v_step, 2))"
    assert writer.parameters == [{"name": "v_step", "expr": "(p_p * p_q)"}]


def test_two_calls_of_one_model_get_two_names():
    first = growth_of_productivity(
        output_growth=P, capital_growth=0.08, labour_growth=0, capital_share=0.5
    )
    second = growth_of_productivity(
        output_growth=Q, capital_growth=0.08, labour_growth=0, capital_share=0.5
    )
    writer = VegaWriter()
    writer.expression(first - second)
    names = [parameter["name"] for parameter in writer.parameters]
    assert names == ["v_growth_of_productivity", "v_growth_of_productivity_2"]


def test_what_depends_on_a_row_becomes_a_column_and_the_rest_a_parameter():
    shared = let("shared", P * 2)
    each = let("each", datum("x") * shared)
    writer = VegaWriter()
    assert writer.columns({"y": each + each}) == [
        {"calculate": "(datum['x'] * v_shared)", "as": "c_each"},
        {"calculate": "(datum['c_each'] + datum['c_each'])", "as": "y"},
    ]
    assert writer.parameters == [{"name": "v_shared", "expr": "(p_p * 2)"}]
    with pytest.raises(AlgebraError, match="column"):
        writer.parameter(each, "r_each")


def test_a_long_recursion_prints_one_parameter_a_step():
    capital = P
    for year in range(500):
        capital = let(f"capital_{year}", 0.9 * capital + capital**0.5)
    writer = VegaWriter()
    writer.parameter(capital, "r_capital")
    assert len(writer.parameters) == 501
    assert writer.parameters[499]["expr"] == "((0.9 * v_capital_498) + pow(v_capital_498, 0.5))"


def test_a_table_is_shared_and_read_by_rounded_position():
    writer = VegaWriter()
    printed = writer.expression(lookup([1.0, 2.0], P) + lookup([1.0, 2.0], Q))
    assert printed == "(k_table[floor(p_p + 0.5)] + k_table[floor(p_q + 0.5)])"
    assert writer.parameters == [{"name": "k_table", "value": [1.0, 2.0]}]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (P - (Q - 1), r"p - \left(q - 1\right)"),
        (P - Q - 1, "p - q - 1"),
        ((P + Q) * 2, r"\left(p + q\right) \cdot 2"),
        (2 * P * Q, r"2 \, p \, q"),
        (P * (1 - Q), r"p \left(1 - q\right)"),
        ((P + 1) / Q, r"\frac{p + 1}{q}"),
        ((P / Q) ** 2, r"\left(\frac{p}{q}\right)^{2}"),
        (P ** (1 - Q), "p^{1 - q}"),
        ((-P) ** 2, r"\left(-p\right)^{2}"),
        (-(P + Q), r"-\left(p + q\right)"),
        (-P * Q * 2, r"-p \, q \cdot 2"),
        (P - -Q * P, r"p - \left(-q \, p\right)"),
        (P + -Q * P, r"p + \left(-q \, p\right)"),
        ((-P * Q) ** 2, r"\left(-p \, q\right)^{2}"),
        (P * (-Q * P), r"p \left(-q \, p\right)"),
        (-P / log(2), r"\frac{-p}{\ln 2}"),
        (exp(-P), "e^{-p}"),
        (log(P / Q), r"\ln \left(\frac{p}{q}\right)"),
        (sqrt(P + 1), r"\sqrt{p + 1}"),
        (abs(P), r"\left|p\right|"),
        (minimum(P, 1), r"\min\left(p, 1\right)"),
        (maximum(P, 0.25), r"\max\left(p, 0.25\right)"),
        (P * 1e-9, r"p \cdot 1 \times 10^{-9}"),
        (P + -0.5, r"p + \left(-0.5\right)"),
        (floor(10 * P), r"\left\lfloor 10 \, p \right\rfloor"),
        (minimum(P) * 2, r"\left(\min_i p\right) \cdot 2"),
        (maximum(P + 1), r"\max_i \left(p + 1\right)"),
        (total([P, Q]), "p + q"),
        (product([P, Q + 1]), r"p \, \left(q + 1\right)"),
        (
            where(P <= 1, lambda: P, lambda: 0),
            r"\begin{cases} p & \text{if } p \le 1 \\ 0 & \text{otherwise} \end{cases}",
        ),
        (let("aggregate", P + Q, "X") ** 2, "X^{2}"),
        (let("aggregate", P + Q) ** 2, r"\left(p + q\right)^{2}"),
        (1.5, "1.5"),
    ],
)
def test_latex(value, printed):
    assert latex(value) == printed


def test_equation_stands_in_the_order_in_which_it_was_written():
    assert equation(growth_of_productivity).latex == (
        r"g_A = g_Y - \alpha \, g_K - \left(1 - \alpha\right) \left(g_L + g_h\right)"
    )
    assert equation(growth_of_productivity)._repr_latex_().startswith("$$\n")


def test_numbers_and_arrays_take_the_branch_that_holds():
    assert where(2 > 1, lambda: 1, lambda: 1 / 0) == 1
    x = np.array([0.0, 4.0])
    assert where(x > 0, lambda: 1 / x, lambda: -1.0).tolist() == [-1.0, 0.25]
    assert where(np.float64(2) > 1, lambda: 1, lambda: 1 / 0) == 1


def test_functions_on_numbers_and_arrays():
    x = np.array([1.0, 4.0])
    assert sqrt(x).tolist() == [1.0, 2.0]
    assert minimum(x, 2, 3.5).tolist() == [1.0, 2.0]
    assert maximum(x, 2).tolist() == [2.0, 4.0]
    assert power(2.0, x).tolist() == [2.0, 16.0]
    assert power(x, 2).tolist() == [1.0, 16.0]
    assert product([x, 2]).tolist() == [2.0, 8.0]
    assert floor(x / 3).tolist() == [0.0, 1.0]
    assert total_over_pairs([x, 1, 0], lambda first, second: first - second).tolist() == [2, 8]
    assert lookup([5.0, 7.0], np.array([0.9, 0.0])).tolist() == [7.0, 5.0]
    assert minimum(3) == 3
    for empty in (total, product):
        with pytest.raises(ValueError, match="at least one"):
            empty([])
    with pytest.raises(ValueError, match="at least one"):
        minimum()
    with pytest.raises(IndexError):
        lookup([1.0], 1)
    with pytest.raises(IndexError):
        lookup([1.0], np.array([1.0]))


def solow(**changes):
    case = {"output_growth": 0.06, "capital_growth": 0.08, "labour_growth": 0, "capital_share": 0.5}
    return growth_of_productivity(**case | changes)


@pytest.mark.parametrize(
    ("changes", "error", "said"),
    [
        ({"capital_share": 1.5}, ValueError, r"capital_share = 1.5 is outside \[0, 0.95\].*0.015"),
        ({"capital_share": np.array([0.5, 1.5])}, ValueError, r"1.5 is outside \[0, 0.95\]"),
        ({"capital_share": math.nan}, ValueError, "nan is not a number"),
        ({"capital_share": np.array([0.1, math.nan])}, ValueError, "nan"),
        ({"capital_share": np.array([])}, ValueError, "empty array"),
        ({"output_growth": -math.inf}, ValueError, "outside"),
        ({"capital_share": "40%"}, TypeError, "must be a number"),
        ({"capital_share": True}, TypeError, "must be a number"),
        ({"capital_share": None}, TypeError, "must be a number"),
    ],
)
def test_out_of_range_names_argument_value_and_range(changes, error, said):
    with pytest.raises(error, match=said):
        solow(**changes)


@pytest.fixture
def scratch_notation(monkeypatch):
    monkeypatch.setattr("nqpf.algebra.declarations._NOTATION", {})


@pytest.mark.usefixtures("scratch_notation")
def test_lists_are_checked_printed_and_summed():
    declare(
        Quantity("weights", "weights", "w", "fraction", 0, 1, (0.5, 0.5), each=True),
        Quantity("levels", "levels", "x_0", "index", 0, 9, (1.0, 1.0), each=True),
        Quantity("years", "years", "T", "years", 1, 60, 2, whole=True),
    )

    @model(symbol="X", unit="index")
    def weighted(*, weights, levels):
        """Return the weighted total."""
        return let("mean", total(w * x for w, x in zip(weights, levels, strict=True)), "M") ** 2

    assert equation(weighted).latex == (
        "\\begin{aligned}\nX &= M^{2} \\\\\nM &= \\sum_i w_{i} \\, x_{0,i}\n\\end{aligned}"
    )
    assert weighted(weights=[0.5, 0.5], levels=[1, 3]) == 4
    with pytest.raises(ValueError, match="unequal length: weights has 1, levels has 2"):
        weighted(weights=[1], levels=[1, 2])
    with pytest.raises(ValueError, match="not be empty"):
        weighted(weights=[], levels=[])
    with pytest.raises(ValueError, match=r"levels\[1\] = 10 is outside"):
        weighted(weights=[0, 1], levels=[1, 10])
    with pytest.raises(TypeError, match="list of numbers"):
        weighted(weights=0.5, levels=[1])

    @model(symbol="X", unit="index", years=(1, 10))
    def repeated(*, years):
        """Return the number of years."""
        return years

    with pytest.raises(AlgebraError, match="whole numbers alone"):
        equation(repeated)
    with pytest.raises(TypeError, match="whole number"):
        repeated(years=2.0)
    with pytest.raises(AlgebraError, match="counts steps"):
        repeated(years=P)
    with pytest.raises(ValueError, match=r"outside \[1, 10\]"):
        repeated(years=11)


@pytest.mark.usefixtures("scratch_notation")
def test_lists_may_need_a_pair_and_tuples_are_named():
    declare(
        Quantity("scores", "scores", "U", "index", 0, 9, (1.0, 2.0), each=True, fewest=2),
        Quantity("years", "years", "T", "years", 1, 60, (2, 3), each=True, whole=True),
    )

    @model(symbol="d_i", unit="index")
    def doubled(*, scores):
        """Return twice each score."""
        return tuple(2 * score for score in scores)

    with pytest.raises(ValueError, match="at least 2 numbers"):
        doubled(scores=[1])
    assert equation(doubled).latex == r"d_i = 2 \, U_{i}"
    assert [step.detail[0] for step in doubled(scores=[P, Q])] == ["doubled_0", "doubled_1"]

    @model(symbol="d", unit="index")
    def spread(*, scores):
        """Return the sum of gaps."""
        return total_over_pairs(scores, lambda first, second: abs(first - second))

    assert equation(spread).latex == r"d = \sum_{i<j} \left|U_{i} - U_{j}\right|"

    @model(symbol="d", unit="years")
    def longest(*, years):
        """Return the last year."""
        return max(years)

    with pytest.raises(TypeError, match="whole number"):
        longest(years=[2.0])


@pytest.mark.usefixtures("scratch_notation")
def test_a_call_is_refused_as_python_refuses_it_and_defaults_are_checked_once():
    declare(Quantity("share", "share", "s", "fraction", 0, 1, 0.5))

    @model(symbol="r", unit="fraction")
    def rest(share):
        """Return the rest."""
        return 1 - share

    assert rest(0.25) == rest(share=0.25) == 0.75
    for arguments in ({}, {"share": 0.5, "other": 1}):
        with pytest.raises(TypeError, match="argument"):
            rest(**arguments)
    with pytest.raises(ValueError, match="outside"):
        model(symbol="r", unit="fraction")(lambda share=2: share)


@pytest.mark.usefixtures("scratch_notation")
def test_the_notation_keeps_one_meaning():
    share = Quantity("share", "share", "s", "fraction", 0, 1, 0.5)
    declare(share)
    declare(share)  # the same again is harmless: two files may share a quantity
    assert list(notation()) == ["share"]
    with pytest.raises(AlgebraError, match="declared already"):
        declare(Quantity("share", "another share", "s", "fraction", 0, 1, 0.5))
    with pytest.raises(AlgebraError, match="already means share"):
        declare(Quantity("saving", "saving", "s", "fraction", 0, 1, 0.5))
    with pytest.raises(AlgebraError, match="not declared"):
        quantity("unknown")
    with pytest.raises(AlgebraError, match="outside the range"):
        Quantity("share", "share", "s", "fraction", 0, 1, 2)
    with pytest.raises(AlgebraError, match="not within"):
        share.within(-1, 1)
    assert share.within(0.6, 1).default == 0.6
    with pytest.raises(AlgebraError, match="no parameter"):
        model(symbol="x", unit="index", other=(0, 1))(lambda share: share)


def test_plain_numbers_only():
    assert as_traced(2).detail == 2
    assert "traced number" in repr(as_traced(2))
