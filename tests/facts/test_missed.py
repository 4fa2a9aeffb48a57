"""Facts that gold lists call needed and no question asked, each in a sentence of our own."""

from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Clara Hale found that the statue of Apollo had vanished, and that the plinth was broken in two.",
            "What did Clara Hale find out about the statue of Apollo?",
            "that it had vanished",
        ),
        (
            "Clara Hale said that the roof of the mill was sound and that the rain came in through the windows.",
            "What did Clara Hale say about the roof of the mill?",
            "that it was sound",
        ),
    ],
)
def test_the_first_of_two_sayings_is_asked(asked: Asked, text: str, stem: str, key: str) -> None:
    """What is said of one thing is no more than is asked because another saying follows."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        "Clara Hale said that the roof of the mill was sound but that the rain came in through the windows.",
        "Clara Hale said that the roof of the mill was sound and that it kept the rain out for a century.",
    ],
)
def test_half_of_what_is_said_of_a_thing_is_not_asked(asked: Asked, text: str) -> None:
    """A contrast belongs to what is said, and “it” goes on about the same thing."""
    assert not any(key == "that it was sound" for key in asked(text).values())


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "A boat took them to Beirut, where Clara Hale repaired old pianos.",
            "Where did Clara Hale repair old pianos?",
            "Beirut",
        ),
        (
            "The family fled to Beirut, where the brothers taught algebra for seven years.",
            "For how long did the brothers teach algebra in Beirut?",
            "seven years",
        ),
        (
            "Tom Bell took her to the technical college in Hull, where Clara Hale studied chemistry.",
            "Where did Clara Hale study chemistry?",
            "Hull",
        ),
        (
            "Tom Bell moved to Trenton, New Jersey, where Clara Hale built a dam.",
            "Who built a dam in Trenton?",
            "Clara Hale",
        ),
        (
            "A train took her to Basel, where Clara Hale taught Latin until she was 70.",
            "In Basel, who taught Latin until she was 70?",
            "Clara Hale",
        ),
        (
            "Tom Bell drove to the old town, where the temperature reached 23 degrees.",
            "How many degrees did the temperature reach in the old town?",
            "23 degrees",
        ),
    ],
)
def test_what_happened_where_somebody_went_is_asked(asked: Asked, text: str, stem: str, key: str) -> None:
    """“Where” stands for the place before the comma, which anchors what the clause tells."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale carried a box to farms above Brackenford, where snow often closes the road.", "Brackenford"),
        ("Along the banks of the Severn, where Clara Hale planted 300 willows, beavers have settled.", "willows"),
        ("Clara Hale lives near a factory in Jena, where 280 people build lenses.", "280"),
        ("The plan follows a trial in the Tolland valley, where eleven schools took part.", "eleven"),
        ("At Harbour Street School, where Tom Bell spoke, Clara Hale praised a plan for longer breaks.", "speak"),
        ("Clara Hale lived in Lyon, Paris and Hull, where she taught Latin.", "Latin"),
        ("From the public gallery, where eighty people had waited since noon, Clara Hale cheered.", "eighty"),
    ],
)
def test_what_may_have_been_elsewhere_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Of two places, of a part of one, of what is counted in a part of one, or where too little is told."""
    written = asked(text)
    assert not any(wrong in f"{stem} {key}" and " in " in stem for stem, key in written.items() if "where" not in stem)


def test_what_went_there_is_it(asked: Asked) -> None:
    """The place is “where”, so that “it” is what went there."""
    told = asked("The warm gas travels to the second boiler, where it releases its heat into the river.")
    assert "Where does the warm gas release its heat into the river?" in told


def test_what_had_been_done_before_is_asked(asked: Asked) -> None:
    """“Having twisted …” tells what its subject had done, without saying that it is the reason."""
    told = asked("Clara Hale left the stage on crutches, having twisted an ankle during rehearsals in Leeds.")
    assert told.get("What did Clara Hale twist during rehearsals in Leeds?") == "an ankle"


def test_what_the_first_sentence_says_was_done_is_known(asked: Asked) -> None:
    """“Votes” of a title is what the council does; the vote is one."""
    told = asked(
        "Leeds council voted by 23 to 19 on Tuesday to close the bridge.",
        "The vote was close because four members of the largest party stayed away.",
        title="Leeds council votes to close bridge",
    )
    assert "Why was the vote close?" in told


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (
            ("Clara Hale then emptied a cask of wine into the harbour, a ceremony known as the Blessing of Boats.",),
            "the Blessing of Boats",
        ),
        (
            (
                "A stone from a fire can split when cold water touches its surface.",
                "Miners call this thermal breaking.",
            ),
            "thermal breaking",
        ),
    ],
)
def test_what_was_told_is_asked_for_its_name(asked: Asked, texts: tuple[str, ...], key: str) -> None:
    """A name with “of” in it is one, “then” is left out, and “this” may be read as a part of the name."""
    assert key in asked(" ".join(texts)).values()


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The bridge was closed for repairs, but the mayor, Ann Bell, reopened it on 3 May 1994.",
            "Who reopened the bridge on 3 May 1994?",
            "Ann Bell",
        ),
        (
            (
                "Clara Hale told reporters that a new tax had been on the table. It would have spread the burden over "
                "three years instead of one, she said, and would have paid boat owners in Leeds."
            ),
            "According to Clara Hale, the new tax would have spread the burden over ____ years instead of one.",
            "three",
        ),
    ],
)
def test_what_was_told_of_is_it(asked: Asked, text: str, stem: str, key: str) -> None:
    """A person is no “it”: what the clause before was about is, or what somebody told of."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        "The letter was found in a box, but the judge, Ann Bell, burned it in 1994.",
        "Clara Hale said that the firm had bought a mill. It would cost £4 million to mend.",
        "Clara Hale said that the firm had been popular in Leeds. It would cost £4 million to save.",
    ],
)
def test_of_two_things_neither_is_it(asked: Asked, text: str) -> None:
    """The box may have been burned, and the mill is what costs."""
    assert not any("the letter" in stem and "burn" in stem for stem in asked(text))
    assert not any("the firm" in stem and "cost" in stem for stem in asked(text))


