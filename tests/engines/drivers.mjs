// Starts Firefox and WebKit, each without a window that anybody sees, and whatever they need for that; all of it is
// ended with the test. A browser that is started has a profile of its own.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";

const root = process.getuid?.() === 0;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program. Answers it with what ends it, and what tells why it is over, once it is. */
function start(program, args, options) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], ...options });
  let said = "";
  let why = null;
  child.stderr?.on("data", (text) => (said = (said + text).slice(-4000)));
  const ended = new Promise((resolve) => {
    child.once("error", ({ message }) => resolve((why = message)));
    child.once("close", (code) => resolve((why ??= `it ended with ${code}: ${said}`)));
  });
  const end = () => {
    child.kill();
    return ended;
  };
  return { child, end, ended, over: () => why };
}

/** Starts a driver on a free port and has it start its browser. */
async function drive(program, args, environment, capabilities) {
  const port = await freePort();
  const { end, over } = start(program, [`--port=${port}`, ...args], { env: { ...process.env, ...environment } });
  const url = `http://127.0.0.1:${port}`;
  try {
    while (!(await fetch(`${url}/status`).then(({ ok }) => ok, () => false))) {
      if (over()) throw new Error(`${program} does not run: ${over()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    return {
      driver,
      async end() {
        await driver.quit().catch(() => {});
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A screen that nobody sees: WebKit's browser has no other way to run without a window. */
async function screen() {
  const { child, end, ended } = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const number = new Promise((resolve) => child.stdio[3].once("data", (text) => resolve(`${text}`.trim())));
  const failed = ended.then((why) => Promise.reject(new Error(`Xvfb does not run: ${why}`)));
  return { display: `:${await Promise.race([number, failed])}`, end };
}

/** Debian has this browser, made for tests, in a folder of the library. */
const miniBrowser = () =>
  execFileSync("dpkg", ["-L", "libwebkit2gtk-4.1-0"], { encoding: "utf8" }).split("\n").find((path) => path.endsWith("/MiniBrowser"));

export const engines = {
  async firefox(downloads) {
    const options = new firefox.Options()
      .addArguments("-headless")
      .setPreference("browser.download.folderList", 2)
      .setPreference("browser.download.dir", downloads)
      .setPreference("ui.systemUsesDarkTheme", 0);
    const binary = process.env.FIREFOX ?? execFileSync("sh", ["-c", "command -v firefox-esr || command -v firefox"], { encoding: "utf8" }).trim();
    options.setBinary(binary);
    return drive("geckodriver", ["--websocket-port=0"], {}, options);
  },

  async webkit(downloads) {
    const { display, end } = await screen();
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
    });
    // It downloads to where the desktop's settings say.
    await writeFile(join(downloads, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const environment = {
      DISPLAY: display,
      XDG_CONFIG_HOME: downloads,
      // Its sandbox does not start as root.
      ...(root ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
    };
    try {
      const driven = await drive("WebKitWebDriver", ["--host=127.0.0.1"], environment, capabilities);
      return { driver: driven.driver, end: () => driven.end().then(end) };
    } catch (error) {
      await end();
      throw error;
    }
  },
};
