// <even-cost>: Evencost in a page of yours. Load this file with a plain script element; docs/embedding.md says the rest.
//
// It makes a frame, shakes hands with what is in it (who speaks, from where, and the number that the frame was made with),
// hands it one end of a channel, and speaks over that alone. It trusts the frame with nothing but a document and a height.
(() => {
  const HERE = document.currentScript?.src;
  const SAID = ["mode", "screen", "theme"];
  const LOOK = ["paper", "sheet", "ink", "soft", "line", "edge", "accent", "price", "clash", "focus", "font", "prose", "radius"];
  const LONGEST = 2 << 20;
  const PATIENCE = 30_000;
  const OURS = "h";

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}");

  const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** A document, or a person's wish to save it. `waitUntil` says that you keep it, once the promise has come true. */
  class Handed extends CustomEvent {
    promises = [];
    waitUntil(promise) {
      this.promises.push(promise);
    }
  }

  class EvenCost extends HTMLElement {
    static observedAttributes = ["src", "doc", "isolate", "min-height", "max-height", "class", "style", ...SAID];

    #root = this.attachShadow({ mode: "open" });
    #frame;
    #origin;
    #nonce;
    #port;
    /** The text that the frame has, for when it is made anew. */
    #document;
    #height = 0;
    #isReady;
    /** What was asked of the frame and is not answered yet, by id; what cannot be sent yet keeps its message. */
    #calls = new Map();
    #count = 0;
    /** What the frame said since the last time, the latest of each type: a flood of it is one piece of work. */
    #said = new Map();
    #dark = matchMedia("(prefers-color-scheme: dark)");

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      addEventListener("message", this.#greeted);
      this.#dark.addEventListener("change", this.#dress);
      // A frame that was taken out and put back is loaded anew by itself.
      if (!this.#frame) this.#make();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#greeted);
      this.#dark.removeEventListener("change", this.#dress);
      this.#isReady = false;
    }

    /** Moved by moveBefore, the frame goes on as it is. */
    connectedMoveCallback() {}

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name.endsWith("-height")) this.#fit();
      else if (name === "class" || name === "style") this.#dress();
      else if (SAID.includes(name)) this.#tell({ [name]: now ?? "" });
      else if (this.isConnected) this.#make();
      else this.#frame = undefined;
    }

    /** Shows a document: an object or the text of a JSON file. Comes true when it is shown. */
    async load(document) {
      const text = typeof document === "string" ? document : JSON.stringify(document);
      await this.#ask("load", { document: text });
      this.#document = text;
    }

    /** The document as it is now. */
    async save() {
      const { document } = await this.#ask("save");
      this.#document = document;
      return JSON.parse(document);
    }

    #make() {
      this.#frame?.remove();
      this.#port?.close();
      this.#port = this.#isReady = undefined;
      let address;
      try {
        const src = this.getAttribute("src");
        address = src === null ? new URL("./", HERE) : new URL(src, document.baseURI);
        if (!/^(https?|file):$/.test(address.protocol)) throw new TypeError(`src cannot be ${address.protocol}`);
      } catch (error) {
        this.#frame = undefined;
        return this.#fail(`<even-cost> has no address to load: ${error.message}`);
      }
      for (const name of SAID) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      const doc = this.getAttribute("doc");
      if (doc?.endsWith(".json")) address.searchParams.set("src", doc);
      else if (doc) address.hash = doc.slice(doc.indexOf("#") + 1);

      const isolated = this.hasAttribute("isolate");
      this.#origin = isolated ? "null" : address.origin;
      this.#nonce = random();
      const frame = (this.#frame = document.createElement("iframe"));
      frame.title = this.title || this.getAttribute("aria-label") || "Evencost";
      // Not that of the address: a page may have none of its own.
      frame.name = `even-cost:${this.#nonce}:${self.origin}`;
      frame.allow = "clipboard-write";
      frame.sandbox = `allow-scripts allow-downloads allow-forms allow-popups${isolated ? "" : " allow-same-origin"}`;
      frame.src = address.href;
      this.#fit();
      this.#root.append(frame);
      setTimeout(() => {
        if (this.#frame === frame && !this.#port && this.isConnected) this.#fail(`nothing answers from ${address.origin}`);
      }, PATIENCE);
    }

    #greeted = ({ source, origin, data }) => {
      const isOurs = source && source === this.#frame?.contentWindow && origin === this.#origin;
      if (!isOurs || data?.evencost !== 1 || data.type !== "hello" || data.nonce !== this.#nonce) return;
      this.#port?.close();
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = (event) => port1 === this.#port && this.#hear(event.data);
      source.postMessage({ evencost: 1, type: "port", nonce: this.#nonce }, origin === "null" ? "*" : origin, [port2]);
      const all = Object.fromEntries(SAID.map((name) => [name, this.getAttribute(name) ?? undefined]));
      this.#ask("load", { ...all, style: this.#look(), document: this.#document }, true).then(
        () => {
          if (!this.#isReady) this.#emit("ready");
          this.#isReady = true;
        },
        (error) => this.#fail(error.message),
      );
      for (const call of this.#calls.values()) this.#send(call);
    };

    /** Asks something of the frame: at once, or when it is there. */
    #ask(type, payload = {}, first) {
      const call = { type, id: `${OURS}${++this.#count}`, payload };
      const answer = new Promise((resolve, reject) => Object.assign(call, { resolve, reject }));
      const late = setTimeout(() => this.#answer(call.id)?.reject(new Error("the frame did not answer")), PATIENCE);
      call.late = late;
      if (first) this.#calls = new Map([[call.id, call], ...this.#calls]);
      else {
        this.#calls.set(call.id, call);
        if (this.#port) this.#send(call);
      }
      return answer;
    }

    #tell(payload) {
      // What it refuses, it says by itself.
      if (this.#port) this.#ask("load", payload).catch((error) => this.#fail(error.message));
    }

    #send(call) {
      this.#port.postMessage({ v: 1, type: call.type, id: call.id, payload: call.payload });
    }

    /** The call that is answered by this, if there is one. */
    #answer(id) {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      clearTimeout(call?.late);
      return call;
    }

    #hear(data) {
      const { v, type, id, payload } = data ?? {};
      if (v !== 1 || typeof type !== "string" || typeof id !== "string" || typeof payload !== "object" || !payload) return;
      const asked = this.#calls.get(id)?.type;
      if ((type === "loaded" && asked === "load") || (type === "save" && asked === "save" && this.#isDocument(payload))) {
        // What was changed in the document before is handed on before another one counts.
        this.#heed();
        this.#answer(id).resolve(payload);
      } else if (type === "error" && asked) {
        this.#answer(id).reject(new Error(String(payload.message).slice(0, 500)));
      } else if (["change", "save", "resize", "error"].includes(type) && !id.startsWith(OURS)) {
        if (!this.#said.size) setTimeout(this.#heed, 20);
        this.#said.set(type, { id, payload });
      }
    }

    #isDocument({ document }) {
      return typeof document === "string" && document.length <= LONGEST;
    }

    #heed = () => {
      const said = [...this.#said];
      this.#said.clear();
      for (const [type, { id, payload }] of said) {
        if (type === "error") this.#fail(String(payload.message).slice(0, 500));
        else if (type === "resize") {
          if (Number.isFinite(payload.height)) this.#fit(payload.height);
        } else this.#hand(type, id, payload);
      }
    };

    /** Hands what was changed to the page, and tells the frame whether it is kept. */
    async #hand(type, id, payload) {
      let taken;
      try {
        if (!this.#isDocument(payload)) throw new Error("it is too large, or no text");
        taken = JSON.parse(payload.document);
      } catch (error) {
        return this.#fail(`the frame sent what is no document: ${error.message}`);
      }
      this.#document = payload.document;
      const event = new Handed(type, { detail: { document: taken } });
      this.dispatchEvent(event);
      const port = this.#port;
      let answer = { type, payload: { kept: event.promises.length > 0 } };
      try {
        await Promise.all(event.promises);
      } catch (error) {
        answer = { type: "error", payload: { message: "the page could not keep it" } };
        this.#fail(`not kept: ${error?.message ?? error}`);
      }
      port?.postMessage({ v: 1, id, ...answer });
    }

    #look() {
      const style = getComputedStyle(this);
      return Object.fromEntries(LOOK.map((name) => [name, style.getPropertyValue(`--even-cost-${name}`).trim()]).filter(([, value]) => value));
    }

    #dress = () => this.#tell({ style: this.#look() });

    #fit(height = this.#height) {
      this.#height = height;
      const bound = (name, otherwise) => {
        const value = parseFloat(this.getAttribute(name));
        return value >= 0 ? value : otherwise;
      };
      const least = bound("min-height", 320);
      this.#frame.style.height = `${Math.max(least, Math.min(height, bound("max-height", 4000)))}px`;
    }

    #emit(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    #fail(message) {
      this.#emit("error", { message });
    }
  }

  if (!customElements.get("even-cost")) customElements.define("even-cost", EvenCost);
})();
