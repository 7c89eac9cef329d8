import { test } from "../support/fixtures.ts";
import { figures } from "../support/figures.ts";

const RUNS = 10;

test("from the last Join now to media both ways among three", async ({ meeting, person }) => {
  test.setTimeout(300_000);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { code, people } = await meeting("Ada", "Ben");
    const cleo = await person("Cleo");
    await cleo.goTo(code);
    const before = performance.now();
    await cleo.button("Join now").click();
    await Promise.all([...people, cleo].map((it) => it.receivesFrom(2)));
    times.push(performance.now() - before);
    await Promise.all([...people, cleo].map((it) => it.close()));
  }
  console.log(`three in a call, last "Join now" to media everywhere: ${figures(times, "ms")}`);
});
