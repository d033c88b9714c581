import { expect, it } from "vitest";
import { ReasonReader } from "./reasons.ts";

const reader = new ReasonReader({
  sentences: {
    judged: "{clauses}, so {due}.",
    from: "From {load} x {n} on {day}.",
    about: "Your sets show about {number} kg: {load}.",
    cap: "Nothing changes for now, because {cap}.",
    less: "Trains {muscles} as well, but not {muscles}.",
  },
  parts: {
    clauses: { hit: "you hit your targets", sore: "{muscle} came in still sore" },
    due: { stay: "the sets stay as they are", more: "{n} more sets are due" },
    change: {},
    start: {},
    cap: { emphasis: "the emphasis on your {muscle} is {emphasis}" },
  },
  muscles: ["back", "upper back", "chest"],
});

it("takes numbers, loads and days out of a sentence", () => {
  expect(reader.read("From 42.5 kg x 8 on 3 June 2026.")).toEqual([
    {
      key: "from",
      values: [
        { name: "load", weight: 42.5, unit: "kg" },
        { name: "n", number: 8 },
        { name: "day", day: "2026-06-03" },
      ],
    },
  ]);
});

it("takes clauses apart, whether a capital or a small letter begins them", () => {
  const [said] =
    reader.read(
      "Upper back came in still sore and you hit your targets, so 2 more sets are due.",
    ) ?? [];

  expect(said).toEqual({
    key: "judged",
    values: [
      {
        name: "clauses",
        said: [
          { key: "sore", values: [{ name: "muscle", words: ["upper back"] }] },
          { key: "hit", values: [] },
        ],
      },
      {
        name: "due",
        said: [{ key: "more", values: [{ name: "n", number: 2 }] }],
      },
    ],
  });
});

it("reads several sentences, and a list of muscles", () => {
  const said = reader.read(
    "Your sets show about 101.5 kg: 95 lb. Trains back, chest and upper back as well, but not chest.",
  );

  expect(said?.map((one) => one.key)).toEqual(["about", "less"]);
  expect(said?.[1]?.values).toEqual([
    { name: "muscles", words: ["back", "chest", "upper back"] },
    { name: "muscles", words: ["chest"] },
  ]);
});

it.each([
  "",
  "The moon was full, so the sets stay as they are.",
  "You hit your targets, so the moon is full.",
  "From 42.5 stone x 8 on 3 June 2026.",
  "From 42.5 kg x 8 on 3 Smarch 2026.",
  "Nothing changes for now, because the emphasis on your elbow is grow.",
  "You hit your targets, so 2 more sets are due. And more.",
])("does not pretend to know %j", (text) => {
  expect(reader.read(text)).toBeNull();
});
