// A meeting on the facilitator's screen: its steps and clock, choosing, a show of hands, the minutes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, documents, eventually, isTooWide, kept, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Requests, openExample, writeValues } from "./support/requests.mjs";

const VALUES = [
  ["Speed", "polish"],
  ["Polish", "speed"],
  ["Candour", "comfort"],
];

async function begin(page) {
  await started(page);
  await chooseFromMainMenu(page, "Run a meeting");
  await page.getByRole("button", { name: "Begin the meeting" }).click();
  await page.getByRole("heading", { level: 1, name: "Draft" }).waitFor();
}

const next = (page, step) => page.getByRole("button", { name: `Next: ${step}` }).click();

test("a meeting goes through its steps and stays where it is when the page is loaded again", (t) =>
  withPage(t, {}, async (page) => {
    await begin(page);
    await page.getByRole("img", { name: "QR code of the link" }).waitFor();
    await page.getByText("Nobody’s reply has been taken in yet.").waitFor();
    for (const step of ["Choose", "Weigh"]) {
      await next(page, step);
      await page.getByRole("heading", { level: 1, name: step }).waitFor();
    }
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Weigh" }).waitFor();
    await page.getByRole("link", { name: "Values", exact: true }).click();
    const bar = page.getByRole("complementary", { name: "Meeting" });
    await bar.getByText("step 3 of 5: Weigh").waitFor();
    await bar.getByRole("link", { name: "Back to the meeting" }).click();
    await next(page, "Compare");
    await next(page, "Agree");
    await page.getByRole("button", { name: "End the meeting" }).click();
    await page.getByLabel("Name of the division").waitFor();
    assert.equal(await bar.count(), 0);
  }));

test("the clock counts down, stands still, and goes on below zero", (t) =>
  withPage(t, { path: null }, async (page) => {
    await page.clock.install();
    await page.goto("");
    await begin(page);
    const clock = page.getByRole("timer");
    assert.equal(await clock.textContent(), "10:00");
    await page.getByRole("button", { name: "Start the clock" }).click();
    await page.clock.runFor(61_000);
    await eventually(() => clock.textContent(), "8:59");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(60_000);
    assert.equal(await clock.textContent(), "8:59");
    await page.getByRole("button", { name: "Start the clock" }).click();
    await page.clock.runFor(9 * 60_000 + 4_000);
    await eventually(() => clock.textContent(), "over by 0:05");
    await page.getByRole("button", { name: "+5 min" }).click();
    await eventually(() => clock.textContent(), "4:55");
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(() => clock.textContent(), "10:00");
  }));

test("proposals are kept, worded anew and dropped, opposites first", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await writeValues(page, [VALUES[2], VALUES[0], VALUES[1]]);
    await begin(page);
    await next(page, "Choose");
    const groups = page.getByRole("main").locator("section.group");
    await groups.first().getByText("opposite directions").waitFor();
    assert.equal(await groups.first().getByRole("listitem").count(), 2);
    await page.getByText("3 proposed, 0 kept.").waitFor();
    const candour = groups.last().getByRole("listitem");
    await candour.getByLabel("What is given up").fill("harmony");
    await candour.getByRole("button", { name: "Keep", exact: true }).click();
    await groups.first().getByRole("listitem").first().getByRole("button", { name: "Drop" }).click();
    await page.getByText("2 proposed, 1 kept.").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("3 proposed, 1 kept.").waitFor();
    await page.getByRole("button", { name: "Drop what is not kept" }).click();
    await page.getByText("1 proposed, 1 kept.").waitFor();
    await kept(page);
    const [document] = Object.values(await documents(page));
    assert.deepEqual(
      document.divisions[0].values.map(({ pursued, cost, adopted }) => [pursued, cost, typeof adopted]),
      [["Candour", "harmony", "string"]],
    );
  }));

test("a room that keeps both directions is told so", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await writeValues(page, VALUES);
    await begin(page);
    await next(page, "Choose");
    const opposite = page.getByRole("main").locator("section.group").first();
    for (const number of [0, 1]) {
      assert.equal(await page.getByText("Both directions are kept.").count(), 0);
      await opposite.getByRole("listitem").nth(number).getByRole("button", { name: "Keep", exact: true }).click();
    }
    await opposite.getByText("Both directions are kept.").waitFor();
    await page.getByText("What is neither kept nor dropped goes along").waitFor();
    await opposite.getByRole("button", { name: "Kept" }).last().click();
    await opposite.getByText("Both directions are kept.").waitFor({ state: "detached" });
  }));

