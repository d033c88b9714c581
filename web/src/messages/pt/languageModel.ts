export const languageModel = {
  "settings.model": "Modelo de linguagem",
  "settings.modelText": "Quem pode ler seus desejos para um plano",
  "model.none": "Nenhum modelo de linguagem está configurado aqui",
  "model.noneText":
    "Os planos são feitos pelo planejador embutido. Quem hospeda esta instalação pode acrescentar um modelo de linguagem.",
  "model.sent": "O que é enviado a {host}",
  "model.sentText":
    "Seu objetivo, experiência, dias, minutos, ênfase, articulações que doem e nomes de exercícios do catálogo. Um texto com desejos é enviado como você o escreve.",
  "model.notSent":
    "Nunca são enviados: seu e-mail, seu nome, seu diário, suas respostas sobre saúde e seus próprios exercícios.",
  "model.agree": "Meus desejos podem ser enviados a {host}",
  "model.key": "Sua chave",
  "model.keyNeeded":
    "Este modelo pede uma chave. A sua é guardada criptografada e nunca mais é mostrada.",
  "model.keyOptional":
    "Você não precisa de chave. Pode usar a sua; ela é guardada criptografada e nunca mais é mostrada.",
  "model.keyField": "Chave",
  "model.keyThere": "Uma chave está guardada. Uma nova a substitui.",
  "model.keyForget": "Esquecer minha chave",
  "model.keyKept": "Sua chave está guardada.",
  "model.used": "O que foi pedido a ele",
  "model.usedText": {
    one: "{n} pedido, {input} tokens enviados e {output} recebidos.",
    other: "{n} pedidos, {input} tokens enviados e {output} recebidos.",
  },
  "model.failures": {
    one: "{n} resposta não pôde ser usada.",
    other: "{n} respostas não puderam ser usadas.",
  },
  "model.stopped": "Nenhum plano foi feito.",
  "model.plan": "Perguntar a um modelo de linguagem",
  "model.wishes": "Seus desejos em suas palavras",
  "model.wishesHint":
    "Enviados a {host}. Eles viram os campos acima, que você pode mudar.",
  "model.read": "Preencher os campos",
  "model.readNothing": "Nada que mude um campo foi encontrado.",
  "model.readSome": {
    one: "{n} campo foi preenchido. Confira.",
    other: "{n} campos foram preenchidos. Confira.",
  },
  "model.unclear": "Não entendido: {text}",
  "model.ask": "Pedir um plano a {host}",
  "model.asking": "O modelo está pensando. Pode levar um ou dois minutos.",
  "model.turnOn": "Deixar um modelo de linguagem fazer um plano",
  "model.tookOver": "Este plano foi feito pelo planejador embutido",
  "model.repairs": {
    one: "{n} ponto foi corrigido",
    other: "{n} pontos foram corrigidos",
  },
} as const;
