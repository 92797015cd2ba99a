// Pages of somebody else's with Evencost in them.
import { access } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { app, withPage } from "./browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A document as a host page has it. */
export const set = (name = "People team", ...values) => ({
  format: "evencost",
  version: 1,
  name,
  divisions: [
    {
      id: "3f9k2m7q-0",
      name,
      values: (values.length > 0 ? values : ["Speed / polish"]).map((sentence, index) => {
        const [pursued, cost] = sentence.split(" / ");
        return { id: `3f9k2m7q-${index + 1}`, pursued, cost };
      }),
    },
  ],
});

/** The same with all that is nobody's business outside. */
export const withSecrets = () => ({
  ...set("People team", "Speed / polish"),
  people: [{ id: "3f9k2m7q-7", name: "Secret rater", division: "3f9k2m7q-0", named: true }],
  requests: [
    {
      id: "3f9k2m7q-8",
      title: "Secret request",
      from: "Secret asker",
      date: "2026-11-02",
      decisions: [{ division: "3f9k2m7q-0", outcome: "no", reason: "Secret reason" }],
      answers: [{ value: "3f9k2m7q-1", person: "3f9k2m7q-7", pursued: 1, cost: -1 }],
    },
  ],
});

const pages = new Map();
let served;
/** A web server of another origin than the app's. */
const server = () =>
  (served ??= new Promise((resolve) => {
    const made = createServer(({ url }, response) => {
      const body = pages.get(url);
      response.writeHead(body ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(body);
    });
    made.listen(0, "127.0.0.1", () => resolve(made));
  }));
after(async () => {
  const made = await served;
  made?.closeAllConnections();
  made?.close();
});

/**
 * Serves a page of another origin than the app's, and answers its address. Of the same site: the browsers of the tests deny
 * storage to frames of others.
 */
export async function elsewhere(body, title = "The intranet") {
  const { port } = (await server()).address();
  const path = `/${pages.size}.html`;
  pages.set(path, `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,"><main><h1>${title}</h1>${body}</main></html>`);
  return `http://127.0.0.1:${port}${path}`;
}

/** The script that makes `<even-cost>` known. */
export const script = async () => `<script src="${(await app()).url}even-cost.js"></script>`;

/** Hears what the elements say from the first moment on; `keeps` is what the page does with what it is handed. */
const HEARS = `<script>
  globalThis.heard = [];
  globalThis.keeps = true;
  for (const type of ["ready", "change", "save", "error"]) {
    const hear = (event) => {
      if (event.target.localName !== "even-cost" || !(event instanceof CustomEvent)) return;
      heard.push({ from: event.target.id, type, ...event.detail });
      if (event.waitUntil && keeps) event.waitUntil(keeps);
    };
    addEventListener(type, hear, true);
  }
</script>`;

/** Opens a host page with these elements in it and runs `body(page, host)`, `host` being that page as its script sees it. */
export async function withHost(t, elements, options, body) {
  await withPage(t, { ...options, path: null }, async (page, context) => {
    await page.goto(await elsewhere(HEARS + (await script()) + elements));
    await body(page, new Host(page), context);
  });
}

export class Host {
  constructor(page, id = "") {
    this.page = page;
    this.selector = id ? `#${id}` : "even-cost";
    this.frame = page.frameLocator(`${this.selector} iframe`);
    this.status = this.frame.locator("footer.status");
  }

  /** Another element of the page, by its id. */
  at(id) {
    return new Host(this.page, id);
  }

  /** Calls a method of the element; what it throws is answered in words. */
  call(method, ...given) {
    return this.page.evaluate(
      ([selector, method, given]) =>
        document
          .querySelector(selector)
          [method](...given)
          .catch((error) => `refused: ${error.message}`),
      [this.selector, method, given],
    );
  }

  load(document) {
    return this.call("load", document);
  }

  save() {
    return this.call("save");
  }

  set(name, value) {
    return this.page.evaluate(
      ([selector, name, value]) => {
        const element = document.querySelector(selector);
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      },
      [this.selector, name, value],
    );
  }

  /** What the page heard of the elements, of one type. */
  async heard(type) {
    return (await this.page.evaluate(() => globalThis.heard)).filter((event) => event.type === type);
  }

  blank(number, side) {
    const sides = { pursued: "what we pursue", cost: "what we give up" };
    return this.frame.getByRole("textbox", { name: `Value ${number}: ${sides[side]}`, exact: true });
  }

  height() {
    return this.page.locator(`${this.selector} iframe`).evaluate((frame) => frame.offsetHeight);
  }
}

/** The one file that runs without a server, where this build has it. */
export async function singleFile() {
  const file = join(process.env.DIST ?? join(root, "dist"), "evencost.html");
  return access(file).then(
    () => pathToFileURL(file).href,
    () => undefined,
  );
}

/** A browser that denies storage. */
export const deny = (page) =>
  page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  });

/** A browser whose storage is full. */
export const fill = (page) =>
  page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
