// The first minute: typing before the program arrives, the example, and what happens when the program does not start or stops.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { chooseFromMainMenu, download, documents, kept, started, stored } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Values } from "./support/values.mjs";

/** Keeps files back until the returned function is called. */
async function holdBack(page, pattern) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Where the parts of the first sentence are, to a tenth of a pixel. */
const places = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      ["h1", ".number", ".blank.pursued", ".joint", ".blank.cost"].map((selector) => {
        const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
        return [selector, selector === ".number" ? [x, y] : [x, y, width, height]];
      }).map(([selector, numbers]) => [selector, numbers.map((number) => Math.round(number * 10) / 10)]),
    ),
  );

const watchShifts = (page) =>
  page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        shifts.push(`${value}: ${sources.map(({ node }) => node?.className || node?.nodeName)}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

test("a newcomer lands on one sentence with two blanks and types at once", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    assert.equal(await page.getByRole("group", { name: /^Value/ }).count(), 1);
    await page.keyboard.type("Speed");
    assert.equal(await values.blank(1, "pursued").inputValue(), "Speed");
    await page.keyboard.press("Enter");
    await page.keyboard.type("polish");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    await kept(page);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
  }));

test("what is typed before the program arrives survives with caret and focus", (t) =>
  withPage(t, { path: null }, async (page) => {
    const release = await holdBack(page, /\.wasm$/);
    await page.goto("", { waitUntil: "commit" });
    const pursued = page.getByRole("textbox", { name: "Value 1: what we pursue" });
    await pursued.waitFor();
    await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
    await page.keyboard.type("Swift answers");
    await page.keyboard.press("Enter");
    await page.keyboard.type("polih");
    await page.keyboard.press("ArrowLeft");
    release();
    await started(page);
    await page.keyboard.type("s");
    const values = new Values(page);
    assert.deepEqual(await values.sentences(), ["Swift answers / polish"]);
    await kept(page);
    const [document] = Object.values(await documents(page));
    assert.equal(document.divisions[0].values[0].cost, "polish");

    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), [], "what was typed into the shell can be undone");
  }));

/** Writes two sentences while the program is kept back, until the returned function is called. */
async function writeTwoEarly(page) {
  const release = await holdBack(page, /\.wasm$/);
  await page.goto("", { waitUntil: "commit" });
  await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
  for (const side of ["Speed", "polish", "Care", "growth"]) {
    await page.keyboard.type(side);
    await page.keyboard.press("Enter");
  }
  return release;
}

test("several sentences can be written before the program arrives", (t) =>
  withPage(t, { path: null }, async (page) => {
    const release = await writeTwoEarly(page);
    const third = page.getByRole("textbox", { name: "Value 3: what we pursue" });
    await third.and(page.locator(":focus")).waitFor();
    assert.deepEqual(await page.locator(".number").allInnerTexts(), ["1", "2", "3"]);
    await page.keyboard.type("Hon");
    // The first is taken back.
    for (const side of ["pursue", "give up"]) await page.getByRole("textbox", { name: `Value 1: what we ${side}` }).fill("");

    // Loaded again, nothing is lost, and what is empty is left out.
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("textbox", { name: "Value 3: what we give up" }).waitFor();
    const texts = () => page.locator(".values textarea").evaluateAll((fields) => fields.map(({ value }) => value));
    await page.waitForFunction(() => document.querySelector(".values textarea").value);
    assert.deepEqual(await texts(), ["Care", "growth", "Hon", "", "", ""]);
    await page.getByRole("textbox", { name: "Value 2: what we pursue" }).focus();
    await page.keyboard.press("End");
    release();
    await started(page);
    await page.keyboard.type("esty");
    const values = new Values(page);
    assert.deepEqual(await values.sentences(), ["Care / growth", "Honesty / "]);
    await kept(page);
    const [document] = Object.values(await documents(page));
    assert.deepEqual(document.divisions[0].values.map(({ pursued, cost }) => [pursued, cost ?? ""]), [["Care", "growth"], ["Honesty", ""]]);
    for (let step = 0; step < 2; step++) await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), ["Care / growth"], "each is undone by itself");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), []);
  }));

test("what is typed before anything runs stays, and what comes back follows", (t) =>
  withPage(t, { path: null }, async (page) => {
    const program = await holdBack(page, /\.wasm$/);
    await page.goto("", { waitUntil: "commit" });
    await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
    await page.keyboard.type("Speed");
    await page.keyboard.press("Enter");
    await page.keyboard.type("polish");
    const shell = await holdBack(page, /\/boot-\w+\.js$/);
    await page.reload({ waitUntil: "commit" });
    const first = page.getByRole("textbox", { name: "Value 1: what we pursue" });
    await first.fill("Care");
    shell();
    program();
    await started(page);
    assert.deepEqual(await new Values(page).sentences(), ["Care / ", "Speed / polish"]);
  }));

test("without its style the program still starts", (t) =>
  withPage(t, { path: null, allow: [/main-\w+\.css|Failed to load resource/] }, async (page) => {
    const shell = await holdBack(page, /\/boot-\w+\.js$/);
    await page.route(/\/main-\w+\.css$/, (route) => route.abort());
    const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".css"));
    await page.goto("", { waitUntil: "commit" });
    await failed;
    shell();
    await started(page);
    await page.keyboard.type("Speed");
    assert.deepEqual(await new Values(page).sentences(), ["Speed / "]);
  }));

test("the caret in an empty sentence stays in an empty one", (t) =>
  withPage(t, { path: null }, async (page) => {
    const release = await writeTwoEarly(page);
    for (const side of ["give up", "pursue"]) await page.getByRole("textbox", { name: `Value 1: what we ${side}` }).fill("");
    release();
    await started(page);
    await page.keyboard.type("Honesty");
    assert.deepEqual(await new Values(page).sentences(), ["Care / growth", "Honesty / "]);
  }));

test("a selection made before the program arrives is still there", (t) =>
  withPage(t, { path: null }, async (page) => {
    const release = await holdBack(page, /\.wasm$/);
    await page.goto("", { waitUntil: "commit" });
    const pursued = page.getByRole("textbox", { name: "Value 1: what we pursue" });
    await pursued.fill("Speed and polish");
    await pursued.evaluate((field) => field.setSelectionRange(5, 16));
    release();
    await started(page);
    await page.keyboard.press("Delete");
    assert.equal(await pursued.inputValue(), "Speed");
  }));

test("the program waits for an input method that is composing", (t) =>
  withPage(t, { path: null }, async (page) => {
    const release = await holdBack(page, /\.wasm$/);
    await page.goto("", { waitUntil: "commit" });
    const pursued = page.getByRole("textbox", { name: "Value 1: what we pursue" });
    await pursued.click();
    await pursued.evaluate((field) => field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
    const loaded = page.waitForResponse(/\.wasm$/);
    release();
    await (await loaded).finished();
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole("button", { name: "Undo" }).count(), 0);
    await pursued.evaluate((field) => {
      field.value = "品質";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    });
    const values = await Values.of(page);
    assert.deepEqual(await values.sentences(), ["品質 / "]);
  }));

test("nothing jumps: not when the style arrives, and not when the program does", async (t) => {
  for (const width of [320, 375, 700, 1280, 1920]) {
    for (const colorScheme of ["light", "dark"]) {
      await t.test(`${width} ${colorScheme}`, (t) =>
        withPage(t, { path: null, colorScheme, viewport: { width, height: 800 } }, async (page) => {
          await watchShifts(page);
          const style = await holdBack(page, /\.css$/);
          const program = await holdBack(page, /\.wasm$/);
          await page.goto("", { waitUntil: "commit" });
          await page.locator(".blank.cost textarea").waitFor();
          const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          const [bare, colour] = [await places(page), await paper()];
          assert.equal(colour, colorScheme === "dark" ? "rgb(22, 21, 15)" : "rgb(250, 247, 242)");
          style();
          await page.waitForFunction(() => getComputedStyle(document.querySelector(".mark")).visibility === "visible");
          assert.deepEqual(await places(page), bare, "with the style");
          program();
          await started(page);
          await page.waitForTimeout(200);
          assert.deepEqual(await places(page), bare, "with the program");
          assert.equal(await paper(), colour);
          assert.deepEqual(await page.evaluate(() => shifts), []);
        }));
    }
  }
});

test("the style that comes with the page is small", (t) =>
  withPage(t, { path: null }, async (page) => {
    const response = await page.goto("");
    const [, style] = (await response.text()).match(/<style>([^]*?)<\/style>/);
    assert.ok(style.trim().length <= 2000, `${style.trim().length} bytes`);
  }));

test("light or dark is chosen, kept, and there before the program", (t) =>
  withPage(t, { colorScheme: "light" }, async (page) => {
    await started(page);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await chooseFromMainMenu(page, "Dark");
    const dark = await paper();
    assert.notEqual(dark, light);
    const release = await holdBack(page, /\.wasm$/);
    await page.reload({ waitUntil: "commit" });
    await page.waitForFunction(() => document.documentElement.dataset.scheme === "dark");
    assert.equal(await paper(), dark);
    release();
    await started(page);
    await chooseFromMainMenu(page, "Auto");
    assert.equal(await paper(), light);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await paper(), dark);
  }));

test("the example opens in a workspace of its own and leads back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await page.getByRole("button", { name: "See an example" }).click();
    await page.getByText("This is an example").waitFor();
    assert.deepEqual(await values.sentences(), [
      "One shared culture / local cohesion and individuality",
      "Continuous improvement / comfort and confidence",
    ]);
    assert.equal(await page.getByText("NOBL").count() > 0 || await page.locator("textarea").evaluateAll((fields) => fields.some((field) => field.value.includes("NOBL"))), true);
    await page.getByRole("button", { name: /fictional/ }).click();
    assert.ok((await values.sentences()).length > 1);
    await page.getByRole("button", { name: "Back to my own" }).click();
    assert.deepEqual(await values.sentences(), []);
    assert.equal(await page.getByRole("button", { name: "See an example" }).isVisible(), true);
  }));

test("the example never replaces what a person has written", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    assert.equal(await page.getByRole("button", { name: "See an example" }).count(), 0, "it is not in the way");
    // Not waiting for autosave.
    await chooseFromMainMenu(page, "See an example");
    await page.getByText("This is an example").waitFor();
    await values.blank(1, "pursued").fill("My own example");
    await page.getByRole("button", { name: "Back to my own" }).click();
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    await chooseFromMainMenu(page, "See an example");
    await page.getByText("This is an example").waitFor();
    assert.equal((await values.sentences())[0], "My own example / local cohesion and individuality");
    assert.equal(Object.keys(await documents(page)).length, 2, "there is one example");
  }));

test("a program that does not arrive says so and keeps what was typed", (t) =>
  withPage(t, { path: null, allow: [/\.wasm/, /Failed to (fetch|load)/] }, async (page) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.goto("");
    await page.getByRole("alert").getByText("Evencost could not start").waitFor();
    const pursued = page.getByRole("textbox", { name: "Value 1: what we pursue" });
    await pursued.fill("Speed");
    assert.ok(await pursued.isVisible());
    await page.unroute(/\.wasm$/);
    await page.reload();
    const values = await Values.of(page);
    assert.deepEqual(await values.sentences(), ["Speed / "]);
    await kept(page);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / "], "and once only");
  }));

test("a file that is not the program is refused in words too", (t) =>
  withPage(t, { path: null, allow: [/CompileError|WebAssembly|503|404/] }, async (page) => {
    await page.route(/\.wasm$/, (route) => route.fulfill({ status: 200, body: "<html>captive portal</html>" }));
    await page.goto("");
    await page.getByRole("alert").getByText("Evencost could not start").waitFor();
    await page.unroute(/\.wasm$/);
    await page.route(/\.wasm$/, (route) => route.fulfill({ status: 503, body: "" }));
    await page.reload();
    await page.getByRole("alert").getByText("Evencost could not start").waitFor();
    assert.equal(await page.getByRole("textbox").count(), 2);
  }));

test("a panic says so and hands out everything, also what was not saved yet", (t) =>
  withPage(t, { allow: [/panicked/, /unreachable/] }, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await values.fill("Speed / polish");
    await kept(page);
    await values.blank(2, "pursued").click();
    await values.shelf(2).waitFor();
    // The program relies on the browser to copy elements; a browser that once does not makes it panic.
    await page.evaluate(() => {
      const { cloneNode } = Node.prototype;
      Node.prototype.cloneNode = function () {
        Node.prototype.cloneNode = cloneNode;
        throw new DOMException("refused", "NotSupportedError");
      };
    });
    await page.keyboard.insertText("Candour");
    const panel = page.getByRole("alertdialog", { name: "Evencost has stopped" });
    await panel.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Download my data");
    const { name, text } = await download(page, () => panel.getByRole("link", { name: "Download my data" }).click());
    assert.equal(name, "evencost.json");
    const document = JSON.parse(text);
    assert.equal(document.format, "evencost");
    assert.deepEqual(document.divisions[0].values.map(({ pursued }) => pursued), ["Speed", "Candour"]);
    await checkAccessibility(page);
    await panel.getByRole("link", { name: "Load the page again" }).click();
    await started(page);
    assert.equal((await values.sentences())[0], "Speed / polish");
  }));

test("a panic while the program starts says so, and what was typed before it comes back once", (t) =>
  withPage(t, { path: null, allow: [/panicked/, /unreachable/] }, async (page) => {
    const release = await holdBack(page, /\.wasm$/);
    await page.goto("", { waitUntil: "commit" });
    const values = new Values(page);
    await values.blank(1, "pursued").fill("Candour");
    await page.evaluate(() => {
      Node.prototype.cloneNode = () => {
        throw new DOMException("refused", "NotSupportedError");
      };
    });
    release();
    const panel = page.getByRole("alertdialog", { name: "Evencost has stopped" });
    await panel.waitFor();
    await panel.getByRole("link", { name: "Load the page again" }).click();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Candour / "]);
  }));

test("nothing is asked of any other place", (t) =>
  withPage(t, { path: null }, async (page) => {
    const places = new Set();
    page.on("request", (request) => places.add(new URL(request.url()).origin));
    await page.goto("");
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await chooseFromMainMenu(page, "See an example");
    for (const screen of ["Requests", "Compare", "Values"]) await page.getByRole("link", { name: screen, exact: true }).click();
    assert.deepEqual([...places], [new URL(page.url()).origin]);
  }));

test("the first screens are accessible", async (t) => {
  for (const width of [375, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await t.test(`${width} ${colorScheme}`, (t) =>
        withPage(t, { path: null, colorScheme, viewport: { width, height: 800 } }, async (page) => {
          const release = await holdBack(page, /\.wasm$/);
          await page.goto("", { waitUntil: "commit" });
          await page.waitForFunction(() => getComputedStyle(document.querySelector(".mark")).visibility === "visible");
          await checkAccessibility(page);
          release();
          await started(page);
          await checkAccessibility(page);
          await page.locator(".tools summary").click();
          await page.getByRole("button", { name: "Workspaces…" }).waitFor();
          await checkAccessibility(page);
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "See an example" }).click();
          await page.getByText("This is an example").waitFor();
          await checkAccessibility(page);
        }));
    }
  }
});
