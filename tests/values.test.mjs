// Drafting values: by typing, by pointer and by keyboard alone, with the coach beside.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, download, eventually, focused, isTooWide, kept, said, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Values } from "./support/values.mjs";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** Pastes a text where the caret is. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

test("a whole sentence typed or pasted into the first blank fills both", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const values = await Values.of(page);
    await values.blank(1, "pursued").click();
    await page.keyboard.type("Quality even at the cost of time and calm");
    assert.deepEqual(await values.sentences(), ["Quality / time and calm"]);
    // What followed in the other blank, then the sentence.
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), []);
    await page.evaluate(() => navigator.clipboard.writeText("We value candour even over harmony."));
    await values.blank(1, "pursued").click();
    await page.keyboard.press("Control+v");
    await eventually(() => values.sentences(), ["candour / harmony"]);
    await page.keyboard.type(" at home");
    assert.deepEqual(await values.sentences(), ["candour / harmony at home"]);
  }));

test("values are written by typing and Enter alone", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.click();
    await page.keyboard.type("People team");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Value 1: what we pursue");
    await page.keyboard.type("Speed");
    await page.keyboard.press("Enter");
    await page.keyboard.type("polish");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Value 2: what we pursue");
    await page.keyboard.type("Candour");
    await page.keyboard.press("Tab");
    await page.keyboard.type("harmony");
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / harmony"]);
    await page.getByText("2 values").waitFor();
    assert.match(await page.title(), /Values/);
    await kept(page);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / harmony"]);
    assert.equal(await values.name.inputValue(), "People team");
  }));

test("the coach speaks after a pause and is read out once, when the sentence is left", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await page.evaluate(() => {
      globalThis.heard = [];
      for (const region of document.querySelectorAll("[role=status], [role=log], [aria-live]")) {
        new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
      }
    });
    await values.blank(1, "pursued").click();
    await page.keyboard.type("Quality");
    await page.keyboard.press("Enter");
    await page.keyboard.type("mistakes", { delay: 60 });
    assert.equal(await values.advice(1).getByText("Nobody wants mistakes").count(), 0);
    await values.advice(1).getByText("Nobody wants mistakes").waitFor();
    assert.deepEqual(await page.evaluate(() => heard), []);
    const described = await values.blank(1, "cost").evaluate((field) => document.getElementById(field.getAttribute("aria-describedby")).textContent);
    assert.match(described, /Nobody wants mistakes/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => heard.length > 0);
    assert.deepEqual((await page.evaluate(() => heard)).map((text) => text.slice(0, 22)), ["Nobody wants mistakes."]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await page.waitForTimeout(300);
    assert.equal((await page.evaluate(() => heard)).length, 1, "unchanged, it is not read out again");
  }));

test("what is said right after something else does not take its place", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.getByRole("button", { name: "Redo" }).click({ force: true });
    await page.clock.runFor(500);
    const log = await page.getByRole("log").getByRole("paragraph").allTextContents();
    assert.deepEqual(log.map((text) => text.slice(0, 12)), ["There is not", "Turned round"]);
  }));

test("the caret stays in view when the coach speaks above it", async (t) => {
  for (const [width, height] of [[375, 700], [1280, 800]]) {
    await t.test(`${width} × ${height}`, (t) =>
      withPage(t, { viewport: { width, height }, reducedMotion: "reduce" }, async (page) => {
        const values = await Values.of(page);
        const sentences = [["Speed", "polish"], ["Candour", "harmony"], ["Quality", "mistakes"], ["Learning", "certainty"]];
        for (const [index, [pursued, cost]] of sentences.entries()) {
          await values.type(index + 1, pursued, cost);
          await values.turned(index + 1).or(values.advice(index + 1)).first().waitFor();
          await eventually(() => focused(page), `Value ${index + 2}: what we pursue`);
          const seen = () =>
            page.evaluate(() => {
              const { left, width, top, bottom } = document.activeElement.getBoundingClientRect();
              const there = (y) => document.activeElement === document.elementFromPoint(left + width / 2, y);
              return there(top + 2) && there(bottom - 2);
            });
          await eventually(seen, true);
        }
        // Whoever has looked elsewhere meanwhile stays there.
        await page.keyboard.type("Trust");
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(1000);
        assert.equal(await page.evaluate(() => scrollY), 0);
      }));
  }
});

