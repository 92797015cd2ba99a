// So many divisions that no table holds them, by what a person does.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { csv, many } from "../scripts/many.mjs";
import { eventually, focused, isTooWide } from "./support/app.mjs";
import { checkAccessibility, dist, withPage } from "./support/browser.mjs";
import { Compare, importFile, withPageByWords } from "./support/compare.mjs";

/** Teams over few goods, so that much of them meets. */
const teams = (count) => {
  const goods = Array.from({ length: 60 }, (_, at) => `Good number ${at}`);
  return Array.from({ length: count }, (_, team) =>
    Array.from({ length: 5 }, (_, value) => [
      `Team ${String(team).padStart(3, "0")}`,
      goods[(team * 7 + value * 11) % 60],
      goods[(team * 3 + value * 13 + 1) % 60],
    ]),
  ).flat();
};

class Many extends Compare {
  constructor(page) {
    super(page);
    this.map = page.getByRole("application", { name: "Map of all pairs" });
    this.says = this.main.locator(".map-says");
    this.search = page.getByRole("searchbox", { name: "Find a division" });
    this.progress = page.getByRole("progressbar", { name: "How many pairs are compared" });
  }

  static async of(page, rows) {
    await importFile(page, csv(rows));
    const screen = new Many(page);
    await screen.open();
    return screen;
  }

  list() {
    return this.main.locator(".furthest").getByRole("link").allInnerTexts();
  }

  done() {
    return this.progress.waitFor({ state: "detached", timeout: 60_000 });
  }

  /** How many different colours there are on the map. */
  colours() {
    return this.map.locator("canvas").evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  }
}

/** Counts the workers that the page starts. */
const countWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.started = 0;
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        globalThis.started++;
      }
    };
  });

/** Has the page do without workers, as in a frame without an origin of its own. */
const refuseWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.refused = 0;
    globalThis.Worker = class {
      constructor() {
        globalThis.refused++;
        throw new DOMException("refused", "SecurityError");
      }
    };
  });

for (const colorScheme of ["light", "dark"]) {
  test(`a hundred divisions in ${colorScheme}: a map, a search, one against all, and the furthest apart`, (t) =>
    withPageByWords(t, { colorScheme, path: null }, async (page) => {
      await countWorkers(page);
      await page.goto("");
      const screen = await Many.of(page, teams(100));
      await screen.done();
      assert.ok((await page.evaluate(() => started)) > 0, "a worker did it");
      assert.equal((await screen.list()).length, 50);
      await screen.main.getByText("The 1000 pairs that are furthest apart, of 4950.").waitFor();
      await screen.main.getByText("By words only: what is near in meaning is not here yet.").waitFor();
      await eventually(async () => (await screen.colours()) > 3, true);
      await checkAccessibility(page);
      await screen.main.getByRole("button", { name: /^Show more/ }).click();
      assert.equal((await screen.list()).length, 100);

      await screen.search.fill("team 04");
      await screen.main.getByText("10 divisions found.").waitFor();
      await checkAccessibility(page);
      await screen.main.getByRole("button", { name: "Team 042", exact: true }).click();
      await eventually(() => focused(page), "Team 042 against all, furthest apart first");
      const pairs = await screen.list();
      assert.equal(pairs.length, 50);
      assert.ok(pairs.every((pair) => pair.startsWith("Team 042 and ")));
      await screen.main.getByText("The row and column of Team 042 are marked.").waitFor();
      assert.match(await screen.says.innerText(), /^Team 042 and /);
      await screen.main.getByRole("link", { name: pairs[0], exact: true }).click();
      await screen.first.waitFor();
      assert.equal(await screen.first.locator("option:checked").innerText(), "Team 042");
    }));
}

test("by keyboard from the whole map to a pair", (t) =>
  withPageByWords(t, {}, async (page) => {
    const screen = await Many.of(page, teams(80));
    await screen.done();
    await screen.search.focus();
    await page.keyboard.type("Team 013");
    await page.keyboard.press("Enter");
    await eventually(() => focused(page), "Team 013 against all, furthest apart first");
    await screen.map.focus();
    await page.keyboard.press("Home");
    const first = await screen.says.innerText();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => (await screen.says.innerText()) !== first, true);
    await page.keyboard.press("Shift+ArrowRight");
    for (let step = 0; step < 4; step++) await page.keyboard.press("+");
    await eventually(() => screen.map.evaluate((map) => map.scrollWidth > 2 * map.clientWidth), true);
    await checkAccessibility(page);
    const [, one, other] = (await screen.says.innerText()).match(/^(Team \d+) and (Team \d+): /);
    assert.equal(one, "Team 013");
    await page.keyboard.press("Enter");
    await screen.first.waitFor();
    assert.equal(await screen.first.locator("option:checked").innerText(), one);
    assert.equal(await screen.second.locator("option:checked").innerText(), other);
  }));

