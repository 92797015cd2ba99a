// A page that means ill with the frame in it, and a frame that means ill with the page around it: what they say is ignored
// or answered with an error; nothing panics, and nobody gets what is another's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./support/app.mjs";
import { app, withPage } from "./support/browser.mjs";
import { Host, elsewhere, script, set, withHost } from "./support/embed.mjs";

const NONCE = "0123456789abcdef0123456789abcdef";

/** A page that makes the frame by hand and speaks to it as it likes. */
async function byHand(t, { origin }, body) {
  await withPage(t, { path: null }, async (page) => {
    const { url } = await app();
    await page.goto(
      await elsewhere(`<script>
        globalThis.greetings = [];
        globalThis.answers = [];
        addEventListener("message", ({ data, origin }) => greetings.push({ ...data, origin }));
        globalThis.offer = (from, nonce, more) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => answers.push(data);
          from.frames[0].postMessage({ evencost: 1, type: "port", nonce, ...more }, "*", [port2]);
          return (globalThis.port = port1);
        };
        globalThis.say = (...messages) => messages.forEach((message) => port.postMessage(message));
      </script><div></div>`),
    );
    await page.evaluate(
      ([name, src, origin]) => {
        const frame = Object.assign(document.createElement("iframe"), { title: "Values", width: 900, height: 600 });
        frame.name = `even-cost:${name}:${origin ?? location.origin}`;
        frame.src = src;
        document.querySelector("div").append(frame);
      },
      [NONCE, url, origin],
    );
    const frame = page.frameLocator("iframe[title]");
    await body(page, frame);
    await page.frames()[1].evaluate(() => document.querySelector(".crash")?.textContent).then((crash) => assert.equal(crash, undefined));
  });
}

const greeted = (page) => eventually(() => page.evaluate(() => greetings.length), 1);
const answers = (page) => page.evaluate(() => globalThis.answers);
const load = (id, document) => ({ v: 1, type: "load", id, payload: { document: JSON.stringify(document) } });

test("the frame greets without saying anything, and takes a port from the page that made it alone", (t) =>
  byHand(t, {}, async (page, frame) => {
    await greeted(page);
    const [greeting] = await page.evaluate(() => greetings);
    assert.deepEqual(greeting, { evencost: 1, type: "hello", nonce: NONCE, origin: new URL((await app()).url).origin });
    await page.evaluate(async (nonce) => {
      offer(window, "0".repeat(32));
      offer(window, undefined);
      offer(window, nonce, { type: "hello" });
      // Another frame of the page knows the number, and is not the page.
      const other = document.createElement("iframe");
      document.body.append(other);
      other.contentWindow.eval(`{
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => parent.answers.push(data);
        parent.frames[0].postMessage({ evencost: 1, type: "port", nonce: "${nonce}" }, "*", [port2]);
        port1.postMessage(${JSON.stringify({ v: 1, type: "load", id: "h1", payload: {} })});
      }`);
      frames[0].postMessage({ evencost: 1, type: "port", nonce }, "*");
      frames[0].postMessage(null, "*");
      frames[0].postMessage("port", "*");
    }, NONCE);
    await page.waitForTimeout(300);
    assert.deepEqual(await answers(page), []);
    await page.evaluate((nonce) => offer(window, nonce), NONCE);
    await page.evaluate((message) => say(message), load("h1", set()));
    await eventually(async () => (await answers(page)).map(({ type }) => type).includes("loaded"), true);
    await page.evaluate(
      ([nonce, message]) => {
        offer(window, nonce).postMessage(message);
      },
      [NONCE, load("h2", set("Another"))],
    );
    await page.waitForTimeout(300);
    assert.equal(await frame.getByRole("textbox", { name: "Name of the division" }).inputValue(), "People team", "there is one port");
  }));

test("a frame that was made for another origin says nothing to this one, and takes nothing", (t) =>
  byHand(t, { origin: "https://else.where" }, async (page, frame) => {
    await frame.getByText("Loading…").waitFor();
    await page.evaluate(
      ([nonce, message]) => {
        offer(window, nonce).postMessage(message);
      },
      [NONCE, load("h1", set())],
    );
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => [greetings, answers]), [[], []]);
    await frame.getByText("Loading…").waitFor();
  }));

