// Three bots deliver to a Slack that fails in six ways, while bots are killed and stopped and Redis is killed and fails over.
// Usage: node faults.mjs <jar> <test classes> [occurrences] [seed] [calm]
// With "calm" nothing fails and nobody is killed: then the rate is what counts. Needs redis-server and redis-cli.
// Prints what is missing, what is doubled, calls inside a Retry-After window and the share of the rate that Slack grants.
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, freshData, until } from "./bot.mjs";

const [jar, classes] = process.argv.slice(2);
const occurrences = Number(process.argv[4] ?? 200);
const seed = Number(process.argv[5] ?? 1);
const calm = process.argv[6] === "calm";
const LEASE = 6, SETTLE = 5, SWEEP = 8;
const POSTS_A_MINUTE = Number(process.env.POSTS ?? 300), ASKS_A_MINUTE = 600;
const KILL_EVERY = 6000, STOP_EVERY = 11000, SHARE_OF_FAULTS = 0.2;
const KINDS = ["429", "500 after accept", "hangs after accept", "drops after accept", "accepts late", "500 not accepted"];
// Who is being answered 429 needs a moment to tell the others.
const GRACE = 300;
// Who was stopped between its permission and its call may make the call when it goes on: it counts like any other, and is told apart.
const AWAKE = 1000;
let resumed = -Infinity;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let state = seed * 2654435761;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const among = (list) => list[Math.floor(random() * list.length)];

// --- Slack
const messages = new Map(); // channel to its messages
const windows = [];
const told = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
const count = { posts: 0, looks: 0, deletes: 0, inside: 0, insideLate: 0, insideAwake: 0, limited: 0 };
let accepted = [], tokens = 10, filled = performance.now(), serial = 0;

