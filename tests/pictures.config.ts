import config from "./playwright.config.ts";

/** Takes the pictures that README.md and the documents show, into `docs`. */
export default {
  ...config,
  workers: 1,
  timeout: 180_000,
  projects: [{ name: "pictures", testDir: "pictures" }],
};
