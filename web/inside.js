// In the app as one file: its other files lie in it, in elements named after them, and are taken from there.

/** Stands in for the browser's function, in what the build puts together with this. */
async function fetchInside(address) {
  const name = new URL(address).pathname.split("/").at(-1);
  const element = document.getElementById(name);
  if (!element) throw new Error(`${name} is not in this file`);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

export { fetchInside as fetch };
