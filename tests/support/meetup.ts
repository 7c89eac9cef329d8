/** Clients of MeetUp. */
import { randomUUID } from "node:crypto";

import { test as base, expect } from "./clients.ts";
import { Older, type OlderLook, type Told } from "./older.ts";

export class MeetUp extends Older {
  constructor(
    url: string,
    readonly username: string,
    options?: OlderLook,
  ) {
    super(`${url}/meetup`, options);
  }

  get userId(): string {
    return `user-${this.username}`;
  }

  /** What it says of itself; more than the server asks for. */
  get user() {
    const { userId: id, username } = this;
    return { id, username, joinedAt: "1999-12-31T23:59:59.000Z", avatar: { color: "#0a0" } };
  }

  /** What others are told of it while it is online. */
  get listed() {
    const { userId: id, username } = this;
    const joinedAt: unknown = expect.stringMatching(/^20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    return { id, username, joinedAt };
  }

  async online(): Promise<this> {
    this.say("user-joined", this.user);
    await this.next("users-list");
    return this;
  }

  /** Calls others, and returns the call's id. */
  async start(others: MeetUp[] = [], callId: string = randomUUID()): Promise<string> {
    const participants = [this, ...others].map(({ user }) => user);
    this.say("start-call", { id: callId, initiator: this.user, participants, isVideo: true });
    await this.next("call-started");
    return callId;
  }

  async join(callId: string): Promise<void> {
    this.say("join-call", { callId, user: this.user });
    await this.next("call-participants");
  }

  /** What it heard before an answer that it asks for now. */
  async heardMeanwhile(): Promise<Told[]> {
    const callId = randomUUID();
    this.say("leave-call", { callId, userId: this.userId });
    const told = await this.until("call-left");
    expect(told.at(-1), "the last is the answer").toEqual(["call-left", { callId }]);
    return told.slice(0, -1);
  }
}

interface Fixtures {
  /** Connects someone who is not online yet; disconnected with the test. */
  stranger: (username: string, options?: OlderLook) => Promise<MeetUp>;
  /** Several who are online, and have heard of each other. */
  users: <const Names extends string[]>(
    ...names: Names
  ) => Promise<{ [Each in keyof Names]: MeetUp }>;
  /** A call of several, and its id. */
  call: <const Names extends string[]>(
    ...names: Names
  ) => Promise<{ callId: string; members: { [Each in keyof Names]: MeetUp } }>;
}

export const test = base.extend<Fixtures>({
  stranger: async ({ hearthd }, use) => {
    const everyone: MeetUp[] = [];
    await use(async (username, options) => {
      const one = new MeetUp(hearthd.url, username, options);
      everyone.push(one);
      return await one.connected();
    });
    for (const one of everyone) one.close();
  },
  users: async ({ stranger }, use) => {
    await use(async <const Names extends string[]>(...names: Names) => {
      const users: MeetUp[] = [];
      for (const name of names) users.push(await (await stranger(name)).online());
      for (const user of users) await user.heardMeanwhile();
      return users as { [Each in keyof Names]: MeetUp };
    });
  },
  call: async ({ users }, use) => {
    await use(async <const Names extends string[]>(...names: Names) => {
      const members = await users(...names);
      const [first, ...others] = members as [MeetUp, ...MeetUp[]];
      const callId = await first.start(others);
      for (const other of others) await other.join(callId);
      for (const member of members as MeetUp[]) await member.heardMeanwhile();
      return { callId, members };
    });
  },
});

export { expect };
