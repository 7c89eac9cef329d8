import config from "./playwright.config.ts";

/** What people install: as it is, and in use in a bare Debian that `cargo xtask install-test` makes. */
export default {
  ...config,
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  projects: [
    { name: "packages", testDir: "install", testMatch: "packages.spec.ts" },
    { name: "root", testDir: "install", testIgnore: "packages.spec.ts" },
  ],
};
