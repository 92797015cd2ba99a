// How esbuild puts what is in web/ and style/ together with the program.

/** How any script of it becomes one module. */
export const MODULE = { bundle: true, format: "esm", target: "es2022", logLevel: "warning" };

/**
 * The options for it. `glue`: wasm-bindgen's JavaScript, which web/boot.js imports as "evencost"; `wasm`: the name of the
 * program beside it; `words`: the
 * name of the table of words (meaning/words.evm) there; `worker`: that of the script of the worker; `single`: whether all
 * becomes one file, in which there is no worker.
 */
export const app = ({ glue, wasm, words, worker, single }) => ({
  ...MODULE,
  // wasm-bindgen names the loader of the chunks once for each function that it takes from it.
  logOverride: { "duplicate-object-key": "silent" },
  define: { WASM: JSON.stringify(`./${wasm}`), WORDS: JSON.stringify(`./${words}`), WORKER: JSON.stringify(`./${worker}`), SINGLE: String(single) },
  plugins: [
    {
      name: "program",
      setup: ({ onResolve }) => onResolve({ filter: /^evencost$/ }, () => ({ path: glue, external: !single })),
    },
  ],
});
