"""One function, several readings: numbers, arrays, equations and chart expressions.

Write a model with ordinary operators and the functions below, declare its arguments, and it can
be called with numbers or arrays, printed as LaTeX, and printed as Vega expressions.
"""

from nqpf.algebra.declarations import (
    Declaration,
    Quantity,
    Refusal,
    declaration_of,
    declare,
    model,
    notation,
    quantity,
)
from nqpf.algebra.expression import (
    AlgebraError,
    Condition,
    Scalar,
    Traced,
    as_traced,
    datum,
    is_traced,
    symbol,
)
from nqpf.algebra.functions import (
    count,
    exp,
    floor,
    let,
    log,
    lookup,
    maximum,
    minimum,
    power,
    product,
    sqrt,
    total,
    total_over_pairs,
    where,
)
from nqpf.algebra.latex import Equation, equation, latex
from nqpf.algebra.many import Many, as_many
from nqpf.algebra.vega import VegaWriter

__all__ = [
    "AlgebraError",
    "Condition",
    "Declaration",
    "Equation",
    "Many",
    "Quantity",
    "Refusal",
    "Scalar",
    "Traced",
    "VegaWriter",
    "as_many",
    "as_traced",
    "count",
    "datum",
    "declaration_of",
    "declare",
    "equation",
    "exp",
    "floor",
    "is_traced",
    "latex",
    "let",
    "log",
    "lookup",
    "maximum",
    "minimum",
    "model",
    "notation",
    "power",
    "product",
    "quantity",
    "sqrt",
    "symbol",
    "total",
    "total_over_pairs",
    "where",
]
