"""Explainers and school texts: terms by what is said of them, kinds and lists, and sentences that the parser tears."""

from collections.abc import Callable

import pytest

from quizapp.facts.scene import Scene

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Both have cytosol, a watery fluid in which most of the reactions of the cell take place.",
            "What is a watery fluid in which most of the reactions of the cell take place called?",
            "cytosol",
        ),
        (
            "Next comes the shutter, the part that lets light into the camera.",
            "What is the part that lets light into the camera called?",
            "the shutter",
        ),
        (
            "They wind down the flaps, which are thin boards covering holes in the floor of the chamber.",
            "What are thin boards covering holes in the floor of the chamber called?",
            "the flaps",
        ),
        ("Spinach contains a yellow pigment, lutein, which absorbs light.", "What yellow pigment", "lutein"),
        (
            "The shell of a beetle is made mainly of chitin, a tough carbohydrate.",
            "What tough carbohydrate is the shell of a beetle made mainly of?",
            "chitin",
        ),
        (
            "The blood flows into the aorta, the widest vessel that leaves the heart.",
            "What is the widest vessel that leaves the heart called?",
            "the aorta",
        ),
        (
            "Marble consists chiefly of dolomite, a form of calcium carbonate.",
            "What form of calcium carbonate does marble consist chiefly of?",
            "dolomite",
        ),
        (
            "In the side walls are small sliding doors known as wickets, which let water in or out.",
            "What are small sliding doors that let water in or out called?",
            "wickets",
        ),
        (
            "There are three main kinds of ocean current in the North Sea: warm, cold and tidal.",
            "What are the three main kinds of ocean current in the North Sea?",
            "warm, cold and tidal",
        ),
        (
            "A cup of tea needs only three ingredients: water, leaves and milk.",
            "Which three ingredients does a cup of tea need?",
            "water, leaves and milk",
        ),
        (
            "The head gardener, Thomas Hallam, numbered the trees in red paint in 1845.",
            "Who numbered the trees in red paint in 1845?",
            "Thomas Hallam",
        ),
    ],
)
def test_a_term_is_asked_for_by_what_is_said_of_it(asked: Asked, text: str, stem: str, key: str) -> None:
    """Whatever the sentence around it hangs on, the aside stands alone."""
    assert {key for begun, key in asked(text).items() if begun.startswith(stem)} == {key}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They filled three boxes: a jar with a lid, a ball with a slit cut in it, and two bricks.", "called"),
        ("Trains run high above the water, a height that was needed to let ships pass beneath.", "called"),
        ("The library, a brick building in Market Street that opened in 1907, is to close.", "called"),
        ("Some felt groggy for an hour after waking, an effect known as sleep inertia.", "What is an effect"),
        ("It has a platform, a canopy held up by iron pillars and, over the door, a sign.", "called"),
        ("Half were river otters, a larger species that lives mainly on fish and little else.", "called"),
        ("All had ataxia, a disorder in which damage to nerves, often in old age, makes walking hard.", "called"),
    ],
)
def test_an_aside_that_explains_no_term_is_not_asked_for(asked: Asked, text: str, wrong: str) -> None:
    """A list, the whole clause, a certain thing, a comparison, or an aside of which a part is lost."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Three things cause it: the gas in the bubbles of Leeds expands, and water turns to vapour.",
            "How many things",
        ),
        ("In Norway, hardly a mild country, about three households in five now own a heat pump.", "a mild country own"),
        (
            "On the outside, where the surface has passed 140 degrees, sugars and proteins react in 3 minutes.",
            "sugars and proteins",
        ),
        ("Wheat contains two groups of proteins, which lie tangled and dry in the grain of the wheat.", "tangled"),
        ("The term was first used by the English scientist Robert Hooke in 1665.", "the term"),
        ("Either way, a narrow English lock takes some fifteen minutes in Leeds.", "ither way"),
        ("At its end sits the regulator, the part that keeps the speed of the engine steady.", "does the part"),
        ("A passenger reading below deck sees a cabin that seems perfectly still in Leeds.", "What sees"),
        ("The first attempt of Clara Hale was a failure.", "first attempt"),
        ("Tom Bell, who had never built a lighthouse, was chosen in Leeds in 1838.", "never"),
        ("Members of the public in Leeds were allowed two minutes each.", "How long"),
        (
            "Tom Bell told the meeting in Leeds that he had not been upstairs for years, since the lift broke down.",
            "Why",
        ),
    ],
)
def test_what_the_parser_tears_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Each is the shape of a question that was asked about an article of 28 November."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_phrase_goes_back_to_its_preposition(asked: Asked) -> None:
    """“who go to bed at eight after a night's work tend …”: not “at eight after”."""
    found = asked(
        "Because the clock tells the body to be awake by day, nurses who go to bed at eight after a night's work "
        "tend to sleep lightly."
    )
    assert not any("after tend" in stem for stem in found)


def test_the_thing_that_a_paragraph_tells_of_goes_on(scene: Callable[..., Scene]) -> None:
    """“When the bladder is full, it …”; of “when the rain stops, it …” nobody knows."""
    told = scene("The bladder is a bag of muscle. When the bladder is full, it presses against the wall.")
    frog = scene("The frog buries itself in mud. When the rain stops, it climbs out.")
    assert [_meant(each) for each in (told, frog)] == ["the bladder", None]


def _meant(scene: Scene) -> str | None:
    last = scene.reading.sentences[-1]
    return scene.mentions.antecedent(next(t for t in last.slice if t.lower_ == "it"))
