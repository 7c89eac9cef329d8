import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "../support/desktops.ts";
import { Hearth } from "../support/hearth.ts";

test("a second start brings the window of the first to the front, and ends", async ({
  session,
  hearth,
}) => {
  await session.manageWindows();
  const first = await hearth();
  await expect.poll(() => session.windows()).toHaveLength(1);
  const [window] = await session.windows();
  await session.xdotool("windowminimize", "--sync", window!);
  expect(await session.windows()).toHaveLength(0);

  expect(await Hearth.again(session)).toBe(0);
  await expect.poll(() => session.windows(), "it is the same window").toEqual([window]);
  expect(first.isOver).toBe(false);
});

test("a hidden start shows no window until Hearth is started again", async ({
  session,
  hearth,
}) => {
  const { url } = await hearth("--hidden");
  expect((await fetch(url)).ok, "its server answers").toBe(true);
  expect(await session.windows()).toHaveLength(0);
  expect(await Hearth.again(session, "--hidden")).toBe(0);
  expect(await session.windows(), "nor does another hidden one").toHaveLength(0);
  expect(await Hearth.again(session)).toBe(0);
  await expect.poll(() => session.windows()).toHaveLength(1);
});

test("logging out ends Hearth without a question", async ({ session, hearth, standing }) => {
  const running = await hearth();
  await expect.poll(() => session.windows()).toHaveLength(1);
  const other = await standing(running.url);
  const gone = other.disconnected();
  expect(await running.stop()).toBe(0);
  await gone;
});

test("what is set in the window outlives it", async ({ session, desktop }) => {
  const first = await desktop();
  const initial = await first.invoke("desktop_settings");
  const defaults = {
    startAtLogin: false,
    startHidden: false,
    muteShortcut: null,
    notifications: true,
  };
  expect(initial).toEqual(defaults);
  const change = {
    startAtLogin: true,
    startHidden: true,
    muteShortcut: "Ctrl+Alt+M",
    notifications: false,
  };
  expect(await first.invoke("change_desktop_settings", { change })).toEqual(change);
  await first.close();

  const entry = await readFile(join(session.home, "config/autostart/Hearth.desktop"), "utf8");
  expect(entry).toMatch(/^Exec=.*hearth.* --at-login$/m);
  const second = await desktop();
  expect(await second.invoke("desktop_settings")).toEqual(change);
  const back = { ...change, startAtLogin: false, muteShortcut: null };
  const undo = { startAtLogin: false, muteShortcut: null };
  expect(await second.invoke("change_desktop_settings", { change: undo })).toEqual(back);
});
