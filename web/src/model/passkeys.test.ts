import { expect, test } from "vitest";
import { bytesOf, optionsToEnter, optionsToMake, textOf } from "./passkeys.ts";

test("bytes of any value survive base64url", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
  expect([...bytesOf(textOf(bytes.buffer))]).toEqual([...bytes]);
  expect(textOf(bytes.buffer)).not.toMatch(/[+/=]/);
});

test("what is asked for a new passkey has bytes where browsers want bytes", () => {
  const options = optionsToMake(
    JSON.stringify({
      challenge: "AQI",
      rp: { id: "localhost", name: "MetricGain" },
      user: { id: "Nw", name: "sam@example.org", displayName: "sam" },
      excludeCredentials: [{ id: "AwQ", type: "public-key" }],
    }),
  );
  expect([...new Uint8Array(options.challenge as ArrayBuffer)]).toEqual([1, 2]);
  expect([...new Uint8Array(options.user.id as ArrayBuffer)]).toEqual([55]);
  expect(options.user.name).toBe("sam@example.org");
  expect(options.excludeCredentials).toHaveLength(1);
});

test("what is asked to sign in keeps its host", () => {
  const options = optionsToEnter(
    '{"challenge":"AQI","rpId":"localhost","userVerification":"required","timeout":60000}',
  );
  expect(options.rpId).toBe("localhost");
});
