"""What translators are handed holds every text once, with where it stands."""

from collections import Counter

import pytest
from babel.messages.pofile import read_po
from nqpf.exercises.found import folders
from nqpf.exercises.in_language import in_language, parts_in_language
from nqpf.exercises.source import split
from nqpf.site.translating import extract, keeping, program
from nqpf.site.translating.checking import faults_of_file, standing


@pytest.fixture(scope="module")
def found():
    return extract.catalogues()


def texts(catalogue):
    return [message.id for message in catalogue if message.id]


def test_each_message_stands_in_one_file(found):
    keys = [(m.context, m.id) for catalogue in found.values() for m in catalogue if m.id]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert all(len(found[name]) > 10 for name in extract.FILES)


def test_prose_explorers_exercises_and_words_of_quantities_are_there(found):
    chapter = texts(found["ch01"])
    assert any("{glue:text}`all` representative manufacturing" in text for text in chapter)
    assert "Which driver still adds to growth in forty years?" in chapter
    assert "A gain that ends" in chapter
    assert any(text.startswith("As you have set it, growth is **{early}**") for text in chapter)
    assert "Communications equipment" in chapter
    assert "years over which the gains are made" in chapter
    assert "Right." in texts(found["shell"])
    assert "Summary" in texts(found["shared"])


def test_what_the_program_makes_anew_is_no_message(found):
    computed = [t for c in found.values() for t in texts(c) if "2026-03-12: 8 of" in str(t)]
    assert computed == []


def test_calls_inside_formatted_strings_are_found_and_keys_of_rows_are_not():
    code = """f"{_('a')}: {sense('unit', 'b')}" + plural('one', 'many', 3) + _(row['c']) + _(d)"""
    told = [(one.text, one.context, one.plural) for one in program.in_python(code, "x.py")]
    assert told == [("a", "", ""), ("b", "unit", ""), ("one", "", "many")]


def test_every_exercise_has_its_texts_handed_over():
    for slug, folder in folders().items():
        file = folder / "exercise.md"
        fields, prompt, parts = split(file, file.read_text(encoding="utf-8"))
        told = []
        in_language(fields, lambda _place, text, told=told: told.append(text) or text)
        parts_in_language(prompt, parts, lambda _place, text, told=told: told.append(text) or text)
        assert {fields["title"], prompt, *parts["hint"], *parts["solution"]} <= set(told), slug
        shown = [one[key] for one in fields.get("option", ()) for key in ("text", "message")]
        assert set(shown) | set(fields.get("labels", ())) <= set(told), slug
        assert in_language(fields, lambda _place, text: text) == fields, slug


def test_a_translation_stays_with_its_english(found, tmp_path):
    extract.write(tmp_path / "old", {"shared": found["shared"]})
    file = tmp_path / "old" / "shared.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgid "Summary"\nmsgstr ""', 'msgid "Summary"\nmsgstr "小结"'))
    anew = {"shell": extract.catalogue(extract_of(found["shared"]))}
    assert keeping.brought_over(anew, tmp_path / "old") == 1
    extract.write(tmp_path / "new", anew)
    with (tmp_path / "new" / "shell.po").open("rb") as opened:
        assert read_po(opened).get("Summary").string == "小结"


def extract_of(catalogue):
    return [extract.Message(m.id, "a.md") for m in catalogue if m.id]


def test_a_file_is_counted_and_its_faults_have_lines(tmp_path):
    file = tmp_path / "a.po"
    file.write_text(
        'msgid "a {name}"\nmsgstr "一个"\n\nmsgid "b"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "c"\nmsgstr "三"\n',
        encoding="utf-8",
    )
    told = [str(fault) for fault in faults_of_file(file)]
    assert told[0].startswith("a.po:1:")
    assert "{name} is missing" in told[0]
    assert told[1].startswith("a.po:8:")
    assert "fuzzy" in told[1]
    assert standing(file) == (3, 2, 1)
    file.write_text('msgid "a"\nmsgstr "一\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.po.*line 2,"):
        list(faults_of_file(file))
