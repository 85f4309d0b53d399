"""A page that is marked as translated is so: whole, certain, and without a fault."""

import re

import pytest
from nqpf.exercises.found import folders
from nqpf.exercises.in_language import in_language
from nqpf.exercises.source import split
from nqpf.site.languages import translated
from nqpf.site.languages.citations import chinese_names
from nqpf.site.reference.citations import bibliography
from nqpf.site.reference.glossary import terms
from nqpf.site.translating import extract
from nqpf.site.translating.checking import faults_of_file, pair, read_file, standing
from nqpf.site.translating.faults import avoided_words, other_words

FILES = {path.stem: path for path in translated.messages()}


@pytest.fixture(scope="module")
def wanted():
    return extract.messages()


def test_the_files_are_those_that_are_handed_out():
    assert set(FILES) == (set(extract.FILES) if translated.pages() else set())


@pytest.mark.parametrize("name", FILES)
def test_every_message_of_the_book_is_in_its_file_and_translated(wanted, name):
    known = {(m.context or "", m.id if isinstance(m.id, str) else m.id[0]): pair(m)[1]
             for m in read_file(FILES[name]) if m.id}  # fmt: skip
    lacking = [one.text for one in wanted[name] if not known.get(one.key)]
    assert lacking == [], "nqpf words extract, then translate these"
    assert set(known) == {one.key for one in wanted[name]}, "nqpf words extract"


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_uncertain_or_wrong(name):
    assert [str(fault) for fault in faults_of_file(FILES[name])] == []
    assert standing(FILES[name]).is_whole


def test_the_term_base_names_terms_that_there_are():
    assert set(other_words()) <= set(terms())
    assert set(avoided_words().values()) <= set(terms())


def test_no_term_is_named_by_a_word_that_is_avoided():
    named = " ".join(one.chinese for one in terms().values())
    assert [word for word in avoided_words() if word in named] == []


def test_every_chinese_name_is_that_of_somebody_in_the_bibliography():
    cited = {
        re.sub("[{}]", "", str(person))
        for entry in bibliography().values()
        for person in entry.persons.get("author", [])
    }
    assert set(chinese_names()) - cited == set()


def test_a_label_of_an_exercise_is_one_word_in_question_and_key():
    """Statements are sorted under labels: two that became one could not be told apart."""
    known = {m.id: pair(m)[1] for path in FILES.values() for m in read_file(path) if m.id}
    for slug, folder in folders().items():
        file = folder / "exercise.md"
        fields = split(file, file.read_text(encoding="utf-8"))[0]
        made = in_language(fields, lambda _place, text: known.get(text) or text)
        labels = made.get("labels", [])
        assert len(set(labels)) == len(labels), slug
