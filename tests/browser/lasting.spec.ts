import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

test("a room that lasts has a chat between meetings: news at home, read and answered without a camera, there in the call", async ({
  person,
}) => {
  const ada = await person("Ada");
  const code = await ada.enterOwnRoom();
  const ben = await person("Ben");
  await ben.page.goto(`/m/${code}/chat`);
  await expect(
    ben.page.getByText("The chat is for those who have been in this room"),
  ).toBeVisible();
  await ben.page.getByRole("link", { name: "Go to the meeting" }).click();
  await ben.textbox("Your name").fill("Ben");
  await expect(ben.page.getByRole("link", { name: "Open the chat" })).toHaveCount(0);
  await ben.button("Ask to join").click();
  await ada.button("Admit Ben").first().click();
  await ben.isIn();
  await ben.say("until Monday");
  await ada.openPanel("Chat");
  await expect(ada.page.getByRole("log")).toContainText("until Monday");
  await ben.button("Leave").click();
  await ada.button("Leave").click();
  await ada.page.goto("/");
  const rooms = ada.page.getByRole("region", { name: "Rooms" });
  await expect(rooms.getByRole("link", { name: /^My room/ })).toContainText("Open the chat");

  // Ben comes to the door, and from there to the chat.
  await ben.page.goto(`/m/${code}`);
  await ben.seesThemselves();
  await ben.page.getByRole("link", { name: "Open the chat" }).click();
  await expect(ben.page.getByRole("log")).toContainText("until Monday");
  await expect(ben.page.locator("video")).toHaveCount(0);
  await ben.textbox("Message").fill("I have **news**");
  await ben.textbox("Message").press("Enter");
  await expect(ben.page.getByRole("log").locator("strong", { hasText: "news" })).toBeVisible();
  expect(await faults(ben)).toEqual([]);

  // Home asks again when one comes to it.
  await ada.page.reload();
  const room = rooms.getByRole("link", { name: /^My room/ });
  await expect(room).toContainText("1 new message");
  expect(await faults(ada)).toEqual([]);
  await room.click();
  await expect(ada.page).toHaveURL(new RegExp(`/m/${code}/chat$`));
  const log = ada.page.getByRole("log");
  await expect(log).toContainText("I have news");
  await expect(ada.textbox("Message"), "one comes to write").toBeFocused();
  await ada.page.keyboard.type("tell me");
  await ada.page.keyboard.press("Enter");
  await expect(ben.page.getByRole("log")).toContainText("tell me");
  const captures = () => navigator.mediaDevices.enumerateDevices().then((it) => it.length);
  expect(await ada.page.evaluate(captures), "there are devices").toBeGreaterThan(0);
  await expect(ada.page.locator("video"), "but nobody looks into a camera").toHaveCount(0);

  // Keyboard alone takes one in.
  await ada.page.getByRole("link", { name: "Go to the meeting" }).focus();
  await ada.page.keyboard.press("Enter");
  await expect(ada.page).toHaveURL(new RegExp(`/m/${code}$`));
  await ada.seesThemselves();
  await ada.join();
  await expect(ben.page.getByText("Ada is in.")).toBeVisible();
  await ada.openPanel("Chat");
  await expect(ada.page.getByRole("log")).toContainText("tell me");
  await ada.say("where are you?");
  await expect(ben.page.getByRole("log")).toContainText("where are you?");

  // A window that can hold no call can read and write all the same.
  await ben.context.addInitScript(() => Reflect.deleteProperty(window, "RTCPeerConnection"));
  await ben.page.reload();
  await expect(ben.page.getByRole("log")).toContainText("where are you?");
  await ben.textbox("Message").fill("in the train");
  await ben.textbox("Message").press("Enter");
  await expect(ada.page.getByRole("log")).toContainText("in the train");
});
