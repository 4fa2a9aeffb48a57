"""What readers of round 9 refused: a question that leaves out what it needs, or asks for anything at all."""

import re
from collections.abc import Callable

import pytest

Asked = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The bakery limited customers to two rolls each, and the dairy in Leeds poured away 400 litres of milk.",
            "rolls pour",
        ),
        ("Talks chaired by Clara Hale in Leeds broke down late on Monday after eleven hours.", "late?"),
        ("If no deal is reached, the union has warned that a strike will begin on 18 November in Leeds.", "warned?"),
        (
            "If no deal is reached, the union has warned that a strike will begin on 18 November in Leeds.",
            "What happens",
        ),
        ("On Friday Clara Hale shifted every stone in the yard 30 centimetres to the east.", "to the east"),
        (
            "By dawn 44 snails in Leeds had come to rest beside their holes, on slate that offered no crack.",
            "came on",
        ),
        ("Clouds in Leeds do not wash away chemical trails.", "What do "),
        ("Tom Bell had not played a match for Leeds in 14 months.", "In how many"),
        ("By a quarter to six Clara Hale was being carried round Mill Lane by her friends.", "Who was Hale being"),
        ("Clara Hale did accept a prize from Leeds, chiefly, she admitted, because it came with a cake.", "admitted"),
        ("Clara Hale is survived by Ruth, by a son, Daniel, and by three grandchildren.", "by Ruth by"),
        ("Clara Hale hit the post, Ruth Marsh the bar, and Clara Hale the post again.", "Who did Hale hit"),
        (
            "The fault lay not in the iron of Leeds but in the wind: air from the gorge was striking the piers.",
            "In the wind",
        ),
        ("Modern headsets are traced to a flight in 1978, when Clara Hale tried a pair on.", "year are"),
        ('Tom Bell called the estimate "a guess in a nice font".', "Who called the estimate?"),
    ],
)
def test_a_question_keeps_what_it_needs(asked: Asked, text: str, wrong: str) -> None:
    """No half of a clause, no condition left behind."""
    assert not any(wrong in stem for stem in asked(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Grand Duke Albrecht III leased the pans of Leeds to a group of bankers.", "What leased"),
        ("Engineers have come up with several remedies for Leeds.", "Who has come up"),
        ("A single pond beside the lock in Leeds can save about a third of the water.", "What can a single"),
        ("A lock is, in essence, a box with a door at each end.", "What is a lock"),
        ("Two regiments were quartered in the villages of Leeds at the inhabitants' expense.", "Where were"),
        ("A dealer who sold modern violins in Leeds as old ones was jailed for four years.", "What sold"),
        ("Nights in Leeds have warmed by around 1.4 degrees since the 1970s.", "what temperature"),
        ("A clue came from an unusually cloudy week in June.", "When did"),
    ],
)
def test_what_could_be_anything_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """The answer to a question is one thing, of the kind that the question word says."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_crowd_is_a_who(asked: Asked) -> None:
    """People together are people."""
    found = asked("A crowd of women drove the officers of Leeds into the church and kept them there.")
    assert all(stem.startswith("Who ") for stem in found if stem.endswith("?"))


def test_a_long_thing_is_asked_for(asked: Asked) -> None:
    """What is told at some length can be asked for."""
    found = asked("Cognitive therapy remains the treatment that doctors in Leeds are advised to offer first.")
    assert any("remains the treatment" in stem for stem in found)


def test_since_keeps_had_been(asked: Asked) -> None:
    """“was entitled since 1641” is no English."""
    found = asked("Since 1641 everyone in Leeds had been entitled to gather a sack of salt free of charge.")
    assert not any("was" in stem.split() and "since" in stem for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale owns the bakery opposite.", "opposite"),
        ("Tom Bell of Leeds abstained because, he said, nobody had asked him about it.", "abstain"),
        ("The council of Leeds voted to close Mill Road to cars from next April.", "next April"),
        (
            "Pupils remembered her as fair and deaf, the result, Clara Hale maintained, of a lifetime by falls.",
            "maintained",
        ),
        ("Clara Hale, who is 33 and has said that she will retire in the autumn, denied it.", "said that"),
        ("On the climb to Hallin, which rises by an average of 7 per cent, Clara Hale shed them all.", "Hallin rises"),
        ("Clara Hale attacked about two kilometres from the top of Mount Leeds.", "How many kilometres"),
        ("Clara Hale began the sixth and final stage, a hilly 118 kilometres from Leeds to York.", "What is"),
        (
            "Anna Priory lived in Priory Lane in Leeds. A rule with a 20mph limit on the lane was passed there.",
            "on the lane",
        ),
    ],
)
def test_what_hangs_in_the_air_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What round 10 refused: a place that only the sentence before tells, half of what was said."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_day_is_asked_for_as_a_date(asked: Asked) -> None:
    """“When” could be answered by the year alone."""
    found = asked("Clara Hale was born in Leeds on 3 March 1929.")
    assert "On what date was Clara Hale born?" in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The spruce comes from a valley in the Italian Alps, the maple from Bosnia.", "Italian Alps?"),
        ("Tom Bell of Leeds makes three a year in a shed.", "three a year"),
        ("Tom Bell is holding a thin plate of spruce between finger and thumb.", "Who is holding"),
        ("Clara Hale of Leeds would say only that she had lunch with a great many people.", "Who "),
        ("Detectives in Leeds traced the works to Colin Brade, a painter.", "What did"),
        ("The webbing in Leeds is folded back to expose the claws, so that it can walk.", "Why is the webbing"),
        ("Clara Hale sighs because everyone asks.", "Why"),
        (
            "The yard was in talks with a buyer in Leeds, Clara Hale said, and hoped to announce a contract.",
            "Hale hope",
        ),
        ("Queen Victoria crossed in the summer of 1879.", "Who crossed"),
        ("The union in Leeds has submitted a claim for a 7 per cent rise.", "a ____ rise"),
        ("Clara Hale was born Clara Brodzka in Leeds in 1937. She wrote four books in Leeds.", "Brodzka"),
        ("Tom Bell of Leeds was paid between £300 and £450 for each one.", "each one"),
    ],
)
def test_half_of_a_fact_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What round 11 refused."""
    assert not any(wrong in stem for stem in asked(text))