function accept(form) {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(serial++).padStart(6, "0")}`;
  const list = messages.get(form.get("channel")) ?? [];
  list.push({ type: "message", ts, text: form.get("text"), metadata: JSON.parse(form.get("metadata")) });
  messages.set(form.get("channel"), list);
  accepted.push(performance.now());
  return ts;
}
function granted() {
  const now = performance.now();
  tokens = Math.min(10, tokens + ((now - filled) * POSTS_A_MINUTE) / 60000);
  filled = now;
  return tokens >= 1 && tokens-- > 0;
}
function answer(response, body, status = 200, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
function limit(response) {
  const seconds = 1 + Math.floor(random() * 2);
  windows.push([performance.now(), performance.now() + seconds * 1000]);
  answer(response, { ok: false, error: "ratelimited" }, 429, { "retry-after": String(seconds) });
}
function post(form, request, response) {
  count.posts++;
  const channel = form.get("channel");
  if (!granted()) {
    count.limited++;
    return limit(response);
  }
  const kind = !calm && random() < SHARE_OF_FAULTS ? among(KINDS) : "";
  if (kind) told[kind]++;
  if (kind === "429") return limit(response);
  if (kind === "500 not accepted") return answer(response, {}, 500);
  if (kind === "accepts late") {
    setTimeout(() => accept(form), 1000 + random() * (SETTLE - 2) * 1000);
    return request.socket.destroy();
  }
  const ts = accept(form);
  if (kind === "500 after accept") return answer(response, {}, 500);
  if (kind === "hangs after accept") return;
  if (kind === "drops after accept") return request.socket.destroy();
  answer(response, { ok: true, channel, ts });
}
const slack = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("error", () => {});
  request.on("end", () => {
    const now = performance.now();
    const window = windows.find(([from, to]) => now > from && now < to);
    if (window) {
      count.inside++;
      if (now - window[0] > GRACE) {
        count.insideLate++;
        if (now - resumed < AWAKE) count.insideAwake++;
      }
    }
    const form = new URLSearchParams(body);
    const method = request.url.split("/").pop();
    if (method === "chat.postMessage") return post(form, request, response);
    const list = messages.get(form.get("channel")) ?? [];
    if (method === "conversations.history") {
      count.looks++;
      return answer(response, { ok: true, messages: list.filter((m) => Number(m.ts) >= Number(form.get("oldest"))).reverse() });
    }
    if (method === "chat.delete") {
      count.deletes++;
      const kept = list.filter((m) => m.ts !== form.get("ts"));
      messages.set(form.get("channel"), kept);
      return answer(response, kept.length < list.length ? { ok: true } : { ok: false, error: "message_not_found" });
    }
    answer(response, { ok: false, error: "unknown_method" });
  });
});
slack.keepAliveTimeout = 60000;
await new Promise((resolve) => slack.listen(0, "127.0.0.1", resolve));

// --- Redis: a primary, a replica that may be kept away from it, a sentinel
const home = freshData();
const servers = [];
async function server(name, lines, ...options) {
  const port = await freePort();
  const directory = join(home.directory, name);
  mkdirSync(directory);
  const file = join(directory, "redis.conf");
  writeFileSync(file, [`port ${port}`, "bind 127.0.0.1", `dir ${directory}`, 'save ""', ...lines].join("\n") + "\n");
  const one = { port, start: () => {
    one.process = spawn("redis-server", [file, ...options], { stdio: "ignore" });
  } };
  one.start();
  servers.push(one);
  return one;
}
const cli = (port, ...words) => execFileSync("redis-cli", ["-p", String(port), ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
const quietly = (port, ...words) => { try { return cli(port, ...words); } catch { return ""; } };
const kept = ["appendonly yes", "user repl on >repl +@all", "masteruser repl", "masterauth repl"];
const first = await server("one", kept);
const second = await server("two", [...kept, `replicaof 127.0.0.1 ${first.port}`]);
const watcher = await server("sentinel", [`sentinel monitor main 127.0.0.1 ${first.port} 1`,
  "sentinel down-after-milliseconds main 4000", "sentinel failover-timeout main 10000"], "--sentinel");
await until("the replica follows", () => quietly(first.port, "info", "replication").includes("state=online"));
await until("the sentinel watches", () => quietly(watcher.port, "sentinel", "replicas", "main").includes(String(second.port)), 30, 200);
const primary = () => [first, second].find((one) => one.port === Number(quietly(watcher.port, "sentinel", "get-master-addr-by-name", "main").split("\n")[1])) ?? first;

async function killRedis() {
  const one = primary();
  one.process.kill("SIGKILL");
  await wait(200);
  one.start();
}
async function failOver() {
  const old = primary();
  const other = old === first ? second : first;
  cli(old.port, "acl", "setuser", "repl", "off");
  quietly(old.port, "client", "kill", "type", "replica");
  await wait(2000);
  const before = quietly(old.port, "info", "replication").match(/master_repl_offset:(\d+)/)?.[1];
  old.process.kill("SIGKILL");
  await until("the other is the primary", () => primary() === other, 60, 200);
  const after = quietly(other.port, "info", "replication").match(/second_repl_offset:(-?\d+)/)?.[1];
  console.log(`failover: the old primary was at ${before}, the new one began at ${after}`);
  old.start();
}

// --- bots
const environment = {
  ...process.env, THROUGHLINE_LOCAL: "false", SLACK_SIGNING_SECRET: "fault", SLACK_BOT_TOKEN: "xoxb-fault",
  SLACK_API_URL: `http://127.0.0.1:${slack.address().port}/api/`, REDIS_URI: `redis-sentinel://127.0.0.1:${watcher.port}/main`,
  THROUGHLINE_DELIVERY_LEASE: String(LEASE), THROUGHLINE_DELIVERY_SETTLE: String(SETTLE), THROUGHLINE_DELIVERY_SWEEP: String(SWEEP),
};
const flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", `-Dposts=${POSTS_A_MINUTE}`, `-Dasks=${ASKS_A_MINUTE}`,
  "-cp", `${jar}:${classes}`, "throughline.app.FaultNode"];
