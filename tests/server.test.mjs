// The web server of the browser tests and of scripts/serve.
import assert from "node:assert/strict";
import { get } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../scripts/server.mjs";

/** Asks for exactly that path, which fetch would put right, and resolves to the status. */
const status = (url, path) =>
  new Promise((resolve, reject) => {
    get(url, { path }, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });

test("what is no path is refused, and the server goes on", { timeout: 10_000 }, async () => {
  const { url, close } = await serve(fileURLToPath(new URL("fixtures", import.meta.url)));
  try {
    assert.equal(await status(url, "//"), 400);
    assert.equal(await status(url, "/%"), 400);
    assert.equal(await status(url, "/missing"), 404);
    assert.equal(await status(url, "/illustrative-statements.tsv"), 200);
  } finally {
    await close();
  }
});
