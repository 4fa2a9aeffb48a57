"""The settings file: what is read from it, what is said about it, and that writing keeps what a person wrote."""

import re
import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quizapp.model.setting
from quizapp.kit.errors import InputError
from quizapp.model.aim import Aim
from quizapp.model.setting import Settings, Source, Value
from quizapp.model.settings_table import SETTINGS, Day, Number, OneOf, Setting, ThemeName, value_of
from quizapp.settings.reading import read_configuration
from quizapp.settings.values import understood
from quizapp.settings.writing import save_setting, template, with_value

BY_NAME = {setting.name: setting for setting in SETTINGS}
NEW = BY_NAME["study.new"]


def values_of(setting: Setting) -> st.SearchStrategy[Value]:
    """Any value that a setting can have."""
    match setting.kind:
        case Number(whole=True) as kind:
            return st.integers(int(kind.low), int(kind.high))
        case Number() as kind:
            return st.floats(kind.low, kind.high)
        case OneOf(words):
            return st.sampled_from(words)
        case Day():
            return st.dates()
        case ThemeName():
            return st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


CHOICES = st.sampled_from(SETTINGS).flatmap(lambda setting: st.tuples(st.just(setting), values_of(setting)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file that is not there yet."""
    return tmp_path / "settings.toml"


def test_no_file_and_no_environment_are_the_defaults(file: Path) -> None:
    """Nobody needs a file."""
    found = read_configuration(file, {})
    assert (found.settings, found.findings) == (Settings(), ())
    assert {found.source(setting.name) for setting in SETTINGS} == {Source.DEFAULT}


def test_every_setting_has_a_field_and_explains_itself() -> None:
    """The table and the dataclass are about the same settings; an explanation has at most 40 words (design 8.12)."""
    assert [setting.key for setting in SETTINGS] == [*Settings.__dataclass_fields__]
    assert all(len(setting.sentence.split()) <= 40 for setting in SETTINGS)
    assert all(setting.default is not None or (setting.usual and setting.example) for setting in SETTINGS)


def test_the_first_file_chooses_nothing_and_names_everything(file: Path) -> None:
    """Taking every # away from a setting's line gives a file that is understood."""
    file.write_text(template(), encoding="utf-8")
    assert read_configuration(file, {}).sources == {}
    lines = [line.removeprefix("#") if not line.startswith("# ") else line for line in template().splitlines()]
    file.write_text("\n".join(lines), encoding="utf-8")
    found = read_configuration(file, {})
    assert (found.findings, set(found.sources)) == ((), set(BY_NAME))


@given(chosen=st.lists(CHOICES, max_size=12))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[Setting, Value]]) -> None:
    """The last value of each setting holds, whatever was chosen before it; every explanation stays."""
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    text = template()
    for setting, value in chosen:
        text = with_value(text, setting, value)
    file.write_text(text, encoding="utf-8")
    found = read_configuration(file, {})
    assert found.findings == ()
    assert {name: value_of(found.settings, BY_NAME[name]) for name in found.sources} == {
        setting.name: value for setting, value in chosen
    }
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        line for line in template().splitlines() if line.startswith("# ")
    ]


@given(chosen=CHOICES)
def test_choosing_and_leaving_is_back_at_the_default(chosen: tuple[Setting, Value]) -> None:
    """Undo of a first choice leaves a file that chooses nothing."""
    setting, value = chosen
    text = with_value(with_value(template(), setting, value), setting, None)
    assert not any(tomllib.loads(text).values())
    assert len(text.splitlines()) == len(template().splitlines())


def test_what_a_person_wrote_stays(file: Path) -> None:
    """Comments, order, a key of another program's, and a file without our explanations."""
    file.write_text("# mine\n[look]\nmotion = 'none' # calm\n\n[study]\n# few, I am busy\ndue = 5  # at most\n")
    save_setting(file, BY_NAME["study.due"], 7)
    save_setting(file, NEW, 3)
    text = file.read_text()
    for kept in ("# mine\n", "motion = 'none' # calm", "# few, I am busy", "due = 7  # at most", "new = 3"):
        assert kept in text
    assert read_configuration(file, {}).settings == Settings(new=3, due=7, motion="none")


