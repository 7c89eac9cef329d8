import { defineConfig } from "@playwright/test";

export default defineConfig({
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env["CI"] === undefined ? "list" : "dot",
  use: {
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--use-fake-ui-for-media-stream",
        // Three cameras are encoded and decoded on two cores.
        "--use-fake-device-for-media-stream=fps=10",
        "--auto-select-desktop-capture-source=Entire screen",
        // Two browsers on a machine without a network still reach each other.
        "--allow-loopback-in-peer-connection",
        "--autoplay-policy=no-user-gesture-required",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
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
