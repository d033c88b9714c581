/** The built-in templates by their ids, and the names of their workouts. */
export const templates = {
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290": "Especialización de brazos",
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290.text":
    "Bíceps y tríceps aparecen en los cuatro entrenamientos, pronto y con un ángulo nuevo cada vez. Pecho, espalda y piernas reciben lo suficiente para conservar lo que tienen.",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719": "Peso corporal 3x",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719.text":
    "Tres entrenamientos con una barra de dominadas y una barra baja o mesa firme para remar. Las flexiones en pica son todo lo que recibe el deltoides lateral, así que añade elevaciones cuando tengas mancuernas.",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae":
    "Especialización de pecho y deltoides lateral",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae.text":
    "Cuatro entrenamientos que empiezan todos por el pecho o el deltoides lateral, mientras el resto del cuerpo recibe lo suficiente para conservar lo que tiene. Para uno o dos bloques, no para todo el año.",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884": "Cuerpo completo 2x",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884.text":
    "Dos entrenamientos por semana que trabajan todos los músculos, con máquinas y mancuernas rápidas de aprender. Un buen primer bloque, o uno para una temporada ocupada.",
  "template.c758427d-84af-485a-8f38-46723e9de08c": "Cuerpo completo 3x",
  "template.c758427d-84af-485a-8f38-46723e9de08c.text":
    "Tres entrenamientos por semana, cada uno para todo el cuerpo, con los grandes ejercicios de barra al principio. Cada músculo se trabaja dos o tres veces con pocas series de una vez.",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf": "Cuerpo completo 4x",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf.text":
    "Cuatro entrenamientos más cortos que reparten las series semanales de cada músculo entre dos y cuatro días. Para quienes se recuperan bien de poco cada vez.",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b": "Especialización de glúteos",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b.text":
    "Hip thrust, bisagras, zancadas y abducciones en tres días ponen los glúteos primero, con un día para el tren superior y un poco más de él el último.",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496": "Mancuernas en casa 3x",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496.text":
    "Todo el cuerpo tres veces por semana con un par de mancuernas ajustables, un banco y un escalón para elevar los talones.",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a": "PPL de 6 días",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a.text":
    "Empuje, tirón y piernas, dos veces por semana cada uno, con otros ejercicios la segunda vez. Seis entrenamientos cortos para quienes gustan de entrenar a menudo.",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049": "PPL + superior/inferior 5x",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049.text":
    "Empuje, tirón y piernas a principios de semana, luego un día de tren superior y otro de tren inferior. Cinco entrenamientos con cada músculo trabajado dos veces.",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2": "Empuje, tirón y piernas 3x",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2.text":
    "Un día para empujar, uno para tirar y uno para las piernas. Cada músculo recibe sus series en un entrenamiento y tiene una semana para recuperarse.",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce": "Superior/inferior 4x",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce.text":
    "Dos días para el tren superior y dos para el inferior. Cada músculo se trabaja unas dos veces por semana, el deltoides lateral una vez con las piernas, lo que conviene a la mayoría tras su primer año.",
  "templateDay.Arms A": "Brazos A",
  "templateDay.Arms B": "Brazos B",
  "templateDay.Arms C": "Brazos C",
  "templateDay.Arms D": "Brazos D",
  "templateDay.Bodyweight A": "Peso corporal A",
  "templateDay.Bodyweight B": "Peso corporal B",
  "templateDay.Bodyweight C": "Peso corporal C",
  "templateDay.Chest and Delts A": "Pecho y hombros A",
  "templateDay.Chest and Delts B": "Pecho y hombros B",
  "templateDay.Delts and Chest A": "Hombros y pecho A",
  "templateDay.Delts and Chest B": "Hombros y pecho B",
  "templateDay.Dumbbells A": "Mancuernas A",
  "templateDay.Dumbbells B": "Mancuernas B",
  "templateDay.Dumbbells C": "Mancuernas C",
  "templateDay.Full Body A": "Cuerpo completo A",
  "templateDay.Full Body B": "Cuerpo completo B",
  "templateDay.Full Body C": "Cuerpo completo C",
  "templateDay.Full Body D": "Cuerpo completo D",
  "templateDay.Glutes and Hamstrings": "Glúteos e isquios",
  "templateDay.Glutes and Quads": "Glúteos y cuádriceps",
  "templateDay.Glutes and Upper Body": "Glúteos y tren superior",
  "templateDay.Legs": "Piernas",
  "templateDay.Legs A": "Piernas A",
  "templateDay.Legs B": "Piernas B",
  "templateDay.Lower": "Tren inferior",
  "templateDay.Lower A": "Tren inferior A",
  "templateDay.Lower B": "Tren inferior B",
  "templateDay.Pull": "Tirón",
  "templateDay.Pull A": "Tirón A",
  "templateDay.Pull B": "Tirón B",
  "templateDay.Push": "Empuje",
  "templateDay.Push A": "Empuje A",
  "templateDay.Push B": "Empuje B",
  "templateDay.Upper": "Tren superior",
  "templateDay.Upper A": "Tren superior A",
  "templateDay.Upper B": "Tren superior B",
  "templateDay.Upper Body": "Tren superior",
} as const;
