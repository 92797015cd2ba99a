// The main job, and once through every screen.
import assert from "node:assert/strict";
import { chooseFromMainMenu, kept } from "./app.mjs";
import { Compare, importText, table } from "./compare.mjs";
import { Links } from "./links.mjs";
import { Requests } from "./requests.mjs";
import { Values } from "./values.mjs";

/** What Evencost is for: writes a value, weighs a request against it, and compares with another division. */
export async function mainJob(page) {
  const values = await Values.of(page);
  await values.name.fill("People");
  await values.type(1, "Speed", "polish");
  await values.turned(1).waitFor();

  const requests = new Requests(page);
  await requests.add("Ship it on Monday", "Sales");
  await requests.addPerson("Ann");
  await requests.weigh(["Speed", "polish"], "serves", "spends");
  await requests.done.click();
  await requests.show();
  await requests.result.getByText("agreed trade").first().waitFor();

  const compare = new Compare(page);
  await compare.open();
  await importText(page, table([["Finance", "Polish", "speed"]]));
  await page.getByText("head-on").first().waitFor();
}

/** The main job, then shares, and begins a meeting; answers the link. */
export async function tour(page) {
  await mainJob(page);
  await kept(page);

  const links = new Links(page);
  const link = await links.share("look");
  assert.match(link, /#A[A-Za-z0-9_-]+$/);
  await links.openShare("look");
  await links.sharing.getByText("QR code").first().click();
  await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  await page.keyboard.press("Escape");

  await chooseFromMainMenu(page, "Run a meeting");
  await page.getByRole("button", { name: "Begin the meeting" }).click();
  await page.getByRole("heading", { level: 1, name: "Draft" }).waitFor();
  await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  return link;
}
