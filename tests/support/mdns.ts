/** Packets of multicast DNS, right ones and wrong ones. */
import type { Dice } from "./dice.ts";

const SERVICE = "_hearth._tcp.local";
const [A, PTR, TXT, AAAA, SRV] = [1, 12, 16, 28, 33];

/** A name as a packet spells it. */
export function name(text: string): Buffer {
  const labels = text.split(".").map((label) => {
    const bytes = Buffer.from(label);
    return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  });
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function record(owner: string, type: number, data: Buffer, ttl = 120): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(type === PTR ? 1 : 0x8001, 2);
  head.writeUInt32BE(ttl, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([name(owner), head, data]);
}

function packet(flags: number, questions: Buffer[], answers: Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(flags, 2);
  head.writeUInt16BE(questions.length, 4);
  head.writeUInt16BE(answers.length, 6);
  return Buffer.concat([head, ...questions, ...answers]);
}

export const query = packet(0, [Buffer.concat([name(SERVICE), Buffer.from([0, PTR, 0, 1])])], []);

/** What an installation would announce, with these strings in its record. */
export function announcement(instance: string, strings: (string | Buffer)[], ttl = 120): Buffer {
  const texts = strings.map((string) => {
    const bytes = Buffer.from(string as string).subarray(0, 255);
    return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  });
  const [owner, host] = [`${instance}.${SERVICE}`, `${instance}.local`];
  const service = Buffer.concat([Buffer.from([0, 0, 0, 0, 0x1d, 0x2a]), name(host)]);
  return packet(
    0x8400,
    [],
    [
      record(SERVICE, PTR, name(owner), ttl),
      record(owner, SRV, service, ttl),
      record(owner, TXT, Buffer.concat(texts), ttl),
      record(host, A, Buffer.from([10, 7, 0, 200]), ttl),
      record(host, AAAA, Buffer.alloc(16, 0xfd), ttl),
    ],
  );
}

/** The strings of someone who can be rung. */
export function person(id: string, called: string): string[] {
  return ["v=1", `id=${id}`, `fp=${"A".repeat(43)}`, `n=${called}`, "r=1"];
}

/** An id that no other has. */
export function id(number: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  const digits = [...number.toString(32).padStart(16, "0")];
  return digits.map((digit) => letters[Number.parseInt(digit, 32)]).join("");
}

/** A packet of some wrong shape. */
export function wrong(dice: Dice): Buffer {
  const strange = ["v=1", "v=2", "id=", "id=ABC", "fp=!", "m=abcab", "m=", "r=", "n=\u202e", "="];
  const strings = Array.from({ length: dice.below(8) }, () =>
    dice.below(3) === 0 ? dice.bytes(255) : dice.pick([...strange, ...person(id(7), "Eve")]),
  );
  const right = dice.pick([
    query,
    announcement(id(dice.below(50)), strings, dice.pick([0, 1, 120, 0xffffffff])),
  ]);
  switch (dice.below(6)) {
    case 0:
      return dice.bytes(1500);
    case 1:
      return right.subarray(0, dice.below(right.length));
    case 2:
      return Buffer.concat([right, dice.bytes(200)]);
    case 3: {
      // A pointer to anywhere, itself included, where a name should be.
      const looped = Buffer.from(right);
      looped.writeUInt16BE(0xc000 | dice.below(right.length), 12);
      return looped;
    }
    case 4: {
      // More records than there are, or fewer.
      const miscounted = Buffer.from(right);
      for (const at of [4, 6, 8, 10]) miscounted.writeUInt16BE(dice.below(0x10000), at);
      return miscounted;
    }
    default: {
      const scratched = Buffer.from(right);
      for (let i = dice.below(12); i >= 0; i--) {
        scratched[dice.below(scratched.length)] = dice.below(256);
      }
      return scratched;
    }
  }
}
