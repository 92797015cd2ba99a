// Weighing: two questions of three answers for each value, by one person or by several.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, focused } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { openExample, Requests, writeValues } from "./support/requests.mjs";

const SPEED = ["Speed", "polish"];
const CANDOUR = ["Candour", "comfort"];
const FOCUS = ["Focus", "breadth"];

/** A request with values to weigh it against. */
async function asked(page, values = [SPEED, CANDOUR, FOCUS]) {
  const requests = new Requests(page);
  await writeValues(page, values);
  await requests.add("Ship it on Monday", "Sales");
  return requests;
}

test("the answers to the two questions say the standing of the design's table", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("AB");
    await requests.touches("Speed").check();
    for (const [does, costs, standing] of [
      ["serves", "spends", "agreed trade"],
      ["serves", "neither", "free win"],
      ["serves", "protects", "free win"],
      ["harms", "protects", "reverses it"],
      ["harms", "neither", "harms it"],
      ["harms", "spends", "harms it"],
      ["neither", "spends", "costs, and serves nothing"],
      ["neither", "protects", "protects what we would give up"],
      ["neither", "neither", "does not touch it"],
    ]) {
      await requests.answer("Speed", "Speed", does);
      await requests.answer("Speed", "polish", costs);
      assert.equal(await requests.standing("Speed").textContent(), standing, `${does}, ${costs}`);
    }
  }));

test("the second question comes after the first, or on request", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    await requests.addPerson("AB");
    await requests.touches("Speed").check();
    const price = requests.card("Speed").getByRole("radiogroup", { name: "To “polish”" });
    assert.equal(await price.count(), 0);
    await requests.answer("Speed", "Speed", "serves");
    await price.waitFor();
    await requests.touches("Focus").check();
    await requests.card("Focus").getByRole("button", { name: "Ask about its price first" }).click();
    await requests.answer("Focus", "breadth", "protects");
    assert.equal(await requests.standing("Focus").count(), 0, "one answer says nothing yet");
  }));

test("what is not ticked is answered “does not touch it”, and what is ticked has to be answered", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    await requests.addPerson("AB");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.touches("Focus").check();
    await requests.touches("Candour").check();
    const missing = requests.weighing.getByText("not answered yet", { exact: true });
    assert.equal(await missing.count(), 0, "nobody wanted to be done yet");
    await requests.done.click();
    await page.getByText("2 values are not answered yet: “Candour” and “Focus”.").first().waitFor();
    assert.equal(await missing.count(), 2);
    assert.equal(await requests.standing("Candour").textContent(), "not answered yet");
    const first = requests.card("Candour").getByRole("radio", { name: "serves" });
    assert.ok(await first.evaluate((radio) => radio === document.activeElement), "the first that is missing");
    await checkAccessibility(page);
    await requests.touches("Candour").uncheck();
    await requests.done.click();
    await page.getByText("1 value is not answered yet: “Focus”.").first().waitFor();
    await requests.touches("Focus").uncheck();
    await requests.done.click();

    await requests.weighing.getByText("You have answered.").waitFor();
    await requests.show();
    await requests.result.getByText("Serves 1, strains none: fits the values you named.").waitFor();
    await requests.result.getByText("agreed trade").waitFor();
    assert.equal(await requests.result.getByText("does not touch it").count(), 2);
    assert.equal(await requests.result.getByText("one view").count(), 3);
    await checkAccessibility(page);

    // Changed afterwards, the rest stays answered.
    await requests.weighing.getByRole("button", { name: "See or change my answers" }).click();
    assert.equal(await requests.touches("Focus").isChecked(), false);
    await requests.weigh(CANDOUR, "harms", "neither");
    await requests.result.getByText("Strains 1, serves 1: mixed.").waitFor();
    await requests.touches("Candour").uncheck();
    await requests.result.getByText("fits the values you named").waitFor();
  }));

