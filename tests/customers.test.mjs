// Whom a division serves: from what it produces to the lanes of the board and the menu.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, download, eventually, focused, isTooWide, kept, said, started } from "./support/app.mjs";
import { checkAccessibility, withPage } from "./support/browser.mjs";
import { Customers } from "./support/customers.mjs";
import { Requests } from "./support/requests.mjs";

const DAY = new Date("2026-11-27T10:00:00");

/** HR, which knows what it produces, for whom, and how they want to be served. */
async function fill(customers) {
  await customers.output(1).fill("Certificates");
  await customers.needs("Certificates", "Staff", "Customer X");
  await customers.order("Certificates", "your staff number", "two days");
  await customers.output(2).fill("Hiring plans");
  await customers.needs("Hiring plans", "customer x", "Customer Y");
  await customers.place("Staff", "quick order");
  await customers.place("Customer X", "quick order");
  await customers.place("Customer Y", "partnership");
  await customers.add("Partnership", "Customer X", "the year ends");
}

test("from what is produced follow the customers, and from them the lanes", (t) =>
  withPage(t, {}, async (page) => {
    await page.clock.setFixedTime(DAY);
    const customers = await Customers.of(page);
    await checkAccessibility(page);
    await fill(customers);
    assert.deepEqual(await customers.outputs(), ["Certificates", "Hiring plans"]);
    assert.deepEqual(await customers.consumers("Hiring plans"), ["Customer X", "Customer Y"]);
    assert.equal(await customers.described.locator(".persona").count(), 3, "Customer X is one customer");
    await customers.persona("Customer X").getByText("Consumes: Certificates, Hiring plans.").waitFor();
    assert.deepEqual(await customers.cards("Quick order"), ["Staff", "Customer X"]);
    assert.deepEqual(await customers.cards("Partnership"), ["Customer Y", "Customer X / the year ends"]);
    assert.equal(await customers.waiting.count(), 0);
    await customers.add("Quick order", "Customer Y", "it is the usual");
    assert.deepEqual(await customers.cards("Quick order"), ["Staff", "Customer X", "Customer Y / it is the usual"]);
    assert.equal(await page.locator("details[open]").count(), 0, "a menu closes when something of it is chosen");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await customers.cards("Quick order"), ["Staff", "Customer X"]);
    await customers.card("Partnership", "Customer Y").getByLabel("For Customer Y").fill("6");
    await customers.lane("Partnership").getByText("6 hours a month so far.").waitFor();
    await checkAccessibility(page);
    await kept(page);
    await page.reload();
    await started(page);
    await eventually(() => customers.cards("Partnership"), ["Customer Y", "Customer X / the year ends"]);
  }));

test("a customer is described, and looked at again after six months", (t) =>
  withPage(t, {}, async (page) => {
    await page.clock.setFixedTime(DAY);
    const customers = await Customers.of(page);
    await customers.output(1).fill("Budgets");
    await customers.needs("Budgets", "Division heads");
    const heads = customers.persona("Division heads");
    await heads.getByLabel("They need").fill("to know in June what they can spend");
    await heads.getByText("To be looked at again on 27 May 2027.").waitFor();
    await heads.getByLabel("They fear").fill("cuts that nobody explains");
    await kept(page);
    await page.clock.setFixedTime(new Date("2027-05-27T10:00:00"));
    await page.reload();
    await started(page);
    await heads.getByText("due since 27 May 2027").waitFor();
    await customers.described.getByText("1 to look at again").waitFor();
    await checkAccessibility(page);
    await heads.getByRole("button", { name: "Looked at it today" }).click();
    await heads.getByText("To be looked at again on 27 November 2027.").waitFor();
    assert.equal(await customers.described.getByText("1 to look at again").count(), 0);
    await page.keyboard.press("Control+z");
    await heads.getByText("due since 27 May 2027").waitFor();
  }));

