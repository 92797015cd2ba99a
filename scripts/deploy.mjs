// Makes of a built folder what a web host needs: the service worker, the app as one file, the headers for nginx and for
// static hosts, and each file compressed. It reads what is there and can be run again.
//
//   node scripts/deploy.mjs FOLDER [--dev]      --dev: quickly, nothing is compressed
//
// FRAME_ANCESTORS: who may show the app in a frame, as the policy spells it; the pages of the same site are the default.
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
import { HASHED, digest, nginx, policyOfSingle, staticHost } from "./headers.mjs";
import { app } from "./program.mjs";

/** What is made here: it is no part of the app as it is opened from the web, and needs not be there without the network. */
export const MADE = ["sw.js", "evencost.html", "nginx.conf", "_headers"];
const COMPRESSED = [".br", ".gz"];
/** The table of words that are near in meaning. */
const WORDS = /^words-\w+\.evm$/;

/** What a browser may load of the folder. */
export const appFiles = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !MADE.includes(entry.name) && !COMPRESSED.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
    .sort();

export async function deploy(folder, { dev = false } = {}) {
  const names = await appFiles(folder);
  const html = await readFile(join(folder, "index.html"), "utf8");
  const ancestors = process.env.FRAME_ANCESTORS ?? "'self'";
  const write = (name, content) => writeFile(join(folder, name), content);
  await write("sw.js", await serviceWorker(folder, names, dev));
  await write("evencost.html", await singleFile(folder, names, html, dev));
  await write("nginx.conf", nginx(html, ancestors));
  await write("_headers", staticHost(names, html, ancestors));
  const loose = names.filter((name) => !/\.(png|woff2)$/.test(name));
  await compress(folder, [...loose, "sw.js", "evencost.html"], dev);
}

/**
 * The service worker, with the files that it keeps: the page, and what is the same for ever under its name. What else
 * lies in the folder, as a published set, may change without a new version.
 */
async function serviceWorker(folder, all, dev) {
  const names = all.filter((name) => name === "index.html" || new RegExp(HASHED).test(name));
  const digests = await Promise.all(
    // The page is kept as it is asked for: a web host may lead from index.html to the folder.
    names.map(async (name) => [name === "index.html" ? "./" : name, digest(await readFile(join(folder, name)))]),
  );
  const files = JSON.stringify(Object.fromEntries(digests));
  const { outputFiles } = await build({
    entryPoints: ["web/sw.js"],
    write: false,
    minify: !dev,
    target: "es2022",
    define: { FILES: files, VERSION: JSON.stringify(createHash("sha256").update(files).digest("hex").slice(0, 16)) },
  });
  return outputFiles[0].text;
}

/** The app as one file, which can be opened from a disk: style, script and WebAssembly are in it. */
async function singleFile(folder, names, html, dev) {
  const find = (pattern) => names.find((name) => pattern.test(name));
  const text = (name) => readFile(join(folder, name), "utf8");
  const glue = find(/^evencost-\w+\.js$/);
  const { outputFiles } = await build({
    ...app({ glue: resolve(folder, glue), wasm: find(/^evencost-.*\.wasm$/), words: find(WORDS), worker: "", single: true }),
    entryPoints: ["web/boot.js"],
    inject: ["web/inside.js"],
    write: false,
    minify: !dev,
  });
  const inside = names
    .filter((name) => (name.endsWith(".wasm") && !/^worker-/.test(name)) || WORDS.test(name))
    .map(async (name) => {
      const bytes = await promisify(gzip)(await readFile(join(folder, name)), { level: dev ? 1 : 9 });
      return `<script type="application/wasm" id="${name}">${bytes.toString("base64")}</script>\n`;
    });
  const icon = find(/^icon-\w+\.svg$/);
  const replace = (pattern, content) => {
    if (html.search(pattern) < 0) throw new Error(`${folder}/index.html is without ${pattern}`);
    html = html.replace(pattern, () => content);
  };
  replace(/<link rel="manifest"[^>]*>\s*/, "");
  replace(/<link rel="modulepreload"[^>]*>\s*/, "");
  replace(/<link rel="preload"[^>]*>\s*/, "");
  replace(new RegExp(`\\./${icon}`), `data:image/svg+xml;base64,${Buffer.from(await text(icon)).toString("base64")}`);
  for (const style of [find(/^main-\w+\.css$/), find(/^later-\w+\.css$/)]) {
    replace(new RegExp(`<link rel="stylesheet" href="\\./${style}"[^>]*>`), `<style>${await text(style)}</style>`);
  }
  replace(/<script type="module"[^>]*><\/script>/, `<script type="module">${outputFiles[0].text}</script>`);
  // The licences of what the table of words was made from go with it.
  const notice = (await Promise.all(["NOTICE.txt", "LICENSE-APACHE.txt"].map(text))).join("\n").replaceAll("--", "- -");
  replace(/(?=<\/body>)/, `${(await Promise.all(inside)).join("")}<!--\n${notice}-->\n`);
  replace(/(?<=<meta charset="utf-8">)/, `\n    <meta http-equiv="Content-Security-Policy" content="${policyOfSingle(html)}">`);
  return html;
}

/** Puts beside each file what it is compressed, where that is smaller, for hosts that need not do it themselves then. */
async function compress(folder, names, dev) {
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      for (const ending of COMPRESSED) {
        const file = join(folder, name + ending);
        await rm(file, { force: true });
        if (dev) continue;
        const small = await (ending === ".br" ? promisify(brotliCompress)(bytes, { params }) : promisify(gzip)(bytes, { level: 9 }));
        if (small.length < bytes.length) await writeFile(file, small);
      }
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, mode] = process.argv.slice(2);
  await deploy(folder, { dev: mode === "--dev" });
}
