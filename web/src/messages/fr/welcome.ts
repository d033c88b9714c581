export const welcome = {
  "welcome.title": "Entraîne-toi avec un plan qui s’explique",
  "welcome.lead":
    "MetricGain planifie tes séances, note tes séries sans réseau et te dit pourquoi il ajoute une série ou un disque.",
  "welcome.pointPlan": "Un bloc de trois à sept semaines qui évolue avec toi.",
  "welcome.pointOffline":
    "Chaque saisie reste sur ce téléphone, même dans un sous-sol.",
  "welcome.pointYours":
    "Tes données restent sur cette installation. Elle n’envoie aucun e-mail.",
  "welcome.create": "Créer un compte",
  "welcome.signIn": "Se connecter",
  "welcome.haveAccount": "J’ai un compte",
  "welcome.needAccount": "Créer un compte",
  "welcome.closed":
    "Les comptes sont créés par la personne qui gère cette installation. Demande-lui en un, ou connecte-toi.",
  "welcome.byInvitation": "Il te faut un code d’invitation pour créer un compte.",
  "welcome.firstHere":
    "Personne n’a encore de compte ici. Crée le premier, ou ouvre le lien affiché dans le terminal.",
  "welcome.offline":
    "Le serveur n’est pas joignable. La première fois, il faut le réseau.",
  "welcome.email": "Adresse e-mail",
  "welcome.password": "Mot de passe",
  "welcome.passwordHint": "Au moins 10 caractères",
  "welcome.invitation": "Code d’invitation",
  "welcome.linkWorking": "Connexion en cours",
  "welcome.linkUsed": "Ce lien ne marche plus",
  "welcome.linkUsedText":
    "Chaque lien connecte une seule fois. Redémarre MetricGain pour en avoir un nouveau, ou connecte-toi avec ton mot de passe.",
  "welcome.emailTaken": "Cette adresse a déjà un compte. Connecte-toi plutôt.",

  "signin.title": "Se connecter",
  "signin.button": "Se connecter",
  "signin.expiredTitle": "Reconnecte-toi",
  "signin.expired":
    "Ta session a expiré. Rien n’est perdu : tout est sur cet appareil.",
  "signin.waiting": {
    one: "{n} changement attend et part dès ta connexion.",
    other: "{n} changements attendent et partent dès ta connexion.",
  },
  "signin.waitingFor": "Ils appartiennent à {email}.",
  "signin.later": "Continuer sans se connecter",
  "signin.wrong": "L’adresse ou le mot de passe est incorrect.",
  "signin.tooMany": "Trop d’essais. Attends un quart d’heure.",
  "signin.offline": "Le serveur n’est pas joignable. Rien n’est perdu.",
  "signin.forgot": "Mot de passe oublié ?",
  "signin.forgotText":
    "La personne qui gère cette installation peut créer un lien qui te connecte : metricgain user link {email}",
  "signin.yourAddress": "ton adresse",

  "ask.progress": "Question {n} sur {count}",
  "ask.skip": "D’abord jeter un œil",
  "ask.experience": "Depuis quand fais-tu de la musculation ?",
  "ask.beginner": "Moins d’un an",
  "ask.beginnerText": "On commence avec peu de séries et des charges faciles.",
  "ask.intermediate": "Un à cinq ans",
  "ask.intermediateText": "Le nombre de séries habituel.",
  "ask.advanced": "Plus de cinq ans",
  "ask.advancedText": "Quelques séries de plus, parce qu’il te les faut.",
  "ask.days": "Combien de jours par semaine ?",
  "ask.daysValue": { one: "{n} jour", other: "{n} jours" },
  "ask.days2": "Tout le corps, deux fois",
  "ask.days3": "Tout le corps, ou poussée, tirage et jambes",
  "ask.days4": "Haut et bas du corps, deux fois chacun",
  "ask.days5": "Poussée, tirage et jambes, puis haut et bas du corps",
  "ask.days6": "Poussée, tirage et jambes, deux fois chacun",
  "ask.minutes": "Combien de temps dure une séance ?",
  "ask.minutesValue": "{n} minutes",
  "ask.minutesMore": "90 minutes ou plus",
  "ask.place": "Avec quoi t’entraînes-tu ?",
  "ask.gym": "Une salle",
  "ask.gymText": "Barres, haltères, machines et poulies",
  "ask.barbell": "Une barre à la maison",
  "ask.barbellText": "Barre, rack, banc et haltères",
  "ask.dumbbells": "Des haltères",
  "ask.dumbbellsText": "Un banc est un plus",
  "ask.bodyweight": "Sans poids",
  "ask.bodyweightText": "Une barre de traction est un plus",
  "ask.unit": "Kilos ou livres ?",
  "ask.kg": "Kilos",
  "ask.lb": "Livres",
  "ask.zone": "Ton fuseau horaire est {zone}.",
  "ask.zoneChange": "Changer le fuseau horaire",

  "proposal.title": "Ton premier bloc",
  "proposal.finding": "On cherche le bloc qui te convient",
  "proposal.offline": "Le serveur n’est pas joignable",
  "proposal.offlineText":
    "Tes réponses sont gardées. Le bloc demande le réseau une fois ; ensuite, plus.",
  "proposal.why": "Pourquoi celui-ci",
  "proposal.daysExact": {
    one: "Il a {n} séance par semaine, comme tu le veux.",
    other: "Il a {n} séances par semaine, comme tu le veux.",
  },
  "proposal.daysNear": {
    one: "Il a {n} séance par semaine, le plus proche possible avec ton matériel.",
    other: "Il a {n} séances par semaine, le plus proche possible avec ton matériel.",
  },
  "proposal.placeFits": "Tu as tout ce qu’il demande.",
  "proposal.placeReplaced": {
    one: "{n} exercice est remplacé par un autre, faisable avec ton matériel.",
    other: "{n} exercices sont remplacés par d’autres, faisables avec ton matériel.",
  },
  "proposal.placeLacks": {
    one: "Pour {n} exercice, nous n’avons rien trouvé de faisable. Il est laissé de côté.",
    other:
      "Pour {n} exercices, nous n’avons rien trouvé de faisable. Ils sont laissés de côté.",
  },
  "proposal.minutesFit":
    "La plus longue séance dure environ {minutes} minutes. Aucune série ne s’ajoute au-delà de ton temps.",
  "proposal.minutesFree":
    "La plus longue séance dure environ {minutes} minutes au début.",
  "proposal.minutesSupersets":
    "Certains exercices se font en alternance, pour qu’une séance dure environ {minutes} minutes.",
  "proposal.minutesShortened":
    "Les derniers exercices sont laissés de côté, pour qu’une séance dure environ {minutes} minutes.",
  "proposal.minutesOver":
    "La plus longue séance dure environ {minutes} minutes. Plus court, des muscles seraient oubliés.",
  "proposal.beginner": "Il démarre en douceur : 3 séries au plus par exercice.",
  "proposal.weeks":
    "{n} semaines : les séries augmentent chaque semaine, et la dernière est facile.",
  "proposal.sets": "Séries par muscle, semaine par semaine",
  "proposal.setsHint":
    "Chaque séance que tu notes décide de la suivante : ceci est une prévision.",
  "proposal.workouts": "Séances",
  "proposal.start": "Commencer ce bloc",
  "proposal.starting": "Démarrage",
  "proposal.other": "En choisir un autre",
  "proposal.today": "La première séance est aujourd’hui.",
} as const;
