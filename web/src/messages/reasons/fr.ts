import { forms, type Reasons } from "./shape.ts";
import { weeks } from "./weeks/fr.ts";

const texts: Reasons["texts"] = {
  "gate.noNext":
    "Plus aucune séance de ce bloc ne travaille {muscleFor} : il n’y a rien à changer.",
  "gate.afterDeload":
    "C’était une séance de décharge, pour récupérer : rien ne change pour {muscleFor}.",
  "gate.deloadNext":
    "La prochaine séance pour {muscleFor} tombe dans la semaine de décharge : elle est allégée.",
  "gate.restart":
    "C’était une séance de récupération pour {muscleFor} : la prochaine reprend à mi-chemin entre tes séries de départ et là où tu en étais.",
  "gate.sameFirstWeek":
    "La prochaine séance pour {muscleFor} est encore en semaine 1, qui cherche ton point de départ : les séries restent comme prévu.",
  "gate.noPerformance":
    "Trop peu de séries dures sont notées pour {muscleFor} pour juger la séance (plus de 4 répétitions en réserve, ce n’est pas dur) : les séries sont reprises.",
  "gate.noSoreness":
    "Tu n’as pas dit si tu avais des courbatures {muscleIn} : les séries sont reprises.",
  "gate.firstSession":
    "Ce bloc n’a pas de séance précédente pour {muscleFor} à comparer : les séries sont reprises.",
  judged: "{clauses}, donc {due}.",
  "judged.repeat":
    "Tu n’as pas refait la dernière fois pour {muscleFor}, mais un mauvais jour n’est pas ta limite : séries, charge et répétitions sont répétées.",
  "judged.fatigue": "{clauses} : deux signes de trop de fatigue, donc {due}.",
  "judged.recovery":
    "{clauses}, donc la prochaine séance sert à récupérer : moitié moins de séries et de répétitions à la même charge.",
  "judged.pain":
    "Tes articulations ont fait mal en travaillant {muscleFor}, donc aucune série ne s’ajoute ; pense à un autre exercice.",
  "judged.badPain":
    "Tes articulations ont fait très mal en travaillant {muscleFor}, donc {due}, aucune charge ne monte et l’exercice qui fait mal est à remplacer.",
  "readiness.low":
    "Ta forme était basse ce jour-là ({number}), donc aucune série ne s’ajoute et aucune charge n’augmente.",
  "first.judged": "{clauses} : {start}, donc {due}.",
  "first.judgedNew": "Pour {muscleFor}, {clauses} : {start}, donc {due}.",
  "first.stopped":
    "Ton départ laisse de la marge, mais {clauses}, donc les séries restent comme elles sont.",
  "first.unanswered":
    "Tu n’as répondu ni à la congestion ni à l’effort pour {muscleFor}, donc {due}.",
  "cap.nothing": "Rien ne change pour l’instant, car {cap}.",
  "cap.other": "Au final {change}, car {cap}.",
  "override.hold": "Tu as choisi de garder les séries de la semaine dernière.",
  "override.undo":
    "Tu as annulé cette décision : tout reste comme la semaine dernière.",
  "plan.edited": { one: "Tu as choisi {n} série.", other: "Tu as choisi {n} séries." },
  "load.calibrate":
    "Aucune charge n’est encore connue : à la première série, prends-en une que tu pourrais lever 10 à 15 fois et arrête-toi avec 2 ou 3 répétitions en réserve.",
  "load.untrained":
    "Ce n’était pas travaillé la dernière fois : le plan reste comme il était.",
  "load.carried": "Charge et répétitions sont reprises de la dernière fois.",
  "load.unknown": "Trop peu est noté pour juger la dernière séance : encore {load}.",
  "load.repeat":
    "Tu n’as pas refait la fois d’avant, ce peut être un mauvais jour : encore {load} × {n}.",
  "load.lighter":
    "Toujours en dessous après une séance de récupération : environ 10 % de moins, {load}.",
  "load.lightest":
    "Toujours en dessous après une séance de récupération, mais {load} est la charge la plus légère.",
  "load.pain":
    "L’articulation a fait mal : charge et répétitions restent à {load} × {n}.",
  "load.harder":
    "C’était plus dur que prévu : charge et répétitions restent à {load} × {n}.",
  "load.tired":
    "Tu n’étais pas reposé ce jour-là : charge et répétitions restent à {load} × {n}.",
  "load.heavier":
    "Tes séries indiquent environ {number} kg pour une seule répétition : {load} × {n} en laisse {m} en réserve.",
  "load.rep": "Une répétition de plus à {load}, avant que la charge monte.",
  "load.step": {
    one: "La charge suivante est {load} : {n} répétition avec {m} en réserve.",
    other: "La charge suivante est {load} : {n} répétitions avec {m} en réserve.",
  },
  "load.bigStep":
    "La charge suivante est un trop grand pas depuis {load} : une répétition de plus.",
  "load.enough": {
    one: "{n} répétition à {load} suffit : un exercice plus dur te servirait mieux.",
    other:
      "{n} répétitions à {load} suffisent : un exercice plus dur te servirait mieux.",
  },
  "easy.deload":
    "Décharge : moitié moins de travail à la charge de la première semaine, {load}.",
  "easy.deloadLate":
    "Décharge, seconde moitié : moitié moins de travail à la moitié de la charge, {load}.",
  "easy.deloadSets":
    "Décharge : moitié moins de séries à la charge de la première semaine, {load}.",
  "easy.deloadLoad":
    "Décharge : toutes les séries à une charge plus légère que la première semaine, {load}.",
  "easy.leftOut":
    "Laissé de côté pour la décharge : l’isolation des trapèzes et des avant-bras se repose.",
  "easy.recovery":
    "Récupération : moitié moins de séries et de répétitions à la même charge, {load}.",
  "week1.from": "À partir de {load} × {n} le {day}.",
  "week1.new":
    "Cet exercice est nouveau dans ton journal : prends une charge que tu peux lever 10 à 15 fois, arrête-toi avec 2 ou 3 en réserve, et les autres séries en découlent.",
  "week1.history":
    "Ton historique indique environ {number} kg pour une seule répétition : {load} pour commencer.",
  "week1.afterBreak": {
    one: "Ton historique indique environ {number} kg pour une seule répétition, il y a {n} semaine, donc {m} % de cela : {load}.",
    other:
      "Ton historique indique environ {number} kg pour une seule répétition, il y a {n} semaines, donc {m} % de cela : {load}.",
  },
  "week1.heaviest": "{load}, c’est le plus lourd que tu aies pris jusqu’ici.",
  "week1.heaviestMore": {
    one: "{load}, c’est le plus lourd que tu aies pris jusqu’ici : tu en fais {n} répétition.",
    other:
      "{load}, c’est le plus lourd que tu aies pris jusqu’ici : tu en fais {n} répétitions.",
  },
  "week1.lightest":
    "{load} est la charge la plus légère qui existe, et plus que ton historique ne montre : essaie prudemment ou choisis un autre exercice.",
  "week1.calibrated":
    "Ta première série indique environ {number} kg pour une seule répétition : {load}.",
  "gap.goOn": "Tu t’es entraîné dans la dernière semaine : le plan continue.",
  "gap.repeat": {
    one: "Pas d’entraînement pendant {n} jour : cette semaine est refaite avec les mêmes séries et charges.",
    other:
      "Pas d’entraînement pendant {n} jours : cette semaine est refaite avec les mêmes séries et charges.",
  },
  "gap.restart": {
    one: "Pas d’entraînement pendant {n} jour : tu reprends aux séries de la semaine 1, 5 % plus léger et avec 1 répétition de plus en réserve.",
    other:
      "Pas d’entraînement pendant {n} jours : tu reprends aux séries de la semaine 1, 5 % plus léger et avec 1 répétition de plus en réserve.",
  },
  "gap.newBlock": {
    one: "Pas d’entraînement pendant {n} jour : ce bloc est clos et un nouveau commence à tes séries de départ, avec des charges qui tiennent compte de la pause.",
    other:
      "Pas d’entraînement pendant {n} jours : ce bloc est clos et un nouveau commence à tes séries de départ, avec des charges qui tiennent compte de la pause.",
  },
  "alternative.alike": "Travaille aussi : {muscles}.",
  "alternative.alikeMoved": "Travaille aussi, avec le même mouvement : {muscles}.",
  "alternative.less": "Travaille aussi : {muscles}, mais pas : {muscles2}.",
  "alternative.lessMoved":
    "Travaille aussi, avec le même mouvement : {muscles}, mais pas : {muscles2}.",
  "alternative.helps": "Ne fait qu’aider.",
  "alternative.helpsMoved": "Ne fait qu’aider, avec le même mouvement.",
  "alternative.known": "Tu l’as déjà fait.",
  ...weeks,
  "plan.days": "Une semaine a de 1 à 7 séances, pas {n}.",
  "plan.emptyDay": "Une séance a au moins un exercice.",
  "plan.manyExercises": "Une séance a au plus 8 exercices, pas {n}.",
  "plan.twice": "Un exercice vient une seule fois par séance.",
  "plan.sets": "Un exercice a de 1 à 15 séries, pas {n}.",
  "plan.reps": "Une plage de répétitions monte entre 1 et 30, pas de {n} à {m}.",
  "plan.heavy": "Moins de 5 répétitions développent la force plus que le volume.",
  "plan.sessionSets": "Une séance a au plus 30 séries, pas {n}.",
  "plan.manySessionSets": "Plus de 25 séries, c’est beaucoup : {n}.",
  "plan.muscleSets": "Un muscle reçoit au plus 12 séries par séance, pas {n}.",
  "plan.manyMuscleSets": "Plus de 10 séries, c’est beaucoup : {n}.",
  "plan.manyGroups": "Plus de 6 groupes musculaires, c’est beaucoup : {n}.",
  "plan.often": "À varier : il est dans {n} séances par semaine, pas dans 1 ou 2.",
  "plan.untrained": "Rien dans cette semaine ne travaille ce muscle.",
  "plan.belowMv":
    "{number} séries, demi-séries comprises, ne maintiennent pas ce muscle : il en faut {n}.",
  "plan.aboveMrv": {
    one: "{n} série en {m} séances par semaine, c’est plus que les {k} dont on récupère.",
    other:
      "{n} séries en {m} séances par semaine, c’est plus que les {k} dont on récupère.",
  },
  "plan.careful": "Un départ prudent a au plus 3 séries par exercice, pas {n}.",
  "plan.carefulMuscle": "Un départ prudent a au plus 6 séries par muscle, pas {n}.",
  "plan.frequency":
    "{n} séries tombent dans une seule séance par semaine ; deux, c’est mieux.",
  "plan.spacing": "{n} et {m} séries ne sont qu’à un jour d’écart.",
  "plan.axial": "{n} exercices qui chargent la colonne, c’est beaucoup.",
  "plan.pattern": "{n} exercices font le même mouvement.",
  "plan.progression":
    "Cela commence à {n} séries par semaine, au-dessus des {m} visées, et ne peut donc pas monter.",
  "plan.time": "Cela dure environ {n} minutes, et tu en as {m}.",
  "plan.peakTime":
    "La dernière semaine dure prendrait environ {n} minutes, et tu en as {m}.",
  "plan.equipment": "Tu n’as pas le matériel pour cet exercice.",
  "plan.injury": "Il charge une articulation qui fait mal.",
  "plan.banned": "Tu as écarté cet exercice.",
  "plan.dates": "Cela tombe sur des jours que tu gardes libres : {n}.",
  "repair.days": "Planifie de 1 à 7 séances.",
  "repair.emptyDay": "Ajoute un exercice ou retire la séance.",
  "repair.manyExercises": "Déplace un exercice dans une autre séance.",
  "repair.twice": "Réunis les deux en un.",
  "repair.sets": "Choisis de 1 à 15 séries.",
  "repair.reps": "Choisis une plage entre 1 et 30.",
  "repair.heavy": "Choisis 5 répétitions ou plus.",
  "repair.moveSets": "Déplace quelques séries dans une autre séance.",
  "repair.moveItsSets": "Déplace quelques-unes de ses séries dans une autre séance.",
  "repair.moveGroup": "Déplace un groupe musculaire dans une autre séance.",
  "repair.often": "Remplace-le par un autre exercice dans l’une d’elles.",
  "repair.fewer": "Retire quelques séries.",
  "repair.more": "Ajoute quelques séries.",
  "repair.untrained": "Ajoute un exercice pour lui.",
  "repair.spacing":
    "Travaille-le un jour plus tard ou déplace quelques-unes de ses séries.",
  "repair.axial": "Remplace-en un par une machine ou déplace-le dans une autre séance.",
  "repair.pattern": "Remplace-en un par un autre mouvement.",
  "repair.time": "Retire quelques séries ou accorde plus de minutes.",
  "repair.peakTime": "Ses séries cessent de monter quand le temps est épuisé.",
  "repair.equipment": "Remplace-le par un que tu peux faire.",
  "repair.injury": "Remplace-le par un qui ménage l’articulation.",
  "repair.banned": "Remplace-le par un autre.",
  "repair.dates": "Déplace ces séances ou commence un autre jour.",
  "remedy.room":
    "Plus de minutes, plus de jours ou moins de muscles prioritaires font de la place.",
  "remedy.equipment": "Ajoute du matériel.",
  "remedy.joint": "Retire l’articulation de la liste quand elle va bien.",
  "remedy.allow": "Autorise de nouveau l’un d’eux.",
  "remedy.practice": "Ajoute du matériel ou mets un tel exercice en favori.",
  "remedy.own": "Ajoute un exercice à toi.",
  "remedy.days": "Choisis moins de jours ou autorise plus d’exercices.",
  "remedy.favourite": "Retire-le de tes favoris.",
  "unmet.sets":
    "Pour {muscleFor}, il y avait de la place pour {n} des {m} séries par semaine du départ.",
  "unmet.once": "Une séance par semaine travaille {muscleFor} ; deux, c’est mieux.",
  "unmet.goal":
    "Pour {muscleFor}, on peut monter à {n} des {m} séries par semaine que vise une priorité.",
  "unmet.days": "Il y a assez à faire pour {n} de tes {m} jours.",
  "unmet.equipment":
    "Ton matériel n’a aucun exercice qui travaille directement {muscleFor}.",
  "unmet.injuries":
    "Chaque exercice qui travaille directement {muscleFor} charge une articulation qui fait mal.",
  "unmet.banned":
    "Tu as écarté tous les exercices qui travaillent directement {muscleFor}.",
  "unmet.experience":
    "Ce qui travaille ici directement {muscleFor} demande plus de pratique que tu n’en as.",
  "unmet.health": "Aucun exercice léger ici ne travaille directement {muscleFor}.",
  "unmet.kind": "Aucun exercice planifiable ne travaille directement {muscleFor}.",
  "unmet.favourite": "Ce favori n’a pas trouvé de place dans la semaine.",
  "unmet.favouriteEquipment": "Ce favori demande du matériel que tu n’as pas.",
  "unmet.favouriteInjury": "Ce favori charge une articulation qui fait mal.",
  "unmet.favouriteHealth": "Ce favori est trop lourd pour un entraînement léger.",
  "unmet.favouriteKind": "Ce favori n’est pas d’un type qui se planifie.",
  "mended.unknown": "Laissé de côté : personne ne le connaît ici.",
  "mended.banned": "Laissé de côté : tu l’as exclu.",
  "mended.equipment": "Laissé de côté : tu n’as pas le matériel.",
  "mended.injuries": "Laissé de côté : il sollicite une articulation douloureuse.",
  "mended.experience": "Laissé de côté : il demande plus de pratique que tu n’en as.",
  "mended.health": "Laissé de côté : il est trop lourd pour un entraînement léger.",
  "mended.kind": "Laissé de côté : les exercices de ce type ne sont pas planifiés.",
  "mended.day": "Laissé de côté : tu ne t’entraînes pas ce jour-là.",
  "mended.noRoom":
    "Laissé de côté : les limites d’un plan ne lui laissent pas de place.",
  "mended.sets": "Il a {n} séries au lieu de {m}.",
  "mended.added": "Ajouté avec {n} séries pour combler un manque.",
  "mended.weeks":
    "Ses blocs ne remplissaient pas les semaines ; ils ont d’autres durées.",
  "mended.emphasis":
    "Il accentuait d’autres muscles que ceux que tu souhaites ; tes souhaits comptent.",
  "model.tooSlow": "Le modèle n’a pas répondu à temps.",
  "model.tookLonger": "Le modèle a mis plus de {n} secondes.",
  "model.unreachable": "Le modèle est injoignable.",
  "model.busy": "Le modèle est surchargé.",
  "model.usedUp": "Le compte auprès du modèle est épuisé.",
  "model.key": "Le modèle n’a pas accepté la clé.",
  "model.name": "Aucun modèle de ce nom n’y est connu.",
  "model.failed": "Le modèle a échoué.",
  "model.away": "Le modèle n’est pas disponible.",
  "model.refused": "Le modèle ne veut pas répondre.",
  "model.error": "Le modèle a répondu par une erreur.",
  "model.unfit": "Le modèle n’a donné aucune réponse utilisable.",
  "safety.clearance":
    "Demande à un médecin avant de t’entraîner dur, et confirme ici son accord : alors le plan se fait.",
  "safety.lightOnly":
    "Seul du travail léger est planifié pour toi : mets d’abord le minimum de répétitions en réserve à 3 dans les réglages, et demande à un professionnel.",
  "safety.light":
    "Ce plan est léger : aucune série à l’échec, aucune barre lourde qui pourrait te coincer.",
  "safety.askFirst": "Demande à un professionnel avant d’en faire plus.",
  "soreness.0": "tu n’as pas eu de courbatures {muscleIn}",
  "soreness.0.many": "tu n’as pas eu de courbatures {muscleIn}",
  "soreness.1": "les courbatures {muscleIn} étaient parties bien avant aujourd’hui",
  "soreness.2":
    "les courbatures {muscleIn} sont parties juste à temps pour aujourd’hui",
  "soreness.3": "tu avais encore des courbatures {muscleIn}",
  "soreness.3.it": "tu avais encore des courbatures",
  "performance.0": "il te restait 2 répétitions ou plus",
  "performance.1": "tu as atteint tes objectifs",
  "performance.2": "tu as dû dépasser l’effort prévu",
  "performance.3": "tu n’as pas refait la dernière fois",
  "performance.2.of": "tu as dû dépasser l’effort prévu pour {muscleFor}",
  "performance.3.of": "tu n’as pas refait la dernière fois pour {muscleFor}",
  "performance.3.again": {
    one: "tu es resté en dessous pour {muscleFor} {n} séance de suite",
    other: "tu es resté en dessous pour {muscleFor} {n} séances de suite",
  },
  "challenge.0": "le travail était facile",
  "challenge.1": "le travail était comme il faut",
  "challenge.2": "le travail t’a mené à ta limite",
  "challenge.3": "le travail était trop",
  "challenge.2.of": "le travail pour {muscleFor} t’a mené à ta limite",
  "challenge.3.of": "le travail pour {muscleFor} était trop",
  "pump.0": "il n’y avait presque pas de congestion",
  "pump.1": "la congestion était légère",
  "pump.2": "la congestion était bonne",
  "pump.3": "la congestion était extrême",
  "due.0": "les séries restent comme elles sont",
  "due.more.one": "il faut 1 série de plus",
  "due.more": "il faut {n} séries de plus",
  "due.fewer.one": "il faut 1 série de moins",
  "due.fewer": "il faut {n} séries de moins",
  "change.added.one": "1 série s’ajoute",
  "change.added": "{n} séries s’ajoutent",
  "change.removed.one": "1 série part",
  "change.removed": "{n} séries partent",
  "start.farTooLittle": "c’est bien trop peu pour commencer",
  "start.tooLittle": "c’est un peu juste pour commencer",
  "start.fitting": "c’est un bon point de départ",
  "start.tooMuch": "c’est beaucoup pour commencer",
  "start.farTooMuch": "c’est bien trop pour commencer",
  "cap.shared": "ses exercices sont partagés avec un autre muscle",
  "cap.restart": "on reprend après une séance de récupération",
  "cap.floor": "pour {muscleFor}, ce serait moins que ce qui maintient le volume",
  "cap.neighbourFloor":
    "pour un muscle du même exercice, ce serait moins que ce qui maintient son volume",
  "cap.oneSet": "chaque exercice garde au moins 1 série",
  "cap.beginner": "un débutant ajoute au plus 1 série par séance",
  "cap.week": {
    one: "pour {muscleFor}, on ajoute au plus {n} série par semaine",
    other: "pour {muscleFor}, on ajoute au plus {n} séries par semaine",
  },
  "cap.mrv": {
    one: "pour {muscleFor}, on passerait {n} série par semaine, le maximum dont on récupère",
    other:
      "pour {muscleFor}, on passerait {n} séries par semaine, le maximum dont on récupère",
  },
  "cap.mrv.one":
    "pour {muscleFor}, on passerait 1 série par semaine, le maximum dont on récupère",
  "cap.session": {
    one: "une séance contient au plus {n} série pour un muscle",
    other: "une séance contient au plus {n} séries pour un muscle",
  },
  "cap.emphasis": "pour {muscleFor}, le réglage est « {emphasis} »",
  "cap.emphasis.one":
    "pour {muscleFor}, le réglage est « {emphasis} », qui ajoute au plus 1 série par séance",
  "cap.emphasis.more": {
    one: "pour {muscleFor}, le réglage est « {emphasis} », qui ajoute au plus {n} série par séance",
    other:
      "pour {muscleFor}, le réglage est « {emphasis} », qui ajoute au plus {n} séries par séance",
  },
  "cap.pain": "l’exercice qui pourrait la prendre a fait mal à tes articulations",
  "cap.exercise": {
    one: "un exercice monte à {n} série au plus",
    other: "un exercice monte à {n} séries au plus",
  },
  "cap.neighbour": "cela ajouterait aussi pour {muscleFor}",
  "cap.sessionSets": {
    one: "une séance contient au plus {n} série",
    other: "une séance contient au plus {n} séries",
  },
  "cap.time": "la séance durerait plus longtemps que tu n’as de temps",
  "cap.noExercise": "aucun exercice ne travaille ce muscle directement",
  "cap.noWorkout":
    "aucune autre séance à venir cette semaine ne le travaille directement",
  "cap.closed":
    "l’exercice qui pourrait la prendre a fait mal aux articulations ou sert à récupérer",
  "cap.takesOn": {
    one: "une séance prend au plus {n} série de plus par muscle",
    other: "une séance prend au plus {n} séries de plus par muscle",
  },
};

