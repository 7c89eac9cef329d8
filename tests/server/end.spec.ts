import { allOn, everything } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

test("the host ends the meeting for everyone, for good", async ({ client, hearthd, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  const waiting = await client();
  await waiting.knock(code, "Cleo");
  const looking = await client();
  await looking.must({ type: "enter", code });
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  expect(await ben.refused({ type: "end" })).toBe("not_allowed");

  await ada.must({ type: "end" });
  for (const each of [ada, ben, waiting, looking]) {
    await each.next("ended");
    expect(await each.refused({ type: "leave" })).toBe("not_entered");
    expect(await each.refused({ type: "enter", code })).toBe("ended");
  }
  const resume = { type: "resume", code, token: ben.seat.token, after: null };
  expect(await ben.refused(resume)).toBe("unknown_token");

  for (const round of ["at once", "after a restart"]) {
    const token = ada.token!;
    const { status, body } = await rest(hearthd.url, "GET", `/meetings/${code}`, { token });
    expect([status, body.code], round).toEqual([410, "ended"]);
    const history = await rest(hearthd.url, "GET", `/history/${code}`, { token });
    expect(history.body, round).toMatchObject({
      meeting: { open: false, people: ["Ada", "Ben"] },
      attendance: [{ until: expect.any(Number) }, { until: expect.any(Number) }],
    });
    const late = await client();
    expect(await late.refused({ type: "enter", code }), round).toBe("ended");
    if (round === "at once") await hearthd.restart();
  }
});

test("a meeting that everyone left may be entered again", async ({ client, hearthd, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "leave" });
  await ben.must({ type: "leave" });
  await ben.must({ type: "enter", code });
  await ben.must({ type: "join", name: "Ben", media: allOn });
  expect((await ben.next("welcome")).participants).toMatchObject([{ id: 3, role: "host" }]);
  await ben.must({ type: "leave" });
  await hearthd.restart();
  const again = await client({ token: ada.token });
  expect(await again.join(code, "Ada"), "the numbers go on").toMatchObject({ you: 4 });
});
