export const takeout = {
  "settings.data": "Your data",
  "settings.dataText": "Take everything with you",
  "data.everything": "Export everything",
  "data.everythingText":
    "Plans, workouts, sets, answers, decisions and settings in one file. Any MetricGain puts it back without loss.",
  "data.zip": "As a zip archive",
  "data.json": "As JSON",
  "data.sets": "Every set",
  "data.setsText": "For a spreadsheet, or to go on in another app.",
  "data.csv": "Spreadsheet (CSV)",
  "data.strong": "As from Strong",
  "data.hevy": "As from Hevy",
  "data.openweight": "openweight",
  "data.calendar": "Calendar",
  "data.calendarText":
    "Planned and done workouts in your calendar program. Whoever knows the address can read them.",
  "data.calendarMake": "Make an address",
  "data.calendarAgain": "Make another address",
  "data.calendarSince":
    "There has been an address since {when}. It was shown once; another one ends it.",
  "data.calendarRevoke": "Revoke the address",
  "data.calendarRevoked": "The address answers nothing any more.",
  "new.habits": "How you train",
  "new.habitsNone": "Not enough history yet",
  "new.habitsNoneText":
    "It takes three workouts in two weeks, logged here or imported.",
  "new.habitsOffline": "Your habits need the network",
  "new.habitsOfflineText": "You can copy an earlier block or plan by hand meanwhile.",
  "new.habitsSpan": "Read from your workouts, {from} to {to}.",
  "new.habitsPerWeek": {
    one: "{n} workout a week.",
    other: "{n} workouts a week.",
  },
  "new.habitsSets": "Sets per muscle and week",
  "new.habitsLine": "{sets} × {reps} · e1RM {e1rm}",
  "new.habitsStart": "Start a block from this",
  "new.habitsName": "As I train",
} as const;
