import type {
  EventShape,
  NewTotpShape,
  PasskeyShape,
  ProviderShape,
  SecondFactorShape,
} from "../api/client.ts";
import { makePasskey } from "./passkeyHere.ts";
import { isDone } from "./refusal.ts";
import { type Answer, server } from "./server.ts";

type Stage = "asking" | "known" | "offline";
interface Proof {
  readonly password?: string;
}

function stageOf(answer: Answer<unknown>): Stage {
  return answer.ok ? "known" : "offline";
}

/** The password, asked for only when the server wants it again. */
class Prover {
  isNeeded = $state(false);
  password = $state("");

  get body(): Proof {
    return this.password ? { password: this.password } : {};
  }

  /** Take an answer; what is refused for want of a password asks for it. */
  passes<T>(answer: Answer<T>): answer is Extract<Answer<T>, { readonly ok: true }> {
    const wantsIt = !answer.ok && answer.problem?.field === "password";
    if (wantsIt && !this.isNeeded) {
      this.isNeeded = true;
      return false;
    }
    if (answer.ok) [this.isNeeded, this.password] = [false, ""];
    return isDone(answer);
  }
}

/** The authenticator app that guards the account. */
export class SecondFactor {
  readonly proof = new Prover();
  stage = $state<Stage>("asking");
  standing = $state.raw<SecondFactorShape | null>(null);
  /** What the app has to scan, while it is being set up. */
  begun = $state.raw<NewTotpShape | null>(null);
  /** Recovery codes that were just made; they are shown once. */
  codes = $state.raw<readonly string[]>([]);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/account/second-factor"));
    if (answer.ok) this.standing = answer.data;
    this.stage = stageOf(answer);
  }

  async begin(): Promise<void> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/totp", { body: this.proof.body }),
    );
    if (this.proof.passes(answer)) this.begun = answer.data;
  }

  async confirm(code: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.PUT("/api/v1/account/totp", { body: { code } }),
    );
    if (!isDone(answer)) return false;
    this.begun = null;
    this.codes = answer.data.codes;
    await this.ask();
    return true;
  }

  async newCodes(): Promise<void> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/recovery-codes", { body: this.proof.body }),
    );
    if (!this.proof.passes(answer)) return;
    this.codes = answer.data.codes;
    await this.ask();
  }

  async turnOff(): Promise<boolean> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/totp/remove", { body: this.proof.body }),
    );
    if (!this.proof.passes(answer)) return false;
    this.codes = [];
    await this.ask();
    return true;
  }
}

/** The passkeys of the account. */
export class Passkeys {
  readonly proof = new Prover();
  stage = $state<Stage>("asking");
  mayAdd = $state(false);
  passkeys = $state.raw<readonly PasskeyShape[]>([]);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/account/passkeys"));
    if (answer.ok) {
      this.passkeys = answer.data.passkeys;
      this.mayAdd = answer.data.mayAdd;
    }
    this.stage = stageOf(answer);
  }

  /** Make a passkey on this device; returns whether there is one more. */
  async add(name: string): Promise<boolean> {
    const asked = await server.call((api) =>
      api.POST("/api/v1/account/passkeys/options", { body: this.proof.body }),
    );
    if (!this.proof.passes(asked)) return false;
    const credential = await makePasskey(asked.data.options);
    if (!credential) return false;
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/passkeys", { body: { credential, name } }),
    );
    if (!isDone(answer)) return false;
    this.passkeys = [answer.data, ...this.passkeys];
    return true;
  }

  async rename(id: string, name: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.PATCH("/api/v1/account/passkeys/{passkey_id}", {
        params: { path: { passkey_id: id } },
        body: { name },
      }),
    );
    if (!isDone(answer)) return false;
    this.passkeys = this.passkeys.map((one) => (one.id === id ? answer.data : one));
    return true;
  }

  async remove(id: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/passkeys/{passkey_id}/remove", {
        params: { path: { passkey_id: id } },
        body: this.proof.body,
      }),
    );
    if (!this.proof.passes(answer)) return false;
    this.passkeys = this.passkeys.filter((one) => one.id !== id);
    return true;
  }
}

/** The link to the identity provider of the installation. */
export class ProviderLink {
  readonly proof = new Prover();
  standing = $state.raw<ProviderShape | null>(null);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/account/provider"));
    if (answer.ok) this.standing = answer.data;
  }

  /** Go to the provider; it leads back to the sign-in screen, which ends the matter. */
  async link(): Promise<void> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/provider/login", { body: this.proof.body }),
    );
    if (this.proof.passes(answer)) location.assign(answer.data.address);
  }

  async unlink(): Promise<boolean> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/account/provider/remove", { body: this.proof.body }),
    );
    if (!this.proof.passes(answer)) return false;
    await this.ask();
    return true;
  }
}

const MOST = 100;

/** What happened to the account. */
export class Activity {
  stage = $state<Stage>("asking");
  events = $state.raw<readonly EventShape[]>([]);
  hasMore = $state(false);

  async ask(): Promise<void> {
    const before = this.events.at(-1)?.id;
    const answer = await server.call((api) =>
      api.GET("/api/v1/account/events", {
        params: { query: before ? { before } : {} },
      }),
    );
    if (answer.ok) {
      this.events = [...this.events, ...answer.data.events];
      this.hasMore = answer.data.events.length === MOST;
    }
    this.stage = stageOf(answer);
  }
}
