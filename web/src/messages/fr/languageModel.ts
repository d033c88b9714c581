export const languageModel = {
  "settings.model": "Modèle de langage",
  "settings.modelText": "Qui peut lire tes souhaits pour un plan",
  "model.none": "Aucun modèle de langage n’est installé ici",
  "model.noneText":
    "Les plans sont faits par le planificateur intégré. La personne qui héberge cette installation peut ajouter un modèle de langage.",
  "model.sent": "Ce qui est envoyé à {host}",
  "model.sentText":
    "Ton objectif, ton expérience, tes jours, tes minutes, tes priorités, les articulations douloureuses et des noms d’exercices du catalogue. Un texte de souhaits est envoyé tel que tu l’écris.",
  "model.notSent":
    "Jamais envoyés : ton adresse e-mail, ton nom, ton journal, tes réponses sur la santé et tes propres exercices.",
  "model.agree": "Mes souhaits peuvent être envoyés à {host}",
  "model.key": "Ta clé",
  "model.keyNeeded":
    "Ce modèle demande une clé. La tienne est gardée chiffrée et n’est plus jamais montrée.",
  "model.keyOptional":
    "Tu n’as pas besoin de clé. Tu peux utiliser la tienne ; elle est gardée chiffrée et n’est plus jamais montrée.",
  "model.keyField": "Clé",
  "model.keyThere": "Une clé est enregistrée. Une nouvelle la remplace.",
  "model.keyForget": "Oublier ma clé",
  "model.keyKept": "Ta clé est enregistrée.",
  "model.used": "Ce qui lui a été demandé",
  "model.usedText": {
    one: "{n} demande, {input} jetons envoyés et {output} reçus.",
    other: "{n} demandes, {input} jetons envoyés et {output} reçus.",
  },
  "model.failures": {
    one: "{n} réponse était inutilisable.",
    other: "{n} réponses étaient inutilisables.",
  },
  "model.stopped": "Aucun plan n’a été fait.",
  "model.plan": "Demander à un modèle de langage",
  "model.wishes": "Tes souhaits avec tes mots",
  "model.wishesHint":
    "Envoyés à {host}. Ils deviennent les champs ci-dessus, que tu peux changer.",
  "model.read": "Remplir les champs",
  "model.readNothing": "Rien qui change un champ n’a été trouvé.",
  "model.readSome": {
    one: "{n} champ a été rempli. Vérifie-le.",
    other: "{n} champs ont été remplis. Vérifie-les.",
  },
  "model.unclear": "Pas compris : {text}",
  "model.ask": "Demander un plan à {host}",
  "model.asking": "Le modèle réfléchit. Cela peut prendre une minute ou deux.",
  "model.turnOn": "Laisser un modèle de langage faire un plan",
  "model.tookOver": "Ce plan a été fait par le planificateur intégré",
  "model.repairs": {
    one: "{n} point a été corrigé",
    other: "{n} points ont été corrigés",
  },
} as const;
