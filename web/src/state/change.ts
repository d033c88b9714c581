import { record } from "../local/device.ts";
import { touchedBy } from "../model/effects.ts";
import type { Mutation, MutationArgs, MutationName } from "../model/mutations.ts";
import { t } from "../messages/index.svelte.ts";
import { moment, newId } from "./clock.svelte.ts";
import { home } from "./home.ts";
import { outbox } from "./outbox.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { toasts } from "./toasts.svelte.ts";

/** The device could not keep a change; it was undone and the lifter told. */
export class LocalWriteFailed extends Error {}

const SEND_AFTER_MS = 400;
let sending: ReturnType<typeof setTimeout> | undefined;

/**
 * Do something: it shows at once, is durable on this device when this resolves, and
 * goes to the server when it can be reached. Rejects with LocalWriteFailed.
 */
export async function change<N extends MutationName>(
  name: N,
  args: MutationArgs[N],
): Promise<void> {
  const plain = JSON.parse(JSON.stringify(args)) as MutationArgs[N];
  const mutation = { id: newId(), name, args: plain, madeAt: moment() } as Mutation;
  const { store, tabs, sender } = home();
  const refs = touchedBy(mutation);
  const kept = rows.begin(mutation);
  try {
    await record(store, mutation);
  } catch (error) {
    await kept();
    await rows.look(refs);
    toasts.say(t("write.failed"), { kind: "error" });
    throw new LocalWriteFailed(String(error));
  }
  await kept();
  tabs.tell({ kind: "rows", refs });
  await outbox.look();
  clearTimeout(sending);
  sending = setTimeout(() => void sender.kick(), SEND_AFTER_MS);
}
