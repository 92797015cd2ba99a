// Serves a folder of files as a plain web host would, under the content security policy that the app is made for.
//
//   node scripts/server.mjs FOLDER PORT
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The policy for a page: its inline styles are named by their hashes. */
function policy(html) {
  const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(
    ([, css]) => ` 'sha256-${createHash("sha256").update(css).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${styles.join("")}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

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
      const body = await readFile(join(folder, path));
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      const headers = {
        "Content-Type": type,
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        // A frame in a sandbox has an origin of its own and could not load the modules otherwise.
        "Access-Control-Allow-Origin": "*",
      };
      if (type.startsWith("text/html")) headers["Content-Security-Policy"] = policy(body.toString());
      response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
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