test("an unfinished value, a contradiction and a set that grows long are told", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.blank(1, "pursued").fill("Speed");
    await values.advice(1).getByText("And the price?").waitFor();
    await values.advice(1).getByRole("button", { name: "Show some goods" }).click();
    assert.equal(await focused(page), "Value 1: what we give up");
    await values.shelf(1).getByRole("button", { name: "polish", exact: true }).click();
    await values.fill("Speed / polish", "Polish / speed");
    const together = page.getByRole("region", { name: "The values together" });
    await together.getByText("contradiction").waitFor();
    await together.getByRole("button", { name: "Show “Polish”" }).click();
    assert.equal(await focused(page), "Value 2: what we pursue");
  }));

test("the shelf is used by pointer, and the caret goes on", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.blank(1, "cost").click();
    await values.shelf(1).getByRole("button", { name: "candour / harmony" }).click();
    assert.deepEqual(await values.sentences(), ["Candour / harmony"]);
    await values.blank(2, "pursued").fill("Speed");
    await values.blank(2, "cost").click();
    await values.shelf(2).getByRole("button", { name: "polish", exact: true }).click();
    assert.deepEqual(await values.sentences(), ["Candour / harmony", "Speed / polish"]);
    assert.equal(await values.shelf(2).count(), 0, "it is offered while a blank is empty");
    await values.blank(3, "pursued").click();
    const first = await values.shelf(3).getByRole("button").first().textContent();
    assert.doesNotMatch(first, /speed|candour/, "what is said already comes last");
  }));

test("the shelf is used by keyboard alone", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    assert.equal(await focused(page), "Value 1: what we pursue");
    await values.shelf(1).waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "speed / polish");
    for (let count = 0; count < 6; count++) await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "More…");
    const before = await values.shelf(1).getByRole("button").count();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.textContent !== "More…");
    assert.ok((await values.shelf(1).getByRole("button").count()) > 2 * before);
    assert.equal(await focused(page), await values.shelf(1).getByRole("button").nth(6).textContent(), "it goes on with the first new one");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "Value 1: what we pursue");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.match(await focused(page), /^Value 1/);
  }));

test("looking at the shelf and then elsewhere moves nothing away under the pointer", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.shelf(1).waitFor();
    const example = page.getByRole("button", { name: "See an example" });
    const before = await example.boundingBox();
    await page.mouse.move(before.x + 10, before.y + 10);
    await page.mouse.down();
    await page.waitForTimeout(200);
    assert.deepEqual(await example.boundingBox(), before);
    await page.mouse.up();
    await page.getByText("This is an example").waitFor();
  }));

test("nothing moves under a pointer that is down", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Alpha / x", "Beta / y", "Gamma / z");
    await values.settled();
    const press = async (target) => {
      const { x, y, width, height } = await target.boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.waitForTimeout(300);
      assert.equal((await target.boundingBox()).y, y);
      await page.mouse.up();
    };
    // A field that goes away, a sentence that goes away, and a card that comes.
    await values.choose(1, "What it looked like once");
    await press(values.menu(3));
    await values.row(3).getByRole("button", { name: "Remove" }).waitFor();
    await page.keyboard.press("Escape");
    await values.blank(1, "pursued").fill("");
    await values.blank(1, "cost").fill("");
    await press(values.menu(3));
    await page.waitForFunction(() => document.activeElement.ariaLabel === "More about “Gamma”");
    await page.keyboard.press("Escape");
    await eventually(() => values.sentences(), ["Beta / y", "Gamma / z"]);
    await values.turned(1).getByRole("button", { name: "Later" }).click();
    await values.blank(1, "cost").fill("yy");
    await press(values.menu(2));
    await values.turned(1).waitFor();
  }));

