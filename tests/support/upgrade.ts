/** Whether a websocket is let in. */
import { WebSocket } from "ws";

/** The status with which an upgrade to a websocket is answered; 101 lets it in. */
export async function upgrade(url: string, origin?: string): Promise<number> {
  const address = `${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, {
    rejectUnauthorized: false,
    ...(origin !== undefined && { origin }),
  });
  return await new Promise((resolve, reject) => {
    socket.once("open", () => {
      socket.close();
      resolve(101);
    });
    socket.once("unexpected-response", (request, { statusCode = 0 }) => {
      request.destroy();
      resolve(statusCode);
    });
    socket.once("error", reject);
  });
}
