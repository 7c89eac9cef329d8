import type { Me } from "../../ui/src/protocol/Me.ts";
import type { SpentTicket } from "../../ui/src/protocol/SpentTicket.ts";
import type { Ticket } from "../../ui/src/protocol/Ticket.ts";
import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting, rest, signUp } from "../support/rest.ts";

for (const who of ["a guest", "an account"]) {
  test(`${who} goes on in another browser with a ticket, once`, async ({ client, hearthd }) => {
    const { url } = hearthd;
    const token = who === "a guest" ? guestToken() : await signUp(url);
    const code = await newMeeting(url, token);
    const details = { name: "Ada", language: "de", entrance: "usual" };
    const issued = await rest<Ticket>(url, "POST", "/tickets", { token, body: details });
    expect(issued.status).toBe(201);

    const spent = await rest<SpentTicket>(url, "POST", "/tickets/spend", { body: issued.body });
    expect(spent.status).toBe(201);
    const me = await rest<Me>(url, "GET", "/me", { token });
    const { session, ...told } = spent.body;
    expect([session.me, told]).toEqual([me.body, details]);
    const there = await client({ token: session.token });
    expect(await there.join(code, "Ada"), "the same person").toMatchObject({ owner: true });

    const again = await rest(url, "POST", "/tickets/spend", { body: issued.body });
    expect([again.status, again.body.code]).toEqual([401, "ticket_spent"]);
  });
}

test("a ticket tells no more than makes sense", async ({ hearthd }) => {
  const { url } = hearthd;
  const issue = (body: object) => rest(url, "POST", "/tickets", { token: guestToken(), body });
  const wrong = await issue({ name: "Ada", language: null, entrance: "flying" });
  expect([wrong.status, wrong.body.code]).toEqual([400, "bad_request"]);

  const { body } = await issue({
    name: "x".repeat(5000),
    language: "x".repeat(36),
    entrance: null,
  });
  const spent = await rest<SpentTicket>(url, "POST", "/tickets/spend", { body });
  expect(spent.body).toMatchObject({ name: "", language: null, entrance: null });
});

test("no ticket of one's own making is taken", async ({ hearthd }) => {
  for (const ticket of ["", "nonsense", "x".repeat(10_000)]) {
    const answer = await rest(hearthd.url, "POST", "/tickets/spend", { body: { ticket } });
    expect([answer.status, answer.body.code]).toEqual([401, "ticket_spent"]);
  }
});