test("the reversal test is asked, its answer kept, and forgotten with other words", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.type(1, "Speed", "polish");
    const card = values.turned(1);
    await card.waitFor();
    assert.match(await card.innerText(), /Polish\s+even at the cost of\s+speed/);
    await card.getByRole("button", { name: "Yes, it is a real choice" }).click();
    await card.waitFor({ state: "detached" });
    assert.equal(await focused(page), "Value 1: what we give up");
    assert.match(await said(page).textContent(), /real choice/);
    await kept(page);
    await page.reload();
    await started(page);
    await page.waitForTimeout(1000);
    assert.equal(await values.turned(1).count() + (await values.advice(1).count()), 0, "answered, it is not asked again");

    await values.blank(1, "cost").fill("beauty");
    await card.waitFor();
    await card.getByRole("button", { name: "No, nobody would" }).click();
    await values.advice(1).getByText("this may be a must").waitFor();
    await kept(page);
    await page.reload();
    await started(page);
    await values.advice(1).getByText("this may be a must").waitFor();
    await values.advice(1).getByRole("button", { name: "Ask me again" }).click();
    await values.advice(1).getByText("this may be a must").waitFor({ state: "detached" });
    assert.equal(await focused(page), "Value 1: what we give up");
    await values.advice(1).getByRole("button", { name: "Turn it round" }).click();
    await card.getByRole("button", { name: "No, nobody would" }).click();
    await values.advice(1).getByRole("button", { name: "It is a real choice" }).click();
    await values.advice(1).waitFor({ state: "detached" });
  }));

test("the reversal test can wait", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.type(1, "Speed", "polish");
    await values.turned(1).getByRole("button", { name: "Later" }).click();
    await values.turned(1).waitFor({ state: "detached" });
    assert.equal(await focused(page), "Turn it round");
    await kept(page);
    await page.reload();
    await started(page);
    await values.advice(1).getByText("Could a sensible team choose the reverse?").waitFor();
    await values.advice(1).getByRole("button", { name: "Turn it round" }).click();
    await values.turned(1).waitFor();
    assert.equal(await focused(page), "Yes, it is a real choice");
  }));

test("a value is adopted today and goes back to draft", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await values.choose(1, "Adopt it today");
    const today = await page.evaluate(() => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }));
    await values.row(1).getByText(`adopted ${today}`).waitFor();
    await page.getByText("1 value, adopted").waitFor();
    await values.choose(1, "Back to draft");
    await values.row(1).getByText("adopted").waitFor({ state: "detached" });
  }));

test("an example is written, and its empty field goes away again", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    const field = page.getByRole("textbox", { name: "What this looked like once" });
    await values.choose(1, "What it looked like once");
    assert.equal(await focused(page), "What this looked like once");
    await values.name.click();
    await field.waitFor({ state: "detached" });
    await values.choose(1, "What it looked like once");
    await page.keyboard.type("We shipped with two known flaws.");
    await kept(page);
    await page.reload();
    await started(page);
    assert.equal(await field.inputValue(), "We shipped with two known flaws.");
  }));

test("a must names its source and needs no price", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.blank(1, "pursued").fill("Paying on time");
    await values.blank(1, "cost").click();
    await values.shelf(1).waitFor();
    await values.choose(1, "It is a must, not a value");
    await values.blank(1, "cost").waitFor({ state: "detached" });
    assert.equal(await values.shelf(1).count(), 0, "no price is offered either");
    const source = page.getByRole("textbox", { name: "The law, contract or rule that says so" });
    await values.advice(1).getByText("Which law").waitFor();
    await values.advice(1).getByRole("button", { name: "Name it" }).click();
    await page.keyboard.type("The tax code");
    assert.equal(await source.inputValue(), "The tax code");
    await values.blank(1, "pursued").click();
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Value 2: what we pursue");
    await values.choose(1, "It is a value, not a must");
    await values.blank(1, "cost").waitFor();
  }));

test("a side that people call one good stays whole", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("One shared culture / local cohesion and individuality");
    await values.choose(1, "“local cohesion and individuality” is one good");
    await kept(page);
    await page.reload();
    await started(page);
    await values.choose(1, "“local cohesion and individuality” names several goods");
    await values.menu(1).click();
    await values.row(1).getByRole("button", { name: "is one good" }).waitFor();
  }));

