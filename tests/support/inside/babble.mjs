// Runs inside a network namespace: sends each line of standard input, which is
// a packet in base64, from ADDRESS to everyone who listens to multicast DNS.
import { createSocket } from "node:dgram";
import { createInterface } from "node:readline";

const socket = createSocket({ type: "udp4", reuseAddr: true });
await new Promise((resolve) => socket.bind(5353, resolve));
socket.setMulticastTTL(255);
socket.setMulticastInterface(process.argv[2]);
let sent = 0;
for await (const line of createInterface(process.stdin)) {
  const packet = Buffer.from(line, "base64");
  await new Promise((resolve, reject) =>
    socket.send(packet, 5353, "224.0.0.251", (error) => (error ? reject(error) : resolve())),
  );
  // No faster than they are read: what is lost tries nothing.
  if (++sent % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
socket.close();
