"""Files that other people's programs wrote are read in the encoding that they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.own_table.decoding import decoded

# Signs of the first level of GB 2312, which are those in usual use.
USUAL = [
    bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)
]
NAMES = st.lists(st.sampled_from(USUAL), min_size=2, max_size=4).map("".join)
TABLES = st.lists(NAMES, min_size=1, max_size=20).map(
    lambda names: (
        "省份,2023\r\n" + "".join(f"{name},{len(name)}\r\n" for name in names) + "合　计,1\r\n"
    )
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
@given(text=TABLES)
def test_a_table_of_chinese_names_is_read_however_it_was_saved(text: str, encoding: str) -> None:
    read, found = decoded(text.encode(encoding))
    assert read.removeprefix("\ufeff") == text
    assert found == encoding


@pytest.mark.parametrize("text", ["région;x\nÎle-de-France;1\n", "Land;x\nThüringen;1\nKöln;2\n"])
def test_a_table_of_western_names_is_not_taken_for_chinese(text: str) -> None:
    assert decoded(text.encode("cp1252")) == (text, "cp1252")


def test_what_is_no_text_is_read_with_what_stands_for_nothing() -> None:
    text, _encoding = decoded(bytes(range(256)))
    assert "\0" in text or "\ufffd" in text