test("a value is turned round and back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("One shared culture / individuality");
    await values.choose(1, "Swap the two sides");
    assert.deepEqual(await values.sentences(), ["Individuality / one shared culture"]);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), ["One shared culture / individuality"]);
  }));

test("values are reordered by dragging the number, with room made for them", (t) =>
  withPage(t, { reducedMotion: "reduce" }, async (page) => {
    const values = await Values.of(page);
    await values.fill("A / a", "B / b", "C / c");
    await values.settled();
    await page.evaluate(() => scrollTo(0, 0));
    const handle = (number) => values.row(number).locator(".number").boundingBox();
    const [first, third] = [await handle(1), await handle(3)];
    const second = await values.row(2).boundingBox();
    await page.mouse.move(first.x + 5, first.y + first.height - 5);
    await page.mouse.down();
    await page.mouse.move(first.x + 5, third.y + third.height, { steps: 5 });
    assert.ok((await values.row(2).boundingBox()).y < second.y - 20, "the others make way");
    await page.mouse.up();
    assert.deepEqual(await values.sentences(), ["B / b", "C / c", "A / a"]);
    assert.match(await said(page).textContent(), /Moved to place 3 of 3/);

    await page.mouse.move(first.x + 5, first.y + first.height - 5);
    await page.mouse.down();
    await page.mouse.move(first.x + 5, third.y + third.height, { steps: 5 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await values.sentences(), ["B / b", "C / c", "A / a"], "Escape lets go without moving");
  }));

test("values are reordered by keyboard and by menu, and the focus goes with them", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("A / a", "B / b", "C / c");
    await values.blank(3, "cost").click();
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await values.sentences(), ["A / a", "C / c", "B / b"]);
    assert.match(await said(page).textContent(), /Moved to place 2 of 3/);
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Value 2: what we give up");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await values.sentences(), ["C / c", "A / a", "B / b"]);
    await page.keyboard.type("!");
    assert.deepEqual(await values.sentences(), ["C / c!", "A / a", "B / b"]);
    await values.choose(1, "Move down");
    assert.deepEqual(await values.sentences(), ["A / a", "C / c!", "B / b"]);
    await page.waitForFunction(() => document.activeElement.ariaLabel === "More about “C”");
    await values.menu(1).click();
    assert.ok(await values.row(1).getByRole("button", { name: "Move up" }).isDisabled());
    await page.keyboard.press("Escape");
    await values.menu(3).click();
    assert.ok(await values.row(3).getByRole("button", { name: "Move down" }).isDisabled());
  }));

test("a removed value is brought back, also when something else was written meanwhile", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("A / a", "B / b", "C / c");
    await values.choose(2, "Remove");
    assert.deepEqual(await values.sentences(), ["A / a", "C / c"]);
    await page.waitForFunction(() => document.activeElement.ariaLabel === "More about “C”");
    await values.blank(1, "cost").fill("aa");
    await values.notice.getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await values.sentences(), ["A / aa", "B / b", "C / c"]);
    await page.waitForFunction(() => document.activeElement.ariaLabel === "More about “B”");
    await values.choose(2, "Remove");
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    assert.equal(await values.notice.count(), 0, "the offer to undo is taken");
    assert.equal((await values.sentences()).length, 3);
    for (let count = 0; count < 3; count++) await values.choose(1, "Remove");
    assert.deepEqual(await values.sentences(), []);
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Value 1: what we pursue");
  }));

test("a notice stays while the pointer or the focus is on it", (t) =>
  withPage(t, {}, async (page) => {
    await page.clock.install();
    const values = await Values.of(page);
    await values.fill("A / a");
    await values.choose(1, "Remove");
    const { notice } = values;
    await notice.hover();
    await page.clock.runFor(30_000);
    assert.equal(await notice.count(), 1);
    await page.mouse.move(5, 5);
    await page.clock.runFor(5_000);
    assert.equal(await notice.count(), 0);
  }));