/** French. */
export const reasons: Reasons = {
  texts,
  muscles: {
    chest: forms("pectoraux", "les pectoraux", "aux pectoraux"),
    lats: forms("dorsaux", "les dorsaux", "aux dorsaux"),
    "upper back": forms("haut du dos", "le haut du dos", "dans le haut du dos"),
    "lower back": forms("lombaires", "les lombaires", "aux lombaires"),
    traps: forms("trapèzes", "les trapèzes", "aux trapèzes"),
    quads: forms("quadriceps", "les quadriceps", "aux quadriceps"),
    hamstrings: forms("ischio-jambiers", "les ischio-jambiers", "aux ischio-jambiers"),
    glutes: forms("fessiers", "les fessiers", "aux fessiers"),
    adductors: forms("adducteurs", "les adducteurs", "aux adducteurs"),
    "front delts": forms(
      "deltoïdes avant",
      "les deltoïdes avant",
      "aux deltoïdes avant",
    ),
    "side delts": forms(
      "deltoïdes latéraux",
      "les deltoïdes latéraux",
      "aux deltoïdes latéraux",
    ),
    "rear delts": forms(
      "deltoïdes arrière",
      "les deltoïdes arrière",
      "aux deltoïdes arrière",
    ),
    biceps: forms("biceps", "les biceps", "aux biceps"),
    forearms: forms("avant-bras", "les avant-bras", "aux avant-bras"),
    triceps: forms("triceps", "les triceps", "aux triceps"),
    calves: forms("mollets", "les mollets", "aux mollets"),
    abs: forms("abdos", "les abdos", "aux abdos"),
    back: forms("dos", "le dos", "au dos"),
    legs: forms("jambes", "les jambes", "aux jambes"),
    shoulders: forms("épaules", "les épaules", "aux épaules"),
    delts: forms("deltoïdes", "les deltoïdes", "aux deltoïdes"),
  },
  emphasis: { maintain: "Maintenir", grow: "Développer", emphasize: "Priorité" },
};
