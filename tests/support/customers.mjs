// The screen of customers, as people use it.
import { started } from "./app.mjs";

export class Customers {
  constructor(page) {
    this.page = page;
    this.places = page.getByRole("navigation", { name: "Customers" });
    this.produced = page.getByRole("region", { name: "What we produce" });
    this.described = page.getByRole("region", { name: "Who they are" });
    this.served = page.getByRole("region", { name: "How they want to be served" });
    this.waiting = page.getByRole("list", { name: "Who has no lane yet" });
    this.menu = page.locator(".order-menu");
  }

  static async of(page) {
    await started(page);
    const customers = new Customers(page);
    await customers.open();
    return customers;
  }

  async open() {
    await this.page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Customers" }).click();
    await this.page.getByRole("heading", { name: "Whom we serve" }).waitFor();
  }

  async openMenu() {
    await this.places.getByRole("link", { name: "Menu" }).click();
    await this.page.getByRole("heading", { name: /what you can order/i }).waitFor();
  }

  /** The field with an output's name. */
  output(number) {
    return this.produced.getByRole("textbox", { name: `Output ${number}`, exact: true });
  }

  /** All outputs but the empty one at the end. */
  async outputs() {
    const fields = this.produced.getByRole("textbox", { name: /^Output \d+$/ });
    return (await fields.evaluateAll((fields) => fields.map((field) => field.value))).slice(0, -1);
  }

  /** The field that takes one more customer of an output. */
  consumer(output) {
    return this.produced.getByRole("combobox", { name: `Who else needs “${output}”?` });
  }

  /** Says who needs an output, each by Enter. */
  async needs(output, ...names) {
    for (const name of names) {
      await this.consumer(output).fill(name);
      await this.consumer(output).press("Enter");
    }
  }

  /** The names of those who need an output. */
  async consumers(output) {
    const chips = this.produced.getByRole("list", { name: `Who needs “${output}”` }).getByRole("listitem");
    return (await chips.allTextContents()).map((text) => text.replace(/×$/, "").trim());
  }

  orderable(output) {
    return this.produced.getByRole("checkbox", { name: `Can be ordered without a talk : ${output}` });
  }

  async order(output, asks, takes) {
    await this.orderable(output).check();
    await this.produced.getByRole("textbox", { name: `What it needs from whoever orders: ${output}` }).fill(asks);
    await this.produced.getByRole("textbox", { name: `How long it takes: ${output}` }).fill(takes);
  }

  /** What is known of a customer. */
  persona(name) {
    return this.described.getByRole("group", { name, exact: true });
  }

  /** One lane of the board. */
  lane(name) {
    return this.served.getByRole("region", { name });
  }

  /** The cards of a lane, each with its circumstance. */
  async cards(lane) {
    const cards = await this.lane(lane).locator(".lane-card").all();
    return Promise.all(
      cards.map(async (card) => {
        const when = await card.getByRole("textbox").first().inputValue();
        return [await card.locator("strong").textContent(), ...(when ? [when] : [])].join(" / ");
      }),
    );
  }

  card(lane, customer) {
    return this.lane(lane).locator(".lane-card").filter({ hasText: customer }).first();
  }

  /** The button of a card's menu. */
  cardMenu(lane, customer) {
    return this.card(lane, customer).locator("summary");
  }

  async chooseForCard(lane, customer, item) {
    await this.cardMenu(lane, customer).click();
    await this.card(lane, customer).getByRole("button", { name: item }).click();
  }

  /** Puts a customer who has no lane into one, as in "HR leads: partnership". */
  place(customer, service) {
    return this.waiting.getByRole("button", { name: `${customer}: ${service}` }).click();
  }

  /** Adds a card for a customer, and says when. */
  async add(lane, customer, when) {
    await this.lane(lane).getByLabel(/^Add a customer to/).click();
    await this.lane(lane).locator(".lane-head").getByRole("button", { name: customer }).click();
    if (when) await this.page.keyboard.type(when);
  }

  /** Drags something by its handle to a point of the page. */
  async drag(handle, { x, y }) {
    const box = await handle.boundingBox();
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x, y, { steps: 8 });
    await this.page.mouse.up();
  }
}
