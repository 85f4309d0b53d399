"""What is wrong with a translation is said by name, and what is right passes."""

import pytest
from nqpf.site.translating.counting import unlike_numbers
from nqpf.site.translating.faults import faults

ENGLISH = (
    "On 23 December 2023 Huang told managers that of {glue:text}`all` industries about 40% lead "
    "{cite:p}`huang2024`. What they *can* tell is {gloss}`productive forces`."
)
CHINESE = (
    "2023年12月23日，黄群慧对管理者说，在{glue:text}`all`个行业中，约40%处于领先地位"
    "{cite:p}`huang2024`。它们*能*说明的是{gloss}`生产力 <productive-forces>`。"
)


def test_a_right_translation_has_no_fault():
    assert faults(ENGLISH, CHINESE) == []


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("{glue:text}`all`", "{glue:text}`al`", "The role {glue:text}`all` is missing"),
        ("{cite:p}`huang2024`", "", "The role {cite:p}`huang2024` is missing"),
        ("生产力 <productive-forces>", "生产力", "with the term's id in angle brackets"),
        ("生产力 <productive-forces>", "生产率 <productive-forces>", "is 生产力: use it"),
        ("<productive-forces>", "<productivity>", "The term {gloss} … <productive-forces>"),
        ("约40%", "约60%", "The number 40 is missing"),
        ("23日", "24日", "The number 24 is not in the English"),
        ("*能*", "能", "English has 0 **strong** and 1"),
        ("，约", ",约", "half-width punctuation"),
        ("管理者说", "管理者 说", "a space between characters"),
        ("管理者", "managers", "Left in English: managers"),
        ("它们", "十亿元", "十亿元 is how English counts: give the unit in 万 or 亿"),
    ],
)
def test_each_fault_is_named(was, becomes, said):
    assert was in CHINESE
    found = faults(ENGLISH, CHINESE.replace(was, becomes))
    assert any(said in fault for fault in found), found


def test_a_stop_inside_stars_is_not_read_as_strong():
    english = "**One word, two translations.** It is so."
    assert faults(english, "**一个词，两种译法**。如此。") == []
    assert "outside the stars" in faults(english, "**一个词，两种译法。**如此。")[0]


def test_english_that_the_text_speaks_of_is_quoted_and_only_what_it_has():
    english = "“Labour materials” is how both have it."
    assert faults(english, "两份文本都译作“labour materials”。") == []
    assert any("labour" in fault for fault in faults(english, "两份文本都译作labour materials。"))
    assert any("tools" in fault for fault in faults(english, "两份文本都译作“labour tools”。"))


def test_placeholders_are_those_of_the_text_and_not_of_its_code():
    english = "{wrong} is not `{a: 1}` or $x_{i}$."
    assert faults(english, "{wrong}不是`{a: 1}`，也不是$x_{i}$。") == []
    assert "The placeholder {wrong}" in faults(english, "这不是`{a: 1}`，也不是$x_{i}$。")[0]


def test_paragraphs_and_lines():
    english = "One.\n\n- two\n- three"
    assert faults(english, "一。\n\n- 二\n- 三") == []
    assert any("paragraphs" in fault for fault in faults(english, "一。\n- 二\n- 三"))
    assert any("list items" in fault for fault in faults(english, "一。\n\n- 二"))
    assert any("two characters" in fault for fault in faults("a\nb", "一行\n二行"))


def test_a_term_of_several_words_is_the_glossary_s():
    english = "Growth of total factor productivity slows."
    assert faults(english, "全要素生产率的增长放慢。") == []
    assert "全要素生产率" in faults(english, "总生产率的增长放慢。")[0]


def test_a_term_has_no_second_name():
    english = "Displacement lowers what is paid as wages."
    assert faults(english, "替代效应使作为工资支付的部分减少。") == []
    assert "替代效应" in faults(english, "取代效应使作为工资支付的部分减少。")[0]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("in 2000–07 and the 1990s", "在2000—2007年和20世纪90年代"),
        ("1.2 million people", "120万人"),
        ("3 billion yuan, 4,500 firms", "30亿元，4500家企业"),
        ("one in five", "五分之一"),
        ("twenty-six industries", "26个行业"),
        ("a half, a third", "50%，三分之一"),
        ("5 of the 26", "26个中的五个"),
    ],
)
def test_the_same_numbers_in_two_ways_of_writing(english, chinese):
    assert list(unlike_numbers(english, chinese)) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("1.2 million", "12万"), ("from 15 to 51", "从15到50"), ("in 2019", "2018年"), ("26", "二")],
)
def test_other_numbers_are_told(english, chinese):
    assert list(unlike_numbers(english, chinese))
