// The essay's own cases, walked through the interface; their numbers are worked by hand in core/tests/essay.rs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, eventually, focused, isTooWide, said, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Customers } from "./support/customers.mjs";
import { Readings, Routine, Way, lookAs, openEssay } from "./support/way.mjs";

const withEssay = (t, options, body) =>
  withPage(t, { path: null, ...options }, async (page, context) => {
    await openEssay(page);
    await body(page, context);
  });

test("HR: many that fit are declined while quick orders pile up, and each count leads to what it rests on", (t) =>
  withEssay(t, {}, async (page) => {
    const readings = new Readings(page);
    await readings.open();
    const { behind, mastery, ground } = readings;
    await behind
      .getByText("You declined 7; 5 of them fit the values you named (2 without a reason); 1 of them was never weighed.")
      .waitFor();
    assert.deepEqual(await readings.counts(behind), [
      "1 of 3 Yes against our values",
      "1 of 3 Yes to what was mixed",
      "– Yes, on terms, to what strains or is mixed: nothing to count yet",
      "1 of 1 Our own actions that strain",
      "3 of 7 No to what fits, with a reason",
      "2 of 7 No to what fits, without a reason",
      "1 of 7 Declined unheard",
    ]);
    assert.deepEqual(await readings.behindCount(behind, "No to what fits, without a reason"), [
      "One intranet instead of three",
      "Share the exit interviews with team leads",
    ]);
    // Ten and four of fourteen; a share only from ten on.
    assert.deepEqual(await readings.counts(mastery), [
      "10 of 14 Quick orders (71 %)",
      "4 of 14 In partnership (29 %)",
      "2 Not placed yet, and in neither count",
      "41.3 hours a month of routine that is still by hand",
      "10 hours a month set aside for partnership",
    ]);
    assert.deepEqual(await readings.behindCount(mastery, "Not placed yet"), [
      "Share the exit interviews with team leads",
      "Let each office write its own handbook",
    ]);
    await readings.suggestion(mastery).getByText("Simplify “Copies of payslips” first: it would free 8 hours a month").waitFor();
    assert.deepEqual(
      (await ground.getByRole("listitem").allTextContents()).map((words) => words.trim()),
      [
        "Marketing: 1 head-on, 2 without counterpart.",
        "Finance: 1 shared, 2 without counterpart. Moved since 1 June 2026: 1 new.",
      ],
    );
    await readings.suggestion(ground).getByText("Talk with Marketing where your values are head-on.").waitFor();
    await page.getByText("measure nobody's needs").waitFor();
    await checkAccessibility(page);

    await readings.suggestion(ground).getByRole("link", { name: "Compare the two" }).click();
    await page.getByText("1 head-on", { exact: false }).first().waitFor();
    await readings.open();
    const suggestion = readings.suggestion(behind);
    await suggestion.getByText("Read your reason for the no to “Help us hire our new lead”.").waitFor();
    await suggestion.getByRole("link", { name: "Open the request" }).click();
    await eventually(() => page.getByLabel("What is asked", { exact: true }).inputValue(), "Help us hire our new lead");
  }));

test("marketing: customer X wants a drive-thru, and customer Y a partner", (t) =>
  withEssay(t, {}, async (page) => {
    const readings = new Readings(page);
    await readings.open();
    await lookAs(page, "Marketing");
    await eventually(() => readings.counts(readings.mastery), [
      "3 of 4 Quick orders",
      "1 of 4 In partnership",
      "0 hours a month of routine that is still by hand",
      "10 hours a month set aside for partnership",
    ]);
    assert.deepEqual(await readings.behindCount(readings.mastery, "In partnership"), ["How should our launch look?"]);
    assert.equal(await readings.behind.locator(".fortress").count(), 0, "it declined nothing");
    await readings.idle.getByText("Surprise").waitFor();
    await checkAccessibility(page);
    await readings.suggestion(readings.mastery).getByRole("link", { name: "Open the menu" }).click();
    const customers = new Customers(page);
    await customers.menu.getByText("Banners").waitFor();
    await customers.open();
    assert.deepEqual(await customers.cards("quick order"), ["Customer X", "Customer Y / they only need a file"]);
    assert.deepEqual(await customers.cards("partnership"), ["Customer Y"]);
  }));

