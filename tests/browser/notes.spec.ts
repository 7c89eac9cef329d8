import { readFile } from "node:fs/promises";

import type { Locator } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

const page = (person: Person): Locator => person.textbox("Shared notes");

/** Where the caret is among the letters. */
async function caret(person: Person): Promise<string> {
  return await page(person).evaluate((it) => {
    const { value, selectionEnd } = it as HTMLTextAreaElement;
    return `${value.slice(0, selectionEnd)}|${value.slice(selectionEnd)}`;
  });
}

test("several write one page, and find it again", async ({ meeting, person }) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = [people[0]!, people[1]!];

  // What others write is marked, and there when one looks.
  await ada.page.locator("body").press("n");
  await expect(page(ada)).toBeFocused();
  await page(ada).pressSequentially("Agenda\n\n1. Cake");
  await expect(ben.button("Notes")).toHaveAccessibleDescription(/^Others changed the notes/);
  await ben.openPanel("Notes");
  await expect(page(ben)).toHaveValue("Agenda\n\n1. Cake");

  // Both write at once, and each caret stays with its letters.
  await page(ben).press("ControlOrMeta+End");
  await Promise.all([
    (async () => {
      await page(ada).press("ControlOrMeta+Home");
      await page(ada).pressSequentially("The ");
    })(),
    page(ben).pressSequentially("\n2. Tea, please"),
  ]);
  const text = "The Agenda\n\n1. Cake\n2. Tea, please";
  for (const one of [ada, ben]) await expect(page(one)).toHaveValue(text);
  expect(await caret(ada)).toBe(`The |${text.slice(4)}`);
  expect(await caret(ben)).toBe(`${text}|`);
  await page(ben).pressSequentially("!");
  await expect(ada.page.getByText("Ben is writing …")).toBeVisible();
  await expect(page(ada)).toHaveValue(`${text}!`);

  // One undoes what one wrote, and not what others did.
  await page(ada).press("ControlOrMeta+z");
  await expect(page(ben)).toHaveValue(`${text.slice(4)}!`);
  await page(ada).press("ControlOrMeta+Shift+z");
  await expect(page(ben)).toHaveValue(`${text}!`);
  expect(await faults(ada)).toEqual([]);

  // Who comes later, and who comes again, have all of it.
  const cleo = await person("Cleo");
  await cleo.goTo(code);
  await cleo.join();
  await cleo.openPanel("Notes");
  await expect(page(cleo)).toHaveValue(`${text}!`);
  await cleo.page.reload();
  await cleo.isIn();
  await cleo.openPanel("Notes");
  await page(cleo).press("ControlOrMeta+End");
  await page(cleo).pressSequentially("\n**Decided:** Monday");
  await expect(page(ada)).toHaveValue(`${text}!\n**Decided:** Monday`);

  // As one reads it, and to keep.
  await ada.button("Preview").click();
  await expect(ada.page.locator("strong", { hasText: "Decided:" })).toBeVisible();
  expect(await faults(ada)).toEqual([]);
  const download = ada.page.waitForEvent("download");
  await ada.button("Save as Markdown").click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`hearth-${code}.md`);
  expect(await readFile(await file.path(), "utf8")).toBe(`${text}!\n**Decided:** Monday`);

  // The history has them, and is searched for them.
  await ada.button("Leave").click();
  await ada.page.goto("/history");
  await ada.page.getByRole("searchbox").fill("decided monday");
  await ada.page.getByRole("link", { name: /Ada.*Ben/ }).click();
  await expect(ada.page.getByRole("heading", { name: "Notes" })).toBeVisible();
  await expect(ada.page.locator("strong", { hasText: "Decided:" })).toBeVisible();
  expect(await faults(ada)).toEqual([]);
});

test("what cannot be in the notes goes back, and what can is not lost", async ({
  hearthd,
  meeting,
}) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = [people[0]!, people[1]!];
  for (const one of [ada, ben]) await one.openPanel("Notes");
  await page(ada).fill("Short.");
  await expect(page(ben)).toHaveValue("Short.");

  // What is refused goes back, and it is said why.
  await page(ada).fill("x".repeat(70_000));
  await expect(ada.page.getByRole("alert")).toContainText("This was too much at once");
  await expect(page(ada)).toHaveValue("Short.");
  await page(ada).fill("Shorter.");
  await expect(page(ben)).toHaveValue("Shorter.");
  await expect(ada.page.getByRole("alert")).toHaveCount(0);

  // An input method composes in peace.
  const session = await ada.page.context().newCDPSession(ada.page);
  await page(ada).press("ControlOrMeta+End");
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await page(ben).press("ControlOrMeta+Home");
  await page(ben).pressSequentially("Ben: ");
  await expect(ada.page.getByText("Ben is writing …")).toBeVisible();
  await expect(page(ada)).toHaveValue("Shorter.に");
  await session.send("Input.insertText", { text: "日本" });
  const text = "Ben: Shorter.日本";
  for (const one of [ada, ben]) await expect(page(one)).toHaveValue(text);
  expect(await caret(ada)).toBe(`${text}|`);

  // Who may not write reads along.
  const allow = async () => {
    await ada.openPanel("People");
    await ada.page.getByRole("switch", { name: "Write in the notes" }).click();
  };
  await allow();
  await expect(page(ben)).toHaveAttribute("readonly", "");
  await expect(ben.page.getByText("The host lets only hosts write here.")).toBeVisible();
  await ada.openPanel("Notes");
  await page(ada).press("ControlOrMeta+End");
  await page(ada).pressSequentially(" Done.");
  await expect(page(ben)).toHaveValue(`${text} Done.`);
  await allow();
  await expect(page(ben)).not.toHaveAttribute("readonly");
  await ada.openPanel("Notes");

  // Both go on while the server is away.
  await hearthd.stop("SIGKILL");
  await page(ada).press("ControlOrMeta+Home");
  await page(ada).pressSequentially("Ada, ");
  await page(ben).press("ControlOrMeta+End");
  await page(ben).pressSequentially(" Bye.");
  await hearthd.restart();
  for (const one of [ada, ben]) await expect(page(one)).toHaveValue(`Ada, ${text} Done. Bye.`);
});
