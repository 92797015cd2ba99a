// Starts the program, whose files the build names here (scripts/program.mjs): "evencost", WASM, WORDS and WORKER. All lie side
// by side.
// Until it arrives, the shell in index.html accepts typing: the blanks and the list of sentences grow here, and the program
// takes over their texts and the caret. Should it not arrive, loading the page again brings them back.
import { compile, report } from "./compile.js";
import { isCrash, showCrash } from "./crash.js";

// The shell may still be arriving: it is there when anything follows it.
if (!document.querySelector("#app + *") && document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
const root = document.documentElement;

// Whose the document is that is shown: mostly the person's own. A link in a frame and a file beside this page are only
// shown, and the page around a frame that web/even-cost.js made sends its own. Then nothing is read from what is kept
// here, and nothing is added to it.
const query = new URLSearchParams(location.search);
const framed = parent !== self;
const sent = /^#A[Qgw][A-P]/.test(location.hash);
const shown = query.has("src") || (sent && (framed || query.has("mode")));
const whose = shown ? "shown" : framed && self.name.startsWith("even-cost:") ? "host" : "own";
root.dataset.whose = whose;

let scheme = query.get("theme") ?? "";
let current = null;
if (whose === "own") {
  try {
    scheme ||= localStorage.getItem("evencost:scheme");
    current = localStorage.getItem("evencost:current");
  } catch {
    // Storage is denied here: the system's own scheme it is.
  }
}
root.dataset.scheme = scheme ?? "";

const app = document.querySelector("#app");
const list = app.querySelector(".values");
const fields = (within = list) => [...within.querySelectorAll("textarea")];
// The shell is the screen of values. A newcomer can type at once, before all else is done; a page inside another takes nobody's
// focus.
const elsewhere = whose !== "own" || sent || /^#(requests|overview|readings|customers|menu|routine|talk|way|compare|meeting|link)/.test(location.hash);
app.querySelector("main").hidden = elsewhere;
app.querySelector(".bar").hidden = whose !== "own";
if (!elsewhere && !current && window === top && document.activeElement === document.body) fields()[0].focus();
const style = document.querySelector("link[rel=stylesheet]");
if (style) style.media = "all";

// The listeners end when the program takes over.
const shell = new AbortController();
const { signal } = shell;
let composing = false;

function grow(field) {
  field.parentElement.dataset.text = field.value || field.placeholder;
  field.parentElement.classList.toggle("unwritten", !field.value);
}

const written = (sentence) => fields(sentence).some(({ value }) => value);

/** As in the program, an empty sentence follows the last one as soon as anything is written in that. */
function follow() {
  if (!written(list.lastElementChild)) return;
  const next = list.lastElementChild.cloneNode(true);
  list.append(next);
  next.querySelector(".number").textContent = list.childElementCount;
  for (const field of fields(next)) {
    field.value = "";
    field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+/, list.childElementCount));
    grow(field);
  }
}

app.addEventListener("compositionstart", () => (composing = true), { signal });
app.addEventListener("compositionend", () => (composing = false), { signal });
app.addEventListener(
  "input",
  (event) => {
    grow(event.target);
    follow();
  },
  { signal },
);
app.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    fields()[fields().indexOf(event.target) + 1]?.focus();
  },
  { signal },
);

const TYPED = "evencost:sentences";

function forget() {
  try {
    sessionStorage.removeItem(TYPED);
  } catch {
    // Nothing can be kept here.
  }
}

function remember() {
  if (whose !== "own") return;
  try {
    const texts = [...list.children].filter(written).map((sentence) => fields(sentence).map(({ value }) => value));
    if (texts.length) sessionStorage.setItem(TYPED, JSON.stringify(texts));
  } catch {
    // Nothing can be kept here.
  }
}

// What was typed before this ran stays where it is, and what comes back follows.
follow();
if (whose === "own") {
  try {
    const texts = JSON.parse(sessionStorage.getItem(TYPED)) ?? [];
    forget();
    for (const sides of texts) {
      fields(list.lastElementChild).forEach((field, index) => (field.value ||= sides[index] ?? ""));
      follow();
    }
  } catch {
    // Nothing was kept.
  }
}
fields().forEach(grow);
addEventListener("pagehide", remember, { signal });
// A page that comes back as it was has them still.
addEventListener("pageshow", ({ persisted }) => persisted && forget());

/** Waits for the style, without which the program is not to be seen; not if that does not arrive. */
function styled() {
  if (!style || style.sheet) return;
  return new Promise((resolve) => {
    style.onload = style.onerror = resolve;
    // It may have failed before: then the page is as complete as it gets.
    if (document.readyState === "complete") resolve();
    else addEventListener("load", resolve);
  });
}

let program;
function watch(error) {
  // What the program has taken over, the shell need not bring back a second time.
  if (isCrash(error) && showCrash(error, program, !signal.aborted)) shell.abort();
}
addEventListener("error", ({ error }) => watch(error));
addEventListener("unhandledrejection", ({ reason }) => watch(reason));

try {
  const [glue, module] = await Promise.all([import("evencost"), compile(fetch(new URL(WASM, import.meta.url))), styled()]);
  // An input method is not to be cut short.
  if (composing) await new Promise((resolve) => app.addEventListener("compositionend", () => setTimeout(resolve)));
  program = glue;
  await program.default({ module_or_path: module });
  shell.abort();
  program.fetch_words_by(() => fetch(new URL(WORDS, import.meta.url)).then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(response.status))));
  // A file from a disk has none.
  if (!SINGLE) program.start_workers_by(() => new Worker(new URL(WORKER, import.meta.url), { type: "module" }));
  // Safari cannot tell when it is idle.
  (globalThis.requestIdleCallback ?? setTimeout)(async () => {
    await program.fetch_all();
    // After that, not to fetch anything twice. Where it does not arrive, the app needs the network the next time.
    // What is not the person's own leaves nothing here.
    if (!SINGLE && whose === "own") import("./offline.js").then(({ keepFiles }) => keepFiles(import.meta.url, program.save_all), () => {});
  });
} catch (error) {
  report(error);
  watch(error);
  if (!isCrash(error)) {
    const message = document.createElement("p");
    message.className = "banner";
    message.setAttribute("role", "alert");
    message.textContent =
      "Evencost could not start: its program did not arrive, or this browser is too old for it. " +
      "What you have typed stays here, also when you load the page again.";
    app.querySelector("main").before(message);
  }
}
