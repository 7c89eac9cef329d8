import type { Locator } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";
import { drawnRoom, shown } from "../support/room.ts";

const FACE = { least: [180, 110, 70], most: [255, 200, 170] };

function isFace(colour: number[]): boolean {
  return colour.every((it, at) => it > FACE.least[at]! && it < FACE.most[at]!);
}

function isPink([red, green, blue]: number[]): boolean {
  return red! > 200 && green! < 80 && blue! > 200;
}

/** A file of a picture. */
async function pink({ page }: Person): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d")!;
    context.fillStyle = "#f0f";
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(url.split(",")[1]!, "base64");
}

async function openDevices(person: Person): Promise<void> {
  const { page } = person;
  await person.button("More").click();
  await page.getByRole("menuitem", { name: "Devices" }).click();
  await expect(page.getByRole("radio", { name: "As it is" })).toBeAttached();
}

test("the room is hidden and the person is not, a picture stands behind them, and dark is made bright", async ({
  person,
}) => {
  const ada = await person("Ada");
  await ada.context.addInitScript(drawnRoom);
  const { page } = ada;
  const loaded: string[] = [];
  ada.context.on("request", (request) => loaded.push(request.url()));
  const code = await ada.newMeeting();
  await ada.seesThemselves();
  const parts = /painter|studio|PictureChoice|compiler|tflite/;
  expect(
    loaded.filter((url) => parts.test(url)),
    "nothing of it is loaded before",
  ).toEqual([]);
  const preview = page.locator(".preview");
  const sharp = (await shown(preview)).sharpness;

  let deliver = () => {};
  const delivered = new Promise<void>((resolve) => (deliver = resolve));
  await page.route("**/*.tflite", async (route) => {
    await delivered;
    await route.continue();
  });
  await ada.button("Picture").click();
  await page.getByText("Blur strongly").click();
  const isBlurred = async (where: Locator) => {
    const { wall, shirt } = (await shown(where)).sharpness;
    return { wall: wall < sharp.wall / 3, shirt: shirt < sharp.shirt / 3 };
  };
  await expect
    .poll(() => isBlurred(preview), { message: "all is hidden until somebody is found" })
    .toEqual({ wall: true, shirt: true });
  deliver();
  await expect.poll(() => isBlurred(preview)).toEqual({ wall: true, shirt: false });
  expect(await faults(ada), "green room").toEqual([]);
  await ada.join();

  const ben = await person("Ben");
  await ben.goTo(code);
  await ben.button("Turn camera off").click();
  await ben.join();
  await ben.seesMoving("Ada");
  const seen = () => shown(ben.tile("Ada"));
  await expect.poll(() => isBlurred(ben.tile("Ada"))).toEqual({ wall: true, shirt: false });
  expect(isFace((await seen()).face)).toBe(true);

  await openDevices(ada);
  expect(await faults(ada), "devices").toEqual([]);
  await page.getByText("As it is").click();
  await expect
    .poll(() => isBlurred(ben.tile("Ada")), { message: "the wall is sharp again" })
    .toEqual({ wall: false, shirt: false });
  await page.getByText("Sea", { exact: true }).click();
  await expect
    .poll(async () => {
      const { wall, face } = await seen();
      return [wall[2]! > wall[0]! + 30, isFace(face)];
    })
    .toEqual([true, true]);

  const file = page.locator("input[type=file]");
  await file.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no") });
  await expect(page.getByText("That is no picture that this browser can read.")).toBeVisible();
  await file.setInputFiles({ name: "pink.png", mimeType: "image/png", buffer: await pink(ada) });
  await expect(page.getByRole("radio", { name: "My picture" })).toBeChecked();
  await expect.poll(async () => isPink((await seen()).wall)).toBe(true);
  expect(await faults(ada), "a picture of one's own").toEqual([]);

  await page.getByText("As it is").click();
  await page.evaluate(() => (window.room.dark = true));
  let dark = 0;
  // A picture that is about to come is black.
  await expect
    .poll(async () => {
      dark = (await seen()).brightness;
      return dark > 5 && dark < 50;
    })
    .toBe(true);
  await page.getByRole("switch", { name: "Brighten a dark picture" }).click();
  await expect.poll(async () => (await seen()).brightness).toBeGreaterThan(1.5 * dark);

  expect((await seen()).width).toBeGreaterThan(150);
  await page.getByRole("switch", { name: "Save data" }).click();
  await expect.poll(async () => (await seen()).width).toBeLessThanOrEqual(80);
  expect(await ben.page.evaluate(() => window.peerConnections.length), "one connection").toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await expect(page.getByText("pictures of people are small, both ways")).toBeVisible();
});

test("a room that cannot be hidden is not shown", async ({ person }) => {
  const ada = await person("Ada");
  await ada.context.addInitScript(drawnRoom);
  const { page } = ada;
  await page.route("**/*.tflite", (route) => route.abort());
  await ada.newMeeting();
  await ada.seesThemselves();
  await ada.button("Picture").click();
  await page.getByText("Blur a little").click();
  await expect(page.getByText("Your picture could not be changed, so that is off.")).toBeVisible();
  await expect(ada.button("Turn camera on")).toBeVisible();
  await expect(page.locator(".preview video")).toBeHidden();
  expect(await faults(ada), "green room").toEqual([]);
  await page.unroute("**/*.tflite");
  await page.getByText("Blur strongly").click();
  await ada.button("Turn camera on").click();
  await ada.seesThemselves();
  await expect(page.getByText("could not be changed")).toBeHidden();
});

test("a phone uses its other camera, unmirrored, and a browser that changes no pictures says so", async ({
  person,
}) => {
  const ada = await person("Ada", { viewport: { width: 390, height: 844 } });
  await ada.context.addInitScript(() => {
    Reflect.deleteProperty(window, "MediaStreamTrackProcessor");
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      const { facingMode } = constraints!.video as { facingMode?: { ideal: string } };
      for (const track of stream.getVideoTracks()) {
        track.getSettings = () => ({ facingMode: facingMode!.ideal });
      }
      return stream;
    };
    const found = mediaDevices.enumerateDevices.bind(mediaDevices);
    const back = { kind: "videoinput", deviceId: "back", groupId: "back", label: "Back" } as const;
    mediaDevices.enumerateDevices = async () => [
      ...(await found()),
      { ...back, toJSON: () => ({}) },
    ];
  });
  await ada.newMeeting();
  await ada.seesThemselves();
  const video = ada.page.locator("video").first();
  await expect(video).toHaveClass(/mirrored/);
  await ada.button("Use the other camera").click();
  await expect(video).not.toHaveClass(/mirrored/);
  await ada.button("Picture").click();
  await expect(ada.page.getByText("This browser cannot change your picture")).toBeVisible();
  await expect(ada.page.getByRole("radio")).toHaveCount(0);
  expect(await faults(ada), "green room").toEqual([]);
  await ada.join();
  await ada.tile("Ada").hover();
  await ada.button("Use the other camera").click();
  await expect(ada.tile("Ada").locator("video")).toHaveClass(/mirrored/);
});