def test_whoever_wears_it_needs_no_introduction(asked: Asked) -> None:
    """Of a thing that anybody may wear “the wearer” tells enough, however often the article says so."""
    told = asked(
        "A microphone on the collar picks up the noise around the walker.",
        "A chip plays the noise, so that the walker can plan a longer route.",
        title="How dog collars record noise",
    )
    assert "What picks up the noise around the walker?" in told


def test_what_somebody_compares_is_asked(asked: Asked) -> None:
    """A claim that one thing matters more than another is asked of the one who made it."""
    told = asked("In her first book Clara Hale argued that soft soil mattered more than strong winds.")
    assert told.get("According to Clara Hale, what mattered more than strong winds?") == "soft soil"
    assert not asked("Landmarks matter more than the sun.")


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The best-known legacy of the Parthians is their script, a set of 40 signs, each standing for a sound.",
            "The Parthians' script is a set of ____ signs.",
            "40",
        ),
        (
            "Unions objected to the plan to close Selby, a town of 6,000 people where Castell is the only employer.",
            "Selby is a town of ____ people.",
            "6,000",
        ),
    ],
)
def test_of_how_many_something_is_made_is_asked(asked: Asked, text: str, stem: str, key: str) -> None:
    """An aside tells it whatever its sentence says."""
    assert asked(text).get(stem) == key


@pytest.mark.parametrize(
    "text",
    [
        "Clara Hale rode from Leeds to Selby, a journey of 31 miles over bad roads.",
        "Leeds beat Selby by 60 points to 22, a difference of 38 points in the end.",
    ],
)
def test_how_far_it_was_is_no_size_of_a_town(asked: Asked, text: str) -> None:
    """An aside may sum up what the clause tells."""
    assert not any("is a" in stem or "was a" in stem for stem in asked(text))


def test_an_aside_taken_for_a_second_object_is_an_aside(asked: Asked) -> None:
    """And what it works on is what went in: a pump does not squeeze itself."""
    told = asked("Next, the gas enters the compressor, an electric pump that squeezes it into a smaller space.")
    assert told.get("What is an electric pump that squeezes the gas into a smaller space called?") == "the compressor"


def test_what_its_own_clause_tells_of_is_not_it(asked: Asked) -> None:
    """Stations that housed them housed something else."""
    told = asked("The stations that housed them, at Leeds and Hull, were decorated with great extravagance.")
    assert not any("housed the stations" in stem for stem in told)
