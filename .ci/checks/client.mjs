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

/** A browser's page at `url`. */
export async function openPage(url, width = 1280, height = 1000) {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: "reduce" });
  await page.goto(url);
  return { page, close: () => browser.close() };
}

/** Runs `body`, which hands over how what it starts is stopped; stops it all, last first, however `body` ends. */
export async function withCleanup(body) {
  const stops = [];
  const interrupted = new Promise((_, refuse) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => refuse(new Error(`ended by ${signal}`)));
  });
  try {
    await Promise.race([body((stop) => stops.push(stop)), interrupted]);
  } finally {
    for (const stop of stops.reverse()) await stop().catch((trouble) => console.error(trouble));
  }
}

/** Tells what held, one line each; `failed` is awaited when something did not. */
export function checks(failed) {
  let passed = 0;
  return {
    check: async (what, run) => {
      await run().catch(async (trouble) => {
        console.log(`FAILED ${what}`);
        await failed();
        throw trouble;
      });
      passed++;
      console.log(`ok ${what}`);
    },
    done: () => console.log(`${passed} passed, 0 failed`),
  };
}
