// The service worker: keeps the files of one version of the app and answers from them. A version whose files differ is
// another worker: the browser fetches it in the background, and it waits until no page of the one before is open, or
// until the person says so. The build puts two words here (scripts/deploy.mjs): FILES, the names with their digests, and
// VERSION, the digest of these.

/** Evencost may lie in several folders of a site. */
const ours = `evencost ${registration.scope} `;
const CACHE = ours + VERSION;
const PAGE = "./";

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  const [, name] = address.split(registration.scope);
  if (request.method !== "GET" || name === undefined) return;
  if (request.mode !== "navigate") {
    event.respondWith(file(request));
  } else if (name === "" || name === "index.html") {
    event.respondWith(page(request));
    event.waitUntil(tidy());
    // What its web host says of it, as who may show it in a frame, may have changed.
    event.waitUntil(add(PAGE).catch(() => {}));
  }
});

/** The page of this version, whatever its address asks for. */
async function page(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(PAGE)) ?? fetch(request);
}

/** A file of any version that is kept: a page of the one before may still be open. */
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function install() {
  // Without the table of words, which not every web host hands out, the app works too.
  await Promise.all(Object.keys(FILES).map((name) => (name.endsWith(".evm") ? add(name).catch(() => {}) : add(name))));
}

/** Keeps a file, if it is the one of this version. */
async function add(name) {
  const isPage = name === PAGE;
  // Under its name, any other file is what it was in the version before.
  const response =
    (!isPage && (await caches.match(name))) ||
    (await fetch(name, { integrity: FILES[name], cache: isPage ? "no-cache" : "default" }));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // A page that the web host led to elsewhere would be refused as an answer.
  await (await caches.open(CACHE)).put(name, response.redirected ? new Response(response.body, response) : response);
}

/** Drops the files of other versions but for those of which a page is open: web/offline.js holds a lock for it. */
async function tidy() {
  // A newer version may still be filling its own.
  if (registration.installing || registration.waiting) return;
  const { held } = await navigator.locks.query();
  for (const key of await caches.keys()) {
    if (key === CACHE || !key.startsWith(ours)) continue;
    const cache = await caches.open(key);
    const open = await Promise.all(held.map((lock) => cache.match(lock.name)));
    if (!open.some(Boolean)) await caches.delete(key);
  }
}
