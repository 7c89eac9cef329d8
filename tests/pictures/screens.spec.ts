import { fileURLToPath } from "node:url";

import { ownAddress } from "../support/addresses.ts";
import { Desktop } from "../support/desktop.ts";
import { expect, test } from "../support/fixtures.ts";
import { HandedBrowser } from "../support/handed.ts";
import { Person } from "../support/person.ts";
import { drawnCamera } from "../support/portrait.ts";
import { Session } from "../support/session.ts";

const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
const desk = { viewport: { width: 1280, height: 760 } };
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true };

async function take(person: Person, name: string): Promise<void> {
  // Where the pointer rests, something would be lit.
  await person.page.mouse.move(0, 0);
  await person.page.screenshot({ path: docs(name), animations: "disabled" });
}

async function appears(person: Person, hue: number): Promise<void> {
  await person.context.addInitScript(drawnCamera, hue);
}

test("the screens that people see", async ({ person }) => {
  const ada = await person("Ada", { ...desk, colorScheme: "light" });
  const ben = await person("Ben", { ...desk, colorScheme: "dark" });
  const cleo = await person("Cleo", { ...phone, colorScheme: "light" });
  for (const [i, someone] of [ada, ben, cleo].entries()) await appears(someone, 20 + i * 110);

  await ada.page.goto("/");
  await ada.textbox("Your name").fill("Ada");
  await take(ada, "home");
  const code = await ada.newMeeting();
  await ada.seesThemselves();
  await ada.join();

  await ben.goTo(code);
  await ben.seesThemselves();
  await take(ben, "green-room");
  await ben.join();
  await cleo.goTo(code);
  await cleo.join();
  for (const someone of [ada, ben, cleo]) await someone.receivesFrom(2);

  await ben.say("Shall we look at the drawings?");
  await ada.say("Yes, I share my screen in a minute.");
  await ben.button("Raise hand").click();
  await expect(ada.tile("Ben").getByLabel("Hand raised")).toBeVisible();
  for (const name of ["Ada", "Ben", "Cleo"]) await ada.seesMoving(name);
  await expect(ada.page.locator("[role=status]", { hasText: "joined" })).toHaveCount(0);
  await take(ada, "call");
  await ben.openPanel("People");
  await take(ben, "call-dark");
  await take(cleo, "call-phone");

  await ada.button("Leave").click();
  await ben.sees_not("Ada");
  await ada.page.goto("/history");
  await ada.page.getByRole("link", { name: /Ada.*Ben/ }).click();
  await expect(ada.page.getByText("Shall we look at the drawings?")).toBeVisible();
  await take(ada, "history");
});

test("the window, while the call is in the browser", async ({ browser }) => {
  const session = await Session.start("1100x720");
  const handed = await HandedBrowser.install(session);
  const desktop = await Desktop.start({ session, env: { HEARTH_LISTEN: "0.0.0.0:0" } });
  await desktop.driver.manage().window().setRect({ x: 0, y: 0, width: 1100, height: 720 });
  await desktop.begin("Ada");
  await desktop.driver.findElement(desktop.named("New meeting")).click();
  const ada = Person.at("Ada", await handed.page());
  await ada.isIn();
  const { port } = new URL(await desktop.url());
  const ben = await Person.open(browser, `https://${ownAddress}:${port}`, { name: "Ben" });
  await ben.goTo(new URL(ada.page.url()).pathname.slice(-11));
  await ben.join();
  await ben.say("Is the second page still right?");
  await ben.button("Raise hand").click();
  await desktop.shows("Is the second page still right?");
  await desktop.shows("Ben raised a hand");
  // What a screen reader was told stays in the document; what is shown goes.
  await desktop.clears(".notices p");
  // What is in the document is painted a frame later.
  await desktop.driver.executeAsyncScript(
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(done))",
  );
  await desktop.screenshot(docs("window"));
  await desktop.driver.get(`${await desktop.url()}/settings/privacy`);
  await desktop.shows("Who can see this computer");
  await desktop.screenshot(docs("settings"));
  await ben.close();
  await handed.close();
  await desktop.close();
  await session.stop();
});
