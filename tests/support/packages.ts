/** The packages that `cargo xtask bundle` made. */
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { tool } from "./tool.ts";

const folder = resolve(process.env["PACKAGES"] ?? "../target/release/bundle");

export const app = only("deb", /^Hearth_.*\.deb$/);
export const daemon = only("deb", /^hearthd_.*\.deb$/);
export const rpm = only("rpm", /\.rpm$/);

/** What a .deb puts where, in a folder of its own. */
export function unpacked(deb: string): string {
  const into = mkdtempSync(join(tmpdir(), "hearth-package-"));
  tool("dpkg-deb", "--extract", deb, into);
  return into;
}

/** The paths of all files in a folder, from its root. */
export function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length));
}

function only(kind: string, name: RegExp): string {
  const [found, ...others] = readdirSync(join(folder, kind)).filter((it) => name.test(it));
  if (found === undefined || others.length > 0)
    throw new Error(`Not one ${name} in ${folder}/${kind}`);
  return join(folder, kind, found);
}
