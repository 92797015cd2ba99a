// The selectors of the browser tests, `getByRole` and its like, for engines that Playwright cannot drive as they are
// installed: Playwright's own code that finds elements by them is plain JavaScript, and runs in any page.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";

const require = createRequire(import.meta.url);
const bundle = require.resolve("playwright-core/lib/coreBundle");
const { escapeForAttributeSelector: attribute, escapeForTextSelector: text } = require(bundle).iso;

/** What finds elements, as the source of an expression. Playwright has it in a string of its own code. */
export async function finder() {
  for (const [, literal] of (await readFile(bundle, "utf8")).matchAll(/^ *source\d+ = ('.*');$/gm)) {
    if (!literal.includes("InjectedScript: () => InjectedScript")) continue;
    const options = { isUnderTest: false, sdkLanguage: "javascript", stableRafCount: 1, testIdAttributeName: "data-testid", customEngines: [] };
    return `(() => {
      const module = {};
      ${runInNewContext(literal)}
      return new (module.exports.InjectedScript())(window, ${JSON.stringify(options)});
    })()`;
  }
  throw new Error(`${bundle} has no script that finds elements: look where this version of Playwright keeps it`);
}

/** Playwright's selectors as its methods write them. */
export const selectors = {
  getByRole(role, { name, exact, ...states } = {}) {
    const conditions = Object.entries(states).map(([state, value]) => `[${state}=${value}]`);
    if (name !== undefined) conditions.push(`[name=${attribute(name, exact)}]`);
    return `internal:role=${role}${conditions.join("")}`;
  },
  getByText: (words, { exact } = {}) => `internal:text=${text(words, exact)}`,
  getByLabel: (words, { exact } = {}) => `internal:label=${text(words, exact)}`,
  getByTitle: (words, { exact } = {}) => `internal:attr=[title=${attribute(words, exact)}]`,
  nth: (number) => `nth=${number}`,
  hasText: (words) => `internal:has-text=${text(words, false)}`,
  has: (selector) => `internal:has=${JSON.stringify(selector)}`,
};
