// The compare screens, as a person meets them.
import { withPage } from "./browser.mjs";

/** The table of what is near in meaning. */
export const TABLE = /\/words-[0-9a-f]+\.evm$/;

/** As `withPage`, and words alone are compared: the table of what is near in meaning never comes. */
export const withPageByWords = (t, { path = "", ...options }, body) =>
  withPage(t, { ...options, path: null }, async (page, context) => {
    await context.route(TABLE, () => {});
    if (path !== null) await page.goto(path);
    await body(page, context);
  });

/** Opens the example from an empty workspace. */
export async function openExample(page) {
  await page.getByRole("main").getByRole("button", { name: "See an example" }).click();
  await page.getByLabel("Name of the division").waitFor();
}

/** Pastes a table or list into the import dialog and adds what it holds. */
export const importText = (page, text) => add(page, (dialog) => dialog.getByRole("textbox").fill(text));

/** Chooses a file of that text in the import dialog and adds what it holds. */
export const importFile = (page, text) =>
  add(page, (dialog) =>
    dialog.getByLabel("choose a file").setInputFiles({ name: "values.tsv", mimeType: "text/plain", buffer: Buffer.from(text) }),
  );

async function add(page, give) {
  await page.getByRole("button", { name: "Paste or import" }).click();
  const dialog = page.getByRole("dialog");
  await give(dialog);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Division, what is pursued and what it costs: a table to paste. */
export const table = (rows) => [["division", "pursued", "cost"], ...rows].map((row) => row.join("\t")).join("\n");

export class Compare {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.title = this.main.getByRole("heading", { level: 1 });
    this.first = page.getByRole("combobox", { name: /^First division/ });
    this.second = page.getByRole("combobox", { name: /^Second division/ });
    this.matrix = page.getByRole("region", { name: "All pairs" });
    this.suggestions = page.getByRole("group", { name: "Suggestion" });
  }

  async open() {
    const screens = this.page.getByRole("navigation", { name: "Screens" });
    await screens.getByRole("link", { name: "Compare" }).click();
    // The screen before has a title too.
    await screens.locator("[aria-current=page]").filter({ hasText: "Compare" }).waitFor();
    await this.title.waitFor();
  }

  async choose(first, second) {
    await this.first.selectOption(first);
    await this.second.selectOption(second);
  }

  /** The headline as one text. */
  async counts() {
    return (await this.main.getByRole("list", { name: "In numbers" }).getByRole("listitem").allInnerTexts())
      .map((text) => text.replace(/\s+/g, " ").trim())
      .join(", ");
  }

  /** The told relations of a kind, or all. */
  points(kind) {
    const points = this.main.getByRole("article");
    return kind === undefined ? points : points.filter({ has: this.page.getByText(kind, { exact: true }) });
  }

  /** The lines of the picture: each relation's kind, from top to bottom of what is drawn. */
  lines() {
    return this.main.locator("svg.between g").evaluateAll((lines) => lines.map((line) => line.dataset.kind).sort());
  }

  /** A row of the picture. */
  row(words) {
    return this.main.locator(".picture").getByRole("button", { name: words, exact: true });
  }

  /** The pairs of the list, in its order. */
  async furthest() {
    const list = this.main.locator("section").filter({ has: this.page.getByRole("heading", { name: "Furthest apart first" }) });
    return list.getByRole("link").allInnerTexts();
  }

  /** Says of two wordings, the first of either division, that they mean the same. */
  async declareSame(first, second) {
    const own = this.main.getByText("Say it of two others");
    const list = this.page.getByRole("combobox", { name: "Words of the first division" });
    if (!(await list.isVisible())) await own.click();
    await list.selectOption(first);
    await this.page.getByRole("combobox", { name: "Words of the second division" }).selectOption(second);
    await this.main.getByRole("button", { name: "Mean the same", exact: true }).click();
  }

  async report(item) {
    await this.main.getByLabel("Report").click();
    await this.main.getByRole("button", { name: item }).click();
  }

  /** Saves the report and reads it. */
  async saved(item) {
    const download = this.page.waitForEvent("download");
    await this.report(item);
    const file = await download;
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
  }
}
