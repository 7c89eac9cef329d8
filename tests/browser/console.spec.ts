import { ownAddress } from "../support/addresses.ts";
import { AppWindow } from "../support/app-window.ts";
import { faults } from "../support/axe.ts";
import { expect, test as base } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

interface Fixtures {
  appWindow: AppWindow;
  /** A browser at the window's computer. */
  beside: () => Promise<Person>;
  /** Someone at another computer: pages at this one would hold calls of its own. */
  guest: (name: string) => Promise<Person>;
}

const test = base.extend<Fixtures>({
  appWindow: async ({ browser, hearthd }, use) => {
    const window = await AppWindow.open(browser, `http://127.0.0.1:${hearthd.port}`, "Ada");
    await use(window);
    await window.person.close();
  },
  beside: async ({ person, hearthd }, use) => {
    await use(() => person("Ada", { baseURL: `http://127.0.0.1:${hearthd.port}` }));
  },
  guest: async ({ person, hearthd }, use) => {
    await use((name) => person(name, { baseURL: `https://${ownAddress}:${hearthd.port}` }));
  },
});

test.use({ options: { listen: "0.0.0.0:0" } });
test.skip(ownAddress === undefined, "this machine has no address but loopback");

test("a call that the window hands to a browser is seen and steered from the window", async ({
  appWindow,
  beside,
  guest,
}) => {
  const { page } = appWindow;
  const ada = appWindow.person;
  await appWindow.begin();
  await ada.button("New meeting").click();
  await expect(page.getByRole("heading", { name: "Your browser is opening…" })).toBeVisible();

  const browser = await beside();
  await browser.page.goto(await appWindow.opened());
  await browser.isIn();
  const code = browser.page.url().slice(-11);
  const participants = page.getByRole("list", { name: "Participants" });
  await expect(participants).toContainText("Ada");
  await expect(page.getByRole("heading", { name: `Meeting ${code}` })).toBeVisible();
  await expect(page.getByRole("timer")).toContainText(/^0:\d\d$/);

  const ben = await guest("Ben");
  await ben.goTo(code);
  await ben.join();
  await expect(participants).toContainText("Ben");
  await ben.button("Raise hand").click();
  await expect(participants.getByLabel("Hand raised")).toBeVisible();

  await ada.button("Mute microphone").click();
  await expect(browser.button("Unmute microphone")).toBeVisible();
  await expect(ben.tile("Ada").getByLabel("Microphone off")).toBeVisible();
  await browser.button("Unmute microphone").click();
  await expect(ada.button("Mute microphone")).toBeVisible();
  await ada.button("Turn camera off").click();
  await expect(browser.button("Turn camera on")).toBeVisible();

  await ada.textbox("Message").fill("From the window");
  await ada.button("Send").click();
  await ben.openPanel("Chat");
  await expect(ben.page.getByRole("log")).toContainText("From the window");
  await ben.say("To the window");
  await expect(page.getByRole("log")).toContainText("To the window");

  await page.getByRole("switch", { name: "Lobby" }).click();
  const cleo = await guest("Cleo");
  await cleo.goTo(code);
  await cleo.button("Ask to join").click();
  await ada.button("Admit Cleo").click();
  await cleo.isIn();
  expect(await faults(ada)).toEqual([]);

  await ada.button("Leave").click();
  await expect(browser.page.getByRole("heading")).toContainText("You left the meeting");
  await expect(page.getByText("The call is over.")).toBeVisible();
  await expect(ada.button("New meeting")).toBeVisible();
  await ben.sees("Cleo");
});

test("a window that shows Home leads to the call, and one that is shown anew is there at once", async ({
  appWindow,
  beside,
  guest,
}) => {
  const { page } = appWindow;
  await appWindow.begin();
  await appWindow.person.button("New meeting").click();
  const browser = await beside();
  await browser.page.goto(await appWindow.opened());
  await browser.isIn();
  await browser.say("Written before");
  await expect(page.getByRole("log")).toContainText("Written before");
  await page.reload();
  await expect(page.getByRole("log")).toContainText("Written before");

  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByText("You are in a call.")).toBeVisible();
  await page.getByRole("link", { name: "Show the call" }).click();
  await expect(page.getByRole("log")).toContainText("Written before");

  await browser.button("End or hand over").click();
  await browser.page.getByRole("menuitem", { name: "End for all" }).click();
  await browser.page.getByRole("button", { name: "End for all" }).click();
  await expect(page.getByText("The meeting has ended.")).toBeVisible();
});

