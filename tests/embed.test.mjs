// Evencost in a page of somebody else's: the element, what is only shown, and the look.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseFromMainMenu, download, eventually, isTooWide, kept, started, stored } from "./support/app.mjs";
import { app, checkAccessibility, withPage } from "./support/browser.mjs";
import { Host, elsewhere, script, set, withHost, withSecrets } from "./support/embed.mjs";
import { Links } from "./support/links.mjs";
import { Values } from "./support/values.mjs";

const TAKEN = "Kept by the page that this is embedded in";
const WAITING = "Not yet taken by the page that this is embedded in";
const TRIED = "What you weigh here stays on this device";

const changes = async (host) => (await host.heard("change")).map((event) => event.document.divisions[0].values[0].pursued);
const titles = { people: "People team", finance: "Finance" };

test("a page sends a document, hears what changes, and the frame says whether it is kept", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    assert.equal(await host.load(set()), undefined);
    assert.equal(await host.blank(1, "cost").inputValue(), "polish");
    await host.status.getByText(TAKEN).waitFor();
    await page.evaluate(() => {
      globalThis.keeps = new Promise((resolve) => (globalThis.keep = resolve));
    });
    await host.blank(1, "pursued").fill("Candour");
    await host.status.getByText(WAITING).waitFor();
    await eventually(() => changes(host), ["Candour"]);
    await page.waitForTimeout(100);
    assert.equal(await host.status.getByText(WAITING).count(), 1, "the page has it, and does not keep it yet");
    await page.evaluate(() => globalThis.keep());
    await host.status.getByText(TAKEN).waitFor();
    assert.equal((await host.save()).divisions[0].values[0].pursued, "Candour");
    assert.deepEqual(await host.heard("error"), []);
    assert.equal((await host.heard("ready")).length, 1);
  }));

test("a page of the same origin finds nothing kept of what it sent", (t) =>
  withPage(t, { path: null }, async (page) => {
    const body = `<!doctype html><title>Host</title>${await script()}<even-cost></even-cost>`;
    await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("host.html");
    const host = new Host(page);
    await host.load(set());
    await host.blank(1, "pursued").fill("Candour");
    await host.status.getByText("which has not said that it keeps it").waitFor();
    assert.deepEqual(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]), [{}, {}]);
  }));

test("a page that does not say that it keeps a change is not said to", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    await host.load(set());
    await page.evaluate(() => (globalThis.keeps = false));
    await host.blank(1, "pursued").fill("Candour");
    await host.status.getByText("which has not said that it keeps it").waitFor();
    await page.evaluate(() => {
      globalThis.keeps = Promise.reject(new Error("no room"));
      // The element looks at it later than the browser.
      globalThis.keeps.catch(() => {});
    });
    await host.blank(1, "pursued").fill("Clarity");
    await host.frame.locator(".notice").getByText("could not take what you changed").waitFor();
    await host.status.getByText(WAITING).waitFor();
    assert.match((await host.heard("error"))[0].message, /no room/);
    await page.evaluate(() => (globalThis.keeps = true));
    await host.status.getByRole("button", { name: "Save", exact: true }).click();
    await host.status.getByText(TAKEN).waitFor();
    assert.equal((await host.heard("save"))[0].document.divisions[0].values[0].pursued, "Clarity");
  }));

test("what was changed is handed on before another document is shown, and takes nothing of that", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    await host.load(set("Before"));
    await host.blank(1, "pursued").fill("Candour");
    assert.equal(await host.load(set("After", "Calm / reach")), undefined);
    assert.deepEqual(
      (await host.heard("change")).map(({ document }) => [document.name, document.divisions[0].values[0].pursued]),
      [["Before", "Candour"]],
    );
    assert.equal(await host.blank(1, "pursued").inputValue(), "Calm");
    await page.evaluate(() => document.body.append(document.querySelector("even-cost")));
    await host.status.getByText(TAKEN).waitFor();
    await eventually(() => host.blank(1, "pursued").inputValue(), "Calm");
  }));

