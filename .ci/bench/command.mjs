// How fast a signed /roadmap now is answered, against the same command in Bolt for JavaScript with ioredis, in turns on this machine.
// Usage: node command.mjs <jar> [rounds] [seconds]. Prints each round and the median of the ratios; nothing here passes or fails.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Redis from "ioredis";
import { freePort, freshData, startBot } from "../checks/bot.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [jar, rounds = "5", seconds = "15"] = process.argv.slice(2);
const secret = "s3cret";
const connections = "32";

async function load(port, kind, time, rate = "0", over = connections) {
  const running = promisify(execFile)("java", ["-XX:+UseSerialGC", join(here, "Load.java"), String(port), secret, kind, time, over, rate]);
  const { stdout, stderr } = await running;
  if (stderr) console.error(stderr);
  return JSON.parse(stdout);
}

// Stands in for Slack's Web API: everybody is a member, every message arrives.
const told = {
  "/api/auth.test": { team_id: "T1", user_id: "UBOT", team: "Acme", user: "throughline" },
  "/api/users.info": { user: { id: "U1", team_id: "T1", name: "una", real_name: "Una Smith" } },
  "/api/conversations.info": { channel: { id: "C1", name: "growth", is_channel: true } },
  "/api/chat.postMessage": { ts: "1795000000.1", channel: "D1" },
};
const slack = createServer((request, response) => {
  request.resume().on("end", () => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ ok: true, ...told[request.url.split("?")[0]] }));
  });
}).listen(0, "127.0.0.1");
await once(slack, "listening");

const data = freshData();
const redisPort = await freePort();
const redisServer = spawn("redis-server", ["--port", String(redisPort), "--save", "", "--appendonly", "no", "--dir", data.directory], { stdio: "ignore" });
const redis = new Redis(redisPort, { retryStrategy: () => 50 });
const bets = Array.from({ length: 6 }, (_, at) => ({
  id: `I${at}`, title: "Shifts suggested from last year", team: "Scheduling", keyResult: `O1-KR${at}`, metric: "7-day activation", figures: "40 → 55 %, now 46 %",
}));
await redis.set("now", JSON.stringify(bets));

const bot = await startBot(jar, join(data.directory, "store"), {
  REDIS_URI: `redis://127.0.0.1:${redisPort}`,
  SLACK_SIGNING_SECRET: secret,
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_API_URL: `http://127.0.0.1:${slack.address().port}/api/`,
}, (process.env.BOT_FLAGS ?? "-XX:+UseParallelGC -Xms32m -Xmx192m").split(" "));
const botPort = new URL(bot.url).port;
const peerPort = await freePort();
const peer = spawn("node", [join(here, "peer.mjs"), String(peerPort), String(redisPort), secret], { stdio: ["ignore", "pipe", "inherit"] });
await once(peer.stdout, "data");

try {
  // Both warm up for as long: compilers need it.
  await load(botPort, "command", "20");
  await load(peerPort, "command", "20");
  const ratios = [];
  for (let round = 0; round < Number(rounds); round++) {
    const ours = await load(botPort, "command", seconds);
    const theirs = await load(peerPort, "command", seconds);
    ratios.push(ours.rate / theirs.rate);
    console.log(JSON.stringify({ round, ours, theirs, ratio: +ratios.at(-1).toFixed(2) }));
  }
  ratios.sort((one, other) => one - other);
  console.log(`signed /roadmap now: ${ratios[Math.floor(ratios.length / 2)].toFixed(2)} times the rate of Bolt for JavaScript (median of ${rounds})`);
  await load(botPort, "event", "20", "500", "64");
  console.log(`events at 500 a second: ${JSON.stringify(await load(botPort, "event", "20", "500", "64"))}`);
  console.log(`resident MiB of the bot: ${bot.residentMiB().join(" + ")}`);
} finally {
  await bot.stop();
  peer.kill();
  redis.disconnect();
  redisServer.kill();
  slack.close();
  data.remove();
}
