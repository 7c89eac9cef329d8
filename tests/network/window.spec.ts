import { spawn } from "node:child_process";

import { chromium } from "@playwright/test";

import { app } from "../support/hearth.ts";
import { Notifications } from "../support/notifications.ts";
import { Opener } from "../support/opener.ts";
import { Person } from "../support/person.ts";
import { Session, ended, track } from "../support/session.ts";
import { expect, test } from "./network.ts";

test("a ring is accepted in a notification of the app, and the browser comes in", async ({
  lan,
  launchOptions,
}) => {
  const session = await Session.start();
  const notifications = await Notifications.open(session.bus);
  const opener = await Opener.install(session);
  const ada = await lan.computer("ada", "10.7.0.1/24");
  const settings = {
    HEARTH_LISTEN: "[::]:7466",
    HEARTH_VISIBILITY: "everyone",
    HEARTH_NAME: "Ada",
  };
  const env = { ...session.env, ...settings };
  const hearth = track(spawn(await ada.wrap(app), ["--hidden"], { env, stdio: "ignore" }));

  const computer = await lan.computer("ben", "10.7.0.2/24");
  await computer.host({ name: "Ben" });
  const executablePath = await computer.wrap(launchOptions.executablePath!);
  const browser = await chromium.launch({ ...launchOptions, executablePath });
  const look = { name: "Ben", permissions: ["camera", "microphone"] };
  const ben = await Person.open(browser, "http://127.0.0.1:7466", look);
  await ben.page.goto("/");
  await ben.textbox("Your name").fill("Ben");
  await ben.button("Ring Ada with video").click();

  const ring = await notifications.titled("Ben rings");
  expect(ring.actions).toEqual(["default", "", "accept", "Accept", "decline", "Decline"]);
  notifications.press(ring, "accept");
  await ben.isIn();
  const code = ben.page.url().slice(-11);
  await expect.poll(() => opener.page()).toMatch(new RegExp(`/hosts/[a-z2-7]+/m/${code}#ticket$`));

  await browser.close();
  await ended(hearth);
  await session.stop();
});
