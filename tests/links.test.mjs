// Links: shared, opened, replied to, and the replies taken in. The fragment carries everything, and nobody else sees it.
import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { test } from "node:test";
import decodeQr from "qr/decode.js";
import { eventually, focused, isTooWide, kept, openWorkspace, started, stored } from "./support/app.mjs";
import { app, checkAccessibility, withPage } from "./support/browser.mjs";
import { Compare } from "./support/compare.mjs";
import { fragmentOf, keptDocument, Links, refusesToCopy, somebody, weigher, wrapped, writer } from "./support/links.mjs";
import { Requests } from "./support/requests.mjs";
import { Values } from "./support/values.mjs";

const SPEED = ["Speed", "polish"];
const CANDOUR = ["Candour", "comfort"];

/** A workspace with two values and two requests, kept. */
async function workspace(page) {
  const values = await Values.of(page);
  await values.name.fill("People");
  await values.fill("Speed / polish", "Candour / comfort");
  const requests = new Requests(page);
  await requests.add("Ship it on Monday", "Sales");
  await requests.add("Publish the salaries", "Finance");
  await page.getByRole("link", { name: "Values", exact: true }).click();
  await values.name.waitFor();
  await kept(page);
  return new Links(page);
}

/** A link to such a workspace, from a browser that is gone. */
async function linkTo(t, purpose, ...ticks) {
  let link;
  await withPage(t, {}, async (page) => {
    const links = await workspace(page);
    link = await links.share(purpose, ...ticks);
  });
  return link;
}

/** One value of one's own, kept. */
async function oneValue(page) {
  const values = await Values.of(page);
  await values.name.fill("Finance");
  await values.fill("Growth / profit");
  await kept(page);
  return values;
}

test("a link that is opened shows what it holds, keeps nothing and tells nobody", async (t) => {
  const link = await linkTo(t, "look", "With the requests and decisions");
  const { url } = await app();
  const told = [];
  // What arrives at the server, to the last header.
  const hear = ({ request }) => told.push(JSON.stringify([request.url, request.rawHeaders]));
  subscribe("http.server.request.start", hear);
  try {
    await withPage(t, { path: null }, async (page, context) => {
      const requests = [];
      context.on("request", (request) => requests.push(request));
      await page.goto(link);
      const values = await Values.of(page);
      await page.getByText("From a link, not saved.", { exact: true }).waitFor();
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
      assert.equal(await values.name.inputValue(), "People");
      const asked = new Requests(page);
      await asked.open("Publish the salaries");
      await page.getByRole("link", { name: "Compare", exact: true }).click();
      await page.evaluate(() => dispatchEvent(new Event("pagehide")));
      await page.waitForLoadState("networkidle");
      assert.deepEqual(Object.keys(await stored(page)), []);

      assert.ok(requests.length > 3);
      for (const request of requests) {
        assert.equal(new URL(request.url()).origin, new URL(url).origin);
        assert.deepEqual([request.method(), request.postData()], ["GET", null]);
      }
      // The browser may have had an icon from its memory.
      const heard = told.map((text) => JSON.parse(text)[0]);
      for (const request of requests) assert.ok(heard.includes(new URL(request.url()).pathname), `${request.url()} was heard`);
    });
  } finally {
    unsubscribe("http.server.request.start", hear);
  }
  const fragment = fragmentOf(link);
  const pieces = Array.from({ length: fragment.length - 7 }, (_, at) => fragment.slice(at, at + 8));
  for (const text of told) assert.ok(!pieces.some((piece) => text.includes(piece)), text);
});

test("what is changed in a preview is not kept, and Close leads back to one's own", async (t) => {
  const link = await linkTo(t, "look");
  await withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    const before = await stored(page);
    const links = new Links(page);
    await page.goto(link);
    await links.guest.waitFor();
    await values.fill("Depth / breadth");
    await new Requests(page).add("Nobody keeps this");
    await page.waitForTimeout(800);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.deepEqual(await stored(page), before);
    await links.guest.getByRole("button", { name: "Close" }).click();
    await links.guest.waitFor({ state: "detached" });
    assert.deepEqual(await values.sentences(), ["Growth / profit"]);
    assert.deepEqual(await stored(page), before);
    await page.reload();
    await started(page);
    assert.deepEqual(await values.sentences(), ["Growth / profit"], "the link is not in the address any more");
  });
});