test("by pointer: a click looks at a pair, two come nearer", (t) =>
  withPageByWords(t, {}, async (page) => {
    const screen = await Many.of(page, teams(60));
    await screen.done();
    const before = await screen.says.innerText();
    await screen.map.click({ position: { x: 300, y: 200 } });
    await eventually(async () => (await screen.says.innerText()) !== before, true);
    const clicked = await screen.says.innerText();
    const extent = () => screen.map.evaluate((map) => map.scrollWidth);
    const whole = await extent();
    await screen.main.getByRole("button", { name: "Nearer" }).click();
    await eventually(async () => (await extent()) > whole, true);
    assert.equal(await screen.says.innerText(), clicked);
    await screen.main.getByRole("button", { name: "The whole map" }).click();
    await eventually(extent, whole);
    await screen.main.getByRole("link", { name: "Open this pair" }).click();
    await screen.first.waitFor();
    assert.ok(clicked.startsWith(`${await screen.first.locator("option:checked").innerText()} and `));
  }));

test("a phone shows the map without sideways scrolling of the page", (t) =>
  withPageByWords(t, { viewport: { width: 375, height: 800 } }, async (page) => {
    const screen = await Many.of(page, teams(60));
    await screen.done();
    await checkAccessibility(page);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.equal(await isTooWide(page), false);
    await eventually(async () => (await screen.colours()) > 3, true);
  }));

test("where workers are refused, slices of the page's time come to the same", (t) =>
  withPageByWords(t, { path: null }, async (page, context) => {
    await page.goto("");
    const screen = await Many.of(page, teams(70));
    await screen.done();
    const expected = await screen.list();
    await page.close();
    const other = await context.newPage();
    await refuseWorkers(other);
    await other.goto("");
    await other.evaluate(() => localStorage.clear());
    await other.goto("?reset");
    const again = await Many.of(other, teams(70));
    await again.done();
    assert.deepEqual(await again.list(), expected);
    assert.ok((await other.evaluate(() => refused)) > 0, "a worker was tried");
  }));

test("a worker whose program does not come leaves the work to the page", (t) =>
  withPageByWords(t, { path: null, allow: [/ERR_FAILED/, /Failed to fetch/] }, async (page, context) => {
    await context.route(/\/worker-[0-9a-f]+\.wasm$/, (route) => route.abort());
    await page.goto("");
    const screen = await Many.of(page, teams(40));
    await screen.done();
    assert.equal((await screen.list()).length, 50);
  }));

test("from a file on a disk, too, many divisions are compared", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(join(dist, "evencost.html"), join(folder, "evencost.html"));
  await withPage(t, { path: pathToFileURL(join(folder, "evencost.html")).href }, async (page) => {
    const screen = await Many.of(page, teams(40));
    await screen.done();
    assert.equal((await screen.list()).length, 50);
    assert.equal(await screen.main.getByText("By words only").count(), 0);
  });
});

test("in slices: progress is said, it can be stopped and gone on with, and the page answers meanwhile", (t) =>
  withPage(t, { path: null }, async (page) => {
    page.setDefaultTimeout(60_000);
    await refuseWorkers(page);
    await page.goto("");
    const screen = await Many.of(page, await many(300, 12, 7_200));
    // It is said from the start how far it is.
    await screen.progress.waitFor();
    // By words first; then what is near in meaning takes a while.
    await screen.map.waitFor();
    await screen.progress.waitFor();
    // Between two slices the page's own timers run, and see it going on in small steps.
    const shares = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const seen = new Set();
          const look = () => {
            const bar = document.querySelector("progress");
            if (bar) seen.add(bar.value);
            if (!bar || seen.size === 4) resolve([...seen]);
            else setTimeout(look);
          };
          look();
        }),
    );
    assert.equal(shares.length, 4, "it was seen on its way");
    assert.ok(shares.at(-1) < 0.5, `in small steps: ${shares}`);
    await screen.search.fill("Division 0299");
    await screen.main.getByRole("button", { name: "Division 0299", exact: true }).click();
    await screen.main.getByText("The row and column of Division 0299 are marked.").waitFor();

    await screen.main.getByRole("button", { name: "Stop" }).click();
    await screen.main.getByText("Stopped: what is shown is from before.").waitFor();
    await eventually(() => focused(page), "Compare again");
    await checkAccessibility(page);
    await screen.main.getByRole("button", { name: "Compare again" }).click();
    await screen.progress.waitFor();
    assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) < 3_000, "only what is visible is drawn");
  }));

test("a thousand divisions of one CSV in a worker, with what is near in meaning", (t) =>
  withPage(t, {}, async (page) => {
    page.setDefaultTimeout(60_000);
    const screen = await Many.of(page, await many(1000, 12, 24_000));
    await screen.done();
    await eventually(async () => (await screen.main.getByText(/may have a counterpart/).count()) > 0, true);
    assert.match(await screen.says.innerText(), /^Division \d+ and Division \d+: /);
    await screen.map.focus();
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await eventually(async () => (await screen.colours()) > 3, true);
    await checkAccessibility(page);
  }));
