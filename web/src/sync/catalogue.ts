import type { Api } from "../api/client.ts";
import { keepCatalogue, noted } from "../local/reading.ts";
import type { Store } from "../local/schema.ts";
import type { Exercise } from "../model/catalogue.ts";

const PAGE = 1000;

/**
 * Bring the catalogue on the device up to date, and say whether it changed.
 *
 * Rejects when it did not come; what is kept stays as it is then.
 */
export async function refreshCatalogue(store: Store, api: Api): Promise<boolean> {
  const tag = ((await noted(store, "catalogueTag")) as string | undefined) ?? "";
  const exercises: Exercise[] = [];
  let cursor: string | null = null;
  let first = "";
  do {
    const { data, response } = await page(api, cursor, cursor === null ? tag : "");
    if (response.status === 304) return false;
    if (!data) throw new Error(`the server answered ${String(response.status)}`);
    if (cursor === null) first = response.headers.get("etag") ?? "";
    exercises.push(...data.items.filter((one) => one.isSystem));
    cursor = data.nextCursor;
  } while (cursor !== null);
  await keepCatalogue(store, exercises, first);
  return true;
}

function page(api: Api, cursor: string | null, tag: string) {
  return api.GET("/api/v1/exercises", {
    params: { query: { limit: PAGE, ...(cursor !== null && { cursor }) } },
    ...(tag && { headers: { "If-None-Match": tag } }),
  });
}
