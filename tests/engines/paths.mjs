// The main paths, as a person goes through them, in any engine. What each of them shows in depth is tested in Chromium;
// here, that the engine has what it takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, documents, download, eventually, focused, isTooWide, kept, openWorkspace, said, started } from "../support/app.mjs";
import { Compare, importFile, importText, openExample, table } from "../support/compare.mjs";
import { keptDocument, Links } from "../support/links.mjs";
import { Requests, writeValues } from "../support/requests.mjs";
import { Values } from "../support/values.mjs";
import { slowly, withPage } from "./browser.mjs";

const PAIR = table([
  ["People", "One shared culture", "individuality"],
  ["People", "Fairness", "pace"],
  ["Sales", "Individuality", "one shared culture"],
]);

const SPEED = ["Speed", "polish"];
const CANDOUR = ["Candour", "comfort"];

/** The tests of an engine: those that show that it runs at all, and with FULL=1 all. */
export function paths(engine) {
  const open = (t, options, body) => withPage(t, engine, options, body);
  /** Somebody with a browser of their own. */
  const somebody = async (t, path, body) => {
    let answer;
    await open(t, { path }, async (page) => {
      await started(page);
      answer = await body(new Links(page), page);
    });
    return answer;
  };
  const full = process.env.FULL ? test : () => {};

  test("what is typed before the program arrives and after it is kept", (t) =>
    slowly((path, release) =>
      open(t, { path }, async (page) => {
        await page.waitForFunction(() => document.activeElement.tagName === "TEXTAREA");
        await page.keyboard.type("Speed");
        await page.keyboard.press("Enter");
        await page.keyboard.type("polih");
        await page.keyboard.press("ArrowLeft");
        release();
        const values = await Values.of(page);
        await page.keyboard.type("s");
        await page.keyboard.press("Enter");
        await page.keyboard.type("Candour");
        await page.keyboard.press("Enter");
        await page.keyboard.type("comfort");
        await kept(page);
        await page.reload();
        await started(page);
        assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
      }),
    ));

  test("two divisions that are pasted are compared, and a request is weighed", (t) =>
    open(t, {}, async (page) => {
      await importText(page, PAIR);
      const compare = new Compare(page);
      await compare.open();
      await eventually(() => compare.counts(), "1 head-on, 1 without counterpart");
      await compare.points("head-on").waitFor();
      assert.deepEqual(await compare.lines(), ["reversed"]);

      const requests = new Requests(page);
      await requests.add("Ship it on Monday", "Sales");
      await requests.addPerson("AB");
      await requests.weigh(["Fairness", "pace"], "serves", "spends");
      assert.equal(await requests.standing("Fairness").textContent(), "agreed trade");
      await requests.done.click();
      await requests.show();
      await requests.result.getByText("fits the values you named").waitFor();
    }));
}
