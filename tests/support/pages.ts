/** Pages of the older systems' kinds, on an origin of their own. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, resolve } from "node:path";

const folders = ["browser/dialects/pages", "node_modules/socket.io-client/dist"];
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };

export class Pages {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async serve(): Promise<Pages> {
    const server = createServer((request, response) => {
      const name = basename(new URL(request.url!, "http://pages").pathname);
      const found = folders.map((folder) => readFile(resolve(folder, name)));
      Promise.any(found).then(
        (body) => response.setHeader("content-type", types[extname(name)] ?? "").end(body),
        () => response.writeHead(404).end(),
      );
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    return new Pages(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
