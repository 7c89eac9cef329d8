import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";
import { sharesSound } from "../support/sharing.ts";

test("several share at once, with sound, and the others look closely", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = people as [Person, Person, Person];
  const screenOf = (name: string) => ada.page.getByRole("figure", { name: `${name}’s screen` });

  // Screens are enough to encode for two cores.
  for (const person of people) await person.button("Turn camera off").click();
  await ben.page.evaluate(sharesSound);
  await ben.button("Share screen").click();
  await cleo.button("Share screen").click();
  for (const name of ["Ben", "Cleo"]) {
    await expect(ada.page.locator(".place.large").filter({ has: screenOf(name) })).toBeVisible();
    await expect
      .poll(() =>
        screenOf(name)
          .locator("video")
          .evaluate((it) => (it as HTMLVideoElement).videoWidth),
      )
      .toBeGreaterThan(0);
  }

  await test.step("whoever shares sees what, and chooses what it is good for", async () => {
    const own = cleo.page.getByRole("region", { name: "What you share" });
    await expect(own).toContainText("whole screen");
    await expect(ben.page.getByRole("region", { name: "What you share" })).toContainText(
      "With sound",
    );
    const hint = () =>
      cleo.page.evaluate(() =>
        window.peerConnections
          .flatMap((it) => it.getSenders())
          .map(({ track }) => track?.contentHint)
          .filter((it) => it),
      );
    expect(await hint()).toEqual(["detail", "detail"]);
    await own.getByText("Smooth film").click();
    await expect.poll(hint).toEqual(["motion", "motion"]);
    expect(await faults(cleo)).toEqual([]);
  });

  await test.step("its sound is heard, also while whoever shares is muted", async () => {
    await ben.button("Mute microphone").click();
    await expect(ada.tile("Ben").getByLabel("Microphone off")).toBeVisible();
    const heard = () =>
      ada.page.evaluate(async () => {
        const energies = window.peerConnections.map(async (connection) => {
          const reports = [...(await connection.getStats()).values()];
          return reports
            .filter(
              ({ type, kind, mid }) => type === "inbound-rtp" && kind === "audio" && mid === "3",
            )
            .map(({ totalAudioEnergy }) => totalAudioEnergy as number);
        });
        return Math.max(0, ...(await Promise.all(energies)).flat());
      });
    await expect.poll(heard).toBeGreaterThan(0.1);
    const sounding = () =>
      ada.page.evaluate(
        () =>
          [...document.querySelectorAll("audio")].filter((it) => {
            const [track] = (it.srcObject as MediaStream | null)?.getAudioTracks() ?? [];
            return !it.paused && track?.enabled === true && !track.muted;
          }).length,
      );
    await expect.poll(sounding, "Cleo, and what Ben shares").toBeGreaterThan(1);
  });

  await test.step("a shared screen is zoomed and moved, and fills the screen alone", async () => {
    const figure = screenOf("Ben");
    const percent = figure.getByRole("button", { name: /show the whole screen/ });
    const video = figure.locator("video");
    const transform = () => video.evaluate((it) => (it as HTMLElement).style.transform);
    const { x, y, width, height } = (await figure.boundingBox())!;
    await figure.hover();
    await figure.getByRole("button", { name: "Zoom in" }).click();
    await expect(percent).toHaveText("125%");
    await ada.page.keyboard.press("+");
    await expect(percent).toHaveText("156%");
    await ada.page.mouse.move(x + width / 4, y + height / 2);
    await ada.page.keyboard.down("Control");
    await ada.page.mouse.wheel(0, -500);
    await ada.page.keyboard.up("Control");
    await expect.poll(async () => parseInt((await percent.textContent())!)).toBeGreaterThan(300);

    const before = await transform();
    await ada.page.mouse.down();
    await ada.page.mouse.move(x + width / 4 - 80, y + height / 2 - 10, { steps: 3 });
    await ada.page.mouse.up();
    const dragged = await transform();
    expect(dragged).not.toBe(before);
    await percent.focus();
    await ada.page.keyboard.press("ArrowLeft");
    await expect.poll(transform).not.toBe(dragged);
    for (let press = 0; press < 20; press++) await ada.page.keyboard.press("ArrowLeft");
    const atTheEdge = await transform();
    await ada.page.keyboard.press("ArrowLeft");
    expect(await transform(), "no further than its edge").toBe(atTheEdge);
    await ada.page.keyboard.press("0");
    await expect(percent).toHaveText("100%");

    await figure.getByRole("button", { name: "This screen alone" }).click();
    const full = () => ada.page.evaluate(() => document.fullscreenElement?.tagName ?? "");
    await expect.poll(full).toBe("FIGURE");
    await figure.getByRole("button", { name: "Leave full screen" }).click();
    await expect.poll(full).toBe("");
    expect(await faults(ada)).toEqual([]);
  });
});

test("sharing ends when it is stopped, and when the host takes the right", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  const screen = ada.page.getByRole("figure", { name: "Ben’s screen" });
  const own = ben.page.getByRole("region", { name: "What you share" });
  await ben.button("Share screen").click();
  await expect(screen).toBeVisible();
  await own.getByRole("button", { name: "Stop" }).click();
  await expect(screen).toHaveCount(0);

  await ben.button("Share screen").click();
  await expect(screen).toBeVisible();
  const tracks = () =>
    ben.page.evaluate(
      () =>
        window.peerConnections
          .flatMap((it) => it.getSenders())
          .filter(({ track }) => track?.contentHint === "detail" && track.readyState === "live")
          .length,
    );
  await expect.poll(tracks).toBe(1);
  await ada.openPanel("People");
  await ada.page.getByRole("switch", { name: "Screen sharing" }).click();
  await expect(screen).toHaveCount(0);
  await expect(own).toHaveCount(0);
  await expect(ben.button("Share screen")).toBeDisabled();
  await expect.poll(tracks, "nothing of it goes on").toBe(0);
});
