import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rest } from "./en/rest.ts";
import de from "./exercises/de.json";
import es from "./exercises/es.json";
import fr from "./exercises/fr.json";
import pt from "./exercises/pt.json";

const DATA = join(import.meta.dirname, "../../../src/metricgain/catalogue/data");

function filesOf(folder: string): string[] {
  return readdirSync(join(DATA, folder))
    .filter((file) => file.endsWith(".toml"))
    .map((file) => readFileSync(join(DATA, folder, file), "utf-8"));
}

const exercises = filesOf("exercises").flatMap((text) =>
  [...text.matchAll(/^id = (\d+)\nname = "(.+)"$/gm)].map(([, id, name]) => [id, name]),
);

describe.each(Object.entries({ de, es, fr, pt }))(
  "the names of exercises in %s",
  (_, names: Readonly<Record<string, string>>) => {
    it("are there for every exercise of the catalogue, and for nothing else", () => {
      expect(exercises.length).toBeGreaterThan(400);
      expect(Object.keys(names).sort()).toEqual(exercises.map(([id]) => id).sort());
    });

    it("tell the exercises apart", () => {
      const all = Object.values(names).map((name) => name.toLowerCase());
      expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([]);
      expect(all.filter((name) => name.trim() !== name || name === "")).toEqual([]);
    });
  },
);

it("has the texts of the built-in templates as the server has them", () => {
  const said = new Map<string, unknown>(Object.entries(rest));
  const found = filesOf("templates").flatMap((text) => {
    const of = (field: string) =>
      [...text.matchAll(new RegExp(`^${field} = "(.+)"$`, "gm"))].map(
        ([, value]) => value ?? "",
      );
    const [id = ""] = of("id");
    const [name = "", ...days] = of("name");
    return [
      [`template.${id}`, name],
      [`template.${id}.text`, of("description")[0] ?? ""],
      ...days.map((day) => [`templateDay.${day}`, day]),
    ] as [string, string][];
  });
  expect(found.length).toBeGreaterThan(50);
  expect(found.map(([key]) => [key, said.get(key)])).toEqual(found);
  const keys = [...said.keys()].filter((key) => /^template(Day)?\./.test(key));
  expect(keys.sort()).toEqual([...new Set(found.map(([key]) => key))].sort());
});