test("what is kept of a link is a workspace of its own, and the link leads to it again", async (t) => {
  const link = await linkTo(t, "look");
  await withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    const own = await stored(page);
    const links = new Links(page);
    await page.goto(link);
    await links.guest.getByRole("button", { name: "Keep", exact: true }).click();
    await links.guest.waitFor({ state: "detached" });
    await kept(page);
    await values.fill("Speed / beauty");
    await kept(page);
    const after = await stored(page);
    const [key] = Object.keys(own).filter((key) => key.startsWith("evencost:workspace:"));
    assert.equal(after[key], own[key]);
    assert.equal(Object.keys(after).filter((key) => key.startsWith("evencost:workspace:")).length, 2);
    await openWorkspace(page, "Finance");
    await page.goto(link);
    assert.equal(await links.guest.getByRole("button", { name: "Keep", exact: true }).count(), 0);
    await links.guest.getByRole("button", { name: "Open what you kept of it before" }).click();
    await links.guest.waitFor({ state: "detached" });
    assert.deepEqual(await values.sentences(), ["Speed / beauty", "Candour / comfort"]);
  });
});

test("a link is compared with one's own, kept beside it, and that is undone", async (t) => {
  const link = await linkTo(t, "look");
  await withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    const before = await stored(page);
    const document = await keptDocument(page);
    const links = new Links(page);
    const both = async () => {
      await page.goto(link);
      await links.guest.getByRole("button", { name: "Compare with mine" }).click();
      const compare = new Compare(page);
      await compare.first.waitFor();
      const name = (list) => list.evaluate((list) => list.selectedOptions[0].text);
      assert.deepEqual([await name(compare.first), await name(compare.second)], ["Finance", "People"]);
      assert.deepEqual(await stored(page), before);
    };
    await both();
    await links.guest.getByRole("button", { name: "Close" }).click();
    await links.guest.waitFor({ state: "detached" });
    assert.deepEqual(await values.sentences(), ["Growth / profit"]);
    await both();
    await links.guest.getByRole("button", { name: "Keep both in my workspace" }).click();
    await links.guest.waitFor({ state: "detached" });
    const { divisions } = await keptDocument(page, ({ divisions }) => divisions.length === 2);
    assert.deepEqual(divisions.map(({ name, values }) => [name, values.length]), [["Finance", 1], ["People", 2]]);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => keptDocument(page), document);
  });
});

test("each broken link says what is wrong with it, and nothing is changed", async (t) => {
  const fragment = fragmentOf(await linkTo(t, "look"));
  const half = fragment.length >> 1;
  const other = fragment[half] === "x" ? "y" : "x";
  const broken = [
    [fragment.slice(0, half), `This link was cut: ${half} of ${fragment.length} characters arrived`],
    [fragment.slice(0, -1), `This link was cut: ${fragment.length - 1} of ${fragment.length} characters arrived`],
    [fragment.slice(0, half) + other + fragment.slice(half + 1), "This link was changed on its way"],
    [`Ag${fragment.slice(2)}`, "This link was made by a newer version of Evencost"],
    [fragment.padEnd(8001, "A"), "This link has 8001 characters, more than any that Evencost makes"],
    ["AQAB", "This is not a link to a workspace"],
    ["AQAB!?", "This is not a link to a workspace"],
  ];
  await withPage(t, {}, async (page) => {
    const values = await oneValue(page);
    const before = await stored(page);
    const links = new Links(page);
    for (const [fragment, message] of broken) {
      // In a page that is open already, then in a new one.
      await page.goto(`#${fragment}`);
      for (const open of [() => {}, () => page.reload()]) {
        await open();
        await page.getByRole("heading", { name: "This link cannot be opened" }).waitFor();
        await links.refusal.getByText(message).waitFor();
      }
    }
    await checkAccessibility(page);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.deepEqual(await stored(page), before);
    await page.getByRole("button", { name: "Go to my own values" }).click();
    await values.name.waitFor();
    assert.deepEqual(await values.sentences(), ["Growth / profit"]);
    assert.deepEqual(await stored(page), before);
  });
});

