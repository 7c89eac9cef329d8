/** Pictures for documents, which are to weigh little. */
import { writeFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

/** Keeps what a page shows as WebP, which the page's browser makes. */
export async function keepPicture(page: Page, path: string): Promise<void> {
  // Where the pointer rests, something would be lit.
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
  const maker = await page.context().newPage();
  const url = await maker.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (it) => it.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.85);
  }, picture.toString("base64"));
  await maker.close();
  await writeFile(path, Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}
