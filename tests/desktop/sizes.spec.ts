import { faultsInWindow } from "../support/axe.ts";
import { Desktop } from "../support/desktop.ts";
import { expect, test } from "../support/desktops.ts";

for (const [width, height] of [
  [800, 600],
  [3840, 2160],
] as const) {
  test(`the window is in order at ${width} by ${height}`, async () => {
    const window = await Desktop.start(`${width}x${height}`);
    const { driver } = window;
    await driver.manage().window().setRect({ x: 0, y: 0, width, height });
    const inOrder = async (place: string) => {
      expect(await faultsInWindow(window), place).toEqual([]);
      const wide = "return document.documentElement.scrollWidth - innerWidth";
      expect(await driver.executeScript(wide), `${place} fits`).toBeLessThanOrEqual(0);
    };
    await window.begin("Ada Augusta Byron King, Countess of Lovelace and Ockham");
    await inOrder("home");
    for (const section of ["profile", "privacy", "start", "about"]) {
      await driver.get(`${await window.url()}/settings/${section}`);
      await window.shows("Appearance");
      await inOrder(section);
    }
    await window.close();
  });
}
