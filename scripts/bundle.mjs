// Trunk's post-build hook: one style sheet from style/main.css and boot.js from web/, named by their hashes in
// index.html; a release build also minifies JavaScript and CSS and takes the comments out of the HTML.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";

const out = process.env.TRUNK_STAGING_DIR;
const minify = process.env.TRUNK_PROFILE === "release";

// wasm-bindgen's glue and snippets, which trunk has put there: trunk cannot minify them itself.
if (minify) {
  for (const entry of await readdir(out, { recursive: true })) {
    if (!entry.endsWith(".js")) continue;
    const file = join(out, entry);
    const { code } = await transform(await readFile(file, "utf8"), { minify, format: "esm" });
    await writeFile(file, code);
  }
}

const { metafile } = await build({
  entryPoints: ["style/main.css", "web/boot.js"],
  entryNames: "[name]-[hash]",
  outdir: out,
  bundle: true,
  format: "esm",
  target: "es2022",
  loader: { ".woff2": "file", ".svg": "file" },
  assetNames: "[name]-[hash]",
  minify,
  metafile: true,
  logLevel: "warning",
});

const page = join(out, "index.html");
let html = await readFile(page, "utf8");
if (minify) html = html.replace(/\s*<!--[^]*?-->/g, "");
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (!entryPoint) continue;
  if (!html.includes(`"${entryPoint}"`)) throw new Error(`index.html does not name ${entryPoint}`);
  html = html.replace(`"${entryPoint}"`, `"./${basename(file)}"`);
}
await writeFile(page, html);
