import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import type { ApiError } from "../../ui/src/protocol/ApiError.ts";
import type { Arrived } from "../../ui/src/protocol/Arrived.ts";
import type { FileQuota } from "../../ui/src/protocol/FileQuota.ts";
import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import { type Client, everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import type { Hearthd } from "../support/hearthd.ts";
import { ask, rest } from "../support/rest.ts";

const bytes = randomBytes(300_000);
const sha256 = createHash("sha256").update(bytes).digest("hex");

async function offer(from: Client, more: object = {}): Promise<number> {
  const file = { to: null, name: "notes.bin", size: bytes.length, kind: "", keep: true, mark: 1 };
  await from.must({ type: "offerFile", ...file, ...more });
  return (await from.next("fileOffered")).offer.id;
}

/** Asks something about a file. */
async function about<T = ApiError>(
  { url, token }: Client,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  return await rest<T>(url, method, `/meetings/${path}`, { token: token!, body });
}

async function put(from: Client, path: string, start: number, piece: Buffer) {
  const headers = { authorization: `Bearer ${from.token}` };
  const url = `${from.url}/api/meetings/${path}?from=${start}`;
  const { status, body } = await ask(url, { method: "PUT", headers, body: piece });
  return { status, body: JSON.parse(body) as Arrived & ApiError };
}

async function blobs(hearthd: Hearthd): Promise<string[]> {
  const found = await readdir(join(hearthd.data, "files"), { recursive: true });
  return found.filter((name) => name !== "coming");
}

test("a file is kept piece by piece, for those who were in and nobody else", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const id = await offer(ben);
  const path = `${code}/files/${id}`;

  // Pieces go where the last one ended, and nowhere else.
  expect(await put(ben, path, 0, bytes.subarray(0, 100_000))).toMatchObject({
    status: 200,
    body: { bytes: 100_000, sha256: null },
  });
  expect(await put(ben, path, 0, bytes.subarray(0, 100_000))).toMatchObject({ status: 409 });
  expect(await put(ben, path, 100_000, Buffer.alloc(300_000))).toMatchObject({ status: 413 });
  const early = await about(ben, "POST", `${path}/arrived`, { sha256 });
  expect([early.status, early.body.code]).toEqual([409, "other_place"]);
  expect((await about<Arrived>(ben, "GET", `${path}/arrived`)).body.bytes).toBe(100_000);

  // It is nobody else's to bring, nor there yet.
  for (const method of ["GET", "PUT"]) {
    expect((await about(ada, method, path)).body.code).toBe("no_such_file");
  }
  expect((await about(ada, "GET", `${path}/arrived`)).body.code).toBe("no_such_file");
  expect((await about<Arrived>(ben, "GET", `${path}/arrived`)).body.bytes).toBe(100_000);
  await put(ben, path, 100_000, bytes.subarray(100_000));
  const kept = await about<Arrived>(ben, "POST", `${path}/arrived`, { sha256 });
  expect(kept.body).toEqual({ bytes: bytes.length, sha256 });
  expect((await ada.next("fileKept")).file).toBe(id);
  expect(await blobs(hearthd)).toHaveLength(1);

  // Who comes later is told of it, and has it, from wherever they want.
  ben.close();
  const cleo = await client();
  const [file] = (await cleo.join(code, "Cleo")).files;
  expect(file).toMatchObject({ id, name: "notes.bin", keeping: "kept", mine: false, mark: 0 });
  const headers = { authorization: `Bearer ${cleo.token}` };
  const got = await fetch(`${cleo.url}/api/meetings/${path}?from=1000`, { headers });
  expect(got.headers.get("content-disposition")).toBe("attachment");
  expect(Buffer.from(await got.arrayBuffer()).equals(bytes.subarray(1000))).toBe(true);
  const { body: past } = await rest<PastMeetingDetails>(cleo.url, "GET", `/history/${code}`, {
    token: cleo.token!,
  });
  expect(past.files).toMatchObject([{ id, from: "Ben", name: "notes.bin", sha256 }]);

  // Whoever was not in does not learn that it is there, nor does who only looks on.
  const onlooker = await client();
  await onlooker.must({ type: "enter", code });
  expect(await onlooker.refused({ type: "withdrawFile", file: id })).toBe("not_joined");
  for (const stranger of [onlooker.token!, guestToken()]) {
    const answer = await rest(cleo.url, "GET", `/meetings/${path}`, { token: stranger });
    expect([answer.status, answer.body.code]).toEqual([404, "no_such_file"]);
  }
  expect((await rest(cleo.url, "GET", `/meetings/${path}`)).status).toBe(401);

  // It outlives the server, and goes with who takes it back.
  expect(await cleo.refused({ type: "withdrawFile", file: id })).toBe("not_allowed");
  await ada.must({ type: "withdrawFile", file: id });
  expect(await blobs(hearthd)).toEqual([]);
});