test("a page that says nonsense, too much or too fast is answered, and the frame goes on", (t) =>
  byHand(t, {}, async (page, frame) => {
    await greeted(page);
    await page.evaluate((nonce) => offer(window, nonce), NONCE);
    await page.evaluate((message) => say(message), load("h0", set("Mine")));
    const name = frame.getByRole("textbox", { name: "Name of the division" });
    await eventually(() => name.inputValue(), "Mine");

    await page.evaluate(() => {
      const around = {};
      around.payload = around;
      const loads = [5, null, {}, [], true, new Uint8Array(9), "x".repeat(3 << 20)];
      say(null, 5, "load", [], {}, { v: 2, type: "load", id: "a" }, { v: 1, type: "load" }, { v: 1, id: "b" }, around);
      say({ v: 1, type: 5, id: "c" }, { v: 1, type: "load", id: {} }, { v: 1, type: "x".repeat(1 << 20), id: "d" });
      say({ v: 1, type: "unheard", id: "e" }, { v: 1, type: "__proto__", id: "f", payload: null });
      say({ v: 1, type: "load", id: "g", payload: { mode: 5, theme: {}, screen: [], style: "red" } });
      say({ v: 1, type: "load", id: "i", payload: { style: { accent: 5, ink: "url(x)", constructor: "red" } } });
      // Answers to what was never asked.
      say({ v: 1, type: "change", id: "w99" }, { v: 1, type: "error", id: "w7", payload: 1 }, { v: 1, type: "save", id: "w" });
      setTimeout(() => loads.forEach((document, index) => say({ v: 1, type: "load", id: `l${index}`, payload: { document } })), 100);
    });
    await eventually(async () => (await answers(page)).some(({ id }) => id === "l6"), true);
    const told = Object.fromEntries((await answers(page)).map(({ id, type, payload }) => [id, `${type} ${payload.message ?? ""}`]));
    assert.match(told[""], /no message of version 1|resize/);
    assert.match(told.e, /^error no message of that type/);
    for (const id of ["g", "i"]) assert.match(told[id], /^loaded/);
    assert.match(told.l6, /^error the document is too large/);
    for (const id of ["w99", "w7", "w"]) assert.equal(told[id], undefined);
    assert.equal(await name.inputValue(), "Mine");

    await page.evaluate((message) => {
      answers.length = 0;
      for (let count = 0; count < 5000; count++) say({ ...message, id: `f${count}` });
      for (let count = 0; count < 5000; count++) say({ v: 1, type: "save", id: `s${count}` });
    }, load("", set("Flood")));
    await eventually(async () => (await answers(page)).some(({ payload }) => /came too fast/.test(payload.message)), true);
    const flood = await answers(page);
    assert.ok(flood.length < 2000, `${flood.length} answers to 10000 messages`);
    await page.evaluate((message) => say(message), load("last", set("After")));
    await eventually(() => name.inputValue(), "After");
  }));

test("an answer to an older change does not count for a newer one", (t) =>
  byHand(t, {}, async (page, frame) => {
    await greeted(page);
    await page.evaluate((nonce) => offer(window, nonce), NONCE);
    await page.evaluate((message) => say(message), load("h0", set()));
    const changed = async () => (await answers(page)).filter(({ type }) => type === "change").map(({ id }) => id);
    const answer = (id) => page.evaluate((id) => say({ v: 1, type: "change", id, payload: { kept: true } }), id);
    const pursued = frame.getByRole("textbox", { name: "Value 1: what we pursue" });
    await pursued.fill("Candour");
    await eventually(async () => (await changed()).length, 1);
    await pursued.fill("Clarity");
    await eventually(async () => (await changed()).length, 2);
    const [first, second] = await changed();
    await answer(first);
    await page.waitForTimeout(200);
    await frame.getByText("Not yet taken by the page").waitFor();
    await answer(second);
    await frame.getByText("Kept by the page").waitFor();
    await answer(first);
    await page.waitForTimeout(200);
    await frame.getByText("Kept by the page").waitFor();
  }));

