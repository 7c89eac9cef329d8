import { readFileSync, readdirSync } from 'node:fs'

/** The paths and texts of what is shown and decided, without tests. */
export function sources(...folders: string[]): (readonly [path: string, text: string])[] {
  return folders
    .flatMap((folder) =>
      readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `src/${folder}/${name}`,
      ),
    )
    .filter(
      (path) => /\.(svelte|ts)$/u.test(path) && !/\.(test|bench)\.ts$|\/testing\//u.test(path),
    )
    .toSorted()
    .map((path) => [path, readFileSync(path, 'utf8')] as const)
}
