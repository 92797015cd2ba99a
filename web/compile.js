/** WebAssembly as it is fetched: while it streams in, where the web host knows its type, which browsers insist on then. */
export async function compile(fetching) {
  const response = await fetching;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
