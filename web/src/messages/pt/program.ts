export const program = {
  "program.title": "Programa",
  "program.list": "Programas",
  "program.loading": "A carregar o teu programa",
  "program.notFound": "Esse programa não existe",
  "program.offline": "Os programas precisam da rede",
  "program.offlineText": "O teu bloco em curso funciona sem ela.",
  "program.actions": "Alterar o programa",
  "program.timeline": "Semanas",
  "program.hardWeek": "Semana de treino",
  "program.pause": "Semana sem plano",
  "program.pauseText":
    "Treina tão pouco quanto quiseres, para que as séries voltem a ter efeito.",
  "program.macrocycleNth": "Macrociclo {number}",
  "program.blockNth": "Bloco {number}",
  "program.blocks": { one: "{n} bloco", other: "{n} blocos" },
  "program.weeks": { one: "{n} semana", other: "{n} semanas" },
  "program.planned": "Previsto",
  "program.start": "Começar",
  "program.startTitle": "Começar {name}",
  "program.startText":
    "É planeado de novo a partir do dia em que começares, com cargas do que tiveres levantado até lá.",
  "program.endFirst": "Termina-o primeiro: só corre um bloco de cada vez.",
  "program.partOf": "Parte de um programa",
  "program.open": "Abrir o programa",
  "program.blockPlanned": "Este bloco está previsto para mais tarde",
  "program.blockPlannedText":
    "As suas séries são uma previsão. Nada conta como perdido antes de o começares.",
  "program.delete": "Eliminar o programa",
  "program.deleteTitle": "Eliminar este programa?",
  "program.deleteText":
    "Todos os seus blocos previstos desaparecem. O que registaste fica.",
  "program.deleted": "O programa foi eliminado.",
  "program.abandon": "Abandonar o programa",
  "program.abandonTitle": "Abandonar este programa?",
  "program.abandonText":
    "Os blocos que não começaram são eliminados. Os outros ficam, com tudo o que registaste.",
  "program.abandoned": "Os blocos que não tinham começado já não existem.",
};
