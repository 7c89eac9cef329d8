import config from "./playwright.config.ts";

/** What needs networks of its own, which only an administrator may make. */
export default {
  ...config,
  workers: 2,
  projects: [{ name: "network", testDir: "network" }],
};
