export const welcome = {
  "welcome.title": "Trainiere mit einem Plan, der sich erklärt",
  "welcome.lead":
    "MetricGain plant deine Trainings, nimmt deine Sätze auch ohne Verbindung auf und sagt dir, warum ein Satz oder eine Scheibe dazukommt.",
  "welcome.pointPlan": "Ein Block von drei bis sieben Wochen, der mit dir wächst.",
  "welcome.pointOffline":
    "Jedes Tippen bleibt auf diesem Handy gespeichert, auch im Keller.",
  "welcome.pointYours":
    "Deine Daten bleiben auf dieser Installation. Sie verschickt keine E-Mails.",
  "welcome.create": "Konto erstellen",
  "welcome.signIn": "Anmelden",
  "welcome.haveAccount": "Ich habe ein Konto",
  "welcome.needAccount": "Konto erstellen",
  "welcome.closed":
    "Neue Konten legt an, wer diese Installation betreibt. Frag nach einem oder melde dich an.",
  "welcome.byInvitation":
    "Um ein Konto zu erstellen, brauchst du einen Einladungscode.",
  "welcome.firstHere":
    "Hier hat noch niemand ein Konto. Erstelle das erste oder öffne den Link, den das Terminal zeigt.",
  "welcome.offline":
    "Der Server ist nicht erreichbar. Beim ersten Mal brauchst du eine Verbindung.",
  "welcome.email": "E-Mail-Adresse",
  "welcome.password": "Passwort",
  "welcome.passwordHint": "Mindestens 10 Zeichen",
  "welcome.invitation": "Einladungscode",
  "welcome.linkWorking": "Du wirst angemeldet",
  "welcome.linkUsed": "Dieser Link gilt nicht mehr",
  "welcome.linkUsedText":
    "Jeder Link meldet einmal an. Starte MetricGain neu, um einen neuen zu bekommen, oder melde dich mit deinem Passwort an.",
  "welcome.emailTaken": "Diese Adresse hat schon ein Konto. Melde dich stattdessen an.",

  "signin.title": "Anmelden",
  "signin.button": "Anmelden",
  "signin.expiredTitle": "Bitte melde dich neu an",
  "signin.expired":
    "Deine Anmeldung ist abgelaufen. Nichts ging verloren: Alles ist auf diesem Gerät.",
  "signin.waiting": {
    one: "{n} Änderung wartet und wird gesendet, sobald du angemeldet bist.",
    other: "{n} Änderungen warten und werden gesendet, sobald du angemeldet bist.",
  },
  "signin.waitingFor": "Sie gehören zu {email}.",
  "signin.later": "Ohne Anmeldung weiter",
  "signin.wrong": "Adresse oder Passwort stimmt nicht.",
  "signin.tooMany": "Zu oft versucht. Warte eine Viertelstunde.",
  "signin.offline": "Der Server ist nicht erreichbar. Nichts ging verloren.",
  "signin.forgot": "Passwort vergessen?",
  "signin.forgotText":
    "Wer diese Installation betreibt, kann einen Link erstellen, der dich anmeldet: metricgain user link {email}",
  "signin.yourAddress": "deine Adresse",

  "ask.progress": "Frage {n} von {count}",
  "ask.skip": "Erst umsehen",
  "ask.experience": "Wie lange trainierst du schon mit Gewichten?",
  "ask.beginner": "Unter einem Jahr",
  "ask.beginnerText": "Wir beginnen mit wenigen Sätzen und leichten Gewichten.",
  "ask.intermediate": "Ein bis fünf Jahre",
  "ask.intermediateText": "Die übliche Zahl von Sätzen.",
  "ask.advanced": "Über fünf Jahre",
  "ask.advancedText": "Ein paar Sätze mehr, weil du sie brauchst.",
  "ask.days": "Wie viele Tage pro Woche?",
  "ask.daysValue": { one: "{n} Tag", other: "{n} Tage" },
  "ask.days2": "Der ganze Körper, zweimal",
  "ask.days3": "Der ganze Körper, oder Push, Pull und Beine",
  "ask.days4": "Ober- und Unterkörper, je zweimal",
  "ask.days5": "Push, Pull und Beine, dann Ober- und Unterkörper",
  "ask.days6": "Push, Pull und Beine, je zweimal",
  "ask.minutes": "Wie lange dauert ein Training?",
  "ask.minutesValue": "{n} Minuten",
  "ask.minutesMore": "90 Minuten oder mehr",
  "ask.place": "Womit trainierst du?",
  "ask.gym": "Studio",
  "ask.gymText": "Langhanteln, Kurzhanteln, Maschinen und Kabelzüge",
  "ask.barbell": "Langhantel zu Hause",
  "ask.barbellText": "Langhantel, Rack, Bank und Kurzhanteln",
  "ask.dumbbells": "Kurzhanteln",
  "ask.dumbbellsText": "Eine Bank hilft",
  "ask.bodyweight": "Ohne Gewichte",
  "ask.bodyweightText": "Eine Klimmzugstange hilft",
  "ask.unit": "Kilogramm oder Pfund?",
  "ask.kg": "Kilogramm",
  "ask.lb": "Pfund (lb)",
  "ask.zone": "Deine Zeitzone ist {zone}.",
  "ask.zoneChange": "Zeitzone ändern",

  "proposal.title": "Dein erster Block",
  "proposal.finding": "Wir suchen den Block, der zu dir passt",
  "proposal.offline": "Der Server ist nicht erreichbar",
  "proposal.offlineText":
    "Deine Antworten sind gespeichert. Der Block braucht einmal eine Verbindung; danach nicht mehr.",
  "proposal.why": "Warum dieser",
  "proposal.daysExact": {
    one: "Er hat {n} Training pro Woche, wie gewünscht.",
    other: "Er hat {n} Trainings pro Woche, wie gewünscht.",
  },
  "proposal.daysNear": {
    one: "Er hat {n} Training pro Woche. Näher kommt mit deiner Ausrüstung keiner.",
    other: "Er hat {n} Trainings pro Woche. Näher kommt mit deiner Ausrüstung keiner.",
  },
  "proposal.placeFits": "Du hast alles, was er braucht.",
  "proposal.placeReplaced": {
    one: "{n} Übung wurde durch eine ersetzt, für die du die Ausrüstung hast.",
    other: "{n} Übungen wurden durch andere ersetzt, für die du die Ausrüstung hast.",
  },
  "proposal.placeLacks": {
    one: "Für {n} Übung fanden wir nichts, was du machen kannst. Sie fällt weg.",
    other: "Für {n} Übungen fanden wir nichts, was du machen kannst. Sie fallen weg.",
  },
  "proposal.minutesFit":
    "Das längste Training dauert etwa {minutes} Minuten. Über deine Zeit hinaus kommt kein Satz dazu.",
  "proposal.minutesFree": "Das längste Training dauert anfangs etwa {minutes} Minuten.",
  "proposal.minutesSupersets":
    "Einige Übungen machst du im Wechsel, damit ein Training etwa {minutes} Minuten dauert.",
  "proposal.minutesShortened":
    "Wir haben die letzten Übungen weggelassen, damit ein Training etwa {minutes} Minuten dauert.",
  "proposal.minutesOver":
    "Das längste Training dauert etwa {minutes} Minuten. Kürzer blieben Muskeln auf der Strecke.",
  "proposal.beginner": "Er beginnt vorsichtig: höchstens 3 Sätze pro Übung.",
  "proposal.weeks":
    "{n} Wochen: Die Sätze steigen jede Woche, und die letzte ist leicht.",
  "proposal.sets": "Sätze pro Muskel, Woche für Woche",
  "proposal.setsHint":
    "Jedes eingetragene Training entscheidet über das nächste: Das hier ist eine Prognose.",
  "proposal.workouts": "Trainings",
  "proposal.start": "Diesen Block starten",
  "proposal.starting": "Wird gestartet",
  "proposal.other": "Anderen wählen",
  "proposal.today": "Das erste Training ist heute.",
} as const;
