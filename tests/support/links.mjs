// Sharing, opening what somebody shared, replying, and taking replies in, as people do it.
import { documents, eventually, started } from "./app.mjs";
import { withPage } from "./browser.mjs";
import { Requests } from "./requests.mjs";
import { Values } from "./values.mjs";

const PURPOSES = { look: "To look at", draft: "To write values", weigh: "To weigh requests" };

/** What stands behind the `#` of a link. */
export const fragmentOf = (link) => link.slice(link.indexOf("#") + 1);

/** The address as Outlook's Safe Links wraps it. */
export const wrapped = (link) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02%7Cann%40example.org%7C0&sdata=x%2By%3D&reserved=0`;

/** Waits until the only document that is kept is as `is` says, and reads it. */
export async function keptDocument(page, is = () => true) {
  let document;
  await eventually(async () => {
    [document] = Object.values(await documents(page));
    return document !== undefined && is(document);
  }, true);
  return document;
}

export class Links {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.sharing = page.getByRole("dialog", { name: "Share" });
    this.replying = page.getByRole("dialog", { name: "Your reply" });
    this.taking = page.getByRole("dialog", { name: "Replies" });
    this.guest = page.getByRole("complementary", { name: "From a link" });
    this.task = page.getByRole("complementary", { name: "What you were asked" });
    this.start = this.main.getByRole("button", { name: "Start" });
    this.refusal = this.main.getByRole("alert");
    this.answered = this.taking.getByRole("table", { name: "Who answered" });
    this.take = this.taking.getByRole("button", { name: "Take them in" });
    this.nothingNew = this.taking.getByText("There is no new reply in this text.");
  }

  /** Opens the dialog of sharing, chooses what for and ticks what to send along. */
  async openShare(purpose = "look", ...ticks) {
    await this.page.getByRole("button", { name: "Share", exact: true }).click();
    if (purpose !== "look") await this.sharing.getByText(PURPOSES[purpose], { exact: true }).click();
    for (const tick of ticks) await this.sharing.getByLabel(tick).check();
    await this.linkIn(this.sharing).waitFor();
  }

  linkIn(dialog) {
    return dialog.getByRole("textbox", { name: "The link" });
  }

  /** Shares, and answers the link that is there to be copied. */
  async share(purpose, ...ticks) {
    await this.openShare(purpose, ...ticks);
    return this.leave(this.sharing);
  }

  /** Makes the reply, and answers its link. */
  async reply() {
    await this.task.getByRole("button", { name: "Copy my reply…" }).click();
    return this.leave(this.replying);
  }

  async leave(dialog) {
    const link = await this.linkIn(dialog).inputValue();
    await this.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    return link;
  }

  /** Starts what a link asks for, under that name. */
  async begin(name) {
    await this.main.getByRole("textbox", { name: /^Your name or initials/ }).fill(name);
    await this.start.click();
    await this.task.waitFor();
  }

  /** Opens the dialog of replies where it is not open yet, and pastes. */
  async paste(text) {
    if (!(await this.taking.isVisible())) {
      await this.page.locator(".tools summary").click();
      await this.page.locator(".tools").getByRole("button", { name: "Take in replies" }).click();
    }
    await this.taking.getByRole("textbox").fill(text);
  }

  /** The table of who answered, a line for each row. */
  async lines() {
    const rows = await this.answered.locator("tbody tr").all();
    return Promise.all(rows.map(async (row) => (await row.locator("th, td").allTextContents()).join(" | ")));
  }

  /** Takes in what was pasted, and closes the dialog. */
  async takeIn() {
    await this.take.click();
    await this.take.waitFor({ state: "detached" });
    await this.page.keyboard.press("Escape");
    await this.taking.waitFor({ state: "hidden" });
  }

  /** What several people say differently of one thing, by what it is. */
  dispute(what) {
    return this.taking.getByRole("group", { name: what });
  }
}

/** Somebody with a browser of their own: opens the link, does what `body` does, and answers what that answers. */
export async function somebody(t, link, body, options = {}) {
  let answer;
  await withPage(t, { path: link, ...options }, async (page) => {
    await started(page);
    answer = await body(new Links(page), page);
  });
  return answer;
}

/** Somebody who writes under that name what `write` does to the values, and replies. */
export const writer = (t, link, name, write) =>
  somebody(t, link, async (links, page) => {
    await links.begin(name);
    await write(await Values.of(page));
    return links.reply();
  });

/** Somebody who weighs the request under that name, each answer as [value, to what is pursued, to its price]. */
export const weigher = (t, link, name, request, ...answers) =>
  somebody(t, link, async (links, page) => {
    await links.begin(name);
    const requests = new Requests(page);
    await requests.open(request);
    for (const [value, does, costs] of answers) await requests.weigh(value, does, costs);
    await requests.done.click();
    await requests.weighing.getByText("You have answered.").waitFor();
    return links.reply();
  });

/** What a browser that copies nothing is like. */
export const refusesToCopy = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
