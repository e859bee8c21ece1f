// Starts a chat client that serves its own page, opens that page in a browser, and stops both.
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { until } from "./bot.mjs";

/** Starts a program and waits until `ready` answers. */
export async function startClient(command, args, ready, options = {}) {
  const client = spawn(command, args, { stdio: ["ignore", process.env.VERBOSE ? "inherit" : "ignore", "inherit"], ...options });
  const gone = new Promise((resolve) => client.once("exit", resolve));
  const stop = async () => (client.kill("SIGTERM"), gone);
  try {
    await until(`${command} is ready`, () => {
      if (client.exitCode !== null) throw new Error(`${command} stopped with ${client.exitCode}`);
      return fetch(ready).then((response) => response.ok, () => false);
    });
  } catch (late) {
    await stop();
    throw late;
  }
  return { stop };
}

/** A browser's page at `url`. Clients that cannot be told from each other by their pages share this one. */
export async function openPage(url, width = 1280, height = 1000) {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: "reduce" });
  await page.goto(url);
  return { page, close: () => browser.close() };
}

/** Runs `body` with a list to which it adds what has to be stopped; stops it, last first, however `body` ends. */
export async function withCleanup(body) {
  const stops = [];
  try {
    await body((stop) => stops.push(stop));
  } finally {
    for (const stop of stops.reverse()) await stop().catch((trouble) => console.error(trouble));
  }
}

/** Tells what held, one line each. */
export function checks() {
  let passed = 0;
  return {
    check: async (what, run) => {
      await run();
      passed++;
      console.log(`ok ${what}`);
    },
    done: () => console.log(`${passed} passed, 0 failed`),
  };
}
