import type { AlternativeShape } from "../api/client.ts";
import { server } from "./server.ts";

export type Swap = AlternativeShape;

const MOST = 5;

/** Return what can stand in for an exercise of a plan, best first; none offline. */
export async function swapsFor(
  exerciseId: number,
  besides: readonly number[],
): Promise<readonly Swap[]> {
  const answer = await server.call((api) =>
    api.GET("/api/v1/exercises/{exercise_id}/alternatives", {
      params: {
        path: { exercise_id: exerciseId },
        query: { besides: [...besides], limit: MOST },
      },
    }),
  );
  return answer.ok ? answer.data : [];
}
