import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { Hearthd } from "../support/hearthd.ts";

test("someone comes from their own Hearth by the code alone, and is trusted from then on", async ({
  hearthd,
  person,
}) => {
  const elsewhere = await Hearthd.start({
    name: "Ben's laptop",
    args: ["--server", `127.0.0.1:${hearthd.port}`],
  });
  try {
    const ada = await person("Ada");
    const code = await ada.newMeeting();
    await ada.join();

    const ben = await person("Ben", { baseURL: elsewhere.url });
    await ben.page.goto("/");
    await ben.textbox("Meeting code").fill("aaa-aaa-aaa");
    await ben.button("Join").click();
    await expect(ben.page.getByText("Nobody has the meeting")).toBeVisible();
    const tried = ben.page.getByText("What was tried").locator("..").getByRole("listitem");
    await expect(tried).not.toHaveCount(0);

    await ben.textbox("Meeting code").fill(code);
    await ben.button("Join").click();
    await ben.page.waitForURL(new RegExp(`/hosts/[a-z2-7]{16}/m/${code}$`));
    await ben.textbox("Your name").fill("Ben");
    expect(await faults(ben), "the green room of a neighbour").toEqual([]);
    await ben.join();
    await ben.seesMoving("Ada");
    await ada.seesMoving("Ben");
    await ben.say("from another Hearth");
    await ada.openPanel("Chat");
    await expect(ada.page.getByText("from another Hearth")).toBeVisible();

    await ben.page.reload();
    await ben.isIn();
    await ben.seesMoving("Ada");
    await ben.button("Leave").click();
    await ben.page.goto("/settings");
    await expect(ben.page.getByText("Proved by the code of a meeting")).toBeVisible();
  } finally {
    await elsewhere.remove();
  }
});