@given(text=st.text(max_size=200))
def test_no_text_whatever_stops_the_app(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Reading never fails, and a damaged file is not written to."""
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    before = file.read_bytes()
    found = read_configuration(file, {})
    try:
        save_setting(file, NEW, 3)
    except InputError:
        assert file.read_bytes() == before
    else:
        assert read_configuration(file, {}).settings.new == 3 or found.findings


@pytest.mark.parametrize("value", [3, None])
def test_what_the_reader_cannot_read_the_writer_does_not_touch(file: Path, value: int | None) -> None:
    """Two parsers read the file, and one of them lets a page break pass: what only one reads is damaged."""
    file.write_text("[study]\ndue = 10\x0c\n")
    with pytest.raises(InputError, match="damaged"):
        save_setting(file, NEW, value)
    assert file.read_text() == "[study]\ndue = 10\x0c\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[study]\nnew = -1\n", ":2: ", "study.new is a whole number from 0 to 9999; -1 is not, and is passed over"),
        ("[study]\nnew = true\n", ":2: ", "True is not"),
        ("[study]\n\nnwe = 1\n", ":3: ", "there is no setting study.nwe; did you mean study.new?"),
        ("retention = 0.9\n", ":1: ", "there is no setting retention; did you mean study.retention?"),
        ("[studdy]\nnew = 1\n", ":1: ", "there is no setting studdy; did you mean study?"),
        ("[study]\nretention = 0.5\n", ":2: ", "study.retention is a number from 0.7 to 0.99; 0.5 is not"),
        ("[study]\nexam = 'soon'\n", ":2: ", "a day written as 2027-03-01; soon is not"),
        ("[look]\nmotion = 'wild'\n", ":2: ", "one of full, reduced, none; wild is not"),
        ("[study]\nnew = \n", ":2", "this is not TOML"),
        ("study = 3\n", ":1: ", "there is no setting study"),
        ("a = " + "9" * 5000, "", "this is not TOML"),
        ("a = " + "[" * 5000, "", "this is not TOML"),
        ("[look]\ntheme = '\u202e'\nmotion = '\u202e'\n", ":3: ", "⟨202E⟩ is not"),
    ],
)
def test_every_fault_is_told_with_its_place_and_the_default_holds(file: Path, text: str, line: str, said: str) -> None:
    """File, line, what would be right; the others of the file hold."""
    file.write_text(text, encoding="utf-8")
    found = read_configuration(file, {})
    assert len(found.findings) == 1
    assert str(found.findings[0]).startswith(f"{file}{line}")
    assert said in str(found.findings[0])
    assert found.settings.new is None


def test_one_bad_value_leaves_the_others(file: Path) -> None:
    """A slip costs one setting."""
    file.write_text("[study]\nnew = 'many'\ndue = 9\n", encoding="utf-8")
    found = read_configuration(file, {})
    assert (found.settings, len(found.findings)) == (Settings(due=9), 1)


@pytest.mark.parametrize("data", [b"\xff\xfe[study]", b"x" * (2**20 + 1)], ids=["latin", "huge"])
def test_a_file_that_is_no_text_is_told(file: Path, data: bytes) -> None:
    """One sentence, all defaults."""
    file.write_bytes(data)
    found = read_configuration(file, {})
    assert (found.settings, len(found.findings)) == (Settings(), 1)
    assert "no setting of it is used" in str(found.findings[0])


def test_the_environment_goes_before_the_file(file: Path) -> None:
    """An empty variable is none; a slip in a name or value is told."""
    file.write_text("[study]\nnew = 3\ndue = 4\n", encoding="utf-8")
    environment = {
        "QUIZAPP_STUDY_NEW": "8",
        "QUIZAPP_STUDY_DUE": "",
        "QUIZAPP_STUDY_RETENTION": "95",
        "QUIZAPP_LOOK_THEM": "x",
        "QUIZAPP_STUDY_LIMIT": "0",
        "QUIZAPP_DATA_DIR": "elsewhere",
    }
    found = read_configuration(file, environment)
    assert found.settings == Settings(new=8, due=4, retention=0.95)
    assert found.source(NEW.name) is Source.ENVIRONMENT
    assert found.source("study.due") is Source.FILE
    assert [str(finding).partition(";")[0] for finding in found.findings] == [
        "$QUIZAPP_LOOK_THEM: there is no such setting",
        "$QUIZAPP_STUDY_LIMIT: study.limit is a whole number from 1 to 9999",
    ]


@given(raw=st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=9), st.lists(st.none())))
def test_what_is_understood_is_within_its_bounds(raw: object) -> None:
    """Any value at all is either refused or a value that the app can use."""
    for setting in SETTINGS:
        with suppress(ValueError):
            value = understood(setting, raw)
            assert understood(setting, value) == value


def test_an_exam_that_is_over_is_none() -> None:
    """A forgotten line in a file changes nothing."""
    settings = Settings(exam=date(2026, 5, 1))
    assert settings.aim(date(2026, 5, 1)) == Aim(exam=date(2026, 5, 1))
    assert settings.aim(date(2026, 5, 2)) == Aim()


def test_every_setting_is_obeyed() -> None:
    """What is offered is read by a use case or a face, or by the figures that are made of several settings."""
    code = Path(quizapp.model.setting.__file__).parents[1]
    rooms = [path.read_text("utf-8") for room in ("usecases", "tui", "cli") for path in (code / room).rglob("*.py")]
    made_of = (code / "model" / "setting.py").read_text("utf-8")
    for setting in SETTINGS:
        read = re.compile(rf"\bsettings\.{setting.key}\b")
        assert any(read.search(text) for text in rooms) or re.search(rf"\bself\.{setting.key}\b", made_of), setting.name
    assert any("settings.limits" in text for text in rooms)
    assert any("settings.aim(" in text for text in rooms)


def test_a_switch_is_understood_in_the_words_of_toml(file: Path) -> None:
    """`false` for "off" and `true` for "on"; for what is no switch they are nothing."""
    file.write_text("[study]\ntypos = false\nhide_choices = true\n[look]\nsymbols = true\n", encoding="utf-8")
    found = read_configuration(file, {})
    assert found.settings == Settings(typos="off", hide_choices="on")
    assert len(found.findings) == 1
