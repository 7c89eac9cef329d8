import { expect, test } from "../support/fixtures.ts";

test("whoever knocks waits until the host admits them", async ({ meeting, person }) => {
  const { code, people } = await meeting("Ada");
  const [ada] = people as [(typeof people)[0]];
  await ada.openPanel("People");
  await ada.page.getByRole("switch", { name: "Lobby" }).click();

  const ben = await person("Ben");
  await ben.goTo(code);
  await ben.button("Ask to join").click();
  await expect(ben.button("Leave")).toHaveCount(0);
  await ada.button("Admit Ben").first().click();
  await ben.isIn();
  await ben.seesMoving("Ada");

  const cleo = await person("Cleo");
  await cleo.goTo(code);
  await cleo.button("Ask to join").click();
  await ada.button("Deny Cleo").first().click();
  await expect(cleo.page.getByRole("heading")).toContainText(/not let in|denied|declined/i);
});

test("a participant whom the host mutes is muted for everyone", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await cleo.receivesFrom(2);
  await ada.openPanel("People");
  await ada.button("Mute Ben").click();
  await expect(ben.button("Unmute microphone")).toBeVisible();
  await expect(ben.page.getByText("Ada muted you").first()).toBeVisible();
  await expect(cleo.tile("Ben").getByLabel("Microphone off")).toBeVisible();
});

test("a mute holds against a client that goes on sending", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.receivesFrom(1);
  await ada.openPanel("People");
  await ada.button("Mute Ben").click();
  await expect(ben.button("Unmute microphone")).toBeVisible();
  await ben.page.evaluate(() => {
    for (const connection of window.peerConnections) {
      for (const { track } of connection.getSenders()) if (track) track.enabled = true;
    }
  });
  const heard = await ada.page.evaluate(() =>
    [...document.querySelectorAll("audio")].some((it) => {
      const tracks = it.srcObject instanceof MediaStream ? it.srcObject.getAudioTracks() : [];
      return !it.muted && tracks.some((track) => track.enabled);
    }),
  );
  expect(heard, "nobody hears a muted participant").toBe(false);
});

test("someone removed is out, and the code no longer lets them in", async ({ meeting }) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.openPanel("People");
  await ada.button("Actions for Ben").click();
  await ada.page.getByRole("menuitem", { name: "Remove Ben" }).click();
  await ada.page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(ben.page.getByRole("heading")).toContainText(/removed/i);
  await ada.sees_not("Ben");

  await ben.page.goto(`/m/${code}`);
  await expect(ben.page.getByRole("heading")).toContainText(/removed/i);
  await expect(ben.button("Join now")).toHaveCount(0);

  await ada.button("Let Ben back in").click();
  await ada.page.getByText("What hosts did").click();
  await expect(
    ada.page.getByRole("listitem").filter({ hasText: "Ada let Ben back" }),
  ).toBeVisible();
  await ben.page.goto(`/m/${code}`);
  await ben.button("Join now").click();
  await ben.isIn();
});

test("the host lets one participant use other things than the others", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await ada.openPanel("People");
  await ada.button("Mute all others").click();
  for (const muted of [ben, cleo]) await expect(muted.button("Unmute microphone")).toBeVisible();
  await ada.button("Actions for Ben").click();
  await ada.page.getByRole("menuitem", { name: "Choose what Ben may use" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "What Ben may use" });
  await dialog.getByRole("switch", { name: "Microphones" }).click();
  await expect(ben.page.getByText("Ada changed what you may use").first()).toBeVisible();
  await expect(ben.button("Unmute microphone")).toBeDisabled();
  await expect(cleo.button("Unmute microphone")).toBeEnabled();
  await dialog.getByRole("button", { name: "As all others" }).click();
  await expect(ben.button("Unmute microphone")).toBeEnabled();
});

test("a host who leaves hands over, and the meeting goes on", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await ada.button("Leave").click();
  await ben.sees_not("Ada");
  await ben.sees("Cleo");
  await ben.openPanel("People");
  await expect(ben.button("Mute Cleo")).toBeVisible();
  await cleo.seesMoving("Ben");
});

test("the host ends the meeting for everyone", async ({ meeting }) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.button("End or hand over").click();
  await ada.page.getByRole("menuitem", { name: "End for all" }).click();
  await ada.page.getByRole("button", { name: "End for all" }).click();
  await expect(ben.page.getByRole("heading")).toContainText(/ended|over/i);
  await ben.page.goto(`/m/${code}`);
  await expect(ben.page.getByRole("heading")).toContainText(/ended|over/i);
});

test("the host asks someone to unmute, renames them and shows them large", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const choose = async (label: string) => {
    await ada.button("Actions for Ben").click();
    await ada.page.getByRole("menuitem", { name: label }).click();
  };
  await ada.openPanel("People");
  await ada.button("Mute Ben").click();
  await choose("Ask Ben to unmute");
  await ben.page.getByRole("button", { name: "Unmute", exact: true }).click();
  await expect(ben.button("Mute microphone")).toBeVisible();

  await choose("Show Ben large to everyone");
  for (const { page } of [ben, cleo]) {
    const large = page.locator(".large").getByRole("group", { name: "Ben" });
    await expect(large).toBeVisible();
  }
  await choose("Rename Ben");
  await ada.page.getByLabel("Name", { exact: true }).fill("Benjamin");
  await ada.page.getByRole("button", { name: "Rename", exact: true }).click();
  await cleo.seesMoving("Benjamin");
  await cleo.openPanel("People");
  await cleo.button("Actions for Benjamin").click();
  const offered = cleo.page.getByRole("menuitem");
  await expect(offered, "Cleo may do nothing to him").toHaveText([
    "Volume of Benjamin",
    "Mute Benjamin for me",
    "Pin Benjamin",
  ]);
  await cleo.page.keyboard.press("Escape");

  await cleo.button("Actions for Cleo").click();
  await cleo.page.getByRole("menuitem", { name: "Change my name" }).click();
  await cleo.page.getByLabel("Name", { exact: true }).fill("Cleopatra");
  await cleo.page.getByRole("button", { name: "Rename", exact: true }).click();
  await ben.sees("Cleopatra");
});
