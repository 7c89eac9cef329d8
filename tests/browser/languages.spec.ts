import type { Locator } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";
import { LANGUAGES } from "../../ui/src/words/languages.ts";
import { wordsOf } from "../support/words.ts";

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

// What is longest, and what runs the other way; axe finds the same in every other language.
const walks = [
  { language: "de", locale: "de-DE", place: "a phone", look: phone, axe: true },
  { language: "fr", locale: "fr-FR", place: "a phone", look: phone, axe: false },
  { language: "es", locale: "es-MX", place: "a phone", look: phone, axe: false },
  { language: "ar", locale: "ar-EG", place: "a phone", look: phone, axe: true },
  { language: "ar", locale: "ar-EG", place: "a desk", look: desk, axe: false },
] as const;

const sections = [
  "profile",
  "devices",
  "appearance",
  "accessibility",
  "language",
  "shortcuts",
  "privacy",
  "network",
  "about",
] as const;

for (const { language, locale, place, look, axe } of walks) {
  const say = wordsOf(language);
  const { direction, name } = LANGUAGES[language];

  test(`on ${place} every screen speaks ${name}, and has room for it`, async ({ person }, info) => {
    const theirs = { ...look, locale };
    const ada = await person("Ada", theirs);
    const { page } = ada;
    const show = async (screen: string) => {
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
      await page.screenshot({ path: info.outputPath(`${screen}.png`), animations: "disabled" });
      expect(await cutOff(ada), `${screen} has room`).toEqual([]);
      if (axe) expect(await faults(ada), `axe on ${screen}`).toEqual([]);
    };

    await page.goto("/");
    await ada.textbox(say.common.yourName).fill("Ada");
    await ada.textbox(say.home.code).fill("?");
    await ada.button(say.home.join).click();
    await expect(page.getByText(say.home.wrongCode)).toBeVisible();
    await show("home");
    await ada.button(say.home.newMeeting).click();
    await expect(ada.button(say.meeting.join)).toBeVisible();
    await ada.seesThemselves();
    await show("green-room");
    const code = page.url().slice(-11);
    await ada.button(say.meeting.join).click();
    await expect(ada.button(say.call.leave)).toBeVisible();
    await ada.button(say.people.title).click();
    await page.getByRole("switch", { name: say.people.door.lobby, exact: true }).click();
    await ada.button(say.common.close).click();

    const ben = await person("Ben", theirs);
    await ben.page.goto(`/m/${code}`);
    await ben.textbox(say.common.yourName).fill("Ben");
    await ben.button(say.meeting.ask).click();
    await expect(ben.page.getByRole("heading", { name: say.meeting.waiting.title })).toBeVisible();
    await expect(ada.button(say.people.lobby.admitOne("Ben")).first()).toBeVisible();
    await show("knock");
    await ada.button(say.people.lobby.admitOne("Ben")).first().click();
    await expect(ben.tile("Ada")).toBeVisible();
    await ben.button(say.call.chat.title).click();
    await ben.textbox(say.call.chat.message).fill("(1) 3:00?");
    await ben.button(say.call.chat.send).click();
    await ada.button(say.call.chat.title).click();
    await expect(page.getByText("(1) 3:00?")).toBeVisible();
    await show("chat");
    await ada.button(say.common.close).click();
    await ada.button(say.people.title).click();
    await expect(page.getByText(say.people.inMeeting(2))).toBeVisible();
    await show("people");
    await ada.button(say.common.close).click();
    await ada.button(say.call.more).click();
    await expect(page.getByRole("menuitem", { name })).toBeVisible();
    await show("more");
    await page.keyboard.press("Escape");
    await ada.button(say.call.leave).click();
    await expect(page.getByRole("heading", { name: say.meeting.over.left.title })).toBeVisible();
    await show("left");

    await page.goto("/history");
    await expect(page.getByRole("heading", { name: say.history.title, exact: true })).toBeVisible();
    await page.getByRole("link", { name: /Ada.*Ben/ }).click();
    await expect(page.getByText("(1) 3:00?")).toBeVisible();
    await show("past");
    for (const section of sections) {
      await page.goto(`/settings/${section}`);
      await expect(page.getByRole("navigation", { name: say.settings.title })).toBeVisible();
      await show(`settings-${section}`);
    }
    await page.goto("/doctor");
    await expect(page.getByText(say.doctor.topics.Addresses, { exact: true })).toBeVisible();
    await show("doctor");
  });
}

