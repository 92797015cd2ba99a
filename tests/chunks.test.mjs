// The parts of the program that arrive after the first look: what a person sees until they are there.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { chooseFromMainMenu, kept, started } from "./support/app.mjs";
import { dist, withPage } from "./support/browser.mjs";
import { writeValues } from "./support/requests.mjs";

const open = (page, screen) => page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: screen }).click();

/** Has the browser never idle, so that nothing is fetched ahead. */
const neverIdle = (page) => page.addInitScript(() => (globalThis.requestIdleCallback = () => {}));

/** The chunks of the program: all of it but what the page itself names. */
const CHUNK = /\/(coaching|compare|requests|dialogs|shared)-[^/]*\.wasm$/;

test("once the browser has been idle, everything opens without the network", (t) =>
  withPage(t, { path: null }, async (page, context) => {
    await page.goto("");
    const ahead = (await readdir(dist)).filter((name) => /\.wasm$|^offline-.*\.js$/.test(name));
    await page.waitForFunction((names) => {
      const here = performance.getEntriesByType("resource").map(({ name }) => name);
      return names.every((name) => here.some((address) => address.endsWith(`/${name}`)));
    }, ahead);
    await context.setOffline(true);
    await open(page, "Requests");
    await page.getByRole("navigation", { name: "Requests" }).waitFor();
    await open(page, "Compare");
    await page.getByRole("heading", { name: "Compare" }).waitFor();
    await chooseFromMainMenu(page, "Paste or import");
    await page.getByRole("dialog").getByRole("textbox").waitFor();
    assert.equal(await page.getByText("Loading…").count(), 0);
  }));

test("a screen that is long in coming says so", (t) =>
  withPage(t, { path: null }, async (page) => {
    await neverIdle(page);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(CHUNK, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("");
    await started(page);
    await open(page, "Compare");
    const loading = page.getByText("Loading…");
    await loading.waitFor();
    release();
    await page.getByRole("heading", { name: "Compare" }).waitFor();
    assert.equal(await loading.count(), 0);
  }));

test("a screen that does not come says so, and comes when it is tried again", (t) =>
  withPage(t, { path: null, allow: [/ERR_FAILED/] }, async (page) => {
    await neverIdle(page);
    await page.route(CHUNK, (route) => route.abort());
    await page.goto("#requests");
    const alert = page.getByRole("alert");
    await alert.getByText("could not be loaded").waitFor();
    await page.unroute(CHUNK);
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("navigation", { name: "Requests" }).waitFor();
    assert.equal(await alert.count(), 0);
  }));

test("a dialog whose content comes late still puts the caret into it", (t) =>
  withPage(t, { path: null }, async (page) => {
    await neverIdle(page);
    await page.route(CHUNK, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto("");
    await started(page);
    await chooseFromMainMenu(page, "Paste or import");
    const text = page.getByRole("dialog").getByRole("textbox");
    await text.waitFor();
    await page.keyboard.type("Speed over polish");
    assert.equal(await text.inputValue(), "Speed over polish");
  }));

test("values that were there before the coach do not move when it comes", (t) =>
  withPage(t, { path: null }, async (page) => {
    await page.goto("");
    await started(page);
    await writeValues(page, [["Speed", "polish"], ["Openness", "confidentiality"], ["Focus", "breadth"]]);
    await kept(page);
    await neverIdle(page);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(CHUNK, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("");
    await started(page);
    const last = page.getByLabel("Value 3: what we pursue");
    const before = await last.boundingBox();
    assert.equal(await page.getByText("Turn it round").count(), 0);
    release();
    await page.getByText("Turn it round").nth(2).waitFor();
    assert.deepEqual(await last.boundingBox(), before);
  }));

test("a coach that does not come says so, and values can be written without it", (t) =>
  withPage(t, { path: null, allow: [/ERR_FAILED/] }, async (page) => {
    await neverIdle(page);
    await page.route(CHUNK, (route) => route.abort());
    await page.goto("");
    const alert = page.getByRole("alert");
    await alert.getByText("could not be loaded").waitFor();
    await writeValues(page, [["Speed", "polish"]]);
    await kept(page);
    await page.unroute(CHUNK);
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("group", { name: "The sentence turned round" }).waitFor();
    assert.equal(await alert.count(), 0);
  }));
