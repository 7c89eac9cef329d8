/** Asks the REST interfaces of older systems, as their clients do. */
import { type Answer, type Asking, ask } from "./rest.ts";

/** What may be sent along; `text` is a body that is not to be made JSON of. */
export interface Sent {
  token?: string;
  body?: unknown;
  text?: string;
  localAddress?: string;
}

/** One request below a dialect's root. What is answered is shaped as it may be. */
export async function older(
  root: string,
  method: string,
  path: string,
  { token, body, text, localAddress }: Sent = {},
): Promise<Answer<any>> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  const asking: Asking = { method, headers };
  if (body !== undefined || text !== undefined) asking.body = text ?? JSON.stringify(body);
  if (localAddress !== undefined) asking.localAddress = localAddress;
  const answer = await ask(`${root}${path}`, asking);
  return { ...answer, body: JSON.parse(answer.body) };
}

/** Bodies that have no fields. */
export const shapeless = ["", "{", "<xml/>", "[]", '"text"', "null", "17", "[1, 2]"];
