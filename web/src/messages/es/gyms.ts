/** Gyms, warm-ups, deloads and reminders. */
export const gyms = {
  "gyms.where": "Dónde entrenas",
  "gyms.whereText":
    "Los pesos y discos se ajustan a este gimnasio. Un día puede tener el suyo.",
  "gyms.none": "Cualquier gimnasio, con el equipo habitual",
  "gyms.add": "Añadir un gimnasio",
  "gyms.name": "Nombre del gimnasio",
  "gyms.first": "Mi gimnasio",
  "gyms.edit": "Nombre, o eliminar",
  "gyms.delete": "Eliminar este gimnasio",
  "gyms.deleted": "{name} se ha eliminado.",
  "gyms.has": "Lo que hay en {name}",
  "gyms.today": "¿Dónde estás hoy?",
  "gyms.todayText": "Los pesos que faltan pasan a ser los que hay en este gimnasio.",
  "gyms.always": "Entrenar este día en {name} cada semana",
  "gyms.alwaysSaved": "Este día se entrena en {name} a partir de ahora.",
  "gyms.alwaysNone": "Este día ya no tiene gimnasio propio.",
  "gyms.notAlways": "Ningún gimnasio propio para este día",
  "training.deload": "Semana de descarga",
  "training.deloadBoth": "Menos series y menos peso",
  "training.deloadBothText":
    "La mitad de series y repeticiones; en la segunda mitad de la semana, también la mitad de peso.",
  "training.deloadSets": "Menos series",
  "training.deloadSetsText":
    "La mitad de las series, con el peso de la primera semana.",
  "training.deloadLoad": "Menos peso",
  "training.deloadLoadText":
    "Todas las series, con el 70 % del peso de la primera semana.",
  "training.warmUps": "Series de calentamiento",
  "training.warmUpsText":
    "En porcentaje del peso de trabajo. Nunca cuentan como series.",
  "training.warmUpsUsual": "Las habituales",
  "training.warmUpsNone": "Ninguna",
  "training.warmUpsOwn": "Las tuyas",
  "training.warmUpsStep": "Calentamiento {n}",
  "training.warmUpsMore": "Una más",
  "training.warmUpsFewer": "Una menos",
  "training.readiness": "Contenerse tras una mala noche",
  "training.readinessText":
    "Si un dispositivo lo indica, no suben ni las series ni los pesos, y puedes hacer una serie menos.",
  "reminder.title": "Recordatorio",
  "reminder.none": "Ninguno",
  "reminder.text":
    "En los calendarios que siguen tus entrenamientos y aceptan sus alarmas, y como nota en Hoy. La aplicación no envía mensajes por su cuenta.",
  "outbox.did.saveGym": "Gimnasio: {gym}",
  "outbox.did.deleteGym": "Un gimnasio eliminado",
  "outbox.did.chooseGym": "El gimnasio de un día",
} as const;
