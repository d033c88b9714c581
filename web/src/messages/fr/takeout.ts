export const takeout = {
  "settings.data": "Tes données",
  "settings.dataText": "Emporte tout",
  "data.everything": "Tout exporter",
  "data.everythingText":
    "Plans, séances, séries, réponses, décisions et réglages dans un fichier. Tout MetricGain le restaure sans perte.",
  "data.zip": "En archive zip",
  "data.json": "En JSON",
  "data.sets": "Chaque série",
  "data.setsText": "Pour un tableur, ou pour continuer dans une autre application.",
  "data.csv": "Tableur (CSV)",
  "data.strong": "Comme depuis Strong",
  "data.hevy": "Comme depuis Hevy",
  "data.openweight": "openweight",
  "data.calendar": "Calendrier",
  "data.calendarText":
    "Séances prévues et faites dans ton agenda. Qui connaît l'adresse peut les lire.",
  "data.calendarMake": "Créer une adresse",
  "data.calendarAgain": "Créer une autre adresse",
  "data.calendarSince":
    "Il y a une adresse depuis {when}. Elle a été montrée une fois ; une autre y met fin.",
  "data.calendarRevoke": "Révoquer l'adresse",
  "data.calendarRevoked": "L'adresse ne répond plus.",
  "new.habits": "Ta façon de t'entraîner",
  "new.habitsNone": "Pas encore assez d'historique",
  "new.habitsNoneText":
    "Il faut trois séances en deux semaines, notées ici ou importées.",
  "new.habitsOffline": "Tes habitudes demandent le réseau",
  "new.habitsOfflineText":
    "En attendant, tu peux copier un bloc précédent ou planifier à la main.",
  "new.habitsSpan": "Lu dans tes séances, du {from} au {to}.",
  "new.habitsPerWeek": {
    one: "{n} séance par semaine.",
    other: "{n} séances par semaine.",
  },
  "new.habitsSets": "Séries par muscle et semaine",
  "new.habitsLine": "{sets} × {reps} · e1RM {e1rm}",
  "new.habitsStart": "Commencer un bloc à partir de cela",
  "new.habitsName": "Comme je m'entraîne",
} as const;
