// Talks: from the comparison to the minutes, what both adopt, and what moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { documents, eventually, isTooWide, kept, said, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Compare, importText, openExample, table } from "./support/compare.mjs";
import { Talk } from "./support/talk.mjs";

const PAIR = table([
  ["People", "One shared culture", "individuality"],
  ["People", "Candour", "comfort"],
  ["Finance", "Individuality", "one shared culture"],
  ["Finance", "Plain numbers", "nuance"],
]);

/** A talk of two divisions that is being prepared, reached from their comparison. */
async function preparing(page) {
  await started(page);
  await importText(page, PAIR);
  await new Compare(page).open();
  const talk = new Talk(page);
  await talk.prepareFromComparison();
  return talk;
}

test("a talk goes from the comparison to minutes and to both sets", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    assert.equal(await talk.title.textContent(), "People and Finance");
    assert.deepEqual(await talk.proposed(), [
      "Head-on: One shared culture and individuality",
      "No counterpart: Candour",
      "No counterpart: Plain numbers",
    ]);
    await talk.add("Head-on: One shared culture and individuality");
    await talk.addOwn("The budget round");
    assert.deepEqual(await talk.agenda(), ["Head-on: One shared culture and individuality", "The budget round"]);
    assert.deepEqual(await talk.proposed(), ["No counterpart: Candour", "No counterpart: Plain numbers"]);
    await page.getByText("2 points, 10 minutes.").waitFor();
    await page.getByLabel("Minutes for point 1").fill("20");
    await page.getByLabel("Minutes for point 1").press("Tab");
    await page.getByText("2 points, 25 minutes.").waitFor();

    await talk.begin();
    assert.equal(await talk.title.textContent(), "Head-on: One shared culture and individuality");
    await talk.main.getByText("Finance", { exact: true }).waitFor();
    await talk.notes.fill("Both remember the summer party.");
    await talk.came("adopted by both");
    await page.getByRole("button", { name: "Start from what People wrote" }).click();
    await talk.side("cost").fill("some individuality");
    await page.getByRole("button", { name: "Put it into the values of both" }).click();
    await page.getByText("It stands in the values of both.").waitFor();
    await talk.next();
    await page.getByText("Point 2 of 2").waitFor();
    await talk.came("we differ, and here is who decides");
    await page.getByRole("textbox", { name: "Who decides" }).fill("The board, in May");
    await talk.toMinutes();
    await talk.end();

    const { name, text } = await talk.save();
    assert.equal(name, "minutes-people-finance.md");
    for (const words of [
      "# People and Finance, ",
      "## 1. Head-on: One shared culture and individuality",
      "- People: **One shared culture** even at the cost of **individuality**",
      "> Both remember the summer party.",
      "**Adopted by both:** **One shared culture** even at the cost of **some individuality**",
      "**We differ, and here is who decides:** The board, in May",
      "## What moved\n\n1 new.",
      "- New: shared",
    ]) {
      assert.ok(text.includes(words), `${words} is missing in:\n${text}`);
    }
    await kept(page);
    const [document] = Object.values(await documents(page));
    for (const [division, partner] of [[0, "Finance"], [1, "People"]]) {
      const value = document.divisions[division].values.at(-1);
      assert.equal(value.cost, "some individuality");
      assert.match(value.origin, new RegExp(`^A talk with ${partner}, \\d+ \\w+ \\d{4}$`));
      assert.equal(typeof value.adopted, "string");
    }
    // It is told where it stands.
    await page.getByRole("link", { name: "Values", exact: true }).click();
    await page.getByText("A talk with Finance, ").waitFor();
    // And the list says that it was held.
    await talk.open();
    await talk.main.getByText("2 points, 2 settled").waitFor();
    await talk.main.getByText("held", { exact: true }).waitFor();
  }));

test("what is adopted is undone in one step, and does not come twice", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    await talk.add("Head-on: One shared culture and individuality");
    await talk.begin();
    await talk.came("adopted by both");
    await talk.side("pursued").fill("Trust");
    await page.getByText("Word it so that both can stand behind it.").waitFor();
    await talk.side("cost").fill("control");
    const put = page.getByRole("button", { name: "Put it into the values of both" });
    await put.click();
    await page.getByText("It stands in the values of both.").waitFor();
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await put.waitFor();
    await talk.toMinutes();
    // What was not put there by hand goes there at the end.
    await talk.minutes.getByText("Not in the values of People and Finance yet.").waitFor();
    await talk.end();
    await talk.minutes.getByText("Not in the values of People and Finance yet.").waitFor({ state: "detached" });
    await kept(page);
    const counts = async () => Object.values(await documents(page))[0].divisions.map(({ values }) => values.length);
    assert.deepEqual(await counts(), [3, 3]);
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "End the talk" }).waitFor();
    await kept(page);
    await eventually(counts, [2, 2]);
  }));

