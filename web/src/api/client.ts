import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.ts";
import { PATIENCE_MS, session } from "./session.ts";

export { session } from "./session.ts";

export type Api = Client<paths>;
export type * from "./schema.ts";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const CSRF_HEADER = "X-CSRF-Token";

/** Return a client of the HTTP API that gives up after 15 seconds without an answer. */
export function apiClient(): Api {
  const client = createClient<paths>({ baseUrl: "/", fetch: patiently });
  client.use({
    async onRequest({ request }) {
      if (!UNSAFE.has(request.method) || isAtTheDoor(request)) return undefined;
      const token = await session.csrf();
      if (token) request.headers.set(CSRF_HEADER, token);
      return request;
    },
  });
  return client;
}

/** Requests that need no session, so that nobody is asked who is signed in. */
function isAtTheDoor(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return (
    request.method === "POST" &&
    /^\/api\/v1\/(session|session\/(link|passkey|provider)(\/(options|login))?|accounts)$/.test(
      pathname,
    )
  );
}

/** Fetch; a token of an older session is asked for anew once. */
async function patiently(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.status !== 403 || !request.headers.has(CSRF_HEADER)) return answer;
  const problem = (await answer
    .clone()
    .json()
    .catch(() => null)) as {
    field?: string;
  } | null;
  if (problem?.field !== CSRF_HEADER) return answer;
  session.take(null);
  const token = await session.csrf();
  if (!token) return answer;
  again.headers.set(CSRF_HEADER, token);
  return fetch(again, { signal: AbortSignal.timeout(PATIENCE_MS) });
}
