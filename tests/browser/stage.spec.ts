import type { Locator } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { Client } from "../support/client.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

const large = ({ page }: Person) => page.locator(".place.large");
const group = (person: Person, name: string) =>
  large(person).getByRole("group", { name, exact: true });

async function view(person: Person, choice: string): Promise<void> {
  await person.button("View").click();
  await person.page.getByRole("menuitem", { name: choice }).click();
  await expect(person.page.getByRole("menu")).toHaveCount(0);
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** By how much someone's picture is made smaller for each of the others; null for not sent. */
async function shrinks(person: Person): Promise<(number | null)[]> {
  return await person.page.evaluate(() =>
    window.peerConnections
      .filter(({ connectionState }) => connectionState === "connected")
      .flatMap((it) => it.getSenders())
      .filter(({ track }) => track?.kind === "video")
      .map((it) => it.getParameters().encodings[0])
      .map((it) => (it?.active === false ? null : (it?.scaleResolutionDownBy ?? 1)))
      .sort(),
  );
}

test("each one looks at the others as they like", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [Person, Person, Person];
  const { page } = ada;
  await ada.receivesFrom(2);

  await test.step("whoever speaks is large, and sent larger than the others", async () => {
    await ben.button("Mute microphone").click();
    await view(ada, "Speaker");
    await expect(group(ada, "Cleo")).toBeVisible();
    await expect.poll(() => shrinks(ben), "small for Ada").toEqual([1, 4]);
    await expect.poll(() => shrinks(cleo)).toEqual([2, 2]);
    await ben.button("Unmute microphone").click();
    await cleo.button("Mute microphone").click();
    await expect(group(ada, "Ben")).toBeVisible();
    await expect(large(ada)).toHaveCount(1);
    await expect.poll(() => shrinks(cleo), "small for Ada").toEqual([1, 4]);
  });

  await test.step("a pin holds, from the tile and from the list of people", async () => {
    await ada.button("Pin Cleo").focus();
    await page.keyboard.press("Enter");
    await expect(group(ada, "Cleo").getByLabel("Pinned")).toBeVisible();
    await expect(large(ada)).toHaveCount(1);
    await ada.openPanel("People");
    await ada.button("Actions for Ben").click();
    await page.getByRole("menuitem", { name: "Pin Ben" }).click();
    await expect(large(ada)).toHaveCount(2);
    await ada.button("Close").click();
    for (const name of ["Ben", "Cleo"]) {
      await ada.button(`Unpin ${name}`).focus();
      await page.keyboard.press("Enter");
    }
    await view(ada, "Automatic view");
    await expect(large(ada)).toHaveCount(0);
  });
});

test("the stage is one's own: the corner, the mirror, the whole screen, a small window", async ({
  meeting,
}) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada] = people as [Person];
  const { page } = ada;

  await test.step("one's own picture goes to any corner, and away", async () => {
    const stage = page.locator(".stage").last();
    const own = ada.tile("Ada");
    const centre = await middle(stage);
    const isIn = async (horizontal: number, vertical: number) => {
      await expect
        .poll(async () => {
          const { x, y } = await middle(own);
          return [Math.sign(x - centre.x), Math.sign(y - centre.y)];
        })
        .toEqual([horizontal, vertical]);
    };
    await isIn(1, 1);
    await ada.button("Move my picture").focus();
    await page.keyboard.press("ArrowUp");
    await isIn(1, -1);
    await page.keyboard.press("ArrowLeft");
    await isIn(-1, -1);
    const from = await middle(own);
    await page.mouse.move(from.x, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, centre.y + 200, { steps: 5 });
    await page.mouse.up();
    await isIn(-1, 1);

    await expect(own.locator("video")).toHaveClass(/mirrored/);
    await view(ada, "Mirror my picture");
    await expect(own.locator("video")).not.toHaveClass(/mirrored/);
    await ada.button("Hide my picture").focus();
    await page.keyboard.press("Enter");
    await ada.sees_not("Ada");
    await page.keyboard.press("o");
    await ada.sees("Ada");
    await page.reload();
    await ada.isIn();
    await isIn(-1, 1);
    await expect(own.locator("video"), "it is remembered").not.toHaveClass(/mirrored/);
  });

  await test.step("the stage fills the screen by a key", async () => {
    const full = () => page.evaluate(() => document.fullscreenElement?.className ?? "");
    await page.keyboard.press("f");
    await expect.poll(full).toContain("stage");
    await ada.button("Leave full screen").click();
    await expect.poll(full).toBe("");
  });

  await test.step("a small window stays on top, with the call in it", async () => {
    const small = (what: string) =>
      page.evaluate((what) => {
        const { window: opened } = (
          globalThis as unknown as { documentPictureInPicture: { window: Window | null } }
        ).documentPictureInPicture;
        const found = opened?.document.querySelector<HTMLElement>(what);
        if (found?.tagName === "BUTTON") found.click();
        return found?.getAttribute("aria-label") ?? null;
      }, what);
    await view(ada, "Small window on top");
    await expect.poll(() => small("[role=group]")).toBe("Ben");
    await expect.poll(() => small("button:first-child")).toBe("Mute microphone");
    await expect(ada.button("Unmute microphone")).toBeVisible();
    await small(".leave");
    await expect(page.getByRole("heading", { name: "You left the meeting" })).toBeVisible();
  });
});

test("thirty people are on pages, on a desk and on a phone", async ({
  meeting,
  person,
  hearthd,
}) => {
  const { code, people } = await meeting("Ada");
  const [ada] = people as [Person];
  const clients = await Promise.all(
    Array.from({ length: 28 }, async (_, index) => {
      const client = await new Client(hearthd.url).connected();
      await client.join(code, `Guest ${index + 1}`);
      return client;
    }),
  );
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const zoe = await person("Zoe", phone);
  await zoe.goTo(code);
  await zoe.join();

  // Whoever speaks would come to the page that is shown.
  await zoe.button("Mute microphone").click();

  const tiles = ada.page.locator(".place");
  await expect(large(ada), "a crowd is not looked at all at once").toHaveCount(1);
  await view(ada, "Grid");
  await expect(ada.page.getByText("1 of 2")).toBeVisible();
  await expect(tiles).toHaveCount(25);
  await expect(ada.tile("Zoe")).toHaveCount(0);
  await ada.page.keyboard.press("PageDown");
  await expect(ada.page.getByText("2 of 2")).toBeVisible();
  await ada.seesMoving("Zoe");
  expect(await faults(ada)).toEqual([]);
  await expect(tiles).toHaveCount(4);
  await expect(ada.button("Next page")).toBeDisabled();

  // What is not on the page is not sent either.
  await expect.poll(() => shrinks(zoe)).not.toContain(null);
  await ada.button("Page back").click();
  await expect.poll(() => shrinks(zoe)).toEqual([null]);

  await zoe.button("More").click();
  await zoe.page.getByRole("menuitem", { name: "Grid" }).click();
  await expect(zoe.page.getByText(/^1 of \d$/)).toBeVisible();
  for (const tile of await zoe.page.locator(".place").all()) {
    expect((await tile.boundingBox())!.height).toBeGreaterThan(90);
  }
  expect(await faults(zoe)).toEqual([]);
  for (const client of clients) client.close();
});
