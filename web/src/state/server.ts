import type { Api } from "../api/client.ts";
import type { Saying } from "./sayings.ts";

/** What a server says when it refuses (RFC 9457, with the field and the rule). */
export interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly field?: string;
  readonly rule?: string;
  readonly remedy?: string;
}

/** A refusal as it came, and as it is said to the person. */
export interface Told extends Problem {
  readonly said: Saying;
}

export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      /** Whether no answer came at all. */
      readonly offline: boolean;
      readonly status: number;
      readonly problem: Told | null;
    };

interface Fetched<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What needs the network. */
class Server {
  #api: Promise<Api> | null = null;

  /** Return the client of the API, which is not among what the first screen loads. */
  async api(): Promise<Api> {
    this.#api ??= import("../api/client.ts").then((module) => module.apiClient());
    try {
      return await this.#api;
    } catch (error) {
      this.#api = null;
      throw error;
    }
  }

  /** Ask the server; never rejects. */
  async call<T>(ask: (api: Api) => Promise<Fetched<T>>): Promise<Answer<T>> {
    try {
      const { data, error, response } = await ask(await this.api());
      if (response.ok) return { ok: true, data: data as T };
      const problem = await toldOf(error);
      return { ok: false, offline: false, status: response.status, problem };
    } catch {
      return { ok: false, offline: true, status: 0, problem: null };
    }
  }
}

/** Return what a server's answer says; null if it is no problem as we know them. */
async function toldOf(error: unknown): Promise<Told | null> {
  if (typeof error !== "object" || error === null || !("title" in error)) return null;
  const problem = error as Problem;
  const { toldRefusal } = await import("./refusalSayings.ts");
  return { ...problem, said: await toldRefusal(problem) };
}

export const server = new Server();
