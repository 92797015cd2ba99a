// The app as one file: downloaded, then opened from a disk.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chooseFromMainMenu, kept, started } from "./support/app.mjs";
import { dist, withPage } from "./support/browser.mjs";
import { tour } from "./support/tour.mjs";
import { Values } from "./support/values.mjs";

/** Puts the file, and nothing else, into a folder of its own, and answers its address there. */
async function alone(t) {
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "evencost.html");
  await copyFile(join(dist, "evencost.html"), file);
  return pathToFileURL(file).href;
}

test("one file from a disk does all that the app does, keeps it, and asks for nothing else", async (t) => {
  const path = await alone(t);
  await withPage(t, { path: null, worker: true }, async (page, context) => {
    const asked = [];
    context.on("request", (request) => asked.push(request.url().split("#")[0]));
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push([violatedDirective, blockedURI]));
    });
    await page.goto(path);
    const link = await tour(page);
    assert.ok(link.startsWith(path), link);
    await page.getByRole("link", { name: "Values", exact: true }).click();
    await kept(page);
    await page.reload();
    const values = await Values.of(page);
    assert.deepEqual((await values.sentences())[0], "Speed / polish");
    await page.locator(".tools summary").click();
    await page.getByRole("button", { name: "Save a file" }).first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Download Evencost as one file" }).count(), 0);
    assert.deepEqual(await page.evaluate(() => violations), []);
    assert.deepEqual(asked.filter((address) => address !== path && !/^(data|blob):/.test(address)), []);
  });
});

test("in one file, what is typed before the program is ready is taken over", async (t) => {
  const path = await alone(t);
  await withPage(t, { path: null }, async (page) => {
    await page.addInitScript(() => {
      // The program is held back until it is let go.
      const { compile } = WebAssembly;
      WebAssembly.compile = (bytes) => new Promise((resolve) => (globalThis.letGo = () => resolve(compile.call(WebAssembly, bytes))));
    });
    await page.goto(path);
    await page.waitForFunction(() => globalThis.letGo && document.activeElement.tagName === "TEXTAREA");
    await page.keyboard.type("Candour");
    await page.evaluate(() => letGo());
    const values = await Values.of(page);
    assert.deepEqual(await values.sentences(), ["Candour / "]);
  });
});

test("a panic in one file hands out what was written", async (t) => {
  const path = await alone(t);
  await withPage(t, { path, allow: [/panicked/, /unreachable/] }, async (page) => {
    const values = await Values.of(page);
    await values.fill("Candour / comfort");
    await kept(page);
    await values.blank(2, "pursued").click();
    await values.shelf(2).waitFor();
    await page.evaluate(() => {
      Node.prototype.cloneNode = () => {
        throw new DOMException("refused", "NotSupportedError");
      };
    });
    await page.keyboard.insertText("Speed");
    await page.getByRole("alertdialog", { name: "Evencost has stopped" }).getByRole("link", { name: "Download my data" }).waitFor();
  });
});

test("the menu hands out the one file", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      chooseFromMainMenu(page, "Download Evencost as one file"),
    ]);
    assert.equal(file.suggestedFilename(), "evencost.html");
    assert.equal(await file.failure(), null);
  }));
