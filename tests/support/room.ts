/** A camera before a drawn room with somebody in it, and what a browser shows of it. */
import type { Locator } from "@playwright/test";

declare global {
  interface Window {
    /** What the drawn camera sees. */
    room: { dark: boolean };
  }
}

/**
 * Runs in the page: its camera sees somebody with a striped shirt before a chequered wall.
 * Small and slow where nothing else is said, as browsers of tests have no graphics processor.
 */
export function drawnRoom({ width, rate } = { width: 320, rate: 4 }): void {
  window.room = { dark: false };
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);

  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    if (constraints?.video === undefined || constraints.video === false) return stream;
    for (const track of stream.getVideoTracks()) track.stop();
    return new MediaStream([...stream.getAudioTracks(), ...picture().getVideoTracks()]);
  };

  function picture(): MediaStream {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, (width * 9) / 16];
    const context = canvas.getContext("2d")!;
    context.scale(width / 320, width / 320);
    const fill = (colour: string, path: () => void) => {
      context.fillStyle = colour;
      context.beginPath();
      path();
      context.fill();
    };
    const draw = () => {
      fill("#5c7258", () => context.rect(0, 0, 320, 180));
      fill("#a9b79d", () => {
        for (let y = 0; y < 180; y += 10) {
          for (let x = y % 20; x < 320; x += 20) context.rect(x, y, 10, 10);
        }
      });
      const sway = Math.sin(performance.now() / 900) * 3;
      fill("#a3342e", () => context.ellipse(160 + sway, 190, 82, 85, 0, 0, 7));
      fill("#d98880", () => {
        for (let x = 100; x < 220; x += 12) context.rect(x + sway, 130, 6, 50);
      });
      fill("#e0a37e", () => context.ellipse(160 + sway, 75, 31, 39, 0, 0, 7));
      if (window.room.dark) fill("#000c", () => context.rect(0, 0, 320, 180));
    };
    draw();
    setInterval(draw, 960 / rate);
    return canvas.captureStream(rate);
  }
}

/** What a video shows: how sharp the wall and the shirt are, and colours. */
export interface Shown {
  width: number;
  /** How much pixels beside each other differ, from 0 to 255. */
  sharpness: { wall: number; shirt: number };
  brightness: number;
  wall: number[];
  face: number[];
}

export async function shown(tile: Locator): Promise<Shown> {
  return await tile
    .locator("video")
    .first()
    .evaluate((element) => {
      const video = element as HTMLVideoElement;
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [320, 180];
      const context = canvas.getContext("2d")!;
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const pixels = (x: number, y: number, width: number, height: number) => {
        const { data } = context.getImageData(x, y, width, height);
        return Array.from({ length: width * height }, (_, at) => [
          ...data.slice(at * 4, at * 4 + 3),
        ]);
      };
      const mean = (all: number[][]) =>
        [0, 1, 2].map((it) => all.reduce((sum, pixel) => sum + pixel[it]!, 0) / all.length);
      const sharpness = (width: number, all: number[][]) => {
        const greens = all.map((pixel) => pixel[1]!);
        const differences = greens.map((it, at) =>
          at % width === 0 ? 0 : Math.abs(it - greens[at - 1]!),
        );
        return differences.reduce((sum, it) => sum + it, 0) / differences.length;
      };
      const wall = pixels(10, 20, 60, 60);
      return {
        width: video.videoWidth,
        sharpness: { wall: sharpness(60, wall), shirt: sharpness(80, pixels(120, 140, 80, 30)) },
        brightness: mean(pixels(0, 0, 320, 180))[1]!,
        wall: mean(wall),
        face: mean(pixels(150, 65, 20, 20)),
      };
    });
}
