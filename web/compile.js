/** WebAssembly as it is fetched: while it streams in, where the web host knows its type, which browsers insist on then. */
export async function compile(fetching) {
  const response = await fetching;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

let style;

/** A part of the program as it is fetched, once the style of the screens that arrive later is there. */
export async function styled(fetching) {
  // One that does not arrive is asked for again.
  style ??= laterStyle().catch((error) => {
    style = undefined;
    throw error;
  });
  return (await Promise.all([fetching, style]))[0];
}

async function laterStyle() {
  // It stands at the end of the page.
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  const link = document.querySelector("link[rel=stylesheet][disabled]");
  // In the app as one file it is there.
  if (!link) return;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.disabled = true;
      reject(new Error(`${link.href} did not arrive`));
    };
    link.disabled = false;
  });
}

let isLeft = false;
addEventListener("pagehide", () => (isLeft = true));
addEventListener("pageshow", () => (isLeft = false));

/** Tells whoever looks at the console why something did not arrive; not what was cut short because the page is left. */
export function report(error) {
  if (!isLeft) console.error(error);
}