test("a page that asks for the document hears of the change all the same", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    await host.load(set());
    await host.blank(1, "pursued").fill("Candour");
    assert.equal((await host.save()).divisions[0].values[0].pursued, "Candour");
    await eventually(() => changes(host), ["Candour"]);
  }));

test("a document is loaded before the frame is there, as text too, and a wrong one changes nothing", (t) =>
  withPage(t, { path: null }, async (page) => {
    const text = JSON.stringify(JSON.stringify(set("Early")));
    await page.goto(await elsewhere(`${await script()}<even-cost></even-cost><script>
      const [element] = document.querySelectorAll("even-cost");
      globalThis.done = element.load(${text}).then(() => "shown");
    </script>`));
    assert.equal(await page.evaluate(() => globalThis.done), "shown");
    const host = new Host(page);
    const name = host.frame.getByRole("textbox", { name: "Name of the division" });
    assert.equal(await name.inputValue(), "Early");
    for (const [wrong, why] of [
      ["nonsense", /damaged/],
      [{ format: "evencost", version: 9 }, /newer version/],
      [{ ...set(), requests: 3 }, /should be a list/],
      [" ".repeat(3 << 20), /too large/],
    ]) {
      assert.match(await host.load(wrong), why);
      assert.equal(await name.inputValue(), "Early");
    }
  }));

test("an element without a document is blank, and what is written goes to the page", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    await host.blank(1, "pursued").fill("Speed");
    await eventually(() => changes(host), ["Speed"]);
    assert.equal(await host.frame.getByText("See an example").count(), 0, "there are no other workspaces");
  }));

test("saving a file takes nothing from the page that keeps the document", (t) =>
  withHost(t, `<even-cost></even-cost>`, {}, async (page, host) => {
    await host.load(set());
    await host.blank(1, "pursued").waitFor();
    await page.frames()[1].evaluate(() => {
      const field = document.querySelector(".pursued textarea");
      field.value = "Candour";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // At once: before it was given to the page.
      [...document.querySelectorAll("footer button")].find((button) => button.textContent === "Save a file").click();
    });
    await eventually(() => changes(host), ["Candour"]);
  }));

test("two documents in two elements of one page do not disturb each other", (t) =>
  withHost(t, `<even-cost id="people"></even-cost><even-cost id="finance" mode="view"></even-cost>`, {}, async (page, host) => {
    const [people, finance] = Object.keys(titles).map((id) => host.at(id));
    await Promise.all([people.load(set(titles.people, "Speed / polish")), finance.load(set(titles.finance, "Rigour / speed"))]);
    await finance.frame.getByRole("heading", { name: titles.finance }).waitFor();
    await people.blank(1, "pursued").fill("Candour");
    await eventually(() => changes(host), ["Candour"]);
    assert.deepEqual((await host.heard("change")).map((event) => event.from), ["people"]);
    await finance.frame.getByText("Rigour").waitFor();
    await finance.set("mode", "edit");
    await finance.blank(1, "cost").fill("haste");
    await eventually(async () => (await host.heard("change")).map((event) => event.from), ["people", "finance"]);
    assert.equal((await people.save()).divisions[0].values[0].pursued, "Candour");
    assert.equal((await finance.save()).divisions[0].values[0].cost, "haste");
    await people.set("theme", "dark");
    await eventually(() => page.frames()[1].evaluate(() => document.documentElement.dataset.scheme), "dark");
    assert.equal(await page.frames()[2].evaluate(() => document.documentElement.dataset.scheme), "");
  }));

test("an element that is moved takes along what was typed at that moment", (t) =>
  withHost(t, `<even-cost></even-cost><section></section>`, {}, async (page, host) => {
    await host.load(set());
    await host.blank(1, "pursued").fill("Candour");
    await page.evaluate(() => document.querySelector("section").append(document.querySelector("even-cost")));
    await eventually(async () => (await host.heard("ready")).length, 2);
    assert.equal(await host.blank(1, "pursued").inputValue(), "Candour");
    await host.blank(1, "cost").fill("comfort");
    await eventually(async () => (await host.heard("change")).at(-1)?.document.divisions[0].values[0].cost, "comfort");
  }));

