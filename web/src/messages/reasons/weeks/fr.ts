import type { Reasons } from "../shape.ts";

/** Why sets move within a week, and what follows a block. */
export const weeks = {
  "moved.skipped": {
    one: "{n} série vient de la séance que tu as sautée.",
    other: "{n} séries viennent de la séance que tu as sautée.",
  },
  "moved.skipped.one": "1 série vient de la séance que tu as sautée.",
  "moved.short": {
    one: "{n} série vient de la séance que tu as raccourcie.",
    other: "{n} séries viennent de la séance que tu as raccourcie.",
  },
  "moved.short.one": "1 série vient de la séance que tu as raccourcie.",
  "short.out": {
    one: "Laissé de côté pour tenir en {n} minute : c’est ce qui apporterait le moins à cette semaine.",
    other:
      "Laissé de côté pour tenir en {n} minutes : c’est ce qui apporterait le moins à cette semaine.",
  },
  "short.less": {
    one: "{n} série de moins pour tenir en {m} minutes : c’est ce qui apporterait le moins à cette semaine.",
    other:
      "{n} séries de moins pour tenir en {m} minutes : c’est ce qui apporterait le moins à cette semaine.",
  },
  "short.less.one": {
    one: "1 série de moins pour tenir en {n} minute : c’est ce qui apporterait le moins à cette semaine.",
    other:
      "1 série de moins pour tenir en {n} minutes : c’est ce qui apporterait le moins à cette semaine.",
  },
  "moved.noPlace": {
    one: "{n} série pour {muscleFor} ne trouve pas de place cette semaine, car {cap}.",
    other:
      "{n} séries pour {muscleFor} ne trouvent pas de place cette semaine, car {cap}.",
  },
  "moved.noPlace.one":
    "1 série pour {muscleFor} ne trouve pas de place cette semaine, car {cap}.",
  "review.unknown": {
    one: "Trop peu a été noté pour le dire : il faut {n} semaine dure avec charge et répétitions.",
    other:
      "Trop peu a été noté pour le dire : il faut {n} semaines dures avec charge et répétitions.",
  },
  "review.rose": "Cela a monté jusqu’à la fin, semaine {n} (séries par semaine : {m}).",
  "review.oneWeek":
    "Cela a monté jusqu’à la semaine {n} (séries par semaine : {m}) ; une semaine sans hausse peut être un mauvais jour.",
  "review.stopped":
    "Cela a monté jusqu’à la semaine {n} (séries par semaine : {m}), et plus dans les {k} semaines suivantes.",
  "landmark.mev":
    "Ce par quoi le bloc a commencé a réussi pour {muscleFor} (séries par semaine : {n}).",
  "landmark.mrv":
    "Du maximum qui a été fait, il n’y a pas eu de récupération pour {muscleFor} (séries par semaine : {n}).",
  "landmark.targetDown":
    "Pour {muscleFor}, la hausse s’est arrêtée sous l’objectif (séries par semaine : {n}).",
  "landmark.targetUp":
    "Pour {muscleFor}, cela montait encore à l’objectif (séries par semaine : {n}).",
  "next.same": "Il recommence avec les mêmes séries.",
  "next.fewer":
    "Il n’a pas récupéré à la fin, donc il commence avec 1 série de moins par semaine.",
  "next.more":
    "Il a progressé jusqu’à la fin, donc il commence avec 1 série de plus par semaine.",
  "next.rest":
    "Il était prioritaire dans ce bloc, donc c’est le tour d’un autre muscle.",
  "next.turn":
    "De ceux qui n’étaient pas prioritaires, c’est lui qui a le moins progressé : c’est son tour.",
  "next.program": "Ton programme le prévoit ainsi.",
  "next.pain": "Il a fait mal à une articulation.",
  "next.stale": "Il n’a pas progressé dans ce bloc ni dans celui d’avant.",
  "next.replaced": "Un autre exercice prend sa place.",
  "next.noOther": "Aucun autre exercice ne convient, donc il reste pour l’instant.",
  "next.keptRose": "Il a progressé de {n} %, donc il reste.",
  "next.kept": "Rien ne s’y oppose, donc il reste.",
} satisfies Partial<Reasons["texts"]>;
