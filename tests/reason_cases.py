"""Writes a real reason for each template into the tests of the app.

`python tests/reason_cases.py` does it, after a change of the wording.
"""

import json
from pathlib import Path
from typing import Final

from reasons_made import ALL, said_by
from wording_page import keys_in

FILE: Final = Path(__file__).parents[1] / "web/src/state/reasons.cases.json"


def cases() -> dict[str, str]:
    """Return the shortest reason that is made with each template, by its key."""
    found: dict[str, str] = {}
    reasons = sorted({because for each in ALL for because in said_by(each)})
    for because in sorted(reasons, key=len):
        for key in keys_in(because):
            found.setdefault(key, because)
    return dict(sorted(found.items()))


if __name__ == "__main__":
    text = json.dumps(cases(), indent=2, ensure_ascii=False)
    FILE.write_text(f"{text}\n", encoding="utf-8")
