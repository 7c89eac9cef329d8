/** A server that says what a test wants of the network; the UI and its other requests are real. */
import type { Page, Route } from "@playwright/test";

import type { NativeEvent } from "../../ui/src/protocol/NativeEvent.ts";
import type { NativeRequest } from "../../ui/src/protocol/NativeRequest.ts";
import { Waiting } from "./waiting.ts";

type RequestOf<T extends NativeRequest["type"]> = Extract<NativeRequest, { type: T }>;

const SESSION = "standby";

/**
 * The connection on which one stands by, spoken by polling as the page asks, and
 * REST answers by method and path. Nothing of this reaches the real server.
 */
export class Neighbourhood {
  readonly #answers = new Map<string, unknown>();
  readonly #requests: NativeRequest[] = [];
  readonly #waiting = new Waiting();
  #queue: string[] = [];
  #poll: (() => void) | undefined;
  #isReleased = false;

  static async around(page: Page): Promise<Neighbourhood> {
    const neighbourhood = new Neighbourhood();
    // What is stood in for here is polled.
    await page.routeWebSocket("**/socket.io/**", (socket) => socket.close());
    await page.route("**/socket.io/**", (route) => neighbourhood.#serve(route));
    await page.route(/\/api\/(resolve|hosts|network|doctor|missed)/, (route) =>
      neighbourhood.#rest(route),
    );
    return neighbourhood;
  }

  /** What a request such as `GET /missed` is answered from now on. */
  answers(what: string, body: unknown = null): void {
    this.#answers.set(what, body);
  }

  /** Waits for the next request of this kind. */
  async asked<T extends NativeRequest["type"]>(type: T): Promise<RequestOf<T>> {
    return await this.#waiting.for(
      () => {
        const place = this.#requests.findIndex((request) => request.type === type);
        return place < 0 ? undefined : (this.#requests.splice(place, 1)[0] as RequestOf<T>);
      },
      () => `the page did not ask to ${type}`,
    );
  }

  /** Waits until the page stands by. */
  async standsBy(): Promise<void> {
    await this.asked("standBy");
  }

  /** Lets connections that are made from now on through to the real server. */
  release(): void {
    this.#isReleased = true;
  }

  tell(event: NativeEvent): void {
    this.#push(`42${JSON.stringify(["event", 0, event])}`);
  }

  async #rest(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    const what = `${route.request().method()} ${pathname.replace("/api", "")}`;
    const body = this.#answers.get(what);
    if (body === undefined) {
      const error = { code: "no_such_route", message: `The test says nothing of ${what}.` };
      await route.fulfill({ status: 404, json: error });
    } else if (body === null) {
      await route.fulfill({ status: 204 });
    } else {
      await route.fulfill({ json: body });
    }
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    const session = url.searchParams.get("sid");
    const isOurs = session === null ? !this.#isReleased : session === SESSION;
    if (!isOurs) return await route.continue();
    const body = (text: string) => route.fulfill({ contentType: "text/plain", body: text });
    if (request.method() === "POST") {
      for (const packet of (request.postData() ?? "").split("\x1e")) this.#hear(packet);
      await body("ok");
    } else if (session === null) {
      this.#queue = [];
      const limits = { pingInterval: 60_000, pingTimeout: 60_000, maxPayload: 1_000_000 };
      await body(`0${JSON.stringify({ sid: SESSION, upgrades: [], ...limits })}`);
    } else {
      if (this.#queue.length === 0) await new Promise<void>((resolve) => (this.#poll = resolve));
      await body(this.#queue.splice(0).join("\x1e")).catch(() => {
        // The page is gone.
      });
    }
  }

  #hear(packet: string): void {
    if (packet.startsWith("40")) this.#push(`40${JSON.stringify({ sid: "socket" })}`);
    const [, ack, args] = /^42(\d+)(\[.*)$/s.exec(packet) ?? [];
    if (args === undefined) return;
    const [, request] = JSON.parse(args) as [string, NativeRequest];
    this.#requests.push(request);
    this.#push(`43${ack}${JSON.stringify([{ ok: true }])}`);
    this.#waiting.wake();
  }

  #push(packet: string): void {
    this.#queue.push(packet);
    this.#poll?.();
    this.#poll = undefined;
  }
}
