import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/desktops.ts";
import { Hearth } from "../support/hearth.ts";
import { Notifications } from "../support/notifications.ts";
import { newMeeting } from "../support/rest.ts";

test("a link that is opened while Hearth runs shows its meeting in the window", async ({
  session,
  desktop,
}) => {
  const window = await desktop({ args: ["--hidden"] });
  const url = await window.url();
  const path = async () => new URL(await window.driver.getCurrentUrl()).pathname;
  for (const link of ["hearth://join/CODE", "https://ada.local:7466/m/CODE"]) {
    const code = await newMeeting(url, guestToken());
    expect(await Hearth.again(session, link.replace("CODE", code))).toBe(0);
    await expect.poll(path).toBe(`/m/${code}`);
    expect(await session.windows()).toHaveLength(1);
  }
});

test("a link that starts Hearth is the first thing it shows", async ({
  session,
  hearth,
  desktop,
}) => {
  const before = await hearth("--hidden");
  const code = await newMeeting(before.url, guestToken());
  await before.stop();
  const window = await desktop({ args: [`hearth://join/${code}`] });
  const path = async () => new URL(await window.driver.getCurrentUrl()).pathname;
  await expect.poll(path).toBe(`/m/${code}`);
  expect(await session.windows()).toHaveLength(1);
});

test("a link that leads to no meeting is said to, and opens nothing", async ({
  session,
  desktop,
}) => {
  const notifications = await Notifications.open(session.bus);
  const window = await desktop();
  const before = await window.driver.getCurrentUrl();
  for (const link of ["hearth://join/<script>", "https://example.org/", "file:///etc/passwd"]) {
    const count = notifications.shown.length;
    expect(await Hearth.again(session, link)).toBe(0);
    await expect.poll(() => notifications.shown.length).toBe(count + 1);
    expect(notifications.shown.at(-1)?.title).toBe("This link opens no meeting");
  }
  expect(await window.driver.getCurrentUrl()).toBe(before);
});
