import { faults } from "../support/axe.ts";
import { executable } from "../support/chromium.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";
import { inNoisyRoom } from "../support/voice.ts";

test.use({ launchOptions: { executablePath: executable, args: inNoisyRoom() } });

/** Chooses one of the ways to treat noise, where the devices are chosen. */
async function chooseNoise({ page }: Person, kind: string): Promise<void> {
  await page.getByRole("combobox", { name: /^Noise around you/ }).click();
  await page.getByRole("option", { name: kind }).click();
}

async function openDevices(person: Person): Promise<void> {
  await person.button("More").click();
  await person.page.getByRole("menuitem", { name: "Devices" }).click();
  await expect(person.page.getByRole("switch", { name: "Push to talk" })).toBeVisible();
}

/** How loud the other is heard: in the pauses between words, and in the words. */
async function hears({ page }: Person): Promise<{ pauses: number; words: number }> {
  return await page.evaluate(async () => {
    const [connection] = window.peerConnections.filter((it) => it.connectionState === "connected");
    const heard = async () => {
      for (const report of (await connection!.getStats()).values()) {
        if (report.type !== "inbound-rtp" || report.kind !== "audio") continue;
        return { energy: report.totalAudioEnergy, duration: report.totalSamplesDuration };
      }
      throw new Error("nothing is heard");
    };
    const powers: number[] = [];
    let before = await heard();
    // Two turns of words and pause.
    while (powers.length < 60) {
      const now = await heard();
      if (now.duration - before.duration < 0.1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      powers.push((now.energy - before.energy) / (now.duration - before.duration));
      before = now;
    }
    powers.sort((a, b) => a - b);
    return { pauses: powers[9]!, words: powers[49]! };
  });
}

/** Whether anything of the other is heard within a moment. */
async function hearsAnything({ page }: Person): Promise<boolean> {
  return await page.evaluate(async () => {
    const energy = async () => {
      let sum = 0;
      for (const connection of window.peerConnections) {
        for (const report of (await connection.getStats()).values()) {
          if (report.type === "inbound-rtp") sum += report.totalAudioEnergy ?? 0;
        }
      }
      return sum;
    };
    const before = await energy();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return (await energy()) - before > 1e-4;
  });
}

test("noise is taken out of a voice, from the green room on, and left in when wanted", async ({
  person,
}) => {
  const ada = await person("Ada");
  const ben = await person("Ben");
  const code = await ada.newMeeting();
  const loaded: string[] = [];
  ada.context.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await chooseNoise(ada, "Reduce noise strongly");
  await expect.poll(() => loaded.some((path) => path.endsWith(".wasm"))).toBe(true);
  // Pictures would only keep the computer busy.
  await ada.button("Turn camera off").click();
  await ada.join();
  await ben.goTo(code);
  await ben.button("Turn camera off").click();
  await ben.join();
  await expect.poll(() => hearsAnything(ben)).toBe(true);
  const strong = await hears(ben);
  await openDevices(ada);
  await expect(ada.page.getByText("cannot reduce noise strongly")).toHaveCount(0);
  expect(await faults(ada), "devices").toEqual([]);

  await chooseNoise(ada, "Leave noise in");
  await ada.page.keyboard.press("Escape");
  await expect.poll(() => hearsAnything(ben)).toBe(true);
  const off = await hears(ben);
  expect(await ben.page.evaluate(() => window.peerConnections.length), "one connection").toBe(1);
  expect(off.pauses, "without it the noise is heard").toBeGreaterThan(1e-5);
  expect(strong.pauses, `${strong.pauses} of ${off.pauses}`).toBeLessThan(off.pauses / 10);
  expect(strong.words, "the voice is still there").toBeGreaterThan(off.words / 10);
});

test("a browser that cannot take noise out says so, and is heard", async ({ person }) => {
  const ada = await person("Ada");
  await ada.context.route("**/*.wasm", (route) => route.abort());
  const code = await ada.newMeeting();
  await chooseNoise(ada, "Reduce noise strongly");
  await expect(ada.page.getByText("cannot reduce noise strongly")).toBeVisible();
  await ada.button("Test my voice").click();
  await expect(ada.page.getByText("Say something…")).toBeVisible();
  expect(await faults(ada), "green room").toEqual([]);
  await expect(ada.page.getByText("This is how the others hear you.")).toBeVisible();
  await ada.button("Stop").click();
  await expect(ada.button("Test my voice")).toBeEnabled();
  await ada.button("Play a test sound").click();
  await ada.join();
  const ben = await person("Ben");
  await ben.goTo(code);
  await ben.join();
  await expect.poll(() => hearsAnything(ben)).toBe(true);
});

test("one talks while a key is held, and is told of talking while muted", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  const { page } = ada;
  await ben.receivesFrom(1);

  await ada.button("Mute microphone").click();
  await expect(page.getByText("You are muted.")).toBeVisible();
  expect(await faults(ada), "muted").toEqual([]);
  // The button was clicked, and the key talks all the same.
  await page.keyboard.down("Space");
  await expect(ben.tile("Ada").getByLabel("Microphone off")).toHaveCount(0);
  await page.keyboard.up("Space");
  await expect(ben.tile("Ada").getByLabel("Microphone off")).toBeVisible();

  await openDevices(ada);
  await page.getByRole("switch", { name: "Push to talk" }).click();
  await ada.button("Change").click();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog").getByText("T", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Hold T to talk", { exact: true })).toBeVisible();
  expect(await hearsAnything(ben), "muted").toBe(false);
  await page.keyboard.down("t");
  await page.keyboard.down("t");
  await expect(page.getByText("You are heard. Let go to be muted.")).toBeVisible();
  await expect.poll(() => hearsAnything(ben)).toBe(true);
  // Whoever goes elsewhere with the key held cannot be seen to let go.
  await page.evaluate(() => dispatchEvent(new Event("blur")));
  await expect(page.getByText("Hold T to talk", { exact: true })).toBeVisible();
  await page.keyboard.up("t");
  await expect.poll(() => hearsAnything(ben)).toBe(false);

  await ada.openPanel("Chat");
  await ada.textbox("Message").pressSequentially("tut");
  await expect(ada.textbox("Message")).toHaveValue("tut");
  await expect(page.getByText("You are heard. Let go to be muted.")).toHaveCount(0);
});

