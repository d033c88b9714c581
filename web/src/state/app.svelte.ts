import type { AccountShape, SessionShape } from "../api/client.ts";
import { session } from "../api/session.ts";
import { askToPersist, forgetUser, openForUser } from "../local/open.ts";
import { noted } from "../local/reading.ts";
import { browserSettings, remember } from "../local/settings.ts";
import { Tabs } from "../local/tabs.ts";
import type { Language } from "../messages/index.svelte.ts";
import { LANGUAGES, languageOf, speech } from "../messages/index.svelte.ts";
import { dayIn } from "../model/past/zones.ts";
import type { WeightUnit } from "../model/rows.ts";
import type { Listener, SyncState } from "../sync/sender.ts";
import { clock, newId, rememberMoment } from "./clock.svelte.ts";
import { enterHome, homeIfAny, leaveHome } from "./home.ts";
import { Lacking } from "./lacking.ts";
import { outbox } from "./outbox.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { Sending } from "./sending.ts";
import { server } from "./server.ts";
import { toasts } from "./toasts.svelte.ts";

export interface Account {
  readonly id: number;
  readonly email: string | null;
  readonly fullName: string | null;
  readonly isAdmin: boolean;
}

/** Who uses the app on this device, how it looks, and how it stands with the server. */
class App {
  status = $state<"starting" | "signedOut" | "ready">("starting");
  account = $state.raw<Account | null>(null);
  storage = $state<"kept" | "memory">("kept");
  settings = $state.raw(browserSettings(newId));
  syncState = $state<SyncState>("sending");
  lastAnsweredAt = $state<string | null>(null);
  /** Whether what the phone needs first has arrived at least once. */
  isFirstDone = $state(false);

  readonly sync = $derived({
    state: this.syncState,
    waiting: outbox.entries.length,
    refused: outbox.refused.length,
    lastAnsweredAt: this.lastAnsweredAt,
    firstDone: this.isFirstDone,
  });
  /** The day that it is for the lifter (ISO); looked up each second, changed at midnight. */
  readonly today: string = $derived(
    dayIn(rows.preferences?.timezone ?? browserZone(), clock.now.toISOString()),
  );
  readonly theme = $derived(this.settings.theme);
  readonly unit: WeightUnit = $derived(
    rows.preferences?.weightUnit === "lb" ? "lb" : "kg",
  );
  readonly language: Language = $derived(speech.language);
  /** The language with the person's region, for numbers and days. */
  readonly locale: string = $derived(speech.locale);

  constructor() {
    const kick = () => {
      if (!document.hidden) void this.syncNow();
    };
    addEventListener("online", kick);
    document.addEventListener("visibilitychange", kick);
    // What waits in memory goes with the page: the browser asks whether that is meant.
    addEventListener("beforeunload", (event) => {
      if (this.storage === "memory" && outbox.entries.length > 0)
        event.preventDefault();
    });
  }

  get now(): Date {
    return clock.now;
  }

  /** Open what this device knows; the server is asked afterwards. */
  async start(): Promise<void> {
    await this.#speakFirst();
    this.#showTheme();
    const { userId, email, fullName, isAdmin } = this.settings;
    if (userId !== null) {
      await this.#open({ id: userId, email, fullName, isAdmin });
      return;
    }
    // Asking for a session that is not there is an error, and browsers note errors.
    const here = await server.call((api) => api.GET("/api/v1/installation"));
    const isIn = here.ok && here.data.isSignedIn;
    const found = isIn ? await session.look().catch(() => null) : null;
    if (found) await this.enter(found);
    else this.status = "signedOut";
  }

  /** Go in as the account of a session that has just begun. */
  async enter({ account, csrfToken }: SessionShape): Promise<void> {
    session.take(csrfToken);
    const who = accountOf(account);
    const here = homeIfAny();
    this.save({
      userId: who.id,
      email: who.email,
      fullName: who.fullName,
      isAdmin: who.isAdmin,
    });
    if (here?.userId === who.id) {
      this.account = who;
      await this.syncNow();
      return;
    }
    if (here) this.#close();
    await this.#open(who);
  }

