// Requests: listed, written, decided.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { openExample, Requests } from "./support/requests.mjs";

test("a newcomer is told what to do on each screen of requests", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await requests.goTo("List");
    await page.getByText("Add something that you were asked to do").waitFor();
    await checkAccessibility(page);
    await requests.goTo("Table");
    await page.getByText("There is nothing to lay out yet").waitFor();
    await checkAccessibility(page);
    await requests.goTo("Readings");
    await page.getByText("There is nothing to read yet").waitFor();
    await checkAccessibility(page);

    await requests.add("A report by tomorrow", "The board");
    await requests.weighing.getByText("There is no finished value to weigh it against yet").waitFor();
    await checkAccessibility(page);
    await requests.goTo("Table");
    await page.getByText("There is no finished value to lay requests against").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Values" }).click();
    await page.getByLabel("Value 1: what we pursue").waitFor();
  }));

test("an empty form adds nothing, and Escape closes it", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await requests.goTo("List");
    await page.getByRole("button", { name: "Add a request" }).click();
    await checkAccessibility(page);
    await page.keyboard.type("   ");
    await page.keyboard.press("Enter");
    await page.getByRole("form", { name: "A new request" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("form", { name: "A new request" }).waitFor({ state: "hidden" });
    await page.getByText("Add something that you were asked to do").waitFor();
  }));

test("a request is edited in place and kept", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await requests.add("A report", "The board");
    await requests.title.fill("A report by Friday");
    await page.getByLabel("Detail").fill("Two pages.\nWith numbers.");
    await page.getByLabel("Who asks").fill("The whole board");
    await page.getByLabel("Date").fill("2026-03-09");
    await page.getByLabel("Is it a must?").selectOption("A must: forbidden by");
    await page.getByLabel("The law, contract or rule").fill("the data act, article 4");
    await requests.result.getByText("It must not be done: the data act, article 4. A must comes before every value.").waitFor();
    await page.getByText("Saved on this device").waitFor();
    await page.reload();

    assert.equal(await requests.title.inputValue(), "A report by Friday");
    assert.equal(await page.getByLabel("Detail").inputValue(), "Two pages.\nWith numbers.");
    assert.equal(await page.getByLabel("Date").inputValue(), "2026-03-09");
    assert.equal(await page.getByLabel("The law, contract or rule").inputValue(), "the data act, article 4");
    await requests.goTo("List");
    await requests.row("A report by Friday").getByText("from The whole board · 9 March 2026").waitFor();
    await requests.row("A report by Friday").getByText("a must").waitFor();
  }));

test("the page is called what is open", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    const called = async (...names) => {
      for (const name of names) await eventually(async () => (await page.title()).includes(name), true);
    };
    await requests.open("Open the leadership course");
    await called("Open the leadership course");
    await requests.title.fill("Open another course");
    await called("Open another course");
    await requests.goTo("Table");
    await called("Table of requests · ");
    await requests.goTo("Readings");
    await called("Readings · ");
    await requests.screens.getByRole("link", { name: "Compare" }).click();
    await called("People team and Northwind Sales (fictional) · ");
    await page.getByRole("main").getByRole("link", { name: "All divisions" }).click();
    await called("Compare · ");
  }));

test("a date is typed digit by digit without being lost", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await requests.add("A report");
    await page.getByLabel("Date").focus();
    await page.keyboard.type("03092025");
    assert.equal(await page.getByLabel("Date").inputValue(), "2025-03-09");
    // A year that is none yet is not kept.
    await page.getByLabel("Date").fill("0002-03-09");
    await requests.title.focus();
    assert.equal(await page.getByLabel("Date").inputValue(), "2025-03-09");
  }));

test("typing a title is one step to undo", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await requests.add("A report");
    await requests.title.focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" by Friday");
    await page.keyboard.press("Control+z");
    assert.equal(await requests.title.inputValue(), "A report");
  }));

test("an own action belongs to a division and is asked differently", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("Open the leadership course");
    await page.getByLabel("What it is").selectOption("Own action of Northwind Sales (fictional)");
    assert.equal(await page.getByLabel("Who asks").count(), 0);
    await page.getByRole("button", { name: "Northwind Sales (fictional)" }).first().click();
    await requests.decision.getByText("Do we do it?").waitFor();
    // Nobody asked, so there is nobody to answer.
    assert.equal(await page.getByRole("button", { name: "Copy an answer" }).count(), 0);
    await requests.goTo("List");
    await requests.row("Open the leadership course").getByText("our own action").waitFor();
  }));

test("each division decides for itself, with terms, a value and a reason", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("One intranet");
    await requests.decide("yes, if…");
    await requests.decision.getByLabel("If…", { exact: true }).fill("the old pages stay for a year");
    await requests.decision.getByLabel("The value that decided").selectOption("Continuous improvement");
    await requests.decision.getByLabel("Our reason").fill("It saves work.");
    await requests.decision.getByText("no: Our page is where the team meets.").waitFor();

    await requests.decide("ask another team");
    assert.equal(await requests.decision.getByLabel("Which team").inputValue(), "", "terms are no team");
    assert.equal(await requests.decision.getByLabel("Our reason").inputValue(), "It saves work.");

    await requests.decision.getByRole("button", { name: "Northwind Sales (fictional)" }).click();
    await requests.decision.getByText("ask another team: It saves work.").waitFor();
    assert.equal(await requests.decision.getByLabel("Our reason").inputValue(), "Our page is where the team meets.");
    await requests.decide("open");
    assert.equal(await requests.decision.getByLabel("Our reason").count(), 0);
    await requests.goTo("List");
    await requests.row("One intranet").getByText("open").waitFor();
  }));

