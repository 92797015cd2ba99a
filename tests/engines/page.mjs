// A page of any engine with the methods of Playwright's that the page objects in tests/support use, so that a person's
// paths are written once. What a person does goes through WebDriver: it is the engine's own pointer and keyboard.
import { createReadStream } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { finder, selectors } from "./selectors.mjs";

const PATIENCE = 15_000;
const KEYS = { Alt: Key.ALT, Control: Key.CONTROL, Shift: Key.SHIFT, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE, Space: Key.SPACE, Tab: Key.TAB };
for (const name of ["Up", "Down", "Left", "Right"]) KEYS[`Arrow${name}`] = Key[`ARROW_${name.toUpperCase()}`];
const key = (name) => KEYS[name] ?? name;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries until it is done; what went wrong last is what is told. */
async function patiently(what, attempt) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof SyntaxError || error.name === "NoSuchWindowError" || error.name === "NoSuchSessionError") throw error;
      if (Date.now() > end) throw new Error(`${what}: ${error.message}`, { cause: error });
      await pause(50);
    }
  }
}

class Place {
  /** A place inside this one, by a selector of Playwright's. */
  locator(selector) {
    return new Locator(this.page, this.selector ? `${this.selector} >> ${selector}` : selector);
  }
  getByRole(...how) {
    return this.locator(selectors.getByRole(...how));
  }
  getByText(...how) {
    return this.locator(selectors.getByText(...how));
  }
  getByLabel(...how) {
    return this.locator(selectors.getByLabel(...how));
  }
}

class Locator extends Place {
  constructor(page, selector) {
    super();
    this.page = page;
    this.selector = selector;
  }

  filter({ has, hasText }) {
    let found = this;
    if (has) found = found.locator(selectors.has(has.selector));
    if (hasText) found = found.locator(selectors.hasText(hasText));
    return found;
  }
  nth(number) {
    return this.locator(selectors.nth(number));
  }
  first() {
    return this.nth(0);
  }
  last() {
    return this.nth(-1);
  }
  async all() {
    return Array.from({ length: await this.count() }, (_, number) => this.nth(number));
  }

  /** What a function in the page makes of all the elements. */
  async evaluateAll(make, argument) {
    return this.page.inFound(this.selector, `return (${make})(found, argument)`, argument);
  }
  count() {
    return this.evaluateAll("(found) => found.length");
  }
  allTextContents() {
    return this.evaluateAll("(found) => found.map(({ textContent }) => textContent)");
  }
  allInnerTexts() {
    return this.evaluateAll("(found) => found.map(({ innerText }) => innerText)");
  }
  isVisible() {
    return this.page.inFound(this.selector, "return found.some(visible)");
  }

  /** What a function in the page makes of the one element. */
  evaluate(make, argument) {
    return patiently(this.selector, () => this.page.inFound(this.selector, `return (${make})(only(), argument)`, argument));
  }
  textContent() {
    return this.evaluate("(element) => element.textContent");
  }
  innerText() {
    return this.evaluate("(element) => element.innerText");
  }
  inputValue() {
    return this.evaluate("(element) => element.value");
  }
  isChecked() {
    return this.evaluate("(element) => element.checked");
  }
  isDisabled() {
    return this.evaluate("(element) => element.disabled");
  }

  async waitFor({ state = "visible" } = {}) {
    const is = {
      visible: "found.length > 0 && visible(only())",
      hidden: "!found.some(visible)",
      detached: "found.length === 0",
    }[state];
    await patiently(`${this.selector} is to be ${state}`, async () => {
      if (!(await this.page.inFound(this.selector, `return ${is}`))) throw new Error("it is not");
    });
  }

