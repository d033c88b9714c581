"""Guesses what a custom exercise trains from the words in its name."""

from dataclasses import dataclass
from typing import Final, Literal

from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.importers.words import CARDIO, english, fold, parts

ExerciseType = Literal["freeweight", "machine", "bodyweight", "cable"]


@dataclass(frozen=True, slots=True)
class CustomGuess:
    """What a name suggests: the lifter can correct each part.

    `muscles` are the ones trained directly. They are empty for cardio and for names
    that say nothing (`certain` is False then): such an exercise counts towards no
    muscle's sets, whatever its group, until the lifter says what it trains.
    """

    muscle_group: MuscleGroup
    exercise_type: ExerciseType
    equipment: str
    muscles: tuple[Muscle, ...]
    certain: bool


# The first line with a word of the name wins, so the telling words come first.
_BY_WORD: Final[tuple[tuple[str, tuple[Muscle, ...]], ...]] = (
    ("calfraise calfpress calf calve soleus tibialis", (Muscle.CALVES,)),
    ("glutekickback hipthrust glutebridge hipabduction glute", (Muscle.GLUTES,)),
    ("pullthrough abductor abduction", (Muscle.GLUTES,)),
    ("hipadduction adductor adduction copenhagen", (Muscle.ADDUCTORS,)),
    ("legcurl nordiccurl glutehamraise hamstring ham", (Muscle.HAMSTRINGS,)),
    ("romanian stifflegged goodmorning", (Muscle.HAMSTRINGS,)),
    ("deadlift swing trapbar sumo", (Muscle.GLUTES, Muscle.HAMSTRINGS)),
    ("backextension superman reversehyper", (Muscle.LOWER_BACK,)),
    (
        (
            "legextension sissysquat hacksquat frontsquat gobletsquat squat legpress "
            "leg quad lunge stepup splitsquat bulgariansplitsquat sled pistol thigh"
        ),
        (Muscle.QUADS,),
    ),
    ("wristcurl reversewristcurl wrist gripper forearm", (Muscle.FOREARMS,)),
    ("farmerscarry deadhang reversecurl", (Muscle.FOREARMS,)),
    (
        (
            "crunch situp plank abwheel legraise kneeraise woodchop sidebend twist "
            "oblique core ab abdominal hollow pallof dragon"
        ),
        (Muscle.ABS,),
    ),
    ("reversefly facepull externalrotation rear", (Muscle.REAR_DELT,)),
    ("lateralraise scaption uprightrow delt lateral", (Muscle.SIDE_DELT,)),
    ("skullcrusher tricepdip benchdip tricep", (Muscle.TRICEPS,)),
    ("pushdown tricepextension tricepkickback jm", (Muscle.TRICEPS,)),
    ("frontraise front", (Muscle.FRONT_DELT,)),
    ("overheadpress arnoldpress pushpress viking shoulder", (Muscle.FRONT_DELT,)),
    ("handstand pike jerk", (Muscle.FRONT_DELT,)),
    ("shrug trap clean snatch", (Muscle.TRAPS,)),
    ("tbarrow row rhomboid back", (Muscle.UPPER_BACK,)),
    ("pullup chinup pulldown pullover lat pull chin", (Muscle.LATS,)),
    (
        (
            "hammercurl preachercurl concentrationcurl spidercurl bayesiancurl "
            "zottmancurl curl bicep"
        ),
        (Muscle.BICEPS,),
    ),
    (
        (
            "benchpress chestpress chestfly crossover pushup chestdip floorpress "
            "larsenpress chest fly press dip push"
        ),
        (Muscle.CHEST,),
    ),
    ("kickback extension", (Muscle.TRICEPS,)),
    ("raise", (Muscle.SIDE_DELT,)),
)
_TYPES: Final[tuple[tuple[str, ExerciseType, str], ...]] = (
    ("smith", "machine", "smith"),
    ("cable", "cable", "cable"),
    ("dumbbell", "freeweight", "dumbbell"),
    ("barbell", "freeweight", "barbell"),
    ("ezbar", "freeweight", "ez_bar"),
    ("trapbar", "freeweight", "trap_bar"),
    ("kettlebell", "freeweight", "kettlebell"),
    ("plate", "freeweight", "other"),
    ("landmine", "freeweight", "barbell"),
    ("medball", "freeweight", "other"),
    ("machine", "machine", "stack"),
    ("band", "freeweight", "band"),
    ("bodyweight", "bodyweight", "bodyweight"),
    ("weighted", "bodyweight", "bodyweight"),
    ("assisted", "bodyweight", "bodyweight"),
)
# Movements that say how they are loaded without naming the equipment.
_BY_HABIT: Final[tuple[tuple[str, ExerciseType, str], ...]] = (
    (
        (
            "pullup chinup pushup situp plank crunch chestdip tricepdip benchdip "
            "legraise kneeraise superman handstand pistol nordiccurl backextension"
        ),
        "bodyweight",
        "bodyweight",
    ),
    (
        (
            "legpress legextension legcurl hacksquat hipabduction hipadduction "
            "calfpress chestpress pec"
        ),
        "machine",
        "stack",
    ),
    ("pulldown pushdown facepull crossover", "cable", "cable"),
)
_CARDIO_GUESS: Final = CustomGuess(
    MuscleGroup.LEGS, "bodyweight", "bodyweight", (), certain=True
)


def guess_custom(raw: str) -> CustomGuess:
    """Guess group, type, equipment and muscles of an exercise nobody knows.

    A name that says nothing is put with the abs, as free weight, training no muscle.
    """
    found = parts(raw)
    words = found.movement | found.manner | set(english(fold(raw)).split())
    kind, equipment = _loading(found.equipment, found.movement)
    for line, muscles in _BY_WORD:
        if words & set(line.split()):
            group = GROUP_OF[muscles[0]]
            return CustomGuess(group, kind, equipment, muscles, certain=True)
    if words & CARDIO:
        return _CARDIO_GUESS
    return CustomGuess(MuscleGroup.ABS, kind, equipment, (), certain=False)


def _loading(
    equipment: frozenset[str], movement: frozenset[str]
) -> tuple[ExerciseType, str]:
    for word, kind, name in _TYPES:
        if word in equipment:
            return kind, name
    for line, kind, name in _BY_HABIT:
        if movement & set(line.split()):
            return kind, name
    return "freeweight", "other"
