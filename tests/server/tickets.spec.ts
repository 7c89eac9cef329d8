import type { Me } from "../../ui/src/protocol/Me.ts";
import type { SignedIn } from "../../ui/src/protocol/SignedIn.ts";
import type { Ticket } from "../../ui/src/protocol/Ticket.ts";
import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting, rest, signUp } from "../support/rest.ts";

for (const who of ["a guest", "an account"]) {
  test(`${who} goes on in another browser with a ticket, once`, async ({ client, hearthd }) => {
    const { url } = hearthd;
    const token = who === "a guest" ? guestToken() : await signUp(url);
    const code = await newMeeting(url, token);
    const issued = await rest<Ticket>(url, "POST", "/tickets", { token });
    expect(issued.status).toBe(201);

    const spent = await rest<SignedIn>(url, "POST", "/tickets/spend", { body: issued.body });
    expect(spent.status).toBe(201);
    const me = await rest<Me>(url, "GET", "/me", { token });
    expect(spent.body.me).toEqual(me.body);
    const there = await client({ token: spent.body.token });
    expect(await there.join(code, "Ada"), "the same person").toMatchObject({ owner: true });

    const again = await rest(url, "POST", "/tickets/spend", { body: issued.body });
    expect([again.status, again.body.code]).toEqual([401, "ticket_spent"]);
  });
}

test("no ticket of one's own making is taken", async ({ hearthd }) => {
  for (const ticket of ["", "nonsense", "x".repeat(10_000)]) {
    const answer = await rest(hearthd.url, "POST", "/tickets/spend", { body: { ticket } });
    expect([answer.status, answer.body.code]).toEqual([401, "ticket_spent"]);
  }
});
