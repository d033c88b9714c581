/** The built-in templates by their ids, and the names of their workouts. */
export const templates = {
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290": "Especialização de braços",
  "template.9ab60136-0e58-42b2-b6d6-0b965bd88290.text":
    "Bíceps e tríceps aparecem nos quatro treinos, cedo e cada vez por um novo ângulo. Peito, costas e pernas recebem o bastante para manter o que têm.",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719": "Peso corporal 3x",
  "template.cc1f8a59-031d-43bd-9863-2cdce63ee719.text":
    "Três treinos com uma barra fixa e uma barra baixa ou mesa firme para remadas. As flexões pike são tudo o que o deltoide lateral recebe, então acrescente elevações quando tiver halteres.",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae":
    "Especialização de peito e deltoide lateral",
  "template.ec08dd83-5286-4eb0-9cfe-8f47c90e6bae.text":
    "Quatro treinos que começam todos pelo peito ou pelo deltoide lateral, enquanto o resto do corpo recebe o bastante para manter o que tem. Para um ou dois blocos, não para o ano inteiro.",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884": "Corpo inteiro 2x",
  "template.d8fd5200-c2cf-4032-932c-8c2ab2f84884.text":
    "Dois treinos por semana que trabalham todos os músculos, em máquinas e com halteres fáceis de aprender. Um bom primeiro bloco, ou um para uma fase corrida.",
  "template.c758427d-84af-485a-8f38-46723e9de08c": "Corpo inteiro 3x",
  "template.c758427d-84af-485a-8f38-46723e9de08c.text":
    "Três treinos por semana, cada um para o corpo inteiro, com os grandes exercícios de barra no começo. Cada músculo é trabalhado duas ou três vezes com poucas séries por vez.",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf": "Corpo inteiro 4x",
  "template.1607f87e-994d-4f4b-ba4e-26b484b01caf.text":
    "Quatro treinos mais curtos que distribuem as séries semanais de cada músculo por dois a quatro dias. Para quem se recupera bem de pouco por vez.",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b": "Especialização de glúteos",
  "template.4e4d2457-a98f-42ca-be04-ef1c5e83bb3b.text":
    "Elevações pélvicas, flexões de quadril, afundos e abduções em três dias colocam os glúteos em primeiro lugar, com um dia para a parte superior e um pouco mais dela no último.",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496": "Halteres em casa 3x",
  "template.315cb7a8-4f60-4dba-9c53-31c05c83e496.text":
    "O corpo inteiro três vezes por semana com um par de halteres ajustáveis, um banco e um degrau para elevar os calcanhares.",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a": "PPL de 6 dias",
  "template.b51e267e-4600-4986-9201-ae9fa1917b2a.text":
    "Empurrar, puxar e pernas, duas vezes por semana cada, com outros exercícios na segunda vez. Seis treinos curtos para quem gosta de treinar com frequência.",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049": "PPL + superior/inferior 5x",
  "template.f24832e1-ffc5-45f3-86b8-0fb63802a049.text":
    "Empurrar, puxar e pernas no começo da semana, depois um dia para a parte superior e um para a inferior. Cinco treinos com cada músculo trabalhado duas vezes.",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2": "Empurrar, puxar, pernas 3x",
  "template.d96a9089-be0c-4e6f-af2c-b68c878f29f2.text":
    "Um dia para empurrar, um para puxar e um para as pernas. Cada músculo recebe suas séries em um treino e tem uma semana para se recuperar.",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce": "Superior/inferior 4x",
  "template.07b3fdfb-0d22-4f6d-9d87-af7d104c6cce.text":
    "Dois dias para a parte superior e dois para a inferior. Cada músculo é trabalhado cerca de duas vezes por semana, o deltoide lateral uma vez com as pernas, o que serve à maioria depois do primeiro ano.",
  "templateDay.Arms A": "Braços A",
  "templateDay.Arms B": "Braços B",
  "templateDay.Arms C": "Braços C",
  "templateDay.Arms D": "Braços D",
  "templateDay.Bodyweight A": "Peso corporal A",
  "templateDay.Bodyweight B": "Peso corporal B",
  "templateDay.Bodyweight C": "Peso corporal C",
  "templateDay.Chest and Delts A": "Peito e ombros A",
  "templateDay.Chest and Delts B": "Peito e ombros B",
  "templateDay.Delts and Chest A": "Ombros e peito A",
  "templateDay.Delts and Chest B": "Ombros e peito B",
  "templateDay.Dumbbells A": "Halteres A",
  "templateDay.Dumbbells B": "Halteres B",
  "templateDay.Dumbbells C": "Halteres C",
  "templateDay.Full Body A": "Corpo inteiro A",
  "templateDay.Full Body B": "Corpo inteiro B",
  "templateDay.Full Body C": "Corpo inteiro C",
  "templateDay.Full Body D": "Corpo inteiro D",
  "templateDay.Glutes and Hamstrings": "Glúteos e posteriores",
  "templateDay.Glutes and Quads": "Glúteos e quadríceps",
  "templateDay.Glutes and Upper Body": "Glúteos e parte superior",
  "templateDay.Legs": "Pernas",
  "templateDay.Legs A": "Pernas A",
  "templateDay.Legs B": "Pernas B",
  "templateDay.Lower": "Parte inferior",
  "templateDay.Lower A": "Parte inferior A",
  "templateDay.Lower B": "Parte inferior B",
  "templateDay.Pull": "Puxar",
  "templateDay.Pull A": "Puxar A",
  "templateDay.Pull B": "Puxar B",
  "templateDay.Push": "Empurrar",
  "templateDay.Push A": "Empurrar A",
  "templateDay.Push B": "Empurrar B",
  "templateDay.Upper": "Parte superior",
  "templateDay.Upper A": "Parte superior A",
  "templateDay.Upper B": "Parte superior B",
  "templateDay.Upper Body": "Parte superior",
} as const;
