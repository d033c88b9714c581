/** The built-in templates by their ids, and the names of their workouts. */
export const templates = {
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290": "Spécialisation bras",
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290.text":
    "Biceps et triceps reviennent dans les quatre séances, tôt et chaque fois sous un nouvel angle. Pectoraux, dos et jambes reçoivent assez pour garder ce qu’ils ont.",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719": "Poids du corps 3x",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719.text":
    "Trois séances avec une barre de traction et une barre basse ou une table solide pour le rowing. Les pompes pike sont tout ce que reçoivent les deltoïdes latéraux : ajoute des élévations quand tu as des haltères.",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae":
    "Spécialisation pectoraux et deltoïdes latéraux",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae.text":
    "Quatre séances qui commencent toutes par les pectoraux ou les deltoïdes latéraux, pendant que le reste du corps reçoit assez pour garder ce qu’il a. Pour un ou deux blocs, pas pour toute l’année.",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884": "Corps entier 2x",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884.text":
    "Deux séances par semaine qui travaillent chaque muscle, sur machines et avec des haltères vite apprises. Un bon premier bloc, ou un bloc pour une période chargée.",
  "template.c758427d-84af-485a-8f38-46723e9de08c": "Corps entier 3x",
  "template.c758427d-84af-485a-8f38-46723e9de08c.text":
    "Trois séances par semaine, chacune pour tout le corps, avec les grands exercices à la barre en premier. Chaque muscle est travaillé deux ou trois fois avec peu de séries à la fois.",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf": "Corps entier 4x",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf.text":
    "Quatre séances plus courtes qui répartissent les séries hebdomadaires de chaque muscle sur deux à quatre jours. Pour qui récupère bien d’un peu à la fois.",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b": "Spécialisation fessiers",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b.text":
    "Hip thrusts, flexions de hanche, fentes et abductions sur trois jours mettent les fessiers en premier, avec un jour pour le haut du corps et un peu plus le dernier.",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496": "Haltères à la maison 3x",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496.text":
    "Tout le corps trois fois par semaine avec une paire d’haltères réglables, un banc et une marche pour surélever les talons.",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a": "PPL 6 jours",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a.text":
    "Pousser, tirer et jambes, deux fois par semaine chacun, avec d’autres exercices la seconde fois. Six séances courtes pour qui aime s’entraîner souvent.",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049": "PPL + haut/bas 5x",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049.text":
    "Pousser, tirer et jambes en début de semaine, puis un jour pour le haut du corps et un pour le bas. Cinq séances où chaque muscle est travaillé deux fois.",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2": "Pousser, tirer, jambes 3x",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2.text":
    "Un jour pour pousser, un pour tirer et un pour les jambes. Chaque muscle reçoit ses séries en une séance et a une semaine pour récupérer.",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce": "Haut/bas 4x",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce.text":
    "Deux jours pour le haut du corps et deux pour le bas. Chaque muscle est travaillé environ deux fois par semaine, les deltoïdes latéraux une fois avec les jambes, ce qui convient à la plupart après leur première année.",
  "templateDay.Arms A": "Bras A",
  "templateDay.Arms B": "Bras B",
  "templateDay.Arms C": "Bras C",
  "templateDay.Arms D": "Bras D",
  "templateDay.Bodyweight A": "Poids du corps A",
  "templateDay.Bodyweight B": "Poids du corps B",
  "templateDay.Bodyweight C": "Poids du corps C",
  "templateDay.Chest and Delts A": "Pectoraux et épaules A",
  "templateDay.Chest and Delts B": "Pectoraux et épaules B",
  "templateDay.Delts and Chest A": "Épaules et pectoraux A",
  "templateDay.Delts and Chest B": "Épaules et pectoraux B",
  "templateDay.Dumbbells A": "Haltères A",
  "templateDay.Dumbbells B": "Haltères B",
  "templateDay.Dumbbells C": "Haltères C",
  "templateDay.Full Body A": "Corps entier A",
  "templateDay.Full Body B": "Corps entier B",
  "templateDay.Full Body C": "Corps entier C",
  "templateDay.Full Body D": "Corps entier D",
  "templateDay.Glutes and Hamstrings": "Fessiers et ischios",
  "templateDay.Glutes and Quads": "Fessiers et quadriceps",
  "templateDay.Glutes and Upper Body": "Fessiers et haut du corps",
  "templateDay.Legs": "Jambes",
  "templateDay.Legs A": "Jambes A",
  "templateDay.Legs B": "Jambes B",
  "templateDay.Lower": "Bas du corps",
  "templateDay.Lower A": "Bas du corps A",
  "templateDay.Lower B": "Bas du corps B",
  "templateDay.Pull": "Tirer",
  "templateDay.Pull A": "Tirer A",
  "templateDay.Pull B": "Tirer B",
  "templateDay.Push": "Pousser",
  "templateDay.Push A": "Pousser A",
  "templateDay.Push B": "Pousser B",
  "templateDay.Upper": "Haut du corps",
  "templateDay.Upper A": "Haut du corps A",
  "templateDay.Upper B": "Haut du corps B",
  "templateDay.Upper Body": "Haut du corps",
} as const;
