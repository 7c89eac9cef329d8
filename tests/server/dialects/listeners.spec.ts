/** A dialect at an address of its own: for clients whose URL cannot carry a path. */
import { createServer } from "node:net";
import { once } from "node:events";

import { expect, test } from "@playwright/test";

import { Hearthd } from "../../support/hearthd.ts";
import { Older } from "../../support/older.ts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

test("each dialect has its REST and its sockets at the root of its own listener", async () => {
  const names = ["twalky", "meetup", "webrtc-chat", "animo", "hellotalk"];
  const ports = await Promise.all(names.map(freePort));
  const at = (name: string) => `http://127.0.0.1:${ports[names.indexOf(name)]}`;
  const args = names.flatMap((name) => ["--dialect", `${name}=${new URL(at(name)).host}`]);
  const hearthd = await Hearthd.start({ args });
  try {
    const get = async (name: string, path: string) => await fetch(`${at(name)}${path}`);
    const { sessionId } = (await (await get("twalky", "/create-session/")).json()) as {
      sessionId: string;
    };
    expect(await (await get("meetup", "/")).json()).toEqual({
      message: "MeetUp Backend Server is running!",
      onlineUsers: 0,
      activeCalls: 0,
    });
    expect(await (await get("webrtc-chat", "/health")).json()).toEqual({
      status: "ok",
      message: "Server is running",
    });
    expect(await (await get("animo", "/")).text()).toBe("I am home");

    const ada = await new Older(at("twalky")).connected();
    ada.say("prepare-session", { sessionId, userId: "ada" });
    expect(await ada.next("session-info")).toEqual([{ participant: [] }]);
    const ben = await new Older(`${hearthd.url}/twalky`).connected();
    const state = { photo: null, micOn: true, videoOn: true };
    ben.say("join-session", { sessionId, userId: "ben", name: "Ben", ...state });
    await ada.next("new-participant");
    const cleo = await new Older(at("hellotalk")).connected();
    cleo.say("user:join", { userId: "cleo" });
    await cleo.next("user:joined");
    await expect(new Older(`${at("animo")}/twalky`).connected()).rejects.toThrow(
      "Invalid namespace",
    );
    for (const client of [ada, ben, cleo]) client.close();
  } finally {
    await hearthd.remove();
  }
});

test("a dialect that there is not is refused on the command line", async () => {
  for (const dialect of ["klingon=127.0.0.1:0", "twalky", "twalky=here", "=127.0.0.1:0"]) {
    await expect(Hearthd.start({ args: ["--dialect", dialect] })).rejects.toThrow("--dialect");
  }
});
