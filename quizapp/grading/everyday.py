"""Everyday words: one that was typed is the word that was meant, and no slip of another one."""

from functools import cache
from gzip import decompress
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_WORDS: Final = """
acid acre actor adsorption affection alloy altar amber angel angle ankle apple arch arena army arrow axes axis back
bacon badge bait baker ball band bank banker banner bard barge bark barley barn barrel barren base basin basis basket
bath bean bear beard beast beat beaver beech beef beer bell belt bench bend berry bill bird birth bitter blade blame
blaze blood bloom blow board boat body bolt bomb bond bone book boom boot border bore bottle bowl brain brake branch
brand brass bread break breath breeze brew brick bride bridge broom broth brown brush buck bulb bull bunk burn bush
butter cable cage cake calf camp canal cancer candle cane cannon canoe cape card cart carter case cash casket cast
castle cattle cave cell cellar cession chain chair charm chart chase cheap cheat cheek chess chest chief chin cider
circle city clam clay clock cloth cloud clove clover coach coal coast coat coin cold collar colon comb comet
competition composition cone conservation conversation cook cool cooper copper coral cord core cork corn corner couch
cough court cover crab crack craft crane crash crate crater cream creek crest crew crime crop cross crow crowd crown
crust curtain curve dagger dairy dance dancer dawn dead deaf dean death debt deck dedication deductive deep deer delay
deletion depletion desk devolution diet dish ditch diver dock doll dome donkey door dose dough dove down draft drain
drama draught dress drift drill drink driver drop drought drug drugs drum drums duck duke dust earl edge ejection
elation election electron emigration empire erection eruption estate evidence evolution face faint fair fairy fall
fame famine fare farm farmer fast fate father fault feast feather feet felt fence ferry fever field fight file film
filter finger fire firm fish flag flame flank flat flax fleet flesh flight flint flood floor flour flower fluke flute
foal fold food foot force fork form fort fowl frame freeze friend front frost fruit fuel fume fund game garage garden
gate ghost giant gift gland glass globe glove glue goal goat gold golf goose gorge grace grade grain grape grass grave
gravel great green grid grief grill grip groom ground group grove guard guest guide guild guilt gulf gull hail hair
hall hand harbour hare harm harp hatch hawk hazel head heart hearth heat hedge heel heir herb herd herring hill
historic hive hole holly home honey hood hook horn horse hose host hound house hull hunger hunter hurdle hysteric icon
infection injection inlet inspection intention invention ionic iron ironic irrigation irritation island jail joint
judge juice kettle king kite knee knight knot label lace ladder lake lamb lamp lance land lane lark laser lava lawn
lead leaf leak leap lease ledge left lens leper lever life lift light lily limb lime line linen lines link lion lips
list litigation liver loaf loan location lock locust lodge long loom lord lorry lost louse love lover lower lung lunge
mace maid mail maize malt mane manor maple mare marker market marsh mask mason mass mast master mate mayor maze meal
meals meat medal mediation medication melon mercy metal meter mice midge migration mile milk mill mine miner minister
mink minor mint mist mitigation mixer moat molar mole money monk monster moon moor moose moss moth motor mould mound
mouse mouth mule myth nail nave navel navy neck nerve nest neuron neutron noon nose notation note novel nurse oats
office olive optical oven pace pack page pages paint painter palace pale palm pane panel paper parish park party pass
paste patch path patient pause pawn peach peak pear pearl peat pedal pepper perch pest petal pier pike pile pill pilot
pine pint pipe pirate pitch place plague plain plane plank plant plaque plaster plate play plot plough plum poem poet
point poison polar pole police pond pony pool poor porch pork port porter post potter pouch powder power prawn
presidency press price pride prince print printer prison prize proton prune pulp pump purse quay queen quilt race rack
raft rail rain rank rash raven reed reef rejection relation rent residence resin revolution rice rider ridge right
ring river rivet road roast robe rock rocket roof room root rope rose rotation rower ruby rust sack safe sail sailor
saint sale salt sand satin scale scarf scent scout scrap screen screw seal seat secession seed selection senate
session shade shaft shale share shark shed sheep sheet shelf shell ship shirt shoe shop shore short shovel shower
shrew silk silver singer sink site skin skirt skull slate slave sleep sleet slice slope smell smile smith smoke snail
snake snow soap soil solar sold solder soldier sole solid song soot soul soup space spade spark spear spice spider
spike spine spoon spring squid stable staff stage stain stair stake stalactite stalagmite stalk stall stamp star state
statue statute steam steel stem step stick stock stone stool store stork storm story stove straw stream strike string
stroke succession suit swamp swan sweat sweet table tablet tail tailor tale tank tanner tape task taste team tear tent
thief thigh thorn thread throat throne ticket tide tile timber tins title toast tomb topic topical torch towel tower
town trace track trade trail train tram trap tray treat treaty tree trench trial tribe trick tropic tropical trout
truck trunk truth tube tuna tunnel turf twig typical vacation vale valley valour valve vapour vault veil vein venus
verse vertical vessel vest vice vine violet vocation voice vortical vote voter wage waist waiter walk wall warden warm
wash wasp waste watch water wave wealth weaver weed weight whale wheat wheel whip widow wife wild wind window wine
wing winner winter wire witch wolf wood wool worker worm wound wrist writer yard yarn yeast yolk
"""
"""Words near others that the dictionary lacks or has without their forms, in the singular."""

_PLURAL: Final = "s"
_RESOURCES: Final = "resources"


@cache
def _lemmas() -> dict[str, frozenset[str]]:
    """Every form of a word that is no name, with the words that it is a form of.

    Most are from lemminflect's dictionary, whose package is found and not imported: only its lists are wanted. That
    takes a fifth of a second, paid at the first slip of one word into another.
    """
    found = {word: frozenset((word,)) for word in _WORDS.split()}
    for form, lemmas in _listed("lemma_lu.csv.gz"):
        if form.islower():
            found[form] = found.get(form, frozenset()).union(lemmas.split("/"))
    for lemma, _ in _listed("infl_lu.csv.gz"):
        if lemma.islower():
            found[lemma] = found.get(lemma, frozenset()).union((lemma,))
    return found


def _listed(name: str) -> list[tuple[str, str]]:
    """The first and the last column of a list of lemminflect's."""
    spec = find_spec("lemminflect")
    root = Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else Path()
    lines = decompress((root / _RESOURCES / name).read_bytes()).decode().splitlines()
    return [(word, rest) for word, _, rest in (line.split(",", 2) for line in lines)]


def is_another(given: str, expected: str, *, name: bool = False) -> bool:
    """Whether a word is one that there is, and no other form of the word that is right.

    Where that may be a `name`, it must be a word, too: nobody who typed “Edit Crane” means anybody but Edith.
    """
    if given.removesuffix(_PLURAL) == expected.removesuffix(_PLURAL):
        return False
    one, other = _known(given), _known(expected)
    return bool(one) and one.isdisjoint(other or {expected}) and not (name and not other)


def is_form(given: str, expected: str) -> bool:
    """Whether one word is an irregular form of the other: “lent” for “lend”."""
    return not _known(given).isdisjoint(_known(expected))


def _known(word: str) -> frozenset[str]:
    return _lemmas().get(word) or _lemmas().get(word.removesuffix(_PLURAL), frozenset())
