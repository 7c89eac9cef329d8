import { expect, test } from "../../support/callers.ts";
import type { Person } from "../../support/person.ts";

/** Each sees the other move and hears them. */
async function inCall(ada: Person, ben: Person): Promise<void> {
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await one.receivesFrom(1);
    await one.seesMoving(other.name);
  }
}

for (const dialect of ["twalky", "animo", "meetup"] as const) {
  test(`two pages of ${dialect} see and hear each other`, async ({ caller, code }) => {
    const to = code.replaceAll("-", "");
    await inCall(await caller(dialect, "Ada", to), await caller(dialect, "Ben", to));
  });
}

test("two pages of hellotalk see and hear each other", async ({ caller }) => {
  const ada = await caller("hellotalk", "Ada");
  await expect(ada.page).toHaveTitle("online");
  await inCall(ada, await caller("hellotalk", "Ben", "Ada"));
});

test("two pages of webrtc-chat see and hear each other, and write", async ({ caller, hearthd }) => {
  const api = `${hearthd.url}/webrtc-chat/api`;
  const signUp = async (username: string): Promise<string> => {
    const account = { username, email: `${username}@example.org`, password: "secret" };
    const { token } = await post(`${api}/auth/signup`, account);
    return token!;
  };
  const [one, two] = [await signUp("Ada"), await signUp("Ben")];
  const { _id: room } = await post(`${api}/rooms`, { name: "standup" }, one);
  const ada = await caller("webrtc-chat", "Ada", room, one);
  await expect(ada.page).toHaveTitle("in the room");
  const ben = await caller("webrtc-chat", "Ben", room, two);
  await inCall(ada, ben);
  await ben.say("hello");
  await expect(ada.page.getByText("Ben: hello")).toBeVisible();
});

async function post(url: string, body: object, token = ""): Promise<Record<string, string>> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
}
