"""``nqpf exercise``: every form makes an exercise that holds, and a check says what is wrong."""

import shutil

import pytest
from nqpf import exercises
from nqpf.cli import main
from nqpf.commands import exercise as command
from nqpf.exercises.declaration import read_exercise
from nqpf.exercises.kinds import KINDS
from nqpf.explorers import explorer


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return an empty book with one chapter, in which the command works."""
    (tmp_path / "chapters" / "part1").mkdir(parents=True)
    (tmp_path / "chapters" / "part1" / "ch02.md").write_text("# A chapter\n", encoding="utf-8")
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_each_form_is_an_exercise_that_holds(book, kind):
    assert main(["exercise", "new", kind, "my-question", "--chapter", "2"]) == 0
    made = read_exercise(book / "chapters" / "part1" / "ch02" / "my-question")
    assert made.kind == kind
    answer = made.task.solution("1")
    if kind == "goal":
        one = explorer(made.task.explorer)
        answer = one.checked(answer), one.readouts(**answer)
    assert made.task.check(answer, "1").correct
    for path in made.folder.glob("cases/*.py"):
        result = made.task.check(path.read_text(encoding="utf-8"), "1")
        assert result.correct == path.name.startswith("alt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "code", "My Question", "--chapter", "2"], "no slug"),
        (["new", "code", "my-question", "--chapter", "9"], "no chapter 9"),
        (["check", "no-such-exercise"], "There is no exercise"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(book, capsys, arguments, said):
    assert main(["exercise", *arguments]) == 1
    assert said in capsys.readouterr().err


def test_a_folder_is_never_overwritten(book, capsys):
    assert main(["exercise", "new", "choice", "my-question", "--chapter", "2"]) == 0
    assert main(["exercise", "new", "choice", "my-question", "--chapter", "2"]) == 1
    assert "exists already" in capsys.readouterr().err


def test_a_check_passes_what_holds_and_fails_what_does_not(tmp_path, capfd):
    assert main(["exercise", "check", "what-a-small-residual-says"]) == 0
    assert "passed" in capfd.readouterr().out
    folder = exercises.folders()["what-a-small-residual-says"]
    broken = tmp_path / "ch02" / "what-a-small-residual-says"
    shutil.copytree(folder, broken)
    text = (broken / "exercise.md").read_text(encoding="utf-8")
    (broken / "exercise.md").write_text(text.replace("correct = true", ""), encoding="utf-8")
    with pytest.raises(exercises.ExerciseError, match="one that is correct"):
        read_exercise(broken)


def test_a_preview_stands_alone(site, page):
    assert main(["exercise", "preview", "more-than-half", "--no-open"]) == 0
    page.goto((site.parent / "preview" / "more-than-half.html").as_uri())
    page.locator("#sources-of-growth-output_growth").press("End")
    page.locator("#sources-of-growth-capital_growth").press("Home")
    page.locator(".exercise-result.is-right").wait_for()
    assert not (site / "preview").exists()  # what readers get holds the book and nothing else
