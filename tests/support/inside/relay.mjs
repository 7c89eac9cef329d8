// Runs inside a network namespace: whoever comes to the socket FILE, which is
// seen from everywhere, is led to PORT of the namespace's own loopback.
import { connect, createServer } from "node:net";

const [file, port] = process.argv.slice(2);
createServer((near) => {
  const far = connect(Number(port), "127.0.0.1");
  for (const [from, to] of [
    [near, far],
    [far, near],
  ]) {
    from.pipe(to);
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  }
}).listen(file, () => console.log("ready"));
