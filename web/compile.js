/** WebAssembly as it was fetched. Not while it streams in: that takes a web host which knows its type. */
export async function compile(fetching) {
  const response = await fetching;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
