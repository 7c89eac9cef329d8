import { type Client, allOn, everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

const MEMBERS = 100;
const WAITING = 50;
const OBSERVERS = 100;
const MEETINGS = 1000;

test("a meeting holds a hundred, and the next one waits outside", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const others = await crowd(client, MEMBERS - 1);
  await Promise.all(others.map((other, i) => other.join(code, `Person ${i}`)));

  const late = await client();
  await late.must({ type: "enter", code });
  expect((await late.next("roster")).participants).toHaveLength(MEMBERS);
  const join = { type: "join", name: "Late", media: allOn } as const;
  expect(await late.refused(join)).toBe("full");
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  await late.must(join);
  expect(await ada.refused({ type: "admit", who: late.you })).toBe("full");
  expect(await ada.refused({ type: "admitAll" })).toBe("full");

  await ada.say("can everyone hear me?");
  await Promise.all(others.map((other) => other.next("said")));
  await others[0]!.must({ type: "leave" });
  await ada.must({ type: "admit", who: late.you });
  expect((await late.next("welcome")).participants).toHaveLength(MEMBERS);
});

test("a lobby holds fifty, and a door a hundred", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  const waiting = await crowd(client, WAITING);
  await Promise.all(waiting.map((each, i) => each.knock(code, `Person ${i}`)));
  const looking = await crowd(client, OBSERVERS);
  await Promise.all(looking.map((each) => each.must({ type: "enter", code })));

  const late = await client();
  expect(await late.refused({ type: "enter", code })).toBe("too_many_observers");
  const join = { type: "join", name: "Late", media: allOn } as const;
  expect(await looking[0]!.refused(join)).toBe("lobby_full");
  await ada.must({ type: "deny", who: waiting[0]!.you });
  await looking[0]!.must(join);
  await looking[0]!.next("waiting");
  await late.must({ type: "enter", code });
});

test("a server runs only so many meetings at once", async ({ client, hearthd }) => {
  const token = guestToken();
  const codes: string[] = [];
  for (let street = 1; codes.length < MEETINGS + 1; street++) {
    const asking = { token, body: {}, localAddress: `127.0.0.${street}` };
    const made = Array.from({ length: 59 }, async () => {
      const { body } = await rest<{ code: string }>(hearthd.url, "POST", "/meetings", asking);
      return body.code;
    });
    codes.push(...(await Promise.all(made)));
  }
  const enter = async (some: string[]) => {
    const visitor = await client();
    for (const code of some) {
      await visitor.must({ type: "enter", code });
      await visitor.must({ type: "leave" });
    }
  };
  const shares = Array.from({ length: 10 }, (_, i) => codes.slice(i * 100, (i + 1) * 100));
  await Promise.all(shares.map(enter));
  const late = await client();
  expect(await late.refused({ type: "enter", code: codes[MEETINGS]! })).toBe("unavailable");
  await late.must({ type: "enter", code: codes[0]! });
});

async function crowd(client: () => Promise<Client>, size: number): Promise<Client[]> {
  return await Promise.all(Array.from({ length: size }, () => client()));
}
