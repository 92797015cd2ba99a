// Keeping: autosave, several workspaces, two tabs, and everything that can go wrong with a browser's storage.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, documents, download, eventually, focused, kept, openWorkspace, said, started, stored } from "./support/app.mjs";
import { app, checkAccessibility, withPage } from "./support/browser.mjs";
import { Values } from "./support/values.mjs";

const WORKSPACE = "evencost:workspace:";

/** A workspace with one value, kept. */
async function oneValue(page) {
  const values = await Values.of(page);
  await values.name.fill("People");
  await values.fill("Speed / polish");
  await kept(page);
  return values;
}

/** Changes what is kept of the only workspace and loads the page again. */
async function tamper(page, change) {
  const key = Object.keys(await stored(page)).find((key) => key.startsWith(WORKSPACE));
  const text = change((await stored(page))[key]);
  // Written while no app is open: leaving the page, it would save once more.
  await page.goto("about:blank");
  await page.goto("missing", { waitUntil: "commit" });
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
  await page.goto("");
  await started(page);
  return { key, text };
}

const TAMPERED = { allow: [/404/] };

test("what is written is saved by itself, also right before the page is left", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    await values.blank(2, "pursued").fill("Candour");
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / "]);
  }));

test("nothing is kept of a page that was only looked at", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await page.getByRole("link", { name: "Requests" }).click();
    await page.waitForTimeout(600);
    assert.deepEqual(Object.keys(await stored(page)), []);
  }));

test("workspaces are named, started, opened, removed and brought back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    await chooseFromMainMenu(page, "Workspaces…");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name of this workspace").fill("First");
    assert.match(await page.title(), /First/);
    await dialog.getByRole("button", { name: "Start a new workspace" }).click();
    assert.deepEqual(await values.sentences(), []);
    await values.fill("Growth / profit");
    await kept(page);
    await values.choose(1, "Remove");
    await openWorkspace(page, "First");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.equal(await page.locator(".notice").count(), 0, "what could be undone was elsewhere");
    await chooseFromMainMenu(page, "Workspaces…");
    await dialog.getByRole("button", { name: "Open Unnamed division" }).waitFor();
    await checkAccessibility(page);
    await dialog.getByRole("button", { name: "Remove this workspace" }).click();
    assert.deepEqual(await values.sentences(), []);
    assert.equal(Object.keys(await documents(page)).length, 1);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.equal(Object.keys(await documents(page)).length, 2);
  }));

test("a file is named by words of any script, without what file systems refuse", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    for (const [name, file] of [["R&D: Équipe/1 \\ \"品質\"…", "r-d-équipe-1-品質.evencost.json"], ["…", "evencost.evencost.json"]]) {
      await values.name.fill(name);
      const saved = await download(page, () => page.getByRole("button", { name: "Save a file" }).click());
      assert.equal(saved.name, file);
    }
  }));

test("a file is saved, and the page says when that was last", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    await page.getByText("No file saved yet").waitFor();
    const { name, text } = await download(page, () => page.getByRole("button", { name: "Save a file" }).click());
    assert.equal(name, "people.evencost.json");
    const document = JSON.parse(text);
    assert.deepEqual([document.format, document.version], ["evencost", 2]);
    assert.equal(document.divisions[0].values[0].pursued, "Speed");
    const today = await page.evaluate(() => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }));
    await page.getByText(`Last file saved on ${today}`).waitFor();
    assert.equal(await page.getByText("save a file now and then").count(), 0);
    await page.clock.install({ time: Date.now() + 9 * 24 * 3600 * 1000 });
    await page.reload();
    await started(page);
    await page.getByText("save a file now and then").waitFor();
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
  }));

test("?reset starts clean, deletes nothing, and only once", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    await page.goto("?reset&x=1");
    await started(page);
    assert.deepEqual(await values.sentences(), []);
    assert.equal(new URL(page.url()).search, "?x=1");
    await values.fill("Growth / profit");
    await kept(page);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Growth / profit"]);
    await openWorkspace(page, "People");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    await page.goto("?preset");
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish"], "another word is not asking for it");
  }));

/** Lets the browser's storage be full for what is longer than a note, until `globalThis.room` is true. */
const full = (page) =>
  page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (!globalThis.room && text.length > 100) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return setItem.call(this, key, text);
    };
  });

