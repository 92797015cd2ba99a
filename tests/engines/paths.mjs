// The main paths, as a person goes through them, in any engine. What each of them shows in depth is tested in Chromium;
// here, that the engine has what it takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, documents, download, eventually, focused, isTooWide, kept, openWorkspace, said, started } from "../support/app.mjs";
import { Compare, importFile, importText, openExample, table } from "../support/compare.mjs";
import { keptDocument, Links } from "../support/links.mjs";
import { Requests, writeValues } from "../support/requests.mjs";
import { Values } from "../support/values.mjs";
import { slowly, withPage } from "./browser.mjs";

const PAIR = table([
  ["People", "One shared culture", "individuality"],
  ["People", "Fairness", "pace"],
  ["Sales", "Individuality", "one shared culture"],
]);

const SPEED = ["Speed", "polish"];
const CANDOUR = ["Candour", "comfort"];

/** The tests of an engine: those that show that it runs at all, and with FULL=1 all. */
export function paths(engine) {
  const open = (t, options, body) => withPage(t, engine, options, body);
  /** Somebody with a browser of their own. */
  const somebody = async (t, path, body) => {
    let answer;
    await open(t, { path }, async (page) => {
      await started(page);
      answer = await body(new Links(page), page);
    });
    return answer;
  };
  const full = process.env.FULL ? test : () => {};

  test("what is typed before the program arrives and after it is kept", (t) =>
    slowly((path, release) =>
      open(t, { path }, async (page) => {
        await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
        await page.keyboard.type("Speed");
        await page.keyboard.press("Enter");
        await page.keyboard.type("polih");
        await page.keyboard.press("ArrowLeft");
        release();
        const values = await Values.of(page);
        await page.keyboard.type("s");
        await page.keyboard.press("Enter");
        await page.keyboard.type("Candour");
        await page.keyboard.press("Enter");
        await page.keyboard.type("comfort");
        await kept(page);
        await page.reload();
        await started(page);
        assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
      }),
    ));

  test("two divisions that are pasted are compared, and a request is weighed", (t) =>
    open(t, {}, async (page) => {
      await importText(page, PAIR);
      const compare = new Compare(page);
      await compare.open();
      await eventually(() => compare.counts(), "1 head-on, 1 without counterpart");
      await compare.points("head-on").waitFor();
      assert.deepEqual(await compare.lines(), ["reversed"]);

      const requests = new Requests(page);
      await requests.add("Ship it on Monday", "Sales");
      await requests.addPerson("AB");
      await requests.weigh(["Fairness", "pace"], "serves", "spends");
      assert.equal(await requests.standing("Fairness").textContent(), "agreed trade");
      await requests.done.click();
      await requests.show();
      await requests.result.getByText("fits the values you named").waitFor();
    }));

  full("values are moved by keyboard, advised on, noted, removed and brought back", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      await values.type(1, "Quality", "mistakes");
      await values.advice(1).getByText("Nobody wants mistakes").waitFor();
      await values.blank(1, "cost").fill("speed");
      await values.turned(1).waitFor();
      await values.turned(1).getByRole("button", { name: "Yes, it is a real choice" }).click();
      await values.turned(1).waitFor({ state: "detached" });
      await values.type(2, "Candour", "comfort");
      await values.blank(2, "cost").click();
      await page.keyboard.press("Alt+ArrowUp");
      assert.deepEqual(await values.sentences(), ["Candour / comfort", "Quality / speed"]);
      await page.waitForFunction(() => document.activeElement.ariaLabel === "Value 1: what we give up");
      await page.keyboard.press("End");
      await page.keyboard.type("!");
      assert.deepEqual(await values.sentences(), ["Candour / comfort!", "Quality / speed"]);
      await page.keyboard.press("Control+z");
      assert.deepEqual(await values.sentences(), ["Candour / comfort", "Quality / speed"]);

      await values.choose(1, "What it looked like once");
      await eventually(() => focused(page), "What this looked like once");
      await page.keyboard.type("We told a customer no.");
      await values.choose(2, "Remove");
      assert.deepEqual(await values.sentences(), ["Candour / comfort"]);
      await values.notice.getByRole("button", { name: "Undo" }).click();
      assert.deepEqual(await values.sentences(), ["Candour / comfort", "Quality / speed"]);
      await kept(page);
      await page.reload();
      await started(page);
      assert.deepEqual(await values.sentences(), ["Candour / comfort", "Quality / speed"]);
      assert.equal(await page.getByRole("textbox", { name: "What this looked like once" }).inputValue(), "We told a customer no.");
    }));

  full("values are dragged by their number", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      await values.fill("A / a", "B / b", "C / c");
      await page.waitForTimeout(900);
      await page.drag(values.row(1).locator(".number"), values.row(3));
      await eventually(() => values.sentences(), ["B / b", "C / c", "A / a"]);
      assert.match(await said(page).textContent(), /Moved to place 3 of 3/);
    }));

  full("a table is pasted or opened from a file, seen before it is added, and exported", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      await page.getByRole("button", { name: "Paste or import" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill("division;pursued;cost\nBüro;Größe;Anmut\nBüro;;\n");
      await dialog.getByText("Größe").first().waitFor();
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.deepEqual(await values.sentences(), ["Größe / Anmut"]);
      await importFile(page, table([["Sales", "Reach", "depth"]]));
      await page.getByRole("button", { name: "Sales" }).click();
      await eventually(() => values.sentences(), ["Reach / depth"]);
      const csv = await download(page, () => chooseFromMainMenu(page, "Export the values as CSV"));
      assert.match(csv.name, /\.csv$/);
      assert.equal(csv.text, "\ufeffdivision,pursued,cost,example\nBüro,Größe,Anmut,\nSales,Reach,depth,\n");
      const file = await download(page, () => page.getByRole("button", { name: "Save a file" }).click());
      assert.match(file.name, /\.evencost\.json$/);
      assert.equal(JSON.parse(file.text).divisions.length, 2);
      await page.getByText("Last file saved").waitFor();
    }));

  full("several lines that are pasted into a blank open the import", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      const dialog = page.getByRole("dialog");
      // Cut out of the page's own field: what is copied elsewhere would need a permission.
      await page.getByRole("button", { name: "Paste or import" }).click();
      await dialog.getByRole("textbox").fill("Speed even over polish\nCandour over harmony\n");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+x");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      await values.blank(1, "pursued").click();
      await page.keyboard.press("Control+v");
      await dialog.waitFor();
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / harmony"]);
    }));

  full("two people weigh a request blind, reveal and decide, and the table shows it", (t) =>
    open(t, {}, async (page) => {
      await started(page);
      const requests = new Requests(page);
      await writeValues(page, [SPEED, CANDOUR]);
      await requests.add("Ship it on Monday", "Sales");
      await requests.addPerson("Ada");
      await requests.weigh(SPEED, "serves", "spends");
      await requests.done.click();
      await requests.nextPerson();
      await requests.addPerson("Ben");
      await requests.result.getByText("1 of 2 have weighed it").waitFor();
      await eventually(() => page.getByText("agreed trade").count(), 0);
      await requests.weigh(SPEED, "harms", "neither");
      await requests.done.click();
      await requests.show();
      await requests.result.getByText("Split on 1.").waitFor();
      await requests.decide("yes");
      await requests.decision.getByLabel("Our reason").fill("Sales asked twice");
      await requests.goTo("List");
      await requests.row("Ship it on Monday").getByText("we said yes").waitFor();
      await requests.goTo("Table");
      await requests.table.getByRole("cell", { name: "split" }).first().waitFor();
      assert.deepEqual(await requests.tableTitles(), ["Ship it on Monday"]);
      await requests.goTo("Readings");
      await page.getByRole("heading", { name: "Acting on what we stand for" }).waitFor();
    }));

  full("the example: its table is sorted, its divisions lie side by side", (t) =>
    open(t, {}, async (page) => {
      await started(page);
      await openExample(page);
      const requests = new Requests(page);
      await requests.goTo("Table");
      await requests.column("Request").getByRole("button").click();
      const titles = await requests.tableTitles();
      assert.equal(titles.length, 10);
      assert.deepEqual(titles, [...titles].sort((a, b) => a.localeCompare(b, "en")));
      const compare = new Compare(page);
      await compare.open();
      await eventually(() => compare.counts(), "1 head-on, 1 may clash, 1 shared, 2 without counterpart, 1 suggested");
      assert.deepEqual(await compare.lines(), ["exposed", "reversed", "shared", "suggested"]);
      const line = (words) =>
        compare.points("head-on").locator(`.sentence .${words}`).first().evaluate((words) => {
          const { textDecorationLine, textDecorationStyle } = getComputedStyle(words);
          return `${textDecorationLine} ${textDecorationStyle}`;
        });
      assert.deepEqual([await line("pursued"), await line("cost")], ["underline solid", "underline dotted"], "not by colour alone");
      const report = await compare.saved("Save as JSON");
      assert.equal(JSON.parse(report.text).format, "evencost-report");
    }));

  full("all divisions are compared in a matrix, and a pair of it is opened", (t) =>
    open(t, {}, async (page) => {
      await importText(page, `${PAIR}\nLegal\tFairness\tpace\nLegal\tCertainty\tease`);
      const compare = new Compare(page);
      await compare.open();
      await compare.main.getByRole("heading", { name: "All divisions" }).waitFor();
      await compare.matrix.getByRole("link", { name: "People and Sales: apart (1 head-on, 1 without counterpart)", exact: true }).click();
      await compare.points("head-on").waitFor();
      await compare.choose("Legal", "Sales");
      await eventually(() => compare.counts(), "3 without counterpart");
      await compare.choose("Legal", "People");
      await eventually(() => compare.counts(), "1 shared, 2 without counterpart");
      await page.goBack();
      await eventually(() => compare.counts(), "3 without counterpart");
    }));

  full("a link is made, looked at elsewhere and kept there", async (t) => {
    let link;
    await open(t, {}, async (page) => {
      const values = await Values.of(page);
      await values.name.fill("People");
      await values.fill("Speed / polish", "Candour / comfort");
      await kept(page);
      const links = new Links(page);
      await links.openShare();
      await links.sharing.getByRole("button", { name: "Copy the link" }).click();
      await links.sharing.getByText("Copied.", { exact: true }).waitFor();
      link = await links.leave(links.sharing);
    });
    await somebody(t, link, async (links, page) => {
      const values = await Values.of(page);
      await page.getByText("From a link, not saved.", { exact: true }).waitFor();
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
      assert.deepEqual(await documents(page), {});
      await links.guest.getByRole("button", { name: "Keep", exact: true }).click();
      await links.guest.waitFor({ state: "detached" });
      await kept(page);
      await page.reload();
      await started(page);
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
    });
  });

  full("values are asked for by a link, written elsewhere and taken in", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      await values.fill("Speed / polish", "Candour / comfort");
      await kept(page);
      const links = new Links(page);
      const link = await links.share("draft");
      const reply = await somebody(t, link, async (links, page) => {
        await links.begin("Ann");
        const values = await Values.of(page);
        await values.blank(1, "cost").fill("beauty");
        await values.type(3, "Calm", "speed");
        await links.task.getByRole("button", { name: "Copy my reply…" }).click();
        await links.replying.getByRole("button", { name: "Copy my reply" }).click();
        await links.replying.getByText("Copied.", { exact: true }).waitFor();
        return links.leave(links.replying);
      });
      await links.paste(`Ann says ${reply}`);
      assert.deepEqual(await links.lines(), ["Ann | 1 value written, 1 change to what was sent | new"]);
      await links.takeIn();
      assert.deepEqual(await values.sentences(), ["Speed / beauty", "Candour / comfort", "Calm / speed"]);
      await keptDocument(page, ({ replies }) => replies?.length === 1);
      await values.notice.getByRole("button", { name: "Undo" }).click();
      await eventually(() => values.sentences(), ["Speed / polish", "Candour / comfort"]);
    }));

  full("a meeting goes from step to step, with its clock", (t) =>
    open(t, {}, async (page) => {
      await started(page);
      await writeValues(page, [SPEED, CANDOUR]);
      const requests = new Requests(page);
      await requests.add("Ship it on Friday");
      const step = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
      const next = (name) => page.getByRole("button", { name: `Next: ${name}` }).click();
      await chooseFromMainMenu(page, "Run a meeting");
      await page.getByRole("button", { name: "Begin the meeting" }).click();
      await step("Draft");
      await page.getByRole("img", { name: "QR code of the link" }).waitFor();
      await page.getByRole("button", { name: "Start the clock" }).click();
      await page.waitForFunction(() => /^9:5/.test(document.querySelector("[role=timer]").textContent));
      await next("Choose");
      await page.getByText("2 proposed, 0 kept.").waitFor();
      await page.getByRole("main").getByRole("button", { name: "Keep", exact: true }).first().click();
      await page.getByText("2 proposed, 1 kept.").waitFor();
      await next("Weigh");
      await step("Weigh");
      await page.reload();
      await step("Weigh");
      await next("Compare");
      await next("Agree");
      await page.getByLabel("The minutes").waitFor();
      await page.getByRole("button", { name: "End the meeting" }).click();
      await page.getByLabel("Name of the division").waitFor();
    }));

  full("workspaces are started, opened and removed", (t) =>
    open(t, {}, async (page) => {
      const values = await Values.of(page);
      await values.fill("Speed / polish");
      await kept(page);
      await chooseFromMainMenu(page, "Workspaces…");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name of this workspace").fill("First");
      await dialog.getByRole("button", { name: "Start a new workspace" }).click();
      await values.fill("Growth / profit");
      await kept(page);
      await openWorkspace(page, "First");
      assert.deepEqual(await values.sentences(), ["Speed / polish"]);
      // Not waiting for it to be kept.
      await values.blank(2, "pursued").fill("Candour");
      await page.reload();
      await started(page);
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / "]);
      await chooseFromMainMenu(page, "Workspaces…");
      await dialog.getByRole("button", { name: "Remove this workspace" }).click();
      await eventually(() => values.sentences(), []);
      await values.notice.getByRole("button", { name: "Undo" }).click();
      await eventually(() => values.sentences(), ["Speed / polish", "Candour / "]);
    }));

  full("light or dark is chosen and kept", (t) =>
    open(t, {}, async (page) => {
      await started(page);
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(await paper(), "rgb(250, 247, 242)");
      await chooseFromMainMenu(page, "Dark");
      assert.equal(await paper(), "rgb(22, 21, 15)");
      await page.reload();
      await started(page);
      assert.equal(await paper(), "rgb(22, 21, 15)");
      await chooseFromMainMenu(page, "Auto");
      assert.equal(await paper(), "rgb(250, 247, 242)");
    }));

  full("each screen fits a phone", (t) =>
    open(t, { phone: 375 }, async (page) => {
      await started(page);
      await openExample(page);
      const requests = new Requests(page);
      const compare = new Compare(page);
      const places = [
        () => {},
        () => requests.open("Talk about performance"),
        () => requests.goTo("Table"),
        () => compare.open(),
        () => compare.main.getByRole("link", { name: "All divisions" }).click(),
        () => chooseFromMainMenu(page, "Run a meeting"),
      ];
      for (const [index, go] of places.entries()) {
        await go();
        await page.waitForTimeout(300);
        assert.equal(await isTooWide(page), false, `place ${index}`);
      }
      await page.getByRole("button", { name: "Begin the meeting" }).click();
      await page.getByRole("button", { name: "Next: Choose" }).click();
      const top = () => page.getByRole("heading", { level: 1, name: "Choose" }).evaluate((step) => step.getBoundingClientRect().top > 0);
      await eventually(top, true);
    }));
}
