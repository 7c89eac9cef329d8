import { type Socket, connect } from "node:net";
import { connect as secure } from "node:tls";

import { expect, test } from "../support/clients.ts";
import { ask } from "../support/rest.ts";

const crlf = "\r\n";

test("noise on the port does no harm", async ({ hearthd, meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const noise = [
    "",
    "\0",
    "\x16",
    "\x16\x03\x01\xff\xff",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc" + "\xff".repeat(508),
    "\x80\x2e\x01\x00\x02",
    "SSH-2.0-OpenSSH_9.6" + crlf,
    "EHLO example" + crlf,
    "\xff".repeat(100_000),
    "GET",
    "GET / HTTP/9.9" + crlf + crlf,
    "GET / HTTP/1.1" + crlf + crlf,
    "GET \xff HTTP/1.1" + crlf + crlf,
    "G\0T / HTTP/1.1" + crlf + "Host: x" + crlf + crlf,
    "GET / HTTP/1.1" + crlf + "x".repeat(200_000) + crlf + crlf,
    "GET / HTTP/1.1" + crlf + "x: y\r\n".repeat(5_000) + crlf,
    `GET /${"x".repeat(100_000)} HTTP/1.1` + crlf + "Host: x" + crlf + crlf,
    "POST /api/accounts HTTP/1.1" + crlf + "Content-Length: -1" + crlf + crlf + "{}",
    "POST /api/accounts HTTP/1.1" + crlf + "Content-Length: 9".repeat(9) + crlf + crlf,
    "POST /api/accounts HTTP/1.1" + crlf + "Transfer-Encoding: chunked" + crlf + crlf + "zz",
    "PRI * HTTP/2.0" + crlf + crlf + "SM" + crlf + crlf,
    "CONNECT example.com:443 HTTP/1.1" + crlf + crlf,
    "GET http://example.com/ HTTP/1.1" + crlf + "Host: example.com" + crlf + crlf,
  ];
  await Promise.all(
    noise.flatMap((bytes) => [
      shout(connect(hearthd.port, "127.0.0.1"), bytes),
      shout(secure({ port: hearthd.port, rejectUnauthorized: false }), bytes),
    ]),
  );
  await ada.say("did you hear something?");
  expect((await ben.next("said")).message.text).toBe("did you hear something?");
  expect((await ask(`${hearthd.url}/health`)).status).toBe(200);
  expect(hearthd.lives).toBe(true);
});

test("who connects and says nothing keeps nobody waiting", async ({ hearthd, client }) => {
  const { port, url } = hearthd;
  const silent = Array.from({ length: 300 }, (_, i) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    if (i % 3 === 1) socket.write("\x16\x03\x01");
    if (i % 3 === 2) socket.write("POST /api/accounts HTTP/1.1\r\nContent-Length: 99\r\n\r\n{");
    return socket;
  });
  const before = performance.now();
  for (const scheme of ["http", "https"]) {
    expect((await ask(`${scheme}://127.0.0.1:${port}/health`)).status).toBe(200);
  }
  const ada = await client({ url });
  expect(await ada.refused({ type: "leave" })).toBe("not_entered");
  expect(performance.now() - before, "sooner than their time is up").toBeLessThan(5_000);
  for (const socket of silent) socket.destroy();
});

/** Says something, half-closes, and waits until the other side has closed as well. */
async function shout(socket: Socket, bytes: string): Promise<void> {
  socket.on("error", () => {});
  socket.end(Buffer.from(bytes, "latin1"));
  socket.resume();
  await new Promise((resolve) => socket.once("close", resolve));
}
