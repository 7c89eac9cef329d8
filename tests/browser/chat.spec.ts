import type { Locator } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { Client } from "../support/client.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

const log = ({ page }: Person): Locator => page.getByRole("log");
const line = (person: Person, text: string): Locator =>
  log(person).locator("[data-line]").filter({ hasText: text });

/** Opens the menu of a line, and chooses from it. */
async function choose(person: Person, text: string, action: string): Promise<void> {
  await line(person, text).hover();
  await line(person, text)
    .getByRole("button", { name: /^More for/ })
    .click();
  await person.page.getByRole("menuitem", { name: action, exact: true }).click();
}

test("two people write to each other", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = [people[0]!, people[1]!];
  await ada.openPanel("Chat");
  await ben.openPanel("Chat");

  // That one writes.
  await ada.textbox("Message").pressSequentially("Cake on");
  await expect(ben.page.getByText("Ada is typing …")).toBeVisible();
  await ada.textbox("Message").fill("");
  await expect(ben.page.getByText("Ada is typing …")).toHaveCount(0);

  // Markdown and links, in several lines, and nothing of HTML.
  const field = ada.textbox("Message");
  await field.fill("**Cake** on <b>Monday</b>");
  await field.press("Shift+Enter");
  await field.pressSequentially("see https://cake.example/a?b=1.");
  await field.press("Enter");
  const cake = line(ben, "Monday");
  await expect(cake.locator("strong", { hasText: "Cake" })).toBeVisible();
  await expect(cake).toContainText("on <b>Monday</b>");
  const link = cake.getByRole("link", { name: "https://cake.example/a?b=1" });
  await expect(link).toHaveAttribute("href", "https://cake.example/a?b=1");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("target", "_blank");

  // An answer shows what it answers.
  await choose(ben, "Monday", "Reply");
  await expect(ben.textbox("Message")).toBeFocused();
  await ben.textbox("Message").fill("Which one?");
  await ben.textbox("Message").press("Enter");
  const answer = line(ada, "Which one?");
  await expect(answer.getByRole("button", { name: /^You Cake on/ })).toBeVisible();
  await answer.getByRole("button", { name: /^You Cake on/ }).click();
  const asked = line(ada, "<b>Monday</b>").first();
  await expect(asked.getByRole("button", { name: /^Reply/ })).toBeFocused();

  // One edits one's own last line from the empty field.
  await field.focus();
  await field.press("ArrowUp");
  await expect(field).toHaveValue(/^\*\*Cake/);
  await field.fill("Cake on Tuesday");
  await field.press("Enter");
  await expect(line(ben, "Cake on Tuesday").first()).toContainText("edited");
  await expect(line(ben, "Monday")).toHaveCount(0);
  await expect(line(ben, "Which one?")).toContainText("Cake on Tuesday");

  // Others' lines are not for one to change; those of others a host deletes.
  await ben.page.keyboard.press("Escape");
  await line(ben, "Cake on Tuesday").first().hover();
  await line(ben, "Cake on Tuesday").first().getByRole("button", { name: /^More/ }).click();
  await expect(ben.page.getByRole("menuitem")).toHaveText(["Reply"]);
  await ben.page.keyboard.press("Escape");
  await ada.say("A slip");
  await expect(line(ben, "A slip")).toBeVisible();
  await choose(ada, "A slip", "Delete");
  await ada.page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(log(ben)).not.toContainText("A slip");
  await expect(line(ben, "This message was deleted.")).toBeVisible();

  // Search: without case and accents, hit by hit.
  await ben.say("Un café et un CAFÉ");
  await ben.say("no tea");
  await ben.say("the cafe again");
  await expect(line(ada, "the cafe again")).toBeVisible();
  await ada.button("Search the chat").first().click();
  await ada.page.getByRole("searchbox").fill("CAFE");
  const search = ada.page.getByRole("search");
  await expect(search).toContainText("2 of 2");
  await expect(line(ada, "the cafe again").locator("mark")).toHaveText("cafe");
  await ada.page.getByRole("searchbox").press("Enter");
  await expect(search).toContainText("1 of 2");
  await expect(line(ada, "Un café").locator("mark")).toHaveText(["café", "CAFÉ"]);
  expect(await faults(ada), "while searching").toEqual([]);
  await ada.page.getByRole("searchbox").press("Escape");
  await expect(search).toHaveCount(0);

  // The arrows go from line to line, and what is too long is said.
  await line(ada, "the cafe again").getByRole("button", { name: /^More/ }).focus();
  await ada.page.keyboard.press("ArrowUp");
  await expect(line(ada, "no tea").getByRole("button").first()).toBeFocused();
  await field.fill("x".repeat(3990));
  await expect(ada.page.getByText("10 characters left")).toBeVisible();
  await field.fill("x".repeat(4001));
  await expect(ada.page.getByText("1 character too many")).toBeVisible();
  await expect(ada.button("Send")).toBeDisabled();
  expect(await faults(ada), "too long").toEqual([]);
});

