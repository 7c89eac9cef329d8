import { expect, test } from "../support/fixtures.ts";

test("a reloaded page is back in its seat, with its chat", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ben.seesMoving("Ada");
  await ada.say("Before the reload");
  await ben.openPanel("Chat");
  await expect(ben.page.getByText("Before the reload")).toBeVisible();

  await ben.page.reload();
  await ben.isIn();
  await ben.openPanel("Chat");
  await expect(ben.page.getByText("Before the reload")).toBeVisible();
  await ben.seesMoving("Ada");
  await ada.seesMoving("Ben");
  await expect(ada.tile("Ben"), "he took no second seat").toHaveCount(1);
});

test("a cut network is shown, and nothing is missed when it is back", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ben.seesMoving("Ada");
  await ben.openPanel("Chat");

  await ben.context.setOffline(true);
  await expect(ben.page.getByText(/reconnecting/i).first()).toBeVisible();
  await expect(ada.tile("Ben").getByText(/reconnecting/i)).toBeVisible();
  await ada.say("While you were away");
  await ben.context.setOffline(false);

  await expect(ben.page.getByText("While you were away")).toBeVisible();
  await expect(ada.tile("Ben").getByText(/reconnecting/i)).toHaveCount(0);
  await ben.seesMoving("Ada");
  await ada.seesMoving("Ben");
});

test("a peer connection that breaks is restarted", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.receivesFrom(1);
  const credentials = () =>
    ada.page.evaluate(() => {
      const description = window.peerConnections.at(-1)?.localDescription;
      return /a=ice-ufrag:(\S+)/.exec(description?.sdp ?? "")?.[1];
    });
  const before = await credentials();
  await ada.page.evaluate(() => window.peerConnections.at(-1)?.restartIce());
  await expect.poll(credentials, { message: "new credentials were negotiated" }).not.toBe(before);
  await ada.receivesFrom(1);
  await ben.receivesFrom(1);
});

test("a server that restarts is found again, and the call goes on", async ({
  meeting,
  hearthd,
}) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.say("Before the restart");
  await expect(ada.page.getByText("Before the restart")).toBeVisible();
  await hearthd.restart();
  await ben.isIn();
  await ada.seesMoving("Ben");
  await ben.seesMoving("Ada");
  await ben.say("After the restart");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("After the restart")).toBeVisible();
});