test("a request is added where it is to be weighed", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await writeValues(page, [VALUES[0]]);
    await begin(page);
    await page.getByRole("button", { name: "3. Weigh" }).click();
    const title = page.getByLabel("One more request, in one line");
    await title.fill("Ship it on Friday");
    await title.press("Enter");
    await page.getByRole("heading", { name: "Ship it on Friday" }).waitFor();
    await page.getByRole("img", { name: "QR code of the link" }).waitFor();
    await page.getByText("Which requests: 1 of 1").click();
    await title.fill("Publish the salaries");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByText("Which requests: 2 of 2").waitFor();
    assert.equal(await title.inputValue(), "");
  }));

test("a meeting begins when it is begun, and two tabs are in the same step", (t) =>
  withPage(t, {}, async (page, context) => {
    await started(page);
    await writeValues(page, [VALUES[0]]);
    await kept(page);
    await chooseFromMainMenu(page, "Run a meeting");
    await page.getByRole("heading", { name: "Run a meeting" }).waitFor();
    await page.goBack();
    await page.getByLabel("Name of the division").waitFor();
    const bar = (page) => page.getByRole("complementary", { name: "Meeting" });
    assert.equal(await bar(page).count(), 0, "looking begins nothing");
    await begin(page);
    const other = await context.newPage();
    await other.goto("#values");
    await bar(other).getByText("step 1 of 5").waitFor();
    await next(page, "Choose");
    await bar(other).getByText("step 2 of 5").waitFor();
    await bar(other).getByRole("button", { name: "Start the clock" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "5. Agree" }).click();
    await page.getByRole("button", { name: "End the meeting" }).click();
    await bar(other).waitFor({ state: "detached" });
    await page.goBack();
    await page.getByRole("button", { name: "Begin the meeting" }).waitFor();
  }));

test("a show of hands is counted, hidden until it is revealed, and corrected", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await writeValues(page, [VALUES[0]]);
    const requests = new Requests(page);
    await requests.goTo("List");
    await requests.add("Ship it on Friday");
    await requests.weighing.waitFor();
    await begin(page);
    await page.getByRole("button", { name: "3. Weigh" }).click();
    await page.getByRole("button", { name: "Show of hands" }).click();
    await page.getByRole("button", { name: "Count them" }).click();
    await page.getByRole("alert").getByText("How many people are there?").waitFor();
    await page.getByLabel("People in the room").fill("5");
    await page.getByLabel("serves Speed").fill("4");
    await page.getByLabel("harms Speed").fill("2");
    await page.getByRole("button", { name: "Count them" }).click();
    await page.getByRole("alert").getByText("6 hands of 5 people").waitFor();
    await page.getByLabel("harms Speed").fill("1");
    await page.getByRole("button", { name: "Count them" }).click();
    await page.getByText("5 have weighed it. Hidden until you reveal it.").waitFor();
    await page.getByRole("button", { name: "Reveal" }).click();
    await page.getByRole("region", { name: "The result" }).getByText("4 served").first().waitFor();
    assert.equal(await page.getByRole("button", { name: /^Hand 1/ }).count(), 0, "hands are nobody who weighs by themselves");
    await page.getByRole("link", { name: "Back to the meeting" }).click();
    await next(page, "Compare");
    await next(page, "Agree");
    await page.getByLabel("The minutes").getByText("Ship it on Friday").waitFor();
  }));

for (const [width, colorScheme] of [
  [1280, "light"],
  [375, "dark"],
  [320, "light"],
]) {
  test(`every step is accessible and fits at ${width}`, (t) =>
    withPage(t, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      await started(page);
      await openExample(page);
      await begin(page);
      for (const step of ["Choose", "Weigh", "Compare", "Agree", null]) {
        if (step === "Compare") await page.getByRole("button", { name: "Show of hands" }).first().click();
        await page.waitForTimeout(400);
        await checkAccessibility(page);
        assert.equal(await isTooWide(page), false);
        if (step) await next(page, step);
      }
    }));
}

test("where there is no room, sharing and a meeting go on until the page is left", (t) =>
  withPage(t, { path: null }, async (page) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    });
    await page.goto("");
    await started(page);
    await writeValues(page, [VALUES[0]]);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("dialog").getByText("To write values", { exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Copy the link" }).waitFor();
    await page.keyboard.press("Escape");
    await begin(page);
    await next(page, "Choose");
    await page.getByText("1 proposed, 0 kept.").waitFor();
  }));

test("a part of what somebody sent cannot be shared for replies before it is kept", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await writeValues(page, [VALUES[0]]);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    const link = await dialog.getByRole("textbox", { name: "The link" }).inputValue();
    await page.keyboard.press("Escape");
    await page.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("#")));
    await page.getByRole("complementary", { name: "From a link" }).waitFor();
    const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await dialog.getByText("To write values", { exact: true }).click();
    await dialog.getByText("keep it first").waitFor();
    await page.keyboard.press("Escape");
    await chooseFromMainMenu(page, "Run a meeting");
    await page.getByText("keep it before you run a meeting").waitFor();
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), before);
  }));