test("in Arabic all runs from right to left, and the arrow keys follow", async ({
  person,
}, info) => {
  const say = wordsOf("ar");
  const leila = await person("ليلى", { ...desk, locale: "ar-EG" });
  const { page } = leila;
  const middle = async (locator: Locator) => {
    const { x, width } = (await locator.boundingBox())!;
    return x + width / 2;
  };
  const picture = async (name: string) => {
    await page.screenshot({ path: info.outputPath(`${name}.png`), animations: "disabled" });
    expect(await cutOff(leila), `${name} has room`).toEqual([]);
  };

  await page.goto("/");
  await leila.textbox(say.common.yourName).fill(leila.name);
  await leila.button(say.home.newMeeting).click();
  await expect(page).toHaveURL(/\/m\//);
  const code = page.url().slice(-11);
  await expect(page.getByText(code), "a code is read from the left").toHaveCSS("direction", "ltr");
  await leila.button(say.meeting.join).click();
  await expect(leila.button(say.call.leave)).toBeVisible();
  const guests = ["Benjamin Featherstonehaugh (Sales)", "Cleo"];
  for (const name of guests) {
    const guest = await person(name);
    await guest.goTo(code);
    await guest.join();
    await expect(guest.tile("ليلى")).toBeVisible();
    await guest.say(name === "Cleo" ? "مرحبا (1)!" : "Good morning (1)!");
  }
  await leila.sees(...guests);

  await test.step("the bar begins at the right, and the own picture floats at the left", async () => {
    expect(await middle(leila.button(say.devices.mute))).toBeGreaterThan(
      await middle(leila.button(say.call.leave)),
    );
    const self = page.getByRole("group", { name: leila.name, exact: true });
    expect(await middle(self)).toBeLessThan(640);
    await leila.button(say.stage.moveSelf).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => middle(self)).toBeGreaterThan(640);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => middle(self)).toBeLessThan(640);
    await picture("call");
  });

  await test.step("each line of the chat runs as it is written", async () => {
    await leila.button(say.call.chat.title).click();
    const english = page.getByText("Good morning (1)!");
    const arabic = page.getByText("مرحبا (1)!");
    await expect(arabic).toBeVisible();
    // Of the first letter, in pixels from the middle of the line.
    const begins = (locator: Locator) =>
      locator.evaluate((line) => {
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()?.textContent?.trim() === "");
        const range = document.createRange();
        range.setStart(texts.currentNode, 0);
        range.setEnd(texts.currentNode, 1);
        const [letter, all] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
        return letter.x + letter.width / 2 - (all.x + all.width / 2);
      });
    expect(await begins(english)).toBeLessThan(0);
    expect(await begins(arabic)).toBeGreaterThan(0);
    const send = leila.button(say.call.chat.send).locator("svg");
    await expect(send, "it points on").toHaveCSS("scale", "-1 1");
    await picture("chat");
    await leila.button(say.common.close).click();
  });

  await test.step("a menu has its icons at the right, a meter fills to the left", async () => {
    await leila.button(say.people.title).click();
    await leila.button(say.people.actions("Cleo")).click();
    const volume = page.getByRole("menuitem", { name: say.people.volume.set("Cleo"), exact: true });
    expect(await middle(volume.locator("svg"))).toBeGreaterThan(await middle(volume));
    await picture("menu");
    await volume.press("Enter");
    const slider = page.getByRole("slider");
    const before = Number(await slider.inputValue());
    await slider.press("ArrowRight");
    expect(Number(await slider.inputValue())).toBeLessThan(before);
    await slider.press("ArrowLeft");
    expect(Number(await slider.inputValue())).toBe(before);
    await picture("volume");
  });

  await test.step("the way back points to the right", async () => {
    await page.keyboard.press("Escape");
    await leila.button(say.call.leave).click();
    await page.goto(`/history/${code}`);
    const back = page.locator("a.back");
    await expect(back.locator("svg")).toHaveCSS("scale", "-1 1");
    await picture("past");
    await page.goto("/history");
    await leila.button(say.history.calendar).click();
    await picture("calendar");
  });
});

test("the language is changed in the middle of a call, which goes on", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  for (const someone of people) await someone.receivesFrom(1);
  await ada.button("More").click();
  await ada.page.getByRole("menuitem", { name: "Deutsch" }).click();
  await expect(ada.button("Verlassen")).toBeVisible();
  await expect(ada.page.locator("html")).toHaveAttribute("lang", "de");
  await expect(ben.button("Leave"), "everyone speaks their own").toBeVisible();
  for (const someone of people) await someone.receivesFrom(1);
  expect(await ada.page.evaluate(() => window.peerConnections.length)).toBe(1);

  await ben.button("Mute microphone").click();
  await ada.button("Personen").click();
  await expect(ada.page.getByLabel("Mikrofon aus").first()).toBeVisible();
  await ada.page.reload();
  await expect(ada.button("Verlassen"), "it is remembered").toBeVisible();
});

/** The texts for which there is no room. */
async function cutOff({ page }: Person): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push("the page is too wide");
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const texts = [...element.childNodes].filter(
        (node) => node instanceof Text && node.data.trim() !== "",
      );
      const { width, height } = element.getBoundingClientRect();
      // What is only for screen readers is a pixel wide on purpose.
      if (texts.length === 0 || width <= 1 || height <= 1) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
      const high = overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
      // What can be scrolled to is not lost.
      const scrolls = ["auto", "scroll"].includes(
        getComputedStyle(element.closest("nav") ?? document.body).overflowX,
      );
      const { left, right } = element.getBoundingClientRect();
      const outside = !scrolls && (left < -1 || right > innerWidth + 1);
      if (wide || high || outside) found.push(element.textContent.trim());
    }
    return found;
  });
}