test("a link is found in what mail and chat programs make of it", async (t) => {
  const link = await linkTo(t, "look");
  // What needs no encoding is encoded too.
  const encoded = (text) => encodeURIComponent(text).replaceAll("-", "%2D").replaceAll("_", "%5F");
  await withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    const links = new Links(page);
    for (const text of [wrapped(link), encoded(link), encodeURIComponent(encoded(link)), `Look (${link}) at it`, `It is ${link}.`, `<${link}>`]) {
      await page.getByRole("button", { name: "Paste or import" }).click();
      const dialog = page.getByRole("dialog", { name: "Paste or import" });
      await dialog.getByRole("textbox").fill(text);
      await dialog.getByRole("button", { name: "Open it" }).click();
      await links.guest.waitFor();
      assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"], text);
      await links.guest.getByRole("button", { name: "Close" }).click();
      await links.guest.waitFor({ state: "detached" });
    }
  });
});

/** The replies of four to a draft link. Ann and Ben change the same words. */
const replies = async (t, link) => {
  const cost = (text) => (values) => values.blank(1, "cost").fill(text);
  const adds = (pursued, cost) => (values) => values.type(3, pursued, cost);
  const both = (...writes) => async (values) => {
    for (const write of writes) await write(values);
  };
  return {
    Ann: await writer(t, link, "Ann", both(cost("beauty"), adds("Calm", "speed"))),
    Ben: await writer(t, link, "Ben", both(cost("finish"), adds("Depth", "breadth"))),
    Cid: await writer(t, link, "Cid", adds("Focus", "reach")),
    Dee: await writer(t, link, "Dee", (values) => values.blank(2, "cost").fill("harmony")),
  };
};

const chat = (link, replies) =>
  [`[09:12] Facilitator: here it is: ${link}.`, ...Object.entries(replies).map(([name, reply]) => `[09:3] ${name}: mine (${reply}) 🙂\nthanks`)].join("\n");

/** The same workspace in another browser. */
const withCopy = (t, entries, body) =>
  withPage(t, { path: null }, async (page) => {
    await page.addInitScript((entries) => {
      if (localStorage.length === 0) for (const [key, text] of entries) localStorage.setItem(key, text);
    }, Object.entries(entries));
    await page.goto("");
    await started(page);
    await body(page, new Links(page));
  });

const hasReplies = (count) => (document) => document.replies?.length === count;

test("a meeting's replies are taken in from a chat, with one choice, in any order, and taken back at once", (t) =>
  withPage(t, { reducedMotion: "reduce" }, async (page) => {
    const links = await workspace(page);
    const values = new Values(page);
    const link = await links.share("draft");
    const before = await keptDocument(page);
    const start = await stored(page);
    const answers = await replies(t, link);

    await links.paste(chat(link, answers));
    assert.deepEqual((await links.lines()).filter((line) => !line.startsWith("A link")), [
      "Ann | 1 value written, 1 change to what was sent | new",
      "Ben | 1 value written, 1 change to what was sent | new",
      "Cid | 1 value written | new",
      "Dee | 1 change to what was sent | new",
    ]);
    const choose = (links) => links.dispute("Speed").getByRole("radio", { name: "“finish” (1 reply)" }).check();
    assert.ok(await links.dispute("Speed").getByRole("radio", { name: "As it is: “polish”" }).isChecked());
    await checkAccessibility(page);
    await choose(links);
    await links.takeIn();
    const after = await keptDocument(page, hasReplies(4));
    assert.deepEqual(after.people.map(({ name }) => name).sort(), ["Ann", "Ben", "Cid", "Dee"]);
    const sentences = await values.sentences();
    assert.deepEqual(sentences.slice(0, 2), ["Speed / finish", "Candour / harmony"]);
    assert.deepEqual(sentences.slice(2).sort(), ["Calm / speed", "Depth / breadth", "Focus / reach"]);

    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => keptDocument(page), before);
    // Again, and back by the button of the bar.
    await links.paste(chat(link, answers));
    await choose(links);
    await links.takeIn();
    await eventually(() => keptDocument(page), after);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await eventually(() => keptDocument(page), before);
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await eventually(() => keptDocument(page), after);

    await links.paste(Object.values(answers).join("\n"));
    await links.nothingNew.waitFor();
    assert.equal(await links.take.count(), 0);
    assert.deepEqual((await links.lines()).map((line) => line.split(" | ")[2]), Array(4).fill("taken in"));

    const turned = Object.fromEntries(Object.entries(answers).reverse());
    await withCopy(t, start, async (page, links) => {
      await links.paste(chat(link, turned));
      await choose(links);
      await links.takeIn();
      await eventually(() => keptDocument(page), after);
    });
    // One by one, and the choice where it comes up.
    await withCopy(t, start, async (page, links) => {
      for (const [name, reply] of Object.entries(turned)) {
        await links.paste(`${name} says ${reply}`);
        await links.answered.getByRole("row", { name: `${name} ` }).waitFor();
        if (name === "Ann") await choose(links);
        await links.takeIn();
      }
      await eventually(() => keptDocument(page), after);
    });
  }));

