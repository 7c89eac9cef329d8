// Runs inside a network namespace: sends each line of standard input, which is
// a packet in base64, to everyone who listens to multicast DNS.
import { createSocket } from "node:dgram";
import { createInterface } from "node:readline";

const socket = createSocket({ type: "udp4", reuseAddr: true });
await new Promise((resolve) => socket.bind(5353, resolve));
socket.setMulticastTTL(255);
for await (const line of createInterface(process.stdin)) {
  const packet = Buffer.from(line, "base64");
  await new Promise((resolve) => socket.send(packet, 5353, "224.0.0.251", resolve));
}
socket.close();
