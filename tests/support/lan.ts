/** A network of the test's own: switches, and computers at them, each a namespace. */
import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type Server, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Client } from "./client.ts";
import { Hearthd, type Options, binary } from "./hearthd.ts";

const run = promisify(execFile);

let made = 0;

export class Lan {
  readonly #computers: Computer[] = [];
  #ports = 0;

  private constructor(readonly name: string) {}

  /** `undefined` where this user may make no networks. */
  static async make(): Promise<Lan | undefined> {
    const lan = new Lan(`hearth-${process.pid}-${made++}`);
    try {
      await run("ip", ["netns", "add", lan.name]);
    } catch {
      return undefined;
    }
    await lan.switch("lan");
    return lan;
  }

  /** Another switch, for another network. */
  async switch(name: string): Promise<void> {
    await this.ip("link", "add", name, "type", "bridge", "mcast_snooping", "0");
    await this.ip("link", "set", name, "up");
  }

  /** A computer at the switch `lan`, or at none if it is given no addresses. */
  async computer(name: string, ...addresses: string[]): Promise<Computer> {
    const computer = new Computer(this, `${this.name}-${name}`);
    this.#computers.push(computer);
    await run("ip", ["netns", "add", computer.namespace]);
    await computer.ip("link", "set", "lo", "up");
    if (addresses.length > 0) await computer.plug("eth0", "lan", ...addresses);
    return computer;
  }

  /** The words that make a command run where the switches are. */
  get inside(): string[] {
    return ["ip", "netns", "exec", this.name];
  }

  /** Runs a command where the switches are. */
  async run(...command: string[]): Promise<void> {
    const [first, ...rest] = [...this.inside, ...command];
    await run(first!, rest);
  }

  /** Changes the network itself. */
  async ip(...args: string[]): Promise<void> {
    await run("ip", ["-n", this.name, ...args]);
  }

  /** A name for a port of a switch that no other port has. */
  port(): string {
    return `port${this.#ports++}`;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#computers.map((computer) => computer.remove()));
    await run("ip", ["netns", "delete", this.name]);
  }
}

