import type { Reasons } from "../shape.ts";

/** Why sets move within a week, and what follows a block. */
export const weeks = {
  "moved.skipped": {
    one: "{n} série vem do treino que você pulou.",
    other: "{n} séries vêm do treino que você pulou.",
  },
  "moved.skipped.one": "1 série vem do treino que você pulou.",
  "moved.short": {
    one: "{n} série vem do treino que você encurtou.",
    other: "{n} séries vêm do treino que você encurtou.",
  },
  "moved.short.one": "1 série vem do treino que você encurtou.",
  "short.out": {
    one: "Deixado de fora para caber em {n} minuto: é o que menos somaria nesta semana.",
    other:
      "Deixado de fora para caber em {n} minutos: é o que menos somaria nesta semana.",
  },
  "short.less": {
    one: "{n} série a menos para caber em {m} minutos: é o que menos somaria nesta semana.",
    other:
      "{n} séries a menos para caber em {m} minutos: é o que menos somaria nesta semana.",
  },
  "short.less.one": {
    one: "1 série a menos para caber em {n} minuto: é o que menos somaria nesta semana.",
    other:
      "1 série a menos para caber em {n} minutos: é o que menos somaria nesta semana.",
  },
  "moved.noPlace": {
    one: "{n} série para {muscleFor} não encontra lugar nesta semana, porque {cap}.",
    other:
      "{n} séries para {muscleFor} não encontram lugar nesta semana, porque {cap}.",
  },
  "moved.noPlace.one":
    "1 série para {muscleFor} não encontra lugar nesta semana, porque {cap}.",
  "review.unknown": {
    one: "Foi anotado pouco demais para dizer: é preciso {n} semana pesada com carga e repetições.",
    other:
      "Foi anotado pouco demais para dizer: são precisas {n} semanas pesadas com carga e repetições.",
  },
  "review.rose": "Subiu até o fim, semana {n} (séries por semana: {m}).",
  "review.oneWeek":
    "Subiu até a semana {n} (séries por semana: {m}); uma semana sem subir pode ser um dia ruim.",
  "review.stopped":
    "Subiu até a semana {n} (séries por semana: {m}), e não nas {k} semanas seguintes.",
  "landmark.mev":
    "O que o bloco teve no começo funcionou bem para {muscleFor} (séries por semana: {n}).",
  "landmark.mrv":
    "Do máximo que foi feito não houve recuperação para {muscleFor} (séries por semana: {n}).",
  "landmark.targetDown":
    "Para {muscleFor}, a subida parou abaixo da meta (séries por semana: {n}).",
  "landmark.targetUp":
    "Para {muscleFor} ainda houve subida na meta (séries por semana: {n}).",
  "next.same": "Ele começa de novo com as mesmas séries.",
  "next.fewer":
    "No fim ele não se recuperou, então começa com 1 série a menos por semana.",
  "next.more": "Ele subiu até o fim, então começa com 1 série a mais por semana.",
  "next.rest": "Ele teve prioridade neste bloco, então é a vez de outro músculo.",
  "next.turn": "Dos que não tinham prioridade, foi o que menos subiu: é a vez dele.",
  "next.program": "Seu programa prevê assim.",
  "next.pain": "Ele fez uma articulação doer.",
  "next.stale": "Ele não subiu neste bloco nem no anterior.",
  "next.replaced": "Outro exercício ocupa o lugar dele.",
  "next.noOther": "Nenhum outro exercício serve, então ele fica por enquanto.",
  "next.keptRose": "Ele subiu {n} %, então fica.",
  "next.kept": "Nada fala contra, então ele fica.",
} satisfies Partial<Reasons["texts"]>;
