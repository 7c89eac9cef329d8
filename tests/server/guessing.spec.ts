import { expect, test } from "../support/clients.ts";
import { rest, signUp } from "../support/rest.ts";

const PER_ACCOUNT = 10;
const PER_ADDRESS = 30;

test("few guesses are had at one account, even all at once", async ({ hearthd }) => {
  await signUp(hearthd.url);
  const signIn = (username: string, password: string, localAddress: string) =>
    rest(hearthd.url, "POST", "/sessions", { body: { username, password }, localAddress });
  for (let once = 0; once < PER_ACCOUNT; once++) {
    const { status } = await signIn("ada", "correct horse", "127.0.0.1");
    expect(status, "who knows the password is not guessing").toBe(201);
  }
  const guesses = Array.from({ length: 2 * PER_ACCOUNT }, (_, i) =>
    signIn(i % 2 === 0 ? "ada" : "ADA", `guess ${i}`, `127.0.0.${2 + i}`),
  );
  const answers = await Promise.all(guesses);
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 401).length).toBe(PER_ACCOUNT);
  expect(refused.length).toBe(PER_ACCOUNT);
  for (const { body } of refused) expect(body.code).toBe("too_many_attempts");
  const right = await signIn("ada", "correct horse", "127.0.0.1");
  expect(right.status, "not even the right one is heard").toBe(429);
});

test("few guesses and new accounts are had from one address", async ({ hearthd }) => {
  await signUp(hearthd.url);
  const signIn = (username: string, password: string, localAddress: string) =>
    rest(hearthd.url, "POST", "/sessions", { body: { username, password }, localAddress });
  const attempts = Array.from({ length: PER_ADDRESS + 10 }, async (_, i) => {
    if (i % 2 === 0) return await signIn(`person${i}`, "guess guess", "127.0.0.2");
    const body = { username: `person${i}`, name: "Somebody", password: "correct horse" };
    return await rest(hearthd.url, "POST", "/accounts", { body, localAddress: "127.0.0.2" });
  });
  const answers = await Promise.all(attempts);
  expect(answers.filter(({ status }) => status !== 429).length).toBe(PER_ADDRESS);
  expect((await signIn("ada", "correct horse", "127.0.0.2")).status).toBe(429);
  const elsewhere = await signIn("ada", "correct horse", "127.0.0.3");
  expect(elsewhere.status, "another address is not held back").toBe(201);
});
