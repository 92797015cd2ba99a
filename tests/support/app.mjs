// What every screen's page object can ask of the app around it.
import { deepStrictEqual } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** Waits until the program has taken over from the shell. */
export const started = (page) => page.getByRole("button", { name: "Undo" }).waitFor();

/** Opens the menu at the end of the bar and chooses an item. */
export async function chooseFromMainMenu(page, item) {
  await page.locator(".tools summary").click();
  await page.locator(".tools").getByRole("button", { name: item }).click();
}

/** Opens one of the stored workspaces. */
export async function openWorkspace(page, name) {
  await chooseFromMainMenu(page, "Workspaces…");
  await page.getByRole("dialog").getByRole("button", { name: `Open ${name}` }).click();
}

/** Waits until the last change is kept. */
export const kept = (page) => page.getByText("Saved on this device.").waitFor();

/** The keys under which the app keeps something, with what they hold. */
export const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** The documents of the stored workspaces, by key. */
export const documents = async (page) =>
  Object.fromEntries(
    Object.entries(await stored(page))
      .filter(([key]) => key.startsWith("evencost:workspace:"))
      .map(([key, text]) => [key, JSON.parse(text).document]),
  );

/** What a screen reader was told last. */
export const said = (page) => page.getByRole("log").getByRole("paragraph").last();

/** What has the focus, as a person would name it. */
export const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element.getAttribute("aria-label") ?? (element === document.body ? "" : element.textContent.trim());
  });

/** The text of a file that the click downloads, and its name. */
export async function download(page, click) {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

/** Waits until something that is read from the page is as expected. */
export async function eventually(read, expected) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (isDeepStrictEqual(await read(), expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  deepStrictEqual(await read(), expected);
}

/** Whether the page is wider than the screen. */
export const isTooWide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
