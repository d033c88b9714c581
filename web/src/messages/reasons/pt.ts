import { forms, type Reasons } from "./shape.ts";
import { weeks } from "./weeks/pt.ts";

const texts: Reasons["texts"] = {
  "gate.noNext":
    "Nenhum outro treino deste bloco trabalha {muscleFor}, então não há nada a mudar.",
  "gate.afterDeload":
    "Este foi um treino de deload, para recuperar, então nada muda para {muscleFor}.",
  "gate.deloadNext":
    "O próximo treino para {muscleFor} cai na semana de deload, então fica mais leve.",
  "gate.restart":
    "Este foi um treino de recuperação para {muscleFor}, então o próximo recomeça no meio do caminho entre as suas séries iniciais e onde você estava.",
  "gate.sameFirstWeek":
    "O próximo treino para {muscleFor} ainda é na semana 1, que busca o seu ponto de partida, então as séries ficam como planejado.",
  "gate.noPerformance":
    "Foram registradas poucas séries difíceis para {muscleFor} para avaliar o treino (mais de 4 repetições na reserva não é difícil), então as séries são mantidas.",
  "gate.noSoreness":
    "Você não disse quanta dor muscular teve {muscleIn}, então as séries são mantidas.",
  "gate.firstSession":
    "Não há treino anterior neste bloco para {muscleFor} com que comparar, então as séries são mantidas.",
  judged: "{clauses}, então {due}.",
  "judged.repeat":
    "Você não chegou ao da última vez para {muscleFor}, mas um dia ruim não é o seu limite, então séries, carga e repetições se repetem.",
  "judged.fatigue": "{clauses}: dois sinais de fadiga demais, então {due}.",
  "judged.recovery":
    "{clauses}, então o próximo treino é de recuperação: metade das séries e metade das repetições com a mesma carga.",
  "judged.pain":
    "Suas articulações doeram ao treinar {muscleFor}, então nenhuma série é adicionada; pense em outro exercício.",
  "judged.badPain":
    "Suas articulações doeram muito ao treinar {muscleFor}, então {due}, nenhuma carga sobe e o exercício que dói precisa ser trocado.",
  "readiness.low":
    "A sua prontidão estava baixa nesse dia ({number}), por isso nenhuma série é acrescentada e nenhuma carga sobe.",
  "first.judged": "{clauses}: {start}, então {due}.",
  "first.judgedNew": "Para {muscleFor}, {clauses}: {start}, então {due}.",
  "first.stopped":
    "Seu começo deixa espaço para mais, mas {clauses}, então as séries ficam como estão.",
  "first.unanswered":
    "Você não respondeu nem ao pump nem ao esforço para {muscleFor}, então {due}.",
  "cap.nothing": "Por enquanto nada muda, porque {cap}.",
  "cap.other": "No fim {change}, porque {cap}.",
  "override.hold": "Você escolheu manter as séries da semana passada.",
  "override.undo": "Você desfez esta decisão, então tudo fica como na semana passada.",
  "plan.edited": {
    one: "Você escolheu {n} série.",
    other: "Você escolheu {n} séries.",
  },
  "load.calibrate":
    "Ainda não se conhece nenhuma carga: na primeira série, escolha uma que você conseguiria levantar de 10 a 15 vezes e pare com 2 ou 3 repetições na reserva.",
  "load.untrained": "Não foi treinado da última vez, então o plano ficou como estava.",
  "load.carried": "A carga e as repetições vêm da última vez.",
  "load.unknown": "Foi registrado pouco para avaliar o último treino: de novo {load}.",
  "load.repeat":
    "Você não chegou ao da vez anterior, o que pode ser um dia ruim: de novo {load} × {n}.",
  "load.lighter":
    "Ainda abaixo depois de um treino de recuperação: cerca de 10 % mais leve, {load}.",
  "load.lightest":
    "Ainda abaixo depois de um treino de recuperação, mas {load} é a carga mais leve.",
  "load.pain": "A articulação doeu: a carga e as repetições ficam em {load} × {n}.",
  "load.harder":
    "Foi mais difícil que o planejado: a carga e as repetições ficam em {load} × {n}.",
  "load.tired":
    "Nesse dia não havia descanso suficiente: a carga e as repetições ficam em {load} × {n}.",
  "load.heavier":
    "Suas séries indicam cerca de {number} kg para uma única repetição: {load} × {n} deixa {m} na reserva.",
  "load.rep": "Mais uma repetição com {load}, antes de a carga subir.",
  "load.step": {
    one: "A próxima carga é {load}: {n} repetição com {m} na reserva.",
    other: "A próxima carga é {load}: {n} repetições com {m} na reserva.",
  },
  "load.bigStep":
    "A próxima carga é um salto grande demais a partir de {load}: mais uma repetição.",
  "load.enough": {
    one: "{n} repetição com {load} já basta: um exercício mais difícil serviria melhor.",
    other:
      "{n} repetições com {load} já bastam: um exercício mais difícil serviria melhor.",
  },
  "easy.deload": "Deload: metade do trabalho com a carga da primeira semana, {load}.",
  "easy.deloadLate":
    "Deload, segunda metade: metade do trabalho com metade da carga, {load}.",
  "easy.deloadSets":
    "Deload: metade das séries com a carga da primeira semana, {load}.",
  "easy.deloadLoad":
    "Deload: todas as séries com menos carga que na primeira semana, {load}.",
  "easy.leftOut": "Fora do deload: os isolados de trapézio e antebraços descansam.",
  "easy.recovery":
    "Recuperação: metade das séries e repetições com a mesma carga, {load}.",
  "week1.from": "A partir de {load} × {n} em {day}.",
  "week1.new":
    "Este exercício é novo no seu registro: escolha uma carga que você consiga levantar de 10 a 15 vezes, pare com 2 ou 3 na reserva, e as outras séries vêm daí.",
  "week1.history":
    "Seu histórico indica cerca de {number} kg para uma única repetição: {load} para começar.",
  "week1.afterBreak": {
    one: "Seu histórico indica cerca de {number} kg para uma única repetição, há {n} semana, então {m} % disso: {load}.",
    other:
      "Seu histórico indica cerca de {number} kg para uma única repetição, há {n} semanas, então {m} % disso: {load}.",
  },
  "week1.heaviest": "{load} é o mais pesado que você já usou.",
  "week1.heaviestMore": {
    one: "{load} é o mais pesado que você já usou, então você faz {n} repetição com isso.",
    other:
      "{load} é o mais pesado que você já usou, então você faz {n} repetições com isso.",
  },
  "week1.lightest":
    "{load} é a carga mais leve que existe, e mais do que o seu histórico mostra: tente com cuidado ou escolha outro exercício.",
  "week1.calibrated":
    "Sua primeira série indica cerca de {number} kg para uma única repetição: {load}.",
  "gap.goOn": "Você treinou na última semana, então o plano continua.",
  "gap.repeat": {
    one: "Você ficou {n} dia sem treinar, então esta semana é refeita com as mesmas séries e cargas.",
    other:
      "Você ficou {n} dias sem treinar, então esta semana é refeita com as mesmas séries e cargas.",
  },
  "gap.restart": {
    one: "Você ficou {n} dia sem treinar, então recomeça com as séries da semana 1, 5 % mais leve e com mais 1 repetição na reserva.",
    other:
      "Você ficou {n} dias sem treinar, então recomeça com as séries da semana 1, 5 % mais leve e com mais 1 repetição na reserva.",
  },
  "gap.newBlock": {
    one: "Você ficou {n} dia sem treinar, então este bloco é encerrado e um novo começa com as suas séries iniciais e com cargas que levam em conta a pausa.",
    other:
      "Você ficou {n} dias sem treinar, então este bloco é encerrado e um novo começa com as suas séries iniciais e com cargas que levam em conta a pausa.",
  },
  "alternative.alike": "Também trabalha {muscles}.",
  "alternative.alikeMoved": "Também trabalha {muscles}, com o mesmo movimento.",
  "alternative.less": "Também trabalha {muscles}, mas não {muscles2}.",
  "alternative.lessMoved":
    "Também trabalha {muscles}, com o mesmo movimento, mas não {muscles2}.",
  "alternative.helps": "Só ajuda.",
  "alternative.helpsMoved": "Só ajuda, com o mesmo movimento.",
  "alternative.known": "Você já o fez antes.",
  ...weeks,
  "plan.days": "Uma semana tem de 1 a 7 treinos, não {n}.",
  "plan.emptyDay": "Um treino tem pelo menos um exercício.",
  "plan.manyExercises": "Um treino tem no máximo 8 exercícios, não {n}.",
  "plan.twice": "Um exercício aparece uma só vez por treino.",
  "plan.sets": "Um exercício tem de 1 a 15 séries, não {n}.",
  "plan.reps": "Uma faixa de repetições sobe entre 1 e 30, não de {n} a {m}.",
  "plan.heavy": "Menos de 5 repetições dão mais força que tamanho.",
  "plan.sessionSets": "Um treino tem no máximo 30 séries, não {n}.",
  "plan.manySessionSets": "Mais de 25 séries é muito: {n}.",
  "plan.muscleSets": "Um músculo aguenta no máximo 12 séries por treino, não {n}.",
  "plan.manyMuscleSets": "Mais de 10 séries é muito: {n}.",
  "plan.manyGroups": "Mais de 6 grupos musculares é muito: {n}.",
  "plan.often": "Varie mais: ele está em {n} treinos por semana, não em 1 ou 2.",
  "plan.untrained": "Nada nesta semana trabalha este músculo.",
  "plan.belowMv":
    "{number} séries, contando as meias, não mantêm este músculo: para isso são precisas {n}.",
  "plan.aboveMrv": {
    one: "{n} série em {m} treinos por semana é mais que as {k} de que dá para se recuperar.",
    other:
      "{n} séries em {m} treinos por semana são mais que as {k} de que dá para se recuperar.",
  },
  "plan.careful": "Um começo cuidadoso tem no máximo 3 séries por exercício, não {n}.",
  "plan.carefulMuscle":
    "Um começo cuidadoso tem no máximo 6 séries por músculo, não {n}.",
  "plan.frequency": "{n} séries caem em um só treino por semana; dois é melhor.",
  "plan.spacing": "{n} e {m} séries estão a só um dia de distância.",
  "plan.axial": "{n} exercícios que carregam a coluna é muito.",
  "plan.pattern": "{n} exercícios fazem o mesmo movimento.",
  "plan.progression":
    "Começa com {n} séries por semana, acima das {m} que são a meta, então não pode subir.",
  "plan.time": "Dura cerca de {n} minutos, e você tem {m}.",
  "plan.peakTime":
    "Na última semana difícil duraria cerca de {n} minutos, e você tem {m}.",
  "plan.equipment": "Você não tem o equipamento para este exercício.",
  "plan.injury": "Ele carrega uma articulação que dói.",
  "plan.banned": "Você descartou este exercício.",
  "plan.dates": "Cai em dias que você mantém livres: {n}.",
  "repair.days": "Planeje de 1 a 7 treinos.",
  "repair.emptyDay": "Adicione um exercício ou tire o treino.",
  "repair.manyExercises": "Passe um exercício para outro treino.",
  "repair.twice": "Junte os dois em um.",
  "repair.sets": "Escolha de 1 a 15 séries.",
  "repair.reps": "Escolha uma faixa entre 1 e 30.",
  "repair.heavy": "Escolha 5 repetições ou mais.",
  "repair.moveSets": "Passe algumas séries para outro treino.",
  "repair.moveItsSets": "Passe algumas das suas séries para outro treino.",
  "repair.moveGroup": "Passe um grupo muscular para outro treino.",
  "repair.often": "Troque-o por outro exercício em um deles.",
  "repair.fewer": "Tire algumas séries.",
  "repair.more": "Adicione algumas séries.",
  "repair.untrained": "Adicione um exercício para ele.",
  "repair.spacing": "Treine-o um dia depois ou mova algumas das suas séries.",
  "repair.axial": "Troque um por uma máquina ou passe-o para outro treino.",
  "repair.pattern": "Troque um por outro movimento.",
  "repair.time": "Tire algumas séries ou permita mais minutos.",
  "repair.peakTime": "Suas séries param de subir quando o tempo acaba.",
  "repair.equipment": "Troque-o por um que você possa fazer.",
  "repair.injury": "Troque-o por um que poupe a articulação.",
  "repair.banned": "Troque-o por outro.",
  "repair.dates": "Mova estes treinos ou comece em outro dia.",
  "remedy.room":
    "Mais minutos, mais dias ou menos músculos com prioridade abrem espaço.",
  "remedy.equipment": "Adicione equipamento.",
  "remedy.joint": "Tire a articulação da lista quando ela estiver bem.",
  "remedy.allow": "Permita um deles de novo.",
  "remedy.practice": "Adicione equipamento ou torne um exercício desses favorito.",
  "remedy.own": "Adicione um exercício seu.",
  "remedy.days": "Escolha menos dias ou permita mais exercícios.",
  "remedy.favourite": "Tire-o dos seus favoritos.",
  "unmet.sets":
    "Para {muscleFor}, houve espaço para {n} das {m} séries por semana com que você deveria começar.",
  "unmet.once": "Um treino por semana trabalha {muscleFor}; dois é melhor.",
  "unmet.goal":
    "Para {muscleFor}, dá para subir a {n} das {m} séries por semana que uma prioridade busca.",
  "unmet.days": "Há o que fazer para {n} dos seus {m} dias.",
  "unmet.equipment":
    "Seu equipamento não tem exercício que trabalhe diretamente {muscleFor}.",
  "unmet.injuries":
    "Todo exercício que trabalha diretamente {muscleFor} carrega uma articulação que dói.",
  "unmet.banned":
    "Você descartou todos os exercícios que trabalham diretamente {muscleFor}.",
  "unmet.experience":
    "O que aqui trabalha diretamente {muscleFor} exige mais prática do que você tem.",
  "unmet.health": "Nenhum exercício leve aqui trabalha diretamente {muscleFor}.",
  "unmet.kind":
    "Nenhum exercício que dá para planejar trabalha diretamente {muscleFor}.",
  "unmet.favourite": "Este favorito não achou lugar na semana.",
  "unmet.favouriteEquipment": "Este favorito precisa de equipamento que você não tem.",
  "unmet.favouriteInjury": "Este favorito carrega uma articulação que dói.",
  "unmet.favouriteHealth": "Este favorito é pesado demais para um treino leve.",
  "unmet.favouriteKind": "Este favorito não é de um tipo que se planeja.",
  "mended.unknown": "Ficou de fora: ninguém o conhece aqui.",
  "mended.banned": "Ficou de fora: você o excluiu.",
  "mended.equipment": "Ficou de fora: você não tem o equipamento.",
  "mended.injuries": "Ficou de fora: ele carrega uma articulação que dói.",
  "mended.experience": "Ficou de fora: ele exige mais prática do que você tem.",
  "mended.health": "Ficou de fora: é pesado demais para um treino leve.",
  "mended.kind": "Ficou de fora: exercícios desse tipo não são planejados.",
  "mended.day": "Ficou de fora: você não treina nesse dia.",
  "mended.noRoom": "Ficou de fora: os limites de um plano não deixam espaço para ele.",
  "mended.sets": "Tem {n} séries em vez de {m}.",
  "mended.added": "Foi acrescentado com {n} séries para preencher uma lacuna.",
  "mended.weeks": "Os seus blocos não enchiam as semanas; têm outras durações.",
  "mended.emphasis":
    "Dava ênfase a outros músculos que não os que desejas; contam os teus desejos.",
  "model.tooSlow": "O modelo não respondeu a tempo.",
  "model.tookLonger": "O modelo levou mais de {n} segundos.",
  "model.unreachable": "Não foi possível alcançar o modelo.",
  "model.busy": "O modelo está sobrecarregado.",
  "model.usedUp": "A conta do modelo está esgotada.",
  "model.key": "O modelo não aceitou a chave.",
  "model.name": "Nenhum modelo com esse nome é conhecido lá.",
  "model.failed": "O modelo falhou.",
  "model.away": "O modelo não está disponível.",
  "model.refused": "O modelo não quer responder.",
  "model.error": "O modelo respondeu com um erro.",
  "model.unfit": "O modelo não deu nenhuma resposta utilizável.",
  "safety.clearance":
    "Pergunte a um médico antes de treinar pesado e confirme aqui que está liberado: então o plano é feito.",
  "safety.lightOnly":
    "Só trabalho leve é planejado para você: primeiro defina nas configurações o mínimo de repetições na reserva como 3 e pergunte a um profissional.",
  "safety.light":
    "Este plano é leve: nenhuma série até a falha, nenhuma barra pesada que possa prender você.",
  "safety.askFirst": "Pergunte a um profissional antes de fazer mais.",
  "soreness.0": "você não teve dor muscular {muscleIn}",
  "soreness.0.many": "você não teve dor muscular {muscleIn}",
  "soreness.1": "a dor muscular {muscleIn} passou bem antes de hoje",
  "soreness.2": "a dor muscular {muscleIn} passou bem a tempo de hoje",
  "soreness.3": "você ainda estava com dor muscular {muscleIn}",
  "soreness.3.it": "você ainda estava com dor muscular",
  "performance.0": "sobraram 2 ou mais repetições",
  "performance.1": "você bateu as suas metas",
  "performance.2": "você teve que passar do esforço planejado",
  "performance.3": "você não chegou ao da última vez",
  "performance.2.of": "você teve que passar do esforço planejado para {muscleFor}",
  "performance.3.of": "você não chegou ao da última vez para {muscleFor}",
  "performance.3.again": {
    one: "você ficou abaixo para {muscleFor} por {n} treino seguido",
    other: "você ficou abaixo para {muscleFor} por {n} treinos seguidos",
  },
  "challenge.0": "o trabalho foi fácil",
  "challenge.1": "o trabalho foi na medida",
  "challenge.2": "o trabalho levou você ao limite",
  "challenge.3": "o trabalho foi demais",
  "challenge.2.of": "o trabalho para {muscleFor} levou você ao limite",
  "challenge.3.of": "o trabalho para {muscleFor} foi demais",
  "pump.0": "quase não houve pump",
  "pump.1": "o pump foi leve",
  "pump.2": "o pump foi bom",
  "pump.3": "o pump foi extremo",
  "due.0": "as séries ficam como estão",
  "due.more.one": "cabe mais 1 série",
  "due.more": "cabem mais {n} séries",
  "due.fewer.one": "sai 1 série",
  "due.fewer": "saem {n} séries",
  "change.added.one": "1 série é adicionada",
  "change.added": "{n} séries são adicionadas",
  "change.removed.one": "1 série é retirada",
  "change.removed": "{n} séries são retiradas",
  "start.farTooLittle": "é pouco demais para começar",
  "start.tooLittle": "é um pouco baixo para começar",
  "start.fitting": "é um bom ponto de partida",
  "start.tooMuch": "é muito para começar",
  "start.farTooMuch": "é demais para começar",
  "cap.shared": "os exercícios são divididos com outro músculo",
  "cap.restart": "recomeça depois de um treino de recuperação",
  "cap.floor": "para {muscleFor}, ficaria abaixo do que mantém o tamanho",
  "cap.neighbourFloor":
    "um músculo do mesmo exercício ficaria abaixo do que mantém o tamanho",
  "cap.oneSet": "cada exercício mantém pelo menos 1 série",
  "cap.beginner": "um iniciante adiciona no máximo 1 série por treino",
  "cap.week": {
    one: "para {muscleFor}, dá para subir no máximo {n} série por semana",
    other: "para {muscleFor}, dá para subir no máximo {n} séries por semana",
  },
  "cap.mrv": {
    one: "para {muscleFor}, passaria de {n} série por semana, o máximo de que dá para se recuperar",
    other:
      "para {muscleFor}, passaria de {n} séries por semana, o máximo de que dá para se recuperar",
  },
  "cap.mrv.one":
    "para {muscleFor}, passaria de 1 série por semana, o máximo de que dá para se recuperar",
  "cap.session": {
    one: "em um treino cabe no máximo {n} série para um músculo",
    other: "em um treino cabem no máximo {n} séries para um músculo",
  },
  "cap.emphasis": "a prioridade para {muscleFor} é “{emphasis}”",
  "cap.emphasis.one":
    "a prioridade para {muscleFor} é “{emphasis}”, que adiciona no máximo 1 série por treino",
  "cap.emphasis.more": {
    one: "a prioridade para {muscleFor} é “{emphasis}”, que adiciona no máximo {n} série por treino",
    other:
      "a prioridade para {muscleFor} é “{emphasis}”, que adiciona no máximo {n} séries por treino",
  },
  "cap.pain": "o exercício que poderia recebê-la fez suas articulações doerem",
  "cap.exercise": {
    one: "um exercício cresce até {n} série no máximo",
    other: "um exercício cresce até {n} séries no máximo",
  },
  "cap.neighbour": "também somaria para {muscleFor}",
  "cap.sessionSets": {
    one: "em um treino cabe no máximo {n} série",
    other: "em um treino cabem no máximo {n} séries",
  },
  "cap.time": "o treino duraria mais do que o tempo que você tem",
  "cap.noExercise": "nenhum exercício trabalha este músculo diretamente",
  "cap.noWorkout": "nenhum outro treino que falta nesta semana o trabalha diretamente",
  "cap.closed":
    "o exercício que poderia recebê-la fez as articulações doerem ou é de recuperação",
  "cap.takesOn": {
    one: "um treino aceita no máximo {n} série a mais por músculo",
    other: "um treino aceita no máximo {n} séries a mais por músculo",
  },
};

