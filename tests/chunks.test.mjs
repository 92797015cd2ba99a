// The parts of the program that arrive after the first look: what a person sees until they are there.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { chooseFromMainMenu, kept, started } from "./support/app.mjs";
import { dist, withPage } from "./support/browser.mjs";
import { writeValues } from "./support/requests.mjs";
import { Values } from "./support/values.mjs";

const open = (page, screen) => page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: screen }).click();

/** Has the browser never idle, so that nothing is fetched ahead. */
const neverIdle = (page) => page.addInitScript(() => (globalThis.requestIdleCallback = () => {}));

/** The chunks of the program: all of it but what the page itself names. */
const CHUNK = /\/(coaching|compare|requests|dialogs|shared)-[^/]*\.wasm$/;

test("once the browser has been idle, everything opens without the network", (t) =>
  withPage(t, { path: null }, async (page, context) => {
    await page.goto("");
    const ahead = (await readdir(dist)).filter((name) => /^(?!worker-).*\.wasm$|\.css$|^offline-.*\.js$/.test(name));
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

/** The style of the screens that arrive later. */
const STYLE = /\/later-[^/]*\.css$/;

test("a screen is shown with its style, and never without", (t) =>
  withPage(t, { path: null }, async (page) => {
    await neverIdle(page);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(STYLE, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("");
    await started(page);
    const asked = page.waitForRequest(STYLE);
    await open(page, "Requests");
    await asked;
    await page.getByText("Loading…").waitFor();
    assert.equal(await page.getByRole("navigation", { name: "Requests" }).count(), 0);
    release();
    await page.getByRole("navigation", { name: "Requests" }).waitFor();
    assert.equal(await page.locator(".requests-head").evaluate((head) => getComputedStyle(head).display), "flex");
  }));

test("a style that does not come is told, and comes when it is tried again", (t) =>
  withPage(t, { path: null, allow: [/ERR_FAILED/, /did not arrive/] }, async (page) => {
    await neverIdle(page);
    await page.route(STYLE, (route) => route.abort());
    await page.goto("#compare");
    const alert = page.getByRole("alert");
    await alert.getByText("could not be loaded").waitFor();
    await page.unroute(STYLE);
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Compare" }).waitFor();
    assert.equal(await alert.count(), 0);
  }));

test("what is there at first looks the same without the style that comes later", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]")[1].sheet);
    /** All that a screen shows, as it is styled, with the later style or without. */
    const look = (disabled) =>
      page.evaluate((disabled) => {
        document.querySelectorAll("link[rel=stylesheet]")[1].sheet.disabled = disabled;
        return [...document.querySelectorAll("body *")].flatMap((element) =>
          [null, "::before", "::after"].flatMap((part) => {
            const style = getComputedStyle(element, part);
            return [...style].map((name) => `${element.localName}.${element.className}${part ?? ""} ${name}: ${style[name]}`);
          }),
        );
      }, disabled);
    const same = async (place) => {
      const without = await look(true);
      const differs = (await look(false)).filter((styled, index) => styled !== without[index]);
      assert.deepEqual(differs, [], place);
    };
    await same("empty");
    const values = new Values(page);
    await values.shelf(1).waitFor();
    await same("the shelf");
    await page.getByRole("button", { name: "See an example" }).click();
    await page.getByText("This is an example").waitFor();
    await values.settled();
    await same("an example");
    await page.locator(".tools summary").click();
    await page.getByRole("button", { name: "Workspaces…" }).waitFor();
    await same("the menu");
    await page.keyboard.press("Escape");
    for (const dialog of ["Workspaces…", "Paste or import"]) {
      await chooseFromMainMenu(page, dialog);
      await page.getByRole("dialog").getByRole("textbox").waitFor();
      if (dialog === "Paste or import") await page.getByRole("dialog").getByRole("textbox").fill("Speed over polish\nnonsense");
      await same(dialog);
      await page.keyboard.press("Escape");
    }
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
