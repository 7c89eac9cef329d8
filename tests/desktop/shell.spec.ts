import { By, until } from "selenium-webdriver";

import type { CallCard } from "../../ui/src/protocol/CallCard.ts";
import { allOn } from "../support/client.ts";
import { expect, test } from "../support/desktops.ts";
import { Hearth } from "../support/hearth.ts";
import { Notifications } from "../support/notifications.ts";
import { Tray } from "../support/tray.ts";

const card: CallCard = {
  ...{ path: "/m/abc-def-ghj", title: null, state: "in", since: 1795262400000 },
  ...{ media: allOn, people: 2, waiting: 0, seen: false },
};

test("a notification can be answered, replaced and withdrawn", async ({ session, desktop }) => {
  const notifications = await Notifications.open(session.bus);
  const window = await desktop();
  await window.hear("pressed");
  const actions = [
    { name: "accept", label: "Accept" },
    { name: "decline", label: "Decline" },
  ];
  const ring = { tag: "test-ring", title: "Ben", body: "is <calling> & waiting", actions };
  await window.invoke("notify", { note: ring });
  const shown = await notifications.titled("Ben");
  expect(shown.actions).toEqual(["default", "", "accept", "Accept", "decline", "Decline"]);
  expect(shown.body).toBe("is &lt;calling&gt; &amp; waiting");
  expect(shown.urgent, "it stays until it is answered").toBe(true);
  notifications.press(shown, "accept");
  await expect
    .poll(() => window.heard())
    .toEqual([["pressed", { tag: "test-ring", action: "accept" }]]);

  const said = { tag: "test-chat", title: "Cleo", body: "Hello", actions: [] };
  await window.invoke("notify", { note: said });
  const first = await notifications.titled("Cleo");
  expect(first.urgent).toBe(false);
  await window.invoke("notify", { note: { ...said, title: "Cleo again" } });
  const second = await notifications.titled("Cleo again");
  expect(second.id, "it takes the place of the first").toBe(first.id);
  await window.invoke("withdraw", { tag: "test-chat" });
  await notifications.gone(second);

  await window.invoke("change_desktop_settings", { change: { notifications: false } });
  await window.invoke("notify", { note: { ...said, title: "Unwanted" } });
  await window.invoke("change_desktop_settings", { change: { notifications: true } });
  await window.invoke("notify", { note: { ...said, title: "Wanted" } });
  await notifications.titled("Wanted");
  expect(notifications.shown.map((it) => it.title)).not.toContain("Unwanted");
});

test("a click on a notification brings the window back", async ({ session, desktop }) => {
  const notifications = await Notifications.open(session.bus);
  const window = await desktop({ args: ["--hidden"] });
  await window.hear("pressed");
  const note = { tag: "test", title: "Cleo", body: "Hello", actions: [] };
  await window.invoke("notify", { note });
  notifications.press(await notifications.titled("Cleo"), "default");
  await expect.poll(() => session.windows()).toHaveLength(1);
  const heard = [["pressed", { tag: "test", action: "default" }]];
  await expect.poll(() => window.heard()).toEqual(heard);
});

test("the keys for it mute the call at hand wherever one is, and so does a command", async ({
  session,
  desktop,
  holder,
}) => {
  await session.manageWindows();
  const window = await desktop();
  const page = await holder(await window.url(), card);
  const deeds = () =>
    page.heard.flatMap(({ event }) =>
      // The window asks to be shown the call.
      event.type === "steered" && event.deed.type !== "show" ? [event.deed] : [],
    );
  const [off, on] = [false, true].map((on) => ({ type: "setMicrophone", on }));
  const change = (muteShortcut: string | null) =>
    window.invoke("change_desktop_settings", { change: { muteShortcut } });
  await change("Ctrl+Alt+M");
  await session.xdotool("key", "ctrl+alt+m");
  await expect.poll(deeds).toEqual([off]);

  await expect(change("M"), "a letter alone is no shortcut").rejects.toThrow("is not a shortcut");
  await expect(change("Alt+F4"), "it is the desktop's").rejects.toThrow("taken by another program");
  expect(await window.invoke("desktop_settings")).toMatchObject({ muteShortcut: "Ctrl+Alt+M" });

  const muted = { ...allOn, microphone: { available: true, enabled: false } };
  await page.must({ type: "holdCall", card: { ...card, media: muted } });
  await change("F9");
  await session.xdotool("key", "ctrl+alt+m", "key", "F9");
  await expect.poll(deeds, "only the new keys").toEqual([off, on]);
  await change(null);
  await session.xdotool("key", "F9");
  expect(await Hearth.again(session, "--toggle-microphone")).toBe(0);
  await expect.poll(deeds, "only the command").toEqual([off, on, on]);
});

test("a command to mute ends at once where no Hearth runs", async ({ session }) => {
  expect(await Hearth.again(session, "--toggle-microphone")).toBe(1);
});

test("the tray speaks as the page does", async ({ session, desktop }) => {
  const tray = await Tray.open(session.bus);
  const window = await desktop();
  await tray.filled();
  await window.begin("Ada");
  await window.driver.get(`${await window.url()}/settings/language`);
  const german = By.xpath("//label[contains(normalize-space(), 'Deutsch')]");
  await (await window.driver.wait(until.elementLocated(german), 20_000)).click();
  const labels = async () => (await tray.menu()).map((it) => it.label).filter(Boolean);
  await expect
    .poll(labels)
    .toEqual([
      ...["Kein Anruf", "Stummschalten", "Verlassen"],
      ...["Im Netzwerk sichtbar für", "Hearth anzeigen", "Beenden"],
    ]);
});

test("the page may call the shell's own commands and nothing else", async ({ desktop }) => {
  const window = await desktop();
  for (const command of ["plugin:window|close", "plugin:autostart|enable", "plugin:app|version"]) {
    await expect(window.invoke(command), command).rejects.toThrow(/not allowed|not found/);
  }
  await expect(window.invoke("open_in_browser", { url: "file:///etc/passwd" })).rejects.toThrow(
    "nothing but pages of the web",
  );
  const devices = "return typeof navigator.mediaDevices?.getUserMedia";
  expect(await window.driver.executeScript(devices)).toBe("function");
});

test("where there is no browser the page is told so", async ({ desktop }) => {
  // Nothing that opens pages is on this path.
  const window = await desktop({ env: { PATH: "/nowhere" } });
  const opened = window.invoke("open_in_browser", { url: "https://example.org/" });
  await expect(opened).rejects.toThrow("Hearth found no browser");
});
