// The second visit without the network, and how a newer version comes.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { deploy } from "../scripts/deploy.mjs";
import { serve } from "../scripts/server.mjs";
import { eventually, kept, started } from "./support/app.mjs";
import { dist, withPage } from "./support/browser.mjs";
import { Compare } from "./support/compare.mjs";
import { tour } from "./support/tour.mjs";
import { Values } from "./support/values.mjs";

const OFFER = "A new version of Evencost is ready.";

/** A web host of the app's own, whose files a test may change, for `body`. */
async function withHost(body) {
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  await cp(dist, folder, { recursive: true });
  const server = await serve(folder);
  try {
    await body({ ...server, folder });
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** Puts another version into the folder: the same program in files of other names, and another title before it starts. */
async function release(folder, letter) {
  const renamed = (text) => text.replace(/(-[0-9a-f]{16}|-[0-9A-Z]{8})(?=(_bg)?\.\w+\b)/g, (name) => name.slice(0, -1) + letter);
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (/\.(br|gz)$|^(sw\.js|evencost\.html|nginx\.conf|_headers)$/.test(name)) {
      await rm(file);
    } else if (/\.(html|js|webmanifest)$/.test(name)) {
      const text = renamed(await readFile(file, "utf8"));
      await writeFile(file, name === "index.html" ? text.replace(/<meta name="version".*|(?=<title>)/, `<meta name="version" content="${letter}">`) : text);
    }
  }
  for (const name of await readdir(folder)) await rename(join(folder, name), join(folder, renamed(name)));
  await deploy(folder, { dev: true });
}

/** Waits until the service worker has all files and answers for the page. */
const ready = (page) => page.waitForFunction(() => navigator.serviceWorker.controller);

const version = (page) => page.evaluate(() => document.querySelector("meta[name=version]")?.content);

const versionsKept = (page) => page.evaluate(() => caches.keys().then((keys) => keys.length));

/** Has the browser look for a newer version, as it does by itself when a page is opened. */
const look = (page) => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => {}));

test("the second visit needs no network, on any screen", (t) =>
  withHost(async ({ url, close }) =>
    withPage(t, { path: url, worker: true, allow: [/ERR_CONNECTION_REFUSED/, /sw\.js/] }, async (page) => {
      const values = await Values.of(page);
      await values.fill("Candour / comfort");
      await kept(page);
      await ready(page);
      await close();
      await page.reload();
      await started(page);
      assert.deepEqual(await values.sentences(), ["Candour / comfort"]);
      // An address with a query is the same page.
      await page.goto(`${url}index.html?reset`);
      await tour(page);
    }),
  ));

test("a newer version is offered, waits for the person, and keeps what was typed", (t) =>
  withHost(async ({ url, folder }) =>
    withPage(t, { path: url, worker: true }, async (page) => {
      const values = await Values.of(page);
      await ready(page);
      await release(folder, "b");
      await page.reload();
      await started(page);
      const offer = page.getByRole("status").filter({ hasText: OFFER });
      await offer.waitFor();
      assert.equal(await version(page), undefined, "nothing is forced");
      await values.fill("Candour / comfort");
      await offer.getByRole("button", { name: "Reload" }).click();
      await page.waitForFunction(() => document.querySelector("meta[name=version]")?.content === "b");
      await started(page);
      assert.deepEqual(await values.sentences(), ["Candour / comfort"]);
      assert.equal(await offer.count(), 0);
      await page.reload();
      await started(page);
      assert.equal(await version(page), "b");
      // What nobody needs is not kept.
      await eventually(() => versionsKept(page), 1);
    }),
  ));

test("a newer version that is put off is there when all pages have been closed", (t) =>
  withHost(async ({ url, folder }) =>
    withPage(t, { path: url, worker: true }, async (page, context) => {
      await started(page);
      await ready(page);
      await release(folder, "b");
      await look(page);
      const offer = page.getByRole("status").filter({ hasText: OFFER });
      await offer.getByRole("button", { name: "Later" }).click();
      assert.equal(await offer.count(), 0);
      await page.reload();
      await started(page);
      assert.equal(await version(page), undefined);
      await page.close();
      const again = await context.newPage();
      // The browser takes a moment to notice that no page is open.
      await eventually(async () => {
        await again.goto("about:blank");
        await again.waitForTimeout(500);
        await again.goto(url);
        await started(again);
        return version(again);
      }, "b");
    }),
  ));

test("a page that is open keeps the files of its version while another takes the newer", (t) =>
  withHost(async ({ url, folder }) =>
    withPage(t, { path: url, worker: true }, async (page, context) => {
      await started(page);
      await ready(page);
      const other = await context.newPage();
      // It has the worker, and nothing else ahead of when it is needed.
      await other.route(/(compare|shared)-\w+\.wasm$/, (route) => route.abort());
      await other.goto(url);
      await started(other);
      await eventually(() => other.evaluate(() => navigator.locks.query().then(({ held }) => held.length)), 2);
      await release(folder, "b");
      await look(page);
      await page.getByRole("button", { name: "Reload" }).click();
      await page.waitForFunction(() => document.querySelector("meta[name=version]")?.content === "b");
      await started(page);
      assert.equal(await version(other), undefined);
      const boot = await other.evaluate(() => document.querySelector("script[type=module]").src);
      const wasm = await other.evaluate(() => document.querySelector("link[as=fetch]").href);
      for (const address of [boot, wasm]) {
        const status = await other.evaluate((address) => fetch(address, { cache: "no-store" }).then((it) => it.status), address);
        assert.equal(status, 200, `${address} is only there in what is kept`);
      }
      await other.close();
      // The next visit after the browser has noticed that it is closed drops them.
      await eventually(async () => {
        await page.reload();
        await started(page);
        return versionsKept(page);
      }, 1);
    }),
  ));

test("a version of which a file is not what it should be is not taken", (t) =>
  withHost(async ({ url, folder }) =>
    withPage(t, { path: url, worker: true, allow: [/integrity/] }, async (page) => {
      await started(page);
      await ready(page);
      await release(folder, "b");
      await writeFile(join(folder, "index.html"), "<p>Sign in to the guest network</p>");
      await look(page);
      await eventually(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.installing)), null);
      await page.reload();
      await started(page);
      assert.equal(await page.getByText(OFFER).count(), 0);
      await new Compare(page).open();
    }),
  ));

test("the manifest leads to icons that are there", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    const address = await page.evaluate(() => document.querySelector("link[rel=manifest]").href);
    const manifest = await (await page.request.get(address)).json();
    const sizes = await page.evaluate(
      ([icons, address]) =>
        Promise.all(
          icons.map(async ({ src }) => {
            const image = Object.assign(new Image(), { src: new URL(src, address).href });
            await image.decode();
            return image.naturalWidth;
          }),
        ),
      [manifest.icons.filter(({ type }) => type === "image/png"), address],
    );
    assert.deepEqual(sizes, [192, 512, 512]);
    assert.equal(new URL(manifest.start_url, address).href, new URL("./", page.url()).href);
  }));
