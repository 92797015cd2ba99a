// The screen of values, as people use it.
import { started } from "./app.mjs";

const SIDES = { pursued: "what we pursue", cost: "what we give up" };

export class Values {
  constructor(page) {
    this.page = page;
  }

  static async of(page) {
    await started(page);
    return new Values(page);
  }

  get name() {
    return this.page.getByRole("textbox", { name: "Name of the division" });
  }

  blank(number, side) {
    return this.page.getByRole("textbox", { name: `Value ${number}: ${SIDES[side]}`, exact: true });
  }

  row(number) {
    return this.page.locator(".values > li").nth(number - 1);
  }

  /** All sentences but the empty one at the end. */
  async sentences() {
    const rows = await this.page.locator(".values > li").all();
    const read = (row) => row.locator(".sentence textarea").evaluateAll((fields) => fields.map((field) => field.value));
    return (await Promise.all(rows.slice(0, -1).map(read))).map((sides) => sides.join(" / "));
  }

  /** Types the sides of a value as a person does, by Enter from one to the next; ends in the next sentence. */
  async type(number, pursued, cost) {
    await this.blank(number, "pursued").click();
    await this.page.keyboard.type(pursued);
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.type(cost);
    await this.page.keyboard.press("Enter");
  }

  /** Fills in values from the first on, quicker than by typing. */
  async fill(...sentences) {
    for (const [index, sentence] of sentences.entries()) {
      const [pursued, cost] = sentence.split(" / ");
      await this.blank(index + 1, "pursued").fill(pursued);
      await this.blank(index + 1, "cost").fill(cost);
    }
  }

  /** The button of a row's menu. */
  menu(number) {
    return this.row(number).locator("summary");
  }

  async choose(number, item) {
    await this.menu(number).click();
    await this.row(number).getByRole("button", { name: item }).click();
  }

  async chooseForDivision(item) {
    await this.page.locator(".head-tools summary").click();
    await this.page.locator(".head-tools").getByRole("button", { name: item }).click();
  }

  /** The card of the reversal test. */
  turned(number) {
    return this.row(number).getByRole("group", { name: "The sentence turned round" });
  }

  /** Waits until the coach has said what it has to say: it speaks when typing pauses. */
  settled() {
    return this.page.locator("main").evaluate(
      (main) =>
        new Promise((resolve) => {
          const calm = () => setTimeout(resolve, 900);
          let last = calm();
          new MutationObserver(() => {
            clearTimeout(last);
            last = calm();
          }).observe(main, { subtree: true, childList: true, characterData: true });
        }),
    );
  }

  /** What the coach says of a value. */
  advice(number) {
    return this.row(number).locator(".coach");
  }

  /** The message that goes after some seconds. */
  get notice() {
    return this.page.locator(".notice");
  }

  /** The goods to start from. */
  shelf(number) {
    return this.row(number).getByRole("group", { name: "Goods to start from" });
  }
}