test("undo and redo go a visit to a field at a time, and the caret stays", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.type(1, "Speed", "polish");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), ["Speed / "]);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), []);
    await page.keyboard.press("Control+z");
    assert.match(await said(page).textContent(), /nothing to undo/);
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+y");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.match(await said(page).textContent(), /Done again/);
  }));

test("undo in the middle of typing keeps the caret in the sentence", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.type(1, "Speed", "polish");
    await page.keyboard.type("Candour");
    await page.keyboard.press("Control+z");
    assert.equal(await focused(page), "Value 2: what we pursue");
    await page.keyboard.type("Openness");
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Openness / "]);
    await values.blank(1, "pursued").click();
    await page.keyboard.press("End");
    await page.keyboard.type(" now");
    await page.keyboard.press("Control+z");
    await page.keyboard.type("y");
    assert.deepEqual(await values.sentences(), ["Speedy / polish", "Openness / "]);
  }));

test("a sentence that is emptied goes, and one step brings it back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("A / a", "B / b");
    await values.blank(1, "pursued").fill("");
    await values.blank(1, "cost").fill("");
    await values.name.click();
    await eventually(() => values.sentences(), ["B / b"]);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), [" / a", "B / b"]);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), ["A / a", "B / b"]);
    await values.blank(3, "pursued").fill("C");
    await values.blank(3, "pursued").fill("");
    await values.name.click();
    await eventually(() => values.sentences(), ["A / a", "B / b"]);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await values.sentences(), ["A / a", "B / "], "what came and went leaves nothing to undo");
  }));

test("typing in one value renders nothing else", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("A / a", "B / b", "C / c");
    await values.blank(2, "cost").click();
    await values.settled();
    await page.evaluate(() => {
      globalThis.touched = [];
      const second = document.querySelectorAll(".values > li")[1];
      new MutationObserver((records) => {
        for (const { target, type } of records) {
          const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
          if (!second.contains(element)) touched.push(`${type} ${element.outerHTML.slice(0, 80)}`);
        }
      }).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.keyboard.type(" and much more", { delay: 20 });
    await page.waitForTimeout(1200);
    assert.deepEqual(await values.sentences(), ["A / a", "B / b and much more", "C / c"]);
    assert.deepEqual(await page.evaluate(() => touched), []);
  }));

test("divisions are added, named, switched, removed and brought back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await values.fill("Speed / polish");
    await values.chooseForDivision("Add a division");
    await page.waitForFunction(() => document.activeElement.ariaLabel === "Name of the division");
    await page.keyboard.type("Sales");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Growth");
    assert.deepEqual(await values.sentences(), ["Growth / "]);
    const division = (name) => page.getByRole("group", { name: "Division" }).getByRole("button", { name, exact: true });
    await division("People").click();
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    assert.equal(await division("People").getAttribute("aria-pressed"), "true");
    await division("Sales").click();
    await values.chooseForDivision("Remove this division");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
    await values.notice.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => document.activeElement.value === "Sales");
    assert.deepEqual(await values.sentences(), ["Growth / "]);
    await values.chooseForDivision("Remove this division");
    await values.chooseForDivision("Remove this division");
    assert.equal(await values.name.inputValue(), "", "there is always one to write for");
    await values.blank(1, "pursued").fill("Speed");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(await values.name.inputValue(), "People");
  }));

test("the focus stays on the switch from one division to the next", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("A");
    for (const name of ["B", "C"]) {
      await values.chooseForDivision("Add a division");
      await page.keyboard.type(name);
    }
    await values.name.focus();
    for (const name of ["C", "B", "A"]) {
      await page.keyboard.press("Shift+Tab");
      assert.equal(await focused(page), name);
      await page.keyboard.press("Enter");
      assert.equal(await values.name.inputValue(), name);
    }
    assert.equal(await focused(page), "A");
  }));

test("undo leads to the division in which it undoes", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("People");
    await values.chooseForDivision("Add a division");
    await page.keyboard.type("Sales");
    await values.fill("Growth / profit");
    await page.getByRole("button", { name: "People" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    assert.equal(await values.name.inputValue(), "Sales");
    assert.deepEqual(await values.sentences(), ["Growth / "]);
  }));

