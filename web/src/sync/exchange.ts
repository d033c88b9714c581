import type { Api, PushAnswer } from "../api/client.ts";
import { session } from "../api/client.ts";
import type { Mutation } from "../model/mutations.ts";
import type { Reply } from "../local/device.ts";
import { replyOf } from "./reply.ts";

/** The version of the sync protocol that this app speaks. */
export const PROTOCOL = 1;

/** What the server said about a whole batch that it did not take. */
export interface Said {
  readonly title?: string;
  readonly field?: string;
  readonly rule?: string;
  readonly remedy?: string;
}

/** What came of one exchange with the server. */
export type Outcome =
  | { readonly kind: "answered"; readonly reply: Reply }
  | { readonly kind: "unreachable" }
  | { readonly kind: "failing"; readonly status: number; readonly said: Said }
  | { readonly kind: "signedOut" }
  | { readonly kind: "outdated" }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "startOver" };

export interface Batch {
  readonly userId: number;
  readonly deviceId: string;
  readonly cursor: string | null;
  readonly mutations: readonly Mutation[];
}

/** Send a batch, or only ask what has changed, and say what came of it. */
export async function exchange(api: Api, batch: Batch): Promise<Outcome> {
  try {
    const { data, error, response } = batch.mutations.length
      ? await push(api, batch)
      : await pull(api, batch.cursor);
    if (data) return { kind: "answered", reply: replyOf(data) };
    return await refused(response.status, error, batch.userId);
  } catch {
    return { kind: "unreachable" };
  }
}

function push(api: Api, batch: Batch) {
  return api.POST("/api/v1/sync", {
    params: { header: { "X-MetricGain-Protocol": PROTOCOL } },
    body: {
      deviceId: batch.deviceId,
      cursor: batch.cursor,
      mutations: batch.mutations.map(({ id, name, args, madeAt }) => ({
        id,
        name,
        args: args as unknown as Record<string, unknown>,
        madeAt,
      })),
    },
  }) as Promise<{ data?: PushAnswer; error?: unknown; response: Response }>;
}

function pull(api: Api, cursor: string | null) {
  return api.GET("/api/v1/sync", {
    params: {
      header: { "X-MetricGain-Protocol": PROTOCOL },
      query: cursor === null ? {} : { since: cursor },
    },
  });
}

async function refused(
  status: number,
  error: unknown,
  userId: number,
): Promise<Outcome> {
  const said = (error ?? {}) as Said;
  if (status === 401) return { kind: "signedOut" };
  if (status === 403) {
    const who = await session.look();
    if (who?.account.id !== userId) return { kind: "signedOut" };
  }
  if (status === 413) return { kind: "tooLarge" };
  if (status === 426) return { kind: "outdated" };
  if (/^(cursor|since)$/.test(said.field ?? "")) return { kind: "startOver" };
  return { kind: "failing", status, said };
}