test("all of it works by keyboard alone", (t) =>
  withPage(t, {}, async (page) => {
    const customers = await Customers.of(page);
    const { keyboard } = page;
    await customers.output(1).focus();
    await keyboard.type("Reports");
    await keyboard.press("Enter");
    assert.equal(await focused(page), "Output 2");
    await keyboard.type("Contracts");
    await keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await customers.outputs(), ["Contracts", "Reports"]);
    assert.equal(await said(page).textContent(), "Moved to place 1 of 2.");
    assert.equal(await focused(page), "Output 1");
    await keyboard.press("Tab");
    assert.equal(await focused(page), "Who else needs “Contracts”?");
    await keyboard.type("Sales");
    await keyboard.press("Enter");
    assert.equal(await said(page).textContent(), "Sales is a new customer.");
    assert.equal(await focused(page), "Who else needs “Contracts”?");
    // What was typed counts without Enter too.
    await keyboard.type("Legal");
    await keyboard.press("Tab");
    await eventually(() => customers.consumers("Contracts"), ["Sales", "Legal"]);
    await customers.waiting.getByRole("button", { name: "Sales: quick order" }).focus();
    await keyboard.press("Enter");
    await eventually(() => focused(page), "When Sales wants quick order");
    await keyboard.type("it is a standard one");
    await customers.waiting.getByRole("button", { name: "Legal: quick order" }).focus();
    await keyboard.press("Enter");
    await eventually(() => focused(page), "When Legal wants quick order");
    await keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await customers.cards("Quick order"), ["Legal", "Sales / it is a standard one"]);
    await eventually(() => focused(page), "When Legal wants quick order");
    await customers.cardMenu("Quick order", "Legal").focus();
    await keyboard.press("Enter");
    await page.getByRole("button", { name: "Move to partnership" }).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await eventually(() => focused(page), "More about Legal in partnership");
    assert.equal(await said(page).textContent(), "Moved to partnership, place 1 of 1.");
    assert.deepEqual(await customers.cards("Partnership"), ["Legal"]);
    await keyboard.press("Control+z");
    await eventually(() => customers.cards("Partnership"), []);
    assert.deepEqual(await customers.cards("Quick order"), ["Legal", "Sales / it is a standard one"]);
  }));

test("cards are dragged within a lane and to the other one; Escape puts one back", (t) =>
  withPage(t, { viewport: { width: 1280, height: 1600 } }, async (page) => {
    const customers = await Customers.of(page);
    await fill(customers);
    const handle = (lane, customer) => customers.card(lane, customer).locator(".grip");
    const above = async (lane, customer) => {
      const { x, y } = await customers.card(lane, customer).boundingBox();
      return { x: x + 40, y: y + 4 };
    };
    await customers.drag(handle("Quick order", "Staff"), await above("Partnership", "Customer X"));
    assert.deepEqual(await customers.cards("Quick order"), ["Customer X"]);
    assert.deepEqual(await customers.cards("Partnership"), ["Customer Y", "Staff", "Customer X / the year ends"]);
    await customers.drag(handle("Partnership", "Customer X"), await above("Partnership", "Customer Y"));
    assert.deepEqual(await customers.cards("Partnership"), ["Customer X / the year ends", "Customer Y", "Staff"]);
    assert.equal(await said(page).textContent(), "Moved to partnership, place 1 of 3.");
    const { x, y } = await handle("Partnership", "Staff").boundingBox();
    await page.mouse.move(x + 4, y + 4);
    await page.mouse.down();
    await page.mouse.move(x - 300, y, { steps: 4 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await customers.cards("Quick order"), ["Customer X"]);
    await page.evaluate(() => scrollTo(0, 0));
    const outputs = customers.produced.locator(".output .grip");
    const first = await customers.output(1).boundingBox();
    await customers.drag(outputs.nth(1), { x: first.x, y: first.y });
    assert.deepEqual(await customers.outputs(), ["Hiring plans", "Certificates"]);
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
    await eventually(() => customers.cards("Quick order"), ["Staff", "Customer X"]);
    assert.deepEqual(await customers.outputs(), ["Certificates", "Hiring plans"]);
  }));

test("what is removed can be had back, and takes along what belongs to it", (t) =>
  withPage(t, {}, async (page) => {
    const customers = await Customers.of(page);
    await fill(customers);
    await customers.persona("Customer X").locator("summary").click();
    await customers.persona("Customer X").getByRole("button", { name: "Remove" }).click();
    assert.deepEqual(await customers.cards("Quick order"), ["Staff"]);
    assert.deepEqual(await customers.consumers("Certificates"), ["Staff"]);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await customers.cards("Partnership"), ["Customer Y", "Customer X / the year ends"]);
    await customers.chooseForCard("Quick order", "Staff", "Remove from this lane");
    await customers.place("Staff", "partnership");
    await page.getByRole("button", { name: "Staff does not need “Certificates”" }).click();
    assert.deepEqual(await customers.consumers("Certificates"), ["Customer X"]);
    // An output that is emptied again is none.
    await customers.output(3).fill("x");
    await customers.output(3).fill("");
    await customers.output(1).focus();
    await eventually(() => customers.outputs(), ["Certificates", "Hiring plans"]);
  }));

