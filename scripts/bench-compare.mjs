// How fast many divisions are compared, in Chromium and one worker, by the program that the app's worker runs; and how fast
// typing is beside 1,000 of them. Everything that is compared takes turns in one run; what is printed are medians.
//
//   node scripts/bench-compare.mjs WORKER [RUNS] [FOLDER]      scripts/bench-compare builds the WORKER
//
// all pairs        all that the app's worker does, from the file and the table of words: reading both, looking up all words,
//                  every pair in summary with what is near in meaning, the order in which close ones stand together
// products         the bare similarity products of all goods, each pair of them once, in the same program
// JavaScript       the same in plain JavaScript with Float32Array
// memory           what the worker's program takes at the end of all pairs
// typing           the browser's own event timing, from the key press to the paint after it, processor slowed 4 times, in
//                  a value of 1,000 divisions and in a page that has nothing but an input. It tells of nothing under 16 ms:
//                  that counts as 16
import { mkdtemp, readFile, rm, writeFile, copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { csv, file, many } from "./many.mjs";
import { serve } from "./server.mjs";

const [worker, runs, dist = "dist"] = process.argv.slice(2);
const RUNS = Number(runs ?? 3);
const VALUES = 12;
const DIVISIONS = [100, 300, 1000];
const FEW = 300;
const KEYS = 300;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** In the worker: does one thing and says how long it took, in milliseconds. */
const WORKER = `
import init, { Phrases, survey } from "./evencost_worker.js";

/** The products of all phrases with each other, each pair once, streamed as in the program. */
function plain(parts, dimensions) {
  const count = parts.length / dimensions;
  let sum = 0;
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      let product = 0;
      for (let at = 0; at < dimensions; at++) product += parts[one * dimensions + at] * parts[other * dimensions + at];
      if (product > 0.99) sum += product;
    }
  }
  return sum;
}

addEventListener("message", async ({ data: { what, document, words } }) => {
  const program = await init({ module_or_path: new URL("./evencost_worker_bg.wasm", import.meta.url) });
  const phrases = what === "survey" ? null : Phrases.of(document, words);
  const parts = what === "plain" ? phrases.parts() : null;
  const start = performance.now();
  if (what === "survey") survey(document, words, () => {});
  else if (what === "products") phrases.products();
  else plain(parts, 64);
  postMessage({ time: performance.now() - start, memory: program.memory.buffer.byteLength });
});
`;

/** In the page: has a fresh worker do it. */
const measure = async ([name, what]) => {
  const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const [document, words] = await Promise.all([bytes(name), bytes("words.evm")]);
  const worker = new Worker("bench.js", { type: "module" });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage({ what, document, words });
  });
  worker.terminate();
  return answer;
};

async function comparing(browser) {
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  for (const name of ["evencost_worker.js", "evencost_worker_bg.wasm"]) await copyFile(join(worker, name), join(folder, name));
  await copyFile("meaning/words.evm", join(folder, "words.evm"));
  await writeFile(join(folder, "bench.js"), WORKER);
  await writeFile(join(folder, "index.html"), "<!doctype html><title>bench</title>");
  const server = await serve(folder);
  const verdicts = [];
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const columns = ["divisions", "pairs", "goods", "all pairs", "products", "JavaScript", "of products", "of JavaScript", "memory"];
    console.log(columns.map((name) => name.padStart(15)).join(""));
    for (const divisions of DIVISIONS) {
      for (const goods of [2 * VALUES * divisions, FEW]) {
        const name = `${divisions}-${goods}.json`;
        await writeFile(join(folder, name), file(await many(divisions, VALUES, goods)));
        const taken = { survey: [], products: [], plain: [] };
        let memory = 0;
        for (let run = 0; run < RUNS; run++) {
          for (const what of Object.keys(taken)) {
            const answer = await page.evaluate(measure, [name, what]);
            taken[what].push(answer.time);
            if (what === "survey") memory = Math.max(memory, answer.memory);
          }
        }
        const [survey, products, plain] = Object.values(taken).map(median);
        const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
        const row = [divisions, (divisions * (divisions - 1)) / 2, goods, ms(survey), ms(products), ms(plain)];
        row.push((survey / products).toFixed(2), (survey / plain).toFixed(2), `${(memory / 2 ** 20).toFixed(0)} MiB`);
        console.log(row.map((cell) => String(cell).padStart(15)).join(""));
        if (divisions !== 1000) continue;
        const say = (what, figure, most, unit = "") => verdicts.push(`${what}: ${figure.toFixed(2)}${unit}, ${figure <= most ? "within" : "over"} ${Number(most.toFixed(2))}${unit}`);
        if (goods === FEW) say("more than the products, 300 goods", (survey - products) / 1000, 0.5, " s");
        else {
          say("times the products, 24,000 goods", survey / products, 1.5);
          say("of plain JavaScript, 24,000 goods", survey / plain, 1 / 3);
        }
      }
    }
    await page.close();
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
  return verdicts;
}

