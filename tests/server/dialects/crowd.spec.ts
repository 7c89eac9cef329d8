/** Many clients of several kinds, who come and go at random. */
import { expect, test } from "@playwright/test";

import { Client, guestToken } from "../../support/client.ts";
import { Dice } from "../../support/dice.ts";
import { Hearthd } from "../../support/hearthd.ts";
import { Older } from "../../support/older.ts";
import { metric, newMeeting } from "../../support/rest.ts";

const CLIENTS = 200;
const MEETINGS = 10;
const DEEDS = 20;

/** Someone of any kind, and who they believe is in. */
interface Someone {
  join(code: string): Promise<void>;
  leave(): Promise<void>;
  /** The names of everyone in, oneself included. */
  names(): string[];
  close(): void;
}

class Animo implements Someone {
  #client: Older;
  #names = new Map<string, string>();

  constructor(
    readonly url: string,
    readonly name: string,
  ) {
    this.#client = this.#open();
  }

  #open(): Older {
    const client = new Older(`${this.url}/animo`);
    client.socket.on("user-joined", ({ namesMap }: { namesMap: Record<string, string> }) => {
      this.#names = new Map(Object.entries(namesMap));
    });
    client.socket.on("user-left", (id: string) => this.#names.delete(id));
    return client;
  }

  async join(code: string): Promise<void> {
    await this.#client.connected();
    const media = { audioEnabled: true, audioAvailable: true };
    const video = { videoEnabled: true, videoAvailable: true };
    this.#client.say("join-call", {
      roomID: code,
      username: this.name,
      name: this.name,
      ...media,
      ...video,
    });
    await this.#client.next("user-joined");
  }

  leave(): Promise<void> {
    this.#client.say("leave-call");
    this.#client.close();
    this.#client = this.#open();
    return Promise.resolve();
  }

  names(): string[] {
    return [...this.#names.values()];
  }

  close(): void {
    this.#client.close();
  }
}

class Twalky implements Someone {
  readonly #client: Older;
  #own = {};
  #names: string[] = [];

  constructor(
    url: string,
    readonly name: string,
  ) {
    this.#client = new Older(`${url}/twalky`);
    this.#client.socket.on(
      "session-info",
      ({ participant }: { participant: { name: string }[] }) => {
        this.#names = participant.map(({ name }) => name);
      },
    );
  }

  async join(code: string): Promise<void> {
    await this.#client.connected();
    this.#own = { sessionId: code, userId: this.name };
    const state = { photo: null, micOn: true, videoOn: true };
    this.#client.say("join-session", { ...this.#own, name: this.name, ...state });
    await this.#client.next("session-info");
  }

  leave(): Promise<void> {
    this.#client.say("toggle-mute", this.#own);
    this.#client.say("hang-up");
    return Promise.resolve();
  }

  names(): string[] {
    return this.#names;
  }

  close(): void {
    this.#client.close();
  }
}

class Native implements Someone {
  readonly #client: Client;
  #names = new Map<number, string>();

  constructor(
    url: string,
    readonly name: string,
  ) {
    this.#client = new Client(url);
    this.#client.socket.on("event", (_: number, event: Client["heard"][number]["event"]) => {
      if (event.type === "welcome") {
        this.#names = new Map(event.participants.map(({ id, name }) => [id, name]));
      } else if (event.type === "joined") {
        this.#names.set(event.participant.id, event.participant.name);
      } else if (event.type === "left") {
        this.#names.delete(event.who);
      }
    });
  }

  async join(code: string): Promise<void> {
    await this.#client.connected();
    await this.#client.join(code, this.name);
  }

  async leave(): Promise<void> {
    await this.#client.must({ type: "leave" });
  }

  names(): string[] {
    return [...this.#names.values()];
  }

  close(): void {
    this.#client.close();
  }
}

test("200 clients come and go at random, and in the end all agree on who is in", async () => {
  test.setTimeout(240_000);
  const hearthd = await Hearthd.start();
  try {
    const codes: string[] = [];
    for (let i = 0; i < MEETINGS; i++) {
      codes.push((await newMeeting(hearthd.url, guestToken())).replaceAll("-", ""));
    }
    const kinds = [Animo, Twalky, Native];
    const ends = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, i) => {
        const dice = new Dice(i);
        const someone: Someone = new kinds[i % kinds.length]!(hearthd.url, `n${i}`);
        let code: string | null = null;
        for (let deed = 0; deed < DEEDS; deed++) {
          if (code !== null) await someone.leave();
          code = dice.roll() < 0.8 ? dice.pick(codes) : null;
          if (code !== null) await someone.join(code);
        }
        return { name: `n${i}`, someone, code };
      }),
    );
    for (const code of codes) {
      const inside = ends.filter((end) => end.code === code);
      const names = inside.map(({ name }) => name).toSorted();
      for (const { someone, name } of inside) {
        await expect.poll(() => someone.names().toSorted(), `as ${name} sees it`).toEqual(names);
      }
    }
    for (const { someone } of ends) someone.close();
    await expect.poll(() => metric(hearthd.url, "hearth_sockets")).toBe(0);
    await expect
      .poll(() => metric(hearthd.url, "hearth_meetings"), { timeout: 120_000, intervals: [1000] })
      .toBe(0);
  } finally {
    await hearthd.remove();
  }
});
