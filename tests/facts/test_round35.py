"""What both readers of round 35 refused, by its shape."""

from collections.abc import Callable

import pytest

from quizapp.model.fact import FactSheet

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The flood, equal to 3,000 lorries of water, destroyed the harbour of Leeds in 1917.", "water destroy"),
        ("The gallery, 2,130 yards long, was expected to take three years and took eleven in Leeds.", "long was"),
        ("Clara Hale worked out the essentials in Leeds in 1846, after lowering a lamp into the well.", "essentials"),
        ("The body is in three parts: a shield, an abdomen and a long tail.", "the body"),
        ("Brittle bones in particular often mark the end of independent life in Leeds.", "in particular"),
        ("Tom Bell, who keeps the only shop, said he had voted for Clara Hale.", "the only shop?"),
        ("Residents of Mill Street have been invited to a meeting at the Leeds Hall on 12 June.", "On what date have"),
        ("City had 74 per cent of the possession and 29 shots, but they lost in Leeds.", "possession and 29"),
        ("Each catch produces the familiar tick.", "each catch"),
        ("She is survived by two daughters, Clara and Ruth, a son, Tom, and five grandchildren.", "survived"),
        ("At nine o'clock on 6 December 1917, two ships collided in the Narrows of Leeds.", "How many ships"),
        (
            "Judge Clara Hale told the jury to consider only the value of the homes, the cost of care, and the grief.",
            "of the homes?",
        ),
        (
            "The moth is blue, and has a property noticed in 1956 by Clara Hale, a pathologist working at Leeds.",
            "Who is a pathologist",
        ),
    ],
)
def test_what_readers_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Not as a question, a gap or a statement."""
    assert not any(wrong in stem for stem in asked(text))


def test_two_clauses_that_run_together_are_not_understood(asked: Asked) -> None:
    """“the book sold poorly and Lisle” is nobody."""
    found = asked("The book sold poorly and Lisle went bankrupt before he could pay Clara Hale in full.")
    assert not any("sold poorly" in str(key) for key in found.values())


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The last strike on the Leeds Sound, in 1998, lasted seven weeks.", "How long did the last strike"),
        ("Tom Bell keeps the only shop in Leeds.", "Who keeps the only shop in Leeds?"),
    ],
)
def test_what_is_whole_is_asked(asked: Asked, text: str, stem: str) -> None:
    """The rules leave these alone."""
    assert any(each.startswith(stem) for each in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The Leeds opposition claimed to have won, as crowds met in the city and the premier, Tom Bell, left it.",
            "opposition le",
        ),
        (
            "In the Leeds Canal, south of Hull, Clara Hale caught some that were only a few millimetres long.",
            "some that",
        ),
        ("Light, gleaming with copper and paint, it reached 28 miles an hour in Leeds on 6 May 1829.", "Light"),
        ("Today the Alhambra seats 780 and gives some 200 performances a year in Leeds.", "What gives"),
        ("Clara Hale declined an MBE in 1988.", "Which organisation"),
        ("Neighbouring Kestria offered to host talks in May 1990.", "id Neighbouring"),
        (
            "Officers who searched Tom Bell's office in Leeds found a notebook in which he had listed his customers.",
            "Who found",
        ),
        (
            "In the spring of 1829 the directors of the Leeds Railway had nearly finished building a line.",
            "When had",
        ),
        ("The mast that stood at ten storeys in March stands at twenty by June in Leeds.", "mast stood"),
        ("By the time the road flattened out at Leeds the lead was 45 seconds.", "how long was the lead"),
    ],
)
def test_what_readers_of_round_36_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """Wrong subjects, names that are none, pronouns whose noun is in the answer."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_firm_with_an_ampersand_is_no_person(asked: Asked) -> None:
    """“Ms Brandt” is not Mr Lowe of “Brandt & Lowe”."""
    stems = asked(
        "Brandt & Lowe, the maker of ovens, agreed on Monday to be acquired by Kuipers Holding of Leeds. "
        "Brandt & Lowe was founded in 1906.",
        "Caroline Brandt is the chief executive. Ms. Brandt will remain as head of the business for two years.",
    )
    assert not any("Lowe remain" in stem for stem in stems)


def test_a_verb_is_spelt_as_the_article_spells_it(asked: Asked) -> None:
    """“had fitted” was “fitted”, not “fit”."""
    stems = asked("Clara Hale had fitted 26 satellite tags to large eels in the Azores.")
    assert any("fitted" in stem or "did Clara Hale fit" in stem for stem in stems)
    assert not any("Hale fit " in stem and not stem.startswith("How many") for stem in stems)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Judge Clara Hale found that Garland Hides, which employs 140 people in Leeds, had known of it.", "employ"),
        ("Tom Bell noted that 51 people had dropped out in Leeds, 34 of them from the breathing group.", "breathing"),
        ("The species ranges from Ireland to northern Iran.", "Which country"),
        ("Clara Hale lived in Leeds. Weddings paid the rent; the harbour she photographed before breakfast.", "called"),
        ("Clara Hale is survived by five grandchildren, the eldest of whom is a welder in Leeds.", "of whom?"),
        ("Clara Hale's explanation did little to calm the room.", "do little"),
        ("In Leeds a little breeze helps, because it spreads the cooling upwards.", "help?"),
        ("Clara Hale ran the Leeds brewery from 1838 until 1877.", "Until which year"),
        (
            "Clara Hale, otherwise the best player on the field in Leeds, knocked on within sight of the line.",
            "otherwise",
        ),
        ("The mayor of Leeds, Clara Hale, who does not sit in parliament, may follow him.", "does not"),
    ],
)
def test_what_readers_of_round_37_refused_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """The article's asides given to a source, some taken for all, words that lean on others."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_place_keeps_its_off(asked: Asked) -> None:
    """“Off Newfoundland, where …” is not at it."""
    stems = asked("Off Newfoundland, where warm air meets the frigid Labrador Current, the fog lies for weeks.")
    assert not any(stem.startswith("At Newfoundland") for stem in stems)


def test_a_verb_with_a_particle_has_it_once(facts: Callable[..., FactSheet]) -> None:
    """“denied that he had brought down the government” is accepted without a second “down”."""
    sheet = facts("Tom Bell, the leader of Leeds, denied that he had brought down the government.")
    wordings = [wording for fact in sheet.facts for wording in (fact.key.text, *fact.key.accepted)]
    assert not any("down down" in wording for wording in wordings)
