export const takeout = {
  "settings.data": "Deine Daten",
  "settings.dataText": "Alles mitnehmen",
  "data.everything": "Alles exportieren",
  "data.everythingText":
    "Pläne, Trainings, Sätze, Antworten, Entscheidungen und Einstellungen in einer Datei. Jedes MetricGain stellt sie ohne Verlust wieder her.",
  "data.zip": "Als Zip-Archiv",
  "data.json": "Als JSON",
  "data.sets": "Jeder Satz",
  "data.setsText": "Für eine Tabelle, oder um in einer anderen App weiterzumachen.",
  "data.csv": "Tabelle (CSV)",
  "data.strong": "Wie aus Strong",
  "data.hevy": "Wie aus Hevy",
  "data.openweight": "openweight",
  "data.calendar": "Kalender",
  "data.calendarText":
    "Geplante und erledigte Trainings in deinem Kalenderprogramm. Wer die Adresse kennt, kann sie lesen.",
  "data.calendarMake": "Adresse erstellen",
  "data.calendarAgain": "Andere Adresse erstellen",
  "data.calendarSince":
    "Seit {when} gibt es eine Adresse. Sie wurde einmal gezeigt; eine andere beendet sie.",
  "data.calendarRevoke": "Adresse widerrufen",
  "data.calendarRevoked": "Die Adresse antwortet nicht mehr.",
  "new.habits": "Wie du trainierst",
  "new.habitsNone": "Noch zu wenig Verlauf",
  "new.habitsNoneText":
    "Es braucht drei Trainings in zwei Wochen, hier erfasst oder importiert.",
  "new.habitsOffline": "Deine Gewohnheiten brauchen das Netz",
  "new.habitsOfflineText":
    "Du kannst inzwischen einen früheren Block kopieren oder von Hand planen.",
  "new.habitsSpan": "Aus deinen Trainings vom {from} bis {to} gelesen.",
  "new.habitsPerWeek": {
    one: "{n} Training pro Woche.",
    other: "{n} Trainings pro Woche.",
  },
  "new.habitsSets": "Sätze pro Muskel und Woche",
  "new.habitsLine": "{sets} × {reps} · e1RM {e1rm}",
  "new.habitsStart": "Einen Block daraus beginnen",
  "new.habitsName": "Wie ich trainiere",
} as const;
