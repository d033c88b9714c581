/** Gyms, warm-ups, deloads and reminders. */
export const gyms = {
  "gyms.where": "Où tu t’entraînes",
  "gyms.whereText":
    "Charges et disques suivent ce qu’a cette salle. Un jour peut avoir la sienne.",
  "gyms.none": "N’importe quelle salle, avec l’équipement courant",
  "gyms.add": "Ajouter une salle",
  "gyms.name": "Nom de la salle",
  "gyms.first": "Ma salle",
  "gyms.edit": "Nom, ou supprimer",
  "gyms.delete": "Supprimer cette salle",
  "gyms.deleted": "{name} est supprimée.",
  "gyms.has": "Ce qu’il y a dans {name}",
  "gyms.today": "Où es-tu aujourd’hui ?",
  "gyms.todayText":
    "Les charges qui restent à faire deviennent celles que cette salle permet.",
  "gyms.always": "Toujours faire ce jour dans {name}",
  "gyms.alwaysSaved": "Ce jour se fait désormais dans {name}.",
  "gyms.alwaysNone": "Ce jour n’a plus de salle à lui.",
  "gyms.notAlways": "Pas de salle propre à ce jour",
  "training.deload": "Semaine de décharge",
  "training.deloadBoth": "Moins de séries et moins lourd",
  "training.deloadBothText":
    "Moitié moins de séries et de répétitions ; dans la seconde moitié de la semaine, moitié de la charge aussi.",
  "training.deloadSets": "Moins de séries",
  "training.deloadSetsText":
    "Moitié moins de séries, à la charge de la première semaine.",
  "training.deloadLoad": "Moins lourd",
  "training.deloadLoadText":
    "Toutes les séries, à 70 % de la charge de la première semaine.",
  "training.warmUps": "Séries d’échauffement",
  "training.warmUpsText":
    "En pourcentage de la charge de travail. Elles ne comptent jamais comme séries.",
  "training.warmUpsUsual": "Comme d’habitude",
  "training.warmUpsNone": "Aucune",
  "training.warmUpsOwn": "Les tiennes",
  "training.warmUpsStep": "Échauffement {n}",
  "training.warmUpsMore": "Une de plus",
  "training.warmUpsFewer": "Une de moins",
  "training.readiness": "Se retenir après une mauvaise nuit",
  "training.readinessText":
    "Si un appareil le dit, ni les séries ni les charges ne montent, et tu peux faire une série de moins.",
  "reminder.title": "Rappel",
  "reminder.none": "Aucun",
  "reminder.text":
    "Dans les calendriers qui suivent tes entraînements et en prennent les alarmes, et comme note sur Aujourd’hui. L’app n’envoie rien d’elle-même.",
  "outbox.did.saveGym": "Salle : {gym}",
  "outbox.did.deleteGym": "Une salle supprimée",
  "outbox.did.chooseGym": "La salle d’un jour",
} as const;