/** A frame that speaks as it likes: `speak` is run in it, once it has a port, with that and what it hears. */
const frameThat = async (speak) =>
  elsewhere(`<script>
    const [, nonce, ...origin] = self.name.split(":");
    globalThis.hello = (nonce) => parent.postMessage({ evencost: 1, type: "hello", nonce }, "*");
    addEventListener("message", ({ data, ports }) => {
      globalThis.calls = [];
      globalThis.given = (globalThis.given ?? 0) + 1;
      const [port] = ports;
      globalThis.port = port;
      globalThis.say = (type, id, payload, v = 1) => port.postMessage({ v, type, id, payload });
      port.onmessage = ({ data }) => (calls.push(data), (${speak})(data));
    });
    globalThis.begin = () => hello(nonce);
    if (nonce) begin();
  </script>`, "A frame");

/** It takes what is loaded and does nothing else by itself. */
const MEEK = `({ type, id, payload }) => type === "load" && !payload.document && say("loaded", id, {})`;

test("a frame is heard only as itself, from its own address, with its own number", async (t) => {
  const src = await frameThat(MEEK);
  await withHost(t, `<even-cost src="${src}"></even-cost>`, {}, async (page, host) => {
    await eventually(async () => (await host.heard("ready")).length, 1);
    const [, frame] = page.frames();
    await frame.evaluate(() => {
      hello("0".repeat(32));
      hello(undefined);
      hello({});
      parent.postMessage(null, "*");
      // A frame within the frame knows the number, and is not the frame.
      const inner = document.createElement("iframe");
      document.body.append(inner);
      inner.contentWindow.eval(`addEventListener("message", () => parent.given++);
        top.postMessage({ evencost: 1, type: "hello", nonce: ${JSON.stringify(self.name.split(":")[1])} }, "*")`);
    });
    await page.waitForTimeout(300);
    assert.equal(await frame.evaluate(() => given), 1, "one port was handed over");
    assert.deepEqual(await host.heard("error"), []);
  });
});

test("a frame that was led to another origin gets no port", async (t) => {
  const src = await frameThat(MEEK);
  // The same page by another name of the machine is another origin.
  const away = src.replace("127.0.0.1", "localhost");
  await withHost(t, `<even-cost src="${src}"></even-cost>`, {}, async (page, host) => {
    await eventually(async () => (await host.heard("ready")).length, 1);
    const [, frame] = page.frames();
    const number = await frame.evaluate(() => self.name);
    await frame.evaluate((away) => location.assign(away), away);
    await eventually(() => page.frames()[1].url(), away);
    await page.frames()[1].evaluate((name) => hello(name.split(":")[1]), number);
    await page.waitForTimeout(300);
    assert.equal(await page.frames()[1].evaluate(() => globalThis.given), undefined);
  });
});

