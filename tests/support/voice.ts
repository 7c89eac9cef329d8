/** A file of somebody who speaks in a noisy room, for browsers whose microphone plays it. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { flags } from "./chromium.ts";

const RATE = 48_000;
// They speak for a while, and listen for a while.
const SPEAKS = 1.6;
const PAUSES = 1.4;
const TURNS = 4;

/** How every Chromium is started whose user sits in that room. */
export function inNoisyRoom(): string[] {
  const path = join(tmpdir(), `hearth-voice-${process.pid}.wav`);
  writeFileSync(path, wav(room()));
  return [...flags, `--use-file-for-fake-audio-capture=${path}`];
}

function room(): Float32Array {
  const samples = new Float32Array(RATE * TURNS * (SPEAKS + PAUSES));
  // The same in every run.
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 31 - 1;
  };
  let phase = 0;
  for (let index = 0; index < samples.length; index++) {
    const at = (index / RATE) % (SPEAKS + PAUSES);
    const pitch = 140 + 25 * Math.sin(2 * Math.PI * 0.7 * at) + 3 * Math.sin(2 * Math.PI * 5 * at);
    phase += (2 * Math.PI * pitch) / RATE;
    samples[index] = 0.02 * random() + (at < SPEAKS ? 0.3 * vowel(phase, pitch, at) : 0);
  }
  return samples;
}

/** A throat's tone, as a mouth shapes it that opens and closes four times a second. */
function vowel(phase: number, pitch: number, at: number): number {
  const opening = Math.sin(Math.PI * 4 * at) ** 2;
  const formants = [400 + 350 * opening, 1_100 + 500 * Math.sin(2 * Math.PI * 0.9 * at), 2_500];
  let sum = 0;
  for (let overtone = 1; overtone <= 24; overtone++) {
    const heard = formants.map((it) => Math.exp(-(((overtone * pitch - it) / 180) ** 2)));
    sum += Math.sin(overtone * phase) * (0.05 / overtone + Math.max(...heard) * 0.5);
  }
  return (0.1 + 0.9 * opening) * sum * 0.5;
}

function wav(samples: Float32Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  });
  return file;
}
