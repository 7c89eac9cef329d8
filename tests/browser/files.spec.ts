import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { faults } from "../support/axe.ts";
import { Client } from "../support/client.ts";
import { Folder, card, joinUnseen, offer, sha256Of, withoutDialog } from "../support/files.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

let folder: Folder;

test.beforeAll(async () => {
  folder = await Folder.make();
});

test.afterAll(() => folder.remove());

/** How many bytes of a file are there, as a page shows it. */
async function bytes(person: Person, name: string): Promise<number> {
  const bar = card(person, name).getByRole("progressbar").first();
  return await bar.evaluate((it) => (it as HTMLProgressElement).value);
}

test("a large file goes straight across, through pauses and breaks", async ({
  person,
  hearthd,
}) => {
  test.setTimeout(600_000);
  // How long it takes is the computer's; what happens on the way is the same.
  const size = Number(process.env["HEARTH_FILE_MB"] ?? 48);
  const made = await folder.random("film of the summer.bin", size);
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await withoutDialog(ben);
  const code = await ada.newMeeting();
  await joinUnseen(ada);
  await ben.goTo(code);
  await joinUnseen(ben);
  await ben.openPanel("Chat");
  const name = "film of the summer.bin";
  await offer(ada, made.path);

  // Nothing goes before it is accepted.
  await expect(card(ben, name)).toContainText("from Ada");
  expect(await ada.page.evaluate(() => window.peerConnections.at(-1)?.sctp)).toBeNull();
  await expect(card(ada, name).getByRole("progressbar")).toHaveCount(0);

  const began = Date.now();
  const download = ben.page.waitForEvent("download", { timeout: 500_000 });
  await card(ben, name)
    .getByRole("button", { name: `Accept ${name}` })
    .click();
  await expect.poll(() => bytes(ben, name)).toBeGreaterThan(1_000_000);

  // The receiver pauses, and both see it; the sender lets it go on.
  await card(ben, name)
    .getByRole("button", { name: `Pause ${name}` })
    .click();
  await expect(card(ada, name)).toContainText("To Ben, paused");
  await expect(card(ben, name)).toContainText("Paused");
  const paused = await bytes(ada, name);
  await card(ada, name)
    .getByRole("button", { name: `Go on with ${name} to Ben` })
    .click();
  await expect.poll(() => bytes(ben, name)).toBeGreaterThan(paused + size * 100_000);

  // The channel breaks, and another takes its place where it stopped.
  await ben.page.evaluate(() => window.dataChannels.at(-1)?.close());
  await expect
    .poll(() => ben.page.evaluate(() => window.dataChannels.length), { intervals: [100] })
    .toBe(2);
  const cut = await bytes(ben, name);
  expect(cut, "it does not begin anew").toBeGreaterThan(paused);
  await expect.poll(() => bytes(ben, name)).toBeGreaterThan(cut);

  // Ben was away for so long that everything is negotiated anew.
  await card(ada, name)
    .getByRole("button", { name: `Pause ${name} to Ben` })
    .click();
  await expect(card(ben, name)).toContainText("Paused");
  const kept = await bytes(ben, name);
  expect(kept).toBeLessThan(size * 1024 * 1024);
  await ben.context.setOffline(true);
  await expect(ada.tile("Ben").getByText(/reconnecting/i)).toBeVisible();
  const busy = await new Client(hearthd.url).connected();
  await busy.join(code, "Cleo");
  for (let i = 0; i < 150; i++) {
    await busy.must({ type: "raiseHand", raised: true });
    await busy.must({ type: "raiseHand", raised: false });
  }
  busy.close();
  const connections = () => ben.page.evaluate(() => window.peerConnections.length);
  const before = await connections();
  await ben.context.setOffline(false);
  await expect.poll(connections).toBeGreaterThan(before);
  await expect(card(ben, name)).toContainText("Paused");
  await expect
    .poll(() => ben.page.evaluate(() => window.dataChannels.at(-1)?.readyState))
    .toBe("open");
  await card(ben, name)
    .getByRole("button", { name: `Go on with ${name}` })
    .click();

  await expect(card(ben, name)).toContainText("Arrived whole", { timeout: 400_000 });
  await expect(card(ada, name)).toContainText("Ben has it, whole");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(name);
  expect(await sha256Of(saved)).toBe(made.sha256);
  console.log(`${size} MiB in ${(Date.now() - began) / 1000} s, with its pauses and breaks`);
});

