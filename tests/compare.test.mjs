// Comparing two divisions, by what a person does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { eventually } from "./support/app.mjs";
import { Compare, importText, openExample, table, withPageByWords } from "./support/compare.mjs";
import { Requests } from "./support/requests.mjs";
import { Values } from "./support/values.mjs";

const phone = { viewport: { width: 375, height: 800 } };

/** Imports the rows and compares them. */
async function compared(page, rows) {
  await importText(page, table(rows));
  const compare = new Compare(page);
  await compare.open();
  return compare;
}

async function example(page) {
  await openExample(page);
  const compare = new Compare(page);
  await compare.open();
  return compare;
}

test("with nothing to compare, it says what to do, and the ways are there", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = new Compare(page);
    await compare.open();
    await page.getByText("It takes two divisions with at least one value each.").waitFor();
    await checkAccessibility(page);

    await compare.main.getByRole("button", { name: "Paste or import values" }).click();
    await page.getByRole("dialog", { name: "Paste or import" }).getByRole("textbox").fill(table([["People", "Care", "speed"]]));
    await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
    await compare.main.getByText("People has values. Now add those of another division.").waitFor();
    await checkAccessibility(page);

    await compare.main.getByRole("button", { name: "Add a division" }).click();
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Name of the division");
    await page.keyboard.type("Sales");
    await compare.open();
    await compare.main.getByText("People has values, and Sales has none yet.").waitFor();
    await compare.main.getByRole("button", { name: "Write the values of Sales" }).click();
    await page.getByLabel("Value 1: what we pursue").fill("Speed");
    await page.getByLabel("Value 1: what we give up").fill("care");
    await compare.open();
    await eventually(() => compare.counts(), "1 head-on");
  }));

test("from the start an example can be seen, without touching what is there", (t) =>
  withPageByWords(t, {}, async (page) => {
    await importText(page, table([["People", "Care", "speed"]]));
    const compare = new Compare(page);
    await compare.open();
    await compare.main.getByRole("button", { name: "See an example" }).click();
    await compare.first.waitFor();
    assert.equal(await compare.first.locator("option:checked").innerText(), "People team");
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`the example in ${colorScheme}: counts, lists, lines, points, deeds`, (t) =>
    withPageByWords(t, { colorScheme }, async (page) => {
      const compare = await example(page);
      await eventually(() => compare.counts(), "1 head-on, 1 may clash, 1 shared, 2 without counterpart, 1 suggested");
      assert.equal(await compare.first.locator("option:checked").innerText(), "People team");
      assert.equal(await compare.second.locator("option:checked").innerText(), "Northwind Sales (fictional)");
      assert.deepEqual(await compare.lines(), ["exposed", "reversed", "shared", "suggested"]);
      const kinds = await compare.points().evaluateAll((points) => points.map((point) => point.dataset.kind));
      assert.deepEqual(kinds, ["reversed", "exposed", "shared", "alone", "alone"], "worst first");
      const worst = compare.points("head-on");
      await worst.getByText("Each team pursues what the other is ready to give up.").waitFor();
      await worst.getByText("What would People team lose if").waitFor();
      const text = await worst.innerText();
      assert.match(text, /One shared culture\s+even at the cost of\s+local cohesion and individuality/);
      assert.match(text, /Local cohesion and individuality\s+even at the cost of\s+one shared culture/);

      const deeds = compare.main.getByRole("table", { name: "Requests that both weighed, by what came of it" });
      const rows = await deeds.getByRole("row").allInnerTexts();
      assert.deepEqual(
        rows.slice(1).map((row) => row.replace(/\s+/g, " ").trim()),
        ["fits People team 1 1", "strains People team 0 1"],
      );
      await compare.main.getByText("Of 3 requests where both have a clear view, you agree on 2.").waitFor();
      await checkAccessibility(page);
      await compare.main.getByRole("link", { name: "One intranet instead of our three regional ones" }).click();
      await page.waitForURL(/#requests\/./);
    }));
}

test("each strand runs between the words that it joins, at every width", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await example(page);
    for (const width of [1280, 900]) {
      await page.setViewportSize({ width, height: 800 });
      const ends = (kind) =>
        compare.main.locator(`svg.between g[data-kind="${kind}"] path`).evaluate((path) => {
          const svg = path.ownerSVGElement.getBoundingClientRect();
          return path.getAttribute("d").split("M").filter(Boolean).map((strand) => {
            const numbers = strand.match(/-?\d+/g).map(Number);
            return [numbers[1] + svg.top, numbers.at(-1) + svg.top];
          });
        });
      const words = async (list, row, side) => {
        const { y, height } = await compare.main.locator(`.list.${list} .row`).nth(row).locator(`.${side}`).boundingBox();
        return y + height / 2;
      };
      // Kind, the words in A's list, the words in B's list.
      const strands = [
        ["reversed", [0, "pursued"], [0, "cost"]],
        ["reversed", [0, "cost"], [0, "pursued"]],
        ["exposed", [1, "pursued"], [1, "cost"]],
        ["shared", [1, "pursued"], [2, "pursued"]],
        ["shared", [1, "cost"], [2, "cost"]],
      ];
      for (const [kind, inA, inB] of strands) {
        const missing = async () => {
          const [from, to] = [await words("a", ...inA), await words("b", ...inB)];
          const drawn = await ends(kind);
          const met = drawn.some(([start, end]) => Math.abs(start - from) < 3 && Math.abs(end - to) < 3);
          return met ? "" : `${kind} at ${width}: ${JSON.stringify(drawn)} holds no strand from ${from} to ${to}`;
        };
        await eventually(missing, "");
      }
    }
  }));

