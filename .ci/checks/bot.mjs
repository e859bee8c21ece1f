// Starts the packaged bot on a free port with data of its own, talks to it and stops or kills it.
import { execSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function freshData() {
  const directory = mkdtempSync(join(tmpdir(), "throughline-"));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Waits until `condition` yields something true, asking every few milliseconds, and fails after `seconds`. */
export async function until(what, condition, seconds = 60, every = 20) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const result = await condition();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}

/** A bot; `dies` kills it and its Redis, and it comes again where it was, with the data that it had. */
export async function startBot(jar, data, settings = {}, flags = []) {
  const bot = await started(jar, data, settings, flags);
  const dies = async () => {
    const children = execSync(`pgrep -P ${bot.pid} || true`).toString().split("\n").filter(Boolean).map(Number);
    await bot.kill();
    for (const child of children) {
      try {
        process.kill(child, "SIGKILL");
      } catch {
        // It went with the bot.
      }
    }
    Object.assign(bot, await started(jar, data, { ...settings, THROUGHLINE_PORT: new URL(bot.url).port }, flags));
  };
  return Object.assign(bot, { dies });
}

async function started(jar, data, settings, flags) {
  const port = settings.THROUGHLINE_PORT ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const bot = spawn("java", [...flags, "-jar", jar], {
    env: { ...process.env, THROUGHLINE_PORT: String(port), THROUGHLINE_DATA: data, ...settings },
    stdio: ["ignore", process.env.VERBOSE ? "inherit" : "ignore", "inherit"],
  });
  const gone = new Promise((resolve) => bot.once("exit", resolve));
  await until("the bot is ready", () => {
    if (bot.exitCode !== null) throw new Error(`the bot stopped with ${bot.exitCode}`);
    return fetch(`${url}/health`).then((response) => response.ok, () => false);
  }).catch((late) => {
    bot.kill("SIGTERM");
    throw late;
  });
  const readyMs = Math.round(performance.now() - begun);

  async function post(path, body) {
    const response = await fetch(url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    url,
    readyMs,
    pid: bot.pid,
    post,
    say: async (person, text, channel = "dm") => (await post("/local/messages", { person, channel, text })).messages,
    heard: async (person, channel = "dm", after = "") =>
      (await (await fetch(`${url}/local/messages?${new URLSearchParams({ person, channel, after })}`)).json()).messages,
    residentMiB: () => residentMiB(bot.pid),
    kill: async () => (bot.kill("SIGKILL"), gone),
    stop: async () => (bot.kill("SIGTERM"), gone),
  };
}

/** Moves a settable clock to noon of a day, unless it is past; what fell due until then was made. */
export async function noon(bot, day) {
  const { now } = await (await fetch(`${bot.url}/local/clock`)).json();
  const there = `${day.toISOString().slice(0, 10)}T12:00:00Z`;
  if (Date.parse(there) > Date.parse(now)) await bot.post("/local/clock", { now: there });
}

/** After its Redis came again, nothing is sent for a while. */
export function allSent(bot) {
  const waiting = async () => /^throughline_delivery_waiting(?:\{.*\})? (\S+)$/m.exec(await (await fetch(`${bot.url}/prometheus`)).text());
  return until("nothing waits to be sent", async () => Number((await waiting())[1]) === 0, 180, 500);
}

/**
 * What an admin does about messages of which nobody can know whether they arrived before bot and Redis died: where the platform lets no bot
 * look, they are held. Gives how many.
 */
export async function heldAreSent(bot, admin) {
  const [{ text }] = await bot.say(admin, "operations all");
  const held = [...text.matchAll(/(\S+) · held \d/g)].map(([, id]) => id);
  for (const id of held) await bot.say(admin, `operations retry ${id} yes`);
  await allSent(bot);
  return held.length;
}

/** The bot is ready before its language model is; until then it compares words. */
export function languageIsLoaded(bot) {
  return until("the language model is loaded", async () => !("language" in (await (await fetch(`${bot.url}/health`)).json())));
}

/** Resident memory of a process and its children: the bot and, if it has one, its Redis. */
function residentMiB(pid) {
  const children = execSync(`pgrep -P ${pid} || true`).toString().split("\n").filter(Boolean);
  const kib = [pid, ...children].map((each) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, "utf8"))[1]));
  return kib.map((each) => Math.round(each / 1024));
}