test("a customer who is a division of the workspace can be compared with", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await page.getByRole("textbox", { name: "Name of the division" }).fill("HR");
    await page.locator(".head-tools summary").click();
    await page.getByRole("button", { name: "Add a division" }).click();
    await page.getByRole("textbox", { name: "Name of the division" }).fill("Marketing");
    const customers = new Customers(page);
    await customers.open();
    await page.getByRole("group", { name: "Division" }).getByRole("button", { name: "HR" }).click();
    await customers.output(1).fill("Hiring");
    await customers.needs("Hiring", "The marketing team");
    const persona = customers.persona("The marketing team");
    await persona.getByLabel("Which division they are").selectOption("Marketing");
    await checkAccessibility(page);
    await page.getByRole("group", { name: "Division" }).getByRole("button", { name: "Marketing" }).click();
    assert.deepEqual(await customers.outputs(), []);
    await page.getByRole("group", { name: "Division" }).getByRole("button", { name: "HR" }).click();
    await persona.getByRole("link", { name: "Compare our values" }).click();
    await page.getByRole("heading", { level: 1 }).filter({ hasText: "Compare" }).or(page.getByText("HR").first()).first().waitFor();
    assert.match(page.url(), /#compare\//);
  }));

test("a request takes the lane of whoever asks, and differs for a reason", (t) =>
  withPage(t, {}, async (page) => {
    const customers = await Customers.of(page);
    await fill(customers);
    const requests = new Requests(page);
    await requests.add("Hire three people by March", "customer x");
    const serving = page.getByRole("region", { name: "How we serve it" });
    const lane = serving.getByLabel("Asked by");
    assert.deepEqual((await lane.locator("option").allTextContents()).slice(0, 3), [
      "in no lane yet",
      "Customer X: quick order",
      "Customer X, when the year ends: partnership",
    ]);
    await checkAccessibility(page);
    await serving.getByRole("button", { name: "Customer X, when the year ends: partnership" }).click();
    assert.equal(await lane.locator("option:checked").textContent(), "Customer X, when the year ends: partnership");
    assert.equal(await serving.getByRole("radio", { name: "partnership" }).isChecked(), true);
    assert.equal(await serving.getByRole("button").count(), 0);
    await serving.getByText("quick order", { exact: true }).click();
    await serving.getByLabel("Why it is served differently").fill("we have done this one before");
    await checkAccessibility(page);
    await requests.add("Another certificate", "Staff");
    await serving.getByRole("button", { name: "Staff: quick order" }).click();
    await requests.add("A strategy");
    await serving.getByText("partnership", { exact: true }).click();
    await requests.goTo("List");
    await requests.row("Hire three people").getByText("quick order").waitFor();
    await page.getByLabel("Served by").selectOption("partnership");
    await eventually(() => page.locator(".requests h2").allTextContents(), ["A strategy"]);
    await checkAccessibility(page);
    await page.getByLabel("Served by").selectOption("any lane");
    await requests.open("Hire three people");
    await serving.getByText("partnership", { exact: true }).click();
    assert.equal(await serving.getByLabel("Why it is served differently").count(), 0);
    await page.keyboard.press("Control+z");
    assert.equal(await serving.getByLabel("Why it is served differently").inputValue(), "we have done this one before");
  }));

