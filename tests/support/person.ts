/** One person at a browser of their own. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  expect,
} from "@playwright/test";

declare global {
  interface Window {
    /** Every peer connection that the page has made. */
    peerConnections: RTCPeerConnection[];
  }
}

export interface Look extends BrowserContextOptions {
  name: string;
}

/** What one browser has decoded of what one other sent. */
export interface Received {
  frames: number;
  energy: number;
}

export class Person {
  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, baseURL: string, { name, ...look }: Look): Promise<Person> {
    const context = await browser.newContext({ baseURL, ignoreHTTPSErrors: true, ...look });
    await context.addInitScript(() => {
      const made: RTCPeerConnection[] = [];
      window.peerConnections = made;
      const Original = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Original {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          made.push(this);
        }
      };
    });
    return new Person(name, context, await context.newPage());
  }

  /** Who sits at a browser that was started by somebody else. */
  static at(name: string, page: Page): Person {
    return new Person(name, page.context(), page);
  }

  /** What a screen reader would find on their page now. */
  async whatTheySee(): Promise<string> {
    const seen = this.page.locator("body").ariaSnapshot({ timeout: 5_000 });
    return `${this.name}, ${this.page.url()}:\n${await seen.catch((error) => String(error))}`;
  }

  /** Presses New meeting at home, and returns the code. */
  async newMeeting(): Promise<string> {
    await this.#beginBy("New meeting");
    await this.page.waitForURL(/\/m\/[a-z0-9-]{11}$/);
    return this.page.url().slice(-11);
  }

  /** Goes into the room that is their own, and returns its code. */
  async enterOwnRoom(): Promise<string> {
    await this.#beginBy("My room");
    await this.join();
    return this.page.url().slice(-11);
  }

  async #beginBy(button: string): Promise<void> {
    await this.page.goto("/");
    await this.textbox("Your name").fill(this.name);
    await this.button(button).click();
  }

  /** Stands in the green room of a meeting, with the name filled in. */
  async goTo(code: string): Promise<void> {
    await this.page.goto(`/m/${code}`);
    await this.textbox("Your name").fill(this.name);
  }

  /** Waits until the green room shows the own picture. */
  async seesThemselves(): Promise<void> {
    const video = this.page.locator("video").first();
    await expect
      .poll(() => video.evaluate((it) => (it as HTMLVideoElement).videoWidth))
      .toBeGreaterThan(0);
  }

  async join(): Promise<void> {
    await this.button("Join now").click();
    await this.isIn();
  }

  /** Waits until the call is on the screen. */
  async isIn(): Promise<void> {
    await expect(this.button("Leave")).toBeVisible();
    await expect(this.tile(this.name)).toBeVisible();
  }

  async sees(...names: string[]): Promise<void> {
    for (const name of names) await expect(this.tile(name)).toBeVisible();
  }

  async sees_not(name: string): Promise<void> {
    await expect(this.tile(name)).toHaveCount(0);
  }

  /** Opens a side panel, unless it is open. */
  async openPanel(name: "Chat" | "Notes" | "People"): Promise<void> {
    const inside = {
      Chat: this.textbox("Message"),
      Notes: this.textbox("Shared notes"),
      People: this.page.getByRole("list", { name: "Participants" }),
    }[name];
    if (!(await inside.isVisible())) await this.button(name).click();
    await expect(inside).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.openPanel("Chat");
    await this.textbox("Message").fill(text);
    await this.button("Send").click();
  }

  /** Waits until the picture of someone moves on the screen. */
  async seesMoving(name: string): Promise<void> {
    const video = this.tile(name).locator("video").first();
    await expect
      .poll(() => video.evaluate(moves), {
        message: `${this.name} sees ${name} move`,
        timeout: 40_000,
      })
      .toBe(true);
  }

  /** Waits until so many others are decoded, picture and sound. */
  async receivesFrom(others: number): Promise<void> {
    const before = await this.received();
    await expect
      .poll(
        async () => {
          const now = await this.received();
          const flowing = now.filter((it, i) => {
            const was = before[i] ?? { frames: 0, energy: 0 };
            return it.frames > was.frames && it.energy > was.energy;
          });
          return flowing.length;
        },
        {
          message: `${this.name} decodes picture and sound of ${others} others`,
          intervals: [100],
        },
      )
      .toBe(others);
  }

  /** What each live peer connection has decoded so far, in the order they were made. */
  async received(): Promise<Received[]> {
    return await this.page.evaluate(async () => {
      const live = window.peerConnections.filter((it) => it.connectionState === "connected");
      return await Promise.all(
        live.map(async (connection) => {
          const sum = { frames: 0, energy: 0 };
          for (const report of (await connection.getStats()).values()) {
            if (report.type !== "inbound-rtp") continue;
            sum.frames += report.framesDecoded ?? 0;
            sum.energy += report.totalAudioEnergy ?? 0;
          }
          return sum;
        }),
      );
    });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  textbox(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  tile(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Whether two pictures of a video, some frames apart, differ. */
async function moves(element: SVGElement | HTMLElement): Promise<boolean> {
  const video = element as HTMLVideoElement;
  if (video.videoWidth === 0) return false;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const picture = () => {
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const before = picture();
  for (let frame = 0; frame < 5; frame++) {
    const shown = await new Promise((resolve) => {
      video.requestVideoFrameCallback(() => resolve(true));
      setTimeout(() => resolve(false), 1_000);
    });
    if (shown === false) return false;
  }
  const after = picture();
  let difference = 0;
  before.forEach((value, i) => (difference += Math.abs(value - (after[i] ?? 0))));
  // Noise of the codec alone is far below this.
  return difference > canvas.width * canvas.height;
}