test("whoever joins by a code comes to its door in the browser", async ({
  appWindow,
  beside,
  guest,
}) => {
  const ben = await guest("Ben");
  const code = await ben.newMeeting();
  await ben.join();
  const { page, person: ada } = appWindow;
  await appWindow.begin();
  await ada.textbox("Meeting code").fill(code);
  await ada.button("Join").click();
  const browser = await beside();
  await browser.page.goto(await appWindow.opened());
  await expect(browser.textbox("Your name")).toHaveValue("Ada");
  await expect(page.getByText("The call is at its door", { exact: false })).toBeVisible();
  await browser.join();
  await expect(page.getByRole("list", { name: "Participants" })).toContainText("Ben");
});

test("where no browser opens, or none comes into the call, there is a link to copy", async ({
  appWindow,
  beside,
  guest,
}) => {
  const { page, person: ada } = appWindow;
  appWindow.refusal = "There is no browser here.";
  await appWindow.begin();
  await ada.button("New meeting").click();
  await expect(page.getByRole("heading", { name: "No browser opened" })).toBeVisible();
  await expect(page.getByText("There is no browser here.")).toBeVisible();
  const link = ada.textbox("Link for your browser");
  await expect(link).toHaveValue(/\/m\/[a-z0-9-]{11}#ticket=/);
  expect(await faults(ada)).toEqual([]);

  appWindow.refusal = null;
  await ada.button("Open again").click();
  await expect(page.getByRole("heading", { name: "Your browser is opening…" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /did not come into the call/ })).toBeVisible();
  await expect(link).toHaveValue(/#ticket=/);
  const browser = await beside();
  await browser.page.goto(await link.inputValue());
  await browser.isIn();
  await expect(page.getByRole("list", { name: "Participants" })).toContainText("Ada");
});

test("a browser that cannot call says so, and hands nothing over", async ({ beside }) => {
  const ada = await beside();
  await ada.context.addInitScript(() => {
    delete (window as unknown as Record<string, unknown>)["RTCPeerConnection"];
  });
  await ada.page.goto("/m/abc-def-ghj");
  await expect(ada.page.getByRole("heading")).toContainText("This browser cannot hold calls");
  await expect(ada.textbox("Link of the meeting")).toHaveValue(/\/m\/abc-def-ghj$/);
  expect(ada.context.pages()).toHaveLength(1);
});

test("whoever quits while others are in may hand over, and quits when they are done", async ({
  appWindow,
  beside,
  guest,
}) => {
  const { page, person: ada } = appWindow;
  await appWindow.begin();
  await ada.button("New meeting").click();
  const browser = await beside();
  await browser.page.goto(await appWindow.opened());
  await browser.isIn();
  const code = browser.page.url().slice(-11);
  for (const name of ["Ben", "Cleo"]) {
    const someone = await guest(name);
    await someone.goTo(code);
    await someone.join();
  }
  await expect(page.getByRole("list", { name: "Participants" })).toContainText("Cleo");

  await appWindow.tell("quit-asked", { others: 2 });
  await ada.button("Stay").click();
  expect(await appWindow.asked("confirm_quit")).toEqual({ choice: "stay" });
  await appWindow.tell("quit-asked", { others: 2 });
  await ada.button("Leave, and quit when they are done").click();
  await ada.button("Make Cleo host and leave").click();
  expect(await appWindow.asked("confirm_quit")).toEqual({ choice: "quitWhenEmpty" });
  await expect(browser.page.getByRole("heading")).toContainText("You left the meeting");
});

test("what needs the user while they look elsewhere is notified, and answered there", async ({
  appWindow,
  beside,
  guest,
}) => {
  const { person: ada } = appWindow;
  await appWindow.begin();
  await ada.button("New meeting").click();
  const browser = await beside();
  await browser.page.goto(await appWindow.opened());
  await browser.isIn();
  const code = browser.page.url().slice(-11);
  await appWindow.page.getByRole("switch", { name: "Lobby" }).click();
  // In a browser of many pages each believes that it is looked at.
  const look = (elsewhere: boolean) => {
    document.hasFocus = () => !elsewhere;
    window.dispatchEvent(new Event(elsewhere ? "blur" : "focus"));
  };
  await appWindow.page.evaluate(look, true);
  await browser.page.evaluate(look, true);

  const ben = await guest("Ben");
  await ben.goTo(code);
  await ben.button("Ask to join").click();
  const { note } = (await appWindow.asked("notify")) as { note: { tag: string } };
  expect(note).toMatchObject({
    title: "Ben knocks",
    actions: [
      { name: "admit", label: "Admit" },
      { name: "deny", label: "Deny" },
    ],
  });
  await appWindow.tell("pressed", { tag: note.tag, action: "admit" });
  await ben.isIn();
  await ben.say("Are you there?");
  expect((await appWindow.asked("notify"))["note"]).toMatchObject({
    tag: "chat",
    title: "Ben",
    body: "Are you there?",
  });
  await appWindow.page.evaluate(look, false);
  expect(await appWindow.asked("withdraw")).toEqual({ tag: "chat" });
});
