"""`quizapp history …`: the log written to a file and added from one."""

from pathlib import Path

from commandline import Command


def test_answers_go_out_and_come_in_once(quizapp: Command, tmp_path: Path) -> None:
    """To another learner's history, each answer once, with what a merge says."""
    log = tmp_path / "log.json"
    assert quizapp("history", "export", str(log)).code == 3
    quizapp("study", "great-stink-1858", "--plain", "--limit", "2", stdin=b"1\n\n1\n\n1\n\n1\n\n")
    said = quizapp("history", "export", str(log))
    assert said.code == 0
    assert "of the log" in said.out
    assert quizapp("history", "export", str(log)).code == 5
    assert quizapp("history", "export", str(tmp_path / "log.txt")).code == 2
    again = quizapp("history", "import", str(log))
    assert (again.code, again.out) == (0, f"{log}: nothing in it is new here\n")
    added = quizapp("history", "import", str(log), "--learner", "Ada")
    assert "answer" in added.out
    assert added.out.endswith("added\n")
    log.write_text("{}")
    broken = quizapp("history", "import", str(log))
    assert (broken.code, str(log) in broken.err) == (3, True)
