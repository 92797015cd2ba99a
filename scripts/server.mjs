// Serves a folder of files as a plain web host would, with the headers that the app is made for.
//
//   node scripts/server.mjs FOLDER PORT
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { headersOf } from "./headers.mjs";

/** Serves `folder` and resolves, once it listens, to its address and a function that ends it. Port 0 takes a free one. */
export async function serve(folder, port = 0) {
  const server = createServer(async (request, response) => {
    let path;
    try {
      path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    } catch {
      response.writeHead(400, { "Content-Type": "text/plain" }).end("This is no path\n");
      return;
    }
    try {
      if (path.endsWith("/")) path += "index.html";
      const file = join(folder, path);
      const body = await readFile(file);
      const headers = headersOf(basename(path), path.endsWith(".html") ? body.toString() : "");
      const brotli = /\bbr\b/.test(request.headers["accept-encoding"]) && (await readFile(`${file}.br`).catch(() => null));
      if (brotli) headers["Content-Encoding"] = "br";
      response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : brotli || body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, Number(port));
    console.log(`Evencost is at ${url} (Ctrl-C ends it)`);
  } catch (error) {
    console.error(
      error.code === "EADDRINUSE"
        ? `error: port ${port} is taken: choose another, as in PORT=8081 scripts/serve`
        : `error: ${error.message}`,
    );
    process.exit(1);
  }
}
