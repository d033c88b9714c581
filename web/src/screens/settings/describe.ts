import { t } from "../../messages/index.svelte.ts";
import type { OwnGym } from "../../model/rows.ts";
import { change } from "../../state/change.ts";
import { newId } from "../../state/clock.svelte.ts";

type Equipment = OwnGym["equipment"];

/** Say what a gym has; without a gym the first one is made, and chosen. */
export async function describe(
  gym: OwnGym | null,
  equipment: Equipment | null,
): Promise<void> {
  if (gym) await keepGym({ ...gym, equipment: equipment ?? {} });
  else if (equipment) await addGym(t("gyms.first"), equipment);
}

/** Keep the name and the equipment of a gym, also without a network. */
export async function keepGym({ id, name, equipment }: OwnGym): Promise<void> {
  await change("saveGym", { id, name, equipment }).catch(() => undefined);
}

/** Make a gym and train there from now on. */
export async function addGym(name: string, equipment: Equipment = {}): Promise<void> {
  const id = newId();
  await change("saveGym", { id, name, equipment }).catch(() => undefined);
  await change("savePreferences", { gymId: id }).catch(() => undefined);
}
