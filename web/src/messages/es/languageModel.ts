export const languageModel = {
  "settings.model": "Modelo de lenguaje",
  "settings.modelText": "Quién puede leer tus deseos para un plan",
  "model.none": "Aquí no hay ningún modelo de lenguaje",
  "model.noneText":
    "Los planes los hace el planificador incorporado. Quien aloja esta instalación puede añadir un modelo de lenguaje.",
  "model.sent": "Qué se envía a {host}",
  "model.sentText":
    "Tu objetivo, experiencia, días, minutos, énfasis, articulaciones que duelen y nombres de ejercicios del catálogo. Un texto con deseos se envía tal como lo escribes.",
  "model.notSent":
    "Nunca se envían: tu correo, tu nombre, tu diario, tus respuestas sobre la salud ni tus ejercicios propios.",
  "model.agree": "Mis deseos pueden enviarse a {host}",
  "model.key": "Tu clave",
  "model.keyNeeded":
    "Este modelo pide una clave. La tuya se guarda cifrada y no se vuelve a mostrar.",
  "model.keyOptional":
    "No necesitas clave. Puedes usar la tuya; se guarda cifrada y no se vuelve a mostrar.",
  "model.keyField": "Clave",
  "model.keyThere": "Hay una clave guardada. Una nueva la sustituye.",
  "model.keyForget": "Olvidar mi clave",
  "model.keyKept": "Tu clave está guardada.",
  "model.used": "Para qué se le ha preguntado",
  "model.usedText": {
    one: "{n} petición, {input} tokens enviados y {output} recibidos.",
    other: "{n} peticiones, {input} tokens enviados y {output} recibidos.",
  },
  "model.failures": {
    one: "{n} respuesta no se pudo usar.",
    other: "{n} respuestas no se pudieron usar.",
  },
  "model.stopped": "No se ha hecho ningún plan.",
  "model.plan": "Preguntar a un modelo de lenguaje",
  "model.wishes": "Tus deseos con tus palabras",
  "model.wishesHint":
    "Se envían a {host}. Se convierten en los campos de arriba, que puedes cambiar.",
  "model.read": "Rellenar los campos",
  "model.readNothing": "No se ha encontrado nada que cambie un campo.",
  "model.readSome": {
    one: "Se ha rellenado {n} campo. Compruébalo.",
    other: "Se han rellenado {n} campos. Compruébalos.",
  },
  "model.unclear": "No se ha entendido: {text}",
  "model.ask": "Pedir un plan a {host}",
  "model.asking": "El modelo está pensando. Puede tardar uno o dos minutos.",
  "model.turnOn": "Dejar que un modelo de lenguaje haga un plan",
  "model.tookOver": "Este plan lo ha hecho el planificador incorporado",
  "model.repairs": {
    one: "Se ha corregido {n} cosa",
    other: "Se han corregido {n} cosas",
  },
} as const;