test("the frame is as high as its content, within the bounds that the page sets", (t) =>
  withHost(t, `<even-cost min-height="200" max-height="900" mode="view"></even-cost>`, {}, async (page, host) => {
    await host.load(set());
    await host.frame.getByText("Speed").waitFor();
    const content = () => page.frames()[1].evaluate(() => document.querySelector("#app").offsetHeight);
    await eventually(async () => (await host.height()) === (await content()), true);
    const few = await host.height();
    assert.ok(few >= 200 && few < 900, `${few}`);
    await host.load(set("Many", ...Array.from({ length: 12 }, (_, index) => `Aim ${index} / price`)));
    await eventually(() => host.height(), 900);
    await host.set("max-height", "500");
    assert.equal(await host.height(), 500);
    await host.load(set());
    await host.set("min-height", "450");
    await eventually(() => host.height(), 450);
    await host.set("min-height", "0");
    await eventually(() => host.height(), few);
    assert.equal(await page.frames()[1].evaluate(() => document.documentElement.scrollHeight > innerHeight), false, "nothing to scroll");
  }));

test("what somebody tries on a page's document stays with them", (t) =>
  withHost(t, `<even-cost mode="try"></even-cost>`, {}, async (page, host) => {
    await host.load(set());
    await host.status.getByText(TRIED).waitFor();
    await host.frame.getByLabel(/What are you asked for/).fill("Bring the payroll forward");
    await host.frame.getByRole("button", { name: "Weigh it" }).click();
    await host.frame.getByText("Weighing as").waitFor();
    await page.waitForTimeout(600);
    assert.deepEqual(await host.heard("change"), []);
    assert.match(await host.save(), /nothing to save/);
    await host.set("mode", "edit");
    await host.frame.getByRole("link", { name: "Values" }).click();
    await host.blank(1, "pursued").fill("Candour");
    await eventually(() => changes(host), ["Candour"]);
    assert.equal((await host.heard("change"))[0].document.requests, undefined, "nor does it come along later");
  }));

/** A link to look at, made by somebody who wrote these values. */
async function linkTo(t, ...sentences) {
  let link;
  await withPage(t, {}, async (page) => {
    const values = await Values.of(page);
    await values.name.fill("Sales");
    await values.fill(...sentences);
    link = await new Links(page).share("look");
  });
  return link;
}

test("a link in a frame is read and weighed against, and the visitor’s own workspace is left alone", async (t) => {
  const link = await linkTo(t, "Growth / profit", "Candour / calm");
  await withPage(t, {}, async (page) => {
    const own = await Values.of(page);
    await own.fill("Mine / yours");
    await kept(page);
    const before = await stored(page);
    // Of the same origin, so that it could reach what is kept.
    const body = `<!doctype html><title>Host</title><iframe title="Values" src="${link.replace("#", "?mode=try#")}" width="900" height="900"></iframe>`;
    await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("host.html");
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "Sales" }).waitFor();
    await frame.getByText("Growth").waitFor();
    assert.equal(await frame.getByRole("textbox").count(), 1, "nothing but one’s own request can be typed");
    await frame.getByText(TRIED).waitFor();
    await frame.getByLabel(/What are you asked for/).fill("Cut the price");
    await frame.getByRole("button", { name: "Weigh it" }).click();
    await frame.getByLabel("It touches Growth even at the cost of profit").check();
    await frame.getByRole("radio", { name: "serves" }).first().check({ force: true });
    await frame.getByRole("link", { name: "Values" }).click();
    await frame.getByRole("heading", { name: "Sales" }).waitFor();
    assert.deepEqual(await stored(page), before);
    assert.ok(page.frames()[1].url().endsWith(link.slice(link.indexOf("#"))), "the frame still holds the link");
    await page.goto("");
    assert.deepEqual(await (await Values.of(page)).sentences(), ["Mine / yours"]);
  });
});