test("each person has a volume of their own, and a headset is offered", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [, ben] = people as [Person, Person];
  const { page } = ben;
  const audio = () =>
    page.locator("audio").evaluateAll((all) => {
      const [voice, screen] = all.map((it) => {
        const { volume, muted } = it as HTMLAudioElement;
        return { volume, muted };
      });
      return JSON.stringify(voice) === JSON.stringify(screen) ? voice : { voice, screen };
    });
  await ben.receivesFrom(1);
  await ben.openPanel("People");
  // By keys alone.
  await ben.button("Actions for Ada").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Volume of Ada" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("slider", { name: "Volume" }).focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowLeft");
  await expect.poll(audio).toEqual({ volume: 0.4, muted: false });
  expect(await faults(ben), "volume").toEqual([]);
  await page.getByRole("switch", { name: "Mute Ada for me" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(audio).toEqual({ volume: 0.4, muted: true });
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Muted for you")).toBeVisible();
  await ben.button("Actions for Ada").click();
  await page.getByRole("menuitem", { name: "Hear Ada again" }).click();
  await expect.poll(audio).toEqual({ volume: 0.4, muted: false });

  await page.evaluate(async () => {
    const { mediaDevices } = navigator;
    const found = await mediaDevices.enumerateDevices();
    const headset = { deviceId: "pods", groupId: "pods", label: "AirPods", toJSON: () => ({}) };
    mediaDevices.enumerateDevices = () =>
      Promise.resolve([
        ...found,
        { ...headset, kind: "audioinput" },
        { ...headset, kind: "audiooutput" },
      ]);
    mediaDevices.dispatchEvent(new Event("devicechange"));
  });
  await expect(page.getByText("Use AirPods?")).toBeVisible();
  expect(await faults(ben), "a headset").toEqual([]);
  await ben.button("Use it").click();
  await expect(page.getByText("Use AirPods?")).toHaveCount(0);
  const kept = await page.evaluate(() => localStorage.getItem("hearth.preferences"));
  expect(JSON.parse(kept!)).toMatchObject({ microphoneId: "pods", speakerId: "pods" });
});
