// Trunk's post-build hook: the style sheets from style/ and boot.js from web/, named by their hashes in
// index.html; a release build also minifies JavaScript and CSS and takes the comments out of the HTML. Trunk names the
// program by what the compiler made: here it is named by what is shipped, as what belongs to it is and the icons are, so
// that a file may be cached for ever under its name.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { build, transform } from "esbuild";
import { MODULE, app } from "./program.mjs";

const out = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === "release";

/** What the loader of the chunks has of the program. */
const PROGRAM = "export let initSync; export const by = (init) => { initSync = init; };";

/** The parts of the program (src/chunks.rs) that show nothing which style/later.css is for. */
const PLAIN = /^split_(coaching|dialogs)\b/;

if (process.env.CHUNKS) await addChunks(process.env.CHUNKS);

// wasm-bindgen's glue and snippets, which trunk has put there: trunk cannot minify them itself.
if (minify) {
  for (const entry of await readdir(out, { recursive: true })) {
    if (!entry.endsWith(".js")) continue;
    const file = join(out, entry);
    const { code } = await transform(await readFile(file, "utf8"), { minify, format: "esm" });
    await writeFile(file, code);
  }
}

const page = join(out, "index.html");
let html = await readFile(page, "utf8");
if (minify) html = html.replace(/\s*<!--[^]*?-->/g, "");
// Built as a whole, the program has all screens at once.
if (!process.env.CHUNKS) html = html.replace(/(<link rel="stylesheet"[^>]*) disabled[^>]*>/, "$1>");
const wasm = await nameByContent("_bg.wasm");
const glue = await nameByContent(".js");

const words = await addHashed("words.evm", await readFile("meaning/words.evm"));
// The licences of what that was made from go with it.
await copyFile("meaning/NOTICE", join(out, "NOTICE.txt"));
await copyFile("LICENSE-APACHE", join(out, "LICENSE-APACHE.txt"));

const worker = await addWorker(process.env.WORKER, words);

const { metafile } = await build({
  ...app({ glue: `./${glue}`, wasm, words, worker, single: false }),
  entryPoints: ["style/main.css", "style/later.css", "web/boot.js"],
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "file" },
  assetNames: "[name]-[hash]",
  outdir: out,
  splitting: true,
  minify,
  metafile: true,
});
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint && html.includes(`"${entryPoint}"`)) nameInPage(entryPoint, basename(file));
  else if (!/^web\/\w+\.js$/.test(entryPoint ?? "")) throw new Error(`index.html does not name ${entryPoint ?? file}`);
}

const icons = {};
for (const icon of ["icon.svg", "icon-192.png", "icon-512.png"]) icons[icon] = await addHashed(icon, await readFile(join("web", icon)));
nameInPage("web/icon.svg", icons["icon.svg"]);
const manifest = JSON.parse(await readFile("web/evencost.webmanifest", "utf8"));
for (const icon of manifest.icons) icon.src = icons[icon.src];
nameInPage("web/evencost.webmanifest", await addHashed("evencost.webmanifest", JSON.stringify(manifest)));
await writeFile(page, html);

/** Has the page name a file as it is shipped. */
function nameInPage(source, name) {
  if (!html.includes(`"${source}"`)) throw new Error(`index.html does not name ${source}`);
  html = html.replace(`"${source}"`, `"./${name}"`);
}

/** Adds a file under a name with its hash, and answers that. */
async function addHashed(file, content) {
  const name = file.replace(/(?=\.\w+$)/, `-${hash(content)}`);
  await writeFile(join(out, name), content);
  return name;
}

/** Adds the program of the worker from that folder, and its script; answers the script's name. */
async function addWorker(folder, words) {
  const wasm = await addHashed("worker.wasm", await readFile(join(folder, "evencost_worker_bg.wasm")));
  const { outputFiles } = await build({
    entryPoints: ["web/worker.js"],
    write: false,
    ...MODULE,
    minify,
    define: { WASM: JSON.stringify(`./${wasm}`), WORDS: JSON.stringify(`./${words}`) },
    alias: { "evencost-worker": join(folder, "evencost_worker.js") },
  });
  return addHashed("worker.js", outputFiles[0].text);
}