test("switching divisions quickly while writing loses nothing", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("A");
    await values.chooseForDivision("Add a division");
    await page.keyboard.type("B");
    for (let count = 0; count < 6; count++) {
      const name = count % 2 ? "B" : "A";
      await page.getByRole("group", { name: "Division" }).getByRole("button", { name, exact: true }).click();
      await page.locator(".values > li:last-child .pursued textarea").click();
      await page.keyboard.type(`${name}${count}`);
    }
    await page.getByRole("button", { name: "A", exact: true }).click();
    assert.deepEqual(await values.sentences(), ["A0 / ", "A2 / ", "A4 / "]);
    await page.getByRole("button", { name: "B", exact: true }).click();
    assert.deepEqual(await values.sentences(), ["B1 / ", "B3 / ", "B5 / "]);
  }));

test("many divisions are chosen from a list", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("D1");
    for (let count = 2; count <= 8; count++) {
      await values.chooseForDivision("Add a division");
      await page.waitForFunction(() => document.activeElement.ariaLabel === "Name of the division" && !document.activeElement.value);
      await page.keyboard.type(`D${count}`);
    }
    const list = page.getByRole("combobox", { name: "Division" });
    assert.equal(await list.locator("option").count(), 8);
    assert.equal(await list.inputValue(), await list.locator("option", { hasText: "D8" }).getAttribute("value"));
    await list.selectOption({ label: "D3" });
    assert.equal(await values.name.inputValue(), "D3");
    await list.focus();
    for (const name of ["D4", "D5"]) {
      await page.keyboard.press("ArrowDown");
      await eventually(() => values.name.inputValue(), name);
    }
  }));

test("a file of values for a spreadsheet is marked as UTF-8 and reads back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("Büro");
    await values.fill("Größe / Anmut");
    const { name, text } = await download(page, () => chooseFromMainMenu(page, "Export the values as CSV"));
    assert.equal(text, "\ufeffdivision,pursued,cost,example\nBüro,Größe,Anmut,\n");
    await page.getByRole("button", { name: "Paste or import" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("choose a file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await dialog.getByText("1 is there already").waitFor();
  }));

test("a file that is read after its dialog was closed changes nothing", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await page.evaluate(() => {
      const { arrayBuffer } = File.prototype;
      File.prototype.arrayBuffer = function () {
        return new Promise((resolve) => (globalThis.read = () => resolve(arrayBuffer.call(this))));
      };
    });
    await page.getByRole("button", { name: "Paste or import" }).click();
    const dialog = page.getByRole("dialog");
    const file = { name: "late.txt", mimeType: "text/plain", buffer: Buffer.from("Late over early") };
    await dialog.getByLabel("choose a file").setInputFiles(file);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.evaluate(() => read());
    await page.getByRole("button", { name: "Paste or import" }).click();
    assert.equal(await dialog.getByRole("textbox").inputValue(), "");
    await page.keyboard.press("Escape");
    assert.deepEqual(await values.sentences(), ["Speed / polish"]);
  }));

test("requests can be imported before anything else, and the division stays", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await page.getByRole("button", { name: "Paste or import" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("request,date\nMove the meeting,2026-11-20\n");
    await dialog.getByRole("button", { name: "Add", exact: false }).click();
    await dialog.waitFor({ state: "hidden" });
    await values.name.fill("People");
    await page.getByRole("link", { name: "Requests", exact: true }).click();
    await page.getByRole("link", { name: "Move the meeting" }).waitFor();
  }));

test("several pasted lines open the import, and one line with a break at its end is just pasted", (t) =>
  withPage(t, CLIPBOARD, async (page) => {
    const values = await Values.of(page);
    await values.blank(1, "pursued").click();
    await paste(page, "Speed even over polish\nCandour over harmony\n");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    assert.match(await dialog.getByRole("textbox").first().inputValue(), /Candour over harmony/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await focused(page), "Value 1: what we pursue");
    assert.deepEqual(await values.sentences(), []);
    await page.keyboard.type("Not ");
    await page.keyboard.press("End");
    await page.keyboard.type("ed");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await paste(page, "spe\n");
    await page.keyboard.type("!");
    assert.deepEqual(await values.sentences(), ["Not spe !ed / "], "the caret stays behind what was pasted");
    await values.name.click();
    await paste(page, "People\nand culture");
    assert.equal(await values.name.inputValue(), "People and culture");
  }));

