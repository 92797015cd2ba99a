// The screens of talks, as a person meets them.
import { download } from "./app.mjs";

export class Talk {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.title = this.main.getByRole("heading", { level: 1 });
    this.clock = page.getByRole("timer");
    this.minutes = page.getByRole("region", { name: "The minutes" });
    this.notes = page.getByRole("textbox", { name: "Notes" });
  }

  /** Opens the list of talks. */
  async open() {
    await this.page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Talk", exact: true }).click();
    await this.page.getByRole("heading", { level: 1, name: "Talks" }).waitFor();
  }

  /** From the comparison of a pair to the talk that is being prepared. */
  async prepareFromComparison() {
    await this.page.getByRole("button", { name: "Prepare a talk" }).click();
    await this.page.getByRole("heading", { name: "The agenda" }).waitFor();
  }

  /** Puts a proposal on the agenda. */
  async add(subject) {
    await this.page.getByRole("button", { name: `Add “${subject}”`, exact: true }).click();
  }

  /** What is proposed and not on the agenda yet. */
  async proposed() {
    return this.main.locator(".proposals h4").allInnerTexts();
  }

  /** What is on the agenda, in its order. */
  async agenda() {
    return this.main.getByRole("textbox", { name: /what it is about$/ }).evaluateAll((fields) => fields.map((field) => field.value));
  }

  async addOwn(words) {
    await this.page.getByLabel("A point of your own, in one line").fill(words);
    await this.page.keyboard.press("Enter");
  }

  async begin() {
    await this.page.getByRole("button", { name: "Begin the talk" }).click();
    await this.page.getByText("Point 1 of").waitFor();
  }

  part(name) {
    return this.page.getByRole("navigation", { name: "Parts of the talk" }).getByRole("button", { name });
  }

  async next() {
    await this.page.getByRole("button", { name: "Next point" }).click();
  }

  async came(outcome) {
    await this.page.getByRole("radio", { name: outcome }).check();
  }

  side(place) {
    return this.page.getByRole("textbox", { name: { pursued: "The value of both: what we pursue", cost: "The value of both: what we give up" }[place] });
  }

  async toMinutes() {
    await this.page.getByRole("button", { name: "To the minutes" }).click();
    await this.minutes.waitFor();
  }

  async end() {
    await this.page.getByRole("button", { name: "End the talk" }).click();
    await this.page.getByRole("button", { name: "End the talk" }).waitFor({ state: "detached" });
  }

  /** The minutes as the file that is saved. */
  save() {
    return download(this.page, () => this.page.getByRole("button", { name: "Save as a file" }).click());
  }

  /** What is told to have moved. */
  async moved() {
    return this.main.locator(".moves .tag").allInnerTexts();
  }
}