test("a talk by keyboard alone", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    // Each Add leaves the focus on the next proposal.
    await page.getByRole("button", { name: "Add “Head-on: One shared culture and individuality”" }).focus();
    await press("Enter");
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Add “No counterpart: Candour”");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Add “No counterpart: Plain numbers”");
    await page.getByRole("textbox", { name: "Point 2: what it is about" }).focus();
    await press("Alt+ArrowUp");
    await eventually(() => talk.agenda(), ["No counterpart: Candour", "Head-on: One shared culture and individuality"]);
    await eventually(() => said(page).textContent(), "Moved to place 1 of 2.");
    await press("End");
    await page.keyboard.type("!");
    await eventually(() => talk.agenda(), ["No counterpart: Candour!", "Head-on: One shared culture and individuality"]);
    await page.getByRole("button", { name: "Begin the talk" }).focus();
    await press("Enter");
    await page.getByText("Point 1 of 2").waitFor();
    await press("ArrowRight");
    await page.getByText("Point 2 of 2").waitFor();
    await press("PageUp");
    await page.getByText("Point 1 of 2").waitFor();
    // In a field, the arrows are the field's.
    await talk.notes.focus();
    await page.keyboard.type("ab");
    await press("ArrowLeft");
    await page.keyboard.type("x");
    assert.equal(await talk.notes.inputValue(), "axb");
    await page.getByText("Point 1 of 2").waitFor();
    await page.getByRole("radio", { name: "open" }).focus();
    await press("5");
    await page.getByRole("textbox", { name: "Until when" }).waitFor();
    await page.getByRole("button", { name: "Next point" }).focus();
    await press("Enter");
    await page.getByText("Point 2 of 2").waitFor();
    await page.getByRole("button", { name: "To the minutes" }).focus();
    await press("Enter");
    await talk.minutes.getByText("Parked").waitFor();
  }));

test("points are put in order by drag", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    for (const words of ["One", "Two", "Three"]) await talk.addOwn(words);
    const handles = talk.main.locator(".talk-points .handle");
    await handles.nth(2).scrollIntoViewIfNeeded();
    const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()];
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y - 4, { steps: 8 });
    await page.mouse.up();
    await eventually(() => talk.agenda(), ["Three", "One", "Two"]);
    await page.getByLabel("More about point 1").click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await eventually(() => talk.agenda(), ["One", "Two"]);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => talk.agenda(), ["Three", "One", "Two"]);
  }));

test("the clock of a point counts down, goes on below zero, and goes on from point to point", (t) =>
  withPage(t, { path: null }, async (page) => {
    await page.clock.install();
    await page.goto("");
    const talk = await preparing(page);
    for (const words of ["One", "Two"]) await talk.addOwn(words);
    await talk.begin();
    assert.equal(await talk.clock.textContent(), "5:00");
    await page.getByRole("button", { name: "Start the clock" }).click();
    await page.clock.runFor(5 * 60_000 + 4_000);
    await page.locator(".notice").getByText("The time for this point is over.").waitFor();
    // The installed clock goes on by itself too, so only what stands can be told to the second.
    assert.match(await talk.clock.textContent(), /^over by 0:/);
    await talk.next();
    await page.getByText("Point 2 of 2").waitFor();
    await page.clock.runFor(61_000);
    await page.getByRole("button", { name: "Pause" }).click();
    const stood = await talk.clock.textContent();
    assert.match(stood, /^3:/);
    await page.reload();
    await page.getByText("Point 2 of 2").waitFor();
    await eventually(() => talk.clock.textContent(), stood);
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByText("Point 1 of 2").waitFor();
    assert.match(await talk.clock.textContent(), /^over by 0:/);
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(() => talk.clock.textContent(), "5:00");
  }));