test("the menu is copied and printed on either paper, and nothing around it is", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"], colorScheme: "dark" }, async (page) => {
    const customers = await Customers.of(page);
    await customers.openMenu();
    await page.getByText("Nothing can be ordered yet.").waitFor();
    await checkAccessibility(page);
    await page.getByRole("link", { name: "Whom we serve" }).last().click();
    await fill(customers);
    await customers.openMenu();
    assert.deepEqual(await customers.menu.getByRole("listitem").count(), 1);
    await customers.menu.getByText("your staff number").waitFor();
    await checkAccessibility(page);
    await page.getByLabel("More about the menu").click();
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await page.getByText("Copied.").first().waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /- \*\*Certificates\*\*\n {2}- What we need from you: your staff number\n/);
    await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
    await page.getByRole("button", { name: "Print" }).click();
    assert.equal(await page.evaluate(() => globalThis.printed), true);
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    const seen = await page.evaluate(() => document.body.innerText.replace(/\s+/g, " ").trim());
    assert.equal(seen, "What you can order Certificates What we need from you your staff number How long it takes two days");
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1, format);
    }
  }));

test("the menu is published with the values or alone, and nothing of the customers with it", (t) =>
  withPage(t, {}, async (page) => {
    const customers = await Customers.of(page);
    await fill(customers);
    await chooseFromMainMenu(page, "Publish…");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    assert.equal(await dialog.getByRole("button", { name: "Save the file" }).isDisabled(), true);
    await dialog.getByLabel("With the menu").check();
    await checkAccessibility(page);
    const { text } = await download(page, () => dialog.getByRole("button", { name: "Save the file" }).click());
    assert.match(text, /Certificates/);
    assert.doesNotMatch(text, /Customer|Staff"|Hiring plans|year ends/);
    await page.route("**/menu.json", (route) => route.fulfill({ contentType: "application/json", body: text }));
    await page.goto("?src=menu.json&screen=menu");
    await page.getByRole("heading", { name: "What you can order" }).waitFor();
    await customers.menu.getByText("two days").waitFor();
    assert.equal(await page.getByRole("navigation").count(), 0);
    await checkAccessibility(page);
    await page.goto("?src=menu.json");
    await page.getByRole("heading", { name: "Unnamed division" }).waitFor();
    await customers.menu.getByText("two days").waitFor();
    await checkAccessibility(page);
  }));

test("it fits a phone, and the bar has room for all places", async (t) => {
  for (const width of [320, 375, 640, 800, 850, 1000, 1280, 1920]) {
    await t.test(String(width), (t) =>
      withPage(t, { viewport: { width, height: 800 } }, async (page) => {
        const customers = await Customers.of(page);
        if (width <= 375) {
          await fill(customers);
          assert.equal(await isTooWide(page), false);
          await customers.openMenu();
        }
        assert.equal(await isTooWide(page), false);
        const links = page.getByRole("navigation", { name: "Screens" }).getByRole("link");
        assert.equal(await links.count(), 6);
        const bar = await page.locator(".bar").boundingBox();
        for (const link of await links.all()) {
          const box = await link.boundingBox();
          assert.ok(box.x >= 0 && box.x + box.width <= width, `${await link.textContent()} is in sight`);
        }
        assert.ok(bar.height <= (width >= 1600 ? 82 : 66), `the bar is one row: ${bar.height}`);
      }));
  }
});
