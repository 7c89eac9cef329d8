/** The pictures of docs/guide.md, all from one meeting. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { Folder, card, offer } from "../support/files.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";
import { drawnCamera, drawnScreen } from "../support/portrait.ts";
import { keepPicture } from "../support/webp.ts";

const folder = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const look = { viewport: { width: 1120, height: 680 }, colorScheme: "light" } as const;

async function take({ page }: Person, name: string): Promise<void> {
  await expect(page.locator(".notices p")).toHaveCount(0);
  await keepPicture(page, `${folder}${name}.webp`);
}

test("what the guide tells of", async ({ person }) => {
  // Four pages encode and decode one another.
  test.setTimeout(900_000);
  await mkdir(folder, { recursive: true });
  const people: Person[] = [];
  for (const [i, name] of ["Ada", "Ben", "Cleo", "Dora"].entries()) {
    const someone = await person(name, look);
    await someone.context.addInitScript(drawnCamera, 20 + i * 85);
    await someone.context.addInitScript(drawnScreen);
    await someone.context.addInitScript(knowsThatMuted);
    people.push(someone);
  }
  const [ada, ben, cleo, dora] = people as [Person, Person, Person, Person];

  const code = await ada.newMeeting();
  await ada.seesThemselves();
  await take(ada, "green-room");
  await ada.join();
  for (const someone of [ben, cleo, dora]) {
    await someone.goTo(code);
    await someone.join();
  }
  await ada.receivesFrom(3);
  // Their microphones beep.
  for (const someone of [ada, cleo, dora]) await someone.button("Mute microphone").click();
  for (const name of ["Ben", "Cleo", "Dora"]) await ada.seesMoving(name);
  await cleo.button("Raise hand").click();
  await expect(ada.tile("Cleo").getByLabel("Hand raised")).toBeVisible();
  await take(ada, "grid");

  await ben.button("More").click();
  await ben.page.getByRole("menuitem", { name: "Type captions" }).click();
  await ben.textbox("Caption").fill("Dora says that the kitchen gets the morning sun.");
  await ben.page.keyboard.press("Enter");
  await ben.page.keyboard.type("Cleo would like to say something, too");
  await expect(ada.page.getByText("Cleo would like")).toBeVisible();
  await take(ada, "captions");
  await ben.button("Stop typing captions").click();

  await dora.button("Share screen").click();
  const screen = ada.page.getByRole("figure", { name: "Dora’s screen" }).locator("video");
  await expect
    .poll(() => screen.evaluate((it) => (it as HTMLVideoElement).videoWidth))
    .toBeGreaterThan(900);
  await take(ada, "screen");

  await ben.say("The plan: **ground floor**, second draft");
  await dora.say("- kitchen to the *east*\n- study beside it");
  await ada.openPanel("Chat");
  await ada.button("Reply to Dora").click();
  await ada.say("And the hall?");
  await expect(ada.page.getByText("And the hall?")).toBeVisible();
  await take(ada, "chat");

  const files = await Folder.make();
  await offer(ben, (await files.random("Ground floor.pdf", 1)).path);
  await expect(card(ada, "Ground floor.pdf")).toBeVisible();
  await take(ada, "files");
  await files.remove();

  await ada.button("Chat").click();
  await ada.page.keyboard.press("q");
  await ada.button("Ask something").click();
  const form = ada.page.getByRole("dialog", { name: "Ask something" });
  await form.getByLabel("Question").fill("When do we meet again?");
  await form.getByLabel("Choice 1").fill("Tuesday");
  await form.getByLabel("Choice 2").fill("Thursday");
  await form.getByRole("button", { name: "Ask everyone" }).click();
  for (const [someone, day] of [
    [ben, "Thursday"],
    [cleo, "Tuesday"],
    [dora, "Thursday"],
  ] as const) {
    await someone.button("Vote").click();
    await someone.page.getByRole("radio", { name: day }).check();
  }
  await expect(ada.page.getByText("3 have voted")).toBeVisible();
  await take(ada, "poll");

  await ada.openPanel("Notes");
  await ada
    .textbox("Shared notes")
    .fill("# Ground floor\n\n- kitchen to the east\n- ask about the hall\n\nNext: Thursday, 10:00");
  await take(ada, "notes");

  await ada.openPanel("People");
  await take(ada, "people");

  for (const someone of [ben, cleo, dora]) await someone.button("Leave").click();
  await ada.sees_not("Ben");
  await ada.page.goto(`/history/${code}`);
  await expect(ada.page.getByText("And the hall?")).toBeVisible();
  await take(ada, "history");
  await ada.page.goto("/settings/network");
  await expect(ada.page.getByRole("heading", { level: 1 })).toHaveText("Network and servers");
  await take(ada, "network");
});

/** Runs in the page: microphones of tests beep all the time, and who is muted would be told. */
function knowsThatMuted(): void {
  const key = "hearth.preferences";
  localStorage.setItem(key, localStorage.getItem(key) ?? JSON.stringify({ mutedHint: false }));
}