test("a row that is pointed at or focused lifts its lines and dims the others", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await example(page);
    const state = () =>
      compare.main.locator("svg.between g").evaluateAll((lines) =>
        Object.fromEntries(lines.map((line) => [line.dataset.kind, line.getAttribute("class")])),
      );
    const calm = { reversed: "", exposed: "", shared: "", suggested: "" };
    assert.deepEqual(await state(), calm);
    const culture = compare.row("One shared culture even at the cost of local cohesion and individuality");
    await culture.hover();
    assert.deepEqual(await state(), { reversed: "lit", exposed: "dim", shared: "dim", suggested: "dim" });
    await compare.first.hover();
    assert.deepEqual(await state(), calm);
    const improvement = compare.row("Continuous improvement even at the cost of confidence");
    await improvement.focus();
    assert.deepEqual(await state(), { reversed: "dim", exposed: "dim", shared: "lit", suggested: "dim" });
    await checkAccessibility(page);
    const dim = compare.main.locator(".picture li.dim");
    assert.equal(await dim.count(), 5, "all rows but the two that the line joins");
    await page.keyboard.press("Shift+Tab");
    assert.equal((await state()).shared, "dim");

    // The row says its relations in words, too, and leads to where they are told.
    assert.match(await accessibleDescription(culture), /head-on with “Local cohesion and individuality”/);
    await culture.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.kind), "reversed");
  }));

const accessibleDescription = (locator) =>
  locator.evaluate((row) => document.getElementById(row.getAttribute("aria-describedby")).textContent);

test("on a phone the lists stand under each other, with links in words", (t) =>
  withPageByWords(t, phone, async (page) => {
    const compare = await example(page);
    assert.equal(await compare.main.locator("svg.between").isVisible(), false);
    const link = compare.main.getByRole("button", { name: "may clash with “This quarter’s numbers”" });
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.kind), "exposed");
    await checkAccessibility(page);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), "no sideways scrolling at 320 px");
  }));

test("whoever has values goes on as their own division when a partner’s are imported", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await values.fill("Speed / polish");
    const requests = new Requests(page);
    await requests.add("Ship it on Monday");
    await requests.goTo("List");
    await importText(page, table([["Finance", "Polish", "speed"]]));
    await requests.open("Ship it on Monday");
    await requests.addPerson("Ann");
    await requests.card("Speed").waitFor();
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Values" }).click();
    assert.equal(await values.name.inputValue(), "People");
    await page.getByRole("button", { name: "Finance", exact: true }).click();
    assert.deepEqual(await values.sentences(), ["Polish / speed"]);
  }));

test("the pair is chosen from two lists, and choosing the same twice changes places", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Care", "speed"],
      ["B", "Speed", "care"],
      ["C", "Care", "speed"],
    ]);
    await compare.main.getByRole("link", { name: "A and B", exact: true }).click();
    await eventually(() => compare.counts(), "1 head-on");
    await compare.second.focus();
    await compare.second.selectOption("C");
    await page.getByText("Both teams make the same trade.").waitFor();
    await eventually(() => compare.counts(), "1 shared");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT", "the focus stays in the list");
    await compare.first.selectOption("C");
    assert.equal(await compare.second.locator("option:checked").innerText(), "A");
    await page.goBack();
    await page.goBack();
    await eventually(() => compare.counts(), "1 head-on", "going back shows the pair before");
    await compare.main.getByRole("link", { name: "All divisions" }).click();
    await compare.main.getByRole("heading", { name: "All divisions" }).waitFor();
  }));