/** Portuguese. */
export const reasons: Reasons = {
  texts,
  muscles: {
    chest: forms("peito", "o peito", "no peito"),
    lats: forms("dorsais", "os dorsais", "nos dorsais"),
    "upper back": forms("alto das costas", "o alto das costas", "no alto das costas"),
    "lower back": forms("lombar", "a lombar", "na lombar"),
    traps: forms("trapézio", "o trapézio", "no trapézio"),
    quads: forms("quadríceps", "o quadríceps", "no quadríceps"),
    hamstrings: forms(
      "posteriores de coxa",
      "os posteriores de coxa",
      "nos posteriores de coxa",
    ),
    glutes: forms("glúteos", "os glúteos", "nos glúteos"),
    adductors: forms("adutores", "os adutores", "nos adutores"),
    "front delts": forms(
      "deltoide anterior",
      "o deltoide anterior",
      "no deltoide anterior",
    ),
    "side delts": forms(
      "deltoide lateral",
      "o deltoide lateral",
      "no deltoide lateral",
    ),
    "rear delts": forms(
      "deltoide posterior",
      "o deltoide posterior",
      "no deltoide posterior",
    ),
    biceps: forms("bíceps", "o bíceps", "no bíceps"),
    forearms: forms("antebraços", "os antebraços", "nos antebraços"),
    triceps: forms("tríceps", "o tríceps", "no tríceps"),
    calves: forms("panturrilhas", "as panturrilhas", "nas panturrilhas"),
    abs: forms("abdominais", "os abdominais", "nos abdominais"),
    back: forms("costas", "as costas", "nas costas"),
    legs: forms("pernas", "as pernas", "nas pernas"),
    shoulders: forms("ombros", "os ombros", "nos ombros"),
    delts: forms("deltoides", "os deltoides", "nos deltoides"),
  },
  emphasis: { maintain: "Manter", grow: "Crescer", emphasize: "Priorizar" },
};
