/** The real window, on a screen and a session bus of the test's own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";

const app = resolve(process.env["HEARTH_APP"] ?? "../target/debug/hearth");
const tauriDriver = resolve(process.env["TAURI_DRIVER"] ?? "../target/tools/bin/tauri-driver");
const nativeDriver = "/usr/bin/WebKitWebDriver";

export class Desktop {
  private constructor(
    readonly driver: WebDriver,
    readonly home: string,
    private readonly screen: ChildProcess,
  ) {}

  static async start(size = "1280x800"): Promise<Desktop> {
    const home = await mkdtemp(join(tmpdir(), "hearth-desktop-"));
    const [port, nativePort] = [await freePort(), await freePort()];
    const drive = [tauriDriver, "--port", `${port}`, "--native-port", `${nativePort}`];
    const screen = spawn(
      "xvfb-run",
      ["-a", "-s", `-screen 0 ${size}x24`, "dbus-run-session", "--"].concat(drive, [
        "--native-driver",
        nativeDriver,
      ]),
      {
        // A group of its own, so that the screen and the bus end with it.
        detached: true,
        stdio: "ignore",
        env: {
          ...process.env,
          HOME: home,
          XDG_DATA_HOME: join(home, "share"),
          XDG_CONFIG_HOME: join(home, "config"),
          XDG_CACHE_HOME: join(home, "cache"),
          HEARTH_DATA: join(home, "hearth"),
          HEARTH_LISTEN: "127.0.0.1:0",
          HEARTH_NAME: "Desktop",
          HEARTH_VISIBILITY: "nobody",
        },
      },
    );
    await answers(port, screen);
    const capabilities = new Capabilities({ "tauri:options": { application: app } });
    capabilities.setBrowserName("wry");
    const driver = await new Builder()
      .withCapabilities(capabilities)
      .usingServer(`http://127.0.0.1:${port}/`)
      .build();
    return new Desktop(driver, home, screen);
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.driver.takeScreenshot(), "base64");
  }

  async close(): Promise<void> {
    await this.driver.quit();
    const exited = once(this.screen, "exit");
    process.kill(-this.screen.pid!, "SIGTERM");
    await exited;
    await rm(this.home, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
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
