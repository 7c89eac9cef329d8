import config from "./playwright.config.ts";

/** What is measured rather than tested: one thing at a time, and printed. */
export default {
  ...config,
  workers: 1,
  reporter: "line",
  projects: [{ name: "bench", testDir: "bench" }],
};
