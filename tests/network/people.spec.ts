import { type Browser, chromium } from "@playwright/test";

import { faults } from "../support/axe.ts";
import type { Computer } from "../support/lan.ts";
import { Person } from "../support/person.ts";
import { expect, test as base } from "./network.ts";

const test = base.extend<{
  /** Someone at home at a computer on the network, with their Hearth in a browser. */
  person: (name: string, address: string) => Promise<Person>;
}>({
  person: async ({ lan, launchOptions }, use) => {
    const browsers: Browser[] = [];
    const open = async (computer: Computer) => {
      const executablePath = await computer.wrap(launchOptions.executablePath!);
      const browser = await chromium.launch({ ...launchOptions, executablePath });
      browsers.push(browser);
      return browser;
    };
    await use(async (name, address) => {
      const computer = await lan.computer(name.toLowerCase(), address);
      await computer.host({ name: `${name}'s laptop` });
      const look = { name, permissions: ["camera", "microphone"] };
      const person = await Person.open(await open(computer), "http://127.0.0.1:7466", look);
      await person.page.goto("/");
      await person.textbox("Your name").fill(name);
      return person;
    });
    await Promise.all(browsers.map((browser) => browser.close()));
  },
});

/** The names of the symbols that someone sees. */
async function symbols({ page }: Person): Promise<string[]> {
  const shown = page.getByRole("list", { name: "Symbols" }).first().getByRole("listitem");
  await expect(shown).toHaveCount(4);
  return shown.allInnerTexts();
}

test("one click asks into a meeting nearby, and both see the same symbols", async ({ person }) => {
  const ada = await person("Ada", "10.7.0.1/24");
  const ben = await person("Ben", "10.7.0.2/24");
  const code = await ada.newMeeting();
  await ada.join();
  await ben.button(`Ask to join Ada's meeting, ${code.slice(0, 3)}`).click();
  await ben.textbox("Your name").fill("Ben");
  await ben.button("Ask to join").click();
  await expect(ben.page.getByText("Waiting to be let in")).toBeVisible();
  await expect(ben.page.getByText(code), "nobody has told them the code").toHaveCount(0);

  await ada.openPanel("People");
  expect(await symbols(ada)).toEqual(await symbols(ben));
  expect(await faults(ada)).toEqual([]);
  await ada.button("Compare").first().click();
  await ada.button("They match").click();
  await ada.button("Admit Ben").first().click();
  await ben.isIn();
  await ben.seesMoving("Ada");
  await ada.seesMoving("Ben");
});

test("people ring each other, and see each other move", async ({ person }) => {
  const ada = await person("Ada", "10.7.0.1/24");
  const ben = await person("Ben", "10.7.0.2/24");

  await ben.button("Ring Ada with voice").click();
  const rung = ada.page.getByRole("alertdialog", { name: "Ben", exact: true });
  await expect(rung).toBeVisible();
  await ben.button("Cancel").click();
  await expect(rung).toHaveCount(0);
  await expect(ada.button("Call back Ben")).toBeVisible();

  await ben.button("Ring Ada with video").click();
  await ada.button("Decline").click();
  await expect(ben.page.getByText("Ada declined.")).toBeVisible();
  await ben.button("Close").click();

  await ada.button("Call back Ben").click();
  await ben.button("Accept with video").click();
  await Promise.all([ada.isIn(), ben.isIn()]);
  await ada.button("Turn camera on").click();
  await ada.seesMoving("Ben");
  await ben.seesMoving("Ada");
});
