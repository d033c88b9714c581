"""What there is to say about a file: codes, and what they mean in English.

The command line prints these texts; the app says the same in the reader's language, by
the code and the values in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from metricgain.importers.values import Finding, Severity

_CORRECT: Final = "Correct the set after the import."
_NO_DATE: Final = (
    "'{text}' is no date from 1970 to 2100: the set is counted, and cannot be kept"
    " without its day."
)
_NO_UNIT: Final = "The file does not say what its weights are in. {unit} seems right: "
_SAY_UNIT: Final = "Say so when you import, or say {other} if that is wrong."
_DATES: Final = (
    "Look at the days of the first workouts. If they are wrong, say the other order, or"
    " export again with dates such as 2024-05-31."
)

REMARKS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "weightNoNumber": (
            "'{text}' is no number; the set is kept without weight.",
            _CORRECT,
        ),
        "repsNoNumber": (
            "'{text}' is no number; the set is kept with 0 repetitions.",
            _CORRECT,
        ),
        "secondsNoNumber": (
            "'{text}' is no number; the set is kept without a time.",
            _CORRECT,
        ),
        "distanceNoNumber": (
            "'{text}' is no number; the set is kept without a distance.",
            _CORRECT,
        ),
        "weightImpossible": (
            "{text} cannot be; the set is kept without weight.",
            _CORRECT,
        ),
        "repsImpossible": (
            "{text} cannot be; the set is kept with 0 repetitions.",
            _CORRECT,
        ),
        "secondsImpossible": (
            "{text} cannot be; the set is kept without a time.",
            _CORRECT,
        ),
        "distanceImpossible": (
            "{text} cannot be; the set is kept without a distance.",
            _CORRECT,
        ),
        "weightTooLarge": (
            (
                "{text} is more than {most}, the most that is stored; the set is kept"
                " without weight."
            ),
            _CORRECT,
        ),
        "weightUnlikely": (
            "{weight} {unit} looks like a slip of the finger.",
            "It is kept as written; correct the set after the import.",
        ),
        "weightNegative": (
            "{weight} {unit} is less than nothing: assistance, it seems.",
            (
                "The set is kept as done with the body alone. If it was assisted, move"
                " it to an assisted exercise after the import."
            ),
        ),
        "weightNotDone": (
            "The set was done without a weight; {weight} {unit} were planned.",
            "It is kept without a weight; correct it after the import.",
        ),
        "weightsConverted": (
            (
                "{n} of {all} weights in {unit} look converted from the other unit"
                " ({written} {unit} is {weight} {other})."
            ),
            "They are kept as they were lifted, beside the text of the file.",
        ),
        "repsNotWhole": (
            "{text} repetitions are not a whole number; {n} are kept.",
            "Change the set after the import if that is wrong.",
        ),
        "repsUnlikely": (
            "{n} repetitions in one set look like a slip of the finger.",
            "They are kept as written; correct the set after the import.",
        ),
        "secondsTooMany": (
            "{text} seconds in one set cannot be; it is kept without a time.",
            "Add the time after the import if you remember it.",
        ),
        "distanceTooFar": (
            "{text} {unit} in one set cannot be; it is kept without it.",
            "Add the distance after the import if you remember it.",
        ),
        "rpeNone": (
            "'{text}' is no RPE from 1 to 10; the set is kept without it.",
            "Set the reps in reserve after the import if you remember them.",
        ),
        "rirNone": (
            "'{text}' are no reps in reserve; the set is kept without them.",
            "Set them after the import if you remember them.",
        ),
        "rowTooLong": (
            "The row has {n} cells where the heading has {width}.",
            "Look for a missing or an unquoted separator in this line.",
        ),
        "rowJoined": (
            (
                "The row has {n} cells where the heading has {width}: '{text}' was"
                " taken together again."
            ),
            "Nothing, if the text is right. The app forgot to quote it.",
        ),
        "rowBreaksOff": (
            "The row breaks off after {n} of {width} cells.",
            (
                "What is there is kept. Export the file again, or complete the set"
                " after the import."
            ),
        ),
        "exerciseMissing": (
            "The set names no exercise.",
            "Fill the cell in the file, or log this set by hand.",
        ),
        "exerciseSetsTooMany": (
            "More than {n} sets of '{exercise}' in one workout.",
            "Split the workout in the file, or leave these rows out.",
        ),
        "workoutSetsTooMany": (
            "More than {n} sets in one workout.",
            "Split the workout in the file, or leave these rows out.",
        ),
        "kindUnknown": (
            "'{text}' is no kind of set that {app} is known to write.",
            "The row is kept as a working set; change or delete it after the import.",
        ),
        "notStarted": (
            "The set is marked as not started.",
            "It is kept and waits for you to confirm it; delete it if it was not done.",
        ),
        "setsPackedWrong": (
            "'{text}' is no weight x repetitions.",
            "What can be read of it is kept; correct the set after the import.",
        ),
        "unitUnknown": (
            "'{text}' is no unit of weight; the set is kept in {unit}.",
            "Check the weight after the import.",
        ),
        "endsBeforeStart": (
            "The workout ends before it starts.",
            "It is kept without a duration; the sets are not touched.",
        ),
        "timerForgotten": (
            "The workout lasted {hours} h {minutes} min: its timer was left running.",
            "It is kept as {most} h; the sets are not touched.",
        ),
        "dateNone": (
            _NO_DATE,
            (
                "Correct the date in the file, or export it again and import it without"
                " saving it in between."
            ),
        ),
        "dateNoneInHevy": (_NO_DATE, "Correct the workout in Hevy."),
        "dateNoneInFitNotes": (
            _NO_DATE,
            "Correct the day in FitNotes and make a new backup.",
        ),
        "dateNoneOfMeasure": (
            "'{text}' is no date from 1970 to 2100.",
            "Correct the date in the file, or add the measures by hand.",
        ),
        "datesDayFirst": (
            "The dates may be read in two ways; they are taken as day, month, year.",
            _DATES,
        ),
        "datesMonthFirst": (
            "The dates may be read in two ways; they are taken as month, day, year.",
            _DATES,
        ),
        "measureNone": (
            "'{text}' is no measure.",
            "Correct the cell in the file, or add the measure by hand.",
        ),
        "entryUnknown": (
            "This entry is neither a workout nor a weight with its day.",
            "Look at the file there, or leave the entry out.",
        ),
        "tableUnknown": (
            "No known app wrote this table. It was read with these columns: {columns}.",
            (
                "Name the columns when you import it, and leave out or change what is"
                " wrong."
            ),
        ),
        "zoneMissing": (
            "No time zone is named: the times are read as UTC.",
            (
                "Name the zone in which you trained when you import. It decides on"
                " which day a workout was, where the file has moments and not clock"
                " times."
            ),
        ),
        "unitByConversion": (
            _NO_UNIT
            + "{n} of {all} weights were converted to {unit} from round numbers in"
            " {other}.",
            _SAY_UNIT,
        ),
        "unitByPlates": (
            _NO_UNIT + "{share} % of the weights divide by 5, and {n} are 45 and pairs"
            " of plates in lb.",
            _SAY_UNIT,
        ),
        "unitBySomePlates": (
            _NO_UNIT + "{share} % of the weights divide by 5, some of them 45 and pairs"
            " of plates in lb.",
            _SAY_UNIT,
        ),
        "unitByHabit": (_NO_UNIT + "you otherwise use it.", _SAY_UNIT),
        "unitByFives": (
            _NO_UNIT + "{share} % of the weights divide by 5.",
            _SAY_UNIT,
        ),
    }
)
"""The message and the advice of each code, with the places of its values."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a file, by its code and the values in it."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """What it is, in English."""
        return REMARKS[self.code][0].format_map(dict(self.values))

    @property
    def advice(self) -> str:
        """What to do about it, in English."""
        return REMARKS[self.code][1].format_map(dict(self.values))

    def at(
        self,
        severity: Severity,
        line: int,
        column: str = "",
        *,
        question: Literal["", "day-month", "month-day"] = "",
    ) -> Finding:
        """Return it as a finding in a line, counted from 1, and a column."""
        return Finding(
            severity,
            line,
            column,
            self.message,
            self.advice,
            question,
            self.code,
            self.values,
        )


def remark(code: str, **values: object) -> Remark:
    """Return a remark with its values as text."""
    return Remark(code, tuple((name, str(value)) for name, value in values.items()))
