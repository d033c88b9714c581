import type { PullAnswer, PushAnswer } from "../api/client.ts";
import type { Reply } from "../local/device.ts";
import { KINDS } from "../local/schema.ts";
import type { RowRef } from "../model/effects/bag.ts";
import type { Deletion, Kind, Row } from "../model/rows.ts";

/** Return the server's answer as the device takes it in. */
export function replyOf(answer: PullAnswer | PushAnswer): Reply {
  const rows: Row[] = [];
  const deleted: RowRef[] = [];
  for (const change of answer.changes) {
    if (change.kind === "deleted") deleted.push(...refsOf(change));
    else rows.push(change);
  }
  return {
    results: "results" in answer ? answer.results : [],
    rows,
    deleted,
    cursor: answer.cursor,
    hasMore: answer.hasMore,
  };
}

/** A deleted set is also missing from its log, which comes along. */
function refsOf(deletion: Deletion): RowRef[] {
  if (!KINDS.includes(deletion.what as Kind)) return [];
  return [{ kind: deletion.what as Kind, key: deletion.id }];
}
