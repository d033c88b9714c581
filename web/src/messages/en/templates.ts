/** The built-in templates by their ids, and the names of their workouts. */
export const templates = {
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290": "Arm Specialisation",
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290.text":
    "Biceps and triceps come up in all four workouts, early and with a new angle each time. Chest, back and legs get enough to keep what they have.",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719": "Bodyweight 3x",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719.text":
    "Three workouts with a pull-up bar and a low bar or sturdy table for rows. Push-ups in a pike are all the side delts get, so add raises when you have dumbbells.",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae": "Chest and Side Delt Specialisation",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae.text":
    "Four workouts that all begin with the chest or the side delts, while the rest of the body gets enough to keep what it has. For one or two blocks, not for the whole year.",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884": "Full Body 2x",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884.text":
    "Two workouts a week that train every muscle, on machines and dumbbells that are quick to learn. A good first block, or one for a busy season.",
  "template.c758427d-84af-485a-8f38-46723e9de08c": "Full Body 3x",
  "template.c758427d-84af-485a-8f38-46723e9de08c.text":
    "Three workouts a week, each for the whole body, with the big barbell lifts at the front. Every muscle is trained two or three times with few sets at once.",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf": "Full Body 4x",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf.text":
    "Four shorter workouts that spread the week's sets of each muscle over two to four days. For lifters who recover well from little at a time.",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b": "Glute Specialisation",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b.text":
    "Hip thrusts, hinges, lunges and abductions on three days put the glutes first, with one day for the upper body and a little more of it on the last.",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496": "Home Dumbbells 3x",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496.text":
    "The whole body three times a week with a pair of adjustable dumbbells, a bench and a step to raise the heels on.",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a": "PPL 6-Day Split",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a.text":
    "Push, pull and legs, twice a week each, with other exercises the second time. Six short workouts for lifters who like to train often.",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049": "PPL + Upper/Lower 5x",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049.text":
    "Push, pull and legs early in the week, then an upper and a lower day. Five workouts with each muscle trained twice.",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2": "Push Pull Legs 3x",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2.text":
    "One day each for pushing, pulling and legs. Every muscle gets its sets in one workout and a week to recover.",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce": "Upper/Lower 4x",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce.text":
    "Two days for the upper body and two for the lower one. Each muscle is trained about twice a week, the side delts once with the legs, which suits most lifters after their first year.",
  "templateDay.Arms A": "Arms A",
  "templateDay.Arms B": "Arms B",
  "templateDay.Arms C": "Arms C",
  "templateDay.Arms D": "Arms D",
  "templateDay.Bodyweight A": "Bodyweight A",
  "templateDay.Bodyweight B": "Bodyweight B",
  "templateDay.Bodyweight C": "Bodyweight C",
  "templateDay.Chest and Delts A": "Chest and Delts A",
  "templateDay.Chest and Delts B": "Chest and Delts B",
  "templateDay.Delts and Chest A": "Delts and Chest A",
  "templateDay.Delts and Chest B": "Delts and Chest B",
  "templateDay.Dumbbells A": "Dumbbells A",
  "templateDay.Dumbbells B": "Dumbbells B",
  "templateDay.Dumbbells C": "Dumbbells C",
  "templateDay.Full Body A": "Full Body A",
  "templateDay.Full Body B": "Full Body B",
  "templateDay.Full Body C": "Full Body C",
  "templateDay.Full Body D": "Full Body D",
  "templateDay.Glutes and Hamstrings": "Glutes and Hamstrings",
  "templateDay.Glutes and Quads": "Glutes and Quads",
  "templateDay.Glutes and Upper Body": "Glutes and Upper Body",
  "templateDay.Legs": "Legs",
  "templateDay.Legs A": "Legs A",
  "templateDay.Legs B": "Legs B",
  "templateDay.Lower": "Lower",
  "templateDay.Lower A": "Lower A",
  "templateDay.Lower B": "Lower B",
  "templateDay.Pull": "Pull",
  "templateDay.Pull A": "Pull A",
  "templateDay.Pull B": "Pull B",
  "templateDay.Push": "Push",
  "templateDay.Push A": "Push A",
  "templateDay.Push B": "Push B",
  "templateDay.Upper": "Upper",
  "templateDay.Upper A": "Upper A",
  "templateDay.Upper B": "Upper B",
  "templateDay.Upper Body": "Upper Body",
} as const;
