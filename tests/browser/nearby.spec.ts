import type { Neighbour } from "../../ui/src/protocol/Neighbour.ts";
import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { Neighbourhood } from "../support/neighbourhood.ts";

const id = "bbbbbbbbbbbbbbbb";
const ben: Neighbour = { id, name: "Ben", tags: ["xyz"], online: true };
const symbols = ["Turtle", "Cactus", "Balloon", "Bell"].map((name) => ({ picture: "🐢", name }));
const host = { id, name: "Ben", trust: "notCompared", symbols, seenAt: Date.now() };
const ringing = {
  type: "ringing",
  call: "ghj-kmn-234",
  from: { id, name: "Ben" },
  kind: "video",
  path: "/m/ghj-kmn-234",
} as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the screens of the network, in the ${colorScheme}`, async ({
    person,
  }) => {
    const ada = await person("Ada", { colorScheme });
    const around = await Neighbourhood.around(ada.page);
    const missed = { id: 1, installation: id, name: "Ben", kind: "voice", at: Date.now() };
    around.answers("GET /missed", [missed]);
    around.answers("GET /hosts", [host]);
    around.answers("GET /network", { visibility: "everyone", showName: true, servers: ["a:1"] });
    around.answers("GET /doctor", {
      findings: [
        { topic: "Port", verdict: "bad", text: "A firewall is in the way.", advice: ["ufw allow"] },
        { topic: "VPN", verdict: "doubtful", text: "Perhaps.", advice: ["Switch it off."] },
        { topic: "Addresses", verdict: "good", text: "Fine.", advice: [] },
      ],
    });
    const tried = [{ place: "network", name: "Ben", outcome: "It did not know the code." }];
    around.answers("POST /resolve", { path: null, tried });

    await ada.page.goto("/");
    await around.standsBy();
    around.tell({ type: "nearby", neighbours: [] });
    await expect(ada.page.getByRole("link", { name: "Check the network" })).toBeVisible();
    expect(await faults(ada), "nobody is near").toEqual([]);
    around.tell({ type: "nearby", neighbours: [ben] });
    await ada.textbox("Meeting code").fill("abc-def-ghj");
    await ada.button("Join").click();
    await expect(ada.page.getByText("It did not know the code.")).toBeVisible();
    await expect(ada.button("Call back Ben")).toBeVisible();
    expect(await faults(ada), "home").toEqual([]);
    around.tell(ringing);
    await expect(ada.page.getByRole("alertdialog")).toBeVisible();
    expect(await faults(ada), "someone rings").toEqual([]);

    await ada.page.goto("/settings/network");
    await expect(ada.button("Forget Ben")).toBeVisible();
    expect(await faults(ada), "settings").toEqual([]);
    await ada.button("Compare with Ben").click();
    await expect(ada.button("They match")).toBeVisible();
    expect(await faults(ada), "compare").toEqual([]);
    await ada.page.goto("/doctor");
    await expect(ada.page.getByText("A firewall is in the way.")).toBeVisible();
    expect(await faults(ada), "doctor").toEqual([]);
  });
}

test("who is near comes and goes on the screen", async ({ person }) => {
  const ada = await person("Ada");
  const around = await Neighbourhood.around(ada.page);
  await ada.page.goto("/");
  await around.standsBy();
  const nearby = ada.page.getByRole("list", { name: "Nearby" });
  around.tell({ type: "nearby", neighbours: [ben] });
  await expect(nearby.getByText("Ben's meeting · xyz")).toBeVisible();
  await expect(ada.button("Ring Ben with video")).toBeVisible();
  around.tell({ type: "nearby", neighbours: [{ ...ben, tags: [] }] });
  await expect(nearby.getByText("meeting")).toHaveCount(0);
  around.tell({ type: "nearby", neighbours: [] });
  await expect(ada.page.getByText("appear here by themselves")).toBeVisible();
});

test("a code leads to where its meeting is", async ({ person }) => {
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  const code = await ben.newMeeting();
  const around = await Neighbourhood.around(ada.page);
  await ada.page.goto("/");
  await around.standsBy();
  around.answers("POST /resolve", { path: `/m/${code}`, tried: [] });
  await ada.textbox("Meeting code").fill(code);
  await ada.button("Join").click();
  await ada.page.waitForURL(`**/m/${code}`);
});

test("someone is rung, declines, and is rung again until they accept", async ({ person }) => {
  const ada = await person("Ada");
  const around = await Neighbourhood.around(ada.page);
  await ada.page.goto("/");
  await ada.textbox("Your name").fill("Ada");
  await around.standsBy();
  around.tell({ type: "nearby", neighbours: [ben] });
  await ada.button("Ring Ben with voice").click();
  const { call } = await around.asked("ring");
  around.tell({ type: "ringStarted", call });
  const card = ada.page.getByRole("alertdialog", { name: "Ben", exact: true });
  await expect(card).toContainText("It rings there.");
  around.tell({ type: "ringEnded", call, reason: "declined" });
  await expect(card).toContainText("Ben declined.");

  await ada.button("Ring again").click();
  await expect(card).toContainText("Reaching them");
  const again = await around.asked("ring");
  expect(again.call).not.toBe(call);
  around.release();
  around.tell({ type: "ringAccepted", call: again.call });
  await ada.isIn();
  expect(ada.page.url()).toContain(`/m/${again.call}`);
  await expect(ada.button("Turn camera on"), "it is a call by voice").toBeVisible();
  await ada.button("Leave").click();
  expect(await around.asked("endRing"), "then they can be rung again").toEqual({
    type: "endRing",
    call: again.call,
  });
});

test("a ring is answered by keyboard, and nothing typed elsewhere answers it", async ({
  person,
}) => {
  const [ada, host] = [await person("Ada"), await person("Ben")];
  const code = await host.newMeeting();
  await host.join();
  const around = await Neighbourhood.around(ada.page);
  await ada.page.goto("/");
  await around.standsBy();
  await ada.textbox("Your name").fill("Ada");
  around.tell({ ...ringing, path: `/m/${code}` });
  const card = ada.page.getByRole("alertdialog", { name: "Ben", exact: true });
  await expect(card).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await ada.page.keyboard.press("Space");
  await expect(card).toBeVisible();
  around.release();
  for (const next of ["Decline", "Accept with voice", "Accept with video"]) {
    await ada.page.keyboard.press("Tab");
    await expect(ada.button(next)).toBeFocused();
  }
  await ada.page.keyboard.press("Enter");
  expect(await around.asked("answerRing")).toMatchObject({ accept: true });
  await ada.isIn();
  await ada.sees("Ben");
  await expect(ada.button("Turn camera off")).toBeVisible();

  around.tell({ ...ringing, call: "ghj-kmn-567" });
  await expect(card).toContainText("you leave the meeting you are in");
  await ada.page.keyboard.press("Escape");
  expect(await around.asked("answerRing")).toMatchObject({ accept: false });
  await expect(card).toHaveCount(0);
  await ada.sees("Ben");
});

test("a missed call is kept until it is called back or cleared", async ({ person }) => {
  const ada = await person("Ada");
  const around = await Neighbourhood.around(ada.page);
  await ada.page.goto("/");
  await around.standsBy();
  around.tell(ringing);
  await expect(ada.page.getByRole("alertdialog")).toBeVisible();
  const missed = { id: 1, installation: id, name: "Ben", kind: "video", at: Date.now() };
  around.answers("GET /missed", [missed]);
  around.tell({ type: "ringEnded", call: ringing.call, reason: "noAnswer" });
  await ada.button("Call back Ben").click();
  expect(await around.asked("ring")).toMatchObject({ to: id, kind: "video" });
  await ada.button("Cancel").click();
  around.answers("DELETE /missed");
  await ada.button("Clear missed calls").click();
  await expect(ada.button("Call back Ben")).toHaveCount(0);
});

test("symbols are compared once, and a computer is forgotten", async ({ person }) => {
  const ada = await person("Ada");
  const around = await Neighbourhood.around(ada.page);
  around.answers("GET /network", { visibility: "everyone", showName: true, servers: [] });
  around.answers("GET /hosts", [host]);
  await ada.page.goto("/settings/network");
  await ada.button("Compare with Ben").click();
  for (const { name } of symbols) await expect(ada.page.getByText(name)).toBeVisible();
  around.answers(`POST /hosts/${id}/comparison`);
  around.answers("GET /hosts", [{ ...host, trust: "compared" }]);
  await ada.button("They match").click();
  await expect(ada.page.getByText("Symbols compared")).toBeVisible();
  around.answers(`DELETE /hosts/${id}`);
  await ada.button("Forget Ben").click();
  await ada.button("Forget").click();
  await expect(ada.page.getByText("None yet.")).toBeVisible();
});

test("a computer with another identity is a visible stop", async ({ person }) => {
  const ada = await person("Ada");
  const around = await Neighbourhood.around(ada.page);
  const changed = { code: "identity_changed", message: "It has another identity." };
  await ada.page.route(`**/hosts/${id}/api/**`, (it) => it.fulfill({ status: 403, json: changed }));
  await ada.page.goto(`/hosts/${id}/m/abc-def-234`);
  const heading = ada.page.getByRole("heading");
  await expect(heading).toHaveText("This is not the computer that you know");
  expect(await faults(ada)).toEqual([]);
  around.answers(`DELETE /hosts/${id}`);
  await ada.button("Forget this computer").click();
  await expect(ada.button("New meeting")).toBeVisible();
});