/** Names a part of the program by its bytes, where it stands and where the page and the glue name it; answers the name. */
async function nameByContent(part) {
  const all = await readdir(out);
  const old = all.find((name) => name.startsWith("evencost-") && name.endsWith(part));
  const name = `evencost-${hash(await readFile(join(out, old)))}${part}`;
  await rename(join(out, old), join(out, name));
  const glue = join(out, all.find((name) => /^evencost-\w+\.js$/.test(name)));
  if (part !== ".js") await writeFile(glue, (await readFile(glue, "utf8")).replaceAll(old, name));
  if (!html.includes(old)) throw new Error(`index.html does not name ${old}`);
  html = html.replaceAll(old, name);
  return name;
}

function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/**
 * Takes over the chunks of the program that scripts/split/wasm-bindgen has put into that folder, and puts the code that
 * loads them into wasm-bindgen's glue.
 */
async function addChunks(folder) {
  const glue = (await readdir(out)).find((name) => /^evencost-\w+\.js$/.test(name));
  let loader = await readFile(join(folder, "__wasm_split.js"), "utf8");
  const replace = (old, now) => {
    if (!loader.includes(old)) throw new Error(`${folder}/__wasm_split.js is without ${old}: what wasm-split writes has changed`);
    loader = loader.replaceAll(old, now);
  };
  // A plain web host may not know the type that the browser's own way insists on.
  replace("WebAssembly.instantiateStreaming(src, imports)", "compile(src).then((module) => WebAssembly.instantiate(module, imports))");
  replace("console.error(e)", "report(e)");
  const fetched = (file) => `fetch(new URL("./${file}", import.meta.url))`;
  loader = `import { compile, report, styled } from "./compile.js";\n${loader}`;
  const files = (await readdir(folder)).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name));
  // One at a time for each core: each takes 200 MB.
  const work = async () => {
    for (let file; (file = files.pop()); ) {
      const shipped = join(folder, `shipped_${file}`);
      await ship(join(folder, file), shipped);
      const bytes = await readFile(shipped);
      const name = `${file.replace("split_", "").replace("chunk_", "shared-").replace(".wasm", "")}-${hash(bytes)}.wasm`;
      if (file.startsWith("split_") && !PLAIN.test(file)) replace(fetched(file), `styled(${fetched(file)})`);
      replace(`"./${file}"`, `"./${name}"`);
      await writeFile(join(out, name), bytes);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  // A file of its own, since the first look needs no chunk: what the program calls in its place fetches it. It is given the
  // program's side, whose name changes with its own.
  const { outputFiles } = await build({
    stdin: { contents: `${loader}\nexport { by } from "./evencost.js";`, resolveDir: "web" },
    write: false,
    ...MODULE,
    minify,
    plugins: [
      {
        name: "program",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/evencost\.js$/ }, () => ({ path: "program", namespace: "chunks" }));
          onLoad({ filter: /./, namespace: "chunks" }, () => ({ contents: PROGRAM }));
        },
      },
    ],
  });
  const file = await addHashed("loader.js", outputFiles[0].text);
  const loads = [...new Set(loader.match(/__wasm_split_load_\w+/g))];
  const stub = [
    'import { initSync } from "./evencost.js";',
    `const load = (name) => async (call, data) => {
      try {
        const loader = await import("./${file}");
        loader.by(initSync);
        loader[name](call, data);
      } catch {
        // As the loader itself tells it where a chunk does not arrive; the browser has told why.
        initSync().__indirect_function_table.get(call)(data, false);
      }
    };`,
    ...loads.map((name) => `export const ${name} = load("${name}");`),
  ].join("\n");
  await build({
    entryPoints: [join(out, glue)],
    outfile: join(out, glue),
    allowOverwrite: true,
    ...MODULE,
    external: [`./${file}`],
    // wasm-bindgen names the loader once for each function that it takes from it.
    logOverride: { "duplicate-object-key": "silent" },
    plugins: [
      {
        name: "chunks",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/__wasm_split\.js$/ }, () => ({ path: "loader", namespace: "chunks" }));
          onResolve({ filter: /^\.\/evencost\.js$/, namespace: "chunks" }, () => ({ path: join(out, glue) }));
          onLoad({ filter: /./, namespace: "chunks" }, () => ({ contents: stub, resolveDir: "web" }));
        },
      },
    ],
  });
}

/** Copies a chunk; in a release made smaller, as trunk does with the program. */
async function ship(from, to) {
  if (!minify) return copyFile(from, to);
  const [, level, options] = (await readFile("index.html", "utf8")).match(/data-wasm-opt="(\w)" data-wasm-opt-params="([^"]*)"/);
  await promisify(execFile)("wasm-opt", [from, "-o", to, `-O${level}`, ...options.split(" ")]);
}
