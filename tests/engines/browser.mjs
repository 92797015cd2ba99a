// What every path uses: the app, served from dist/ (or DIST) on a free port, and a browser of its own for each page.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/server.mjs";
import { engines } from "./drivers.mjs";
import { Page } from "./page.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const output = join(root, "tests/output");

let served;
after(async () => (await served)?.close());
const app = () => (served ??= serve(process.env.DIST ?? join(root, "dist")));

/** The app on a slow line: its program is held back until `release` is called. */
export async function slowly(body) {
  const { url } = await app();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const server = createServer(async (asked, answer) => {
    if (asked.url.endsWith(".wasm")) await held;
    const fetched = request(new URL(asked.url, url), (got) => got.pipe(answer.writeHead(got.statusCode, got.headers)));
    fetched.on("error", () => answer.destroy()).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await body(`http://127.0.0.1:${server.address().port}/`, release);
  } finally {
    release();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Shows the page in a frame of that width: no window of these browsers is as narrow as a phone. */
async function frame(driver, url, width) {
  // Where nothing is, the origin is the same and there is no policy against frames.
  await driver.get(new URL("nothing", url).href);
  const framed = await driver.executeAsyncScript(
    `const [url, width, loaded] = arguments;
    const frame = document.createElement("iframe");
    frame.src = url;
    frame.style = "border: 0; height: 780px; width: " + width + "px";
    frame.onload = () => loaded(frame);
    document.body.replaceChildren(frame);`,
    url,
    width,
  );
  await driver.switchTo().frame(framed);
}

/**
 * Opens a page in a browser of its own and runs `body(page)` with it. The test fails on an error that nobody caught;
 * whenever it fails, the screen is left in tests/output.
 *
 * Options: `path`, what to open, relative to the app; `phone`, how wide a screen to show it on instead of a window.
 */
export async function withPage(t, engine, { path = "", phone }, body) {
  const { url } = await app();
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  let browser;
  try {
    browser = await engines[engine](folder);
    const { driver } = browser;
    await driver.manage().window().setRect({ width: 1280, height: 900 });
    const page = new Page(driver, url, folder);
    try {
      if (phone) await frame(driver, new URL(path, url).href, phone);
      else await page.goto(path);
      await body(page);
      const complaints = await page.complaints();
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
    } catch (error) {
      await keepScreen(t, engine, driver);
      throw error;
    }
  } finally {
    await browser?.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepScreen(t, engine, driver) {
  await mkdir(output, { recursive: true });
  const file = join(output, `${engine}-${t.name.replace(/[^\w-]+/g, "-")}.png`);
  const screen = await driver.takeScreenshot().catch(() => null);
  if (screen === null) return;
  await writeFile(file, screen, "base64");
  t.diagnostic(`screenshot: ${relative(root, file)}`);
}
