/** What no client should ever send. */
import type { CallCard } from "../../ui/src/protocol/CallCard.ts";
import type { NativeRequest } from "../../ui/src/protocol/NativeRequest.ts";
import { allOn, everything } from "./client.ts";
import type { Dice } from "./dice.ts";

const code = "abc-def-234";

const card: CallCard = {
  path: "/m/abc-def-234",
  title: "Weekly",
  state: "in",
  since: 7,
  media: allOn,
  people: 1,
  waiting: 0,
  seen: true,
};

/** One right request of every type. */
const right: { [Type in NativeRequest["type"]]: Extract<NativeRequest, { type: Type }> } = {
  enter: { type: "enter", code },
  resume: { type: "resume", code, token: "0".repeat(32), after: 7 },
  join: { type: "join", name: "Mallory", media: allOn },
  openChat: { type: "openChat", name: "Mallory" },
  leave: { type: "leave" },
  admit: { type: "admit", who: 1 },
  admitAll: { type: "admitAll" },
  deny: { type: "deny", who: 1 },
  setPolicy: { type: "setPolicy", policy: everything },
  setRole: { type: "setRole", who: 1, role: "coHost" },
  handOver: { type: "handOver", to: 1 },
  takeOver: { type: "takeOver" },
  setMedia: { type: "setMedia", media: allOn },
  raiseHand: { type: "raiseHand", raised: true },
  lowerHand: { type: "lowerHand", who: 1 },
  react: { type: "react", emoji: "👍" },
  say: { type: "say", to: 1, text: "hello" },
  editMessage: { type: "editMessage", message: 1, text: "hello" },
  deleteMessage: { type: "deleteMessage", message: 1 },
  setTyping: { type: "setTyping", to: 1, typing: true },
  openPoll: {
    type: "openPoll",
    question: "Who?",
    choices: ["one", "two"],
    several: false,
    secret: false,
  },
  vote: { type: "vote", poll: 1, choices: [0] },
  closePoll: { type: "closePoll", poll: 1 },
  deletePoll: { type: "deletePoll", poll: 1 },
  offerFile: { type: "offerFile", to: 1, name: "a", size: 1, kind: "", keep: true, mark: 1 },
  withdrawFile: { type: "withdrawFile", file: 1 },
  declineFile: { type: "declineFile", file: 1 },
  openNotes: { type: "openNotes" },
  editNotes: { type: "editNotes", update: "AAA=" },
  signal: { type: "signal", to: 1, payload: { sdp: "v=0" } },
  mute: { type: "mute", who: 1 },
  muteAll: { type: "muteAll" },
  setRights: {
    type: "setRights",
    who: 1,
    rights: { microphone: true, camera: true, screen: true, chat: true, notes: true },
  },
  askToUnmute: { type: "askToUnmute", who: 1 },
  rename: { type: "rename", who: 1, name: "Eve" },
  spotlight: { type: "spotlight", who: 1 },
  stopScreen: { type: "stopScreen", who: 1 },
  remove: { type: "remove", who: 1 },
  letBack: { type: "letBack", who: 1 },
  end: { type: "end" },
  standBy: { type: "standBy", name: "Mallory" },
  ring: { type: "ring", call: code, to: "b".repeat(16), kind: "video" },
  answerRing: { type: "answerRing", call: code, accept: true },
  endRing: { type: "endRing", call: code },
  holdCall: { type: "holdCall", card },
  releaseCall: { type: "releaseCall" },
  mirror: { type: "mirror", event: { type: "ended" } },
  steer: { type: "steer", ask: 1, deed: { type: "setMicrophone", on: true } },
  answerSteer: { type: "answerSteer", to: 1, ask: 1, reply: { ok: true } },
};

const numbers = [
  "-1",
  "0.5",
  "1e400",
  "-1e400",
  "1e99",
  "18446744073709551616",
  "-9223372036854775809",
];
const others = ["[]", "{}", '"7"', '""', "[[[[[[[[1]]]]]]]]", '{"type":"end"}', '["x","y"]'];
const nests = [..."[{"].map((open) => (open === "[" ? open : '{"x":').repeat(20_000));

