export const takeout = {
  "settings.data": "Tus datos",
  "settings.dataText": "Llévatelo todo",
  "data.everything": "Exportar todo",
  "data.everythingText":
    "Planes, entrenos, series, respuestas, decisiones y ajustes en un archivo. Cualquier MetricGain lo restaura sin pérdidas.",
  "data.zip": "Como archivo zip",
  "data.json": "Como JSON",
  "data.sets": "Cada serie",
  "data.setsText": "Para una hoja de cálculo, o para seguir en otra aplicación.",
  "data.csv": "Hoja de cálculo (CSV)",
  "data.strong": "Como de Strong",
  "data.hevy": "Como de Hevy",
  "data.openweight": "openweight",
  "data.calendar": "Calendario",
  "data.calendarText":
    "Entrenos planificados y hechos en tu calendario. Quien conozca la dirección puede leerlos.",
  "data.calendarMake": "Crear una dirección",
  "data.calendarAgain": "Crear otra dirección",
  "data.calendarSince":
    "Hay una dirección desde {when}. Se mostró una vez; otra la anula.",
  "data.calendarRevoke": "Revocar la dirección",
  "data.calendarRevoked": "La dirección ya no responde.",
  "new.habits": "Cómo entrenas",
  "new.habitsNone": "Aún no hay bastante historial",
  "new.habitsNoneText":
    "Hacen falta tres entrenos en dos semanas, registrados aquí o importados.",
  "new.habitsOffline": "Tus hábitos necesitan conexión",
  "new.habitsOfflineText":
    "Mientras tanto puedes copiar un bloque anterior o planificar a mano.",
  "new.habitsSpan": "Leído de tus entrenos, del {from} al {to}.",
  "new.habitsPerWeek": {
    one: "{n} entreno por semana.",
    other: "{n} entrenos por semana.",
  },
  "new.habitsSets": "Series por músculo y semana",
  "new.habitsLine": "{sets} × {reps} · e1RM {e1rm}",
  "new.habitsStart": "Empezar un bloque con esto",
  "new.habitsName": "Como entreno",
} as const;