test("a value that was added since is named, and answered alone", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    await requests.addPerson("AB");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.show();
    await writeValues(page, [SPEED, CANDOUR, FOCUS, ["Growth", "profit"]]);
    await page.goBack();
    await requests.result.getByText("A value was added since: “Growth even at the cost of profit” is not answered yet.").waitFor();
    await requests.result.getByRole("button", { name: "Answer what is missing" }).click();
    assert.equal(await focused(page), "Weigh it");
    assert.equal(await requests.weighing.getByRole("checkbox", { name: /^It touches/ }).count(), 1);
    await checkAccessibility(page);
    await requests.weigh(["Growth", "profit"], "harms", "neither");
    await requests.done.click();
    await requests.result.getByText("Strains 1, serves 1: mixed.").waitFor();
    await requests.weighing.getByRole("button", { name: "See or change my answers" }).click();
    assert.equal(await requests.weighing.getByRole("checkbox", { name: /^It touches/ }).count(), 4);
  }));

test("“too dear” turns an agreed trade into a strain", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("AB");
    await requests.touches("Speed").check();
    await requests.answer("Speed", "Speed", "serves");
    const dear = requests.card("Speed").getByLabel("Too dear");
    assert.equal(await dear.count(), 0, "nothing is spent yet");
    await requests.answer("Speed", "polish", "spends");
    await dear.check();
    assert.equal(await requests.standing("Speed").textContent(), "agreed trade, too dear");
    await requests.done.click();
    await requests.show();
    await requests.result.getByText("Strains 1, serves none.").waitFor();
  }));

test("a good of several values is asked once, and the answer carried over", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED, ["Polish", "breadth"], ["Calm", "speed"]]);
    await requests.addPerson("AB");
    await requests.weigh(SPEED, "serves", "spends");
    // Polish is spent, so it is harmed where it is pursued: the value is ticked by itself, and asked no more.
    assert.ok(await requests.touches("Polish").isChecked());
    await requests.card("Polish").getByText("It harms “Polish”: carried over from your other answer.").waitFor();
    assert.equal(await requests.card("Polish").getByRole("radiogroup", { name: "To “Polish”" }).count(), 0);
    await requests.card("Calm").getByText("It protects “speed”: carried over from your other answer.").waitFor();

    // A question stays where it is being answered, even when a value before it names the same good.
    await requests.answer("Calm", "Calm", "neither");
    assert.equal(await requests.standing("Calm").textContent(), "protects what we would give up");
    await checkAccessibility(page);
  }));

test("a question does not go away while it is answered", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED, ["Calm", "speed"]]);
    await requests.addPerson("AB");
    await requests.touches("Calm").check();
    await requests.answer("Calm", "Calm", "serves");
    await requests.answer("Calm", "speed", "spends");
    assert.ok(await requests.touches("Speed").isChecked());
    await requests.card("Speed").getByText("It harms “Speed”: carried over").waitFor();
    await requests.answer("Calm", "speed", "protects");
    await requests.card("Speed").getByText("It serves “Speed”: carried over").waitFor();
  }));

test("a whole weighing by keyboard alone", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: it } = document;
        return it.labels?.[0]?.textContent ?? it.ariaLabel ?? it.textContent;
      });
    /** Tabs on until the focus is where it says. */
    const tabTo = async (words) => {
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await press("Tab");
        if ((await focused())?.includes(words)) return;
      }
      assert.fail(`no ${words} within twelve tabs; the focus is on ${await focused()}`);
    };
    await eventually(async () => (await focused()).trim(), "Name or initials");
    await page.keyboard.type("AB");
    await press("Enter");
    await eventually(async () => (await focused()).includes("It touches Speed"), true);
    await press("Space", "Tab");
    assert.equal((await focused()).trim(), "serves");
    await press("Space", "Tab");
    assert.equal((await focused()).trim(), "spends");
    // The arrows go through the answers: spends, neither, protects.
    await press("Space", "ArrowRight", "ArrowRight");
    assert.equal(await requests.standing("Speed").textContent(), "free win");
    await tabTo("It touches Candour");
    await press("Space", "Tab");
    // A digit answers at once.
    await press("3", "Tab", "1");
    assert.equal(await requests.standing("Candour").textContent(), "harms it");
    await tabTo("Done");
    await press("Enter");
    await eventually(async () => (await focused()).startsWith("You have answered"), true);
    await tabTo("Show the result");
    await press("Enter");
    await requests.result.getByText("Strains 1, serves 1: mixed.").waitFor();
    await requests.result.getByText("“Speed” comes first in your order, and this serves it.").waitFor();
    await tabTo("open");
    await press("ArrowRight");
    await requests.decision.getByLabel("Our reason").waitFor();
    await requests.goTo("List");
    await requests.row("Ship it on Monday").getByText("we said yes").waitFor();
  }));

