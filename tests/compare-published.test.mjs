// The published statements of fixtures/illustrative-statements.tsv, imported, compared and reported, as a person
// would; what is expected was read from the statements by eye.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { eventually } from "./support/app.mjs";
import { Compare, importText, withPageByWords } from "./support/compare.mjs";

const statements = await readFile(new URL("fixtures/illustrative-statements.tsv", import.meta.url), "utf8");

const NOBL = "NOBL (example)";
const READY = "The Ready (example)";
const HUSNEY = "Husney/Parabol (example, 'aren't Parabol's actual strategies')";
const BRICO = "Brico (example)";
const HINCHLEY = "B. Hinchley (example)";
const DESIGNER = "WSJ designer (example)";

/** All relations that are told of pairs, in a form to be read. */
function told({ pairs }) {
  const side = (values) => values.map(({ pursued, cost }) => `${pursued} / ${cost}`).join(" and ");
  return pairs
    .flatMap(({ a, b, relations }) =>
      relations
        .filter(({ kind }) => kind !== "alone")
        .map(({ kind, confirmed, ...of }) => `${a} | ${b} | ${kind}${confirmed ? "" : "?"} | ${side(of.a)} | ${side(of.b)}`),
    )
    .sort();
}

test("the published statements relate as a careful reader relates them", (t) =>
  withPageByWords(t, {}, async (page) => {
    await importText(page, statements);
    const compare = new Compare(page);
    await compare.open();
    const names = [HINCHLEY, BRICO, HUSNEY, NOBL, READY, DESIGNER].sort();
    await eventually(async () => (await compare.matrix.getByRole("columnheader").allInnerTexts()).sort(), names);
    await eventually(async () => (await compare.furthest())[0], `${READY} and ${HUSNEY}`);

    const experience = `${READY} | ${HUSNEY} | reversed | Mobile experience / desktop experience | Desktop experience / mobile experience`;
    const collaboration = `${READY} | ${BRICO} | same-aim | Collaboration / focus | Collaboration / individual speed`;
    const margin = `${NOBL} | ${READY} | exposed | Profit margin / revenue growth | Revenue growth / user growth`;
    const before = JSON.parse((await compare.saved("Save as JSON")).text);
    assert.equal(before.pairs.length, 15);
    assert.deepEqual(
      told(before),
      [
        experience,
        collaboration,
        margin,
        `${READY} | ${HUSNEY} | exposed | Revenue growth / user growth | User growth / revenue`,
      ].sort(),
    );

    await compare.main.getByRole("link", { name: `${READY} and ${HUSNEY}`, exact: true }).click();
    await eventually(() => compare.counts(), "1 head-on, 1 may clash, 7 without counterpart");
    await compare.declareSame("Revenue growth", "revenue");
    await page.getByText("What you said of words: 1 decision").waitFor();
    await eventually(() => compare.counts(), "2 head-on, 7 without counterpart");
    assert.deepEqual(await compare.lines(), ["reversed", "reversed"]);
    const growth = compare.points("head-on").filter({ hasText: "Revenue growth" });
    await growth.getByText("The words behind this").click();
    await growth.getByText("“Revenue growth” and “revenue” count as one good.").waitFor();

    const one = JSON.parse((await compare.saved("Save as JSON")).text);
    assert.deepEqual(told(one), [
      experience,
      `${READY} | ${HUSNEY} | reversed | Revenue growth / user growth | User growth / revenue`,
    ]);
    assert.deepEqual([one.pairs[0].apart, one.pairs[0].together], [1, 0]);

    // What nobody shares stays by itself: momentum is not speed, and a short-term win is no sustainability.
    await compare.main.getByRole("link", { name: "All divisions" }).click();
    const after = JSON.parse((await compare.saved("Save as JSON")).text);
    assert.deepEqual(
      told(after),
      [
        experience,
        collaboration,
        margin,
        `${READY} | ${HUSNEY} | reversed | Revenue growth / user growth | User growth / revenue`,
        // Declared the same as revenue, revenue growth is what NOBL's profit margin gives up and Husney's user growth too.
        `${NOBL} | ${HUSNEY} | same-price | Profit margin / revenue growth | User growth / revenue`,
      ].sort(),
    );
    for (const { a, b, relations } of after.pairs.filter(({ a, b }) => a === HINCHLEY || b === HINCHLEY)) {
      assert.ok(relations.every(({ kind }) => kind === "alone"), `${a} and ${b}`);
    }
  }));
