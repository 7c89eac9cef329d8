import { expect, test } from "../support/fixtures.ts";

test("three people in one call see and hear each other", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const names = people.map(({ name }) => name);
  for (const person of people) {
    await person.sees(...names);
    await person.receivesFrom(2);
    for (const name of names) await person.seesMoving(name);
  }
});

test("a camera that is turned off is off for everyone, and comes back", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ben.seesMoving("Ada");

  await ada.button("Turn camera off").click();
  await expect(ada.button("Turn camera on")).toBeVisible();
  const video = ben.tile("Ada").locator("video").first();
  await expect(video).toBeHidden();

  await ada.button("Turn camera on").click();
  await expect(video).toBeVisible();
  await ben.seesMoving("Ada");
});

test("a microphone that is muted is shown to everyone", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  const muted = ben.tile("Ada").getByLabel("Microphone off");
  await expect(muted).toHaveCount(0);
  await ada.button("Mute microphone").click();
  await expect(ada.button("Unmute microphone")).toBeVisible();
  await expect(muted).toBeVisible();
  await ada.button("Unmute microphone").click();
  await expect(muted).toHaveCount(0);
});

test("a shared screen is seen by the others until sharing stops", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.button("Share screen").click();
  await expect(ada.button("Stop sharing")).toBeVisible();
  const screen = ben.page.getByRole("figure", { name: "Ada’s screen" });
  await expect(screen).toBeVisible();
  await expect
    .poll(() => screen.locator("video").evaluate((it) => (it as HTMLVideoElement).videoWidth))
    .toBeGreaterThan(0);
  await ada.button("Stop sharing").click();
  await expect(screen).toHaveCount(0);
});

test("someone joins by the code typed at home, in any spelling", async ({ meeting, person }) => {
  const { code } = await meeting("Ada");
  const ben = await person("Ben");
  await ben.page.goto("/");
  await ben.textbox("Your name").fill("Ben");
  const asked: string[] = [];
  ben.page.on("request", (request) => asked.push(request.url()));
  await ben.textbox("Meeting code").fill(code.replaceAll("-", "").toUpperCase());
  await ben.button("Join").click();
  await ben.join();
  await ben.sees("Ada");
  expect(asked.length, `a handful of requests: ${asked.join(" ")}`).toBeLessThan(10);
  const { origin } = new URL(ben.page.url());
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test("someone without any device joins all the same, and sees the others", async ({
  meeting,
  person,
}) => {
  const { code, people } = await meeting("Ada");
  const ben = await person("Ben", { permissions: [] });
  await ben.context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("no device", "NotFoundError"));
  });
  await ben.goTo(code);
  await ben.join();
  await ben.seesMoving("Ada");
  await people[0]!.sees("Ben");
});
