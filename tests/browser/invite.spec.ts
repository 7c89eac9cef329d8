import jsqr from "jsqr";

import { ownAddress } from "../support/addresses.ts";
import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

test.use({ options: { listen: "0.0.0.0:0" } });
test.skip(ownAddress === undefined, "this machine has no address but loopback");

/** Reads the QR code off the screen, as a phone's camera would. */
async function scanned({ page }: Person): Promise<string | undefined> {
  const picture = page.getByRole("img", { name: "QR code of the link" });
  const png = (await picture.screenshot()).toString("base64");
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { pixels: [...data], width, height };
  }, png);
  return jsqr(Uint8ClampedArray.from(pixels), width, height)?.data;
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a phone joins by the QR code, in the ${colorScheme}`, async ({ person, hearthd }) => {
    const local = `http://127.0.0.1:${hearthd.port}`;
    const ada = await person("Ada", { colorScheme, baseURL: local });
    const code = await ada.newMeeting();
    await ada.join();
    await ada.button("Invite others").click();
    const link = await scanned(ada);
    expect(link).toBe(`https://${ownAddress}:${hearthd.port}/m/${code}`);
    expect(await faults(ada), "invite").toEqual([]);
    await expect(ada.page.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)).toBeVisible();

    const ben = await person("Ben", { viewport: { width: 360, height: 740 } });
    await ben.page.goto(new URL("/", link).href);
    await expect(ben.button("New meeting")).toBeVisible();
    await expect(ben.page.getByText("Nearby"), "the network is its owner's").toHaveCount(0);
    await expect(ben.page.getByRole("link", { name: "Settings" })).toHaveCount(0);
    await ben.page.goto(link!);
    await ben.textbox("Your name").fill("Ben");
    await ben.join();
    await ben.seesMoving("Ada");

    const other = new URL(link!).host.replace(ownAddress!, "");
    await ada.page.getByRole("combobox", { name: /Address in the link/ }).click();
    await ada.page.getByRole("option").last().click();
    await expect.poll(() => scanned(ada)).toMatch(new RegExp(`\\.local${other}/m/${code}$`));
  });
}

test("a guest without a secure connection watches, listens and writes", async ({
  person,
  hearthd,
}) => {
  const ada = await person("Ada", { baseURL: `http://127.0.0.1:${hearthd.port}` });
  const code = await ada.newMeeting();
  await ada.join();
  const own = `${ownAddress}:${hearthd.port}`;
  const ben = await person("Ben", { baseURL: `http://${own}` });
  await ben.page.goto(`/m/${code}`);
  await expect(ben.page.getByRole("link", { name: `https://${own}/m/${code}` })).toBeVisible();
  await ben.page.getByRole("link", { name: "Go on without a secure connection" }).click();
  await ben.textbox("Your name").fill("Ben");
  const secure = ben.page.getByRole("link", { name: "the secure address" });
  await expect(secure).toHaveAttribute("href", `https://${own}/m/${code}`);
  expect(await faults(ben), "green room").toEqual([]);
  await ben.join();
  await ben.seesMoving("Ada");
  await expect(ben.button("Unmute microphone")).toHaveCount(0);
  await ben.say("I can only write");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("I can only write")).toBeVisible();
  expect(await faults(ben), "call").toEqual([]);
});
