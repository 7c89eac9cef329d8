import { expect, test } from "../../support/callers.ts";
import type { Person } from "../../support/person.ts";

const orders = [
  ["hearth", "twalky", "animo"],
  ["animo", "twalky", "hearth"],
  ["twalky", "hearth", "animo"],
  ["animo", "meetup", "hearth"],
] as const;

for (const order of orders) {
  test(`the mixed meeting, coming as ${order.join(", ")}`, async ({ caller, code, person }) => {
    const people: Person[] = [];
    for (const kind of order) {
      if (kind === "hearth") {
        const native = await person("hearth");
        await native.goTo(code);
        await native.join();
        people.push(native);
      } else {
        people.push(await caller(kind, kind, code.replaceAll("-", "")));
      }
      await people.at(-1)!.sees(...order.slice(0, people.length));
    }
    for (const one of people) {
      await one.receivesFrom(2);
      for (const name of order) await one.seesMoving(name);
    }

    // MeetUp has no chat.
    const writers = people.filter(({ name }) => name !== "meetup");
    await writers.find(({ name }) => name === "hearth")!.openPanel("Chat");
    for (const speaker of writers) {
      await speaker.say(`hello from ${speaker.name}`);
      for (const one of writers) {
        await expect(one.page.getByText(`hello from ${speaker.name}`).first()).toBeVisible();
      }
    }
  });
}

test("who reloads Hearth's page is seen and heard again by clients of older systems", async ({
  caller,
  code,
  person,
}) => {
  const native = await person("hearth");
  await native.goTo(code);
  await native.join();
  const others: Person[] = [];
  for (const kind of ["twalky", "animo"] as const) {
    others.push(await caller(kind, kind, code.replaceAll("-", "")));
    await native.seesMoving(kind);
  }
  await native.page.reload();
  await native.isIn();
  for (const other of others) {
    await native.seesMoving(other.name);
    await other.seesMoving("hearth");
    await other.receivesFrom(2);
  }
});