test("head-on in steps says both ways step by step, with all values on them", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["Studio", "Craft", "momentum"],
      ["Studio", "Momentum", "certainty"],
      ["Works", "Certainty", "novelty"],
      ["Works", "Novelty", "craft"],
    ]);
    await eventually(() => compare.counts(), "1 head-on in steps");
    assert.deepEqual(await compare.lines(), ["reversed-through-others"]);
    const text = (await compare.points("head-on, in steps").innerText()).replace(/\s+/g, " ");
    for (const words of [
      "Craft even at the cost of momentum “Craft” before “Momentum” Momentum even at the cost of certainty “Momentum” before “certainty” So “Craft” before “certainty”",
      "Certainty even at the cost of novelty “Certainty” before “Novelty” Novelty even at the cost of craft “Novelty” before “craft” So “Certainty” before “craft”",
      "Did either team mean to say that?",
    ]) {
      assert.ok(text.includes(words), `${text}\nlacks\n${words}`);
    }
    // Any value on the way lifts it.
    await compare.row("Novelty even at the cost of craft").hover();
    assert.equal(await compare.main.locator("svg.between g.lit").count(), 1);
    await checkAccessibility(page);
  }));

test("what a division says against itself is told first, and what it says twice counts once", (t) =>
  withPageByWords(t, {}, async (page) => {
    await importText(
      page,
      table([
        ["A", "Speed", "care"],
        ["A", "Care", "speed"],
        ["A", "Ease", "reach"],
        ["B", "Ease", "reach"],
      ]),
    );
    await page.getByLabel("Value 4: what we pursue").fill("The ease");
    await page.getByLabel("Value 4: what we give up").fill("a reach");
    const compare = new Compare(page);
    await compare.open();
    await eventually(() => compare.counts(), "1 shared, 2 without counterpart");
    await page.getByText("First, within A: these values contradict each other.").waitFor();
    await page.getByText("A says “Ease / reach” twice. It counts once.").waitFor();
    await checkAccessibility(page);
    await compare.main.getByRole("button", { name: "Look at them in Values" }).click();
    await page.getByLabel("Name of the division").waitFor();
    assert.equal(await page.getByLabel("Name of the division").inputValue(), "A");
  }));

test("a division without values in a pair is told so, with the way to write them", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Care", "speed"],
      ["B", "Speed", "care"],
    ]);
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Values" }).click();
    await page.getByLabel("More about this division").click();
    await page.getByRole("button", { name: "Add a division" }).click();
    await page.getByLabel("Name of the division").pressSequentially("Legal");
    await compare.open();
    await compare.second.selectOption("Legal");
    await page.getByText("Legal has no values to compare yet.").waitFor();
    await checkAccessibility(page);
    await compare.main.getByRole("button", { name: "Write the values of Legal" }).click();
    assert.equal(await page.getByLabel("Name of the division").inputValue(), "Legal");
  }));

test("the report of a pair is saved as JSON and Markdown, and copied", (t) =>
  withPageByWords(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const compare = await example(page);
    const json = await compare.saved("Save as JSON");
    assert.equal(json.name, "people-team-northwind-sales-fictional.json");
    const report = JSON.parse(json.text);
    assert.equal(report.format, "evencost-report");
    assert.equal(report.version, 1);
    const [pair, ...others] = report.pairs;
    assert.equal(others.length, 0);
    assert.equal(pair.a, "People team");
    assert.equal(pair.b, "Northwind Sales (fictional)");
    assert.equal(pair.counts.reversed, 1);
    assert.equal(pair.counts["reversed-through-others"], 0);
    const [worst] = pair.relations;
    assert.deepEqual(worst, {
      kind: "reversed",
      a: [{ pursued: "One shared culture", cost: "local cohesion and individuality" }],
      b: [{ pursued: "Local cohesion and individuality", cost: "one shared culture" }],
      path: null,
      confirmed: true,
      similarity: null,
    });
    assert.deepEqual(
      pair.relations.map(({ kind, confirmed }) => [kind, confirmed]),
      [
        ["reversed", true],
        ["exposed", true],
        ["shared", true],
        ["alone", true],
        ["alone", true],
        ["same-price", false],
      ],
    );

    const markdown = await compare.saved("Save as Markdown");
    assert.equal(markdown.name, "people-team-northwind-sales-fictional.md");
    assert.match(markdown.text, /^## People team and Northwind Sales \(fictional\)$/m);
    assert.match(markdown.text, /\*\*One shared culture\*\* even at the cost of \*\*local cohesion and individuality\*\*/);

    await compare.report("Copy as Markdown");
    await page.getByText("The report is copied as Markdown.").first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), markdown.text);
  }));
