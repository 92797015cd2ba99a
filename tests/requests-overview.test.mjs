// The table of all requests against all values, and the readings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { openExample, Requests } from "./support/requests.mjs";

/** The example's table. */
async function table(page) {
  const requests = new Requests(page);
  await openExample(page);
  await requests.goTo("Table");
  return requests;
}

test("the table lays every request beside every value", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await table(page);
    assert.equal((await requests.tableTitles()).length, 10);
    const row = (title) => requests.table.getByRole("row").filter({ hasText: title });
    const cells = (title) => row(title).getByRole("cell").allTextContents();
    assert.deepEqual((await cells("Let the new Berlin")).slice(1), ["mixed", "yes, if…", "reverses it", "agreed trade"]);
    assert.deepEqual((await cells("Publish every")).slice(1), ["fits where you agree", "yes", "split", "agreed trade"]);
    assert.deepEqual((await cells("Keep Lyon")).slice(1), [
      "a must; touched",
      "yes",
      "protects what we would give up",
      "does not touch it",
    ]);
    await page.getByRole("button", { name: "Northwind Sales (fictional)" }).click();
    await requests.column("Plain words").waitFor();
  }));

test("where there is nothing to lay out, the table says what is missing and leads there", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    const main = page.getByRole("main");
    await started(page);
    await requests.goTo("Table");
    await main.getByText("There is nothing to lay out yet: add a request in the list.").waitFor();
    await checkAccessibility(page);
    assert.equal(await requests.table.count(), 0);
    await main.getByRole("link", { name: "list", exact: true }).click();
    await page.getByRole("button", { name: "Add a request" }).waitFor();
    await requests.add("Publish the salaries");
    await requests.goTo("Table");
    await main.getByText("There is no finished value to lay requests against: write one under Values.").waitFor();
    await main.getByRole("link", { name: "Values" }).click();
    await page.getByRole("textbox", { name: "Value 1: what we pursue" }).waitFor();
  }));

test("the table is sorted by its columns", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await table(page);
    const sorted = (name) => requests.column(name).getAttribute("aria-sort");
    const sort = (name) => requests.column(name).getByRole("button").click();
    assert.equal(await sorted("Date"), "descending");
    assert.match((await requests.tableTitles())[0], /^Talk about/);

    await sort("Request");
    assert.deepEqual([await sorted("Request"), await sorted("Date")], ["ascending", null]);
    const titles = await requests.tableTitles();
    assert.deepEqual(titles, [...titles].sort((a, b) => a.localeCompare(b, "en")));
    await sort("Request");
    assert.equal(await sorted("Request"), "descending");
    assert.deepEqual(await requests.tableTitles(), [...titles].reverse());

    await sort("Result");
    assert.match((await requests.tableTitles())[0], /^Replace our open office/, "strains first, the newest of them");
    await sort("Continuous improvement");
    assert.match((await requests.tableTitles())[0], /^Skip this year/, "what strains that value first");
    await checkAccessibility(page);
  }));

test("the table is filtered by result, decision, kind and words", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await table(page);
    const choose = (label, option) => page.getByRole("combobox", { name: label }).selectOption(option);
    await choose("Result", "strains");
    assert.equal((await requests.tableTitles()).length, 2);
    await page.getByText("2 of 10 requests").waitFor();
    await choose("Kind", "our own action");
    assert.deepEqual(await requests.tableTitles(), ["Replace our open office hours with a form"]);
    await choose("Result", "split on a value");
    assert.deepEqual(await requests.tableTitles(), ["Publish every team’s engagement scores"]);
    await choose("Kind", "any kind");
    await choose("Result", "still blind");
    assert.equal((await requests.tableTitles()).length, 1);
    await choose("Result", "any result");
    await choose("Decision", "no");
    assert.equal((await requests.tableTitles()).length, 3);
    await page.getByLabel("Search the requests").fill("intranet");
    assert.equal((await requests.tableTitles()).length, 1);
    await choose("Decision", "yes");
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal((await requests.tableTitles()).length, 10);
  }));

test("heads and first column stay while the table scrolls, by keyboard too", (t) =>
  withPage(t, { viewport: { width: 375, height: 700 } }, async (page) => {
    const requests = await table(page);
    await page.getByRole("button", { name: "Northwind Sales (fictional)" }).click();
    await requests.column("Plain words").waitFor();
    const before = await requests.table.getByRole("rowheader").first().boundingBox();
    await requests.table.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".table-scroll").scrollLeft > 0);
    await requests.table.evaluate((region) => region.scrollTo(400, 300));
    const region = await requests.table.boundingBox();
    assert.equal((await requests.table.getByRole("rowheader").first().boundingBox()).x, before.x);
    const head = await requests.column("Plain words").boundingBox();
    assert.ok(Math.abs(head.y - region.y) <= 2, "the head is at the top of the region");
  }));

test("each reading has the requests behind it one click away", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.goTo("Readings");
    const behind = page.getByRole("region", { name: "Acting on what we stand for" });
    await page.getByText("measure nobody’s needs").or(page.getByText("measure nobody's needs")).waitFor();
    for (const [label, count, request] of [
      ["Yes against our values", "1 of 1", "Skip this year’s feedback round in Sales"],
      ["Yes, on terms, to what strains or is mixed", "1 of 1", "Let the new Berlin team run its own onboarding"],
      ["Our own actions that strain", "1 of 2", "Replace our open office hours with a form"],
      ["No to what fits, with a reason", "1 of 3", "Open the leadership course to every team"],
      ["No to what fits, without a reason", "1 of 3", "One intranet instead of our three regional ones"],
      ["Declined unheard", "1 of 3", "Check our new bonus rules by Friday"],
    ]) {
      const reading = behind.getByRole("listitem").filter({ has: page.locator("summary", { hasText: label }) });
      assert.match(await reading.locator("summary").textContent(), new RegExp(`^\\s*${count}`), label);
      await reading.locator("summary").click();
      assert.deepEqual(await reading.getByRole("link").allTextContents(), [request]);
    }
    await behind.getByText(/You declined 3; 2 of them fit the values you named/).waitFor();
    await checkAccessibility(page);
    await behind.getByRole("link", { name: "Check our new bonus rules" }).click();
    assert.equal(await requests.title.inputValue(), "Check our new bonus rules by Friday");
  }));

test("past decisions are replayed through the values", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.goTo("Readings");
    const back = page.getByRole("region", { name: "Looking back" });
    const past = (title) => back.getByRole("listitem").filter({ hasText: title });
    await past("One intranet").getByText("“One shared culture” would have said yes; you said no.").waitFor();
    await past("One intranet").getByText("you decided otherwise").waitFor();
    await past("Publish every team").getByText("as you decided").waitFor();
    await past("Publish every team").getByText("You are split on “One shared culture”").waitFor();
    await past("Keep Lyon").getByText("A must settled it; you said yes.").waitFor();
    assert.equal(await past("Talk about performance").count(), 0, "it is not decided");

    await requests.open("One intranet");
    await requests.decide("yes");
    await requests.goTo("Readings");
    await past("One intranet").getByText("as you decided").waitFor();
  }));

test("a value that no request touches is idle", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.goTo("Readings");
    const idle = page.getByRole("region", { name: "Idle values" });
    await idle.getByText("None: some request touched").waitFor();
    await page.getByRole("button", { name: "Northwind Sales (fictional)" }).click();
    await idle.getByText("Plain words").waitFor();
    await idle.getByText("Does it decide anything for you?").waitFor();
    await checkAccessibility(page);
  }));