test("finance: budgets go to division heads, and collecting them can be simplified", (t) =>
  withEssay(t, {}, async (page) => {
    const [readings, routine, way, customers] = [new Readings(page), new Routine(page), new Way(page), new Customers(page)];
    await readings.open();
    await lookAs(page, "Finance");
    await eventually(() => readings.counts(readings.mastery), [
      "1 of 2 Quick orders",
      "1 of 2 In partnership",
      "20 hours a month of routine that is still by hand",
      "12 hours a month set aside for partnership",
    ]);
    const suggestion = readings.suggestion(readings.mastery);
    await suggestion.getByText("“Collecting the budgets of division heads” first: it would free 13.3 hours a month").waitFor();
    await suggestion.getByRole("link", { name: "Go to routine" }).click();
    await eventually(() => routine.lines(routine.goesTo), ["Division heads: 13.3 hours a month would be freed, 12 hours a month set aside"]);
    await way.open();
    assert.deepEqual(await way.state("Know your customers"), [
      "begun",
      "Next: Look at Division heads again: that was due on 1 November 2026. Go to customers",
    ]);
    await way.step("Know your customers").getByRole("link", { name: "Go to customers" }).click();
    await customers.produced.waitFor();
    assert.deepEqual(await customers.consumers("Budgets"), ["Division heads"]);
  }));

test("routine adds up, and what is simplified frees time for partnership", (t) =>
  withEssay(t, {}, async (page) => {
    const routine = new Routine(page);
    await routine.open();
    assert.deepEqual(await routine.stages(), [
      "by hand | 3 | 41.3 hours",
      "simplified | 1 | 1.3 hours, 2.7 hours freed",
      "self-serve | 0 | 0 hours",
      "automated | 0 | 0 hours",
      "In all | 4 | 42.7 hours",
    ]);
    assert.deepEqual(await routine.lines(routine.first), [
      "Copies of payslips: frees 8 hours a month for 6 hours of work; pays back within a month",
      "Answering questions about leave: frees 26 hours a month for 40 hours of work; pays back within 2 months; in the way: The rules are in three places.",
      "The engagement survey: minutes that are left afterwards, hours of work to get there",
    ]);
    assert.deepEqual(await routine.lines(routine.goesTo), [
      "Team leads: 2.7 hours a month freed, 26 hours a month would be freed, 6 hours a month set aside",
      "Marketing: 4 hours a month set aside",
      "Nobody yet: 8 hours a month would be freed",
    ]);
    await checkAccessibility(page);

    // 600 - 240 = 360 minutes a year are half an hour a month; 12 hours of work come back in 24 months.
    await routine.first.getByRole("button", { name: "The engagement survey" }).click();
    assert.match(await page.evaluate(() => document.activeElement.id), /^task-after-/);
    await page.keyboard.type("240");
    await routine.task("The engagement survey").getByLabel("Hours of work to get there").fill("12");
    await eventually(
      async () => (await routine.lines(routine.first)).at(-1),
      "The engagement survey: frees 30 minutes a month for 12 hours of work; pays back within 24 months",
    );
    const payslips = routine.task("Copies of payslips");
    await payslips.getByLabel("It is now").selectOption("self-serve");
    await payslips.getByLabel("Time for partnership with").selectOption("Marketing");
    assert.equal(await routine.takes("Copies of payslips").textContent(), "0 hours a month");
    // 41.33 - 8 by hand, 2.67 + 8 freed.
    await eventually(() => routine.stages(), [
      "by hand | 2 | 33.3 hours",
      "simplified | 1 | 1.3 hours, 2.7 hours freed",
      "self-serve | 1 | 0 hours, 8 hours freed",
      "automated | 0 | 0 hours",
      "In all | 4 | 34.7 hours",
    ]);
    await routine.sums.getByText("10.7 hours a month are freed so far, and 10 hours are set aside for partnership").waitFor();
    assert.deepEqual((await routine.lines(routine.goesTo))[1], "Marketing: 8 hours a month freed, 4 hours a month set aside");
    await checkAccessibility(page);

    // Without an estimate it counts in full.
    await payslips.getByLabel("Minutes left each time").fill("");
    await eventually(
      () => routine.takes("Copies of payslips").textContent(),
      "8 hours a month, in full until you estimate what is left",
    );
    await routine.sums.getByText("1 task counts in full until somebody estimates what is left of it.").waitFor();
    await payslips.getByLabel("It is now").focus();
    await payslips.getByLabel("Minutes left each time").fill("a few");
    await payslips.getByLabel("It is now").focus();
    await page.locator(".notice").getByText(/^Only a whole number up to \d+ can stand here/).waitFor();
    assert.equal(await payslips.getByLabel("Minutes left each time").inputValue(), "");
    // What begins as a number is none.
    await payslips.getByLabel("Minutes left each time").pressSequentially("1 h");
    await payslips.getByLabel("It is now").focus();
    await eventually(() => payslips.getByLabel("Minutes left each time").inputValue(), "");
    await eventually(
      () => routine.takes("Copies of payslips").textContent(),
      "8 hours a month, in full until you estimate what is left",
    );
  }));

