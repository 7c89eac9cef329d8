import { figures } from "../support/figures.ts";
import { newMeeting } from "../support/rest.ts";
import { expect, sees, test } from "./network.ts";

const RUNS = 20;

test("a meeting is on the screen within a second of the start", async ({ lan }) => {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  await one.host();
  const there = await one.local();
  const ada = await one.sit(there);
  await ada.must({ type: "standBy", name: "Ada" });
  const code = await newMeeting(there, ada.token!);
  await ada.join(code, "Ada");
  const here = await two.local();

  const [found, seen]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    const hearthd = await two.host();
    const ben = await two.sit(here);
    await ben.must({ type: "standBy", name: `Ben ${run}` });
    const back = sees(ada, (all) => all.some(({ name }) => name === `Ben ${run}`)).then(() =>
      seen.push(performance.now() - begun),
    );
    await sees(ben, (all) => all.some(({ tags }) => tags.includes(code.slice(0, 3))));
    found.push(performance.now() - begun);
    await back;
    ben.close();
    await hearthd.stop();
    await sees(ada, (all) => all.length === 0);
  }
  console.log(`start of the second to the meeting on its screen: ${figures(found, "ms")}`);
  console.log(`start of the second to its people on the first's: ${figures(seen, "ms")}`);
  expect(found.toSorted((a, b) => a - b)[RUNS / 2], "the median").toBeLessThan(1000);
  expect(Math.max(...found), "the worst").toBeLessThan(2000);
  expect(Math.max(...seen), "the worst of the other way round").toBeLessThan(2000);
});
