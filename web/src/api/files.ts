import type { ImportFileShape, ImportOrder, ImportReview, Problem } from "./schema.ts";
import { session } from "./session.ts";

/** How long a large file may take on its way, or its review. */
const PATIENCE_MS = 300_000;

export interface Taken<T> {
  readonly data?: T;
  readonly error?: Problem;
  readonly response: Response;
}

/** Send a file that is to be imported. */
export function sendFile(file: File): Promise<Taken<ImportFileShape>> {
  const name = encodeURIComponent(file.name.slice(-255));
  return patiently(
    `/api/v1/import-files?fileName=${name}`,
    file,
    "application/octet-stream",
  );
}

/** Ask what files would bring. */
export function reviewFiles(order: ImportOrder): Promise<Taken<ImportReview>> {
  return patiently("/api/v1/imports/review", JSON.stringify(order), "application/json");
}

/** Follow a job by the events of the server; `onend` when there will be no more. */
export function jobEvents(
  id: string,
  onjob: (text: string) => void,
  onend: () => void,
): () => void {
  const events = new EventSource(`/api/v1/jobs/${id}/events`);
  events.addEventListener("job", (event: MessageEvent<string>) => onjob(event.data));
  events.addEventListener("error", () => {
    events.close();
    onend();
  });
  return () => events.close();
}

async function patiently<T>(
  path: string,
  body: BodyInit,
  type: string,
): Promise<Taken<T>> {
  const token = await session.csrf();
  const response = await fetch(path, {
    method: "POST",
    body,
    headers: { "Content-Type": type, ...(token ? { "X-CSRF-Token": token } : {}) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer: unknown = await response.json().catch(() => null);
  return response.ok
    ? { data: answer as T, response }
    : { error: answer as Problem, response };
}