test("when the storage is full, editing goes on, a file is offered, and nothing unsaved is left behind", (t) =>
  withPage(t, { path: null, reducedMotion: "reduce" }, async (page) => {
    await full(page);
    await page.goto("");
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    const banner = page.getByText("Not saved: the browser has no room left");
    await banner.waitFor();
    await checkAccessibility(page);
    await values.fill("Speed / beauty");
    const { text } = await download(page, () => page.locator(".banner").getByRole("button", { name: "Save a file" }).click());
    assert.equal(JSON.parse(text).divisions[0].values[0].cost, "beauty");

    await chooseFromMainMenu(page, "See an example");
    await page.getByText("This workspace is not saved, so it stays open.").first().waitFor();
    assert.deepEqual(await values.sentences(), ["Speed / beauty"]);
    await chooseFromMainMenu(page, "Workspaces…");
    await page.getByRole("button", { name: "Remove this workspace" }).click();
    assert.deepEqual(await values.sentences(), []);
    await page.evaluate(() => (globalThis.room = true));
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await values.sentences(), ["Speed / beauty"], "also what was never kept comes back");
    await values.fill("Speed / grace");
    await kept(page);
    assert.equal(await banner.count(), 0);
    assert.equal(Object.values(await documents(page))[0].divisions[0].values[0].cost, "grace");
  }));

test("what cannot be read is put aside, offered, and never deleted", (t) =>
  withPage(t, TAMPERED, async (page) => {
    await oneValue(page);
    const { key, text } = await tamper(page, (text) => text.slice(0, text.length / 2));
    const backup = key.replace("workspace", "backup");
    await page.getByText("could not be read").waitFor();
    await checkAccessibility(page);
    const values = new Values(page);
    assert.deepEqual(await values.sentences(), []);
    const saved = await stored(page);
    assert.equal(saved[backup], text);
    assert.equal(saved[key], undefined);
    const offered = await download(page, () => page.getByRole("button", { name: "Download it" }).click());
    assert.equal(offered.text, text);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await values.fill("Growth / profit");
    await kept(page);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Growth / profit"]);
    assert.equal((await stored(page))[backup], text);
    await chooseFromMainMenu(page, "Workspaces…");
    const again = await download(page, () => page.getByRole("dialog").getByRole("button", { name: "Download it" }).click());
    assert.equal(again.text, text);
  }));

test("what holds an impossible document is put aside too", (t) =>
  withPage(t, TAMPERED, async (page) => {
    await oneValue(page);
    const { key, text } = await tamper(page, (text) => {
      const envelope = JSON.parse(text);
      envelope.document.divisions.push(envelope.document.divisions[0]);
      return JSON.stringify(envelope);
    });
    await page.getByText("could not be read").waitFor();
    assert.equal((await stored(page))[key.replace("workspace", "backup")], text);
  }));

test("what a newer version made is refused and stays as it is", async (t) => {
  for (const [what, change] of [
    ["document", (envelope) => ({ ...envelope, document: { format: "evencost", version: 99, dreams: [] } })],
    ["envelope", (envelope) => ({ ...envelope, evencost: 99 })],
  ]) {
    await t.test(what, (t) =>
      withPage(t, TAMPERED, async (page) => {
        const values = await oneValue(page);
        const { key, text } = await tamper(page, (text) => JSON.stringify(change(JSON.parse(text))));
        await page.getByText("newer version").waitFor();
        assert.deepEqual(await values.sentences(), []);
        await values.fill("Growth / profit");
        await kept(page);
        assert.equal((await stored(page))[key], text);
      }));
  }
});

/** A page of the same origin in which no app is open. */
async function blankPage(context) {
  const blank = await context.newPage();
  await blank.route(/blank\.html$/, (route) => route.fulfill({ contentType: "text/html", body: "<title>blank</title>" }));
  await blank.goto("blank.html");
  return blank;
}

/** Changes what is kept of the only workspace while the app is open, as another program would. */
async function overwrite(page, context, change) {
  const key = Object.keys(await stored(page)).find((key) => key.startsWith(WORKSPACE));
  const text = change((await stored(page))[key]);
  const blank = await blankPage(context);
  await blank.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
  return { key, text };
}

/** What a newer version would have written. */
const newer = (text) =>
  JSON.stringify({ ...JSON.parse(text), revision: 77, document: { format: "evencost", version: 99, dreams: [] } });