test("an input method composes undisturbed, and its Enter ends only the word", (t) =>
  withPage(t, {}, async (page, context) => {
    const values = await Values.of(page);
    await values.blank(1, "pursued").click();
    const ime = await context.newCDPSession(page);
    for (const text of ["ひ", "ひん", "品質"]) {
      await ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await values.blank(1, "pursued").evaluate((field) => {
      for (const key of [{ key: "Enter", isComposing: true }, { key: "Enter", keyCode: 229 }]) {
        field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
      }
    });
    assert.equal(await focused(page), "Value 1: what we pursue");
    await ime.send("Input.insertText", { text: "品質" });
    assert.deepEqual(await values.sentences(), ["品質 / "]);
  }));

test("long texts wrap on the smallest screen, also of 4,000 characters", (t) =>
  withPage(t, { viewport: { width: 320, height: 640 } }, async (page) => {
    const values = await Values.of(page);
    const long = "A very long side of a value ".repeat(143).slice(0, 4000);
    await values.name.fill("Donaudampfschifffahrtsgesellschaftskapitänskajütenpersonal".repeat(3));
    await values.fill(`${"Incomprehensibilities".repeat(6)} / ${long}`);
    await values.settled();
    assert.equal(await isTooWide(page), false);
    const { clientHeight, scrollHeight } = await values.blank(1, "cost").evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }));
    assert.ok(clientHeight > 500 && scrollHeight <= clientHeight + 4, `all of it is seen: ${scrollHeight} in ${clientHeight}`);
    await values.advice(1).getByText("words are a lot").waitFor();
    await values.menu(1).click();
    assert.equal(await isTooWide(page), false);
  }));

test("neither bars nor edges cover what has the focus or a menu, on a phone and at 400%", async (t) => {
  for (const [width, height] of [[375, 600], [640, 400], [320, 256]]) {
    await t.test(`${width} × ${height}`, (t) =>
      withPage(t, { viewport: { width, height }, hasTouch: true }, async (page) => {
        const values = await Values.of(page);
        await values.fill("Alpha / x", "Beta / y", "Gamma / z");
        await values.settled();
        await page.evaluate(() => scrollTo(0, 0));
        await values.name.focus();
        const seen = new Set();
        for (const key of ["Tab", "Shift+Tab"]) {
          for (let count = 0; count < 40; count++) {
            await page.keyboard.press(key);
            const hidden = await page.evaluate(() => {
              const { activeElement: element } = document;
              if (!element.closest("main, .status")) return false;
              const { left, top, width, bottom } = element.getBoundingClientRect();
              const there = (y) => element.contains(document.elementFromPoint(left + width / 2, y));
              return !(there(top + 2) && there(bottom - 2)) && `${element.ariaLabel ?? element.textContent}: ${top} to ${bottom}`;
            });
            assert.equal(hidden, false);
            seen.add(await focused(page));
          }
        }
        assert.ok(seen.size > 12, [...seen].join());
        await values.menu(3).scrollIntoViewIfNeeded();
        await values.menu(3).click();
        const menu = values.row(3).locator(".menu-items");
        await menu.waitFor();
        await page.waitForTimeout(100);
        for (let count = 0; count < 7; count++) {
          await page.keyboard.press("ArrowDown");
          const whole = await page.evaluate(() => {
            const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
            const there = (x, y) => document.activeElement.contains(document.elementFromPoint(x, y));
            return there(left + 12, top + 2) && there(right - 12, bottom - 2);
          });
          assert.ok(whole, await focused(page));
        }
        assert.equal(await isTooWide(page), false);
      }));
  }
});

