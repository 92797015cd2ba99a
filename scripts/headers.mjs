// What a web host sends along with the app's files: the one source for scripts/server.mjs, nginx and static hosts.
import { createHash } from "node:crypto";
import { extname } from "node:path";

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Names that change with the content, which is never stale under them; nginx reads the pattern too. */
export const HASHED = "-(?:[0-9A-Z]{8}|[0-9a-f]{16})(?:_bg)?\\.[a-z0-9]+$";
const FOR_EVER = "public, max-age=31536000, immutable";

/** The app as one file. Its program is inline, which the policy forbids: it is there to be saved and opened as a file. */
const SINGLE = "evencost.html";

/** For every file. A frame in a sandbox has an origin of its own and could not load the modules otherwise. */
const ALWAYS = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };

/** The digest of a text or file, as policies and integrity attributes spell it. */
export const digest = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

const STYLE = /<style[^>]*>([^]*?)<\/style>/g;
const PROGRAM = /<script type="module">([^]*?)<\/script>/g;

/** The digests of a page's inline elements, as sources of a policy. */
const inline = (html, elements) => [...html.matchAll(elements)].map(([, text]) => `'${digest(text)}'`);

/** The policy for a page: its inline styles are named by their digests. `ancestors`: who may show it in a frame. */
export function policy(html, ancestors) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    ["style-src 'self'", ...inline(html, STYLE)].join(" "),
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(ancestors ? [`frame-ancestors ${ancestors}`] : []),
  ].join("; ");
}

/** The policy that the app as one file brings along in itself: it reaches no other place, wherever it is opened. */
export function policyOfSingle(html) {
  return [
    "default-src 'none'",
    ["script-src 'wasm-unsafe-eval'", ...inline(html, PROGRAM)].join(" "),
    ["style-src", ...inline(html, STYLE)].join(" "),
    "img-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The headers of a file; of a page that needs its text. */
export function headersOf(name, html = "") {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  const isText = /^text|javascript/.test(type);
  return {
    ...ALWAYS,
    "Content-Type": isText ? `${type}; charset=utf-8` : type,
    "Content-Security-Policy": policy(html),
    "Cache-Control": new RegExp(HASHED).test(name) ? FOR_EVER : "no-cache",
    ...(name === SINGLE ? { "Content-Disposition": "attachment" } : {}),
  };
}

/** What nginx is to include. */
export function nginx(html, ancestors) {
  const lines = (headers, indent = "") =>
    Object.entries(headers)
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
      .join("\n");
  return `# Evencost behind nginx: all that is to be sent along with the files of this folder.
#
# On a site of its own, which is best: then no other page shares what Evencost keeps in the browser.
#
#     server {
#         listen 443 ssl;
#         server_name evencost.example.org;
#         root /srv/evencost;
#         include /srv/evencost/nginx.conf;
#     }
#
# In a folder of a site:
#
#     location /evencost/ {
#         alias /srv/evencost/;
#         include /srv/evencost/nginx.conf;
#     }
#
# Each build writes this file anew, for the policy names the page's inline style by its digest.

index index.html;
types {
${Object.entries(TYPES).map(([ending, type]) => `    ${type} ${ending.slice(1)};`).join("\n")}
}

# The files lie here compressed beforehand. For brotli, which is a sixth smaller than gzip, nginx needs a module (Debian:
# libnginx-mod-http-brotli-static); where it is there, take the # away.
gzip_static on;
#brotli_static on;

# Who may show Evencost in a frame stands at the end of the policy, after frame-ancestors: 'none', 'self' for the pages of
# the same site, or origins, as 'self' https://intranet.example.org. FRAME_ANCESTORS="…" scripts/build writes it here.
${lines({ "Content-Security-Policy": policy(html, ancestors), ...ALWAYS })}
# Asked for at each visit whether it has changed.
add_header Cache-Control "no-cache" always;

# The name changes with the content. A location with headers of its own inherits none.
# A worker is under the policy of its own script.
location ~ "${HASHED}" {
${lines({ "Content-Security-Policy": policy(html, ancestors), ...ALWAYS }, "    ")}
    add_header Cache-Control "${FOR_EVER}";
}

# The app as one file is there to be saved: its program is inline, which the policy forbids.
location ~ "/${SINGLE.replace(".", "\\.")}$" {
${lines({ ...ALWAYS, "Content-Disposition": "attachment" }, "    ")}
    add_header Cache-Control "no-cache" always;
}
`;
}

/** The same for static hosts that read a file _headers (Netlify, Cloudflare and others); `names`: the files there are. */
export function staticHost(names, html, ancestors) {
  const lines = (headers) => Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  // Values of two rules for one file would be joined: so the others are left at what those hosts do anyway, to have
  // the browser ask at each visit.
  const hashed = names.filter((name) => new RegExp(HASHED).test(name));
  const endings = new Set(hashed.map((name) => extname(name)).filter((ending) => ending !== ".js"));
  const rules = [...[...endings].map((ending) => `*${ending}`), ...hashed.filter((name) => name.endsWith(".js"))];
  return [
    "# For a site of its own. Who may show it in a frame: frame-ancestors, as in FRAME_ANCESTORS=\"…\" scripts/build.",
    "/*",
    ...lines({ "Content-Security-Policy": policy(html, ancestors), ...ALWAYS }),
    ...rules.sort().flatMap((rule) => [`/${rule}`, ...lines({ "Cache-Control": FOR_EVER })]),
    `/${SINGLE}`,
    ...lines({ "Content-Disposition": "attachment" }),
    "",
  ].join("\n");
}
