import { readFile } from "node:fs/promises";
import { connect } from "node:net";

import { expect, test } from "@playwright/test";

import { figures } from "../support/figures.ts";
import { Hearthd } from "../support/hearthd.ts";

test("from start to the first answer, and the memory it takes", async () => {
  const fresh: number[] = [];
  const again: number[] = [];
  const idle: number[] = [];
  for (let run = 0; run < 20; run++) {
    const before = performance.now();
    const hearthd = await Hearthd.start();
    expect((await fetch(`${hearthd.url}/health`)).ok).toBe(true);
    fresh.push(performance.now() - before);
    await hearthd.stop();
    const beforeAgain = performance.now();
    await hearthd.restart();
    expect((await fetch(`${hearthd.url}/health`)).ok).toBe(true);
    again.push(performance.now() - beforeAgain);
    idle.push((await resident(hearthd.pid)) / 1024);
    await hearthd.remove();
  }
  console.log(`hearthd, first start to first answer:  ${figures(fresh, "ms")}`);
  console.log(`hearthd, later start to first answer:  ${figures(again, "ms")}`);
  console.log(`hearthd, resident when idle:           ${figures(idle, "MiB")}`);
});

test("what the UI's first load weighs", async ({ browser }) => {
  const hearthd = await Hearthd.start();
  const page = await browser.newPage();
  const paths = new Set<string>();
  page.on("request", (request) => paths.add(new URL(request.url()).pathname));
  await page.goto(hearthd.url);
  await expect(page.getByRole("button", { name: "New meeting" })).toBeVisible();
  const files = [...paths].filter((path) => !/^\/(api|socket\.io)\//.test(path));
  const sizes = await Promise.all(files.map((path) => compressed(hearthd.url, path)));
  const sum = sizes.reduce((a, b) => a + b, 0);
  console.log(`first load: ${(sum / 1024).toFixed(1)} KiB compressed, ${files.length} requests`);
  for (const [i, path] of files.entries()) {
    console.log(`  ${((sizes[i] ?? 0) / 1024).toFixed(1).padStart(7)} KiB  ${path}`);
  }
  await page.close();
  await hearthd.remove();
});

async function resident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]);
}

/** Bytes of the body as they are on the wire. */
async function compressed(url: string, path: string): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html,*/*\r\n` +
      "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n",
  );
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  return all.length - all.indexOf("\r\n\r\n") - 4;
}
