import { defineConfig } from "@playwright/test";

import { executable, flags } from "./support/chromium.ts";

export default defineConfig({
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: {
      pathTemplate: "{testDir}/looks/{arg}{ext}",
      scale: "css",
      animations: "disabled",
      // Edges of letters may differ between machines; what is moved or missing is far more.
      threshold: 0.25,
      maxDiffPixels: 200,
    },
  },
  reporter: process.env["CI"] === undefined ? "list" : "dot",
  use: {
    launchOptions: {
      executablePath: executable,
      args: flags,
    },
    permissions: ["camera", "microphone"],
    viewport: { width: 1280, height: 800 },
    trace: "off",
  },
  projects: [
    { name: "server", testDir: "server" },
    // Three browsers in a call keep two cores busy; more at once only wait for each other.
    { name: "browser", testDir: "browser", workers: 1 },
    { name: "desktop", testDir: "desktop", workers: 1 },
  ],
});
