import { once } from "node:events";
import { copyFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";

import { expect, test } from "@playwright/test";
import { Builder, By, Capabilities, type WebDriver, until } from "selenium-webdriver";

import { end, root, run, start } from "../support/bare.ts";
import { Person } from "../support/person.ts";
import { Screen } from "../support/screen.ts";

test.describe.configure({ mode: "serial" });

let screen: Screen;

test.beforeEach(async () => {
  screen = await Screen.start();
});

test.afterEach(async () => {
  await screen.close();
});

test("with nothing but its package, a screen and a session bus, the window opens and its server answers", async () => {
  const port = await freePort();
  const shown = screen.shows("Hearth");
  const hearth = start(asAda(port, "hearth"));
  let log = "";
  hearth.stderr!.on("data", (chunk: Buffer) => (log += chunk.toString()));
  try {
    const over = once(hearth, "exit").then(() => Promise.reject(new Error(`It ended:\n${log}`)));
    await Promise.race([shown, over]);
    over.catch(() => {});
    expect((await fetch(`http://127.0.0.1:${port}/health`)).ok).toBe(true);
  } finally {
    await end(hearth);
  }
});

test("from its window a call is started, which two Chromiums join", async ({ browser }) => {
  await run("apt-get", "--quiet=2", "--yes", "install", "webkit2gtk-driver");
  await copyFile(process.env["TAURI_DRIVER"]!, join(root, "usr/local/bin/tauri-driver"));
  const [port, drivers, native] = [await freePort(), await freePort(), await freePort()];
  const words = [
    "/usr/local/bin/tauri-driver",
    "--port",
    `${drivers}`,
    "--native-port",
    `${native}`,
  ];
  const session = start(asAda(port, ...words, "--native-driver", "/usr/bin/WebKitWebDriver"));
  let driver: WebDriver | undefined;
  try {
    driver = await drive(drivers);
    const name = await driver.wait(
      until.elementLocated(By.css("input[autocomplete=name]")),
      20_000,
    );
    await name.sendKeys("Ada");
    await driver.findElement(By.xpath("//button[normalize-space()='New meeting']")).click();
    await driver.wait(until.urlMatches(/\/m\/[a-z0-9-]{11}$/), 20_000);
    const url = new URL(await driver.getCurrentUrl());
    expect(url.origin).toBe(`http://127.0.0.1:${port}`);

    const people = await Promise.all(
      ["Ben", "Cleo"].map((name) => Person.open(browser, url.origin, { name })),
    );
    for (const person of people) {
      await person.goTo(url.pathname.slice(-11));
      await person.join();
    }
    await Promise.all(people.map((person) => person.receivesFrom(1)));
    await Promise.all(people.map((person) => person.close()));
  } finally {
    await driver?.quit();
    await end(session);
  }
});

/** Words that run a program as a person who has just signed in. */
function asAda(port: number, ...program: string[]): string[] {
  const variables = [
    `DISPLAY=${screen.display}`,
    "HEARTH_DATA=/tmp/hearth",
    `HEARTH_LISTEN=127.0.0.1:${port}`,
    "HEARTH_VISIBILITY=nobody",
  ];
  return ["runuser", "-u", "ada", "--", "env", ...variables, "dbus-run-session", "--", ...program];
}

/** Opens Hearth by its driver, as soon as that answers. */
async function drive(port: number): Promise<WebDriver> {
  const capabilities = new Capabilities({ "tauri:options": { application: "/usr/bin/hearth" } });
  capabilities.setBrowserName("wry");
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(() =>
      fetch(`${url}/status`).then(
        (it) => it.ok,
        () => false,
      ),
    )
    .toBe(true);
  return await new Builder().withCapabilities(capabilities).usingServer(url).build();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