test("an element shows a link, to be read only where the page wants that", async (t) => {
  const link = await linkTo(t, "Growth / profit");
  const fragment = link.slice(link.indexOf("#") + 1);
  await withHost(t, `<even-cost doc="${fragment}" mode="view"></even-cost>`, {}, async (page, host) => {
    await host.frame.getByText("Growth").waitFor();
    await host.status.getByText("Only to read").waitFor();
    assert.equal(await host.frame.getByRole("textbox").count(), 0);
    assert.match(await host.load(set()), /shows a link or a file/);
    await host.set("doc", `${fragment.slice(0, -9)}`);
    await host.frame.getByText(/^This link was cut/).waitFor();
    await eventually(async () => /cut/.test((await host.heard("error")).at(-1)?.message), true);
  });
});

test("a link that asks for something is done in a page of its own", async (t) => {
  let link;
  await withPage(t, {}, async (page) => {
    await (await Values.of(page)).fill("Growth / profit");
    link = await new Links(page).share("draft");
  });
  await withPage(t, { path: null }, async (page) => {
    await page.goto(await elsewhere(`<iframe title="Values" src="${link}" width="900" height="900"></iframe>`));
    assert.equal(await page.frameLocator("iframe").getByRole("link", { name: "Open it" }).getAttribute("href"), link);
  });
});

/** Serves a file beside the app. */
const beside = (page, name, text, status = 200) =>
  page.route(`**/${name}`, (route) =>
    route.fulfill({ status, contentType: "application/json", body: text, headers: { "Access-Control-Allow-Origin": "*" } }));

test("a set is published to a file that holds nothing else, and shown from beside the app", (t) =>
  withPage(t, {}, async (page) => {
    await started(page);
    await chooseFromMainMenu(page, "Paste or import");
    const importing = page.getByRole("dialog", { name: "Paste or import" });
    const adopted = withSecrets();
    adopted.divisions[0].values[0] = { ...adopted.divisions[0].values[0], adopted: "2026-03-01", example: "We shipped half." };
    adopted.divisions[0].values.push({ id: "3f9k2m7q-3", pursued: "Secret draft", cost: "calm" });
    await importing.getByRole("textbox").fill(JSON.stringify(adopted));
    await importing.getByRole("button", { name: "Open it as a workspace of its own" }).click();
    await chooseFromMainMenu(page, "Publish…");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.getByLabel("Whom to ask").fill("Ann, room 3");
    await checkAccessibility(page);
    const { name, text } = await download(page, () => dialog.getByRole("button", { name: "Save the file" }).click());
    assert.equal(name, "people-team.json");
    assert.doesNotMatch(text, /Secret/);
    await dialog.getByLabel("With drafts").check();
    const more = await download(page, () => dialog.getByRole("button", { name: "Save the file" }).click());
    assert.match(more.text, /Secret draft/, "where it is wanted");
    assert.match(await dialog.getByLabel("What shows it in a page").inputValue(), /<iframe src="http.*\?src=people-team\.json"/);

    await beside(page, name, text);
    const before = await stored(page);
    await page.goto(`?src=${name}`);
    await page.getByRole("heading", { name: "People team" }).waitFor();
    for (const words of ["Speed", "We shipped half.", "Adopted since 1 March 2026.", "Ann, room 3", TRIED]) await page.getByText(words).first().waitFor();
    await checkAccessibility(page);
    assert.deepEqual(await stored(page), before, "a page of one’s own that shows it keeps nothing of it either");
  }));

test("only a file beside the app is shown, and what is wrong with it is said", async (t) => {
  const cases = [
    ["../people.json", undefined, /Only a file that lies beside/],
    ["https://else.where/people.json", undefined, /Only a file that lies beside/],
    ["//else.where/people.json", undefined, /Only a file that lies beside/],
    ["people.txt", undefined, /Only a file that lies beside/],
    ["gone.json", ["", 404], /is not there/],
    ["damaged.json", ['{"format"'], /damaged or cut short/],
    ["foreign.json", ['{"format": "other"}'], /no Evencost workspace/],
  ];
  for (const [path, file, told] of cases) {
    await t.test(path, (t) =>
      withPage(t, { path: null, allow: [/404/, /gone\.json: net::ERR_ABORTED/] }, async (page) => {
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        if (file) await beside(page, path, ...file);
        await page.goto(`?src=${encodeURIComponent(path)}`);
        assert.match(await page.getByRole("alert").textContent(), told);
        if (!file) assert.deepEqual(asked.filter((url) => /people/.test(new URL(url).pathname)), [], "it is not even asked for");
      }));
  }
});

