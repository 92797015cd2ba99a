// Many divisions to measure with: always the same.
import { readFile } from "node:fs/promises";

const SOURCES = ["core/tests/fixtures/meaning-pairs.tsv", "tests/fixtures/illustrative-statements.tsv"];

/** Numbers that look random and are the same at every run (Knuth's constants for 64 bits). */
function numbers() {
  let state = 7n;
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** Goods of two words each, all different: of the words that people used in the statements and pairs of the tests. */
async function goods(count) {
  const texts = await Promise.all(SOURCES.map((file) => readFile(file, "utf8")));
  const words = [...new Set(texts.join(" ").toLowerCase().match(/\b[a-z]{5,}\b/g))].sort();
  const below = numbers();
  const all = new Set();
  while (all.size < count) all.add(`${words[below(words.length)]} ${words[below(words.length)]}`);
  return [...all];
}

/**
 * Divisions of that many values each, as rows of division, what is pursued and what it costs. `distinct`: how many goods they
 * choose from; where there is one for each side, each is used once.
 */
export async function many(divisions, values, distinct) {
  const all = await goods(distinct);
  const below = numbers();
  let next = 0;
  const good = () => (distinct < 2 * divisions * values ? all[below(distinct)] : all[next++]);
  return Array.from({ length: divisions }, (_, team) =>
    Array.from({ length: values }, () => [`Division ${String(team + 1).padStart(4, "0")}`, good(), good()]),
  ).flat();
}

/** The rows as the CSV that people import. */
export const csv = (rows) => ["division,pursued,cost", ...rows.map((row) => row.join(","))].join("\n");

/** The rows, which stand by division, as the file that Evencost saves. */
export function file(rows) {
  const divisions = [];
  let counter = 0;
  const id = () => `00000001-${counter++}`;
  for (const [name, pursued, cost] of rows) {
    if (divisions.at(-1)?.name !== name) divisions.push({ id: id(), name, values: [] });
    divisions.at(-1).values.push({ id: id(), pursued, cost });
  }
  return JSON.stringify({ format: "evencost", version: 1, divisions });
}