  /** Sign out; what waits for the server stays on the device for the next time. */
  async signOut(): Promise<void> {
    await this.syncNow();
    await server.call((api) => api.DELETE("/api/v1/session"));
    const here = homeIfAny();
    const isEmpty = outbox.entries.length === 0 && outbox.refused.length === 0;
    here?.tabs.tell({ kind: "signedOut" });
    this.forget();
    if (here && isEmpty) forgetUser(here.userId);
  }

  /** Show nobody's data any more. */
  forget(): void {
    this.#close();
    session.take(null);
    this.save({ userId: null, email: null, fullName: null, isAdmin: false });
    this.status = "signedOut";
  }

  async syncNow(): Promise<void> {
    await homeIfAny()?.sender.kick();
  }

  say(
    text: string,
    how: { readonly undo?: () => void; readonly kind?: "info" | "error" } = {},
  ): void {
    toasts.say(text, how);
  }

  /** Remember settings of this browser. */
  save(some: Partial<typeof this.settings>): void {
    this.settings = { ...this.settings, ...some };
    remember(this.settings);
    this.#showTheme();
  }

  async speak(language: Language): Promise<void> {
    this.save({ language });
    await speech.speak(language);
  }

  async #open(account: Account): Promise<void> {
    const { store, isKept } = await openForUser(account.id, () => {
      location.reload();
    });
    this.storage = isKept ? "kept" : "memory";
    const tabs = new Tabs(account.id, (news) => {
      if (news.kind === "signedOut") this.forget();
      else if (news.kind === "rows") void rows.look(news.refs);
      else void rows.reload();
      void outbox.look();
    });
    const who = { userId: account.id, deviceId: this.settings.deviceId };
    const sender = new Sending(async () => {
      const [{ Sender }, api] = await Promise.all([
        import("../sync/sender.ts"),
        server.api(),
      ]);
      return new Sender(store, api, who, listener);
    });
    let lacking: Lacking | null = null;
    const listener: Listener = {
      onstate: (state) => {
        this.syncState = state;
        if (state === "idle" || state === "failing") void lacking?.bring();
      },
      onrows: async (changed, isLast) => {
        const refs = changed.map((one) => one.ref);
        await rows.look(refs);
        // Only now: there is no block only where none is shown.
        this.isFirstDone ||= isLast || changed.length > 0;
        tabs.tell({ kind: "rows", refs });
        await outbox.look();
        if (isLast) this.lastAnsweredAt = new Date().toISOString();
      },
      onstartover: () => rows.reload(),
    };
    const here = { userId: account.id, store, tabs, sender };
    enterHome(here);
    const [whole, answeredAt, cursor] = await Promise.all([
      rows.open(store),
      noted(store, "answeredAt"),
      noted(store, "cursor"),
      outbox.look(),
    ]);
    for (const entry of outbox.entries) rememberMoment(entry.madeAt);
    this.lastAnsweredAt = (answeredAt as string | undefined) ?? null;
    this.isFirstDone = cursor !== undefined;
    this.account = account;
    this.status = "ready";
    performance.mark("ready");
    void whole().then(() => {
      lacking = new Lacking(here);
      void askToPersist();
      void this.syncNow();
    });
  }

  #close(): void {
    const here = leaveHome();
    here?.sender.stop();
    here?.tabs.close();
    here?.store.close();
    rows.close();
    outbox.empty();
    this.account = null;
  }

  async #speakFirst(): Promise<void> {
    const known = LANGUAGES.find((one) => one === this.settings.language);
    await speech.speak(known ?? languageOf(navigator.languages));
  }

  #showTheme(): void {
    if (this.settings.theme === "system")
      delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = this.settings.theme;
  }
}

function accountOf(shape: AccountShape): Account {
  return {
    id: shape.id,
    email: shape.email,
    fullName: shape.fullName,
    isAdmin: shape.isAdmin,
  };
}

/** Return the time zone of the browser, as an IANA name. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

export const app = new App();