/** JSON, or nearly, that asks for something in a way that is to be refused. */
export function wrongRequest(dice: Dice): string {
  const request = structuredClone<Record<string, unknown>>(dice.pick(Object.values(right)));
  const text = JSON.stringify(request);
  const retyped = (type: string) => text.replace(/"type":"\w+"/, () => `"type":${type}`);
  switch (dice.below(8)) {
    case 0:
      return dice.pick(["-1", "0.5", "null", "true", "[]", "{}", '"end"', `[${text}]`]);
    case 1:
      return retyped(JSON.stringify(dice.bytes(20).toString("latin1")));
    case 2:
      return retyped(dice.pick([...numbers, ...others, "null"]));
    case 3:
      return JSON.stringify({ ...request, [dice.pick(["x", "Type", "__proto__", ""])]: 7 });
    case 4:
      return `${text.slice(0, -1)},"type":${JSON.stringify(request["type"])}}`;
    default:
      return spoil(dice, request);
  }
}

/** Takes a field away, or puts a value of a wrong type there. */
function spoil(dice: Dice, request: Record<string, unknown>): string {
  const places = [...leaves(request)].filter(({ path }) => !isCarried(path));
  const { path, value } = dice.pick(places);
  const [last, ...holders] = path.toReversed();
  const holder = holders.reduceRight((at, key) => at[key] as Record<string, unknown>, request);
  // These may be absent, or null.
  const isOptional = ["after", "title", "since"].includes(last!);
  const mayLack =
    isOptional ||
    (last === "to" && ["say", "setTyping", "offerFile"].includes(String(request["type"]))) ||
    last === "rights" ||
    (last === "who" && request["type"] === "spotlight");
  if (!mayLack && dice.below(3) === 0) {
    delete holder[last!];
    return JSON.stringify(request);
  }
  const wrong = [...others.filter((other) => typeof JSON.parse(other) !== typeof value), "true"];
  if (typeof value === "number") wrong.push(...numbers);
  if (typeof value === "boolean") wrong.splice(-1, 1, '"true"', "0", "1");
  if (typeof value === "string") wrong.push("7", "-1");
  if (typeof value === "object") wrong.push("7");
  if (!mayLack) wrong.push("null");
  holder[last!] = "\u0000here";
  return JSON.stringify(request).replace('"\\u0000here"', () => dice.pick(wrong));
}

/** Whether what is there is passed on unread. */
function isCarried([first, ...rest]: string[]): boolean {
  return first === "payload" || (["event", "reply"].includes(first!) && rest.length > 0);
}

function* leaves(
  at: Record<string, unknown>,
  path: string[] = [],
): Generator<{ path: string[]; value: unknown }> {
  for (const [key, value] of Object.entries(at)) {
    yield { path: [...path, key], value };
    if (typeof value === "object" && value !== null) {
      yield* leaves(value as Record<string, unknown>, [...path, key]);
    }
  }
}

/** A frame that is no Engine.IO, no Socket.IO, or none at its place. */
export function wrongFrame(dice: Dice): { frame: string | Buffer; binary: boolean } {
  const request = `["request",${wrongRequest(dice)}]`;
  const right = `42${dice.below(100)}${request}`;
  const text = (): string => {
    switch (dice.below(12)) {
      case 0:
        return right.slice(0, dice.below(right.length));
      case 1: {
        const at = dice.below(right.length);
        return right.slice(0, at) + dice.bytes(4).toString("latin1") + right.slice(at + 1);
      }
      case 2:
        return `${dice.below(10)}${dice.pick(["", "x", "probe", "{}", "[]"])}`;
      case 3:
        return `4${dice.below(10)}${dice.pick(["", "/", "/x", "/x,", "99999999999999999999"])}${request}`;
      case 4:
        return `45${dice.pick(["", "-", "1-", "0-", "99-", "4294967296-", "-1-"])}${request}`;
      case 5:
        return `42${dice.pick(["[]", "[1]", "[null]", "{}", "[[]]", '[""]', '["connect"]', "7", ""])}`;
      case 6:
        return `40${dice.pick(["", "{", '{"token":7}', '"x"', "/,", `/${"x".repeat(9999)},`])}`;
      case 7:
        return `42${dice.pick(nests)}`;
      case 8:
        return `420["request",${dice.pick(nests)}`;
      case 9:
        return `${dice.pick(["é", "4é", "42é", "42/é,", "42/é,1é", "451-é", "\u0000", "4\u001e2"])}`;
      case 10:
        return `420["${dice.pick(["disconnect", "error", "event", "\\ud800", "x".repeat(5000)])}",1]`;
      default:
        return `431[${dice.pick(["", "1", "null", "]"])}]`;
    }
  };
  if (dice.below(8) > 0) return { frame: text(), binary: false };
  return { frame: dice.bytes(300), binary: dice.below(2) === 0 };
}
