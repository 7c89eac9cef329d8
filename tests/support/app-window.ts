/** The desktop app's window, played by a browser without WebRTC whose shell does as a test says. */
import { type Browser, type Page, expect } from "@playwright/test";

import { Waiting } from "./waiting.ts";
import { Person } from "./person.ts";

/** What the page has asked of the shell. */
interface Asked {
  command: string;
  given: Record<string, unknown>;
}

const settings = {
  startAtLogin: false,
  startHidden: false,
  muteShortcut: null,
  notifications: true,
};

export class AppWindow {
  readonly #asked: Asked[] = [];
  readonly #waiting = new Waiting();
  /** What opening the browser is refused with; null if it opens. */
  refusal: string | null = null;
  #settings: Record<string, unknown> = settings;

  private constructor(readonly person: Person) {}

  static async open(browser: Browser, baseURL: string, name: string): Promise<AppWindow> {
    const person = await Person.open(browser, baseURL, { name });
    const window = new AppWindow(person);
    await person.context.exposeFunction("askShell", (command: string, given: Asked["given"]) =>
      window.#hear({ command, given }),
    );
    await person.context.addInitScript(pretend);
    return window;
  }

  get page(): Page {
    return this.person.page;
  }

  /** Starts for the first time, and tells the name. */
  async begin(): Promise<void> {
    await this.page.goto("/");
    await this.person.textbox("Your name").fill(this.person.name);
    await this.person.button("Begin").click();
    await expect(this.person.button("New meeting")).toBeVisible();
  }

  /** Waits until the page has asked the shell for this, and takes it. */
  async asked(command: string): Promise<Record<string, unknown>> {
    return await this.#waiting.for(
      () => {
        const place = this.#asked.findIndex((it) => it.command === command);
        return place < 0 ? undefined : this.#asked.splice(place, 1)[0]!.given;
      },
      () => `the page did not ask the shell to ${command}`,
    );
  }

  /** The address that the browser is to open. */
  async opened(): Promise<string> {
    return (await this.asked("open_in_browser"))["url"] as string;
  }

  /** The shell tells something. */
  async tell(event: string, payload: unknown): Promise<void> {
    await this.page.evaluate(
      ([event, payload]) =>
        (window as unknown as { tellPage: (event: string, payload: unknown) => void }).tellPage(
          event as string,
          payload,
        ),
      [event, payload] as const,
    );
  }

  #hear({ command, given }: Asked): unknown {
    this.#asked.push({ command, given });
    this.#waiting.wake();
    switch (command) {
      case "open_in_browser":
        if (this.refusal !== null) throw new Error(this.refusal);
        return null;
      case "change_desktop_settings":
        this.#settings = { ...this.#settings, ...(given["change"] as object) };
        return this.#settings;
      case "desktop_settings":
        return this.#settings;
      default:
        return null;
    }
  }
}

/** In the page: no WebRTC, and Tauri's way to the shell. */
function pretend(): void {
  type Shell = (command: string, given: unknown) => Promise<unknown>;
  const page = window as unknown as Record<string, unknown>;
  delete page["RTCPeerConnection"];
  const callbacks: ((event: unknown) => void)[] = [];
  const heard: Record<string, number[]> = {};
  page["__TAURI_INTERNALS__"] = {
    transformCallback: (callback: (event: unknown) => void) => callbacks.push(callback) - 1,
    invoke: async (command: string, given: { event: string; handler: number }) => {
      if (command !== "plugin:event|listen") {
        return await (page["askShell"] as Shell)(command, given ?? {}).catch((error: Error) => {
          throw error.message;
        });
      }
      (heard[given.event] ??= []).push(given.handler);
      return given.handler;
    },
  };
  page["tellPage"] = (event: string, payload: unknown) => {
    for (const id of heard[event] ?? []) callbacks[id]?.({ event, id, payload });
  };
}