test("menus are used by keyboard alone", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await values.menu(1).focus();
    await page.keyboard.press("Enter");
    await values.row(1).getByRole("button", { name: "Remove" }).waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "Adopt it today");
    await page.keyboard.press("End");
    assert.equal(await focused(page), "Remove");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "Adopt it today");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "More about “Speed”");
    await values.row(1).locator(".menu-items").waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await values.row(1).getByRole("button", { name: "Remove" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await values.row(1).getByText("adopted").waitFor();
    assert.equal(await focused(page), "More about “Speed”");
  }));

test("a dialog takes the focus, holds it, and gives it back", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.fill("Speed / polish");
    await chooseFromMainMenu(page, "Workspaces…");
    const dialog = page.getByRole("dialog", { name: "Workspaces on this device" });
    await dialog.waitFor();
    assert.ok(await dialog.evaluate((dialog) => dialog.contains(document.activeElement) && document.activeElement.textContent !== "✕"));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await focused(page), "More");
    const open = page.getByRole("button", { name: "Paste or import" });
    await open.click();
    const paper = page.getByRole("dialog", { name: "Paste or import" });
    await paper.waitFor();
    await paper.getByRole("textbox").first().click();
    await page.keyboard.type("x");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    assert.deepEqual(await values.sentences(), ["Speed / polish"], "undo in a dialog is about what is typed there");
    await paper.waitFor({ state: "hidden" });
    assert.equal(await focused(page), "Paste or import");
  }));

test("with forced colours every distinction stays", (t) =>
  withPage(t, { forcedColors: "active" }, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("A");
    await values.fill("Speed / polish");
    await values.chooseForDivision("Add a division");
    const style = (locator, ...names) => locator.evaluate((element, names) => names.map((name) => getComputedStyle(element)[name]), names);
    const [a, b] = await Promise.all(["true", "false"].map((pressed) => style(page.locator(`.switch [aria-pressed=${pressed}]`), "borderTopWidth", "borderTopStyle", "backgroundColor", "color", "outlineStyle")));
    assert.notDeepEqual(a, b, "which division is chosen");
    const [here, there] = await Promise.all(["Values", "Requests"].map((name) => style(page.getByRole("link", { name, exact: true }), "backgroundColor")));
    assert.notDeepEqual(here, there, "which screen is shown");
    await page.locator(".switch [aria-pressed=false]").click();
    const [pursued, cost] = await Promise.all(["pursued", "cost"].map((side) => style(values.row(1).locator(`.blank.${side}`), "borderBottomStyle")));
    assert.notDeepEqual(pursued, cost, "which side is which");
    await values.blank(1, "pursued").focus();
    assert.notDeepEqual(await style(values.row(1).locator(".blank.pursued"), "outlineStyle"), await style(values.row(1).locator(".blank.cost"), "outlineStyle"), "where the caret is");
    await checkAccessibility(page);
  }));

test("nothing moves by itself under reduced motion", (t) =>
  withPage(t, { reducedMotion: "reduce" }, async (page) => {
    const values = await Values.of(page);
    await values.type(1, "Speed", "polish");
    await values.turned(1).waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }));

test("the screen of values is accessible in each state", async (t) => {
  for (const width of [375, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await t.test(`${width} ${colorScheme}`, (t) =>
        withPage(t, { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" }, async (page) => {
          const values = await Values.of(page);
          await values.shelf(1).waitFor();
          await checkAccessibility(page);
          await values.name.fill("People");
          await values.fill("Speed / polish", "Quality / mistakes", "Polish / speed", "Paying on time / ");
          await values.choose(4, "It is a must, not a value");
          await values.choose(1, "Adopt it today");
          await values.choose(1, "What it looked like once");
          await values.turned(1).or(values.advice(1).first()).first().waitFor();
          await values.settled();
          await checkAccessibility(page);
          await values.menu(2).click();
          await checkAccessibility(page);
          await values.row(2).getByRole("button", { name: "Remove" }).click();
          await values.chooseForDivision("Add a division");
          await checkAccessibility(page);
          assert.equal(await isTooWide(page), false);
        }));
    }
  }
});
