/** A desktop's notifications: it shows none, but knows them and presses what is in them. */
import {
  type Message,
  type MessageBus,
  Message as DBusMessage,
  type Variant,
} from "@jellybrick/dbus-next";

import { Waiting } from "./waiting.ts";

const NAME = "org.freedesktop.Notifications";
const PATH = "/org/freedesktop/Notifications";

export interface Shown {
  id: number;
  title: string;
  body: string;
  /** The name and the label of each, by turns. */
  actions: string[];
  /** Whether it stays until it is answered. */
  urgent: boolean;
}

export class Notifications {
  /** All that were shown, also those that are gone. */
  readonly shown: Shown[] = [];
  readonly closed = new Set<number>();
  readonly #waiting = new Waiting();

  private constructor(private readonly bus: MessageBus) {}

  static async open(bus: MessageBus): Promise<Notifications> {
    const notifications = new Notifications(bus);
    bus.addMethodHandler((message: Message) => notifications.#handle(message));
    await bus.requestName(NAME);
    return notifications;
  }

  /** Waits for one with a title. */
  async titled(title: string): Promise<Shown> {
    return await this.#waiting.for(
      () => this.shown.find((it) => it.title === title),
      () => `no notification “${title}” came; only ${JSON.stringify(this.shown)}`,
    );
  }

  /** Waits until one is taken away. */
  async gone({ id, title }: Shown): Promise<void> {
    await this.#waiting.for(
      () => this.closed.has(id) || undefined,
      () => `“${title}” is still there`,
    );
  }

  /** Presses an action, `default` being the notification itself. */
  press({ id }: Shown, action: string): void {
    this.#signal("ActionInvoked", "us", [id, action]);
    this.#signal("NotificationClosed", "uu", [id, 2]);
  }

  #signal(name: string, signature: string, body: unknown[]): void {
    this.bus.send(DBusMessage.newSignal(PATH, NAME, name, signature, body));
  }

  #handle(message: Message): boolean {
    if (message.interface !== NAME) return false;
    const reply = (signature: string, body: unknown[]) => {
      this.bus.send(DBusMessage.newMethodReturn(message, signature, body));
      return true;
    };
    switch (message.member) {
      case "Notify": {
        const [, , , title, body, actions, hints] = message.body as [
          ...[string, number, string, string, string, string[]],
          Record<string, Variant>,
        ];
        const id = this.shown.length + 1;
        this.shown.push({ id, title, body, actions, urgent: hints["urgency"]?.value === 2 });
        reply("u", [id]);
        this.#waiting.wake();
        return true;
      }
      case "CloseNotification": {
        const id = message.body[0] as number;
        this.closed.add(id);
        reply("", []);
        this.#signal("NotificationClosed", "uu", [id, 3]);
        this.#waiting.wake();
        return true;
      }
      case "GetCapabilities":
        return reply("as", [["actions", "body", "body-markup", "persistence"]]);
      case "GetServerInformation":
        return reply("ssss", ["Test", "Hearth", "1", "1.2"]);
      default:
        return false;
    }
  }
}
