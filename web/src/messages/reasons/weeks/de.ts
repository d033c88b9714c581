import type { Reasons } from "../shape.ts";

/** Why sets move within a week, and what follows a block. */
export const weeks = {
  "moved.skipped": {
    one: "{n} Satz kommt aus dem Training, das du ausgelassen hast.",
    other: "{n} Sätze kommen aus dem Training, das du ausgelassen hast.",
  },
  "moved.skipped.one": "1 Satz kommt aus dem Training, das du ausgelassen hast.",
  "moved.short": {
    one: "{n} Satz kommt aus dem Training, das du gekürzt hast.",
    other: "{n} Sätze kommen aus dem Training, das du gekürzt hast.",
  },
  "moved.short.one": "1 Satz kommt aus dem Training, das du gekürzt hast.",
  "short.out": {
    one: "Weggelassen, damit es in {n} Minute passt: Sie brächte dieser Woche am wenigsten.",
    other:
      "Weggelassen, damit es in {n} Minuten passt: Sie brächte dieser Woche am wenigsten.",
  },
  "short.less": {
    one: "{n} Satz weniger, damit es in {m} Minuten passt: Er brächte dieser Woche am wenigsten.",
    other:
      "{n} Sätze weniger, damit es in {m} Minuten passt: Sie brächten dieser Woche am wenigsten.",
  },
  "short.less.one": {
    one: "1 Satz weniger, damit es in {n} Minute passt: Er brächte dieser Woche am wenigsten.",
    other:
      "1 Satz weniger, damit es in {n} Minuten passt: Er brächte dieser Woche am wenigsten.",
  },
  "moved.noPlace": {
    one: "{n} Satz für {muscleFor} findet in dieser Woche keinen Platz, denn {cap}.",
    other: "{n} Sätze für {muscleFor} finden in dieser Woche keinen Platz, denn {cap}.",
  },
  "moved.noPlace.one":
    "1 Satz für {muscleFor} findet in dieser Woche keinen Platz, denn {cap}.",
  "review.unknown": {
    one: "Es ist zu wenig eingetragen, um es zu sagen: Dazu braucht es {n} harte Woche mit Gewicht und Wiederholungen.",
    other:
      "Es ist zu wenig eingetragen, um es zu sagen: Dazu braucht es {n} harte Wochen mit Gewicht und Wiederholungen.",
  },
  "review.rose": "Es stieg bis zum Ende, Woche {n} (Sätze pro Woche: {m}).",
  "review.oneWeek":
    "Es stieg bis Woche {n} (Sätze pro Woche: {m}); eine Woche ohne Anstieg kann ein schlechter Tag sein.",
  "review.stopped":
    "Es stieg bis Woche {n} (Sätze pro Woche: {m}) und in den {k} Wochen danach nicht mehr.",
  "landmark.mev": "Womit der Block begann, tat {muscleFor} gut (Sätze pro Woche: {n}).",
  "landmark.mrv":
    "Vom Meisten, das getan wurde, gab es für {muscleFor} keine Erholung (Sätze pro Woche: {n}).",
  "landmark.targetDown":
    "Für {muscleFor} endete der Anstieg unter dem Ziel (Sätze pro Woche: {n}).",
  "landmark.targetUp":
    "Für {muscleFor} ging es am Ziel noch aufwärts (Sätze pro Woche: {n}).",
  "next.same": "Der Muskel beginnt wieder mit denselben Sätzen.",
  "next.fewer":
    "Am Ende gab es keine Erholung mehr, also beginnt der Muskel mit 1 Satz pro Woche weniger.",
  "next.more":
    "Es stieg bis zum Ende, also beginnt der Muskel mit 1 Satz pro Woche mehr.",
  "next.rest":
    "Er war in diesem Block betont, also ist ein anderer Muskel an der Reihe.",
  "next.turn":
    "Von denen, die nicht betont waren, stieg er am wenigsten: Jetzt ist er dran.",
  "next.program": "So plant es dein Programm.",
  "next.pain": "Ein Gelenk tat dabei weh.",
  "next.stale": "In diesem Block und dem davor stieg sie nicht.",
  "next.replaced": "Eine andere Übung tritt an ihre Stelle.",
  "next.noOther": "Keine andere Übung passt, also bleibt sie vorerst.",
  "next.keptRose": "Sie stieg um {n} %, also bleibt sie.",
  "next.kept": "Nichts spricht dagegen, also bleibt sie.",
} satisfies Partial<Reasons["texts"]>;
