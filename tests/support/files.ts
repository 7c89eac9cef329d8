/** Files for tests: made, offered, and looked at when they arrive. */
import { createCipheriv, createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import type { Download, Locator } from "@playwright/test";

import type { Person } from "./person.ts";

declare global {
  interface Window {
    /** Every data channel that the page has opened. */
    dataChannels: RTCDataChannel[];
  }
}

export interface Made {
  path: string;
  sha256: string;
}

/** A folder of files that nobody can compress, until it is removed. */
export class Folder {
  private constructor(readonly path: string) {}

  static async make(): Promise<Folder> {
    return new Folder(await mkdtemp(join(tmpdir(), "hearth-files-")));
  }

  async text(name: string, text: string): Promise<Made> {
    const path = join(this.path, name);
    await writeFile(path, text);
    return { path, sha256: createHash("sha256").update(text).digest("hex") };
  }

  async random(name: string, megabytes: number): Promise<Made> {
    const path = join(this.path, name);
    const file = await open(path, "w");
    const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16, 7), Buffer.alloc(16));
    const nothing = Buffer.alloc(1024 * 1024);
    const hash = createHash("sha256");
    for (let at = 0; at < megabytes; at++) {
      const block = noise.update(nothing);
      hash.update(block);
      await file.write(block);
    }
    await file.close();
    return { path, sha256: hash.digest("hex") };
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }
}

/** Lets a page save as browsers without a dialog do, and tells of its data channels. */
export async function withoutDialog({ context }: Person): Promise<void> {
  await context.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    window.dataChannels = [];
    const create = RTCPeerConnection.prototype.createDataChannel;
    RTCPeerConnection.prototype.createDataChannel = function (...given) {
      const channel = create.apply(this, given);
      window.dataChannels.push(channel);
      return channel;
    };
  });
}

/** Joins without a picture, whose encoding would take the time of the file. */
export async function joinUnseen(person: Person): Promise<void> {
  await person.button("Turn camera off").click();
  await person.join();
}

/** Chooses a file in the chat and offers it. */
export async function offer(
  person: Person,
  path: string,
  { to, keep = false }: { to?: string; keep?: boolean } = {},
): Promise<void> {
  await person.openPanel("Chat");
  await person.page.locator('input[type="file"]').setInputFiles(path);
  const dialog = person.page.getByRole("dialog");
  if (to !== undefined) {
    await dialog.getByRole("combobox", { name: /^To/ }).click();
    await person.page.getByRole("option", { name: to, exact: true }).click();
  }
  if (keep) await dialog.getByRole("switch", { name: "Keep for those who come later" }).click();
  await dialog.getByRole("button", { name: "Offer", exact: true }).click();
}

export function card({ page }: Person, name: string): Locator {
  return page.locator("[data-file]").filter({ hasText: name });
}

/** SHA-256 of what a browser saved. */
export async function sha256Of(download: Download): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(await download.path()), hash);
  return hash.digest("hex");
}
