import { forms, type Reasons } from "./shape.ts";
import { weeks } from "./weeks/de.ts";

const texts: Reasons["texts"] = {
  "gate.noNext":
    "Kein weiteres Training dieses Blocks ist für {muscleFor}, also gibt es nichts zu ändern.",
  "gate.afterDeload":
    "Das war ein Deload-Training zur Erholung, also ändert sich für {muscleFor} nichts.",
  "gate.deloadNext":
    "Das nächste Training für {muscleFor} liegt in der Deload-Woche, also wird es leichter.",
  "gate.restart":
    "Das war ein Erholungstraining für {muscleFor}, also geht es beim nächsten Mal auf halbem Weg zwischen deinen Anfangssätzen und deinem letzten Stand weiter.",
  "gate.sameFirstWeek":
    "Das nächste Training für {muscleFor} liegt noch in Woche 1, die deinen Ausgangspunkt sucht, also bleiben die Sätze wie geplant.",
  "gate.noPerformance":
    "Für {muscleFor} sind zu wenige harte Sätze eingetragen, um das Training zu beurteilen (mehr als 4 Wiederholungen in Reserve ist nicht hart), also werden die Sätze übernommen.",
  "gate.noSoreness":
    "Du hast nicht gesagt, wie viel Muskelkater du {muscleIn} hattest, also werden die Sätze übernommen.",
  "gate.firstSession":
    "Für {muscleFor} gibt es in diesem Block kein früheres Training zum Vergleich, also werden die Sätze übernommen.",
  judged: "{clauses}, also: {due}.",
  "judged.repeat":
    "Du hast für {muscleFor} das letzte Mal nicht erreicht, aber ein schlechter Tag ist noch keine Grenze, also bleiben Sätze, Gewicht und Wiederholungen gleich.",
  "judged.fatigue": "{clauses}: zwei Zeichen von zu viel Ermüdung, also: {due}.",
  "judged.recovery":
    "{clauses}, also dient das nächste Training der Erholung: halb so viele Sätze und Wiederholungen mit demselben Gewicht.",
  "judged.pain":
    "Beim Training für {muscleFor} taten deine Gelenke weh, also kommt kein Satz dazu; denk über eine andere Übung nach.",
  "judged.badPain":
    "Beim Training für {muscleFor} taten deine Gelenke stark weh, also: {due}, kein Gewicht steigt, und die schmerzhafte Übung muss getauscht werden.",
  "readiness.low":
    "Deine Bereitschaft war an dem Tag niedrig ({number}), also kommt kein Satz dazu, und kein Gewicht steigt.",
  "first.judged": "{clauses}: {start}, also: {due}.",
  "first.judgedNew": "Für {muscleFor}: {clauses}; {start}, also: {due}.",
  "first.stopped":
    "Dein Start lässt noch Spielraum, aber {clauses}, also bleiben die Sätze, wie sie sind.",
  "first.unanswered":
    "Du hast für {muscleFor} weder Pump noch Anstrengung beantwortet, also: {due}.",
  "cap.nothing": "Vorerst ändert sich nichts, denn {cap}.",
  "cap.other": "Am Ende {change}, denn {cap}.",
  "override.hold": "Du wolltest die Sätze der letzten Woche behalten.",
  "override.undo":
    "Du hast diese Entscheidung rückgängig gemacht, also bleibt alles wie letzte Woche.",
  "plan.edited": {
    one: "Du hast {n} Satz gewählt.",
    other: "Du hast {n} Sätze gewählt.",
  },
  "load.calibrate":
    "Noch ist kein Gewicht bekannt: Nimm im ersten Satz eines, das du 10- bis 15-mal heben könntest, und hör mit 2 oder 3 Wiederholungen in Reserve auf.",
  "load.untrained":
    "Das wurde letztes Mal nicht trainiert, also blieb der Plan, wie er war.",
  "load.carried": "Gewicht und Wiederholungen sind vom letzten Mal übernommen.",
  "load.unknown":
    "Letztes Mal ist zu wenig eingetragen, um es zu beurteilen: noch einmal {load}.",
  "load.repeat":
    "Du hast das vorige Mal nicht erreicht, das kann ein schlechter Tag sein: noch einmal {load} × {n}.",
  "load.lighter":
    "Auch nach einem Erholungstraining nicht erreicht: etwa 10 % leichter, {load}.",
  "load.lightest":
    "Auch nach einem Erholungstraining nicht erreicht, aber {load} ist das leichteste Gewicht.",
  "load.pain":
    "Das Gelenk tat weh: Gewicht und Wiederholungen bleiben bei {load} × {n}.",
  "load.harder":
    "Es war härter als geplant: Gewicht und Wiederholungen bleiben bei {load} × {n}.",
  "load.tired":
    "Du warst an dem Tag nicht ausgeruht: Gewicht und Wiederholungen bleiben bei {load} × {n}.",
  "load.heavier":
    "Deine Sätze deuten auf etwa {number} kg für eine einzelne Wiederholung: {load} × {n} lässt {m} in Reserve.",
  "load.rep": "Eine Wiederholung mehr mit {load}, bevor das Gewicht steigt.",
  "load.step": {
    one: "Das nächste Gewicht ist {load}: {n} Wiederholung mit {m} in Reserve.",
    other: "Das nächste Gewicht ist {load}: {n} Wiederholungen mit {m} in Reserve.",
  },
  "load.bigStep":
    "Das nächste Gewicht ist von {load} aus ein zu großer Schritt: eine Wiederholung mehr.",
  "load.enough": {
    one: "{n} Wiederholung mit {load} ist genug: Eine schwerere Übung brächte dir mehr.",
    other:
      "{n} Wiederholungen mit {load} sind genug: Eine schwerere Übung brächte dir mehr.",
  },
  "easy.deload":
    "Deload: halb so viel Arbeit mit dem Gewicht der ersten Woche, {load}.",
  "easy.deloadLate":
    "Deload, zweite Hälfte: halb so viel Arbeit mit halbem Gewicht, {load}.",
  "easy.deloadSets":
    "Deload: halb so viele Sätze mit dem Gewicht der ersten Woche, {load}.",
  "easy.deloadLoad":
    "Deload: alle Sätze mit leichterem Gewicht als in der ersten Woche, {load}.",
  "easy.leftOut":
    "Im Deload weggelassen: Isolationsübungen für Trapez und Unterarme pausieren.",
  "easy.recovery":
    "Erholung: halb so viele Sätze und Wiederholungen mit demselben Gewicht, {load}.",
  "week1.from": "Ausgehend von {load} × {n} am {day}.",
  "week1.new":
    "Diese Übung ist neu in deinem Protokoll: Nimm ein Gewicht, das du 10- bis 15-mal heben kannst, hör mit 2 oder 3 in Reserve auf, und die anderen Sätze ergeben sich daraus.",
  "week1.history":
    "Deine bisherigen Sätze deuten auf etwa {number} kg für eine einzelne Wiederholung: {load} zum Anfang.",
  "week1.afterBreak": {
    one: "Deine Sätze vor {n} Woche deuten auf etwa {number} kg für eine einzelne Wiederholung, davon {m} %: {load}.",
    other:
      "Deine Sätze vor {n} Wochen deuten auf etwa {number} kg für eine einzelne Wiederholung, davon {m} %: {load}.",
  },
  "week1.heaviest": "{load} ist das schwerste Gewicht, das du bisher hattest.",
  "week1.heaviestMore": {
    one: "{load} ist das schwerste Gewicht, das du bisher hattest, also machst du damit {n} Wiederholung.",
    other:
      "{load} ist das schwerste Gewicht, das du bisher hattest, also machst du damit {n} Wiederholungen.",
  },
  "week1.lightest":
    "{load} ist das leichteste Gewicht, das es gibt, und mehr, als deine bisherigen Sätze zeigen: Probier es vorsichtig oder wähl eine andere Übung.",
  "week1.calibrated":
    "Dein erster Satz deutet auf etwa {number} kg für eine einzelne Wiederholung: {load}.",
  "gap.goOn": "Du hast in der letzten Woche trainiert, also geht der Plan weiter.",
  "gap.repeat": {
    one: "Du hast {n} Tag nicht trainiert, also kommt diese Woche noch einmal mit denselben Sätzen und Gewichten.",
    other:
      "Du hast {n} Tage nicht trainiert, also kommt diese Woche noch einmal mit denselben Sätzen und Gewichten.",
  },
  "gap.restart": {
    one: "Du hast {n} Tag nicht trainiert, also beginnst du wieder mit den Sätzen von Woche 1, 5 % leichter und mit 1 Wiederholung mehr in Reserve.",
    other:
      "Du hast {n} Tage nicht trainiert, also beginnst du wieder mit den Sätzen von Woche 1, 5 % leichter und mit 1 Wiederholung mehr in Reserve.",
  },
  "gap.newBlock": {
    one: "Du hast {n} Tag nicht trainiert, also wird dieser Block beendet, und ein neuer beginnt mit deinen Anfangssätzen und Gewichten, die die Pause berücksichtigen.",
    other:
      "Du hast {n} Tage nicht trainiert, also wird dieser Block beendet, und ein neuer beginnt mit deinen Anfangssätzen und Gewichten, die die Pause berücksichtigen.",
  },
  "alternative.alike": "Trainiert ebenfalls {muscles}.",
  "alternative.alikeMoved": "Trainiert ebenfalls {muscles}, mit derselben Bewegung.",
  "alternative.less": "Trainiert ebenfalls {muscles}, aber nicht {muscles2}.",
  "alternative.lessMoved":
    "Trainiert ebenfalls {muscles}, mit derselben Bewegung, aber nicht {muscles2}.",
  "alternative.helps": "Hilft dabei nur mit.",
  "alternative.helpsMoved": "Hilft dabei nur mit, mit derselben Bewegung.",
  "alternative.known": "Du hast sie schon gemacht.",
  ...weeks,
  "plan.days": "Eine Woche hat 1 bis 7 Trainings, nicht {n}.",
  "plan.emptyDay": "Ein Training hat mindestens eine Übung.",
  "plan.manyExercises": "Ein Training hat höchstens 8 Übungen, nicht {n}.",
  "plan.twice": "Eine Übung kommt nur einmal pro Training vor.",
  "plan.sets": "Eine Übung hat 1 bis 15 Sätze, nicht {n}.",
  "plan.reps":
    "Ein Wiederholungsbereich steigt zwischen 1 und 30 an, nicht von {n} bis {m}.",
  "plan.heavy": "Weniger als 5 Wiederholungen bringen mehr Kraft als Masse.",
  "plan.sessionSets": "Ein Training hat höchstens 30 Sätze, nicht {n}.",
  "plan.manySessionSets": "Mehr als 25 Sätze sind viel: {n}.",
  "plan.muscleSets":
    "Ein Muskel bekommt höchstens 12 Sätze in einem Training, nicht {n}.",
  "plan.manyMuscleSets": "Mehr als 10 Sätze sind viel: {n}.",
  "plan.manyGroups": "Mehr als 6 Muskelgruppen sind viel: {n}.",
  "plan.often":
    "Mehr Abwechslung: Sie kommt in {n} Trainings pro Woche vor, nicht in 1 oder 2.",
  "plan.untrained": "Nichts in dieser Woche trainiert diesen Muskel.",
  "plan.belowMv":
    "{number} Sätze, halbe mitgezählt, erhalten diesen Muskel nicht: Dafür braucht es {n}.",
  "plan.aboveMrv": {
    one: "{n} Satz in {m} Trainings pro Woche ist mehr als die {k}, von denen man sich erholt.",
    other:
      "{n} Sätze in {m} Trainings pro Woche sind mehr als die {k}, von denen man sich erholt.",
  },
  "plan.careful": "Ein vorsichtiger Anfang hat höchstens 3 Sätze je Übung, nicht {n}.",
  "plan.carefulMuscle":
    "Ein vorsichtiger Anfang hat höchstens 6 Sätze je Muskel, nicht {n}.",
  "plan.frequency": "{n} Sätze liegen in einem Training pro Woche; zwei sind besser.",
  "plan.spacing": "{n} und {m} Sätze liegen nur einen Tag auseinander.",
  "plan.axial": "{n} Übungen, die die Wirbelsäule belasten, sind viel.",
  "plan.pattern": "{n} Übungen machen dieselbe Bewegung.",
  "plan.progression":
    "Es beginnt mit {n} Sätzen pro Woche, über den {m}, die das Ziel sind, kann also nicht steigen.",
  "plan.time": "Es dauert etwa {n} Minuten, und du hast {m}.",
  "plan.peakTime":
    "In der letzten harten Woche würde es etwa {n} Minuten dauern, und du hast {m}.",
  "plan.equipment": "Für diese Übung fehlt dir das Gerät.",
  "plan.injury": "Sie belastet ein Gelenk, das weh tut.",
  "plan.banned": "Du hast diese Übung ausgeschlossen.",
  "plan.dates": "Es fällt auf Tage, die du freihältst: {n}.",
  "repair.days": "Plane 1 bis 7 Trainings.",
  "repair.emptyDay": "Füge eine Übung hinzu oder lass das Training weg.",
  "repair.manyExercises": "Verschieb eine Übung in ein anderes Training.",
  "repair.twice": "Mach aus den beiden eine.",
  "repair.sets": "Wähl 1 bis 15 Sätze.",
  "repair.reps": "Wähl einen Bereich zwischen 1 und 30.",
  "repair.heavy": "Wähl 5 Wiederholungen oder mehr.",
  "repair.moveSets": "Verschieb einige Sätze in ein anderes Training.",
  "repair.moveItsSets": "Verschieb einige seiner Sätze in ein anderes Training.",
  "repair.moveGroup": "Verschieb eine Muskelgruppe in ein anderes Training.",
  "repair.often": "Tausch sie in einem davon gegen eine andere Übung.",
  "repair.fewer": "Nimm einige Sätze heraus.",
  "repair.more": "Füge einige Sätze hinzu.",
  "repair.untrained": "Füge eine Übung dafür hinzu.",
  "repair.spacing": "Trainier ihn einen Tag später oder verschieb einige seiner Sätze.",
  "repair.axial":
    "Tausch eine gegen eine Maschine oder verschieb sie in ein anderes Training.",
  "repair.pattern": "Tausch eine gegen eine andere Bewegung.",
  "repair.time": "Nimm einige Sätze heraus oder erlaube mehr Minuten.",
  "repair.peakTime":
    "Seine Sätze steigen nicht weiter, wenn die Zeit aufgebraucht ist.",
  "repair.equipment": "Tausch sie gegen eine, die du machen kannst.",
  "repair.injury": "Tausch sie gegen eine, die das Gelenk schont.",
  "repair.banned": "Tausch sie gegen eine andere.",
  "repair.dates": "Verschieb diese Trainings oder beginn an einem anderen Tag.",
  "remedy.room": "Mehr Minuten, mehr Tage oder weniger betonte Muskeln schaffen Platz.",
  "remedy.equipment": "Füge Geräte hinzu.",
  "remedy.joint": "Nimm das Gelenk von der Liste, wenn es wieder gesund ist.",
  "remedy.allow": "Erlaub eine davon wieder.",
  "remedy.practice": "Füge Geräte hinzu oder mach eine solche Übung zum Favoriten.",
  "remedy.own": "Füge eine eigene Übung hinzu.",
  "remedy.days": "Wähl weniger Tage oder erlaube mehr Übungen.",
  "remedy.favourite": "Nimm sie aus deinen Favoriten.",
  "unmet.sets":
    "Für {muscleFor} war Platz für {n} der {m} Sätze pro Woche, mit denen du anfangen solltest.",
  "unmet.once": "Ein Training pro Woche ist für {muscleFor}; zwei sind besser.",
  "unmet.goal":
    "Für {muscleFor} kann es auf {n} der {m} Sätze pro Woche steigen, die eine Betonung anstrebt.",
  "unmet.days": "Es gibt genug zu tun für {n} deiner {m} Tage.",
  "unmet.equipment": "Deine Geräte haben keine Übung, die direkt für {muscleFor} ist.",
  "unmet.injuries":
    "Jede Übung, die direkt für {muscleFor} ist, belastet ein Gelenk, das weh tut.",
  "unmet.banned": "Du hast jede Übung ausgeschlossen, die direkt für {muscleFor} ist.",
  "unmet.experience":
    "Was hier direkt für {muscleFor} ist, braucht mehr Übung, als du hast.",
  "unmet.health": "Keine leichte Übung hier ist direkt für {muscleFor}.",
  "unmet.kind": "Keine Übung, die geplant werden kann, ist direkt für {muscleFor}.",
  "unmet.favourite": "Dieser Favorit fand in der Woche keinen Platz.",
  "unmet.favouriteEquipment": "Dieser Favorit braucht Geräte, die du nicht hast.",
  "unmet.favouriteInjury": "Dieser Favorit belastet ein Gelenk, das weh tut.",
  "unmet.favouriteHealth": "Dieser Favorit ist für leichtes Training zu schwer.",
  "unmet.favouriteKind": "Dieser Favorit ist von einer Art, die nicht geplant wird.",
  "mended.unknown": "Weggelassen: hier kennt sie niemand.",
  "mended.banned": "Weggelassen: du hast sie ausgeschlossen.",
  "mended.equipment": "Weggelassen: dir fehlt das Gerät dafür.",
  "mended.injuries": "Weggelassen: sie belastet ein Gelenk, das schmerzt.",
  "mended.experience": "Weggelassen: sie verlangt mehr Übung, als du hast.",
  "mended.health": "Weggelassen: sie ist zu schwer für leichtes Training.",
  "mended.kind": "Weggelassen: Übungen dieser Art werden nicht geplant.",
  "mended.day": "Weggelassen: an diesem Tag trainierst du nicht.",
  "mended.noRoom": "Weggelassen: die Grenzen eines Plans lassen keinen Platz dafür.",
  "mended.sets": "Sie hat {n} Sätze statt {m}.",
  "mended.added": "Mit {n} Sätzen ergänzt, um eine Lücke zu füllen.",
  "mended.weeks": "Seine Blöcke füllten die Wochen nicht aus; sie sind anders lang.",
  "mended.emphasis":
    "Es betonte andere Muskeln als gewünscht; es gelten deine Wünsche.",
  "model.tooSlow": "Das Modell hat nicht rechtzeitig geantwortet.",
  "model.tookLonger": "Das Modell hat länger als {n} Sekunden gebraucht.",
  "model.unreachable": "Das Modell war nicht zu erreichen.",
  "model.busy": "Das Modell hat zu viel zu tun.",
  "model.usedUp": "Das Guthaben beim Modell ist aufgebraucht.",
  "model.key": "Das Modell hat den Schlüssel nicht angenommen.",
  "model.name": "Ein Modell dieses Namens ist dort nicht bekannt.",
  "model.failed": "Das Modell ist gescheitert.",
  "model.away": "Das Modell ist nicht verfügbar.",
  "model.refused": "Das Modell will nicht antworten.",
  "model.error": "Das Modell hat mit einem Fehler geantwortet.",
  "model.unfit": "Das Modell hat keine brauchbare Antwort gegeben.",
  "safety.clearance":
    "Frag einen Arzt, bevor du hart trainierst, und bestätige hier die Freigabe: Dann entsteht der Plan.",
  "safety.lightOnly":
    "Für dich wird nur leichte Arbeit geplant: Stell zuerst in den Einstellungen die wenigsten Wiederholungen in Reserve auf 3 und frag eine Fachperson.",
  "safety.light":
    "Dieser Plan ist leicht: kein Satz bis zum Versagen, keine schwere Langhantel, unter der du festsitzen könntest.",
  "safety.askFirst": "Frag eine Fachperson, bevor du mehr machst.",
  "soreness.0": "du hattest {muscleIn} nie Muskelkater",
  "soreness.0.many": "du hattest {muscleIn} nie Muskelkater",
  "soreness.1": "der Muskelkater {muscleIn} war längst weg",
  "soreness.2": "der Muskelkater {muscleIn} war gerade rechtzeitig weg",
  "soreness.3": "du hattest {muscleIn} noch Muskelkater",
  "soreness.3.it": "du hattest noch Muskelkater",
  "performance.0": "du hattest 2 oder mehr Wiederholungen übrig",
  "performance.1": "du hast deine Ziele erreicht",
  "performance.2": "du musstest über die geplante Anstrengung hinausgehen",
  "performance.3": "du hast das letzte Mal nicht erreicht",
  "performance.2.of":
    "du musstest für {muscleFor} über die geplante Anstrengung hinausgehen",
  "performance.3.of": "du hast für {muscleFor} das letzte Mal nicht erreicht",
  "performance.3.again": {
    one: "du hast für {muscleFor} {n} Training lang das letzte Mal nicht erreicht",
    other:
      "du hast für {muscleFor} {n} Trainings in Folge das letzte Mal nicht erreicht",
  },
  "challenge.0": "die Arbeit war leicht",
  "challenge.1": "die Arbeit war genau richtig",
  "challenge.2": "die Arbeit brachte dich ans Limit",
  "challenge.3": "die Arbeit war zu viel",
  "challenge.2.of": "die Arbeit für {muscleFor} brachte dich ans Limit",
  "challenge.3.of": "die Arbeit für {muscleFor} war zu viel",
  "pump.0": "es gab kaum Pump",
  "pump.1": "der Pump war leicht",
  "pump.2": "der Pump war gut",
  "pump.3": "der Pump war extrem",
  "due.0": "Die Sätze bleiben, wie sie sind",
  "due.more.one": "1 Satz mehr ist fällig",
  "due.more": "{n} Sätze mehr sind fällig",
  "due.fewer.one": "1 Satz weniger ist fällig",
  "due.fewer": "{n} Sätze weniger sind fällig",
  "change.added.one": "kommt 1 Satz dazu",
  "change.added": "kommen {n} Sätze dazu",
  "change.removed.one": "fällt 1 Satz weg",
  "change.removed": "fallen {n} Sätze weg",
  "start.farTooLittle": "das ist viel zu wenig für den Anfang",
  "start.tooLittle": "das ist etwas wenig für den Anfang",
  "start.fitting": "das ist ein guter Anfang",
  "start.tooMuch": "das ist viel für den Anfang",
  "start.farTooMuch": "das ist viel zu viel für den Anfang",
  "cap.shared": "die Übungen trainieren auch einen anderen Muskel",
  "cap.restart": "nach einem Erholungstraining geht es neu los",
  "cap.floor": "für {muscleFor} wäre es weniger, als die Masse hält",
  "cap.neighbourFloor":
    "für einen Muskel derselben Übung wäre es weniger, als seine Masse hält",
  "cap.oneSet": "jede Übung behält mindestens 1 Satz",
  "cap.beginner": "am Anfang kommt pro Training höchstens 1 Satz dazu",
  "cap.week": {
    one: "für {muscleFor} darf es höchstens um {n} Satz pro Woche mehr werden",
    other: "für {muscleFor} darf es höchstens um {n} Sätze pro Woche mehr werden",
  },
  "cap.mrv": {
    one: "für {muscleFor} wäre es mehr als {n} Satz pro Woche, das Meiste, von dem man sich erholt",
    other:
      "für {muscleFor} wären es mehr als {n} Sätze pro Woche, das Meiste, von dem man sich erholt",
  },
  "cap.mrv.one":
    "für {muscleFor} wäre es mehr als 1 Satz pro Woche, das Meiste, von dem man sich erholt",
  "cap.session": {
    one: "ein Training fasst höchstens {n} Satz für einen Muskel",
    other: "ein Training fasst höchstens {n} Sätze für einen Muskel",
  },
  "cap.emphasis": "für {muscleFor} ist „{emphasis}“ eingestellt",
  "cap.emphasis.one":
    "für {muscleFor} ist „{emphasis}“ eingestellt, was pro Training höchstens 1 Satz bringt",
  "cap.emphasis.more": {
    one: "für {muscleFor} ist „{emphasis}“ eingestellt, was pro Training höchstens {n} Satz bringt",
    other:
      "für {muscleFor} ist „{emphasis}“ eingestellt, was pro Training höchstens {n} Sätze bringt",
  },
  "cap.pain": "bei der Übung, die infrage käme, taten deine Gelenke weh",
  "cap.exercise": {
    one: "eine Übung wächst auf höchstens {n} Satz",
    other: "eine Übung wächst auf höchstens {n} Sätze",
  },
  "cap.neighbour": "es käme auch etwas für {muscleFor} dazu",
  "cap.sessionSets": {
    one: "ein Training fasst höchstens {n} Satz",
    other: "ein Training fasst höchstens {n} Sätze",
  },
  "cap.time": "das Training würde länger dauern, als du Zeit hast",
  "cap.noExercise": "keine Übung trainiert diesen Muskel direkt",
  "cap.noWorkout":
    "in dieser Woche steht kein anderes Training mehr an, das ihn direkt trainiert",
  "cap.closed":
    "die Übung, die infrage käme, tat den Gelenken weh oder dient der Erholung",
  "cap.takesOn": {
    one: "ein Training nimmt höchstens {n} Satz mehr für einen Muskel auf",
    other: "ein Training nimmt höchstens {n} Sätze mehr für einen Muskel auf",
  },
};

