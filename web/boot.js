// Starts the program. Trunk names its two files on the script element that loads this one; all lie side by side.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { default: start } = await import(new URL(js, import.meta.url));
await start({ module_or_path: new URL(wasm, import.meta.url) });
