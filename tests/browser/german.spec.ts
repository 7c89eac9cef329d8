import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

const looks = [
  ["a desk", { viewport: { width: 1280, height: 800 } }],
  ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true }],
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

for (const [place, look] of looks) {
  test(`on ${place} every screen speaks German, and has room for it`, async ({ person }, info) => {
    const german = { ...look, locale: "de-DE" };
    const ada = await person("Ada", german);
    const { page } = ada;
    const show = async (screen: string) => {
      await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
      await page.screenshot({ path: info.outputPath(`${screen}.png`), animations: "disabled" });
      expect(await cutOff(ada), `${screen} has room`).toEqual([]);
      expect(await faults(ada), `axe on ${screen}`).toEqual([]);
    };

    await page.goto("/");
    await ada.textbox("Ihr Name").fill("Ada");
    await ada.textbox("Besprechungscode").fill("kein Code");
    await ada.button("Beitreten").click();
    await expect(page.getByText("Das ist kein Besprechungscode.")).toBeVisible();
    await show("home");
    await ada.button("Neue Besprechung").click();
    await expect(ada.button("Jetzt beitreten")).toBeVisible();
    await ada.seesThemselves();
    await show("green-room");
    const code = page.url().slice(-11);
    await ada.button("Jetzt beitreten").click();
    await expect(ada.button("Verlassen")).toBeVisible();
    await ada.button("Personen").click();
    await page.getByRole("switch", { name: "Lobby" }).click();
    await ada.button("Schließen").click();

    const ben = await person("Ben", german);
    await ben.page.goto(`/m/${code}`);
    await ben.textbox("Ihr Name").fill("Ben");
    await ben.button("Anklopfen").click();
    await expect(ben.page.getByRole("heading", { name: "Sie warten auf Einlass" })).toBeVisible();
    await expect(page.getByText("Ben möchte hereinkommen").first()).toBeVisible();
    await show("knock");
    await ada.button("Ben einlassen").first().click();
    await expect(ben.tile("Ada")).toBeVisible();
    await ben.button("Chat").click();
    await ben.textbox("Nachricht").fill("Guten Tag");
    await ben.button("Senden").click();
    await ada.button("Chat").click();
    await expect(page.getByText("Guten Tag")).toBeVisible();
    await show("chat");
    await ada.button("Schließen").click();
    await ada.button("Personen").click();
    await expect(page.getByText("In der Besprechung (2)")).toBeVisible();
    await show("people");
    await ada.button("Schließen").click();
    await ada.button("Mehr").click();
    await expect(page.getByRole("menuitem", { name: "Deutsch" })).toBeVisible();
    await show("more");
    await page.keyboard.press("Escape");
    await ada.button("Verlassen").click();
    await expect(
      page.getByRole("heading", { name: "Sie haben die Besprechung verlassen" }),
    ).toBeVisible();
    await show("left");

    await page.goto("/history");
    await expect(page.getByRole("heading", { name: "Verlauf", exact: true })).toBeVisible();
    await page.getByRole("link", { name: /Ada.*Ben/ }).click();
    await expect(page.getByText("Guten Tag")).toBeVisible();
    await show("past");
    for (const section of sections) {
      await page.goto(`/settings/${section}`);
      await expect(page.getByRole("navigation", { name: "Einstellungen" })).toBeVisible();
      await show(`settings-${section}`);
    }
    await page.goto("/doctor");
    await expect(page.getByText("Adressen", { exact: true })).toBeVisible();
    await show("doctor");
  });
}

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
      const outside = !scrolls && element.getBoundingClientRect().right > innerWidth + 1;
      if (wide || high || outside) found.push(element.textContent.trim());
    }
    return found;
  });
}
