/** The built-in templates by their ids, and the names of their workouts. */
export const templates = {
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290": "Spezialisierung Arme",
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290.text":
    "Bizeps und Trizeps kommen in allen vier Trainings dran, früh und jedes Mal aus einem neuen Winkel. Brust, Rücken und Beine bekommen genug, um zu halten, was sie haben.",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719": "Körpergewicht 3x",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719.text":
    "Drei Trainings mit einer Klimmzugstange und einer niedrigen Stange oder einem stabilen Tisch zum Rudern. Für die seitliche Schulter gibt es nur Pike-Liegestütze, also ergänze Seitheben, sobald du Kurzhanteln hast.",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae":
    "Spezialisierung Brust und seitliche Schulter",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae.text":
    "Vier Trainings, die alle mit der Brust oder der seitlichen Schulter beginnen, während der Rest des Körpers genug bekommt, um zu halten, was er hat. Für ein oder zwei Blöcke, nicht für das ganze Jahr.",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884": "Ganzkörper 2x",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884.text":
    "Zwei Trainings pro Woche, die jeden Muskel trainieren, an Maschinen und mit Kurzhanteln, die man schnell lernt. Ein guter erster Block, oder einer für eine volle Zeit.",
  "template.c758427d-84af-485a-8f38-46723e9de08c": "Ganzkörper 3x",
  "template.c758427d-84af-485a-8f38-46723e9de08c.text":
    "Drei Trainings pro Woche, jedes für den ganzen Körper, mit den großen Langhantelübungen am Anfang. Jeder Muskel kommt zwei- oder dreimal mit wenigen Sätzen auf einmal dran.",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf": "Ganzkörper 4x",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf.text":
    "Vier kürzere Trainings, die die Wochensätze jedes Muskels auf zwei bis vier Tage verteilen. Für alle, die sich von wenig auf einmal gut erholen.",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b": "Spezialisierung Gesäß",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b.text":
    "Hip Thrusts, Hüftbeugen, Ausfallschritte und Abduktionen an drei Tagen stellen das Gesäß voran, mit einem Tag für den Oberkörper und etwas mehr davon am letzten.",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496": "Kurzhanteln zu Hause 3x",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496.text":
    "Der ganze Körper dreimal pro Woche mit einem Paar verstellbarer Kurzhanteln, einer Bank und einer Stufe, um die Fersen zu erhöhen.",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a": "PPL 6 Tage",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a.text":
    "Drücken, Ziehen und Beine, je zweimal pro Woche, beim zweiten Mal mit anderen Übungen. Sechs kurze Trainings für alle, die gern oft trainieren.",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049": "PPL + Oberkörper/Unterkörper 5x",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049.text":
    "Drücken, Ziehen und Beine zu Beginn der Woche, dann ein Tag für den Oberkörper und einer für den Unterkörper. Fünf Trainings, in denen jeder Muskel zweimal drankommt.",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2": "Drücken, Ziehen, Beine 3x",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2.text":
    "Je ein Tag für Drücken, Ziehen und Beine. Jeder Muskel bekommt seine Sätze in einem Training und eine Woche zur Erholung.",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce": "Oberkörper/Unterkörper 4x",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce.text":
    "Zwei Tage für den Oberkörper und zwei für den Unterkörper. Jeder Muskel kommt etwa zweimal pro Woche dran, die seitliche Schulter einmal mit den Beinen, was den meisten nach ihrem ersten Jahr liegt.",
  "templateDay.Arms A": "Arme A",
  "templateDay.Arms B": "Arme B",
  "templateDay.Arms C": "Arme C",
  "templateDay.Arms D": "Arme D",
  "templateDay.Bodyweight A": "Körpergewicht A",
  "templateDay.Bodyweight B": "Körpergewicht B",
  "templateDay.Bodyweight C": "Körpergewicht C",
  "templateDay.Chest and Delts A": "Brust und Schultern A",
  "templateDay.Chest and Delts B": "Brust und Schultern B",
  "templateDay.Delts and Chest A": "Schultern und Brust A",
  "templateDay.Delts and Chest B": "Schultern und Brust B",
  "templateDay.Dumbbells A": "Kurzhanteln A",
  "templateDay.Dumbbells B": "Kurzhanteln B",
  "templateDay.Dumbbells C": "Kurzhanteln C",
  "templateDay.Full Body A": "Ganzkörper A",
  "templateDay.Full Body B": "Ganzkörper B",
  "templateDay.Full Body C": "Ganzkörper C",
  "templateDay.Full Body D": "Ganzkörper D",
  "templateDay.Glutes and Hamstrings": "Gesäß und Beinbeuger",
  "templateDay.Glutes and Quads": "Gesäß und Quadrizeps",
  "templateDay.Glutes and Upper Body": "Gesäß und Oberkörper",
  "templateDay.Legs": "Beine",
  "templateDay.Legs A": "Beine A",
  "templateDay.Legs B": "Beine B",
  "templateDay.Lower": "Unterkörper",
  "templateDay.Lower A": "Unterkörper A",
  "templateDay.Lower B": "Unterkörper B",
  "templateDay.Pull": "Ziehen",
  "templateDay.Pull A": "Ziehen A",
  "templateDay.Pull B": "Ziehen B",
  "templateDay.Push": "Drücken",
  "templateDay.Push A": "Drücken A",
  "templateDay.Push B": "Drücken B",
  "templateDay.Upper": "Oberkörper",
  "templateDay.Upper A": "Oberkörper A",
  "templateDay.Upper B": "Oberkörper B",
  "templateDay.Upper Body": "Oberkörper",
} as const;
