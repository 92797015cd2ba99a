// The screens of requests, as a person uses them.
import assert from "node:assert/strict";

/** Opens the example from the menu. */
export async function openExample(page) {
  await page.getByLabel("More", { exact: true }).click();
  await page.getByRole("button", { name: "See an example" }).last().click();
  await page.getByText("Northwind Sales (fictional)").first().waitFor();
}

/** Types values, each `[pursued, cost]`, into the first division. */
export async function writeValues(page, values) {
  await page.getByRole("link", { name: "Values", exact: true }).click();
  for (const [index, [pursued, cost]] of values.entries()) {
    await page.getByLabel(`Value ${index + 1}: what we pursue`).fill(pursued);
    await page.getByLabel(`Value ${index + 1}: what we give up`).fill(cost);
  }
}

export class Requests {
  constructor(page) {
    this.page = page;
    this.screens = page.getByRole("navigation", { name: "Screens" });
    this.places = page.getByRole("navigation", { name: "Requests" });
    this.title = page.getByLabel("What is asked", { exact: true });
    this.weighing = page.getByRole("region", { name: "Weigh it" });
    this.result = page.getByRole("region", { name: "The result" });
    this.decision = page.getByRole("region", { name: "The decision" });
    this.table = page.getByRole("region", { name: "Requests against values" });
    this.done = page.getByRole("button", { name: /^(Done|It touches none of them|It does not touch it)$/ });
  }

  async goTo(place) {
    await this.screens.getByRole("link", { name: "Requests" }).click();
    await this.places.getByRole("link", { name: place }).click();
    // The place before has a title too.
    await this.places.locator("[aria-current=page]").filter({ hasText: place }).waitFor();
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** A row of the list, by a part of its title. */
  row(title) {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: title }) });
  }

  async open(title) {
    await this.goTo("List");
    await this.page.getByRole("link", { name: title }).click();
    await this.title.waitFor();
  }

  /** Adds a request and opens it. */
  async add(title, from = "") {
    await this.goTo("List");
    await this.page.getByRole("button", { name: "Add a request" }).click();
    await this.page.getByLabel("What is asked, in one line").fill(title);
    await this.page.getByLabel("Who asks").fill(from);
    await this.page.getByRole("button", { name: "Add and weigh it" }).click();
    await this.title.waitFor();
    assert.equal(await this.title.inputValue(), title);
  }

  /** Weighs as somebody new. */
  async addPerson(name) {
    await this.weighing.getByLabel("Name or initials").fill(name);
    await this.weighing.getByRole("button", { name: "Start" }).click();
    await this.weighing.getByText(`Weighing as ${name}`).waitFor();
  }

  async choosePerson(name) {
    await this.weighing.getByRole("button", { name }).click();
    await this.weighing.getByText("Weighing as").waitFor();
  }

  /** Hands the device on. */
  async nextPerson() {
    await this.weighing.getByRole("button", { name: "Next person" }).click();
    await this.weighing.getByText("Who weighs?").waitFor();
  }

  show() {
    return this.result.getByRole("button", { name: "Show the result" }).click();
  }

  /** The card of a value, by what it pursues. */
  card(pursued) {
    return this.weighing.getByRole("listitem").filter({ hasText: `It touches ${pursued} even at the cost of` });
  }

  touches(pursued) {
    return this.card(pursued).getByRole("checkbox", { name: /^It touches/ });
  }

  /** Answers what the request does to a side: `"serves"`, `"neither"`, `"harms"`; `"spends"`, `"protects"`. */
  async answer(pursued, side, words) {
    await this.card(pursued).getByRole("radiogroup", { name: `To “${side}”` }).getByText(words, { exact: true }).click();
  }

  /** Ticks a value and answers both questions. */
  async weigh([pursued, cost], does, costs) {
    await this.touches(pursued).check();
    await this.answer(pursued, pursued, does);
    await this.answer(pursued, cost, costs);
  }

  /** The standing that the card of a value shows. */
  standing(pursued) {
    return this.card(pursued).locator(".says .tag");
  }

  decide(words) {
    return this.decision.getByRole("radiogroup").getByText(words, { exact: true }).click();
  }

  column(name) {
    return this.table.getByRole("columnheader", { name });
  }

  /** The titles of the table, from top to bottom. */
  tableTitles() {
    return this.table.getByRole("rowheader").getByRole("link").allTextContents();
  }
}