test("the value that settles a request is offered as the one that decided", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("Publish every team");
    await requests.decision.getByLabel("The value that decided").selectOption("not named");
    await requests.decision.getByRole("button", { name: "“Continuous improvement” decided it" }).click();
    const chosen = requests.decision.getByLabel("The value that decided").locator("option:checked");
    assert.equal(await chosen.textContent(), "Continuous improvement");
    assert.equal(await requests.decision.getByRole("button", { name: "decided it" }).count(), 0);
    // It says yes: no reason for a no.
    await requests.decision.getByLabel("The value that decided").selectOption("not named");
    await requests.decide("no");
    assert.equal(await requests.decision.getByRole("button", { name: "decided it" }).count(), 0);
  }));

test("an answer is read before it is copied", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("Let the new Berlin team");
    await page.getByRole("button", { name: "Copy an answer" }).click();
    const dialog = page.getByRole("dialog", { name: "An answer to send" });
    await checkAccessibility(page);
    const shown = await dialog.getByRole("textbox").inputValue();
    assert.match(shown, /Our answer is yes, on these terms: the first day is the same everywhere/);
    assert.match(shown, /One shared culture even at the cost of local cohesion and individuality/);
    await dialog.getByRole("button", { name: "Copy" }).click();
    await page.getByText("The answer is copied.").first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
  }));

test("a browser that refuses to copy is told of, with the text selected", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      document.execCommand = () => false;
    });
    await requests.open("Let the new Berlin team");
    await page.getByRole("button", { name: "Copy an answer" }).click();
    const dialog = page.getByRole("dialog", { name: "An answer to send" });
    await dialog.getByRole("button", { name: "Copy" }).click();
    await dialog.getByText("The browser refused to copy.").waitFor();
    const selected = await dialog.getByRole("textbox").evaluate((area) => area.selectionEnd - area.selectionStart);
    assert.ok(selected > 100);
    assert.ok(await dialog.getByRole("textbox").evaluate((area) => area === document.activeElement));
  }));

test("a removed request comes back with its answers", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("Skip this year");
    await page.getByLabel("More about this request").click();
    await page.getByRole("button", { name: "Remove this request" }).click();
    await page.getByRole("heading", { level: 1, name: "Requests" }).waitFor();
    assert.equal(await requests.row("Skip this year").count(), 0);
    await page.getByText("“Skip this year’s feedback round in Sales” is removed").first().waitFor();
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await requests.row("Skip this year").getByText("strains").waitFor();
  }));

test("a link to a request that is gone says so", (t) =>
  withPage(t, { path: "#requests/00000000-7" }, async (page) => {
    await page.getByText("This request is not in the workspace any more.").waitFor();
    await checkAccessibility(page);
    await page.getByRole("link", { name: "All requests" }).click();
    await page.getByRole("heading", { level: 1, name: "Requests" }).waitFor();
  }));

test("the list shows the newest first and narrows to what is asked for", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.goTo("List");
    await page.getByText("10 requests, 1 open").waitFor();
    const titles = () => page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
    await page.getByRole("button", { name: "Paste or import" }).click();
    await page.getByRole("dialog", { name: "Paste or import" }).waitFor();
    await page.keyboard.press("Escape");
    const all = await titles();
    assert.equal(all.length, 10);
    assert.match(all[0], /^Talk about performance/);
    assert.match(all[9], /^Let the new Berlin team/);

    await page.getByRole("radiogroup", { name: "Show" }).getByText("open", { exact: true }).click();
    assert.deepEqual(await titles(), [all[0]]);
    await page.getByRole("radiogroup", { name: "Show" }).getByText("decided").click();
    assert.equal((await titles()).length, 9);
    await page.getByLabel("Search the requests").fill("lyon works");
    assert.deepEqual(await titles(), ["Keep Lyon’s own working hours"]);
    await page.getByRole("link", { name: "Keep Lyon" }).click();
    await page.goBack();
    assert.deepEqual(await titles(), ["Keep Lyon’s own working hours"], "the filter is remembered");
    await page.getByLabel("Search the requests").fill("zebra");
    await checkAccessibility(page);
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal((await titles()).length, 10);
  }));

test("the list says each result in words", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.goTo("List");
    for (const [title, result, decision] of [
      ["Talk about performance", "3 of 4 have weighed", "open"],
      ["A copy of last year’s payslips", "silent", "passed on"],
      ["Keep Lyon’s own working hours", "touched", "we said yes"],
      ["Replace our open office hours", "strains", "we said yes"],
      ["Check our new bonus rules", "not weighed", "we said no"],
      ["One intranet", "fits the values you named", "we said no"],
      ["Let the new Berlin team", "mixed", "we said yes, if…"],
    ]) {
      await requests.row(title).getByText(result, { exact: true }).waitFor();
      await requests.row(title).getByText(decision, { exact: true }).waitFor();
    }
  }));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 375, 1280]) {
    test(`requests are accessible, ${colorScheme}, ${width} px`, (t) =>
      withPage(t, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
        const requests = new Requests(page);
        const check = async () => {
          await checkAccessibility(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.equal(overflow, 0, "nothing sticks out");
        };
        await openExample(page);
        await requests.goTo("List");
        await check();
        for (const title of ["Publish every team", "Keep Lyon", "Let the new Berlin"]) {
          await requests.open(title);
          await check();
        }
        await requests.open("Talk about performance");
        await requests.choosePerson("Priya");
        await requests.weigh(["One shared culture", "local cohesion and individuality"], "harms", "spends");
        await check();
        await requests.goTo("Table");
        await check();
        await requests.goTo("Readings");
        await page.locator("summary").filter({ hasText: "Declined unheard" }).click();
        await check();
      }));
  }
}
