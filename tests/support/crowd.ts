/** People without a browser of their own: one page sends the pictures and the sound of them all. */
import type { Browser, Page } from "@playwright/test";

import { Client } from "./client.ts";

declare global {
  interface Window {
    signal: (member: number, to: number, payload: object) => Promise<void>;
    receive: (member: number, from: number, payload: Received) => void;
  }
}

interface Received {
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit | null;
  instance?: string;
}

export class Crowd {
  private constructor(
    private readonly page: Page,
    private readonly members: Client[],
  ) {}

  /** So many enter a meeting, and answer whoever comes after them. */
  static async enter(browser: Browser, url: string, code: string, size: number): Promise<Crowd> {
    const page = await (await browser.newContext()).newPage();
    const members: Client[] = [];
    await page.exposeFunction("signal", async (member: number, to: number, payload: object) => {
      await members[member]!.must({ type: "signal", to, payload });
    });
    await page.evaluate(play);
    for (let member = 0; member < size; member++) {
      const client = await new Client(url).connected();
      client.socket.on("event", (_: number, event: { type: string }) => {
        if (event.type !== "signalled") return;
        const { from, payload } = event as unknown as { from: number; payload: Received };
        void page.evaluate(([member, from, payload]) => window.receive(member, from, payload), [
          member,
          from,
          payload,
        ] as const);
      });
      members.push(client);
      await client.join(code, `Guest ${member + 1}`);
    }
    return new Crowd(page, members);
  }

  async leave(): Promise<void> {
    for (const client of this.members) client.close();
    await this.page.context().close();
  }
}

/** Runs in the page: answers offers with one moving picture of 360 lines, and a sound that comes and goes. */
function play(): void {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [640, 360];
  const context = canvas.getContext("2d")!;
  let drawn = 0;
  setInterval(() => {
    context.fillStyle = `hsl(${(drawn * 2) % 360} 40% 50%)`;
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = "white";
    context.fillRect((drawn * 8) % 600, 150, 40, 60);
    drawn++;
  }, 1000 / 15);
  const picture = canvas.captureStream(15).getVideoTracks()[0]!;

  const audio = new AudioContext();
  const connections = new Map<number, { instance: string; connection: RTCPeerConnection }>();
  /** Each talks in turn, for a second and a half. */
  const voice = (member: number): MediaStreamTrack => {
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    const out = audio.createMediaStreamDestination();
    tone.connect(gain).connect(out);
    tone.start();
    setInterval(() => {
      const speaks = Math.floor(performance.now() / 1500) % 8 === member;
      gain.gain.value = speaks ? 0.4 : 0;
    }, 250);
    return out.stream.getAudioTracks()[0]!;
  };

  window.receive = (member, from, { description, candidate, instance }) => {
    void (async () => {
      const mine = `crowd-${member}`;
      const say = (payload: object) =>
        window.signal(member, from, { ...payload, instance: mine, peer: instance ?? null });
      const known = connections.get(member);
      if (description?.type === "offer" && known?.instance !== instance) {
        known?.connection.close();
        const connection = new RTCPeerConnection();
        connections.set(member, { instance: instance ?? "", connection });
        connection.onicecandidate = (event) => {
          void say({ candidate: event.candidate?.toJSON() ?? null });
        };
        await connection.setRemoteDescription(description);
        const [microphone, camera] = connection.getTransceivers();
        microphone!.direction = camera!.direction = "sendrecv";
        await microphone!.sender.replaceTrack(voice(member));
        await camera!.sender.replaceTrack(picture);
        // On a busy machine they are fewer rather than smaller.
        await camera!.sender.setParameters({
          ...camera!.sender.getParameters(),
          degradationPreference: "maintain-resolution",
        });
        await connection.setLocalDescription();
        await say({ description: connection.localDescription!.toJSON() });
        // They look at nothing, so that nothing is encoded for them.
        await say({ wanted: { camera: "none", screen: "none" } });
      } else if (description !== undefined && known !== undefined) {
        const { connection } = known;
        await connection.setRemoteDescription(description);
        if (description.type !== "offer") return;
        await connection.setLocalDescription();
        await say({ description: connection.localDescription!.toJSON() });
      } else if (candidate !== undefined) {
        await known?.connection.addIceCandidate(candidate ?? undefined);
      }
    })();
  };
}
