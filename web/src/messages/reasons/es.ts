import { forms, type Reasons } from "./shape.ts";
import { weeks } from "./weeks/es.ts";

const texts: Reasons["texts"] = {
  "gate.noNext":
    "Ninguna otra sesión de este bloque trabaja {muscleFor}, así que no hay nada que cambiar.",
  "gate.afterDeload":
    "Esta fue una sesión de descarga, para recuperarte, así que nada cambia para {muscleFor}.",
  "gate.deloadNext":
    "La próxima sesión para {muscleFor} cae en la semana de descarga, así que se aligera.",
  "gate.restart":
    "Esta fue una sesión de recuperación para {muscleFor}, así que la próxima empieza a medio camino entre tus series iniciales y donde estabas.",
  "gate.sameFirstWeek":
    "La próxima sesión para {muscleFor} sigue en la semana 1, que busca tu punto de partida, así que las series quedan como estaban previstas.",
  "gate.noPerformance":
    "Se registraron muy pocas series duras para {muscleFor} como para juzgar la sesión (más de 4 repeticiones en reserva no es duro), así que las series se mantienen.",
  "gate.noSoreness":
    "No dijiste cuántas agujetas tenías {muscleIn}, así que las series se mantienen.",
  "gate.firstSession":
    "En este bloque no hay una sesión anterior para {muscleFor} con la que comparar, así que las series se mantienen.",
  judged: "{clauses}, así que {due}.",
  "judged.repeat":
    "No llegaste a lo de la última vez para {muscleFor}, pero un mal día no es tu límite, así que se repiten series, peso y repeticiones.",
  "judged.fatigue": "{clauses}: dos señales de demasiada fatiga, así que {due}.",
  "judged.recovery":
    "{clauses}, así que la próxima sesión es de recuperación: la mitad de las series y de las repeticiones con el mismo peso.",
  "judged.pain":
    "Te dolieron las articulaciones al entrenar {muscleFor}, así que no se añade ninguna serie; piensa en otro ejercicio.",
  "judged.badPain":
    "Te dolieron mucho las articulaciones al entrenar {muscleFor}, así que {due}, no sube ningún peso y hay que cambiar el ejercicio que duele.",
  "readiness.low":
    "Tu disposición era baja ese día ({number}), así que no se añade ninguna serie ni sube ningún peso.",
  "first.judged": "{clauses}: {start}, así que {due}.",
  "first.judgedNew": "Para {muscleFor}, {clauses}: {start}, así que {due}.",
  "first.stopped":
    "Tu comienzo deja margen para más, pero {clauses}, así que las series quedan como están.",
  "first.unanswered":
    "No respondiste ni a la congestión ni al esfuerzo para {muscleFor}, así que {due}.",
  "cap.nothing": "Por ahora no cambia nada, porque {cap}.",
  "cap.other": "Al final {change}, porque {cap}.",
  "override.hold": "Elegiste mantener las series de la semana pasada.",
  "override.undo":
    "Deshiciste esta decisión, así que todo queda como la semana pasada.",
  "plan.edited": { one: "Elegiste {n} serie.", other: "Elegiste {n} series." },
  "load.calibrate":
    "Aún no se conoce ningún peso: en la primera serie, elige uno que podrías levantar de 10 a 15 veces y para con 2 o 3 repeticiones en reserva.",
  "load.untrained": "No se entrenó la última vez, así que el plan quedó como estaba.",
  "load.carried": "El peso y las repeticiones vienen de la última vez.",
  "load.unknown": "Se registró muy poco para juzgar la última sesión: de nuevo {load}.",
  "load.repeat":
    "No llegaste a lo de la vez anterior, lo que puede ser un mal día: de nuevo {load} × {n}.",
  "load.lighter":
    "Sigue sin alcanzar tras una sesión de recuperación: cerca de un 10 % menos, {load}.",
  "load.lightest":
    "Sigue sin alcanzar tras una sesión de recuperación, pero {load} es el peso más ligero.",
  "load.pain":
    "La articulación dolió: el peso y las repeticiones se quedan en {load} × {n}.",
  "load.harder":
    "Fue más duro de lo previsto: el peso y las repeticiones se quedan en {load} × {n}.",
  "load.tired":
    "Ese día no habías descansado: el peso y las repeticiones se quedan en {load} × {n}.",
  "load.heavier":
    "Tus series indican unos {number} kg a una repetición: {load} × {n} deja {m} en reserva.",
  "load.rep": "Una repetición más con {load}, antes de que suba el peso.",
  "load.step": {
    one: "El siguiente peso es {load}: {n} repetición con {m} en reserva.",
    other: "El siguiente peso es {load}: {n} repeticiones con {m} en reserva.",
  },
  "load.bigStep":
    "El siguiente peso es un salto demasiado grande desde {load}: una repetición más.",
  "load.enough": {
    one: "{n} repetición con {load} es suficiente: un ejercicio más difícil te serviría mejor.",
    other:
      "{n} repeticiones con {load} son suficientes: un ejercicio más difícil te serviría mejor.",
  },
  "easy.deload":
    "Descarga: la mitad del trabajo con el peso de la primera semana, {load}.",
  "easy.deloadLate":
    "Descarga, segunda mitad: la mitad del trabajo con la mitad del peso, {load}.",
  "easy.deloadSets":
    "Descarga: la mitad de las series con el peso de la primera semana, {load}.",
  "easy.deloadLoad":
    "Descarga: todas las series con menos peso que en la primera semana, {load}.",
  "easy.leftOut":
    "Fuera de la descarga: los aislamientos de trapecio y antebrazos descansan.",
  "easy.recovery":
    "Recuperación: la mitad de las series y repeticiones con el mismo peso, {load}.",
  "week1.from": "A partir de {load} × {n} el {day}.",
  "week1.new":
    "Este ejercicio es nuevo en tu registro: elige un peso que puedas levantar de 10 a 15 veces, para con 2 o 3 en reserva y las demás series saldrán de ahí.",
  "week1.history":
    "Tu historial indica unos {number} kg a una repetición: {load} para empezar.",
  "week1.afterBreak": {
    one: "Tu historial indica unos {number} kg a una repetición, hace {n} semana, así que el {m} % de eso: {load}.",
    other:
      "Tu historial indica unos {number} kg a una repetición, hace {n} semanas, así que el {m} % de eso: {load}.",
  },
  "week1.heaviest": "{load} es lo más pesado que has usado hasta ahora.",
  "week1.heaviestMore": {
    one: "{load} es lo más pesado que has usado hasta ahora, así que haces {n} repetición.",
    other:
      "{load} es lo más pesado que has usado hasta ahora, así que haces {n} repeticiones.",
  },
  "week1.lightest":
    "{load} es el peso más ligero que hay, y más de lo que muestra tu historial: pruébalo con cuidado o elige otro ejercicio.",
  "week1.calibrated":
    "Tu primera serie indica unos {number} kg a una repetición: {load}.",
  "gap.goOn": "Entrenaste en la última semana, así que el plan sigue.",
  "gap.repeat": {
    one: "No entrenaste durante {n} día, así que esta semana se repite con las mismas series y pesos.",
    other:
      "No entrenaste durante {n} días, así que esta semana se repite con las mismas series y pesos.",
  },
  "gap.restart": {
    one: "No entrenaste durante {n} día, así que vuelves a empezar con las series de la semana 1, un 5 % más ligero y con 1 repetición más en reserva.",
    other:
      "No entrenaste durante {n} días, así que vuelves a empezar con las series de la semana 1, un 5 % más ligero y con 1 repetición más en reserva.",
  },
  "gap.newBlock": {
    one: "No entrenaste durante {n} día, así que este bloque se cierra y uno nuevo comienza con tus series iniciales y con pesos que tienen en cuenta la pausa.",
    other:
      "No entrenaste durante {n} días, así que este bloque se cierra y uno nuevo comienza con tus series iniciales y con pesos que tienen en cuenta la pausa.",
  },
  "alternative.alike": "También trabaja {muscles}.",
  "alternative.alikeMoved": "También trabaja {muscles}, con el mismo movimiento.",
  "alternative.less": "También trabaja {muscles}, pero no {muscles2}.",
  "alternative.lessMoved":
    "También trabaja {muscles}, con el mismo movimiento, pero no {muscles2}.",
  "alternative.helps": "Solo ayuda.",
  "alternative.helpsMoved": "Solo ayuda, con el mismo movimiento.",
  "alternative.known": "Ya lo has hecho antes.",
  ...weeks,
  "plan.days": "Una semana tiene de 1 a 7 entrenamientos, no {n}.",
  "plan.emptyDay": "Un entrenamiento tiene al menos un ejercicio.",
  "plan.manyExercises": "Un entrenamiento tiene como mucho 8 ejercicios, no {n}.",
  "plan.twice": "Un ejercicio aparece una sola vez por entrenamiento.",
  "plan.sets": "Un ejercicio tiene de 1 a 15 series, no {n}.",
  "plan.reps": "Un rango de repeticiones sube entre 1 y 30, no de {n} a {m}.",
  "plan.heavy": "Menos de 5 repeticiones dan más fuerza que tamaño.",
  "plan.sessionSets": "Un entrenamiento tiene como mucho 30 series, no {n}.",
  "plan.manySessionSets": "Más de 25 series son muchas: {n}.",
  "plan.muscleSets":
    "Un músculo admite como mucho 12 series por entrenamiento, no {n}.",
  "plan.manyMuscleSets": "Más de 10 series son muchas: {n}.",
  "plan.manyGroups": "Más de 6 grupos musculares son muchos: {n}.",
  "plan.often": "Más variedad: aparece en {n} entrenamientos por semana, no en 1 o 2.",
  "plan.untrained": "Nada de esta semana trabaja este músculo.",
  "plan.belowMv":
    "{number} series, contando las medias, no mantienen este músculo: para eso hacen falta {n}.",
  "plan.aboveMrv": {
    one: "{n} serie en {m} entrenamientos por semana es más que las {k} de las que uno se recupera.",
    other:
      "{n} series en {m} entrenamientos por semana son más que las {k} de las que uno se recupera.",
  },
  "plan.careful":
    "Un comienzo prudente tiene como mucho 3 series por ejercicio, no {n}.",
  "plan.carefulMuscle":
    "Un comienzo prudente tiene como mucho 6 series por músculo, no {n}.",
  "plan.frequency":
    "{n} series caen en un solo entrenamiento por semana; dos es mejor.",
  "plan.spacing": "{n} y {m} series están a solo un día de distancia.",
  "plan.axial": "{n} ejercicios que cargan la columna son muchos.",
  "plan.pattern": "{n} ejercicios hacen el mismo movimiento.",
  "plan.progression":
    "Empieza con {n} series por semana, por encima de las {m} que son el objetivo, así que no puede subir.",
  "plan.time": "Dura unos {n} minutos, y tienes {m}.",
  "plan.peakTime": "En la última semana dura duraría unos {n} minutos, y tienes {m}.",
  "plan.equipment": "No tienes el equipo para este ejercicio.",
  "plan.injury": "Carga una articulación que duele.",
  "plan.banned": "Has descartado este ejercicio.",
  "plan.dates": "Cae en días que mantienes libres: {n}.",
  "repair.days": "Planifica de 1 a 7 entrenamientos.",
  "repair.emptyDay": "Añade un ejercicio o quita el entrenamiento.",
  "repair.manyExercises": "Pasa un ejercicio a otro entrenamiento.",
  "repair.twice": "Junta los dos en uno.",
  "repair.sets": "Elige de 1 a 15 series.",
  "repair.reps": "Elige un rango entre 1 y 30.",
  "repair.heavy": "Elige 5 repeticiones o más.",
  "repair.moveSets": "Pasa algunas series a otro entrenamiento.",
  "repair.moveItsSets": "Pasa algunas de sus series a otro entrenamiento.",
  "repair.moveGroup": "Pasa un grupo muscular a otro entrenamiento.",
  "repair.often": "Cámbialo por otro ejercicio en uno de ellos.",
  "repair.fewer": "Quita algunas series.",
  "repair.more": "Añade algunas series.",
  "repair.untrained": "Añade un ejercicio para él.",
  "repair.spacing": "Entrénalo un día después o mueve algunas de sus series.",
  "repair.axial": "Cambia uno por una máquina o pásalo a otro entrenamiento.",
  "repair.pattern": "Cambia uno por otro movimiento.",
  "repair.time": "Quita algunas series o permite más minutos.",
  "repair.peakTime": "Sus series dejan de subir cuando se acaba el tiempo.",
  "repair.equipment": "Cámbialo por uno que puedas hacer.",
  "repair.injury": "Cámbialo por uno que cuide la articulación.",
  "repair.banned": "Cámbialo por otro.",
  "repair.dates": "Mueve estos entrenamientos o empieza otro día.",
  "remedy.room": "Más minutos, más días o menos músculos prioritarios dejan sitio.",
  "remedy.equipment": "Añade equipo.",
  "remedy.joint": "Quita la articulación de la lista cuando esté bien.",
  "remedy.allow": "Permite uno de ellos de nuevo.",
  "remedy.practice": "Añade equipo o haz de un ejercicio así un favorito.",
  "remedy.own": "Añade un ejercicio propio.",
  "remedy.days": "Elige menos días o permite más ejercicios.",
  "remedy.favourite": "Quítalo de tus favoritos.",
  "unmet.sets":
    "Para {muscleFor} hubo sitio para {n} de las {m} series por semana con las que deberías empezar.",
  "unmet.once": "Un entrenamiento por semana trabaja {muscleFor}; dos es mejor.",
  "unmet.goal":
    "Para {muscleFor} se puede subir a {n} de las {m} series por semana a las que apunta una prioridad.",
  "unmet.days": "Hay bastante que hacer para {n} de tus {m} días.",
  "unmet.equipment":
    "Tu equipo no tiene ningún ejercicio que trabaje directamente {muscleFor}.",
  "unmet.injuries":
    "Todo ejercicio que trabaja directamente {muscleFor} carga una articulación que duele.",
  "unmet.banned":
    "Has descartado todos los ejercicios que trabajan directamente {muscleFor}.",
  "unmet.experience":
    "Lo que aquí trabaja directamente {muscleFor} exige más práctica de la que tienes.",
  "unmet.health": "Ningún ejercicio ligero de aquí trabaja directamente {muscleFor}.",
  "unmet.kind":
    "Ningún ejercicio que se pueda planificar trabaja directamente {muscleFor}.",
  "unmet.favourite": "Este favorito no encontró sitio en la semana.",
  "unmet.favouriteEquipment": "Este favorito necesita equipo que no tienes.",
  "unmet.favouriteInjury": "Este favorito carga una articulación que duele.",
  "unmet.favouriteHealth":
    "Este favorito es demasiado pesado para un entrenamiento ligero.",
  "unmet.favouriteKind": "Este favorito no es de un tipo que se planifique.",
  "mended.unknown": "Se ha omitido: aquí nadie lo conoce.",
  "mended.banned": "Se ha omitido: lo has descartado.",
  "mended.equipment": "Se ha omitido: no tienes el equipamiento.",
  "mended.injuries": "Se ha omitido: carga una articulación que duele.",
  "mended.experience": "Se ha omitido: exige más práctica de la que tienes.",
  "mended.health": "Se ha omitido: es demasiado pesado para un entrenamiento ligero.",
  "mended.kind": "Se ha omitido: los ejercicios de este tipo no se planifican.",
  "mended.day": "Se ha omitido: ese día no entrenas.",
  "mended.noRoom": "Se ha omitido: los límites de un plan no le dejan sitio.",
  "mended.sets": "Tiene {n} series en lugar de {m}.",
  "mended.added": "Se ha añadido con {n} series para llenar un hueco.",
  "mended.weeks": "Sus bloques no llenaban las semanas; tienen otra duración.",
  "mended.emphasis":
    "Daba énfasis a otros músculos que los que deseas; cuentan tus deseos.",
  "model.tooSlow": "El modelo no respondió a tiempo.",
  "model.tookLonger": "El modelo tardó más de {n} segundos.",
  "model.unreachable": "No se pudo contactar con el modelo.",
  "model.busy": "El modelo tiene demasiado trabajo.",
  "model.usedUp": "La cuenta del modelo está agotada.",
  "model.key": "El modelo no aceptó la clave.",
  "model.name": "Allí no se conoce ningún modelo con ese nombre.",
  "model.failed": "El modelo falló.",
  "model.away": "El modelo no está disponible.",
  "model.refused": "El modelo no quiere responder.",
  "model.error": "El modelo respondió con un error.",
  "model.unfit": "El modelo no dio ninguna respuesta utilizable.",
  "safety.clearance":
    "Pregunta a un médico antes de entrenar fuerte y confirma aquí que tienes su visto bueno: entonces se hace el plan.",
  "safety.lightOnly":
    "Solo se planifica trabajo ligero para ti: primero pon en los ajustes el mínimo de repeticiones en reserva en 3 y pregunta a un profesional.",
  "safety.light":
    "Este plan es ligero: ninguna serie al fallo, ninguna barra pesada que pueda atraparte.",
  "safety.askFirst": "Pregunta a un profesional antes de hacer más.",
  "soreness.0": "no tuviste agujetas {muscleIn}",
  "soreness.0.many": "no tuviste agujetas {muscleIn}",
  "soreness.1": "las agujetas {muscleIn} se fueron mucho antes de hoy",
  "soreness.2": "las agujetas {muscleIn} se fueron justo a tiempo para hoy",
  "soreness.3": "llegaste aún con agujetas {muscleIn}",
  "soreness.3.it": "llegaste aún con agujetas",
  "performance.0": "te sobraron 2 o más repeticiones",
  "performance.1": "cumpliste tus objetivos",
  "performance.2": "tuviste que pasar del esfuerzo previsto",
  "performance.3": "no llegaste a lo de la última vez",
  "performance.2.of": "tuviste que pasar del esfuerzo previsto para {muscleFor}",
  "performance.3.of": "no llegaste a lo de la última vez para {muscleFor}",
  "performance.3.again": {
    one: "te quedaste corto para {muscleFor} {n} sesión seguida",
    other: "te quedaste corto para {muscleFor} {n} sesiones seguidas",
  },
  "challenge.0": "el trabajo fue fácil",
  "challenge.1": "el trabajo fue el justo",
  "challenge.2": "el trabajo te llevó al límite",
  "challenge.3": "el trabajo fue demasiado",
  "challenge.2.of": "el trabajo para {muscleFor} te llevó al límite",
  "challenge.3.of": "el trabajo para {muscleFor} fue demasiado",
  "pump.0": "apenas hubo congestión",
  "pump.1": "la congestión fue ligera",
  "pump.2": "la congestión fue buena",
  "pump.3": "la congestión fue extrema",
  "due.0": "las series quedan como están",
  "due.more.one": "toca 1 serie más",
  "due.more": "tocan {n} series más",
  "due.fewer.one": "toca 1 serie menos",
  "due.fewer": "tocan {n} series menos",
  "change.added.one": "se añade 1 serie",
  "change.added": "se añaden {n} series",
  "change.removed.one": "se quita 1 serie",
  "change.removed": "se quitan {n} series",
  "start.farTooLittle": "es muy poco para empezar",
  "start.tooLittle": "es algo poco para empezar",
  "start.fitting": "es un buen punto de partida",
  "start.tooMuch": "es mucho para empezar",
  "start.farTooMuch": "es demasiado para empezar",
  "cap.shared": "sus ejercicios se comparten con otro músculo",
  "cap.restart": "vuelve a empezar tras una sesión de recuperación",
  "cap.floor": "{muscleFor} quedaría por debajo de lo que mantiene el tamaño",
  "cap.neighbourFloor":
    "un músculo del mismo ejercicio quedaría por debajo de lo que mantiene su tamaño",
  "cap.oneSet": "cada ejercicio conserva al menos 1 serie",
  "cap.beginner": "un principiante añade como mucho 1 serie por sesión",
  "cap.week": {
    one: "para {muscleFor} se puede subir como mucho {n} serie por semana",
    other: "para {muscleFor} se puede subir como mucho {n} series por semana",
  },
  "cap.mrv": {
    one: "para {muscleFor} pasarías de {n} serie por semana, el máximo del que recuperarse",
    other:
      "para {muscleFor} pasarías de {n} series por semana, el máximo del que recuperarse",
  },
  "cap.mrv.one":
    "para {muscleFor} pasarías de 1 serie por semana, el máximo del que recuperarse",
  "cap.session": {
    one: "en una sesión cabe como mucho {n} serie para un músculo",
    other: "en una sesión caben como mucho {n} series para un músculo",
  },
  "cap.emphasis": "la prioridad para {muscleFor} es «{emphasis}»",
  "cap.emphasis.one":
    "la prioridad para {muscleFor} es «{emphasis}», que añade como mucho 1 serie por sesión",
  "cap.emphasis.more": {
    one: "la prioridad para {muscleFor} es «{emphasis}», que añade como mucho {n} serie por sesión",
    other:
      "la prioridad para {muscleFor} es «{emphasis}», que añade como mucho {n} series por sesión",
  },
  "cap.pain": "el ejercicio que podría llevarla te hizo doler las articulaciones",
  "cap.exercise": {
    one: "un ejercicio crece hasta {n} serie como mucho",
    other: "un ejercicio crece hasta {n} series como mucho",
  },
  "cap.neighbour": "también sumaría para {muscleFor}",
  "cap.sessionSets": {
    one: "en una sesión cabe como mucho {n} serie",
    other: "en una sesión caben como mucho {n} series",
  },
  "cap.time": "la sesión duraría más que el tiempo que tienes",
  "cap.noExercise": "ningún ejercicio trabaja este músculo directamente",
  "cap.noWorkout":
    "en esta semana no queda otro entrenamiento que lo trabaje directamente",
  "cap.closed":
    "el ejercicio que podría llevarla hizo doler las articulaciones o es de recuperación",
  "cap.takesOn": {
    one: "un entrenamiento admite como mucho {n} serie más por músculo",
    other: "un entrenamiento admite como mucho {n} series más por músculo",
  },
};

