/** A client of Animo Meet, in a meeting or on its way to one. */
import { Older, type OlderLook } from "./older.ts";

/** What an Animo client says that it sends. */
export const flags = {
  peerAudioEnabled: true,
  peerAudioAvailable: true,
  peerVideoEnabled: false,
  peerVideoAvailable: true,
};

export class Animo extends Older {
  constructor(
    url: string,
    readonly roomID: string,
    readonly name: string,
    options?: OlderLook,
  ) {
    super(`${url}/animo`, options);
  }

  get username(): string {
    return this.name.toLowerCase();
  }

  join(more: object = {}): void {
    const media = {
      audioEnabled: flags.peerAudioEnabled,
      audioAvailable: flags.peerAudioAvailable,
      videoEnabled: flags.peerVideoEnabled,
      videoAvailable: flags.peerVideoAvailable,
    };
    const { roomID, username, name } = this;
    this.say("join-call", { roomID, username, name, ...media, ...more });
  }

  async joined(): Promise<this> {
    await this.connected();
    this.join();
    await this.next("user-joined");
    return this;
  }

  /** A line of chat as three arguments. */
  write(text: string, time: unknown = "10:00"): void {
    this.say("chat-message", this.name, text, time);
  }

  /** A line of chat as an object. */
  writeObject(data: string, more: object = {}): void {
    const socketIdSender = this.id;
    this.say("chat-message", { sender: this.name, data, time: "10:00", socketIdSender, ...more });
  }
}
