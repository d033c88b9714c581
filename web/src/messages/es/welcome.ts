export const welcome = {
  "welcome.title": "Entrena con un plan que se explica",
  "welcome.lead":
    "MetricGain planifica tus entrenos, anota tus series sin conexión y te dice por qué añade una serie o un disco.",
  "welcome.pointPlan": "Un bloque de tres a siete semanas que crece contigo.",
  "welcome.pointOffline":
    "Cada toque se guarda en este teléfono, también en un sótano.",
  "welcome.pointYours": "Tus datos se quedan en esta instalación. No envía correos.",
  "welcome.create": "Crear cuenta",
  "welcome.signIn": "Iniciar sesión",
  "welcome.haveAccount": "Ya tengo cuenta",
  "welcome.needAccount": "Crear una cuenta",
  "welcome.closed":
    "Las cuentas nuevas las crea quien gestiona esta instalación. Pídele una o inicia sesión.",
  "welcome.byInvitation": "Necesitas un código de invitación para crear una cuenta.",
  "welcome.firstHere":
    "Aquí nadie tiene cuenta todavía. Crea la primera o abre el enlace que muestra la terminal.",
  "welcome.offline":
    "No se puede contactar con el servidor. La primera vez necesitas conexión.",
  "welcome.email": "Correo electrónico",
  "welcome.password": "Contraseña",
  "welcome.passwordHint": "Al menos 10 caracteres",
  "welcome.invitation": "Código de invitación",
  "welcome.linkWorking": "Iniciando tu sesión",
  "welcome.linkUsed": "Este enlace ya no funciona",
  "welcome.linkUsedText":
    "Cada enlace sirve una vez. Reinicia MetricGain para obtener otro o inicia sesión con tu contraseña.",
  "welcome.emailTaken": "Este correo ya tiene una cuenta. Inicia sesión con ella.",

  "signin.title": "Iniciar sesión",
  "signin.button": "Iniciar sesión",
  "signin.expiredTitle": "Vuelve a iniciar sesión",
  "signin.expired":
    "Tu sesión ha caducado. No se perdió nada: todo está en este dispositivo.",
  "signin.waiting": {
    one: "{n} cambio espera y se envía en cuanto inicies sesión.",
    other: "{n} cambios esperan y se envían en cuanto inicies sesión.",
  },
  "signin.waitingFor": "Pertenecen a {email}.",
  "signin.later": "Seguir sin iniciar sesión",
  "signin.wrong": "El correo o la contraseña no son correctos.",
  "signin.tooMany": "Demasiados intentos. Espera un cuarto de hora.",
  "signin.offline": "No se puede contactar con el servidor. No se perdió nada.",
  "signin.forgot": "¿Olvidaste la contraseña?",
  "signin.forgotText":
    "Quien gestiona esta instalación puede crear un enlace para que entres: metricgain user link {email}",
  "signin.yourAddress": "tu correo",

  "ask.progress": "Pregunta {n} de {count}",
  "ask.skip": "Primero echar un vistazo",
  "ask.experience": "¿Cuánto tiempo llevas entrenando con pesas?",
  "ask.beginner": "Menos de un año",
  "ask.beginnerText": "Empezamos con pocas series y cargas fáciles.",
  "ask.intermediate": "De uno a cinco años",
  "ask.intermediateText": "El número habitual de series.",
  "ask.advanced": "Más de cinco años",
  "ask.advancedText": "Algunas series más, porque las necesitas.",
  "ask.days": "¿Cuántos días por semana?",
  "ask.daysValue": { one: "{n} día", other: "{n} días" },
  "ask.days2": "Todo el cuerpo, dos veces",
  "ask.days3": "Todo el cuerpo, o empuje, tirón y piernas",
  "ask.days4": "Tren superior e inferior, dos veces cada uno",
  "ask.days5": "Empuje, tirón y piernas, luego tren superior e inferior",
  "ask.days6": "Empuje, tirón y piernas, dos veces cada uno",
  "ask.minutes": "¿Cuánto dura un entreno?",
  "ask.minutesValue": "{n} minutos",
  "ask.minutesMore": "90 minutos o más",
  "ask.place": "¿Con qué entrenas?",
  "ask.gym": "Un gimnasio",
  "ask.gymText": "Barras, mancuernas, máquinas y poleas",
  "ask.barbell": "Una barra en casa",
  "ask.barbellText": "Barra, rack, banco y mancuernas",
  "ask.dumbbells": "Mancuernas",
  "ask.dumbbellsText": "Un banco ayuda",
  "ask.bodyweight": "Sin pesas",
  "ask.bodyweightText": "Una barra de dominadas ayuda",
  "ask.unit": "¿Kilogramos o libras?",
  "ask.kg": "Kilogramos",
  "ask.lb": "Libras",
  "ask.zone": "Tu zona horaria es {zone}.",
  "ask.zoneChange": "Cambiar la zona horaria",

  "proposal.title": "Tu primer bloque",
  "proposal.finding": "Buscando el bloque que te conviene",
  "proposal.offline": "No se puede contactar con el servidor",
  "proposal.offlineText":
    "Tus respuestas están guardadas. El bloque necesita conexión una vez; después, ya no.",
  "proposal.why": "Por qué este",
  "proposal.daysExact": {
    one: "Tiene {n} entreno por semana, como quieres.",
    other: "Tiene {n} entrenos por semana, como quieres.",
  },
  "proposal.daysNear": {
    one: "Tiene {n} entreno por semana, lo más cercano que hay para tu equipo.",
    other: "Tiene {n} entrenos por semana, lo más cercano que hay para tu equipo.",
  },
  "proposal.placeFits": "Tienes todo lo que necesita.",
  "proposal.placeReplaced": {
    one: "{n} ejercicio se sustituyó por uno para el que tienes equipo.",
    other: "{n} ejercicios se sustituyeron por otros para los que tienes equipo.",
  },
  "proposal.placeLacks": {
    one: "Para {n} ejercicio no encontramos nada que puedas hacer. Se dejó fuera.",
    other:
      "Para {n} ejercicios no encontramos nada que puedas hacer. Se dejaron fuera.",
  },
  "proposal.minutesFit":
    "El entreno más largo dura unos {minutes} minutos. No se añade ninguna serie que pase de tu tiempo.",
  "proposal.minutesFree":
    "El entreno más largo dura unos {minutes} minutos al principio.",
  "proposal.minutesSupersets":
    "Algunos ejercicios se alternan, para que un entreno dure unos {minutes} minutos.",
  "proposal.minutesShortened":
    "Quitamos los últimos ejercicios, para que un entreno dure unos {minutes} minutos.",
  "proposal.minutesOver":
    "El entreno más largo dura unos {minutes} minutos. Acortarlo dejaría músculos fuera.",
  "proposal.beginner": "Empieza con cuidado: como máximo 3 series por ejercicio.",
  "proposal.weeks": "{n} semanas: las series suben cada semana, y la última es fácil.",
  "proposal.sets": "Series por músculo, semana a semana",
  "proposal.setsHint":
    "Cada entreno que registras decide el siguiente: esto es una previsión.",
  "proposal.workouts": "Entrenos",
  "proposal.start": "Empezar este bloque",
  "proposal.starting": "Empezando",
  "proposal.other": "Elegir otro",
  "proposal.today": "El primer entreno es hoy.",
} as const;
