"""An input-output table as lists: who sells how much to whom, and what each sector makes."""

from typing import NamedTuple

from nqpf.data._package import rows


class InputOutput(NamedTuple):
    """A table's sectors in one order, money in the unit of its dataset.

    ``flows`` and ``imports`` have a row for each seller's product and a column for each buyer: what
    was made at home, and what came from abroad.
    """

    codes: list[str]
    names: list[str]
    flows: list[list[float]]
    imports: list[list[float]]
    output: list[float]
    value_added: list[float]
    exports: list[float]

    @property
    def flows_with_imports(self) -> list[list[float]]:
        """Return what each sector buys of each product, wherever it was made."""
        both = zip(self.flows, self.imports, strict=True)
        return [[a + b for a, b in zip(*pair, strict=True)] for pair in both]

    @property
    def value_added_rates(self) -> list[float]:
        """Return value added over output of each sector."""
        return [part / whole for part, whole in zip(self.value_added, self.output, strict=True)]


def input_output(name: str) -> InputOutput:
    """Return a dataset that holds an input-output table, by its parts.

    >>> table = input_output("input_output_2020_8")
    >>> len(table.names), len(table.flows), len(table.flows[0])
    (8, 8, 8)
    """
    listed = rows(name)
    domestic = [row for row in listed if row["row_type"] == "domestic"]
    codes = [row["row_code"] for row in domestic]
    sums = {row["row_code"]: [row[code] for code in codes] for row in listed}
    return InputOutput(
        codes=codes,
        names=[row["row_name"] for row in domestic],
        flows=[[row[code] for code in codes] for row in domestic],
        imports=[[row[c] for c in codes] for row in listed if row["row_type"] == "imported"],
        output=sums["TI"],
        value_added=sums["TVA"],
        exports=[row["exports"] for row in domestic],
    )