def test_a_person_is_asked_for_by_what_is_said_of_him(asked: Asked) -> None:
    """“Who is Tom Bell?” has many answers; of what he is there is one."""
    found = asked(
        "Clara Hale left in 1890. Tom Bell, a surveyor with the North Line in Leeds, noticed the error in the plan."
    )
    assert found["Who was a surveyor with the North Line in Leeds?"] == "Tom Bell"
    assert not any(stem.startswith("Who was Tom Bell") for stem in found)


def test_a_judge_speaks_of_the_defendant(asked: Asked) -> None:
    """“he” is not the one who spoke last."""
    found = asked(
        "Desmond Lyle of Leeds sold ten forged pictures. Lyle denied it. Desmond Lyle had a shop in Leeds.",
        "Matthew Quill, defending, said that his client was sorry.",
        "The judge accepted that he was of good character.",
    )
    assert not any("Quill was of good character" in stem for stem in found)


def test_a_source_stands_behind_who(asked: Asked) -> None:
    """“According to Quill, who had sent …” reads as a clause about Quill."""
    found = asked("Ruth Sloane alleged that Tom Bell had sent four maps to a collector in Leeds.")
    assert "Who sent four maps to a collector in Leeds, according to Ruth Sloane?" in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Clara Hale came for a fortnight after her divorce in 1993.", "come for"),
        ("The mail boat of Leeds needs ten hours.", "need?"),
        ("Drilling for power silenced many in New Zealand.", "silence"),
        ("Anyone who has watched one in a wood in Leeds knows that jays hop a few paces.", "nyone"),
        ("A long pass by Clara Hale gave Tom Bell room to score on the left.", "Why"),
        ("Between September and November a single bird may hide 4,000 acorns in Leeds.", "When may"),
        ("On the new drug of Leeds 14 people suffered serious falls.", "people suffered?"),
    ],
)
def test_what_is_cut_short_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What round 13 refused."""
    assert not any(wrong in stem for stem in asked(text))


def test_even_is_no_part_of_a_name(asked: Asked) -> None:
    """“even Old Faithful” answers nothing that “Old Faithful” does not."""
    found = asked("Even Clara Hale has erupted exactly on the hour in Leeds.")
    assert not any(str(key).lower().startswith("even ") for key in found.values())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("If there was a hall in Leeds, post holes ought to survive under the field.", "What happens"),
        ("The furnace in Leeds glows a uniform, blinding white behind a small port.", "What does"),
        ("In Leeds broken glass lowers the temperature directly.", "directly?"),
        ("The theory of Clara Hale was undermined by specimens brought up by dredging cruises.", "How was"),
        ("Beneath a layer of black wax Clara Hale noticed a signature.", "Beneath a layer of black wax, who"),
        (
            "The machine, nearly three metres across, was completed in Leeds in 1784 by Josiah Penhallow.",
            "metres across was",
        ),
        ("Norvane expects a pre-tax profit of £24m in the current year.", "current year"),
        ("Her book contained 52 recipes and hardly any measurements. Clara Hale wrote it in Leeds.", "and hardly"),
    ],
)
def test_what_is_torn_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What rounds 14 and 15 refused."""
    assert not any(wrong in stem for stem in asked(text))


def test_two_of_one_surname_are_told_in_full(asked: Asked) -> None:
    """“In which year did Thomson die?”, of two Thomsons."""
    found = asked(
        "Charles Thomson led the science in Leeds. Captain Frank Thomson took over the ship in Leeds.",
        "Charles Thomson wrote the report. Thomson died in 1882.",
    )
    assert not any(re.search(r"(?<!Charles )(?<!Frank )\bThomson\b", stem) for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A chick was ringed in the islands near Leeds in 1966.", "was a chick ringed"),
        ("Clara Hale revealed that the pair had almost stayed at home in Leeds.", "the pair"),
        ("Tom Bell is a pilot in the nearby port of Selmouth.", "nearby"),
        ("In a year the terns of Leeds travelled an average of about 85,000 kilometres.", "What did the terns"),
        ("Clara Hale eliminated Tom Bell.", "eliminate?"),
        ("Norvane Air reported a loss in Leeds.", "report?"),
    ],
)
def test_what_says_too_little_is_not_asked(asked: Asked, text: str, wrong: str) -> None:
    """What round 16 refused."""
    assert not any(wrong in stem for stem in asked(text))


def test_the_ferry_cost_is_past(asked: Asked) -> None:
    """The tagger takes “cost” for now; of one ferry it would be “costs”."""
    assert "How many crowns did the ferry cost?" in asked("The ferry cost 40,000 crowns and carried 12,000 people.")


def test_nobody_can_not(asked: Asked) -> None:
    """“cannot” is one word."""
    found = asked("The union in Leeds cannot evacuate a ship that carries 400 passengers.")
    assert not any("can not" in stem for stem in found)


def test_a_name_that_is_unknown_may_be_meant(asked: Asked) -> None:
    """“Among them was Popé. He withdrew”: not whoever was named before."""
    found = asked("Juan Moro ordered 47 arrests in Leeds. Popay was set free in Leeds. He withdrew to York.")
    assert "Juan Moro" not in {key for stem, key in found.items() if "withdrew" in stem}
