export const program = {
  "program.title": "Programa",
  "program.list": "Programas",
  "program.loading": "Cargando tu programa",
  "program.notFound": "No existe ese programa",
  "program.offline": "Los programas necesitan la red",
  "program.offlineText": "Tu bloque en curso funciona sin ella.",
  "program.actions": "Cambiar el programa",
  "program.timeline": "Semanas",
  "program.hardWeek": "Semana de entrenamiento",
  "program.pause": "Semana sin plan",
  "program.pauseText":
    "Entrena tan poco como quieras, para que las series vuelvan a hacer efecto.",
  "program.macrocycleNth": "Macrociclo {number}",
  "program.blockNth": "Bloque {number}",
  "program.blocks": { one: "{n} bloque", other: "{n} bloques" },
  "program.weeks": { one: "{n} semana", other: "{n} semanas" },
  "program.planned": "Previsto",
  "program.start": "Empezar",
  "program.startTitle": "Empezar {name}",
  "program.startText":
    "Se planifica de nuevo desde el día en que empieces, con pesos según lo que hayas levantado hasta entonces.",
  "program.endFirst": "Termínalo primero: solo hay un bloque en curso a la vez.",
  "program.partOf": "Parte de un programa",
  "program.open": "Abrir el programa",
  "program.blockPlanned": "Este bloque está previsto para más adelante",
  "program.blockPlannedText":
    "Sus series son una previsión. Nada cuenta como perdido antes de que lo empieces.",
  "program.delete": "Eliminar el programa",
  "program.deleteTitle": "¿Eliminar este programa?",
  "program.deleteText":
    "Desaparecen todos sus bloques previstos. Lo que registraste se queda.",
  "program.deleted": "El programa se ha eliminado.",
  "program.abandon": "Abandonar el programa",
  "program.abandonTitle": "¿Abandonar este programa?",
  "program.abandonText":
    "Se eliminan los bloques que no han empezado. Los demás se quedan, con todo lo que registraste.",
  "program.abandoned": "Los bloques que no habían empezado ya no están.",
};
