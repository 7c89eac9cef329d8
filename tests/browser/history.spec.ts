import { readFile } from "node:fs/promises";

import { expect, test } from "../support/fixtures.ts";

test("what was said reaches those who are in and those who come later", async ({
  meeting,
  person,
}) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.say("Welcome everyone");
  await ben.openPanel("Chat");
  await expect(ben.page.getByText("Welcome everyone")).toBeVisible();

  const cleo = await person("Cleo");
  await cleo.goTo(code);
  await cleo.join();
  await cleo.openPanel("Chat");
  await expect(cleo.page.getByText("Welcome everyone")).toBeVisible();
});

test("a meeting is in the history afterwards, also after a restart", async ({
  meeting,
  hearthd,
}) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ben.say("See you tomorrow");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("See you tomorrow")).toBeVisible();
  await ada.button("Leave").click();
  await ben.sees_not("Ada");
  await ben.close();
  await hearthd.restart();

  await ada.page.goto("/history");
  await ada.page.getByRole("link", { name: /Ada.*Ben/ }).click();
  await expect(ada.page.getByText("See you tomorrow")).toBeVisible();
  await expect(ada.page.getByText(code).first()).toBeVisible();

  const download = ada.page.waitForEvent("download");
  await ada.button("Export").click();
  const file = await (await download).path();
  const exported = JSON.parse(await readFile(file, "utf8"));
  expect(exported.chat).toMatchObject([{ from: "Ben", text: "See you tomorrow" }]);

  await ada.button("Delete").click();
  await ada.page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(ada.page).toHaveURL(/\/history$/);
  await expect(ada.page.getByRole("link", { name: /Ada.*Ben/ })).toHaveCount(0);
});