test("snapshots of a pair tell what moved, in words and on the list", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await importText(page, PAIR);
    const compare = new Compare(page);
    const talk = new Talk(page);
    await compare.open();
    await page.getByRole("button", { name: "Keep a snapshot" }).click();
    await page.getByText("Nothing moved.").waitFor();
    await page.getByRole("link", { name: "Values", exact: true }).click();
    await page.getByRole("button", { name: "Finance", exact: true }).click();
    await page.getByRole("textbox", { name: "Value 2: what we pursue" }).fill("Candour");
    await compare.open();
    await page.getByText("1 new.").waitFor();
    assert.deepEqual(await talk.moved(), ["New: same aim"]);
    await compare.points("same aim").getByText("new since ").waitFor();
    await page.getByRole("button", { name: "Keep a snapshot" }).click();
    await page.getByText("Nothing moved.").waitFor();
    // From the first to the second.
    await page.getByRole("combobox", { name: /^From/ }).selectOption({ index: 0 });
    await page.getByRole("combobox", { name: /^to/ }).selectOption({ index: 2 });
    await page.getByText("1 new.").waitFor();
    assert.equal(await compare.points("same aim").getByText("new since ").count(), 0, "on the list as things are now alone");
    await page.getByText("Snapshots that are kept").click();
    const removals = page.getByRole("button", { name: /^Remove the snapshot of/ });
    assert.equal(await removals.count(), 2);
    await removals.first().click();
    await eventually(() => removals.count(), 1);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => removals.count(), 2);
    // Seen from the other side, they are the same.
    await compare.choose("Finance", "People");
    await compare.title.getByText("Finance and People").waitFor();
    await eventually(() => removals.count(), 2);
  }));

test("a talk is removed and comes back, and its snapshots stay", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    await talk.addOwn("One");
    await talk.begin();
    await talk.toMinutes();
    await talk.end();
    await talk.open();
    await page.getByRole("button", { name: "Remove the talk of People and Finance" }).click();
    await talk.main.getByText("1 point").waitFor({ state: "detached" });
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await talk.main.getByRole("link", { name: "People and Finance" }).click();
    await talk.minutes.getByText("1. One").waitFor();
    await page.goto("#talk/00000000-0");
    await page.getByRole("heading", { name: "This talk is not here" }).waitFor();
  }));

test("a talk begins from the list too, and takes two divisions", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    const talk = new Talk(page);
    await talk.open();
    await page.getByText("A talk takes two divisions.").waitFor();
    await checkAccessibility(page);
    await page.getByRole("link", { name: "Values", exact: true }).click();
    await importText(page, PAIR);
    await talk.open();
    const second = page.getByRole("combobox", { name: /^Second division/ });
    const chosen = (list) => list.evaluate((list) => list.selectedOptions[0].textContent);
    await page.getByRole("combobox", { name: /^First division/ }).selectOption("Finance");
    await eventually(() => chosen(second), "People");
    await page.getByRole("button", { name: "Prepare a talk" }).click();
    await page.getByRole("heading", { level: 1, name: "Finance and People" }).waitFor();
    // The same two again lead to the same talk.
    await talk.open();
    await page.getByRole("button", { name: "Prepare a talk" }).click();
    await page.getByRole("heading", { level: 1, name: "Finance and People" }).waitFor();
  }));

test("the minutes alone are printed, on A4 and on Letter", (t) =>
  withPage(t, {}, async (page) => {
    const talk = await preparing(page);
    await talk.add("Head-on: One shared culture and individuality");
    await talk.begin();
    await talk.toMinutes();
    await page.emulateMedia({ media: "print" });
    for (const gone of [page.getByRole("banner"), talk.part("Prepare"), page.getByRole("button", { name: "Print" })]) {
      assert.equal(await gone.isVisible(), false);
    }
    assert.equal(await talk.minutes.isVisible(), true);
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format, printBackground: true });
      assert.ok(pdf.length > 2000);
    }
    assert.equal(await isTooWide(page), false);
  }));

for (const [width, colorScheme] of [
  [1280, "light"],
  [375, "dark"],
  [320, "light"],
]) {
  test(`every part of a talk is accessible and fits at ${width}`, (t) =>
    withPage(t, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      await started(page);
      await openExample(page);
      const talk = new Talk(page);
      await talk.open();
      const check = async () => {
        await page.waitForTimeout(400);
        await checkAccessibility(page);
        assert.equal(await isTooWide(page), false);
      };
      await check();
      await page.getByRole("button", { name: "Prepare a talk" }).click();
      await page.getByRole("button", { name: /^Add “Head-on/ }).first().click();
      await talk.add("A yes that strained: Skip this year’s feedback round in Sales");
      assert.ok((await talk.proposed()).includes("May clash: Continuous improvement"), "about the same two sentences");
      await talk.addOwn("A point of our own");
      await check();
      await talk.begin();
      for (const outcome of ["adopted by both", "an exception", "we differ", "parked"]) {
        await talk.came(outcome);
        await check();
      }
      await talk.came("adopted by both");
      await talk.side("pursued").fill("Trust");
      await talk.side("cost").fill("control");
      await check();
      await talk.next();
      await talk.next();
      await talk.toMinutes();
      await check();
      await talk.end();
      await check();
      await talk.open();
      await check();
      await new Compare(page).open();
      await page.getByRole("heading", { name: "What moved" }).waitFor();
      await check();
    }));
}
