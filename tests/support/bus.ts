/** A session bus of the test's own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export class Bus {
  private constructor(
    readonly address: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<Bus> {
    const daemon = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const end = () => daemon.kill("SIGKILL");
    process.once("exit", end);
    const [address] = (await once(createInterface(daemon.stdout), "line")) as [string];
    return new Bus(address, async () => {
      const exited = once(daemon, "exit");
      process.removeListener("exit", end);
      daemon.kill("SIGTERM");
      await exited;
    });
  }
}
