/** Ids that the device draws. `crypto.randomUUID` is missing on plain http. */

const OWNER_FACTOR = 2 ** 22;
const SET_IDS = 2 ** 31 - 1;

/** Return a UUIDv7: 48 bits of milliseconds, then chance. */
export function uuid7(now: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random.subarray(0, 16));
  const time = Math.max(0, Math.floor(now));
  for (let place = 0; place < 6; place += 1) {
    bytes[place] = Math.floor(time / 2 ** (8 * (5 - place))) & 0xff;
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** Return a set id from 1 to 2,147,483,647 from 32 random bits. */
export function setId(random: number): number {
  return (random % SET_IDS) + 1;
}

/** Return the id of an exercise of a user's own from 32 random bits. */
export function exerciseId(userId: number, random: number): number {
  return userId * OWNER_FACTOR + 1 + (random % (OWNER_FACTOR - 1));
}
