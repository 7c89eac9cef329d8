import { Client, guestToken } from "../support/client.ts";
import { expect, test } from "../support/desktops.ts";
import { Notifications } from "../support/notifications.ts";
import { newMeeting } from "../support/rest.ts";
import type { Session } from "../support/session.ts";
import { Tray } from "../support/tray.ts";

/** Closes the window as its button does. */
async function closeWindow(session: Session): Promise<void> {
  await expect.poll(() => session.windows()).toHaveLength(1);
  const [window] = await session.windows();
  await session.xdotool("windowactivate", "--sync", window!, "key", "--clearmodifiers", "alt+F4");
}

/** Somebody on the network, in a meeting that is held here. */
async function guest(url: string): Promise<Client> {
  const client = await new Client(url).connected();
  await client.join(await newMeeting(url, guestToken()), "Ben");
  return client;
}

test("closing the window ends Hearth when nobody needs it", async ({ session, hearth }) => {
  await session.manageWindows();
  const running = await hearth();
  await closeWindow(session);
  expect(await running.exited()).toBe(0);
});

test("closing the window hides it while a meeting is held here, and says so once", async ({
  session,
  hearth,
}) => {
  await session.manageWindows();
  const notifications = await Notifications.open(session.bus);
  const tray = await Tray.open(session.bus);
  const running = await hearth();
  const ben = await guest(running.url);

  await closeWindow(session);
  await expect.poll(() => session.windows()).toHaveLength(0);
  await notifications.titled("Hearth is still running");
  await tray.press("Show Hearth");
  await closeWindow(session);
  await expect.poll(() => session.windows()).toHaveLength(0);
  expect(notifications.shown, "it was said before").toHaveLength(1);

  await tray.press("Show Hearth");
  await ben.must({ type: "leave" });
  ben.close();
  await closeWindow(session);
  expect(await running.exited()).toBe(0);
});

test("quitting while others are in a meeting held here asks, and can wait for them", async ({
  session,
  desktop,
}) => {
  const tray = await Tray.open(session.bus);
  const window = await desktop();
  const ben = await guest(await window.url());
  await window.hear("quit-asked");
  await window.invoke("first_page");

  await tray.press("Quit");
  await expect.poll(() => window.heard()).toEqual([["quit-asked", { others: 1 }]]);
  await window.invoke("confirm_quit", { choice: "stay" });
  expect(await session.windows()).toHaveLength(1);

  await window.invoke("confirm_quit", { choice: "quitWhenEmpty" });
  await expect.poll(() => session.windows()).toHaveLength(0);
  expect(ben.socket.connected, "nobody is put out").toBe(true);
  const over = ben.disconnected();
  await ben.must({ type: "leave" });
  await over;
});

test("quitting ends Hearth at once when nobody else is in", async ({ session, hearth }) => {
  const tray = await Tray.open(session.bus);
  const running = await hearth("--hidden");
  await tray.press("Quit");
  expect(await running.exited()).toBe(0);
});