test("what a frame says too much, too large or wrong is an error event or nothing", async (t) => {
  const src = await frameThat(MEEK);
  await withHost(t, `<even-cost src="${src}" min-height="100" max-height="700"></even-cost>`, {}, async (page, host) => {
    await eventually(async () => (await host.heard("ready")).length, 1);
    const [, frame] = page.frames();
    await frame.evaluate(() => {
      for (const data of [null, 5, "change", [], {}, { v: 1 }, { v: 1, type: "change", id: 5, payload: {} }]) port.postMessage(data);
      say("change", "w1", null);
      say("change", "w1", { document: "{}" }, 2);
      say("unheard", "w1", {});
      say("loaded", "w1", {});
      say("save", "h1", { document: "{}" });
      say("navigate", "w1", { url: "https://else.where" });
    });
    await page.waitForTimeout(200);
    assert.deepEqual([...(await host.heard("change")), ...(await host.heard("error"))], []);
    for (const [document, why] of [["nonsense", /no document/], [5, /too large, or no text/], ["x".repeat(5 << 20), /too large/]]) {
      await frame.evaluate((document) => say("change", "w2", { document }), document);
      await eventually(async () => why.test((await host.heard("error")).at(-1)?.message), true);
    }
    assert.deepEqual(await host.heard("change"), []);
    const heights = [["800", 100], [NaN, 100], [Infinity, 100], [1e9, 700], [-5, 100], [300, 300]];
    for (const [height, shown] of heights) {
      await frame.evaluate((height) => say("resize", "", { height }), height);
      await eventually(() => host.height(), shown);
    }
    await frame.evaluate(() => {
      for (let count = 0; count < 20000; count++) say("change", `w${count}`, { document: JSON.stringify({ count }) });
      for (let count = 0; count < 20000; count++) say("error", "", { message: "e".repeat(2000) });
    });
    await eventually(async () => (await host.heard("change")).at(-1)?.document.count, 19999);
    assert.ok((await host.heard("change")).length < 2000, `${(await host.heard("change")).length} events of 20000`);
    assert.ok((await host.heard("error")).at(-1).message.length <= 500);
    assert.equal(new URL(page.url()).hostname, "127.0.0.1", "the page is where it was");
  });
});

test("answers out of order reach what was asked, and nobody else", async (t) => {
  const src = await frameThat(MEEK);
  await withHost(t, `<even-cost id="a" src="${src}"></even-cost><even-cost id="b" src="${src}"></even-cost>`, {}, async (page, host) => {
    await eventually(async () => (await host.heard("ready")).length, 2);
    const [, a, b] = page.frames();
    await page.evaluate(() => {
      globalThis.ends = [];
      const end = (name) => [(it) => ends.push([name, it ?? "done"]), (error) => ends.push([name, error.message])];
      const [a, b] = document.querySelectorAll("even-cost");
      a.load({ first: 1 }).then(...end("first"));
      a.load({ second: 2 }).then(...end("second"));
      a.save().then(...end("save of a"));
      b.save().then(...end("save of b"));
    });
    await eventually(() => a.evaluate(() => calls.filter(({ payload }) => payload.document || !payload.style).length), 3);
    const [first, second, saving] = await a.evaluate(() => calls.slice(-3).map(({ id }) => id));
    const [ofB] = await b.evaluate(() => calls.slice(-1).map(({ id }) => id));
    // What the other was asked, and the wrong kind of answer.
    await a.evaluate((id) => say("save", id, { document: '{"of": "a"}' }), ofB === saving ? "h77" : ofB);
    await a.evaluate((id) => say("loaded", id, {}), saving);
    await a.evaluate(([first, second]) => (say("error", second, { message: "no" }), say("loaded", first, {}), say("loaded", first, {})), [first, second]);
    await a.evaluate((id) => say("save", id, { document: '{"of": "a"}' }), saving);
    await eventually(() => page.evaluate(() => ends.length), 3);
    await b.evaluate((id) => say("save", id, { document: '{"of": "b"}' }), ofB);
    await eventually(() => page.evaluate(() => ends), [
      ["second", "no"],
      ["first", "done"],
      ["save of a", { of: "a" }],
      ["save of b", { of: "b" }],
    ]);
  });
});

test("an address that would run in the page itself is refused", (t) =>
  withPage(t, { path: null }, async (page) => {
    await page.goto(
      await elsewhere(`<script>globalThis.told = []; addEventListener("error", ({ detail }) => told.push(detail.message), true);</script>
        ${await script()}<even-cost src="javascript:parent.told.push('ran')"></even-cost><even-cost src="http://"></even-cost>`),
    );
    const [first, second] = await page.evaluate(() => globalThis.told);
    assert.match(first, /no address to load: src cannot be javascript:/);
    assert.match(second, /no address to load/);
    assert.equal(await page.locator("iframe").count(), 0);
    const host = new Host(page);
    assert.match(await Promise.race([host.load(set()), page.waitForTimeout(500).then(() => "waiting")]), /no address|waiting/);
  }));
