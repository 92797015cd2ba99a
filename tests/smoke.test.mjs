import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "./support/browser.mjs";

test("the app starts", (t) =>
  withPage(t, {}, async (page) => {
    await page.getByRole("button", { name: "Undo" }).waitFor();
    assert.equal(await page.title(), "Values · Evencost");
  }));