/** Spanish. */
export const reasons: Reasons = {
  texts,
  muscles: {
    chest: forms("pecho", "el pecho", "en el pecho"),
    lats: forms("dorsales", "los dorsales", "en los dorsales"),
    "upper back": forms("espalda alta", "la espalda alta", "en la espalda alta"),
    "lower back": forms("espalda baja", "la espalda baja", "en la espalda baja"),
    traps: forms("trapecio", "el trapecio", "en el trapecio"),
    quads: forms("cuádriceps", "los cuádriceps", "en los cuádriceps"),
    hamstrings: forms("isquios", "los isquios", "en los isquios"),
    glutes: forms("glúteos", "los glúteos", "en los glúteos"),
    adductors: forms("aductores", "los aductores", "en los aductores"),
    "front delts": forms(
      "deltoides anterior",
      "el deltoides anterior",
      "en el deltoides anterior",
    ),
    "side delts": forms(
      "deltoides lateral",
      "el deltoides lateral",
      "en el deltoides lateral",
    ),
    "rear delts": forms(
      "deltoides posterior",
      "el deltoides posterior",
      "en el deltoides posterior",
    ),
    biceps: forms("bíceps", "el bíceps", "en el bíceps"),
    forearms: forms("antebrazos", "los antebrazos", "en los antebrazos"),
    triceps: forms("tríceps", "el tríceps", "en el tríceps"),
    calves: forms("gemelos", "los gemelos", "en los gemelos"),
    abs: forms("abdominales", "los abdominales", "en los abdominales"),
    back: forms("espalda", "la espalda", "en la espalda"),
    legs: forms("piernas", "las piernas", "en las piernas"),
    shoulders: forms("hombros", "los hombros", "en los hombros"),
    delts: forms("deltoides", "los deltoides", "en los deltoides"),
  },
  emphasis: { maintain: "Mantener", grow: "Crecer", emphasize: "Priorizar" },
};
