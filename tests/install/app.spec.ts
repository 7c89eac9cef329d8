import { once } from "node:events";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "@playwright/test";
import { Builder, By, Capabilities, type WebDriver, until } from "selenium-webdriver";

import { freePort } from "../support/addresses.ts";
import { end, root, run, start } from "../support/bare.ts";
import { Person } from "../support/person.ts";
import { Session } from "../support/session.ts";
import { Shown } from "../support/shown.ts";

// The second test installs what the first is to do without.
test.describe.configure({ mode: "serial" });

let session: Session;

test.beforeEach(async () => {
  session = await Session.start();
});

test.afterEach(async () => {
  await session.stop();
});

test("with nothing but its package, a screen and a session bus, Hearth opens its window and serves", async () => {
  const port = await freePort();
  const windows = await Shown.on(session.env["DISPLAY"]!);
  const shown = windows.window("Hearth");
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
    await windows.close();
  }
});

test("from its window a call is started in the browser, which someone joins", async ({
  browser,
}) => {
  await run("apt-get", "--quiet=2", "--yes", "install", "webkit2gtk-driver");
  await copyFile(process.env["TAURI_DRIVER"]!, join(root, "usr/local/bin/tauri-driver"));
  const asked = await standInBrowser();
  const [port, drivers, native] = [await freePort(), await freePort(), await freePort()];
  const ports = ["--port", `${drivers}`, "--native-port", `${native}`];
  const words = ["tauri-driver", ...ports, "--native-driver", "/usr/bin/WebKitWebDriver"];
  const hearth = start(asAda(port, ...words));
  try {
    const driver = await drive(drivers);
    const name = await driver.wait(
      until.elementLocated(By.css("input[autocomplete=name]")),
      20_000,
    );
    await name.sendKeys("Ada");
    await press(driver, "Begin");
    await press(driver, "New meeting");
    await expect.poll(asked).toContain("#ticket=");
    const url = new URL(await asked());
    expect(url.origin).toBe(`http://127.0.0.1:${port}`);

    const [ada, ben] = [
      await Person.open(browser, url.origin, { name: "Ada" }),
      await Person.open(browser, url.origin, { name: "Ben" }),
    ];
    await ada.page.goto(url.href);
    await ada.isIn();
    await ben.goTo(url.pathname.slice(-11));
    await ben.join();
    await Promise.all([ada, ben].map((person) => person.receivesFrom(1)));
    const seen = until.elementLocated(By.xpath("//*[normalize-space(text())='Ben']"));
    await driver.wait(seen, 20_000, "the window is the console of the call");
    await Promise.all([ada, ben].map((person) => person.close()));
  } finally {
    await end(hearth);
  }
});

/** Words that run a program as someone who has signed in to a desktop. */
function asAda(port: number, ...program: string[]): string[] {
  const variables = [
    `DISPLAY=${session.env["DISPLAY"]}`,
    "HOME=/home/ada",
    "HEARTH_DATA=/tmp/hearth",
    `HEARTH_LISTEN=127.0.0.1:${port}`,
    "HEARTH_VISIBILITY=nobody",
  ];
  return ["runuser", "-u", "ada", "--", "env", ...variables, "dbus-run-session", "--", ...program];
}

/** Makes a browser for the bare root that only notes what it is to open. */
async function standInBrowser(): Promise<() => Promise<string>> {
  const noted = "home/ada/asked";
  const program = join(root, "usr/local/bin/stand-in");
  await writeFile(program, `#!/bin/sh\nprintf %s "$1" >/${noted}\n`);
  await chmod(program, 0o755);
  const kinds = ["x-scheme-handler/http", "x-scheme-handler/https", "text/html"];
  const entry = ["Type=Application", "Name=Stand-in", "Exec=/usr/local/bin/stand-in %u"];
  const lines = ["[Desktop Entry]", ...entry, `MimeType=${kinds.join(";")};`];
  await writeFile(join(root, "usr/share/applications/stand-in.desktop"), `${lines.join("\n")}\n`);
  await mkdir(join(root, "etc/xdg"), { recursive: true });
  const defaults = kinds.map((kind) => `${kind}=stand-in.desktop`);
  const list = ["[Default Applications]", ...defaults].join("\n");
  await writeFile(join(root, "etc/xdg/mimeapps.list"), `${list}\n`);
  return () => readFile(join(root, noted), "utf8").catch(() => "");
}

async function press(driver: WebDriver, button: string): Promise<void> {
  const located = until.elementLocated(By.xpath(`//button[normalize-space()='${button}']`));
  await (await driver.wait(located, 20_000)).click();
}

/** Opens Hearth by its driver, as soon as that answers. */
async function drive(port: number): Promise<WebDriver> {
  const capabilities = new Capabilities({ "tauri:options": { application: "/usr/bin/hearth" } });
  capabilities.setBrowserName("wry");
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${url}/status`).then(
      (it) => it.ok,
      () => false,
    );
  await expect.poll(answers).toBe(true);
  return await new Builder().withCapabilities(capabilities).usingServer(url).build();
}
