// The main job in every place that the app is put into, and what the page says there of what is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { app, withPage } from "./support/browser.mjs";
import { deny, elsewhere, fill, singleFile } from "./support/embed.mjs";
import { mainJob } from "./support/tour.mjs";

const frame = (url, sandbox) => `<iframe src="${url}" title="Values" width="1000" height="700" ${sandbox}></iframe>`;

/** The frame of a page as page objects take it: what is in the frame, and the keyboard of the page. */
async function framed(page) {
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  return new Proxy(frame, {
    get(frame, name) {
      const of = name in frame ? frame : page;
      return typeof of[name] === "function" ? of[name].bind(of) : of[name];
    },
  });
}

/** How to open the app in each place; answers where its screens are, or nothing where this build lacks it. */
const PLACES = {
  "a page of its own": async (page) => {
    await page.goto("");
    return page;
  },
  "a frame of the same origin": async (page) => {
    const { url } = await app();
    const body = `<!doctype html><title>Host</title>${frame(url, "")}`;
    await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("host.html");
    return framed(page);
  },
  "a frame of another origin": async (page) => {
    await page.goto(await elsewhere(frame((await app()).url, "")));
    return framed(page);
  },
  "a sandboxed frame without an origin": async (page) => {
    const sandbox = `sandbox="allow-scripts allow-downloads allow-forms allow-popups"`;
    await page.goto(await elsewhere(frame((await app()).url, sandbox)));
    return framed(page);
  },
  "a file": async (page) => {
    const file = await singleFile();
    if (!file) return undefined;
    await page.goto(file);
    return page;
  },
};

const NOT_HERE = ["Not saved here: this browser keeps nothing for this page.", "Not saved here."];
const STORAGE = {
  free: { arrange: () => {}, told: ["", "Saved on this device."] },
  denied: { arrange: deny, told: NOT_HERE },
  full: { arrange: fill, told: ["Not saved: the browser has no room left", "Not saved."] },
};

for (const [place, open] of Object.entries(PLACES)) {
  for (const [storage, { arrange, told }] of Object.entries(STORAGE)) {
    test(`in ${place}, storage ${storage}, the main job is done and the page says what is kept`, async (t) => {
      if (place === "a file" && !(await singleFile())) return t.skip("this build has no evencost.html");
      // Where the browser gives no focus by itself, the dialog does.
      await withPage(t, { path: null, allow: [/^console: Blocked autofocusing/] }, async (page) => {
        await arrange(page);
        const screen = await open(page);
        await mainJob(screen);
        // Without an origin, a frame has no storage at all.
        const [banner, status] = place.startsWith("a sandboxed") ? NOT_HERE : told;
        if (banner) await screen.getByText(banner).waitFor();
        await screen.locator("footer.status").getByText(status, { exact: true }).waitFor();
        const isFramed = place.includes("frame");
        assert.equal(await screen.getByText("Nothing is sent: only this browser has it.").count(), isFramed ? 1 : 0, "who sees it");
        await screen.locator("header.bar").getByRole("button", { name: "Undo" }).click();
        await screen.getByText("Undone: adding Finance").first().waitFor();
      });
    });
  }
}
