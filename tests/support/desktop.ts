/** The real window, driven as its user would, on a screen and a session bus of the test's own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { resolve } from "node:path";

import { Builder, By, Capabilities, type WebDriver, until } from "selenium-webdriver";

import { freePort } from "./addresses.ts";
import { app } from "./hearth.ts";
import { Session } from "./session.ts";

const tauriDriver = resolve(process.env["TAURI_DRIVER"] ?? "../target/tools/bin/tauri-driver");
const nativeDriver = "/usr/bin/WebKitWebDriver";

export interface Options {
  size?: string;
  /** Arguments of the app. */
  args?: string[];
  /** More environment variables. */
  env?: NodeJS.ProcessEnv;
  /** A session that is there already, and stays when the window is closed. */
  session?: Session;
}

export class Desktop {
  #isClosed = false;

  private constructor(
    readonly driver: WebDriver,
    readonly session: Session,
    private readonly drivers: ChildProcess,
    private readonly keeps: boolean,
  ) {}

  static async start(given: string | Options = {}): Promise<Desktop> {
    const options: Options = typeof given === "string" ? { size: given } : given;
    const session = options.session ?? (await Session.start(options.size));
    const [port, nativePort] = [await freePort(), await freePort()];
    const ports = ["--port", `${port}`, "--native-port", `${nativePort}`];
    const drivers = spawn(tauriDriver, [...ports, "--native-driver", nativeDriver], {
      // A group of its own, so that the app ends with it.
      detached: true,
      stdio: "ignore",
      env: { ...session.env, ...options.env },
    });
    await answers(port, drivers);
    const tauri = { application: app, args: options.args ?? [] };
    const capabilities = new Capabilities({ "tauri:options": tauri });
    capabilities.setBrowserName("wry");
    const driver = await new Builder()
      .withCapabilities(capabilities)
      .usingServer(`http://127.0.0.1:${port}/`)
      .build();
    return new Desktop(driver, session, drivers, options.session !== undefined);
  }

  get home(): string {
    return this.session.home;
  }

  /** The address of the server inside. */
  async url(): Promise<string> {
    return new URL(await this.driver.getCurrentUrl()).origin;
  }

  /** A button, by what is written on it, or said of it. */
  named(label: string): By {
    return By.xpath(`//button[normalize-space()='${label}' or @aria-label='${label}']`);
  }

  /** Waits until the page says something. */
  async shows(text: string): Promise<void> {
    const said = By.xpath(`//body[contains(normalize-space(), "${text}")]`);
    await this.driver.wait(until.elementLocated(said), 20_000);
  }

  /** Waits until the page has nothing of this kind any more. */
  async clears(selector: string): Promise<void> {
    const isGone = async () => (await this.driver.findElements(By.css(selector))).length === 0;
    await this.driver.wait(isGone, 20_000);
  }

  /** Tells the name that is asked for at the first start. */
  async begin(name: string): Promise<void> {
    const box = By.css("input[autocomplete=name]");
    await (await this.driver.wait(until.elementLocated(box), 20_000)).sendKeys(name);
    await this.driver.findElement(this.named("Begin")).click();
    await this.driver.wait(until.elementLocated(this.named("New meeting")), 20_000);
  }

  /** Asks the shell, as the page does. */
  async invoke<T = unknown>(command: string, given: object = {}): Promise<T> {
    const script = `
      const [command, given, done] = arguments;
      window.__TAURI_INTERNALS__.invoke(command, given).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`;
    const answer = await this.driver.executeAsyncScript<{ value: T; error?: string }>(
      script,
      command,
      given,
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** Listens to an event of the shell, as the page does. */
  async hear(event: string): Promise<void> {
    const script = `
      const [event, done] = arguments;
      const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
      window.heard ??= [];
      const handler = transformCallback(({ payload }) => window.heard.push([event, payload]));
      invoke("plugin:event|listen", { event, target: { kind: "Any" }, handler }).then(
        () => done(null),
        (error) => done(String(error)),
      );`;
    const error = await this.driver.executeAsyncScript<string | null>(script, event);
    if (error !== null) throw new Error(error);
  }

  /** The events that were listened to, each with what it told. */
  async heard(): Promise<[string, unknown][]> {
    return await this.driver.executeScript("return window.heard");
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.driver.takeScreenshot(), "base64");
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.driver.quit().catch(() => undefined);
    const group = -this.drivers.pid!;
    const exited = once(this.drivers, "exit");
    process.kill(group, "SIGTERM");
    await exited;
    while (isAlive(group)) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!this.keeps) await this.session.stop();
  }
}

function isAlive(group: number): boolean {
  try {
    process.kill(group, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a port answers; fails when its process ends first. */
async function answers(port: number, process: ChildProcess): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const [outcome] = await Promise.race([
      once(socket, "connect").then(() => ["open"]),
      once(socket, "error").then(() => ["closed"]),
    ]).catch(() => ["closed"]);
    socket.destroy();
    if (outcome === "open") return;
    if (process.exitCode !== null) throw new Error("tauri-driver did not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
