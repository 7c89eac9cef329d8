import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen, in the ${colorScheme}`, async ({ person, hearthd }) => {
    const ada = await person("Ada", { colorScheme });
    const ben = await person("Ben", { colorScheme, viewport: { width: 360, height: 740 } });

    await ada.page.goto("/");
    await expect(ada.button("New meeting")).toBeVisible();
    expect(await faults(ada), "home").toEqual([]);
    const code = await ada.newMeeting();
    await expect(ada.button("Join now")).toBeVisible();
    expect(await faults(ada), "green room").toEqual([]);
    await ada.join();
    await ada.openPanel("People");
    await ada.page.getByRole("switch", { name: "Lobby" }).click();

    await ben.goTo(code);
    await ben.button("Ask to join").click();
    await expect(ada.button("Admit Ben").first()).toBeVisible();
    expect(await faults(ben), "waiting").toEqual([]);
    expect(await faults(ada), "people, with someone waiting").toEqual([]);
    await ada.button("Admit Ben").first().click();
    await ben.isIn();
    await ada.say("Hello");
    await expect(ada.page.getByText("Hello")).toBeVisible();
    expect(await faults(ada), "chat").toEqual([]);
    expect(await faults(ben), "call on a phone").toEqual([]);

    await ada.button("Leave").click();
    await expect(ada.page.getByRole("heading").first()).toBeVisible();
    expect(await faults(ada), "left").toEqual([]);
    await ada.page.goto("/history");
    await ada.page.getByRole("link", { name: /Ada.*Ben/ }).click();
    await expect(ada.page.getByText("Hello")).toBeVisible();
    expect(await faults(ada), "history").toEqual([]);
    await ada.page.goto("/m/aaa-aaa-aaa");
    await expect(ada.page.getByRole("heading").first()).toBeVisible();
    expect(await faults(ada), "no such meeting").toEqual([]);
    await hearthd.stop();
    await expect(ben.page.getByText(/reconnecting/i).first()).toBeVisible();
    expect(await faults(ben), "reconnecting").toEqual([]);
  });
}

test("the keyboard alone suffices for a whole call", async ({ person }) => {
  const ada = await person("Ada");
  const { keyboard } = ada.page;
  const reach = async (name: string) => {
    const wanted = ada.button(name);
    for (let i = 0; i < 60; i++) {
      if (await wanted.evaluate((it) => it === document.activeElement).catch(() => false)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`${name} is not reached by Tab`);
  };

  await ada.page.goto("/");
  await expect(ada.button("New meeting")).toBeVisible();
  for (let i = 0; i < 30; i++) {
    if (await ada.textbox("Your name").evaluate((it) => it === document.activeElement)) break;
    await keyboard.press("Tab");
  }
  await keyboard.type("Ada");
  await reach("New meeting");
  await keyboard.press("Enter");
  await expect(ada.button("Join now")).toBeVisible();
  await reach("Join now");
  await keyboard.press("Enter");
  await ada.isIn();
  await reach("Mute microphone");
  await keyboard.press("Space");
  await expect(ada.button("Unmute microphone")).toBeFocused();
  await reach("Chat");
  await keyboard.press("Enter");
  await expect(ada.textbox("Message")).toBeVisible();
  await ada.textbox("Message").focus();
  await keyboard.type("By hand");
  await keyboard.press("Enter");
  await expect(ada.page.getByText("By hand")).toBeVisible();
  await reach("Chat");
  await keyboard.press("Enter");
  await expect(ada.textbox("Message")).toHaveCount(0);
  await reach("Leave");
  await keyboard.press("Enter");
  await expect(ada.button("Leave")).toHaveCount(0);
});

test("whoever cannot see finds a whole call in the tree", async ({ meeting, person }) => {
  const ada = await person("Ada");
  await ada.page.goto("/");
  await expect(ada.page.locator("body")).toMatchAriaSnapshot(`
    - banner:
      - link "Hearth"
    - main:
      - heading "Come together." [level=1]
      - region "Meet":
        - textbox "Your name"
        - button "New meeting"
        - textbox "Meeting code"
        - button "Join"
  `);
  const { code, people } = await meeting("Ben");
  await ada.goTo(code);
  await expect(ada.page.locator("body")).toMatchAriaSnapshot(`
    - main:
      - region "How the others will see and hear you":
        - button "Mute microphone"
        - button "Turn camera off"
        - meter "Microphone level"
      - region "Ready?":
        - heading "Ready?" [level=1]
        - status:
          - paragraph: Ben is in.
        - textbox "Your name"
        - button "Join now"
  `);
  await ada.join();
  await people[0]!.say("Hello");
  await ada.openPanel("Chat");
  await expect(ada.page.locator("body")).toMatchAriaSnapshot(`
    - main:
      - heading "Meeting ${code}" [level=1]
      - group "Ben":
        - button "Pin Ben"
      - group "Ada"
      - status
    - complementary "Chat":
      - heading "Chat" [level=2]
      - log "Conversation":
        - paragraph:
          - strong: Ben
        - paragraph: Hello
        - button "Reply to Ben"
      - textbox "Message"
      - button "Send" [disabled]
    - contentinfo:
      - button "Mute microphone"
      - button "Turn camera off"
      - button "Share screen"
      - button "Raise hand"
      - button "People"
      - button "Chat" [pressed]
      - button "Leave"
  `);
  await ada.openPanel("People");
  await expect(ada.page.locator("body")).toMatchAriaSnapshot(`
    - complementary "People":
      - heading "In the meeting (2)" [level=3]
      - list "Participants":
        - listitem:
          - text: /Ben/
        - listitem:
          - text: /Ada/
          - img "Microphone on"
  `);
  await ada.button("Leave").click();
  await expect(ada.page.locator("body")).toMatchAriaSnapshot(`
    - main:
      - status:
        - heading "You left the meeting" [level=1]
      - button "Come back"
      - link "Go home"
  `);
});