const start = (...words) => spawn("java", [...flags, ...words], { env: environment, stdio: ["ignore", process.env.VERBOSE ? "inherit" : "ignore", "inherit"] });
await new Promise((resolve) => start(String(occurrences)).once("exit", resolve));
const bots = [start(), start(), start()];
let over = false, kills = 0, stops = 0, redisKills = 0, failovers = 0;

async function killing() {
  while (!over) {
    await wait(KILL_EVERY);
    if (over) return;
    const victim = Math.floor(random() * 3);
    bots[victim].kill("SIGKILL");
    bots[victim] = start();
    kills++;
  }
}
async function stopping() {
  while (!over) {
    await wait(STOP_EVERY);
    if (over) return;
    const victim = among(bots);
    victim.kill("SIGSTOP");
    stops++;
    setTimeout(() => {
      resumed = performance.now();
      victim.kill("SIGCONT");
    }, LEASE * 1000 * (0.5 + 4.5 * random()));
  }
}
const arrived = () => [...messages.values()].filter((list) => list.length > 0).length;
async function killingRedis() {
  for (const share of [0.15, 0.35, 0.55, 0.75]) {
    await until("more arrived", () => over || arrived() >= share * occurrences, 3600, 200);
    if (over) return;
    if (share < 0.75) {
      await killRedis();
      redisKills++;
    } else {
      await failOver();
      failovers++;
    }
  }
}
const begun = performance.now();
const chaos = calm ? [] : [killing(), stopping(), killingRedis()];
const limitSeconds = Number(process.env.LIMIT ?? 120 + occurrences);
await until("all arrived", () => arrived() >= occurrences, limitSeconds, 200).catch((late) => console.log(String(late)));
over = true;
await Promise.all(chaos);
for (const bot of bots) bot.kill("SIGCONT");
const left = () => ["xlen deliveries", "zcard delayed", "zcard sweeps"].map((what) => {
  const [command, key] = what.split(" ");
  return Number(quietly(primary().port, command, `tl:{org}:${key}`) || 1);
});
await until("nothing is left to do", () => left().every((number) => number === 0), 120, 500).catch((late) => console.log(String(late), left()));
const seconds = (performance.now() - begun) / 1000;
const dead = Number(quietly(primary().port, "xlen", "tl:{org}:dead"));
for (const bot of bots) bot.kill("SIGKILL");
for (const one of servers) one.process.kill("SIGKILL");
slack.closeAllConnections();
slack.close();
await wait(200);
home.remove();

let missing = 0, doubled = 0;
for (let number = 1; number <= occurrences; number++) {
  const list = messages.get(`C${String(number).padStart(5, "0")}`) ?? [];
  if (list.length === 0) missing++;
  if (list.length > 1) doubled++;
}
const span = (accepted[accepted.length - 1] - accepted[0]) / 1000;
const rate = (accepted.length - 5) / span;
console.log(`${occurrences} occurrences, seed ${seed}${calm ? ", calm" : ""}: ${missing} missing, ${doubled} doubled, ${dead} held or dead`);
console.log(`${count.insideLate} calls inside a Retry-After window (${count.insideAwake} of them within ${AWAKE} ms of a stopped bot going on; ${count.inside - count.insideLate} more within its first ${GRACE} ms), ${windows.length} windows, ${count.limited} of them for going too fast`);
console.log(`${count.posts} posts, ${count.looks} looks, ${count.deletes} second copies deleted, ${kills} bots killed, ${stops} stopped, Redis killed ${redisKills} times, ${failovers} failovers, ${seconds.toFixed(0)} s`);
if (calm) console.log(`${(rate * 60).toFixed(0)} a minute of ${POSTS_A_MINUTE} that Slack grants: ${((100 * rate * 60) / POSTS_A_MINUTE).toFixed(1)} %`);
else console.log(KINDS.map((kind) => `${kind}: ${told[kind]}`).join(", "));
process.exit(missing + doubled + dead + count.insideLate === 0 ? 0 : 1);
