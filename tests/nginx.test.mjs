// Behind a real nginx, with the file that the build makes for it: the strict policy holds, and nothing needs an exception.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { dist, withPage } from "./support/browser.mjs";
import { tour } from "./support/tour.mjs";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
let folder;
let nginx;
let port;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** What nginx answers, with its headers as they are. */
const ask = (path, headers = {}) =>
  new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume().on("end", () => resolve(response));
    }).on("error", reject);
  });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "evencost-"));
  const app = join(folder, "app");
  await cp(dist, app, { recursive: true });
  if (!existsSync(join(app, "index.html.br"))) {
    // A quick build compresses nothing.
    const html = await readFile(join(app, "index.html"));
    await writeFile(join(app, "index.html.br"), brotliCompressSync(html));
    await writeFile(join(app, "index.html.gz"), gzipSync(html));
  }
  const include = join(app, "nginx.conf");
  const lines = await readFile(include, "utf8");
  if (existsSync(BROTLI)) await writeFile(include, lines.replace("#brotli_static on;", "brotli_static on;"));
  port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`).join(" ");
  await writeFile(
    join(folder, "nginx.conf"),
    `${existsSync(BROTLI) ? `load_module ${BROTLI};` : ""}
     ${process.getuid?.() === 0 ? "user root;" : ""} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
     events { worker_connections 256; }
     http {
       access_log off; ${temporary}
       server {
         listen 127.0.0.1:${port};
         root ${app};
         include ${include};
         location /a/folder/ { alias ${app}/; include ${include}; }
       }
     }`,
  );
  nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", "stderr"], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  nginx.stderr.on("data", (text) => (said += text));
  const ended = new Promise((_, reject) => {
    nginx.on("error", reject).on("exit", (code) => reject(new Error(`nginx ended with ${code}: ${said}`)));
  });
  ended.catch(() => {});
  const up = async () => {
    for (let count = 0; count < 100; count++) {
      if (await ask("/").then(() => true, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nginx does not answer: ${said}`);
  };
  await Promise.race([up(), ended]);
});

after(async () => {
  if (nginx?.exitCode === null) {
    await new Promise((resolve) => {
      nginx.on("exit", resolve);
      nginx.kill("SIGTERM");
    });
  }
  await rm(folder, { recursive: true });
});

for (const path of ["/", "/a/folder/"]) {
  test(`the main job runs under the strict policy at ${path}`, (t) =>
    withPage(t, { path: null, worker: true }, async (page, context) => {
      const origins = new Set();
      context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (!/^(data|blob):$/.test(protocol)) origins.add(origin);
      });
      await page.addInitScript(() => {
        globalThis.violations = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push([violatedDirective, blockedURI]));
      });
      const address = `http://127.0.0.1:${port}${path}`;
      const response = await page.goto(address);
      assert.match(response.headers()["content-security-policy"], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
      const link = await tour(page);
      assert.deepEqual(await page.evaluate(() => violations), []);
      assert.ok(link.startsWith(`${address}#`), link);
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.goto(link);
      await page.getByRole("complementary", { name: "From a link" }).waitFor();
      assert.deepEqual(await page.evaluate(() => violations), []);
      assert.deepEqual([...origins], [new URL(address).origin]);
    }));

  test(`each file comes with what it needs at ${path}`, async () => {
    const names = await readdir(dist);
    const named = (pattern) => path + names.find((name) => pattern.test(name));
    const forEver = "public, max-age=31536000, immutable";
    const files = [
      [path, "text/html", "no-cache"],
      [`${path}sw.js`, "text/javascript", "no-cache"],
      [named(/^evencost-.*\.wasm$/), "application/wasm", forEver],
      [named(/^boot-.*\.js$/), "text/javascript", forEver],
      [named(/^main-.*\.css$/), "text/css", forEver],
      [named(/\.webmanifest$/), "application/manifest+json", forEver],
    ];
    for (const [file, type, caching] of files) {
      const { statusCode, headers } = await ask(file);
      assert.deepEqual([statusCode, headers["content-type"], headers["cache-control"]], [200, type, caching], file);
      assert.equal(headers["access-control-allow-origin"], "*", file);
      assert.equal(headers["x-content-type-options"], "nosniff", file);
    }
    const { headers: page } = await ask(path);
    assert.match(page["content-security-policy"], /frame-ancestors 'self'$/);
    assert.equal((await ask(path, { "Accept-Encoding": "gzip" })).headers["content-encoding"], "gzip");
    if (existsSync(BROTLI)) assert.equal((await ask(path, { "Accept-Encoding": "br" })).headers["content-encoding"], "br");
    assert.equal((await ask(`${path}evencost.html`)).headers["content-disposition"], "attachment");
    const missing = await ask(`${path}gone-0123456789abcdef.wasm`);
    assert.deepEqual([missing.statusCode, missing.headers["cache-control"]], [404, undefined]);
  });
}
