// What people say of words while comparing: suggestions, decisions, and what follows from them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAccessibility } from "./support/browser.mjs";
import { eventually } from "./support/app.mjs";
import { Compare, importText, table, withPageByWords } from "./support/compare.mjs";

async function compared(page, rows) {
  await importText(page, table(rows));
  const compare = new Compare(page);
  await compare.open();
  return compare;
}

const near = [
  ["A", "Collaboration", "focus"],
  ["A", "Honesty", "harmony"],
  ["A", "Innovation", "order"],
  ["B", "Quiet", "collaborative"],
  ["B", "Harmonious", "pace"],
  ["B", "Innovative", "orderly"],
];

test("suggestions are answered with one key each, and taken back by Undo", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, near);
    await eventually(() => compare.counts(), "6 without counterpart, 3 suggested");
    const total = 4;
    assert.equal(await compare.suggestions.count(), total);
    await compare.suggestions.last().getByText("If this and others are the same:").waitFor();
    await checkAccessibility(page);
    const words = () => page.evaluate(() => document.activeElement.closest("[role=group]")?.querySelector(".two-words").innerText.replace(/\s+/g, " "));

    await compare.suggestions.first().getByRole("button", { name: "Means the same" }).focus();
    const [first] = [await words()];
    await page.keyboard.press("s");
    assert.equal(await compare.suggestions.count(), total - 1);
    const second = await words();
    assert.notEqual(second, first, "the focus went on to the next");
    await page.keyboard.press("n");
    assert.equal(await compare.suggestions.count(), total - 2);
    assert.notEqual(await words(), second);
    await page.getByText("What you said of words: 2 decisions").waitFor();

    await page.keyboard.press("Control+z");
    assert.equal(await compare.suggestions.count(), total - 1);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    assert.equal(await compare.suggestions.count(), total);
    assert.equal(await compare.main.getByText("What you said of words").count(), 0);
  }));

test("after the last suggestion the focus rests on the heading, and what was said is listed", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, near);
    await compare.suggestions.first().getByRole("button", { name: "Not the same" }).focus();
    for (let left = await compare.suggestions.count(); left > 0; left -= 1) {
      await page.keyboard.press("s");
      assert.equal(await compare.suggestions.count(), left - 1);
    }
    assert.equal(await page.evaluate(() => document.activeElement.innerText), "Words that may mean the same");
    assert.match(await compare.counts(), /may clash/);
    assert.doesNotMatch(await compare.counts(), /suggested/);

    await compare.main.getByText("What you said of words").click();
    const said = compare.main.getByText("“Collaboration” and “collaborative” mean the same");
    await said.waitFor();
    await checkAccessibility(page);
    const before = await compare.counts();
    await compare.main.getByRole("listitem").filter({ hasText: "“Collaboration” and “collaborative” mean" }).getByRole("button", { name: "Take it back" }).click();
    await said.waitFor({ state: "hidden" });
    assert.notEqual(await compare.counts(), before);
    assert.equal(await compare.suggestions.count(), 1);
  }));

test("a suggestion shows what would follow, in the two sentences, and counts for nothing yet", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Collaboration", "focus"],
      ["B", "Focus", "collaborative"],
    ]);
    await eventually(() => compare.counts(), "1 may clash, 1 suggested");
    const text = (await compare.suggestions.innerText()).replace(/\s+/g, " ");
    assert.match(text, /suggested written alike “Collaboration” A and “collaborative” B If so: head-on/);
    assert.match(text, /Collaboration even at the cost of focus Focus even at the cost of collaborative/);
    await compare.suggestions.getByRole("button", { name: "Means the same" }).click();
    await compare.points("head-on").waitFor();
    await eventually(() => compare.counts(), "1 head-on");
    assert.deepEqual(await compare.lines(), ["reversed"]);
  }));

test("two wordings that nobody suggests can be declared the same", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Revenue growth", "user growth"],
      ["B", "User growth", "revenue"],
    ]);
    await eventually(() => compare.counts(), "1 may clash");
    await compare.declareSame("Revenue growth", "revenue");
    await compare.points("head-on").waitFor();
    await eventually(() => compare.counts(), "1 head-on");
    await compare.main.getByText("What you said of words: 1 decision").waitFor();
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await compare.points("may clash").waitFor();
    await eventually(() => compare.counts(), "1 may clash");
  }));

