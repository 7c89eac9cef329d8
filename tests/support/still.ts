/** Pages that look the same on every machine: a font of their own, and nothing that moves or differs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Page } from "@playwright/test";

import type { Person } from "./person.ts";

const font = readFileSync(
  createRequire(import.meta.url).resolve(
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  ),
).toString("base64");

// What differs each time keeps its place.
const STYLE = `
  :root { --font: "Still"; --font-mono: "Still"; }
  time, video, .code { visibility: hidden !important; }
  *, *::before, *::after { transition: none !important; animation: none !important; }
`;

/** Whoever looks at it is in one place, and at one time. */
export const place = { locale: "en-GB", timezoneId: "UTC" };
const NOW = Date.UTC(2026, 2, 5, 12);
const THEN = Date.UTC(2026, 2, 4, 10);
const LENGTH = 45 * 60_000;

/** Has all pages of somebody be still. Scripts bring font and style, as the pages let in no others. */
export async function beStill({ context, page }: Person): Promise<void> {
  await context.addInitScript(
    ([font, style]) => {
      const bytes = Uint8Array.from(atob(font), (it) => it.charCodeAt(0));
      document.fonts.add(new FontFace("Still", bytes, { weight: "100 900" }));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets.push(sheet);
    },
    [font, STYLE] as const,
  );
  await page.clock.setFixedTime(NOW);
}

/** Has the server tell of this meeting as if it had been the day before, under another code. */
export async function recall(page: Page, code: string): Promise<void> {
  await page.route(/\/api\/history/, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace("abc-def-234", code) });
    const told = (await response.text())
      .replaceAll(code, "abc-def-234")
      .replace(/"(startedAt|at|from)":\d{13}/g, `"$1":${THEN}`)
      .replace(/"until":(null|\d{13})/g, `"until":${THEN + LENGTH}`)
      .replace(/"length":\d+/g, `"length":${LENGTH}`);
    await route.fulfill({ response, body: told });
  });
}
