/** Clients of WebRTC chat, who have accounts. */
import { randomUUID } from "node:crypto";

import { test as base, expect } from "./clients.ts";
import { older } from "./older-rest.ts";
import { Older, type OlderLook, type Told } from "./older.ts";

export interface Account {
  token: string;
  userId: string;
  username: string;
}

export class WebRtcChat extends Older {
  /** A room in which nobody else is. */
  #own = "";

  constructor(
    readonly url: string,
    readonly account: Account,
    options?: OlderLook,
  ) {
    super(`${url}/webrtc-chat`, { auth: { token: account.token }, ...options });
  }

  get userId(): string {
    return this.account.userId;
  }

  /** How others are told of it. */
  get user() {
    const { userId, username } = this.account;
    return { userId, username };
  }

  async ask(method: string, path: string, body?: object): Promise<any> {
    const sent = { token: this.account.token, ...(body && { body }) };
    const answer = await older(`${this.url}/webrtc-chat`, method, `/api${path}`, sent);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async newRoom(): Promise<string> {
    const room = await this.ask("POST", "/rooms", { name: randomUUID() });
    return room._id as string;
  }

  join(roomId: string): void {
    this.say("join-room", { roomId, username: this.account.username });
  }

  async joined(roomId: string): Promise<this> {
    this.join(roomId);
    await this.next("room-participants");
    return this;
  }

  /** What it heard before an answer that it asks for now. */
  async heardMeanwhile(): Promise<Told[]> {
    const told: Told[] = [];
    if (this.#own === "") {
      this.#own = await this.newRoom();
      this.join(this.#own);
      told.push(...(await this.#told("room-participants", { participants: [this.userId] })));
    }
    const content = randomUUID();
    this.say("send-message", { roomId: this.#own, content });
    return told.concat(await this.#told("new-message", expect.objectContaining({ content })));
  }

  async #told(name: string, last: unknown): Promise<Told[]> {
    const told = await this.until(name);
    expect(told.at(-1), "the last is the answer").toEqual([name, last]);
    return told.slice(0, -1);
  }
}

interface Fixtures {
  /** Connects someone, with an account that is made when they first come. */
  user: (username: string, options?: OlderLook) => Promise<WebRtcChat>;
  /** A room with several in it, who have heard of each other. */
  room: <const Names extends string[]>(
    ...names: Names
  ) => Promise<{ roomId: string; members: { [Each in keyof Names]: WebRtcChat } }>;
}

export const test = base.extend<Fixtures>({
  user: async ({ hearthd }, use) => {
    const accounts = new Map<string, Account>();
    const everyone: WebRtcChat[] = [];
    await use(async (username, options) => {
      const account = accounts.get(username) ?? (await signUp(hearthd.url, username));
      accounts.set(username, account);
      const one = new WebRtcChat(hearthd.url, account, options);
      everyone.push(one);
      return await one.connected();
    });
    for (const one of everyone) one.close();
  },
  room: async ({ user }, use) => {
    await use(async <const Names extends string[]>(...names: Names) => {
      const members: WebRtcChat[] = [];
      let roomId = "";
      for (const name of names) {
        const member = await user(name);
        await member.heardMeanwhile();
        roomId ||= await member.newRoom();
        members.push(await member.joined(roomId));
      }
      for (const member of members) await member.heardMeanwhile();
      return { roomId, members: members as { [Each in keyof Names]: WebRtcChat } };
    });
  },
});

export async function signUp(url: string, username: string): Promise<Account> {
  const body = { username, email: `${username.toLowerCase()}@example.org`, password: "secret" };
  const answer = await older(`${url}/webrtc-chat`, "POST", "/api/auth/signup", { body });
  if (answer.status !== 201) throw new Error(`no account: ${JSON.stringify(answer.body)}`);
  return { token: answer.body.token, userId: answer.body.user.id, username };
}

export { expect };