  /** Does something with the element, once it is there to be used and stands still. */
  act(how) {
    return patiently(this.selector, async () => {
      const element = await this.page.inFound(
        this.selector,
        `const element = only();
        const { top, bottom } = element.getBoundingClientRect();
        // Clear of the bars, and WebKit clicks on nothing that is out of sight.
        if (top < 80 || bottom > innerHeight - 80) element.scrollIntoView({ block: "center", behavior: "instant" });
        return finder.checkElementStates(element, ["visible", "enabled", "stable"], true).then((missing) => {
          if (missing) throw new Error(JSON.stringify(missing));
          return element;
        });`,
      );
      return how(element);
    });
  }
  click() {
    return this.act((element) => element.click());
  }
  async check() {
    if (!(await this.isChecked())) await this.click();
  }
  async uncheck() {
    if (await this.isChecked()) await this.click();
  }
  /** As if it were pasted over what is there. */
  fill(text) {
    return this.act((element) =>
      this.page.run(
        `const [field, text] = arguments;
        field.focus();
        field.select();
        document.execCommand(text ? "insertText" : "delete", false, text);`,
        element,
        text,
      ),
    );
  }
  selectOption(label) {
    return this.act(async (element) => {
      for (const option of await element.findElements({ css: "option" })) {
        if (label === (await option.getAttribute("label")) || label === (await option.getAttribute("value"))) return option.click();
      }
      throw new Error(`no option ${label}`);
    });
  }
  async setInputFiles({ name, buffer }) {
    const path = join(this.page.folder, name);
    await writeFile(path, buffer);
    await patiently(this.selector, async () => (await this.page.inFound(this.selector, "return only()")).sendKeys(path));
  }
}

export class Page extends Place {
  /** `url` is the app's; `folder` is where the engine downloads to. */
  constructor(driver, url, folder) {
    super();
    this.page = this;
    this.driver = driver;
    this.base = url;
    this.folder = folder;
    this.keyboard = {
      type: (text) => driver.actions().sendKeys(text).perform(),
      press: (combination) => {
        const keys = combination.split("+").map(key);
        const actions = driver.actions();
        for (const key of keys) actions.keyDown(key);
        for (const key of keys.reverse()) actions.keyUp(key);
        return actions.perform();
      },
    };
  }

  run(script, ...values) {
    return this.driver.executeScript(script, ...values);
  }
  evaluate(make, argument) {
    return this.run(`return (${make})(arguments[0])`, argument);
  }
  /** Errors that nobody caught since the elements of the page were first looked for. */
  complaints() {
    return this.run("return window.evencostComplaints ?? []");
  }
  async goto(path) {
    await this.driver.get(new URL(path, this.base).href);
  }
  reload() {
    return this.driver.navigate().refresh();
  }
  goBack() {
    return this.driver.navigate().back();
  }
  waitForFunction(is) {
    return patiently(`${is}`, async () => {
      if (!(await this.evaluate(is))) throw new Error("it does not hold");
    });
  }

  /** Presses the pointer on one thing, and lets go of it at the lower end of another. */
  drag(from, to) {
    return from.act((start) =>
      to.act(async (end) => {
        const { height } = await end.getRect();
        const actions = this.driver.actions();
        const below = Math.floor(height / 2) - 2;
        await actions.move({ origin: start }).press().move({ origin: end }).move({ origin: end, y: below, duration: 300 }).release().perform();
      }),
    );
  }
  waitForTimeout(milliseconds) {
    return pause(milliseconds);
  }
  /** Waits for a file that is not there yet and, as engines write downloads under another name first, has its own. */
  async waitForEvent(event) {
    if (event !== "download") throw new Error(`nothing waits for a ${event} here`);
    const before = await readdir(this.folder);
    return patiently("a file is to be downloaded", async () => {
      const [name] = (await readdir(this.folder)).filter((name) => !before.includes(name) && !/\.(part|wkdownload)$/.test(name));
      if (name === undefined) throw new Error("there is none");
      return { suggestedFilename: () => name, createReadStream: async () => createReadStream(join(this.folder, name)) };
    });
  }

  /** Runs a piece of script with the elements that the selector finds: `found`, `only()` and `visible(element)`. */
  async inFound(selector, script, argument = null) {
    const look = () =>
      this.run(
        `const { evencostFinder: finder } = window;
        if (!finder) return "no finder";
        const [selector, argument] = arguments;
        const { isElementVisible: visible } = finder.utils;
        const found = finder.querySelectorAll(finder.parseSelector(selector), document);
        const only = () => {
          if (found.length !== 1) throw new Error(found.length + " elements");
          return found[0];
        };
        ${script}`,
        selector,
        argument,
      );
    let answer = await look();
    if (answer === "no finder") {
      await this.run(
        `window.evencostFinder = ${await (this.finder ??= finder())};
        const complaints = (window.evencostComplaints = []);
        addEventListener("error", ({ message }) => complaints.push(message));
        addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));`,
      );
      answer = await look();
    }
    return answer;
  }
}
