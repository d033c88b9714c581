"""What Strong calls its columns and rows in the languages that it speaks."""

# ruff: noqa: RUF001 - letters of other alphabets are meant

from typing import Final

from metricgain.importers.values import SetType, WeightUnit

# The first heading that a file has wins. Those of German, French, Spanish and Chinese
# are Strong's own; files in other languages are known by their shape.
HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("workout #", "workout no", "workout-nr.", "n.º de entrenamiento"),
    "date": ("date", "datum", "fecha", "日期", "data", "дата", "日付", "날짜", "tarih"),
    "workout": (
        *("workout name", "workout-name", "nom de l'entraînement"),
        *("nombre de entrenamiento", "nombre del entrenamiento", "锻炼名称"),
        *("nome allenamento", "nome do treino", "naam workout", "название тренировки"),
        *("ワークアウト名", "운동 이름"),
    ),
    "duration": (
        *("duration", "workout duration", "duration (sec)", "dauer", "durée"),
        *("duración", "时长", "durata", "duração", "duur", "продолжительность", "時間"),
    ),
    "exercise": (
        *("exercise name", "name der übung", "nom de l'exercice"),
        *("nombre del ejercicio", "nombre de ejercicio", "运动名称", "nome esercizio"),
        *("nome do exercício", "naam oefening", "название упражнения", "種目名"),
    ),
    "order": (
        *("set order", "reihenfolge festlegen", "ordre de la série"),
        *("orden de la serie", "设置顺序", "ordine serie", "ordem da série"),
        *("setvolgorde", "порядок подходов", "セット順"),
    ),
    "set type": ("set type",),
    "weight": (
        *("weight", "kg", "lb", "lbs", "weight (kg)", "weight (lb)", "weight (lbs)"),
        *("gewicht", "poids", "peso", "重量", "вес", "무게", "ağırlık"),
        *("gewicht (kg)", "poids (kg)", "peso (kg)", "重量 (kg)"),
        *("gewicht (lbs)", "poids (lbs)", "peso (lbs)", "重量 (lbs)"),
    ),
    "unit": ("weight unit", "gewichtseinheit", "unité de poids", "unidad de peso"),
    "reps": (
        *("reps", "wiederh.", "réps", "rep.", "次", "ripetizioni", "repetições"),
        *("herhalingen", "повторения", "回数", "wiederholungen", "répétitions"),
        *("repeticiones", "reps.", "tekrar"),
    ),
    "rpe": ("rpe",),
    "distance": (
        *("distance", "km", "mi", "mi.", "distance (meters)", "distance (m)"),
        *("entfernung", "distancia", "距离", "distanza", "distância", "afstand"),
        *("расстояние", "距離"),
    ),
    "distance unit": ("distance unit", "entfernungseinheit", "unité de distance"),
    "seconds": (
        *("seconds", "sekunden", "secondes", "segundos", "秒", "secondi", "seconden"),
        *("секунды", "saniye"),
    ),
    # The last column of our own export: see outgoing.py.
    "mark": ("metricgain",),
    "notes": (
        *("notes", "notizen", "notas", "备注", "note", "notities", "заметки", "メモ"),
    ),
    "workout notes": (
        *("workout notes", "workout-notizen", "notes d'entraînement"),
        *("notas del entrenamiento", "notas de entrenamiento", "锻炼备注"),
        *("note allenamento", "notas do treino", "workoutnotities"),
    ),
}
WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
}
DISTANCE_UNITS: Final = {
    "km": "km",
    "mi": "mi",
    "m": "m",
    "meters": "m",
    "ft": "ft",
    "yd": "yd",
}
SET_TYPES: Final[dict[str, SetType]] = {
    "w": "warmup",
    "d": "drop",
    "f": "failure",
    "warm up": "warmup",
    "warm-up": "warmup",
    "warmup": "warmup",
    "drop set": "drop",
    "dropset": "drop",
    "failure": "failure",
}
PLAIN: Final = frozenset(("", "normal", "working"))
RESTS: Final = frozenset(
    (
        *("rest timer", "temporizador de descanso", "pausentimer", "ruhetimer"),
        *("erholungstimer", "minuteur de repos", "minuterie de repos", "休息计时器"),
        *("休息計時器", "timer di riposo", "timer riposo", "rusttimer"),
        *("temporizador de repouso", "таймер отдыха", "休憩タイマー", "휴식 타이머"),
    )
)
NOTES: Final = frozenset(
    (
        *("note", "notiz", "nota", "remarque", "备注", "備註", "notitie", "заметка"),
        *("メモ", "메모"),
    )
)
# The columns of each layout since 2015, for files without a heading and for languages
# that are not listed above.
LAYOUTS: Final = tuple(
    tuple(line.split())
    for line in (
        "date workout exercise order weight reps distance seconds",
        "date workout exercise order weight reps distance seconds notes",
        "date workout exercise order weight reps distance seconds notes workout_notes",
        (
            "date workout exercise order weight reps distance seconds notes "
            "workout_notes rpe"
        ),
        (
            "date workout duration exercise order weight reps distance seconds notes "
            "workout_notes rpe"
        ),
        "date workout duration exercise order weight reps distance seconds rpe",
        (
            "date workout exercise order weight unit reps distance distance_unit "
            "seconds notes workout_notes"
        ),
        (
            "date workout exercise order weight unit reps rpe distance distance_unit "
            "seconds notes workout_notes"
        ),
        (
            "date workout exercise order weight unit reps rpe distance distance_unit "
            "seconds notes workout_notes duration"
        ),
        (
            "number date workout duration exercise order weight reps rpe distance "
            "seconds notes workout_notes"
        ),
    )
)