test("what is not kept says why", async ({ hearthd, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const quota = (meeting: number, all: number) =>
    rest<FileQuota>(hearthd.url, "PUT", "/files/quota", { body: { meeting, all } });

  // The policy.
  await ada.must({ type: "setPolicy", policy: { ...everything, keepFiles: false } });
  const file = { to: null, name: "a", size: 1, kind: "", keep: true, mark: 1 };
  expect(await ada.refused({ type: "offerFile", ...file })).toBe("forbidden_by_policy");
  await ada.must({ type: "setPolicy", policy: { ...everything, files: false } });
  expect(await ben.refused({ type: "offerFile", ...file })).toBe("forbidden_by_policy");
  await ada.must({ type: "setPolicy", policy: everything });

  // The quotas, of which what comes is a part.
  const arrived = async (id: number) =>
    (await about(ben, "GET", `${code}/files/${id}/arrived`)).body.code;
  await quota(500_000, 10_000_000);
  const first = await offer(ben);
  expect(await arrived(first)).toBeUndefined();
  expect(await arrived(await offer(ben))).toBe("meeting_files_full");
  await quota(10_000_000, 500_000);
  expect(await arrived(await offer(ben))).toBe("server_files_full");

  // Damage: nothing of it is left, and it can come again.
  const path = `${code}/files/${first}`;
  await put(ben, path, 0, bytes);
  const damaged = await about(ben, "POST", `${path}/arrived`, { sha256: "0".repeat(64) });
  expect([damaged.status, damaged.body.code]).toEqual([422, "damaged"]);
  expect(await blobs(hearthd)).toEqual([]);
  await put(ben, path, 0, bytes);
  expect((await about<Arrived>(ben, "POST", `${path}/arrived`, { sha256 })).status).toBe(200);

  // What cannot be meant.
  expect((await about(ben, "POST", `${path}/arrived`, { sha256: "zz" })).status).toBe(400);
  expect((await about(ben, "GET", `${path}?from=300001`)).status).toBe(400);
  expect((await about(ben, "GET", `${code}/files/x`)).status).toBe(400);
  expect((await about(ben, "GET", "zzz-zzz-zzz/files/1")).body.code).toBe("no_such_file");
});

test("kept files are there after a restart, and gone with their meeting", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const id = await offer(ada);
  await put(ada, `${code}/files/${id}`, 0, bytes);
  await about(ada, "POST", `${code}/files/${id}/arrived`, { sha256 });
  // One that never comes to its end.
  const half = await offer(ada);
  await put(ada, `${code}/files/${half}`, 0, bytes.subarray(0, 1000));
  expect(await blobs(hearthd)).toHaveLength(2);

  await hearthd.restart();

  expect(await blobs(hearthd), "what was on its way is thrown away").toHaveLength(1);
  const back = await client({ token: ada.token });
  const { files } = await back.join(code, "Ada");
  expect(files.map((file) => file.id)).toEqual([id]);
  const next = await offer(back, { keep: false });
  expect(next, "no number is used twice").toBeGreaterThan(id);
  await back.must({ type: "end" });
  const deleted = await rest(back.url, "DELETE", `/history/${code}`, { token: ada.token! });
  expect(deleted.status).toBe(204);
  expect(await blobs(hearthd)).toEqual([]);
});