test("a whole weighing by thumb, one value at a time", (t) =>
  withPage(t, { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true }, async (page) => {
    const requests = await asked(page);
    await requests.addPerson("AB");
    await eventually(() => requests.touches("Speed").evaluate((it) => it.getBoundingClientRect().bottom < 400), true);
    const next = (name) => page.getByRole("button", { name, exact: true }).tap();
    await page.getByText("1 of 3", { exact: true }).waitFor();
    assert.equal(await requests.weighing.getByRole("checkbox", { name: /^It touches/ }).count(), 1);
    await requests.touches("Speed").tap();
    for (const [side, words] of [["Speed", "serves"], ["polish", "spends"]]) {
      const answer = requests.card("Speed").getByRole("radiogroup", { name: `To “${side}”` }).getByText(words, { exact: true });
      const box = await answer.boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44, `${words} is ${box.width} by ${box.height}`);
      await answer.tap();
    }
    await checkAccessibility(page);
    await next("Next");
    await page.getByText("2 of 3", { exact: true }).waitFor();
    assert.ok(await requests.touches("Candour").isVisible());
    await next("Back");
    assert.ok(await requests.touches("Speed").isVisible());
    await next("Next");
    await next("Does not touch it");
    await page.getByText("3 of 3", { exact: true }).waitFor();
    await next("Done");
    await next("Show the result");
    await requests.result.getByText("Serves 1, strains none: fits the values you named.").waitFor();
  }));

test("one at a time or all at once is a choice", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    await requests.addPerson("AB");
    const boxes = requests.weighing.getByRole("checkbox", { name: /^It touches/ });
    assert.equal(await boxes.count(), 3);
    await page.getByRole("button", { name: "Show one at a time" }).click();
    assert.equal(await boxes.count(), 1);
    // An answer that is missing is led to, wherever it is.
    await requests.touches("Speed").check();
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByRole("button", { name: "Does not touch it" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("1 of 3", { exact: true }).waitFor();
    assert.ok(await requests.card("Speed").getByRole("radio", { name: "serves" }).isVisible());
  }));

