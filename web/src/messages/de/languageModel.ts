export const languageModel = {
  "settings.model": "Sprachmodell",
  "settings.modelText": "Wer deine Wünsche an einen Plan lesen darf",
  "model.none": "Hier ist kein Sprachmodell eingerichtet",
  "model.noneText":
    "Pläne macht der eingebaute Planer. Wer diese Installation betreibt, kann ein Sprachmodell hinzufügen.",
  "model.sent": "Was an {host} geschickt wird",
  "model.sentText":
    "Ziel, Erfahrung, Tage, Minuten, Betonung, schmerzende Gelenke und Namen von Übungen aus dem Katalog. Ein Text mit Wünschen wird so geschickt, wie du ihn schreibst.",
  "model.notSent":
    "Nie geschickt werden: E-Mail-Adresse, Name, Trainingstagebuch, Angaben zur Gesundheit und eigene Übungen.",
  "model.agree": "Meine Wünsche dürfen an {host} geschickt werden",
  "model.key": "Dein Schlüssel",
  "model.keyNeeded":
    "Dieses Modell verlangt einen Schlüssel. Deiner wird verschlüsselt aufbewahrt und nie wieder gezeigt.",
  "model.keyOptional":
    "Du brauchst keinen Schlüssel. Du kannst einen eigenen verwenden; er wird verschlüsselt aufbewahrt und nie wieder gezeigt.",
  "model.keyField": "Schlüssel",
  "model.keyThere": "Ein Schlüssel ist gespeichert. Ein neuer ersetzt ihn.",
  "model.keyForget": "Schlüssel vergessen",
  "model.keyKept": "Dein Schlüssel ist gespeichert.",
  "model.used": "Wozu es gefragt wurde",
  "model.usedText": {
    one: "{n} Anfrage, {input} Tokens gesendet und {output} empfangen.",
    other: "{n} Anfragen, {input} Tokens gesendet und {output} empfangen.",
  },
  "model.failures": {
    one: "{n} Antwort war nicht zu gebrauchen.",
    other: "{n} Antworten waren nicht zu gebrauchen.",
  },
  "model.stopped": "Es wurde kein Plan gemacht.",
  "model.plan": "Ein Sprachmodell fragen",
  "model.wishes": "Deine Wünsche in eigenen Worten",
  "model.wishesHint":
    "Geht an {host}. Daraus werden Felder oben, die du ändern kannst.",
  "model.read": "Felder ausfüllen",
  "model.readNothing": "Nichts davon ändert ein Feld.",
  "model.readSome": {
    one: "{n} Feld wurde ausgefüllt. Bitte prüfe es.",
    other: "{n} Felder wurden ausgefüllt. Bitte prüfe sie.",
  },
  "model.unclear": "Nicht verstanden: {text}",
  "model.ask": "{host} nach einem Plan fragen",
  "model.asking": "Das Modell denkt nach. Das kann ein, zwei Minuten dauern.",
  "model.turnOn": "Ein Sprachmodell einen Plan machen lassen",
  "model.tookOver": "Diesen Plan hat der eingebaute Planer gemacht",
  "model.repairs": {
    one: "{n} Stelle wurde ausgebessert",
    other: "{n} Stellen wurden ausgebessert",
  },
} as const;