test("identical words can be declared different for two values", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Quality", "speed"],
      ["B", "Quality", "speed"],
      ["B", "Ease", "speed"],
    ]);
    const shared = compare.points("shared");
    await shared.getByText("The words behind this").click();
    const line = shared.getByRole("listitem").filter({ hasText: "“Quality” stands in both." });
    await checkAccessibility(page);
    await line.getByRole("button", { name: "Not the same here" }).click();
    await shared.waitFor({ state: "hidden" });
    await eventually(() => compare.counts(), "2 at the same price");
    await compare.main.getByText("What you said of words: 1 decision").click();
    await compare.main.getByText("“Quality” in “Quality / speed” and “Quality” in “Quality / speed” do not mean the same").waitFor();
    await checkAccessibility(page);
    await compare.main.getByRole("button", { name: "Take it back" }).click();
    await shared.waitFor();
  }));

test("wordings that are written alike and were told apart can be joined again by hand", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Customers", "speed"],
      ["B", "Customer", "ease"],
    ]);
    await eventually(() => compare.counts(), "1 with the same aim");
    const aim = compare.points("same aim");
    await aim.getByText("The words behind this").click();
    await aim.getByRole("button", { name: "Not the same here" }).click();
    await aim.waitFor({ state: "hidden" });
    await compare.declareSame("Customers", "Customer");
    await aim.waitFor();
    await compare.main.getByText("What you said of words: 1 decision").click();
    await compare.main.getByText("“Customer” and “Customers” mean the same").waitFor();
  }));

test("a side with an “and” is several goods until people say that it is one", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Research and development", "sales"],
      ["B", "Development", "sales"],
    ]);
    await eventually(() => compare.counts(), "1 shared");
    await compare.points("shared").getByText("The words behind this").click();
    await compare.main.getByText("Read as several goods: “Research”, “development”.").waitFor();
    await compare.main.getByRole("button", { name: "It is one good" }).click();
    await compare.points("same price").waitFor();
    await eventually(() => compare.counts(), "1 at the same price");
    await compare.points("same price").getByText("The words behind this").click();
    await compare.main.getByText("“Research and development” counts as one good.").waitFor();
    await compare.main.getByRole("button", { name: "It names several" }).click();
    await compare.points("shared").waitFor();
  }));

test("decisions that contradict each other are shown, with the way out", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Income", "speed"],
      ["A", "Revenue", "ease"],
      ["B", "Turnover", "rest"],
      ["B", "Income", "pace"],
    ]);
    await compare.declareSame("Income", "Turnover");
    await compare.declareSame("Revenue", "Turnover");
    // Now Revenue and Income are one, through Turnover; that is denied where it shows.
    const point = compare.points("same aim").filter({ hasText: "Revenue" }).filter({ hasText: "Income" });
    await point.getByText("The words behind this").click();
    await point.getByRole("button", { name: "Not the same here" }).click();
    const trouble = compare.main.locator("section").filter({ hasText: "contradiction" }).last();
    await trouble.getByText("Yet together these make them the same, and that holds until one of them is taken back:").waitFor();
    assert.match(await trouble.innerText(), /You said that “Income” and “Revenue” do not mean the same/);
    await checkAccessibility(page);
    await trouble
      .getByRole("listitem")
      .filter({ hasText: "“Revenue” and “Turnover” mean the same" })
      .getByRole("button", { name: "Take it back" })
      .click();
    await trouble.waitFor({ state: "hidden" });
    await compare.main.getByText("What you said of words: 2 decisions").waitFor();
  }));

test("a decision about words that are gone is carried over to the new ones", (t) =>
  withPageByWords(t, {}, async (page) => {
    const compare = await compared(page, [
      ["A", "Turnover", "speed"],
      ["B", "Revenue", "ease"],
    ]);
    await compare.declareSame("Turnover", "Revenue");
    await compare.points("same aim").waitFor();
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Values" }).click();
    await page.getByLabel("Value 1: what we pursue").fill("Yearly turnover");
    await compare.open();
    await eventually(() => compare.counts(), "2 without counterpart");
    await compare.main.getByText("“Turnover” stands in no value any more.").waitFor();
    await checkAccessibility(page);
    await compare.main.getByRole("button", { name: "Say it of “Yearly turnover” instead" }).click();
    await compare.points("same aim").waitFor();
    assert.equal(await compare.main.getByText("stands in no value any more").count(), 0);
    await page.keyboard.press("Control+z");
    await compare.main.getByRole("button", { name: "Forget it" }).click();
    await compare.main.getByText("“Turnover” stands in no value any more.").waitFor({ state: "hidden" });
    assert.equal(await compare.main.getByText("What you said of words").count(), 0);
  }));