test("taking in can be undone at once", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const link = await links.share("draft");
    const before = await keptDocument(page);
    await links.paste(await writer(t, link, "Cid", (values) => values.type(3, "Focus", "reach")));
    await links.take.click();
    await page.locator(".notice").getByText("1 reply is taken in.").waitFor();
    await keptDocument(page, hasReplies(1));
    // A dialog that stays open must not stand before the offer.
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => keptDocument(page), before);
  }));

test("what two contradict each other in one after the other says what it becomes if nobody chooses", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const values = new Values(page);
    const link = await links.share("draft");
    await links.paste(await writer(t, link, "Ben", (values) => values.blank(1, "cost").fill("finish")));
    await links.takeIn();
    await links.paste(await writer(t, link, "Ann", (values) => values.blank(1, "cost").fill("beauty")));
    const cost = () => values.blank(1, "cost").inputValue();
    const before = await cost();
    const words = await links.dispute("Speed").locator("label", { has: page.locator(":checked") }).textContent();
    await links.takeIn();
    const after = await cost();
    assert.match(words, new RegExp(`“${after}”`));
    assert.equal(words.startsWith("As it is"), before === after, `${words}, and it was “${before}”`);
  }));

test("a whole chat that is pasted again brings no new reply", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const link = await links.share("draft");
    const answers = { Cid: await writer(t, link, "Cid", (values) => values.type(3, "Focus", "reach")) };
    await links.paste(chat(link, answers));
    await links.takeIn();
    await links.paste(chat(link, answers));
    await links.answered.waitFor();
    assert.equal(await links.take.count(), 0);
    await links.nothingNew.waitFor();
  }));

test("a person's second reply replaces the first", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const values = new Values(page);
    const link = await links.share("draft");
    const start = await stored(page);
    const [first, second] = await somebody(t, link, async (theirs, page) => {
      await theirs.begin("Ann");
      const values = await Values.of(page);
      await values.blank(1, "cost").fill("beauty");
      await values.type(3, "Calm", "speed");
      const first = await theirs.reply();
      await values.blank(1, "cost").fill("polish");
      await values.blank(3, "cost").fill("growth");
      return [first, await theirs.reply()];
    });
    await links.paste(first);
    await links.takeIn();
    assert.deepEqual(await values.sentences(), ["Speed / beauty", "Candour / comfort", "Calm / speed"]);
    await links.paste(second);
    const told = ["Ann | 1 value written | new", "Ann | 1 value written, 1 change to what was sent | replaced by a later reply"];
    assert.deepEqual(await links.lines(), told);
    await links.takeIn();
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort", "Calm / growth"]);
    const after = await keptDocument(page, hasReplies(2));
    await links.paste(`${first} ${second}`);
    await links.answered.waitFor();
    assert.equal(await links.take.count(), 0);
    await withCopy(t, start, async (page, links) => {
      await links.paste(`${second} ${first}`);
      assert.deepEqual(await links.lines(), told);
      await links.takeIn();
      await eventually(() => keptDocument(page), after);
    });
    await links.nothingNew.waitFor();
  }));

