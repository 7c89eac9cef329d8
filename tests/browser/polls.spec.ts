import { expect, test } from "../support/fixtures.ts";

test("a question is asked, answered by everyone, and stays in the history", async ({ meeting }) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.page.keyboard.press("q");
  await ada.button("Ask something").click();
  const form = ada.page.getByRole("dialog", { name: "Ask something" });
  await form.getByLabel("Question").fill("Where shall we go for lunch?");
  await form.getByLabel("Choice 1").fill("The café round the corner");
  await form.getByLabel("Choice 2").fill("Canteen");
  await form.getByRole("button", { name: "Ask everyone" }).click();

  await ben.page.getByRole("button", { name: "Vote", exact: true }).click();
  const poll = ben.page.getByRole("group", { name: "Where shall we go for lunch?" });
  await poll.getByRole("radio", { name: "Canteen" }).check();
  const seen = ada.page.getByRole("group", { name: "Where shall we go for lunch?" });
  await expect(seen.getByRole("radio", { name: "Canteen 1 Ben" })).toBeVisible();
  await seen.getByRole("radio", { name: "The café" }).check();
  await expect(poll).toContainText("2 have voted");
  await ada.button("End the vote").click();
  await expect(poll.getByRole("radio", { name: "Canteen" })).toBeDisabled();

  await ada.page.goto(`/history/${code}`);
  const past = ada.page.getByRole("list", { name: "Where shall we go for lunch?" });
  await expect(past.getByRole("listitem")).toHaveText([/café.*1.*Ada/, /Canteen.*1.*Ben/]);
});
