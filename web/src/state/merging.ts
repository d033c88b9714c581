import type { MergedShape } from "../api/client.ts";
import { app } from "./app.svelte.ts";
import { type Answer, server } from "./server.ts";

/**
 * Give the whole history of an own exercise to another one.
 *
 * What was logged with it and still waits on this device goes to the server first, and
 * what changed there comes back at once.
 */
export async function mergeExercises(
  exerciseId: number,
  into: number,
): Promise<Answer<MergedShape>> {
  await app.syncNow();
  const answer = await server.call((api) =>
    api.POST("/api/v1/exercises/{exercise_id}/merge", {
      params: { path: { exercise_id: exerciseId } },
      body: { into },
    }),
  );
  if (answer.ok) await app.syncNow();
  return answer;
}
