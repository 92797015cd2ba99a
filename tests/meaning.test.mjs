// What is near in meaning: suggested where divisions are compared, offered where a request is weighed, and done without
// where its table does not come.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { eventually, isTooWide, kept, started } from "./support/app.mjs";
import { checkAccessibility, dist, withPage } from "./support/browser.mjs";
import { Compare, TABLE, importText, table } from "./support/compare.mjs";
import { Requests } from "./support/requests.mjs";

const BY_WORDS = "By words only";

const SETS = table([
  ["People", "Continuous improvement", "speed"],
  ["People", "Honest feedback", "harmony"],
  ["Sales", "Moving fast", "always learning"],
  ["Sales", "Telling the truth", "keeping the peace"],
]);

/** Lays the two divisions beside each other. */
async function compared(page) {
  await importText(page, SETS);
  const compare = new Compare(page);
  await compare.open();
  return compare;
}

test("words of one meaning find each other, and count once people say so", (t) =>
  withPage(t, {}, async (page) => {
    const compare = await compared(page);
    await compare.suggestions.first().waitFor();
    assert.equal(await page.getByText(BY_WORDS).count(), 0);
    assert.equal(await compare.counts(), "4 without counterpart, 2 suggested");
    await checkAccessibility(page);
    // A key each; what has the focus is the next.
    const fast = compare.suggestions.filter({ hasText: "“speed”" }).filter({ hasText: "“Moving fast”" });
    await fast.getByText("near in meaning").waitFor();
    await fast.getByText("head-on").waitFor();
    await fast.getByRole("button", { name: "Means the same" }).focus();
    await page.keyboard.press("s");
    await compare.points("may clash").waitFor();
    await eventually(() => fast.count(), 0);
    assert.ok(await compare.suggestions.evaluateAll((all) => all.some((it) => it.contains(document.activeElement))));
    const learning = compare.suggestions.filter({ hasText: "“Continuous improvement”" }).filter({ hasText: "“always learning”" });
    await learning.getByRole("button", { name: "Means the same" }).click();
    await compare.points("head-on").waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await compare.points("may clash").waitFor();
    await learning.getByRole("button", { name: "Not the same" }).click();
    await eventually(() => learning.count(), 0);
    assert.equal(await compare.points("head-on").count(), 0);
  }));

test("two values about one topic say that the direction is to be checked", (t) =>
  withPage(t, { viewport: { width: 375, height: 740 } }, async (page) => {
    await importText(page, table([["People", "customers", "clients"], ["Sales", "users", "consumers"]]));
    const compare = new Compare(page);
    await compare.open();
    await compare.suggestions.getByText("same topic, check direction").first().waitFor();
    assert.equal(await isTooWide(page), false);
  }));

test("what is the same already is said to come along", (t) =>
  withPage(t, {}, async (page) => {
    await importText(page, table([["People", "speed", "polish"], ["Sales", "moving fast", "rest"], ["Legal", "pace", "care"]]));
    const compare = new Compare(page);
    await compare.open();
    await compare.matrix.getByRole("link", { name: /Sales and Legal|Legal and Sales/ }).first().click();
    await compare.choose("Sales", "Legal");
    await compare.declareSame("moving fast", "pace");
    await compare.choose("People", "Sales");
    const fast = compare.suggestions.filter({ hasText: "“moving fast”" });
    await fast.getByText("If so, it is one good with “pace” too").waitFor();
  }));

test("until the table comes, words alone are compared, and it is said", (t) =>
  withPage(t, { path: null }, async (page) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(TABLE, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("");
    const compare = await compared(page);
    await page.getByText(BY_WORDS).waitFor();
    assert.equal(await compare.suggestions.count(), 0);
    release();
    await compare.suggestions.first().waitFor();
    assert.equal(await page.getByText(BY_WORDS).count(), 0);
  }));

test("where the table does not come it is said, and asked for again the next time", (t) =>
  withPage(t, { path: null, allow: [/ERR_FAILED/, /table of words/] }, async (page) => {
    let answer = (route) => route.abort();
    await page.route(TABLE, (route) => answer(route));
    await page.goto("");
    const compare = await compared(page);
    await page.getByText("could not be loaded").waitFor();
    assert.equal(await compare.counts(), "4 without counterpart");
    // A host that answers with a page of its own.
    answer = (route) => route.fulfill({ body: "<h1>Sign in</h1>" });
    await page.getByRole("link", { name: "All divisions" }).click();
    await page.goBack();
    await page.getByText("could not be loaded").waitFor();
    await page.unroute(TABLE);
    await page.getByRole("link", { name: "All divisions" }).click();
    await page.goBack();
    await compare.suggestions.first().waitFor();
  }));

test("the values that a request seems to touch are offered while it is typed, and where it is weighed", (t) =>
  withPage(t, {}, async (page) => {
    await importText(page, table([["People", "Continuous improvement", "speed"], ["People", "Honest feedback", "harmony"], ["People", "Craft", "revenue"], ["People", "Openness", "privacy"], ["People", "Telling the truth", "peace"], ["People", "Trust in suppliers", "low prices"]]));
    const requests = new Requests(page);
    await requests.goTo("List");
    await page.getByRole("button", { name: "Add a request" }).click();
    await page.getByLabel("What is asked, in one line").pressSequentially("Tell the supplier openly what went wrong");
    const offered = page.getByRole("list", { name: "Values that it seems to touch" }).getByRole("listitem");
    await offered.first().waitFor();
    assert.equal(await offered.count(), 3);
    await checkAccessibility(page);
    await page.getByRole("button", { name: "Add and weigh it" }).click();
    await requests.addPerson("Ada");
    const card = requests.weighing.getByRole("listitem").filter({ hasText: "Telling the truth" });
    const hint = card.getByText("Seems to touch “Telling the truth”.");
    await hint.waitFor();
    // An offer, and no answer.
    assert.equal(await requests.weighing.getByRole("checkbox", { checked: true }).count(), 0);
    await card.getByRole("checkbox").check();
    await eventually(() => hint.count(), 0);
    // The words decide anew.
    await card.getByRole("checkbox").uncheck();
    await requests.title.fill("zzyzx");
    await eventually(() => requests.weighing.getByText("Seems to touch").count(), 0);
  }));

test("a second visit finds what is near in meaning without the network", (t) =>
  withPage(t, { worker: true, allow: [/sw\.js/, /INTERNET_DISCONNECTED/] }, async (page, context) => {
    await importText(page, SETS);
    await kept(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await context.setOffline(true);
    await page.reload();
    await started(page);
    const compare = new Compare(page);
    await compare.open();
    await compare.suggestions.first().waitFor();
  }));

test("one file from a disk knows what is near in meaning", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "evencost-"));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(join(dist, "evencost.html"), join(folder, "evencost.html"));
  await withPage(t, { path: pathToFileURL(join(folder, "evencost.html")).href }, async (page) => {
    const compare = await compared(page);
    await compare.suggestions.first().waitFor();
  });
});
