// Undo and redo wherever people are, and the offers to undo in messages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, eventually, kept, said, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Compare, importText, table, withPageByWords } from "./support/compare.mjs";
import { Requests } from "./support/requests.mjs";
import { Values } from "./support/values.mjs";

const screen = (page, name) => page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name }).click();
const undo = (page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
const redo = (page) => page.getByRole("banner").getByRole("button", { name: "Redo" });
const notice = (page) => page.locator(".notice");

test("what is undone on another screen is told, and shown on request", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await values.fill("Speed / polish");
    await values.chooseForDivision("Add a division");
    await values.name.fill("Sales");
    await values.fill("Growth / calm");
    await values.choose(1, "Remove");
    await page.getByRole("group", { name: "Division" }).getByRole("button", { name: "People" }).click();
    await screen(page, "Requests");

    await undo(page).click();
    await notice(page).getByText("Undone: removing “Growth even at the cost of calm”.").waitFor();
    assert.equal(await said(page).textContent(), "Undone: removing “Growth even at the cost of calm”.");
    await checkAccessibility(page);
    await redo(page).click();
    await notice(page).getByText("Done again: removing “Growth even at the cost of calm”.").waitFor();
    await undo(page).click();
    await undo(page).click();
    await notice(page).getByText("Undone: changing “Growth even at the cost of ”.").waitFor();

    await notice(page).getByRole("button", { name: "Show" }).click();
    assert.equal(await values.name.inputValue(), "Sales");
    assert.deepEqual(await values.sentences(), ["Growth / "]);
    assert.equal(await notice(page).count(), 0);
    await undo(page).click();
    assert.equal(await notice(page).count(), 0, "here it is seen");
    assert.deepEqual(await values.sentences(), []);
  }));

test("of an answer that is undone elsewhere nothing is told", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    const requests = new Requests(page);
    await requests.add("Skip the tests");
    await requests.addPerson("AB");
    await requests.weigh(["Speed", "polish"], "serves", "spends");
    await screen(page, "Compare");
    await undo(page).click();
    await notice(page).getByText("Undone: changing an answer in a weighing.").waitFor();
    assert.equal(await notice(page).innerText(), "Undone: changing an answer in a weighing.\nShow");
    await notice(page).getByRole("button", { name: "Show" }).click();
    await requests.title.waitFor();
    await undo(page).click();
    assert.equal(await notice(page).count(), 0);
    await screen(page, "Values");
    for (const told of [/an answer in a weighing/, /adding somebody who weighs/, /adding “Skip the tests”/]) {
      await eventually(async () => {
        await undo(page).click();
        return told.test(await notice(page).innerText());
      }, true);
      assert.doesNotMatch(await notice(page).innerText(), /AB|Speed|polish|serves|spends/);
    }
    await notice(page).getByRole("button", { name: "Show" }).click();
    await page.getByRole("heading", { level: 1, name: "Requests" }).waitFor();
  }));

test("that nothing can be undone after loading the page again is said where one looks", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    assert.equal(await undo(page).getAttribute("title"), null);
    await kept(page);
    await page.reload();
    await started(page);
    const nothing = "There is nothing to undo since this page was opened.";
    assert.equal(await undo(page).getAttribute("title"), nothing);
    await undo(page).click({ force: true });
    await notice(page).getByText(nothing).waitFor();
    await checkAccessibility(page);
  }));

test("Undo that is pressed in vain leaves an offer standing", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await kept(page);
    await chooseFromMainMenu(page, "Workspaces…");
    await page.getByRole("button", { name: "Remove this workspace" }).click();
    await undo(page).click({ force: true });
    assert.match(await said(page).textContent(), /nothing to undo/);
    await notice(page).getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
  }));

// Each does something that offers to undo it; something else is done meanwhile, and the offer taken.
const near = [
  ["A", "Turnover", "speed"],
  ["B", "Revenue", "ease"],
];
const offers = {
  "an import": async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await importText(page, "Speed even over polish");
    return () => eventually(() => values.sentences(), []);
  },
  "two wordings that are declared the same": async (page) => {
    const { compare, kinds } = await compared(page, near);
    await compare.declareSame("Turnover", "Revenue");
    return () => kinds("2 without counterpart");
  },
  "a decision on words that is taken back": async (page) => {
    const { compare, kinds } = await compared(page, near);
    await compare.declareSame("Turnover", "Revenue");
    await compare.main.getByText("What you said of words").click();
    await compare.main.getByRole("button", { name: "Take it back" }).click();
    return () => kinds("1 with the same aim");
  },
  "a decision on words that is carried over": async (page) => {
    const { compare } = await compared(page, near);
    await compare.declareSame("Turnover", "Revenue");
    await screen(page, "Values");
    await page.getByLabel("Value 1: what we pursue").fill("Yearly turnover");
    await compare.open();
    await compare.main.getByRole("button", { name: "Say it of “Yearly turnover” instead" }).click();
    return async () => {
      await compare.open();
      await compare.main.getByText("“Turnover” stands in no value any more.").waitFor();
    };
  },
  "a side that is one good": async (page) => {
    const { compare, kinds } = await compared(page, [
      ["A", "Research and development", "sales"],
      ["B", "Development", "sales"],
    ]);
    await compare.points("shared").getByText("The words behind this").click();
    await compare.main.getByRole("button", { name: "It is one good" }).click();
    return () => kinds("1 shared");
  },
  "a removed request": async (page) => {
    const requests = new Requests(page);
    await requests.add("Skip the tests");
    await page.getByLabel("More about this request").click();
    await page.getByRole("button", { name: "Remove this request" }).click();
    return async () => {
      await screen(page, "Requests");
      await requests.row("Skip the tests").waitFor();
    };
  },
  "a removed person": async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    const requests = new Requests(page);
    await requests.add("Skip the tests");
    await requests.addPerson("AB");
    await requests.weighing.getByLabel("More about this person").click();
    await page.getByRole("button", { name: "Remove this person" }).click();
    return async () => {
      await requests.open("Skip the tests");
      await requests.choosePerson("AB");
    };
  },
};

async function compared(page, rows) {
  await importText(page, table(rows));
  const compare = new Compare(page);
  await compare.open();
  const kinds = async (counts) => {
    await compare.open();
    await eventually(() => compare.counts(), counts);
  };
  return { compare, kinds };
}

test("a message's offer takes back what it tells of, also when something else was done meanwhile", async (t) => {
  for (const [name, act] of Object.entries(offers)) {
    await t.test(name, (t) =>
      withPageByWords(t, {}, async (page) => {
        await started(page);
        const isBack = await act(page);
        await screen(page, "Values");
        const { name } = new Values(page);
        await name.fill("Another name");
        await notice(page).getByRole("button", { name: "Undo" }).click();
        assert.equal(await name.inputValue(), "Another name");
        await isBack();
      }));
  }
});

test("an offer that comes too late says what is in its way", (t) =>
  withPage(t, {}, async (page) => {
    const { compare } = await compared(page, near);
    await compare.declareSame("Turnover", "Revenue");
    await undo(page).click();
    assert.equal(await notice(page).count(), 0, "the offer is taken");
    await screen(page, "Values");
    await importText(page, "division\tpursued\tcost\nA\tSpeed\tpolish");
    await page.getByLabel("Value 2: what we give up").fill("beauty");
    await notice(page).getByRole("button", { name: "Undo" }).click();
    await notice(page).getByText("Part of this could not be undone").waitFor();
  }));
