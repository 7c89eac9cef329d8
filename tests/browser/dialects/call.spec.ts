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
