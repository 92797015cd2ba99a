// All divisions beside each other, by what a person does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { eventually } from "./support/app.mjs";
import { Compare, importText, table } from "./support/compare.mjs";

const phone = { viewport: { width: 375, height: 800 } };

const rows = [
  ["People", "One shared culture", "individuality"],
  ["People", "Fairness", "pace"],
  ["Sales", "Individuality", "one shared culture"],
  ["Sales", "Pace", "fairness"],
  ["Legal", "Fairness", "pace"],
  ["Legal", "Certainty", "ease"],
  ["Design", "Beauty", "novelty"],
];

async function all(page) {
  await importText(page, table(rows));
  const compare = new Compare(page);
  await compare.open();
  await compare.main.getByRole("heading", { name: "All divisions" }).waitFor();
  return compare;
}

for (const colorScheme of ["light", "dark"]) {
  test(`the matrix in ${colorScheme} says what each pair is, in words and numbers`, (t) =>
    withPage(t, { colorScheme }, async (page) => {
      const compare = await all(page);
      const cell = (name) => compare.matrix.getByRole("link", { name, exact: true });
      assert.equal(await cell("People and Sales: apart (2 head-on)").locator("b").innerText(), "2 · 0 · 0");
      await cell("Sales and People: apart (2 head-on)").waitFor();
      await cell("People and Legal: together (1 shared, 2 without counterpart)").waitFor();
      await cell("Design and Sales: nothing in common (3 without counterpart)").waitFor();
      assert.equal(await compare.matrix.getByRole("link").count(), 12);
      await checkAccessibility(page);

      // Close ones stand together.
      const order = await compare.matrix.getByRole("columnheader").allInnerTexts();
      assert.equal(Math.abs(order.indexOf("People") - order.indexOf("Legal")), 1, order.join());

      await cell("Legal and Sales: apart (1 head-on, 2 without counterpart)").click();
      await compare.points("head-on").waitFor();
      assert.equal(await compare.first.locator("option:checked").innerText(), "Legal");
      assert.equal(await compare.second.locator("option:checked").innerText(), "Sales");
    }));
}

test("one division against all: its row stands out and the list is about it", (t) =>
  withPage(t, {}, async (page) => {
    const compare = await all(page);
    await eventually(() => compare.furthest(), [
      "People and Sales", "Sales and Legal", "People and Legal", "People and Design", "Sales and Design", "Legal and Design",
    ]);
    await page.getByRole("combobox", { name: "Whose pairs to show" }).selectOption("Legal against all");
    await eventually(() => compare.furthest(), ["Legal and Sales", "Legal and People", "Legal and Design"]);
    assert.equal(await compare.matrix.getByRole("button", { name: "Legal", pressed: true }).count(), 1);
    await checkAccessibility(page);
    await compare.matrix.getByRole("button", { name: "Design" }).click();
    await eventually(() => compare.furthest(), ["Design and People", "Design and Sales", "Design and Legal"]);
    await compare.matrix.getByRole("button", { name: "Design" }).click();
    assert.equal((await compare.furthest()).length, 6);
  }));

test("a phone shows the list, furthest apart first, instead of the matrix", (t) =>
  withPage(t, phone, async (page) => {
    const compare = await all(page);
    assert.equal(await compare.matrix.isVisible(), false);
    assert.equal((await compare.furthest())[0], "People and Sales");
    await checkAccessibility(page);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), "no sideways scrolling at 320 px");
    await compare.main.getByRole("link", { name: "People and Sales" }).click();
    await eventually(() => compare.counts(), "2 head-on");
  }));

test("two divisions go straight to the pair, with a way to all", (t) =>
  withPage(t, {}, async (page) => {
    await importText(page, table(rows.filter(([name]) => name === "People" || name === "Sales")));
    const compare = new Compare(page);
    await compare.open();
    await eventually(() => compare.counts(), "2 head-on");
    await compare.main.getByRole("link", { name: "All divisions" }).click();
    await eventually(() => compare.furthest(), ["People and Sales"]);
    await checkAccessibility(page);
    await page.goBack();
    await eventually(() => compare.counts(), "2 head-on");
  }));

test("what has no values yet is named, and a link to what is gone leads to all", (t) =>
  withPage(t, {}, async (page) => {
    const compare = await all(page);
    const screens = page.getByRole("navigation", { name: "Screens" });
    await screens.getByRole("link", { name: "Values" }).click();
    await page.getByLabel("More about this division").click();
    await page.getByRole("button", { name: "Add a division" }).click();
    await page.getByLabel("Name of the division").pressSequentially("Finance");
    await compare.open();
    await compare.main.getByText("Not here, since they have no values yet: Finance.").waitFor();
    const link = await compare.matrix.getByRole("link").first().getAttribute("href");
    const [, a, b] = link.split("/");
    await page.evaluate((hash) => (location.hash = hash), `#compare/${a}/${b.replace(/\d$/, (digit) => (digit === "9" ? 8 : 9))}9`);
    await compare.main.getByText("A division of that link is not here any more. These are.").waitFor();
  }));

test("the report on all pairs is saved and copied", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const compare = await all(page);
    const { name, text } = await compare.saved("Save as JSON");
    assert.equal(name, "compared.json");
    const { pairs } = JSON.parse(text);
    assert.equal(pairs.length, 6);
    assert.deepEqual(pairs.map(({ a, b, counts }) => [a, b, counts.reversed, counts.shared]), [
      ["People", "Sales", 2, 0],
      ["People", "Legal", 0, 1],
      ["People", "Design", 0, 0],
      ["Sales", "Legal", 1, 0],
      ["Sales", "Design", 0, 0],
      ["Legal", "Design", 0, 0],
    ]);
    await compare.report("Copy as Markdown");
    await page.getByText("The report is copied as Markdown.").first().waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# Values compared$/m);
  }));