/** In the page: notes how long each key press took to be painted. */
function watch() {
  globalThis.presses = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === "keydown") presses.push(duration);
  }).observe({ type: "event", durationThreshold: 16 });
}

async function type(page) {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(watch);
  const text = "what we stand for even when it is dear ";
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(text[key % text.length] === " " ? "Space" : text[key % text.length]);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(1_000);
  const presses = await page.evaluate(() => presses);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const all = [...Array(Math.max(0, KEYS - presses.length)).fill(16), ...presses].sort((a, b) => a - b);
  return { p98: all[Math.ceil(KEYS * 0.98) - 1], p50: all[KEYS / 2], worst: all.at(-1) };
}

async function typing(browser) {
  const bare = await mkdtemp(join(tmpdir(), "evencost-"));
  await writeFile(join(bare, "index.html"), "<!doctype html><title>bare</title><input autofocus>");
  const servers = [await serve(bare), await serve(dist)];
  try {
    const other = await browser.newPage();
    await other.goto(servers[0].url);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(servers[1].url);
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.getByRole("button", { name: "Paste or import" }).click();
    const dialog = page.getByRole("dialog");
    const buffer = Buffer.from(csv(await many(1000, VALUES, 2 * VALUES * 1000)));
    await dialog.getByLabel("choose a file").setInputFiles({ name: "values.csv", mimeType: "text/csv", buffer });
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    const taken = [[], []];
    for (let run = 0; run < RUNS; run++) {
      await other.bringToFront();
      await other.locator("input").focus();
      taken[0].push(await type(other));
      await page.bringToFront();
      await page.getByLabel("Value 1: what we pursue").click();
      await page.keyboard.press("End");
      taken[1].push(await type(page));
    }
    const of = (index, key) => median(taken[index].map((result) => result[key]));
    console.log(`\n${"typing, ms".padEnd(16)}${["bare page", "Evencost", "ratio"].map((name) => name.padStart(12)).join("")}`);
    for (const key of ["p50", "p98", "worst"]) {
      console.log(`${key.padEnd(16)}${[of(0, key), of(1, key), (of(1, key) / of(0, key)).toFixed(2)].map((cell) => String(cell).padStart(12)).join("")}`);
    }
    const ratio = of(1, "p98") / of(0, "p98");
    return [`times the bare page's key press, p98: ${ratio.toFixed(2)}, ${ratio <= 3 ? "within" : "over"} 3`];
  } finally {
    for (const server of servers) await server.close();
    await rm(bare, { recursive: true });
  }
}

const browser = await launch();
try {
  const verdicts = RUNS > 0 && worker !== "-" ? await comparing(browser) : [];
  if (dist !== "-") verdicts.push(...(await typing(browser)));
  console.log(`\n${verdicts.join("\n")}`);
} finally {
  await browser.close();
}
