// The worker: surveys all pairs of many divisions beside the page (worker/src/lib.rs). It is sent one document, says again
// and again how far it is, and ends with the survey; whoever does not want that any more ends it. Where it cannot do its work,
// as in a browser that refuses its program, it says so, and the page does the work itself.
import init, { survey } from "evencost-worker";
import { compile } from "./compile.js";

const load = async (name) => {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
};

addEventListener("message", async ({ data: { document, near } }) => {
  try {
    const [words] = await Promise.all([
      near ? load(WORDS).then((response) => response.arrayBuffer()) : undefined,
      compile(load(WASM)).then((module) => init({ module_or_path: module })),
    ]);
    const numbers = survey(document, words && new Uint8Array(words), postMessage.bind(self));
    postMessage(numbers, [numbers.buffer]);
  } catch (error) {
    console.warn("the worker does without", error);
    postMessage(null);
  }
});
