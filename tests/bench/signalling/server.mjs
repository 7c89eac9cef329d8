/**
 * What Hearth is measured against: a plain Socket.IO server in memory, as such servers are usually written.
 *
 * `node server.mjs --dialect hellotalk|animo --engine ws|eiows` prints its address.
 */

import { createServer } from "node:http";
import { parseArgs } from "node:util";

import { Server } from "socket.io";

import { animo } from "./animo.mjs";
import { hellotalk } from "./hellotalk.mjs";

const { values: options } = parseArgs({
  options: { dialect: { type: "string" }, engine: { type: "string" } },
});
const dialect = { animo, hellotalk }[options.dialect];
const engine = await { ws: () => ({}), eiows }[options.engine]();

const http = createServer();
dialect(
  new Server(http, {
    ...engine,
    // As Hearth has them, so that idle connections cost both sides the same pings.
    pingInterval: 5000,
    pingTimeout: 5000,
    perMessageDeflate: false,
  }),
);
http.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${http.address().port}`));

async function eiows() {
  const { default: eiows } = await import("eiows");
  return { wsEngine: eiows.Server };
}