test("a file is offered to one, and not accepted, taken back, cancelled or changed", async ({
  person,
}) => {
  const small = await folder.text("secret.txt", "psst");
  const large = await folder.random("large.bin", 200);
  const people = [await person("Ada"), await person("Ben"), await person("Cleo")] as const;
  const [ada, ben, cleo] = people;
  for (const one of people) await withoutDialog(one);
  const code = await ada.newMeeting();
  await joinUnseen(ada);
  for (const guest of [ben, cleo]) {
    await guest.goTo(code);
    await joinUnseen(guest);
  }
  await cleo.openPanel("Chat");

  // For one alone; it counts as unread, and is told.
  await offer(ada, small.path, { to: "Ben" });
  await expect(ben.page.getByText("Ada offers secret.txt").first()).toBeVisible();
  await expect(ben.page, "it counts as unread").toHaveTitle(/^\(1\)/);
  await ben.openPanel("Chat");
  await expect(card(ben, "secret.txt")).toContainText("to you only");
  await expect(card(cleo, "secret.txt")).toHaveCount(0);
  expect(await faults(ben)).toEqual([]);

  // By the keyboard alone.
  const download = ben.page.waitForEvent("download");
  await card(ben, "secret.txt").getByRole("button", { name: "Accept secret.txt" }).focus();
  await ben.page.keyboard.press("Enter");
  expect(await sha256Of(await download)).toBe(small.sha256);
  await expect(card(ben, "secret.txt")).toContainText("Arrived whole");

  // Not wanted; and taken back.
  await offer(ada, small.path, { to: "Cleo" });
  await card(cleo, "secret.txt").getByRole("button", { name: "Decline secret.txt" }).click();
  await expect(ada.page.getByText("Cleo does not want secret.txt").first()).toBeVisible();
  await expect(card(cleo, "secret.txt")).toHaveCount(0);
  await offer(ada, large.path);
  await expect(card(cleo, "large.bin")).toBeVisible();
  await card(ada, "large.bin").getByRole("button", { name: "Take large.bin back" }).click();
  await expect(card(cleo, "large.bin")).toHaveCount(0);

  // Cancelled by who receives it, and accepted once more; then by who sends it.
  await offer(ada, large.path);
  const accept = () =>
    card(ben, "large.bin").getByRole("button", { name: "Accept large.bin" }).click();
  await accept();
  await expect.poll(() => bytes(ben, "large.bin")).toBeGreaterThan(0);
  await card(ben, "large.bin")
    .getByRole("button", { name: "Cancel large.bin", exact: true })
    .click();
  await expect(card(ada, "large.bin")).toContainText("Not to Ben any more");
  await card(ben, "large.bin").getByRole("button", { name: "Hide large.bin" }).click();
  await accept();
  await expect.poll(() => bytes(ben, "large.bin")).toBeGreaterThan(0);
  await card(ada, "large.bin").getByRole("button", { name: "Cancel large.bin to Ben" }).click();
  await expect(card(ben, "large.bin")).toContainText("Cancelled.");
  await card(ben, "large.bin").getByRole("button", { name: "Hide large.bin" }).click();

  // The file is another one since.
  await folder.text("large.bin", "something else");
  await accept();
  await expect(card(ben, "large.bin")).toContainText("The file was changed on the other side.");
  await expect(card(ada, "large.bin")).toContainText("You changed the file since.");

  // The host switches files off.
  await ben.page.getByRole("button", { name: "Offer a file" }).waitFor();
  await ada.openPanel("People");
  await ada.page.getByRole("switch", { name: "Files", exact: true }).click();
  await expect(ben.page.getByText("The host has switched files off.")).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Offer a file" })).toHaveCount(0);
});

test("a file is kept for who comes later, and goes with the meeting", async ({
  person,
  hearthd,
}) => {
  const made = await folder.random("minutes.pdf", 20);
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  await withoutDialog(ben);
  const code = await ada.newMeeting();
  await joinUnseen(ada);
  await offer(ada, made.path, { keep: true });
  await expect(card(ada, "minutes.pdf")).toContainText("Kept with the meeting");
  await ada.button("Leave").click();
  const files = join(hearthd.data, "files");
  const blobs = async () => (await readdir(files)).filter((name) => name !== "coming");
  expect(await blobs()).toHaveLength(1);

  await ben.goTo(code);
  await joinUnseen(ben);
  await ben.openPanel("Chat");
  const loaded = ben.page.waitForEvent("download");
  await card(ben, "minutes.pdf").getByRole("button", { name: "Load minutes.pdf" }).click();
  expect(await sha256Of(await loaded)).toBe(made.sha256);
  await expect(card(ben, "minutes.pdf")).toContainText("Arrived whole");
  await ben.button("Leave").click();

  // The page of the past meeting has it, and its export names it.
  await ben.page.goto(`/history/${code}`);
  const again = ben.page.waitForEvent("download");
  await ben.page.getByRole("button", { name: "Load minutes.pdf" }).click();
  expect(await sha256Of(await again)).toBe(made.sha256);

  // Whoever deletes the meeting deletes its bytes.
  await ada.page.goto(`/history/${code}`);
  await expect(ada.page.getByText("minutes.pdf")).toBeVisible();
  await ada.page.getByRole("button", { name: "Delete", exact: true }).click();
  await ada.page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect.poll(blobs).toEqual([]);
});