test("a reply is copied, or selected to be copied where the browser refuses", async (t) => {
  const link = await linkTo(t, "draft");
  await somebody(t, link, async (links, page) => {
    await links.begin("Ann");
    await links.task.getByText("None written yet.").waitFor();
    await new Values(page).type(3, "Calm", "speed");
    await links.task.getByText("1 written.").waitFor();
    await links.task.getByRole("button", { name: "Copy my reply…" }).click();
    await links.replying.getByRole("button", { name: "Copy my reply" }).click();
    await links.replying.getByText("Copied.", { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await links.linkIn(links.replying).inputValue());
    await checkAccessibility(page);
  }, { permissions: ["clipboard-read", "clipboard-write"] });
  await withPage(t, { path: null }, async (page) => {
    await refusesToCopy(page);
    await page.goto(link);
    const links = new Links(page);
    await links.begin("Ben");
    await links.task.getByRole("button", { name: "Copy my reply…" }).click();
    await links.replying.getByText("There is nothing to reply yet").waitFor();
    await page.keyboard.press("Escape");
    await new Values(page).type(3, "Rest", "reach");
    await links.task.getByRole("button", { name: "Copy my reply…" }).click();
    await links.replying.getByRole("button", { name: "Copy my reply" }).click();
    await links.replying.getByText("This browser refused to copy").waitFor();
    const selected = () => page.evaluate(() => document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
    const text = await links.linkIn(links.replying).inputValue();
    await eventually(selected, text);
  });
});

test("a link that was begun with goes on where it was left", async (t) => {
  const link = await linkTo(t, "draft");
  await somebody(t, link, async (links, page) => {
    await links.begin("Ann");
    const values = new Values(page);
    await values.type(3, "Calm", "speed");
    await kept(page);
    await page.goto(link);
    await links.main.getByRole("button", { name: "Go on" }).click();
    await links.task.getByText("1 written.").waitFor();
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort", "Calm / speed"]);
  });
});

test("requests are weighed by link, and the result is shown when the room says so", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const link = await links.share("weigh");
    const ann = await weigher(t, link, "Ann", "Ship it on Monday", [SPEED, "serves", "spends"]);
    const ben = await weigher(t, link, "Ben", "Ship it on Monday", [SPEED, "serves", "spends"], [CANDOUR, "harms", "neither"]);
    await links.paste(chat(link, { Ben: ben, Ann: ann }));
    assert.deepEqual((await links.lines()).slice(-2), ["Ann | 1 request weighed | new", "Ben | 1 request weighed | new"]);
    await links.takeIn();
    const requests = new Requests(page);
    await requests.open("Ship it on Monday");
    await requests.result.getByRole("button", { name: "Show the result" }).waitFor();
    assert.equal(await page.getByText(/agreed trade|Serves 1|Strains 1/).count(), 0);
    await requests.show();
    await requests.result.getByText("agreed trade").first().waitFor();
    await requests.result.getByText("one says that it harms “Candour”; one says that it touches neither side").waitFor();
  }));

test("a link to weigh by brings neither answers nor decisions, and one to look at only what was ticked", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const requests = new Requests(page);
    await requests.open("Ship it on Monday");
    await requests.addPerson("Fay");
    await requests.weigh(SPEED, "serves", "spends");
    await requests.done.click();
    await requests.show();
    await requests.decide("yes");
    await kept(page);
    const weigh = await links.share("weigh");
    await somebody(t, weigh, async (theirs, page) => {
      await page.getByRole("heading", { name: "Weigh 2 requests" }).waitFor();
      await page.getByText("What you were sent").click();
      await page.getByRole("listitem").filter({ hasText: "Speed even at the cost of polish" }).waitFor();
      await page.getByRole("listitem").filter({ hasText: "Publish the salaries" }).waitFor();
      await theirs.begin("Ann");
      const { people, requests } = await keptDocument(page);
      assert.deepEqual(people.map(({ name }) => name), ["Ann"]);
      for (const request of requests) assert.deepEqual(Object.keys(request).filter((key) => /decisions|answers|revealed/.test(key)), []);
    });
    const opened = async (...ticks) => {
      let document;
      await somebody(t, await links.share("look", ...ticks), async (theirs, page) => {
        await theirs.guest.getByRole("button", { name: "Keep", exact: true }).click();
        document = await keptDocument(page);
      });
      const request = document.requests?.[0] ?? {};
      return [document.requests?.length ?? 0, "decisions" in request, "answers" in request, document.people?.length ?? 0];
    };
    assert.deepEqual(await opened(), [0, false, false, 0], "values only unless it is ticked");
    assert.deepEqual(await opened("With the requests and decisions"), [2, true, false, 0]);
    assert.deepEqual(await opened("With the requests and decisions", "With people’s answers"), [2, true, true, 1]);
  }));

