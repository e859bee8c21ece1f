// Sends what nobody should have to read to both doors of the packaged bot: 50 MB, with a length and in chunks, bodies that
// hardly come, and JSON 100,000 deep. All of it has to be refused, in flat memory, while others are answered.
//   node .ci/checks/bodies.mjs <throughline.jar>
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { freshData, languageIsLoaded, startBot } from "./bot.mjs";

const SECRET = "the-signing-secret-of-this-check";
const BIG = 50 * 1024 * 1024;
const ROUNDS = 5; // of two doors, with a length and in chunks: 20 bodies
const MOST_GROWTH_MIB = 24;
const SLOW_REFUSED_WITHIN_S = 20;
const DOORS = ["/api/messages", "/slack/events"];
const CHUNK = Buffer.alloc(64 * 1024, "a");

const port = (bot) => Number(new URL(bot.url).port);
const seconds = (length) => new Promise((resolve) => setTimeout(resolve, length * 1000));
const ok = (what) => console.log(`ok ${what}`);

/** The headers of a client that the door would let in. */
function headers(bot, path, body, more) {
  const timestamp = Math.floor(Date.now() / 1000);
  const mac = createHmac("sha256", SECRET).update(`v0:${timestamp}:`).update(body).digest("hex");
  const signed = path === "/slack/events"
    ? { "X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": `v0=${mac}` }
    : {};
  const all = { Host: `127.0.0.1:${port(bot)}`, "Content-Type": "application/json", ...signed, ...more };
  return `POST ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

/** Opens a connection, lets `write` write, and tells the status of the answer: 0 if it was closed without one. */
function talk(bot, write, limit) {
  return new Promise((resolve, reject) => {
    const socket = connect(port(bot), "127.0.0.1");
    const state = { over: false };
    const late = setTimeout(() => end(() => reject(new Error(`not refused within ${limit} s`))), limit * 1000);
    function end(what) {
      if (state.over) return;
      state.over = true;
      clearTimeout(late);
      socket.destroy();
      what();
    }
    let heard = "";
    socket.on("connect", () => write(socket, state));
    socket.on("data", (data) => {
      heard += data;
      const status = /^HTTP\/1\.1 (\d{3})/.exec(heard);
      if (status && status[1] !== "100") end(() => resolve(Number(status[1])));
    });
    socket.on("error", () => end(() => resolve(0)));
    socket.on("close", () => end(() => resolve(0)));
  });
}

const drained = (socket) => new Promise((resolve) => {
  socket.once("drain", resolve);
  socket.once("close", resolve);
});

/** 50 MB, as fast as the bot takes it. */
function big(bot, path, chunked) {
  const length = chunked ? { "Transfer-Encoding": "chunked" } : { "Content-Length": BIG };
  const frame = chunked
    ? Buffer.concat([Buffer.from(`${CHUNK.length.toString(16)}\r\n`), CHUNK, Buffer.from("\r\n")])
    : CHUNK;
  return talk(bot, async (socket, state) => {
    socket.write(headers(bot, path, "", length));
    for (let sent = 0; sent < BIG && !state.over; sent += CHUNK.length) {
      if (!socket.write(frame)) await drained(socket);
    }
    if (chunked && !state.over) socket.write("0\r\n\r\n");
  }, 30);
}

/** A byte now and then, which no limit on idleness sees. */
function slow(bot, path) {
  return talk(bot, async (socket, state) => {
    socket.write(headers(bot, path, "", { "Content-Length": 1000 }));
    for (let sent = 0; sent < 999 && !state.over; sent++) {
      socket.write("a");
      await seconds(0.2);
    }
  }, SLOW_REFUSED_WITHIN_S);
}

function whole(bot, path, body, type = "application/json") {
  return talk(bot, (socket) => {
    const more = { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
    socket.write(headers(bot, path, body, more) + body);
  }, 10);
}

/** Asks for the bot's health all the while, and returns the longest that an answer took, in ms. */
async function meanwhile(bot, work) {
  let longest = 0;
  let working = true;
  const asking = (async () => {
    while (working) {
      const begun = performance.now();
      const response = await fetch(`${bot.url}/health`);
      assert.equal(response.status, 200);
      await response.text();
      longest = Math.max(longest, performance.now() - begun);
      await seconds(0.05);
    }
  })();
  try {
    await work();
  } finally {
    working = false;
  }
  await asking;
  return Math.round(longest);
}

async function bigOnes(bot) {
  for (const path of DOORS) {
    for (const chunked of [false, true]) {
      const status = await big(bot, path, chunked);
      assert.ok([0, 413].includes(status), `${path}: ${status}`);
    }
  }
}

async function bigBodies(bot) {
  // What the model takes is not what the bodies take.
  await languageIsLoaded(bot);
  await bigOnes(bot);
  const before = bot.residentMiB()[0];
  const longest = await meanwhile(bot, async () => {
    for (let round = 0; round < ROUNDS; round++) await bigOnes(bot);
  });
  const after = bot.residentMiB()[0];
  assert.ok(after - before <= MOST_GROWTH_MIB, `${before} MB became ${after} MB`);
  assert.ok(longest < 2000, `another request took ${longest} ms`);
  ok(`20 bodies of 50 MB were refused: ${before} MB resident before, ${after} MB after, others answered in ${longest} ms`);
}

async function slowBodies(bot) {
  const statuses = [];
  const begun = performance.now();
  const longest = await meanwhile(bot, async () => {
    const connections = DOORS.flatMap((path) => Array.from({ length: 100 }, () => slow(bot, path)));
    statuses.push(...await Promise.all(connections));
  });
  assert.ok(statuses.every((status) => status === 0 || status >= 400), String(new Set(statuses)));
  assert.ok(longest < 2000, `another request took ${longest} ms`);
  const took = Math.round((performance.now() - begun) / 1000);
  ok(`200 bodies that hardly came were refused within ${took} s, others answered in ${longest} ms`);
}

async function deepJson(bot) {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const object = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
  const bodies = [deep, object, `{"type":"message","value":${deep}}`, `{"type":"event_callback","event":${deep}}`];
  for (const path of DOORS) {
    for (const body of bodies) {
      const status = await whole(bot, path, body);
      assert.ok(status >= 400 && status < 500, `${path}: ${status} for ${body.slice(0, 30)}`);
    }
  }
  const payload = `payload=${encodeURIComponent(`{"type":"block_actions","a":${deep}}`)}`;
  const status = await whole(bot, "/slack/events", payload, "application/x-www-form-urlencoded");
  assert.ok(status >= 400 && status < 500, `a deep payload: ${status}`);
  assert.equal((await fetch(`${bot.url}/health`)).status, 200);
  ok("JSON 100,000 deep was refused at both doors, from clients that are let in");
}

const [jar] = process.argv.slice(2);
const data = freshData();
const bot = await startBot(jar, data.directory, {
  TEAMS_LOCAL: "true",
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_BOT_TOKEN: "xoxb-none",
  SLACK_API_URL: "http://127.0.0.1:9/",
}, ["-Xmx192m", "-XX:+UseSerialGC"]);
try {
  await bigBodies(bot);
  await deepJson(bot);
  await slowBodies(bot);
} finally {
  await bot.stop();
  data.remove();
}
