import type { Reasons } from "../shape.ts";

/** Why sets move within a week, and what follows a block. */
export const weeks = {
  "moved.skipped": {
    one: "{n} serie viene del entrenamiento que saltaste.",
    other: "{n} series vienen del entrenamiento que saltaste.",
  },
  "moved.skipped.one": "1 serie viene del entrenamiento que saltaste.",
  "moved.short": {
    one: "{n} serie viene del entrenamiento que acortaste.",
    other: "{n} series vienen del entrenamiento que acortaste.",
  },
  "moved.short.one": "1 serie viene del entrenamiento que acortaste.",
  "short.out": {
    one: "Se deja fuera para caber en {n} minuto: es lo que menos aportaría a esta semana.",
    other:
      "Se deja fuera para caber en {n} minutos: es lo que menos aportaría a esta semana.",
  },
  "short.less": {
    one: "{n} serie menos para caber en {m} minutos: es lo que menos aportaría a esta semana.",
    other:
      "{n} series menos para caber en {m} minutos: es lo que menos aportaría a esta semana.",
  },
  "short.less.one": {
    one: "1 serie menos para caber en {n} minuto: es lo que menos aportaría a esta semana.",
    other:
      "1 serie menos para caber en {n} minutos: es lo que menos aportaría a esta semana.",
  },
  "moved.noPlace": {
    one: "{n} serie para {muscleFor} no encuentra sitio en esta semana, porque {cap}.",
    other:
      "{n} series para {muscleFor} no encuentran sitio en esta semana, porque {cap}.",
  },
  "moved.noPlace.one":
    "1 serie para {muscleFor} no encuentra sitio en esta semana, porque {cap}.",
  "review.unknown": {
    one: "Se ha anotado muy poco para saberlo: hace falta {n} semana dura con peso y repeticiones.",
    other:
      "Se ha anotado muy poco para saberlo: hacen falta {n} semanas duras con peso y repeticiones.",
  },
  "review.rose": "Subió hasta el final, la semana {n} (series por semana: {m}).",
  "review.oneWeek":
    "Subió hasta la semana {n} (series por semana: {m}); una semana sin subir puede ser un mal día.",
  "review.stopped":
    "Subió hasta la semana {n} (series por semana: {m}), y no en las {k} semanas siguientes.",
  "landmark.mev":
    "Aquello con lo que empezó el bloque le fue bien a {muscle} (series por semana: {n}).",
  "landmark.mrv":
    "De lo máximo que se hizo no hubo recuperación para {muscleFor} (series por semana: {n}).",
  "landmark.targetDown":
    "Para {muscleFor}, la subida terminó por debajo del objetivo (series por semana: {n}).",
  "landmark.targetUp":
    "Para {muscleFor} aún había subida en el objetivo (series por semana: {n}).",
  "next.same": "Empieza otra vez con las mismas series.",
  "next.fewer":
    "Al final no se recuperó, así que empieza con 1 serie menos por semana.",
  "next.more": "Subió hasta el final, así que empieza con 1 serie más por semana.",
  "next.rest": "En este bloque tuvo prioridad, así que le toca a otro músculo.",
  "next.turn": "De los que no tenían prioridad, es el que menos subió: le toca.",
  "next.program": "Así lo prevé tu programa.",
  "next.pain": "Hizo doler una articulación.",
  "next.stale": "No subió en este bloque ni en el anterior.",
  "next.replaced": "Otro ejercicio ocupa su lugar.",
  "next.noOther": "No encaja ningún otro ejercicio, así que de momento se queda.",
  "next.keptRose": "Subió un {n} %, así que se queda.",
  "next.kept": "Nada habla en contra, así que se queda.",
} satisfies Partial<Reasons["texts"]>;
