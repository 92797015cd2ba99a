// The way out, routine and the readings, as people use them.
import { readFile } from "node:fs/promises";
import { started } from "./app.mjs";

/** The day on which the numbers of the essay's cases were worked by hand. */
const TODAY = new Date("2026-11-24T12:00:00");

const essay = new URL("../fixtures/essay.json", import.meta.url);

/** Opens the workspace with the essay's cases, on its day. */
export async function openEssay(page) {
  await page.clock.setFixedTime(TODAY);
  await page.goto("");
  await started(page);
  await page.getByRole("button", { name: "Paste or import" }).click();
  const dialog = page.getByRole("dialog");
  const file = { name: "essay.evencost.json", mimeType: "application/json", buffer: await readFile(essay) };
  await dialog.getByLabel("choose a file").setInputFiles(file);
  await dialog.getByRole("button", { name: "Open it as a workspace of its own" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "HR", exact: true }).waitFor();
}

/** Looks through another division's eyes. */
export const lookAs = (page, division) =>
  page.getByRole("group", { name: "Division", exact: true }).getByRole("button", { name: division, exact: true }).click();

export class Readings {
  constructor(page) {
    this.page = page;
    this.behind = page.getByRole("region", { name: "Acting on what we stand for" });
    this.mastery = page.getByRole("region", { name: "Time for mastery" });
    this.ground = page.getByRole("region", { name: "Common ground" });
    this.idle = page.getByRole("region", { name: "Idle values" });
  }

  async open() {
    await this.page.goto("#readings");
    await this.page.getByRole("heading", { name: "Readings", exact: true }).waitFor();
  }

  /** What a heading counts, a line each. */
  counts(region) {
    return region.locator(".counts > li").evaluateAll((lines) => {
      const words = (line) => [...line.querySelectorAll("span")].slice(0, 2).map((span) => span.textContent.trim());
      return lines.map((line) => words(line).join(" "));
    });
  }

  /** The requests behind a count. */
  async behindCount(region, label) {
    const line = region.getByRole("listitem").filter({ has: this.page.locator("summary", { hasText: label }) });
    await line.locator("summary").click();
    return line.getByRole("link").allTextContents();
  }

  suggestion(region) {
    return region.locator(".one-suggestion");
  }
}

export class Routine {
  constructor(page) {
    this.page = page;
    this.tasks = page.getByRole("list", { name: "Routine tasks" });
    this.sums = page.getByRole("region", { name: "Hours a month" });
    this.first = page.getByRole("region", { name: "Simplify first" });
    this.goesTo = page.getByRole("region", { name: "What the freed time goes to" });
    this.another = page.getByLabel("Something that comes again and again");
  }

  async open() {
    await this.page.goto("#routine");
    await this.page.getByRole("heading", { name: "Routine", exact: true }).waitFor();
  }

  task(name) {
    return this.tasks.getByRole("group", { name, exact: true });
  }

  names() {
    return this.tasks.getByRole("textbox", { name: /^Task \d+$/ }).evaluateAll((fields) => fields.map((field) => field.value));
  }

  /** What a task takes a month. */
  takes(name) {
    return this.task(name).locator(".task-takes");
  }

  /** The rows of the table, as words. */
  stages() {
    return this.sums.locator("tbody tr, tfoot tr").evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(" | ")),
    );
  }

  lines(region) {
    return region.getByRole("listitem").evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((part) => part.textContent.trim()).join(": ")),
    );
  }

  async choose(name, item) {
    await this.task(name).getByLabel(`More about “${name}”`).click();
    await this.task(name).getByRole("button", { name: item }).click();
  }
}

export class Way {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  async open() {
    await this.page.getByRole("link", { name: "Evencost: the way out" }).click();
    await this.page.getByRole("heading", { level: 1, name: "The way out" }).waitFor();
  }

  step(title) {
    return this.main.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 2, name: title }) });
  }

  /** How far a step has come, and what is next. */
  async state(title) {
    const step = this.step(title);
    return [await step.locator(".tag").textContent(), (await step.locator(".way-next").textContent()).trim()];
  }

  plan(title) {
    return this.main.locator(".plan").filter({ has: this.page.getByRole("heading", { name: title }) });
  }
}
