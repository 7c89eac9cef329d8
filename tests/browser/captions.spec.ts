import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

const captions = ({ page }: Person) => page.getByRole("region", { name: "Captions" });

test("somebody types what is said, and all who want to read it do", async ({ meeting, person }) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  await ben.receivesFrom(1);
  await ben.button("More").click();
  await ben.page.getByRole("menuitem", { name: "Type captions" }).click();
  const field = ben.textbox("Caption");
  await expect(field).toBeFocused();
  await ben.page.keyboard.type("Ada asks whether ");
  await expect(captions(ada), "while it is typed").toHaveText("Ben Ada asks whether");
  await ben.page.keyboard.type("all can see the plan");
  await ben.page.keyboard.press("Enter");
  await expect(field).toHaveValue("");
  await ben.page.keyboard.type("Cleo comes later");
  await expect(captions(ada).getByRole("paragraph")).toHaveText([
    "Ben Ada asks whether all can see the plan",
    "Cleo comes later",
  ]);
  expect(await faults(ada), "with captions").toEqual([]);
  expect(await faults(ben), "typing captions").toEqual([]);
  await expect(captions(ada), "they go by themselves").toBeHidden();

  // Cleo does not want to see them, at first.
  const cleo = await person("Cleo");
  await cleo.page.goto("/settings/accessibility");
  await cleo.page.getByRole("radio", { name: "Off" }).check();
  await cleo.goTo(code);
  await cleo.join();
  await cleo.receivesFrom(2);
  await field.fill("Welcome, Cleo");
  await expect(captions(ada)).toHaveText("Ben Welcome, Cleo");
  await expect(captions(cleo)).toHaveCount(0);
  await cleo.page.goto("/settings/accessibility");
  await cleo.page.getByRole("radio", { name: "Large" }).check();
  await cleo.page.goto(`/m/${code}`);
  await cleo.isIn();
  await cleo.receivesFrom(2);
  await field.fill("Welcome back, Cleo");
  await expect(captions(cleo)).toHaveText("Ben Welcome back, Cleo");

  // Who may not write in the chat is not read here either, whatever their browser sends.
  await ada.openPanel("People");
  await ada.page.getByRole("switch", { name: "Chat" }).click();
  await expect(field).not.toBeEditable();
  await expect(captions(cleo)).toBeHidden();
  await ada.button("More").click();
  await ada.page.getByRole("menuitem", { name: "Type captions" }).click();
  await ada.page.keyboard.type("I am the host");
  await ada.page.keyboard.press("Enter");
  await expect(captions(cleo)).toHaveText("Ada I am the host");
  await ada.button("Stop typing captions").click();
  await expect(ada.textbox("Caption")).toHaveCount(0);
});
