// The Chromium that is installed, for the browser tests and the pictures. CHROMIUM names another.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Chromium refuses to run as root with its sandbox.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Starts it without a window. */
export async function launch() {
  const name = process.env.CHROMIUM ?? "chromium";
  const executablePath = execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
  return chromium.launch({ executablePath, args: FLAGS });
}