test("two people weigh blind and reveal together", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("Ada");
    await requests.weighing.getByLabel("Show my name beside my answers").check();
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.nextPerson();
    await requests.addPerson("Ben");

    await requests.result.getByText("1 of 2 have weighed it").waitFor();
    await requests.result.getByText("Answered: Ada").waitFor();
    await requests.result.getByText("Not yet: Ben").waitFor();
    await requests.result.getByText("blind on the screen only").waitFor();
    await eventually(() => page.getByText("agreed trade").count(), 0);
    assert.equal(await requests.touches("Speed").isChecked(), false, "Ada's answers are not Ben's");
    await checkAccessibility(page);
    await requests.goTo("List");
    await requests.row("Ship it").getByText("1 of 2 have weighed").waitFor();
    await requests.goTo("Table");
    await requests.table.getByRole("cell", { name: "hidden" }).waitFor();

    await requests.open("Ship it");
    await requests.weigh(SPEED, "harms", "neither");
    await requests.done.click();
    await requests.result.getByText("2 of 2 have weighed it").waitFor();
    assert.equal(await requests.result.getByText("harms it").count(), 0);
    assert.equal(await requests.weighing.getByText("harms it").count(), 0, "put away until he asks for them");
    // Whoever takes another's name does not find their answers laid open.
    await requests.nextPerson();
    await requests.choosePerson("Ada has answered");
    await requests.weighing.getByText("You have answered.").waitFor();
    assert.equal(await page.getByText("agreed trade").count(), 0);
    await requests.show();
    await requests.result.getByText("Split on 1.").waitFor();
    await requests.result.getByText("You are split on “Speed”: no view has more than half of you.").waitFor();
    const views = "one says that it serves “Speed” and spends “polish”; one says that it harms “Speed”.";
    await requests.result.getByText(`People see this differently: ${views} This is what to talk about.`).waitFor();
    assert.equal(await requests.result.getByText("neither serves nor strains").count(), 0);
    assert.equal(await requests.result.getByText("Ada: agreed trade").count(), 1);
    assert.equal(await requests.result.getByText("Ben:").count(), 0, "Ben did not choose to be named");
    await checkAccessibility(page);
    await page.getByText("Saved on this device").waitFor();
    await page.reload();
    await requests.result.getByText("People see this differently").waitFor();

    await requests.nextPerson();
    await requests.result.getByText("2 of 2 have weighed it").waitFor();
  }));

test("what one person answered is out of sight as soon as another is to weigh", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.add("Another one");
    const told = /agreed trade|fits the values|strains none|It serves “|You have answered/;
    const tells = () => page.evaluate((source) => new RegExp(source).test(document.documentElement.outerHTML), told.source);
    await requests.addPerson("Ada");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.show();
    await requests.open("Ship it");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.result.getByText("One person has weighed it.").waitFor();
    await eventually(() => requests.result.getByText("agreed trade").count(), 0);
    await checkAccessibility(page);
    // Alone, she sees the result, and may decide.
    await requests.show();
    await requests.result.getByText("It serves “Speed”, and strains nothing that you named.").waitFor();
    await requests.decide("yes");
    await requests.weighing.getByRole("button", { name: "See or change my answers" }).click();

    await requests.nextPerson();
    await eventually(() => requests.weighing.getByLabel("Name or initials").evaluate((it) => it === document.activeElement), true);
    await eventually(tells, false);
    assert.doesNotMatch(await page.locator("body").ariaSnapshot(), told);
    await checkAccessibility(page);
    await requests.goTo("List");
    await requests.row("Ship it").getByText("weighed, not shown").waitFor();
    assert.doesNotMatch(await requests.row("Ship it").textContent(), told);
    await requests.open("Ship it");
    await requests.addPerson("Ben");
    await requests.result.getByText("1 of 2 have weighed it").waitFor();
    await eventually(tells, false);
    await requests.weigh(SPEED, "serves", "neither");
    await requests.done.click();
    await requests.show();
    await requests.result.getByText("fits the values you named").waitFor();

    // What was shown before he came is hidden from him too, until he has weighed it himself or only looks on.
    await requests.open("Another one");
    await requests.result.getByText("1 of 2 have weighed it").waitFor();
    await eventually(tells, false);
    await requests.show();
    await requests.result.getByText("fits the values you named").waitFor();
    await requests.weighing.getByText("Who weighs?").waitFor();
    await requests.choosePerson("Ada has answered");
    await requests.result.getByText("fits the values you named").waitFor();
    await requests.open("Ship it");

    // Somebody who comes later, on another device too, does not find it laid open.
    await page.evaluate(() => localStorage.removeItem("evencost:weighers"));
    await page.getByText("Saved on this device").waitFor();
    await page.reload();
    await requests.result.getByText("fits the values you named").waitFor();
    await requests.addPerson("Cleo");
    await requests.result.getByText("2 of 3 have weighed it").waitFor();
    await eventually(tells, false);
  }));