/** German. */
export const reasons: Reasons = {
  texts,
  muscles: {
    chest: forms("Brust", "die Brust", "in der Brust"),
    lats: forms("Latissimus", "den Latissimus", "im Latissimus"),
    "upper back": forms("oberen Rücken", "den oberen Rücken", "im oberen Rücken"),
    "lower back": forms("unteren Rücken", "den unteren Rücken", "im unteren Rücken"),
    traps: forms("Trapez", "den Trapezmuskel", "im Trapezmuskel"),
    quads: forms("Quadrizeps", "den Quadrizeps", "im Quadrizeps"),
    hamstrings: forms("Beinbeuger", "die Beinbeuger", "in den Beinbeugern"),
    glutes: forms("Gesäß", "das Gesäß", "im Gesäß"),
    adductors: forms("Adduktoren", "die Adduktoren", "in den Adduktoren"),
    "front delts": forms(
      "vordere Schulter",
      "die vordere Schulter",
      "in der vorderen Schulter",
    ),
    "side delts": forms(
      "seitliche Schulter",
      "die seitliche Schulter",
      "in der seitlichen Schulter",
    ),
    "rear delts": forms(
      "hintere Schulter",
      "die hintere Schulter",
      "in der hinteren Schulter",
    ),
    biceps: forms("Bizeps", "den Bizeps", "im Bizeps"),
    forearms: forms("Unterarme", "die Unterarme", "in den Unterarmen"),
    triceps: forms("Trizeps", "den Trizeps", "im Trizeps"),
    calves: forms("Waden", "die Waden", "in den Waden"),
    abs: forms("Bauch", "den Bauch", "im Bauch"),
    back: forms("Rücken", "den Rücken", "im Rücken"),
    legs: forms("Beine", "die Beine", "in den Beinen"),
    shoulders: forms("Schultern", "die Schultern", "in den Schultern"),
    delts: forms("Deltamuskeln", "die Deltamuskeln", "in den Deltamuskeln"),
  },
  emphasis: { maintain: "Halten", grow: "Aufbauen", emphasize: "Betonen" },
};
