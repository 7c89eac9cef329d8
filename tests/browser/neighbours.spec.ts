import type { KnownHost } from "../../ui/src/protocol/KnownHost.ts";
import { faults } from "../support/axe.ts";
import { expect, test as base } from "../support/fixtures.ts";
import { Hearthd } from "../support/hearthd.ts";
import type { Person } from "../support/person.ts";

const test = base.extend<{ elsewhere: Hearthd }>({
  /** Another installation, which knows where the first one is. */
  elsewhere: async ({ hearthd }, use) => {
    const args = ["--server", `127.0.0.1:${hearthd.port}`];
    const elsewhere = await Hearthd.start({ name: "Ben's laptop", args });
    await use(elsewhere);
    await elsewhere.remove();
  },
});

/** Waits until the page at home, which asks for a name as well, is left. */
async function atTheDoorOf(code: string, { page }: Person): Promise<void> {
  await page.waitForURL(new RegExp(`/hosts/[a-z2-7]{16}/m/${code}$`));
}

test("someone comes from their own Hearth by the code alone, and is trusted from then on", async ({
  elsewhere,
  person,
}) => {
  const ada = await person("Ada");
  const code = await ada.newMeeting();
  await ada.join();

  const ben = await person("Ben", { baseURL: elsewhere.url });
  await ben.page.goto("/");
  await ben.textbox("Meeting code").fill("aaa-aaa-aaa");
  await ben.button("Join").click();
  await expect(ben.page.getByText("Nobody has the meeting")).toBeVisible();
  const tried = ben.page.getByText("What was tried").locator("..").getByRole("listitem");
  await expect(tried).not.toHaveCount(0);

  await ben.textbox("Meeting code").fill(code);
  await ben.button("Join").click();
  await atTheDoorOf(code, ben);
  await ben.textbox("Your name").fill("Ben");
  expect(await faults(ben), "the green room of a neighbour").toEqual([]);
  await ben.join();
  await ben.seesMoving("Ada");
  await ada.seesMoving("Ben");
  await ben.say("from another Hearth");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("from another Hearth")).toBeVisible();

  await ben.page.reload();
  await ben.isIn();
  await ben.seesMoving("Ada");
  await ben.button("Leave").click();
  await ben.page.goto("/settings/network");
  await expect(ben.page.getByText("Proved by the code of a meeting")).toBeVisible();
});

/** Shows computers that met without a code, as after a knock. */
async function metByChance({ page }: Person): Promise<void> {
  const names = ["Turtle", "Cactus", "Balloon", "Bell"];
  const symbols = names.map((name) => ({ picture: "🐢", name }));
  await page.route("**/api/hosts", async (route) => {
    const known = (await (await route.fetch()).json()) as KnownHost[];
    await route.fulfill({ json: known.map((it) => ({ ...it, trust: "notCompared", symbols })) });
  });
}

test("visitor and host see the symbols until they compare them", async ({ elsewhere, person }) => {
  const ada = await person("Ada");
  await metByChance(ada);
  const code = await ada.newMeeting();
  await ada.join();
  await ada.openPanel("People");
  await ada.page.getByRole("switch", { name: "Lobby" }).click();

  const ben = await person("Ben", { baseURL: elsewhere.url });
  await metByChance(ben);
  await ben.page.goto("/");
  await ben.textbox("Meeting code").fill(code);
  await ben.button("Join").click();
  await atTheDoorOf(code, ben);
  await ben.textbox("Your name").fill("Ben");
  await expect(ben.page.getByText("Symbols not yet compared")).toBeVisible();
  expect(await faults(ben), "the green room of someone not compared").toEqual([]);
  await ben.button("Ask to join").click();
  await expect(ben.page.getByText("Waiting to be let in")).toBeVisible();
  await expect(ben.page.getByText("Cactus")).toBeVisible();
  expect(await faults(ben), "waiting").toEqual([]);

  await expect(ada.page.getByText("Cactus").first()).toBeVisible();
  expect(await faults(ada), "the lobby").toEqual([]);
  await ada.button("Compare").first().click();
  await expect(ada.page.getByRole("dialog")).toContainText("Compare with");
  await ada.button("They match").click();
  await expect(ada.page.getByRole("dialog")).toHaveCount(0);
  await ada.button("Admit Ben").first().click();
  await ben.isIn();
});