test("a device that is passed round asks at a new request who weighs, and one that is not does not", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("Ada");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.add("Another one");
    await requests.weighing.getByText("Weighing as Ada").waitFor();
    await requests.nextPerson();
    await requests.addPerson("Ben");
    await requests.weigh(SPEED, "harms", "neither");
    await requests.done.click();
    await requests.add("A third one");
    await requests.weighing.getByText("Who weighs?").waitFor();
    await requests.choosePerson("Ada");
  }));

test("the next person is somebody else, and a name is changed only on purpose", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("Ada");
    assert.equal(await requests.weighing.getByRole("textbox").count(), 0, "nothing to write over");
    await requests.nextPerson();
    await requests.weighing.getByRole("button", { name: "Ada" }).waitFor();
    await requests.addPerson("Ben");
    await requests.weighing.getByLabel("More about this person").click();
    await page.getByRole("button", { name: "Change the name" }).click();
    const name = requests.weighing.getByLabel("Name or initials");
    await eventually(() => name.evaluate((field) => field === document.activeElement), true);
    assert.equal(await name.inputValue(), "Ben");
    await checkAccessibility(page);
    await name.fill("Bea");
    await page.keyboard.press("Enter");
    await requests.weighing.getByText("Weighing as Bea").waitFor();
    assert.equal(await focused(page), "More about this person");
    await requests.nextPerson();
    await requests.weighing.getByRole("button", { name: "Ada" }).waitFor();
    await requests.weighing.getByRole("button", { name: "Bea" }).waitFor();
  }));

test("a request that is added is weighed at once", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page);
    const isFocused = (locator) => eventually(() => locator.evaluate((it) => it === document.activeElement), true);
    await isFocused(requests.weighing.getByLabel("Name or initials"));
    await requests.addPerson("AB");
    await isFocused(requests.touches("Speed"));
    await requests.add("And another");
    await isFocused(requests.touches("Speed"));
    // What is opened to be read starts at its beginning.
    await requests.open("Ship it");
    await eventually(() => page.evaluate(() => document.activeElement.id), "main");
  }));

test("a room of four reveals its spread", (t) =>
  withPage(t, {}, async (page) => {
    const requests = new Requests(page);
    await openExample(page);
    await requests.open("Talk about performance");
    await requests.result.getByText("3 of 4 have weighed it").waitFor();
    await requests.choosePerson("Priya");
    await requests.weigh(["One shared culture", "local cohesion and individuality"], "harms", "neither");
    await requests.weigh(["Continuous improvement", "comfort and confidence"], "serves", "spends");
    await requests.done.click();
    await requests.nextPerson();
    await requests.weighing.getByRole("button", { name: "Priya has answered" }).waitFor();
    await requests.show();
    await requests.result.getByText("Split on 1.").waitFor();
    await requests.result.getByText(/People see this differently: 2 say that it harms “One shared culture”; /).waitFor();
    await requests.result.getByText("4 served").waitFor();
  }));

test("who weighs is remembered on this device, and may leave or be removed", (t) =>
  withPage(t, {}, async (page) => {
    const requests = await asked(page, [SPEED]);
    await requests.addPerson("AB");
    await page.getByText("Saved on this device").waitFor();
    await page.reload();
    await requests.weighing.getByText("Weighing as AB").waitFor();
    assert.equal(await requests.weighing.getByLabel("Show my name beside my answers").isChecked(), false);
    await requests.weigh(SPEED, "serves", "spends");
    await requests.weighing.getByLabel("More about this person").click();
    await page.getByRole("button", { name: "Remove this person" }).click();
    await requests.result.getByText("Nobody has weighed it yet.").waitFor();
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await requests.choosePerson("AB has answered");
    await requests.weighing.getByRole("button", { name: "See or change my answers" }).click();
    assert.equal(await requests.standing("Speed").textContent(), "agreed trade");
  }));
