"""What is avoided is found in every form that English gives a word, and not in words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from tests.words.english import english

THEMES = english().themes


def said_of(text: str, *avoid: str) -> str:
    """The words of a text that are avoided; empty where there are none."""
    breach = Promises(Person(avoid=avoid), english()).avoided(text)
    return breach.words if breach else ""


SPEAK_OF = {
    "water": "riverside seaside lakefront waterfront salt-water RAINWATER seabed swam boats' Wave's"
    " Sea-shells underwater raindrops ferries oceanic waterlogged rapids",
    "heights": "clifftop mountainous climbed highest flew flown rooftops staircase hillsides uphill tallest",
    "the dark": "darkest darkened nights night-time shadowy blackness dimmed caves overnight",
    "touch": "touches hugged stroking kissed holding-hands cuddles massages skin",
    "lying down": "lie lying lay lain beds bedside hammock reclines sofa mattress",
    "people": "persons Somebody's women grandchildren families crowded fishermen wives schoolboy"
    " everyone neighbour's",
    "faith": "God's prayed praying churches churchyard blessings angels faithful Christmas temples-of",
    "animals": "dogs PUPPIES birdsong horseback penguins geese mice kitten's seabirds",
    "fire": "fires fireside firelight candlelit burnt smoky lanterns",
    "heat": "warmth hottest sunny sunlit summertime heated",
    "cold": "colder froze snowfall icy freezing iceberg",
    "storms": "stormy winds thunderstorms windswept",
    "sleep": "slept asleep sleepiest dreams dreamlike napping",
    "pain": "painful painless aching headaches hurts",
    "loss": "died dying dead grief lose widowed",
    "small spaces": "narrow trapped elevators caves cramped",
    "food": "eaten baking teapot apples drank",
    "war": "fought soldiers gunshot knives warfare",
}
LOOK_SO = {
    "water": [
        "watering down the soup",
        "mouth-watering",
        "season search seat flower easy rapidly",
        "ponder it",
        "an airship",
    ],
    "heights": [
        "a windfall",
        "nightfall",
        "highly likely",
        "the bridge of your thoughts",
        "things fall into place",
    ],
    "the dark": ["a knight", "blackberries", "a blackbird sings"],
    "touch": ["keep in touch", "skinny", "a pattern"],
    "lying down": ["a riverbed", "believe relief client", "what lies ahead", "play delay"],
    "people": [
        "many manage manner",
        "a season",
        "personal",
        "romance",
        "gather your thoughts",
    ],
    "faith": ["since single using", "a holiday", "gracefully", "monkeys", "provide", "an amenity"],
    "animals": ["category rather", "animated", "bear it", "a ponytail"],
    "insects": ["important plant want", "flying"],
    "fire": ["firm", "kindly", "confirm", "sideburns"],
    "heat": ["theatre wheat cheat", "hotel photo", "a sweater", "heather"],
    "cold": ["office notice price", "scold"],
    "storms": ["the window", "a winding road", "unwind", "wind down"],
    "sleep": ["snap napkin", "kidnap"],
    "pain": ["paint campaign Spain", "stingy"],
    "loss": ["diet studied", "a deadline", "gravely"],
    "small spaces": ["box breathing", "lift your arms", "elevate"],
    "food": ["great seat feather", "apply", "a honeymoon"],
    "medicine": ["forward and backwards", "hospitable", "body scan", "cooperate"],
    "war": ["warm reward aware toward", "earshot"],
    "counting": ["country account discount"],
}


@pytest.mark.parametrize(
    ("theme", "word"), [(name, word) for name, words in SPEAK_OF.items() for word in words.split()]
)
def test_a_theme_is_found_in_every_form_of_its_words(theme: str, word: str) -> None:
    assert said_of(f"Bring to mind {word}.", theme)


@pytest.mark.parametrize(
    ("theme", "text"), [(name, text) for name, texts in LOOK_SO.items() for text in texts]
)
def test_words_that_only_look_so_are_said(theme: str, text: str) -> None:
    assert said_of(text, theme) == ""


@pytest.mark.parametrize("theme", THEMES)
def test_no_exception_hides_a_word_of_its_theme(theme: str) -> None:
    for words in (*THEMES[theme].words, theme):
        assert said_of(words.replace("=", "").replace("...", "of the"), theme), words
    for words in THEMES[theme].exceptions:
        assert said_of(words.replace("=", ""), theme) == "", words


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_may_be_called_by_other_names(theme: str) -> None:
    for name in (theme, *THEMES[theme].also):
        assert Promises(Person(avoid=(name.upper(),)), english()).themes == {theme}


@pytest.mark.parametrize(
    ("own", "text", "found"),
    [
        ("light", "the sunlight", "sunlight"),
        ("light", "it grows lighter", "lighter"),
        ("light", "slightly delightful", ""),
        ("rest", "the forest restaurant", ""),
        ("rest", "resting", "resting"),
        ("pain", "paint", ""),
        ("moth", "your mother", ""),
        ("flow", "a flower", ""),
        ("man", "many", ""),
        ("heat", "theatre and heather", ""),
        ("child", "children", "children"),
        ("children", "a child", "child"),
        ("Swim", "we SWAM", "swam"),
        ("swam", "to swim", "swim"),
        ("my father", "my father's chair", "my father's"),
        ("my father", "my friend", ""),
        ("break down", "it broke down", "broke down"),
        ("café", "the CAFÉS", "cafes"),
        ("cafe", "a café", "café"),
        ("don't", "you don’t", "don't"),
        ("=...", "anything", ""),
        ("🐧", "a 🐧", ""),
        ("grey", "gray stone", "gray"),
        ("doctor", "Doctors' orders", "doctors"),
        ("doctor", "the doctorʼs", "doctor's"),
    ],
)
def test_own_words_are_found_by_their_stems_and_in_words_put_together(
    own: str, text: str, found: str
) -> None:
    plain = said_of(text, own).replace("é", "e")
    assert plain == found.replace("é", "e")


HIDDEN = st.sampled_from(["\u00ad", "\u200b", "\u2060", "\ufe0f", "\u200d", "\u0338"])


@given(st.sampled_from(["water", "seaside", "waves"]), st.integers(1, 4), HIDDEN, st.booleans())
def test_what_can_not_be_seen_hides_no_word(word: str, at: int, hidden: str, loud: bool) -> None:
    text = word[:at] + hidden + word[at:]
    assert said_of(f"The {text.upper() if loud else text}, slowly.", "water")


@given(st.sampled_from(["water", "people", "faith"]), st.text(max_size=40))
def test_any_text_can_be_looked_through(theme: str, text: str) -> None:
    assert said_of(f"{text} waves, friends, prayers {text}", theme)
