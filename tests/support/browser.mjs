// What every browser test uses: the app served from dist/ (or DIST) on a free port, one Chromium for each test file,
// a fresh context for each test.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../scripts/chromium.mjs";
import { serve } from "../../scripts/server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The folder of the app that is tested. */
export const dist = resolve(root, process.env.DIST ?? "dist");
const output = join(root, "tests/output");
/** How many times slower than it is the processor pretends to be: what a test does not wait for, it misses then. */
const SLOW = Number(process.env.SLOW ?? 1);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const once = (make) => {
  let made;
  return () => (made ??= make());
};

// Registered here and not where they are started: there they would belong to the first test alone.
const closing = [];
after(() => Promise.all(closing.map((opened) => opened.close())));

/** The served app; its address is `(await app()).url`. */
export const app = once(async () => {
  const server = await serve(dist);
  closing.push(server);
  return server;
});

/** The browser that the tests of this file share. */
export const browser = once(async () => {
  const launched = await launch();
  closing.push(launched);
  return launched;
});

/**
 * What the console says of a file that was cut short on its way. No complaint of its own: the request that failed is one, with
 * its address, unless a page or frame was left, which then does without what was on its way to it.
 */
const CUT = /TypeError: (Failed to fetch|WebAssembly compilation aborted: Network error)/;

/**
 * Opens a page in a fresh context and runs `body(page, context)` with it. The test fails on anything that the console
 * calls an error, on an uncaught error and on a failed request; whenever it fails, the screen is left in tests/output.
 *
 * Options are Playwright's for a context (`viewport`, `colorScheme`, …), and:
 * - `path`: what to open, relative to the app; `null` opens nothing;
 * - `allow`: patterns of complaints that are part of the test;
 * - `worker`: whether there are service workers; where not, as on plain http, nothing comes between a test and the server.
 */
export async function withPage(t, { path = "", allow = [], worker = false, ...options }, body) {
  const { url } = await app();
  const context = await (await browser()).newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  // Two files at a time on a machine that is busy with other things: slow is not wrong.
  context.setDefaultTimeout(30_000);
  if (!worker) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const complaints = [];
  const complain = (text) => allow.some((pattern) => pattern.test(text)) || complaints.push(text);
  const watch = (page) => {
    if (SLOW > 1) context.newCDPSession(page).then((debug) => debug.send("Emulation.setCPUThrottlingRate", { rate: SLOW })).catch(() => {});
    page.on("console", (message) => message.type() === "error" && !CUT.test(message.text()) && complain(`console: ${message.text()}`));
    page.on("pageerror", (error) => complain(`uncaught: ${error.stack ?? error.message}`));
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText;
      // A page that is left does without what it was fetching for later or for a worker, and without its icon.
      if (why !== "net::ERR_ABORTED" || !/\.wasm$|\.evm$|\.css$|\/(loader|offline|worker)-\w+\.js$|\/icon-\w+\.svg$/.test(request.url())) complain(`request: ${request.url()}: ${why}`);
    });
    page.on("response", (response) => response.status() >= 400 && complain(`response ${response.status()}: ${response.url()}`));
  };
  context.on("page", watch);

  try {
    const page = await context.newPage();
    try {
      if (path !== null) await page.goto(path);
      await body(page, context);
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
    } catch (error) {
      await keepScreen(t, page);
      if (complaints.length > 0 && !error.message.includes(complaints[0])) {
        error.message += `\nthe page complained:\n${complaints.join("\n")}`;
      }
      throw error;
    }
  } finally {
    await context.close();
  }
}

async function keepScreen(t, page) {
  await mkdir(output, { recursive: true });
  const file = join(output, `${t.name.replace(/[^\w-]+/g, "-")}.png`);
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
  t.diagnostic(`screenshot: ${relative(root, file)}`);
}

const axeSource = once(() => readFile(axe, "utf8"));

/** Fails with a readable list of what axe-core finds against WCAG 2.2 AA and its best practices. */
export async function checkAccessibility(page) {
  // By the debugger, not by a script element: the policy forbids those.
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(await axeSource());
  }
  const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
  ]);
  if (violations.length === 0) return;
  const list = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.split("\n").slice(1).join(" ").replace(/\s+/g, " ").trim();
      return `    ${target.join(" ")}\n      ${reason}`;
    });
    return `  ${id} (${impact}): ${help}\n${places.join("\n")}`;
  });
  throw new Error(`not accessible:\n${list.join("\n")}`);
}
