/** A desktop's tray: it shows nothing, but knows what is in it and presses its menu. */
import {
  type Message,
  type MessageBus,
  Message as DBusMessage,
  Variant,
} from "@jellybrick/dbus-next";

import { Waiting } from "./waiting.ts";

const WATCHER = "org.kde.StatusNotifierWatcher";
const PROPERTIES = "org.freedesktop.DBus.Properties";
const MENU = "com.canonical.dbusmenu";

type Layout = [id: number, properties: Record<string, Variant>, children: Variant<Layout>[]];

/** An entry of the menu. */
export interface Entry {
  id: number;
  label: string;
  enabled: boolean;
  checked: boolean;
  entries: Entry[];
}

export class Tray {
  #item: { name: string; path: string } | undefined;
  readonly #waiting = new Waiting();

  private constructor(private readonly bus: MessageBus) {}

  static async open(bus: MessageBus): Promise<Tray> {
    const tray = new Tray(bus);
    bus.addMethodHandler((message: Message) => tray.#handle(message));
    await bus.requestName(WATCHER);
    return tray;
  }

  /** Waits until Hearth is in it. */
  async filled(): Promise<void> {
    await this.#found();
  }

  /** The file of the icon that is shown. */
  async icon(): Promise<string> {
    return String(await this.#property("IconName"));
  }

  /** The menu as it is now. */
  async menu(): Promise<Entry[]> {
    const [, root] = await this.#call(MENU, "GetLayout", "iias", [0, -1, []]);
    return entriesOf(root as Layout);
  }

  /** Waits until the menu is as wanted. */
  async until(wanted: (menu: Entry[]) => boolean): Promise<Entry[]> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const menu = await this.menu();
      if (wanted(menu)) return menu;
      if (Date.now() > deadline) throw new Error(`the menu stays ${JSON.stringify(menu)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Presses an entry, also of a menu inside the menu. */
  async press(label: string): Promise<void> {
    const entry = flat(await this.menu()).find((it) => it.label === label);
    if (entry === undefined) throw new Error(`the menu has no ${label}`);
    const given = [entry.id, "clicked", new Variant("i", 0), 0];
    await this.#call(MENU, "Event", "isvu", given);
  }

  async #property(name: string): Promise<unknown> {
    const { name: destination, path } = await this.#found();
    const message = new DBusMessage({
      ...{ destination, path, interface: PROPERTIES, member: "Get" },
      signature: "ss",
      body: ["org.kde.StatusNotifierItem", name],
    });
    const reply = await this.bus.call(message);
    return (reply?.body[0] as Variant).value;
  }

  async #call(face: string, member: string, signature: string, body: unknown[]) {
    const { name: destination } = await this.#found();
    const path = String(await this.#property("Menu"));
    const call = { destination, path, interface: face, member, signature, body };
    return (await this.bus.call(new DBusMessage(call)))?.body ?? [];
  }

  async #found(): Promise<{ name: string; path: string }> {
    return await this.#waiting.for(
      () => this.#item,
      () => "nothing came into the tray",
    );
  }

  #handle(message: Message): boolean {
    const reply = (signature: string, body: unknown[]) => {
      this.bus.send(DBusMessage.newMethodReturn(message, signature, body));
      return true;
    };
    if (message.interface === WATCHER && message.member === "RegisterStatusNotifierItem") {
      const path = String(message.body[0]);
      this.#item = {
        name: message.sender!,
        path: path.startsWith("/") ? path : "/StatusNotifierItem",
      };
      this.#waiting.wake();
      return reply("", []);
    }
    if (message.path !== "/StatusNotifierWatcher" || message.interface !== PROPERTIES) return false;
    const properties: Record<string, Variant> = {
      IsStatusNotifierHostRegistered: new Variant("b", true),
      ProtocolVersion: new Variant("i", 0),
      RegisteredStatusNotifierItems: new Variant("as", []),
    };
    if (message.member === "GetAll") return reply("a{sv}", [properties]);
    const asked = properties[String(message.body[1])];
    return message.member === "Get" && asked !== undefined ? reply("v", [asked]) : false;
  }
}

function entriesOf([, , children]: Layout): Entry[] {
  return children.map(({ value }) => {
    const [id, properties] = value;
    return {
      id,
      label: String(properties["label"]?.value ?? "").replace("_", ""),
      enabled: properties["enabled"]?.value !== false,
      checked: properties["toggle-state"]?.value === 1,
      entries: entriesOf(value),
    };
  });
}

function flat(menu: Entry[]): Entry[] {
  return menu.flatMap((entry) => [entry, ...flat(entry.entries)]);
}
