/** Asks the REST interface, and whatever else is served over HTTP. */
import { type IncomingHttpHeaders, request as http } from "node:http";
import { request as https } from "node:https";
import { text } from "node:stream/consumers";

import type { ApiError } from "../../ui/src/protocol/ApiError.ts";
import type { MeetingInfo } from "../../ui/src/protocol/MeetingInfo.ts";
import type { NewMeeting } from "../../ui/src/protocol/NewMeeting.ts";
import type { SignedIn } from "../../ui/src/protocol/SignedIn.ts";
import type { SignUp } from "../../ui/src/protocol/SignUp.ts";

export interface Answer<T> {
  status: number;
  headers: IncomingHttpHeaders;
  body: T;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** 4 or 6, where a name stands for addresses of both kinds. */
  family?: number;
  /** From which of this machine's addresses to ask. */
  localAddress?: string;
}

/** One request on a connection of its own, over a certificate that nobody vouches for. */
export async function ask(url: string, asking: Asking = {}): Promise<Answer<string>> {
  const { body, ...options } = asking;
  const request = url.startsWith("https:") ? https : http;
  return await new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, rejectUnauthorized: false, ...options });
    asked.once("error", reject);
    asked.once("response", (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then((body) => resolve({ status, headers, body }), reject);
    });
    asked.end(body);
  });
}

/** Asks the REST interface; `undefined` stands for an empty body. */
export async function rest<T = ApiError>(
  url: string,
  method: string,
  path: string,
  { token, body, localAddress }: { token?: string; body?: unknown; localAddress?: string } = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const asking: Asking = { method, headers };
  if (body !== undefined) asking.body = JSON.stringify(body);
  if (localAddress !== undefined) asking.localAddress = localAddress;
  const answer = await ask(`${url}/api${path}`, asking);
  const { body: text } = answer;
  return { ...answer, body: (text === "" ? undefined : JSON.parse(text)) as T };
}

export async function newMeeting(
  url: string,
  token: string,
  meeting: NewMeeting = {},
): Promise<string> {
  const answer = await rest<MeetingInfo>(url, "POST", "/meetings", { token, body: meeting });
  if (answer.status !== 201) throw new Error(`no meeting: ${JSON.stringify(answer.body)}`);
  return answer.body.code;
}

/** Makes an account, and returns the token of its first session. */
export async function signUp(
  url: string,
  account: Partial<SignUp> = {},
  guest?: string,
): Promise<string> {
  const body = { username: "ada", name: "Ada", password: "correct horse", ...account };
  const asking = guest === undefined ? { body } : { body, token: guest };
  const answer = await rest<SignedIn>(url, "POST", "/accounts", asking);
  if (answer.status !== 201) throw new Error(`no account: ${JSON.stringify(answer.body)}`);
  return answer.body.token;
}

/** What one of the server's counters shows. */
export async function metric(url: string, name: string): Promise<number> {
  const { body } = await ask(`${url}/metrics`);
  const value = new RegExp(`^${name} (\\d+)$`, "m").exec(body)?.[1];
  if (value === undefined) throw new Error(`no ${name} in\n${body}`);
  return Number(value);
}
