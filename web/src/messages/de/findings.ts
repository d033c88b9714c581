export const findings = {
  "finding.weightNoNumber":
    "„{text}“ ist keine Zahl; der Satz wird ohne Gewicht behalten.",
  "finding.weightNoNumber.advice": "Korrigiere den Satz nach dem Import.",
  "finding.repsNoNumber":
    "„{text}“ ist keine Zahl; der Satz wird mit 0 Wiederholungen behalten.",
  "finding.repsNoNumber.advice": "Korrigiere den Satz nach dem Import.",
  "finding.secondsNoNumber":
    "„{text}“ ist keine Zahl; der Satz wird ohne Zeit behalten.",
  "finding.secondsNoNumber.advice": "Korrigiere den Satz nach dem Import.",
  "finding.distanceNoNumber":
    "„{text}“ ist keine Zahl; der Satz wird ohne Strecke behalten.",
  "finding.distanceNoNumber.advice": "Korrigiere den Satz nach dem Import.",
  "finding.weightImpossible":
    "{text} kann nicht sein; der Satz wird ohne Gewicht behalten.",
  "finding.weightImpossible.advice": "Korrigiere den Satz nach dem Import.",
  "finding.repsImpossible":
    "{text} kann nicht sein; der Satz wird mit 0 Wiederholungen behalten.",
  "finding.repsImpossible.advice": "Korrigiere den Satz nach dem Import.",
  "finding.secondsImpossible":
    "{text} kann nicht sein; der Satz wird ohne Zeit behalten.",
  "finding.secondsImpossible.advice": "Korrigiere den Satz nach dem Import.",
  "finding.distanceImpossible":
    "{text} kann nicht sein; der Satz wird ohne Strecke behalten.",
  "finding.distanceImpossible.advice": "Korrigiere den Satz nach dem Import.",
  "finding.weightTooLarge":
    "{text} ist mehr als {most}, das Höchste, was gespeichert wird; der Satz wird ohne Gewicht behalten.",
  "finding.weightTooLarge.advice": "Korrigiere den Satz nach dem Import.",
  "finding.weightUnlikely": "{weight} {unit} sieht nach einem Tippfehler aus.",
  "finding.weightUnlikely.advice":
    "Es bleibt, wie es dasteht; korrigiere den Satz nach dem Import.",
  "finding.weightNegative":
    "{weight} {unit} ist weniger als nichts: Unterstützung, wie es scheint.",
  "finding.weightNegative.advice":
    "Der Satz wird nur mit dem Körper behalten. War er unterstützt, verschieb ihn nach dem Import zu einer unterstützten Übung.",
  "finding.weightNotDone":
    "Der Satz wurde ohne Gewicht gemacht; geplant waren {weight} {unit}.",
  "finding.weightNotDone.advice":
    "Er wird ohne Gewicht behalten; korrigiere ihn nach dem Import.",
  "finding.weightsConverted":
    "{n} von {all} Gewichten in {unit} sehen aus der anderen Einheit umgerechnet aus ({written} {unit} sind {weight} {other}).",
  "finding.weightsConverted.advice":
    "Sie werden behalten, wie sie gehoben wurden, mit dem Text der Datei daneben.",
  "finding.repsNotWhole":
    "{text} Wiederholungen sind keine ganze Zahl; {n} werden behalten.",
  "finding.repsNotWhole.advice":
    "Ändere den Satz nach dem Import, wenn das falsch ist.",
  "finding.repsUnlikely":
    "{n} Wiederholungen in einem Satz sehen nach einem Tippfehler aus.",
  "finding.repsUnlikely.advice":
    "Sie bleiben, wie sie dastehen; korrigiere den Satz nach dem Import.",
  "finding.secondsTooMany":
    "{text} Sekunden in einem Satz können nicht sein; er wird ohne Zeit behalten.",
  "finding.secondsTooMany.advice":
    "Trag die Zeit nach dem Import ein, wenn du sie noch weißt.",
  "finding.distanceTooFar":
    "{text} {unit} in einem Satz können nicht sein; er wird ohne Strecke behalten.",
  "finding.distanceTooFar.advice":
    "Trag die Strecke nach dem Import ein, wenn du sie noch weißt.",
  "finding.rpeNone":
    "„{text}“ ist kein RPE von 1 bis 10; der Satz wird ohne ihn behalten.",
  "finding.rpeNone.advice":
    "Trag die Wiederholungen in Reserve nach dem Import ein, wenn du sie noch weißt.",
  "finding.rirNone":
    "„{text}“ sind keine Wiederholungen in Reserve; der Satz wird ohne sie behalten.",
  "finding.rirNone.advice": "Trag sie nach dem Import ein, wenn du sie noch weißt.",
  "finding.rowTooLong": "Die Zeile hat {n} Zellen, die Kopfzeile {width}.",
  "finding.rowTooLong.advice":
    "Such in dieser Zeile nach einem Trennzeichen, das fehlt oder nicht in Anführungszeichen steht.",
  "finding.rowJoined":
    "Die Zeile hat {n} Zellen, die Kopfzeile {width}: „{text}“ wurde wieder zusammengesetzt.",
  "finding.rowJoined.advice":
    "Nichts, wenn der Text stimmt. Die App hat die Anführungszeichen vergessen.",
  "finding.rowBreaksOff": "Die Zeile bricht nach {n} von {width} Zellen ab.",
  "finding.rowBreaksOff.advice":
    "Was da ist, wird behalten. Exportiere die Datei noch einmal, oder ergänze den Satz nach dem Import.",
  "finding.exerciseMissing": "Der Satz nennt keine Übung.",
  "finding.exerciseMissing.advice":
    "Füll die Zelle in der Datei aus, oder trag diesen Satz von Hand ein.",
  "finding.exerciseSetsTooMany": "Mehr als {n} Sätze „{exercise}“ in einem Training.",
  "finding.exerciseSetsTooMany.advice":
    "Teil das Training in der Datei, oder lass diese Zeilen weg.",
  "finding.workoutSetsTooMany": "Mehr als {n} Sätze in einem Training.",
  "finding.workoutSetsTooMany.advice":
    "Teil das Training in der Datei, oder lass diese Zeilen weg.",
  "finding.kindUnknown": "„{text}“ ist keine Art Satz, die {app} bekanntlich schreibt.",
  "finding.kindUnknown.advice":
    "Die Zeile wird als Arbeitssatz behalten; ändere oder lösche sie nach dem Import.",
  "finding.notStarted": "Der Satz ist als nicht begonnen markiert.",
  "finding.notStarted.advice":
    "Er wird behalten und wartet, dass du ihn bestätigst; lösch ihn, wenn er nicht gemacht wurde.",
  "finding.setsPackedWrong": "„{text}“ ist kein Gewicht x Wiederholungen.",
  "finding.setsPackedWrong.advice":
    "Was davon zu lesen ist, wird behalten; korrigiere den Satz nach dem Import.",
  "finding.unitUnknown":
    "„{text}“ ist keine Gewichtseinheit; der Satz wird in {unit} behalten.",
  "finding.unitUnknown.advice": "Prüf das Gewicht nach dem Import.",
  "finding.endsBeforeStart": "Das Training endet, bevor es beginnt.",
  "finding.endsBeforeStart.advice":
    "Es wird ohne Dauer behalten; die Sätze bleiben unberührt.",
  "finding.timerForgotten":
    "Das Training dauerte {hours} h {minutes} min: Die Uhr lief weiter.",
  "finding.timerForgotten.advice":
    "Es wird mit {most} h behalten; die Sätze bleiben unberührt.",
  "finding.dateNone":
    "„{text}“ ist kein Datum von 1970 bis 2100: Der Satz wird gezählt, kann aber ohne seinen Tag nicht behalten werden.",
  "finding.dateNone.advice":
    "Korrigiere das Datum in der Datei, oder exportiere sie noch einmal und importiere sie, ohne sie dazwischen zu speichern.",
  "finding.dateNoneInHevy":
    "„{text}“ ist kein Datum von 1970 bis 2100: Der Satz wird gezählt, kann aber ohne seinen Tag nicht behalten werden.",
  "finding.dateNoneInHevy.advice": "Korrigiere das Training in Hevy.",
  "finding.dateNoneInFitNotes":
    "„{text}“ ist kein Datum von 1970 bis 2100: Der Satz wird gezählt, kann aber ohne seinen Tag nicht behalten werden.",
  "finding.dateNoneInFitNotes.advice":
    "Korrigiere den Tag in FitNotes und mach ein neues Backup.",
  "finding.dateNoneOfMeasure": "„{text}“ ist kein Datum von 1970 bis 2100.",
  "finding.dateNoneOfMeasure.advice":
    "Korrigiere das Datum in der Datei, oder trag die Maße von Hand ein.",
  "finding.datesDayFirst":
    "Die Daten lassen sich auf zwei Arten lesen; sie werden als Tag, Monat, Jahr genommen.",
  "finding.datesDayFirst.advice":
    "Sieh dir die Tage der ersten Trainings an. Sind sie falsch, sag die andere Reihenfolge, oder exportiere noch einmal mit Daten wie 2024-05-31.",
  "finding.datesMonthFirst":
    "Die Daten lassen sich auf zwei Arten lesen; sie werden als Monat, Tag, Jahr genommen.",
  "finding.datesMonthFirst.advice":
    "Sieh dir die Tage der ersten Trainings an. Sind sie falsch, sag die andere Reihenfolge, oder exportiere noch einmal mit Daten wie 2024-05-31.",
  "finding.measureNone": "„{text}“ ist kein Maß.",
  "finding.measureNone.advice":
    "Korrigiere die Zelle in der Datei, oder trag das Maß von Hand ein.",
  "finding.entryUnknown":
    "Dieser Eintrag ist weder ein Training noch ein Gewicht mit seinem Tag.",
  "finding.entryUnknown.advice": "Sieh dort in die Datei, oder lass den Eintrag weg.",
  "finding.tableUnknown":
    "Keine bekannte App hat diese Tabelle geschrieben. Sie wurde mit diesen Spalten gelesen: {columns}.",
  "finding.tableUnknown.advice":
    "Nenn die Spalten beim Import, und lass weg oder ändere, was falsch ist.",
  "finding.zoneMissing":
    "Es ist keine Zeitzone genannt: Die Zeiten werden als UTC gelesen.",
  "finding.zoneMissing.advice":
    "Nenn beim Import die Zone, in der du trainiert hast. Sie entscheidet, an welchem Tag ein Training war, wo die Datei Zeitpunkte und keine Uhrzeiten hat.",
  "finding.unitByConversion":
    "Die Datei sagt nicht, worin ihre Gewichte stehen. {unit} scheint richtig: {n} von {all} Gewichten wurden aus runden Zahlen in {other} in {unit} umgerechnet.",
  "finding.unitByConversion.advice":
    "Sag es beim Import, oder sag {other}, wenn das falsch ist.",
  "finding.unitByPlates":
    "Die Datei sagt nicht, worin ihre Gewichte stehen. {unit} scheint richtig: {share} % der Gewichte sind durch 5 teilbar, und {n} sind 45 und Paare von Scheiben in lb.",
  "finding.unitByPlates.advice":
    "Sag es beim Import, oder sag {other}, wenn das falsch ist.",
  "finding.unitBySomePlates":
    "Die Datei sagt nicht, worin ihre Gewichte stehen. {unit} scheint richtig: {share} % der Gewichte sind durch 5 teilbar, einige davon 45 und Paare von Scheiben in lb.",
  "finding.unitBySomePlates.advice":
    "Sag es beim Import, oder sag {other}, wenn das falsch ist.",
  "finding.unitByHabit":
    "Die Datei sagt nicht, worin ihre Gewichte stehen. {unit} scheint richtig: Du benutzt es auch sonst.",
  "finding.unitByHabit.advice":
    "Sag es beim Import, oder sag {other}, wenn das falsch ist.",
  "finding.unitByFives":
    "Die Datei sagt nicht, worin ihre Gewichte stehen. {unit} scheint richtig: {share} % der Gewichte sind durch 5 teilbar.",
  "finding.unitByFives.advice":
    "Sag es beim Import, oder sag {other}, wenn das falsch ist.",
} as const;
