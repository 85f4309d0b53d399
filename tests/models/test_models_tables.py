"""What holds for every function of the models that works on whole tables or lists."""

import ast
import inspect

import pytest
from nqpf.models import functions, modules

ON_TABLES = [
    "complexity",
    "composite",
    "index_weights",
    "indicators",
    "inequality",
    "input_output",
    "kinds_of_new",
    "linkages",
    "production_networks",
    "rank_sensitivity",
    "rank_uncertainty",
    "scenario",
    "scenario_uncertainty",
]
FOUND = [function for name in ON_TABLES for function in functions(modules()[name]).values()]


def every(test):
    return pytest.mark.parametrize("function", FOUND, ids=lambda function: function.__name__)(test)


@every
def test_the_docstring_says_what_a_reader_needs(function):
    docstring = inspect.getdoc(function)
    assert docstring.splitlines()[0].startswith(("Return ", "Raise "))
    assert docstring.splitlines()[0].endswith(".")
    assert ">>> " in docstring
    if not function.__name__.startswith("check"):
        source = " ".join(docstring.split()).partition("Source: ")[2]
        assert ":cite:t:`" in source or "derived here" in source


@every
def test_a_function_is_short_and_names_what_is_beyond_two_arguments(function):
    tree = ast.parse(inspect.getsource(function)).body[0]
    body = tree.body[1:]
    assert body[-1].end_lineno - body[0].lineno + 1 <= 25
    assert len(tree.args.args) <= 2 + (function.__name__ == "topsis")