test("what a newer version writes in another tab is neither overwritten nor removed", (t) =>
  withPage(t, {}, async (page, context) => {
    const values = await oneValue(page);
    const { key, text: written } = await overwrite(page, context, newer);
    await page.getByText("newer version of Evencost has written this workspace").waitFor();
    await values.fill("Speed / beauty");
    await page.waitForTimeout(800);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.equal((await stored(page))[key], written);
    const { text } = await download(page, () => page.locator(".banner").getByRole("button", { name: "Save a file" }).click());
    assert.equal(JSON.parse(text).divisions[0].values[0].cost, "beauty");
    await chooseFromMainMenu(page, "Workspaces…");
    await page.getByRole("button", { name: "Remove this workspace" }).click();
    await page.locator(".notice").getByText("It is not removed").waitFor();
    assert.equal((await stored(page))[key], written);
    assert.deepEqual(await values.sentences(), ["Speed / beauty"]);
  }));

test("rubbish that another tab writes is put aside, and the workspace goes on", (t) =>
  withPage(t, {}, async (page, context) => {
    const values = await oneValue(page);
    const { key } = await overwrite(page, context, () => "rubbish");
    await page.getByText("could not be read").waitFor();
    await values.fill("Speed / beauty");
    await kept(page);
    assert.equal((await documents(page))[key].divisions[0].values[0].cost, "beauty");
    assert.equal((await stored(page))[key.replace("workspace", "backup")], "rubbish");
  }));

// It was written again only with the next change.
test("what rubbish was written over is kept again at once", (t) =>
  withPage(t, {}, async (page, context) => {
    const values = await oneValue(page);
    await overwrite(page, context, () => "rubbish");
    await page.getByText("could not be read").waitFor();
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.equal(await page.getByText("could not be read").count(), 0);
  }));

test("storage that is denied while the page is open ends nothing, and the page says so", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await kept(page);
    await page.evaluate(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await values.blank(1, "cost").fill("beauty");
    await page.getByText("Not saved: the browser refused").waitFor();
    assert.deepEqual(await values.sentences(), ["Speed / beauty"]);
    assert.equal(await page.getByRole("alertdialog").count(), 0);
  }));

test("where storage is denied, everything works and the page says that nothing is saved", (t) =>
  withPage(t, { path: null, reducedMotion: "reduce" }, async (page) => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      }
    });
    await page.goto("");
    const values = await Values.of(page);
    await page.getByText("Not saved here: this browser keeps nothing").waitFor();
    await values.fill("Speed / polish");
    await page.getByText("Not saved here.", { exact: true }).waitFor();
    await checkAccessibility(page);
    await chooseFromMainMenu(page, "See an example");
    await page.getByText("This is an example").waitFor();
    await page.getByRole("button", { name: "Back to my own" }).click();
    assert.deepEqual(await values.sentences(), ["Speed / polish"], "as long as the page is open");
    await chooseFromMainMenu(page, "Dark");
    const { text } = await download(page, () => page.locator(".banner").getByRole("button", { name: "Save a file" }).click());
    assert.equal(JSON.parse(text).format, "evencost");
  }));