test("a reply that is opened is taken in where it belongs; elsewhere it says which link is missing", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    const link = await links.share("draft");
    const reply = await writer(t, link, "Cid", (values) => values.type(3, "Focus", "reach"));
    await somebody(t, reply, async (theirs, page) => {
      await page.getByRole("heading", { name: "A reply" }).waitFor();
      await checkAccessibility(page);
      await theirs.main.getByRole("button", { name: "Take it in" }).click();
      assert.deepEqual(await theirs.lines(), [
        "A link |  | answers a link that is not kept here: paste that link too, or open the workspace that it was sent from",
      ]);
      assert.equal(await theirs.take.count(), 0);
      await theirs.paste(`${link} ${reply}`);
      assert.ok((await theirs.lines()).includes("A link |  | answers a link of another workspace: open that one, then take it in there"));
      assert.equal(await theirs.take.count(), 0);
    });
    // Whatever workspace is open, it goes to the one that asked.
    await page.getByRole("button", { name: "More" }).or(page.locator(".tools summary")).first().click();
    await page.getByRole("button", { name: "Workspaces…" }).click();
    await page.getByRole("button", { name: "Start a new workspace" }).click();
    await page.goto(reply);
    await links.main.getByRole("button", { name: "Take it in" }).click();
    await links.takeIn();
    const sentences = ["Speed / polish", "Candour / comfort", "Focus / reach"];
    await eventually(() => new Values(page).sentences(), sentences);
  }));

test("what is shared is the values alone, as a link, a code, a file or text", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const links = await workspace(page);
    await links.openShare();
    const { sharing } = links;
    assert.equal(await sharing.getByLabel("With the requests and decisions").isChecked(), false);
    const link = await links.linkIn(sharing).inputValue();
    await sharing.getByText(`${link.length} characters: it survives in every chat and mail program.`).waitFor();
    await sharing.getByText("QR code", { exact: true }).click();
    const code = sharing.getByRole("img", { name: "QR code of the link" });
    await code.waitFor();
    assert.equal(await code.evaluate((code) => code.tagName), "svg");
    const drawn = await code.locator("path").getAttribute("d");
    await sharing.getByLabel("With the requests and decisions").check();
    assert.ok((await links.linkIn(sharing).inputValue()).length > link.length);
    assert.notEqual(await code.locator("path").getAttribute("d"), drawn);
    await sharing.getByLabel("With the requests and decisions").uncheck();
    await sharing.getByRole("button", { name: "Copy the link" }).click();
    await sharing.getByText("Copied.", { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    await sharing.getByRole("button", { name: "Copy the values as text" }).click();
    await eventually(async () => /Speed even at the cost of polish/.test(await page.evaluate(() => navigator.clipboard.readText())), true);
    const [file] = await Promise.all([page.waitForEvent("download"), sharing.getByRole("button", { name: "Save it as a file" }).click()]);
    assert.match(file.suggestedFilename(), /evencost\.json$/);
  }));

test("a long link says where it is cut and that its code may not be read", (t) =>
  withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    // Words that do not compress.
    let seed = 7;
    const noise = (length) => Array.from({ length }, () => String.fromCharCode(97 + ((seed = (seed * 16807) % 2147483647) % 26))).join("");
    const links = new Links(page);
    for (const [number, length, words] of [[1, 1000, "some phones may not read its code"], [2, 1300, "some chat programs cut it: use mail, or send the file"], [3, 2500, "most chat programs cut it: send the file"]]) {
      await values.blank(number, "pursued").fill(noise(length));
      await values.blank(number, "cost").fill("x");
      await links.openShare();
      await links.sharing.getByText("QR code", { exact: true }).click();
      await links.sharing.getByText(words).waitFor();
      await links.leave(links.sharing);
    }
  }));

test("sharing takes no pointer, and gives the focus back", (t) =>
  withPage(t, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await workspace(page);
    const links = new Links(page);
    const tabTo = async (name) => {
      for (let count = 0; count < 40 && (await focused(page)) !== name; count++) await page.keyboard.press("Tab");
      assert.equal(await focused(page), name);
    };
    await page.evaluate(() => document.activeElement.blur());
    await tabTo("Share");
    await page.keyboard.press("Enter");
    await links.linkIn(links.sharing).waitFor();
    await tabTo("Copy the link");
    await page.keyboard.press("Enter");
    await links.sharing.getByText("Copied.", { exact: true }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#AQ/);
    await page.keyboard.press("Escape");
    await links.sharing.waitFor({ state: "hidden" });
    await eventually(() => focused(page), "Share");
  }));

