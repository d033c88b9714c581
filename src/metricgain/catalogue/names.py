"""How two spellings of a name are told to be the same name."""

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {"\u0131": "i", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae"}
)
_APOSTROPHES = re.compile("['\u2019\u2018`\u00b4]")
_NOT_WORD = re.compile(r"[^\w]+")


def normalise(name: str) -> str:
    """Return a name in lower case, without accents, punctuation and doubled blanks.

    Two names that come out alike are the same name: an alias is kept and looked up in
    this form.
    """
    # An accent that stands alone is an apostrophe, and must go before it comes apart.
    text = _APOSTROPHES.sub("", name.casefold().translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_NOT_WORD.split(plain)).strip()