test("in a sandboxed frame without an origin everything works", (t) =>
  withPage(t, { path: null }, async (page) => {
    const { url } = await app();
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>Host</title><input aria-label="host"><iframe src="${url}" width="800" height="600" sandbox="allow-scripts allow-downloads allow-forms allow-popups"></iframe>`,
      }));
    await page.goto("host.html");
    await page.getByLabel("host").focus();
    const frame = page.frameLocator("iframe");
    await frame.getByText("Not saved here: this browser keeps nothing").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "host", "it takes nobody's focus");
    await frame.getByRole("textbox", { name: "Value 1: what we pursue" }).fill("Speed");
    await frame.getByRole("textbox", { name: "Value 1: what we give up" }).fill("polish");
    await frame.getByRole("group", { name: "The sentence turned round" }).getByRole("button", { name: "Yes" }).click();
    await frame.getByRole("button", { name: "Undo" }).click();
    await frame.getByText("1 value").waitFor();
  }));

/** Two pages on the same workspace. The first does not hear of the other while `globalThis.deaf` is true. */
async function twoTabs(page, context) {
  await page.addInitScript(() => {
    addEventListener("storage", (event) => globalThis.deaf && event.stopImmediatePropagation());
  });
  await started(page);
  await page.reload();
  const ours = await oneValue(page);
  await ours.fill("Speed / polish", "Candour / harmony");
  await kept(page);
  const other = await context.newPage();
  await other.goto("");
  return [ours, await Values.of(other)];
}

test("two tabs that change different values both have both", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await ours.blank(1, "cost").fill("beauty");
    await theirs.blank(2, "cost").fill("peace");
    const both = ["Speed / beauty", "Candour / peace"];
    await eventually(() => ours.sentences(), both);
    await eventually(() => theirs.sentences(), both);
    await theirs.blank(3, "pursued").fill("Growth");
    await eventually(() => ours.sentences(), [...both, "Growth / "]);
    await page.reload();
    await started(page);
    assert.deepEqual(await ours.sentences(), [...both, "Growth / "]);
    assert.equal(await page.locator(".conflicts").count(), 0);
  }));

// Found when the machine was slow: both saves counted the same revision, and the first was never met.
test("saves of two tabs that cross lose nothing", (t) =>
  withPage(t, {}, async (page, context) => {
    const values = await oneValue(page);
    await values.fill("Speed / polish", "Candour / harmony");
    await kept(page);
    const other = await blankPage(context);
    const key = Object.keys(await stored(page)).find((key) => key.startsWith(WORKSPACE));
    const base = JSON.parse((await stored(page))[key]);
    await values.blank(1, "cost").fill("beauty");
    await kept(page);
    const ours = JSON.parse((await stored(page))[key]);
    assert.equal(ours.revision, base.revision + 1);
    // What a tab would write that knew only the base, at the same moment.
    const theirs = structuredClone(base);
    theirs.document.divisions[0].values[1].cost = "peace";
    Object.assign(theirs, { revision: ours.revision, writer: 7 });
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [key, JSON.stringify(theirs)]);
    await eventually(() => values.sentences(), ["Speed / beauty", "Candour / peace"]);
    const costs = async () => (await documents(page))[key].divisions[0].values.map(({ cost }) => cost);
    await eventually(costs, ["beauty", "peace"]);
    assert.equal(await page.locator(".conflicts").count(), 0);
  }));

test("two tabs that change the same words ask which to take", async (t) => {
  for (const [choice, cost] of [
    ["Take: “beauty”", "beauty"],
    ["Keep: “grace”", "grace"],
  ]) {
    await t.test(choice, (t) =>
      withPage(t, {}, async (page, context) => {
        const [ours, theirs] = await twoTabs(page, context);
        // Neither hears of the other before both have written.
        await page.evaluate(() => (globalThis.deaf = true));
        await theirs.blank(1, "cost").fill("beauty");
        await kept(theirs.page);
        await ours.blank(1, "cost").fill("grace");
        const conflict = page.getByRole("region", { name: "Changed here and elsewhere" });
        await conflict.waitFor();
        await checkAccessibility(page);
        assert.deepEqual(await ours.sentences(), ["Speed / grace", "Candour / harmony"]);
        await ours.blank(2, "cost").fill("peace");
        await conflict.getByRole("button", { name: choice }).click();
        await conflict.waitFor({ state: "detached" });
        await page.waitForFunction(() => document.activeElement !== document.body);
        const both = [`Speed / ${cost}`, "Candour / peace"];
        assert.deepEqual(await ours.sentences(), both);
        await eventually(() => theirs.sentences(), both);
        assert.equal(await theirs.page.locator(".conflicts").count(), 0);
      }));
  }
});

test("a value that is removed here and reworded there can come back", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await page.evaluate(() => (globalThis.deaf = true));
    await theirs.blank(2, "cost").fill("peace");
    await kept(theirs.page);
    await ours.choose(2, "Remove");
    const conflict = page.getByRole("region", { name: "Changed here and elsewhere" });
    await conflict.getByRole("button", { name: /^Take/ }).click();
    await eventually(() => ours.sentences(), ["Speed / polish", "Candour / peace"]);
    await eventually(() => theirs.sentences(), ["Speed / polish", "Candour / peace"]);
  }));

test("what another tab changes leaves the caret and what is being typed alone", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await ours.blank(2, "cost").click();
    await page.keyboard.press("Home");
    await page.keyboard.type("real ");
    await theirs.blank(1, "cost").fill("beauty");
    await kept(theirs.page);
    await eventually(async () => (await ours.sentences())[0], "Speed / beauty");
    await page.keyboard.type("inner ");
    assert.equal(await ours.blank(2, "cost").inputValue(), "real inner harmony");
    await kept(page);
    // In the very field, and in front of the caret.
    await eventually(() => theirs.blank(2, "cost").inputValue(), "real inner harmony");
    await theirs.blank(2, "cost").fill("more real inner harmony");
    await eventually(() => ours.blank(2, "cost").inputValue(), "more real inner harmony");
    await page.keyboard.type("and outer ");
    assert.equal(await ours.blank(2, "cost").inputValue(), "more real inner and outer harmony");
  }));

test("a workspace that is removed in another tab stays removed unless one goes on here", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await chooseFromMainMenu(theirs.page, "Workspaces…");
    await theirs.page.getByRole("button", { name: "Remove this workspace" }).click();
    await page.getByText("has been removed in another tab").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.deepEqual(await documents(page), {});
    await ours.blank(1, "cost").fill("beauty");
    await kept(page);
    assert.equal(Object.keys(await documents(page)).length, 1);
    assert.equal(await page.getByText("has been removed in another tab").count(), 0);
  }));

test("what another tab removes and brings back goes on here, with what was being typed", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await chooseFromMainMenu(theirs.page, "Workspaces…");
    // Not saved yet when it is removed.
    await ours.blank(1, "cost").fill("beauty");
    await theirs.page.getByRole("button", { name: "Remove this workspace" }).click();
    await page.getByText("has been removed in another tab").waitFor();
    await theirs.page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await kept(page);
    assert.equal(await page.getByText("has been removed in another tab").count(), 0);
    assert.equal((await ours.sentences())[0], "Speed / beauty");
  }));

test("a removed workspace can be brought back after something else was undone", (t) =>
  withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    await chooseFromMainMenu(page, "Workspaces…");
    await page.getByRole("button", { name: "Remove this workspace" }).click();
    await values.blank(1, "pursued").pressSequentially("G");
    await page.keyboard.press("Control+z");
    await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await eventually(() => values.sentences(), ["Speed / polish"]);
  }));

/** The kept value in one tab, and another workspace that a second tab has opened since. */
async function twoWorkspaces(page, context) {
  await oneValue(page);
  const other = await context.newPage();
  await other.goto("");
  const values = await Values.of(other);
  await chooseFromMainMenu(other, "Workspaces…");
  await other.getByRole("button", { name: "Start a new workspace" }).click();
  await values.fill("Growth / profit");
  await kept(other);
}

test("removing a workspace leaves the one that another tab has open to be opened next", (t) =>
  withPage(t, {}, async (page, context) => {
    await twoWorkspaces(page, context);
    await chooseFromMainMenu(page, "Workspaces…");
    await page.getByRole("button", { name: "Remove this workspace" }).click();
    const third = await context.newPage();
    await third.goto("");
    assert.deepEqual(await (await Values.of(third)).sentences(), ["Growth / profit"]);
  }));

test("a tab that has died hands out what was kept of its own workspace", (t) =>
  withPage(t, {}, async (page, context) => {
    await twoWorkspaces(page, context);
    // What web/crash.js asks where the document itself is out of reach.
    const text = await page.evaluate(async () => {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      return (await import(loaded.find((name) => /\/evencost-\w+\.js$/.test(name)))).last_kept();
    });
    assert.equal(JSON.parse(text).divisions[0].values[0].pursued, "Speed");
  }));

test("undo after another tab's changes takes back only one's own", (t) =>
  withPage(t, {}, async (page, context) => {
    const [ours, theirs] = await twoTabs(page, context);
    await ours.blank(1, "cost").fill("beauty");
    await kept(page);
    await eventually(async () => (await theirs.sentences())[0], "Speed / beauty");
    await theirs.blank(1, "cost").fill("grace");
    await eventually(async () => (await ours.sentences())[0], "Speed / grace");
    // The coach's word on the sentence that is left comes after the click, by a timer.
    await page.clock.install();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Part of this could not be undone").first().waitFor();
    await page.clock.runFor(1000);
    assert.equal((await ours.sentences())[0], "Speed / grace");
    assert.match(await said(page).textContent(), /could not be undone/, "the coach has nothing to say of what is undone");
    assert.notEqual(await focused(page), "");
  }));