test("on a phone one finds what is new, and answers in private", async ({ hearthd, person }) => {
  const ada = await person("Ada");
  const code = await ada.newMeeting();
  await ada.join();
  const ben = await person("Ben", {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await ben.goTo(code);
  await ben.join();
  const cleo = await new Client(hearthd.url).connected();
  await cleo.join(code, "Cleo");

  // Where one left off, and how much is further down.
  for (let number = 1; number <= 12; number++) await cleo.say(`Before ${number}`);
  await ben.openPanel("Chat");
  await expect(log(ben).getByText("New", { exact: true })).toBeVisible();
  await expect(line(ben, "Before 1").first()).toBeInViewport();
  await ben.button("To the newest").click();
  await expect(line(ben, "Before 12")).toBeInViewport();
  await expect(ben.button("To the newest")).toHaveCount(0);
  await log(ben).evaluate((it) => it.scrollTo({ top: 0 }));
  await expect(ben.button("To the newest")).toBeVisible();
  await cleo.say("After 1");
  await cleo.say("After 2");
  await ben.button("2 new").click();
  await expect(line(ben, "After 2")).toBeInViewport();
  await expect(ben.button("2 new")).toHaveCount(0);
  expect(await faults(ben), "with something new").toEqual([]);

  // A private line is told apart, and answered in private.
  const { participants } = cleo.heard.flatMap(({ event }) =>
    event.type === "welcome" ? [event] : [],
  )[0]!;
  const { id } = participants.find(({ name }) => name === "Ben")!;
  await cleo.say("psst", id);
  await expect(line(ben, "psst")).toContainText("to you, privately");
  await line(ben, "psst").getByRole("button", { name: /^More/ }).tap();
  await ben.page.getByRole("menuitem", { name: "Reply" }).tap();
  await expect(ben.textbox("Message")).toHaveAttribute("placeholder", "To Cleo only");
  await ben.textbox("Message").fill("What?");
  await ben.button("Send").tap();
  await expect(line(ben, "What?")).toContainText("to Cleo, privately");
  await ada.openPanel("Chat");
  await expect(line(ada, "After 2")).toBeVisible();
  await expect(log(ada)).not.toContainText("psst");
  await expect(log(ada)).not.toContainText("What?");
  cleo.close();

  // And in the history it is as it was.
  await ada.button("Leave").click();
  await ben.page.goto(`/history/${code}`);
  await expect(ben.page.getByRole("listitem").filter({ hasText: "What?" })).toContainText("psst");
});

test("two hundred lines a second are survived, and none is lost", async ({ hearthd, person }) => {
  const [RATE, SECONDS, WRITERS] = [200, 5, 4];
  const ada = await person("Ada");
  const code = await ada.newMeeting();
  await ada.join();
  await ada.openPanel("Chat");
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, number) => {
      const writer = await new Client(hearthd.url).connected();
      await writer.join(code, `Writer ${number}`);
      return writer;
    }),
  );

  const begin = Date.now();
  const answered: Promise<void>[] = [];
  const writing = (async () => {
    for (let number = 0; number < RATE * SECONDS; number++) {
      const due = begin + (number * 1000) / RATE;
      while (Date.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
      answered.push(writers[number % WRITERS]!.say(`Line ${number}`));
    }
    await Promise.all(answered);
  })();
  // The page goes on obeying while they write.
  await ada.button("Raise hand").click();
  await ada.button("Lower hand").click();
  await writing;
  await expect(log(ada).locator(`[data-line="${RATE * SECONDS}"]`)).toBeInViewport();

  // Nothing is lost, and the order is the same for everyone.
  const heard = (writer: Client) =>
    writer.heard.flatMap(({ event }) => (event.type === "said" ? [event.message.id] : []));
  await expect.poll(() => heard(writers[0]!).length).toBe(RATE * SECONDS);
  const ids = Array.from({ length: RATE * SECONDS }, (_, index) => index + 1);
  expect(heard(writers[0]!)).toEqual(ids);
  const shown = await log(ada)
    .locator("[data-line]")
    .evaluateAll((all) => all.map((it) => Number(it.getAttribute("data-line"))));
  expect(shown, "the newest, as many as are read at once").toEqual(ids.slice(-50));
  await ada.button("Show earlier messages").click();
  await expect(log(ada).locator("[data-line]")).toHaveCount(200);
  for (const writer of writers) writer.close();
});
