/** Clients of HelloTalk. */
import { randomUUID } from "node:crypto";

import { test as base, expect } from "./clients.ts";
import { Older, type OlderLook, type Told } from "./older.ts";

export class HelloTalk extends Older {
  constructor(
    url: string,
    readonly userId: string,
    options?: OlderLook,
  ) {
    super(`${url}/hellotalk`, options);
  }

  async joined(): Promise<this> {
    await this.connected();
    this.say("user:join", { userId: this.userId });
    await this.next("user:joined");
    return this;
  }

  /** Rings someone, who hears it, and returns the call's id. */
  async ring(other: HelloTalk): Promise<string> {
    this.say("call:initiate", { to: other.userId, callType: "video" });
    const [{ callId }] = await this.next("call:initiated");
    await other.next("call:incoming");
    return callId as string;
  }

  /** Rings someone who accepts. */
  async call(other: HelloTalk): Promise<string> {
    const callId = await this.ring(other);
    other.say("call:accept", { callId, from: this.userId });
    for (const one of [this, other]) await one.next("call:accepted");
    return callId;
  }

  /** What it is told that something went wrong, after nothing else. */
  async refused(name: string, ...args: unknown[]): Promise<string> {
    this.say(name, ...args);
    const told = await this.until("error");
    expect(told, `${name} is answered by nothing but its error`).toHaveLength(1);
    const [[, body]] = told as [Told];
    expect(Object.keys(body), "an error is a message and nothing else").toEqual(["message"]);
    return body.message as string;
  }

  /** What it heard before an answer that it asks for now. */
  async heardMeanwhile(): Promise<Told[]> {
    this.say("user:status", { userId: this.userId });
    return (await this.until("user:status")).slice(0, -1);
  }

  async status(userId: string): Promise<unknown> {
    this.say("user:status", { userId });
    return (await this.next("user:status"))[0];
  }
}

interface Fixtures {
  /** Connects someone who has not joined; disconnected with the test. */
  stranger: (userId?: string, options?: OlderLook) => Promise<HelloTalk>;
  /** Connects someone who joins. */
  user: (userId?: string, options?: OlderLook) => Promise<HelloTalk>;
}

export const test = base.extend<Fixtures>({
  stranger: async ({ hearthd }, use) => {
    const everyone: HelloTalk[] = [];
    await use(async (userId = randomUUID(), options) => {
      const one = new HelloTalk(hearthd.url, userId, options);
      everyone.push(one);
      return await one.connected();
    });
    for (const one of everyone) one.close();
  },
  user: async ({ stranger }, use) => {
    await use(async (...look) => await (await stranger(...look)).joined());
  },
});

export { expect };
