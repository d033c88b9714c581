import { expect, test } from "vitest";
import { refusalToText } from "./problem.ts";

const title = "A value breaks a rule";

test.each([
  [{ title }, "A value breaks a rule."],
  [{ title, rule: "this is not your password" }, "This is not your password."],
  [
    { title, field: "durationWeeks", rule: "3 to 7", remedy: "Pick another." },
    "3 to 7. Pick another.",
  ],
  [
    { title, field: "Push: Squat", rule: "An exercise comes once per workout." },
    "Push: Squat: An exercise comes once per workout.",
  ],
  [{ title, detail: "id: taken" }, "Id: taken."],
])("%o reads %s", (refusal, text) => {
  expect(refusalToText(refusal)).toBe(text);
});