/** Accessible, and neither the page nor an open dialog is wider than the screen. */
async function look(page) {
  await checkAccessibility(page);
  assert.equal(await isTooWide(page), false, "the page");
  const dialog = page.locator("dialog[open]");
  if (await dialog.count()) assert.ok(await dialog.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth), "the dialog");
}

for (const [words, options] of [
  ["a wide and light", { viewport: { width: 1280, height: 800 }, colorScheme: "light", reducedMotion: "reduce" }],
  ["a narrow and dark", { viewport: { width: 375, height: 740 }, colorScheme: "dark", reducedMotion: "reduce" }],
  ["the narrowest", { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" }],
]) {
  test(`sharing and what is shared are accessible and fit on ${words} screen`, (t) =>
    withPage(t, options, async (page) => {
      const links = await workspace(page);
      await links.openShare("look", "With the requests and decisions");
      await links.sharing.getByText("QR code", { exact: true }).click();
      await look(page);
      const preview = await links.leave(links.sharing);
      const weigh = await links.share("weigh");
      await somebody(t, preview, async (theirs, page) => {
        await theirs.guest.waitFor();
        await look(page);
      }, options);
      await somebody(t, weigh, async (theirs, page) => {
        await page.getByText("What you were sent").click();
        await look(page);
      }, options);
    }));

  test(`replying and taking in are accessible and fit on ${words} screen`, (t) =>
    withPage(t, options, async (page) => {
      const links = await workspace(page);
      const link = await links.share("draft");
      const reply = (name, cost) => somebody(t, link, async (theirs, page) => {
        await theirs.start.waitFor();
        await look(page);
        await theirs.begin(name);
        await new Values(page).blank(1, "cost").fill(cost);
        await look(page);
        await theirs.task.getByRole("button", { name: "Copy my reply…" }).click();
        await theirs.linkIn(theirs.replying).waitFor();
        await look(page);
        return theirs.leave(theirs.replying);
      }, options);
      const answers = { Ann: await reply("Ann", "beauty"), Ben: await reply("Ben", "finish") };
      // One of the links is cut, which is said in the table.
      await links.paste(`${chat(link, answers)} ${link.slice(0, -9)}`);
      await links.dispute("Speed").waitFor();
      await look(page);
    }));
}

test("the code on the screen is the link", (t) =>
  withPage(t, {}, async (page) => {
    const links = await workspace(page);
    await links.openShare("weigh");
    await links.sharing.getByText("QR code", { exact: true }).click();
    const code = links.sharing.getByRole("img", { name: "QR code of the link" });
    const pixels = await code.evaluate(async (svg) => {
      // Four pixels a module, as the eye of a camera may see it.
      const size = svg.viewBox.baseVal.width * 4;
      const image = new Image(size, size);
      const copy = svg.cloneNode(true);
      copy.setAttribute("width", size);
      copy.setAttribute("height", size);
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size).getContext("2d");
      canvas.fillStyle = "white";
      canvas.fillRect(0, 0, size, size);
      canvas.drawImage(image, 0, 0);
      return { width: size, height: size, data: [...canvas.getImageData(0, 0, size, size).data] };
    });
    const read = decodeQr({ ...pixels, data: Uint8ClampedArray.from(pixels.data) }, { timeLimit: 10_000 });
    assert.equal(read, await links.linkIn(links.sharing).inputValue());
  }));

test("what a link shows is shown again when the page is loaded again, until it is closed", async (t) => {
  const link = await linkTo(t, "look");
  await withPage(t, { path: link }, async (page) => {
    const links = new Links(page);
    await links.guest.waitFor();
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.reload();
    await links.guest.getByText("nothing of yours is touched").waitFor();
    const values = await Values.of(page);
    assert.deepEqual(await values.sentences(), ["Speed / polish", "Candour / comfort"]);
    await values.name.fill("People and culture");
    await links.guest.getByText("You changed something in it").waitFor();
    await links.guest.getByRole("button", { name: "Close" }).click();
    await links.guest.waitFor({ state: "detached" });
    await page.reload();
    await started(page);
    assert.equal(await values.name.inputValue(), "");
    assert.equal(await links.guest.count(), 0);
  });
});