test("tasks are added, counted, reordered and removed by keyboard, and that is undone", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    const routine = new Routine(page);
    await routine.open();
    await checkAccessibility(page);
    await routine.another.focus();
    for (const [name, minutes, times] of [["Slips", "20", "6"], ["Letters", "30", "4"]]) {
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await page.keyboard.type(minutes);
      await page.keyboard.press("Tab");
      await page.keyboard.type(times);
      await eventually(() => routine.takes(name).textContent(), "2 hours a month");
      await routine.another.focus();
    }
    await routine.task("Letters").getByRole("combobox", { name: "In", exact: true }).selectOption("a week");
    // 30 x 4 x 52 / 12 = 520 minutes.
    await eventually(() => routine.takes("Letters").textContent(), "8.7 hours a month");
    await page.getByRole("textbox", { name: "Task 2" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => routine.names(), ["Letters", "Slips"]);
    await eventually(() => said(page).textContent(), "Moved to place 1 of 2.");
    await eventually(() => focused(page), "Task 1");
    await routine.choose("Letters", "Move down");
    await eventually(() => routine.names(), ["Slips", "Letters"]);
    await routine.choose("Slips", "Remove");
    await eventually(() => routine.names(), ["Letters"]);
    await eventually(() => focused(page), "Task 1");
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => routine.names(), ["Slips", "Letters"]);
    await page.getByText("Name a customer").first().waitFor();
  }));

test("the way shows what is in place and what is next, and leads there", (t) =>
  withEssay(t, {}, async (page) => {
    const way = new Way(page);
    await way.open();
    assert.deepEqual(await way.state("Know your customers"), [
      "begun",
      "Next: Describe Marketing: what they need and what they fear, in their words. Go to customers",
    ]);
    assert.deepEqual(await way.state("Know what they need"), [
      "begun",
      "Next: Say of “Share the exit interviews with team leads” whether it is a quick order or a partnership. Open the request",
    ]);
    assert.equal((await way.state("Simplify routine work"))[0], "in place");
    assert.equal((await way.state("Obsess over shared values"))[0], "in place");
    assert.deepEqual(await way.step("Obsess over shared values").locator(".way-done li").allTextContents(), [
      "2 values, 2 adopted",
      "10 of 18 requests weighed",
      "1 talk",
    ]);
    await way.plan("You have an hour").getByText("An hour in all, of which 10 minutes are left for you.").waitFor();
    await way.plan("You have an afternoon").getByText("3 hours and 30 minutes in all, of which an hour and 50 minutes").waitFor();
    await checkAccessibility(page);
    await way.step("Know what they need").getByRole("link", { name: "Open the request" }).click();
    await eventually(
      () => page.getByLabel("What is asked", { exact: true }).inputValue(),
      "Share the exit interviews with team leads",
    );
    await chooseFromMainMenu(page, "The way out");
    await page.getByRole("heading", { level: 1, name: "The way out" }).waitFor();
    await way.main.getByRole("link", { name: "readings" }).click();
    await page.getByRole("heading", { name: "Readings", exact: true }).waitFor();
  }));

test("a newcomer is told how to begin, and can see an example", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    const way = new Way(page);
    await way.open();
    for (const title of ["Know your customers", "Know what they need", "Simplify routine work", "Obsess over shared values"]) {
      assert.equal((await way.state(title))[0], "not begun", title);
      assert.equal(await way.step(title).getByRole("link").count(), 1, "one place where it is done");
    }
    await way.plan("You have an hour").getByText("An hour in all.", { exact: true }).waitFor();
    await checkAccessibility(page);
    await way.main.getByRole("button", { name: "See an example" }).click();
    await page.getByRole("button", { name: "People team" }).waitFor();
    await way.step("Simplify routine work").getByText("4 tasks,").waitFor();
    // By keyboard: from the first step's link on.
    const first = way.step("Know your customers").getByRole("link");
    await first.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Go to routine");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Routine", exact: true }).waitFor();
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`on a narrow screen nothing is cut off, ${colorScheme}`, (t) =>
    withEssay(t, { viewport: { width: 320, height: 700 }, colorScheme }, async (page) => {
      for (const [screen, heading] of [["way", "The way out"], ["routine", "Routine"], ["readings", "Readings"]]) {
        await page.goto(`#${screen}`);
        await page.getByRole("heading", { level: 1, name: heading }).waitFor();
        assert.equal(await isTooWide(page), false, screen);
        await checkAccessibility(page);
      }
    }));
}