test("the page sets the look by its own custom properties, and nothing else of it gets in", (t) =>
  withHost(
    t,
    `<style>even-cost { --even-cost-accent: rgb(120, 10, 20); --even-cost-radius: 0px; --even-cost-prose: Arial;
       --even-cost-paper: url(https://else.where/x.png); --even-cost-ink: red; }
     iframe { border: 20px solid red !important; filter: invert(1); } * { font-size: 40px }</style><even-cost mode="try"></even-cost>`,
    {},
    async (page, host) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await host.load(set());
      await host.frame.getByText("Speed").waitFor();
      const look = () =>
        page.frames()[1].evaluate(() => {
          const root = getComputedStyle(document.documentElement);
          const pursued = document.querySelector(".sentence .pursued");
          return {
            accent: getComputedStyle(pursued).color,
            prose: getComputedStyle(pursued).fontFamily,
            radius: getComputedStyle(document.querySelector(".card")).borderRadius,
            paper: root.getPropertyValue("--paper"),
            size: getComputedStyle(document.body).fontSize,
          };
        });
      await eventually(async () => (await look()).accent, "rgb(120, 10, 20)");
      const { paper, ...rest } = await look();
      assert.deepEqual(rest, { accent: "rgb(120, 10, 20)", prose: "Arial", radius: "0px", size: "16px" });
      assert.doesNotMatch(paper, /url/);
      assert.equal(await page.locator("iframe").evaluate((frame) => getComputedStyle(frame).borderTopWidth), "0px");
      assert.deepEqual(asked.filter((url) => url.includes("else.where")), []);
      await page.evaluate(() => document.querySelector("even-cost").style.setProperty("--even-cost-accent", "rgb(0, 0, 90)"));
      await eventually(async () => (await look()).accent, "rgb(0, 0, 90)");
    },
  ));

test("the keyboard goes into the frame and out of it again", (t) =>
  withHost(t, `<button id="before">Before</button><even-cost mode="try"></even-cost><button id="after">After</button>`, {}, async (page, host) => {
    await host.load(set());
    const own = host.frame.getByLabel(/What are you asked for/);
    await own.waitFor();
    await page.locator("#before").focus();
    await page.keyboard.press("Tab");
    await eventually(() => own.evaluate((field) => document.hasFocus() && field === document.activeElement), true);
    await page.keyboard.type("Cut the price");
    assert.equal(await own.inputValue(), "Cut the price");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "after");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await host.frame.getByText("Weighing as").waitFor();
  }));

test("what is embedded is accessible and fits a phone", async (t) => {
  for (const width of [375, 1280]) {
    for (const [mode, colorScheme, forcedColors] of [["try", "light"], ["edit", "dark"], ["view", "dark", "active"]]) {
      await t.test(`${width} ${mode} ${colorScheme} ${forcedColors ?? ""}`, (t) =>
        withHost(t, `<even-cost mode="${mode}"></even-cost>`, { viewport: { width, height: 800 }, colorScheme, forcedColors }, async (page, host) => {
          await host.load(set("People team", "One shared culture / local cohesion and individuality", "Speed / polish"));
          await host.frame.getByText("People team").or(host.frame.getByRole("textbox", { name: "Name of the division" })).first().waitFor();
          await host.status.getByText(/[a-z]/).first().waitFor();
          const [, frame] = page.frames();
          await checkAccessibility(frame);
          assert.equal(await isTooWide(frame), false);
          assert.equal(await isTooWide(page), false);
        }));
    }
  }
});