export class Computer {
  #hearthd: Hearthd | undefined;
  readonly #ports = new Map<string, string>();
  readonly #endings: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly lan: Lan,
    readonly namespace: string,
  ) {}

  /** The words that make a command run on it. */
  get inside(): string[] {
    return ["ip", "netns", "exec", this.namespace];
  }

  get hearthd(): Hearthd {
    if (this.#hearthd === undefined) throw new Error(`${this.namespace} runs no hearthd`);
    return this.#hearthd;
  }

  /** Runs a command on it, and returns what it prints. */
  async run(...command: string[]): Promise<string> {
    const [first, ...rest] = [...this.inside, ...command] as [string, ...string[]];
    return (await run(first, rest)).stdout;
  }

  /** A program that runs another one on it. */
  async wrap(program: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "hearth-inside-"));
    this.#endings.push(() => rm(folder, { recursive: true }));
    const path = join(folder, "inside");
    await writeFile(path, `#!/bin/sh\nexec ${this.inside.join(" ")} ${program} "$@"\n`);
    await chmod(path, 0o755);
    return path;
  }

  /** Changes its network. */
  async ip(...args: string[]): Promise<void> {
    await run("ip", ["-n", this.namespace, ...args]);
  }

  /** Gives it an interface, and leads a cable from there to a switch. */
  async plug(name: string, bridge: string, ...addresses: string[]): Promise<void> {
    const port = this.lan.port();
    this.#ports.set(name, port);
    const end = ["type", "veth", "peer", "name", name, "netns", this.namespace];
    await this.lan.ip("link", "add", port, ...end);
    await this.lan.ip("link", "set", port, "master", bridge, "up");
    // Nobody else has its address, so it need not wait to find that out.
    await this.run("sysctl", "-qw", `net.ipv6.conf.${name}.accept_dad=0`);
    await this.ip("link", "set", name, "up");
    for (const address of addresses) await this.ip("addr", "add", address, "dev", name, "nodad");
  }

  /** The port of the switch at the other end of an interface's cable. */
  portOf(name: string): string {
    return this.#ports.get(name)!;
  }

  /** Holds back what these rules of nftables say, until `open`. */
  async firewall(hook: "input" | "output", ...rules: string[]): Promise<void> {
    const chain = `add chain inet test ${hook} { type filter hook ${hook} priority 0; }`;
    const added = rules.map((rule) => `add rule inet test ${hook} ${rule} drop`);
    await this.run("nft", ["add table inet test", chain, ...added].join("; "));
  }

  async open(): Promise<void> {
    await this.run("nft", "flush ruleset");
  }

  /** Starts Hearth on it, seen by everyone. */
  async host(options: Options = {}): Promise<Hearthd> {
    const { inside } = this;
    const usual: Options = { listen: "[::]:7466", visibility: "everyone", inside };
    this.#hearthd = await Hearthd.start({ ...usual, ...options });
    const hearthd = this.#hearthd;
    this.#endings.push(() => hearthd.remove());
    return hearthd;
  }

  /** Where its Hearth is reached by those who sit at it. */
  async local(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "hearth-relay-"));
    const file = join(folder, "socket");
    const relay = this.#start("relay", file, "7466");
    await once(relay.stdout, "data");
    const server: Server = createServer((near) => {
      const far = connect(file);
      near.pipe(far).pipe(near);
      near.on("error", () => far.destroy()).on("close", () => far.destroy());
      far.on("error", () => near.destroy()).on("close", () => near.destroy());
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    this.#endings.push(async () => {
      server.close();
      const exited = once(relay, "exit");
      relay.kill();
      await exited;
      await rm(folder, { recursive: true });
    });
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  }

  /** Someone who sits at it. */
  async sit(url?: string): Promise<Client> {
    const client = await new Client(url ?? (await this.local())).connected();
    this.#endings.unshift(async () => client.close());
    return client;
  }

  /** What its Hearth's doctor says: the exit code, and of each topic the verdict. */
  async doctor(...args: string[]): Promise<{ code: number; lines: Map<string, string> }> {
    const { printed, code } = await this.run(binary, "doctor", ...args)
      .then((printed) => ({ printed, code: 0 }))
      .catch((error: { stdout: string; code: number }) => ({
        printed: error.stdout,
        code: error.code,
      }));
    const line = /^(good|doubtful|bad) +([^:]+): /gm;
    const lines = [...printed.matchAll(line)].map(([, verdict, topic]) => [topic!, verdict!]);
    return { code, lines: new Map(lines as [string, string][]) };
  }

  /** Sends packets from one of its addresses to everyone who listens to multicast DNS. */
  async babble(from: string, packets: Iterable<Buffer>): Promise<void> {
    const babbler = this.#start("babble", from);
    const exited = once(babbler, "exit");
    for (const packet of packets) {
      const taken = babbler.stdin.write(`${packet.toString("base64")}\n`);
      if (!taken) await once(babbler.stdin, "drain");
    }
    babbler.stdin.end();
    const [code] = (await exited) as [number];
    if (code !== 0) throw new Error("not everything could be sent");
  }

  async remove(): Promise<void> {
    for (const end of this.#endings.splice(0)) await end();
    await run("ip", ["netns", "delete", this.namespace]);
  }

  /** Starts a script on it that speaks to the test by its standard input and output. */
  #start(name: string, ...args: string[]): ChildProcessByStdio<Writable, Readable, null> {
    const script = fileURLToPath(new URL(`inside/${name}.mjs`, import.meta.url));
    const [first, ...rest] = [...this.inside, process.execPath, script, ...args];
    return spawn(first!, rest, { stdio: ["pipe", "pipe", "inherit"] });
  }
}
