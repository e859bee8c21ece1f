// Kills the bot around an event from Slack: before it is persisted, right after it is acknowledged, and after it is answered. Slack sends
// it again each time. There has to be exactly one effect and one answer. Usage: node death.mjs <jar> [rounds]. Takes 40 s a round, or two minutes if the bot dies
// after it noted its answer.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { freshData, startBot, until } from "./bot.mjs";

const [jar, rounds = "2"] = process.argv.slice(2);
const secret = "s3cret";
const told = {
  "/api/auth.test": { team_id: "T1", user_id: "UBOT" },
  "/api/users.info": { user: { id: "U1", team_id: "T1", name: "una", real_name: "Una Smith" } },
};
const said = [];
const slack = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => { body += part; }).on("end", () => {
    if (request.url === "/api/chat.postMessage") said.push(new URLSearchParams(body).get("text").split("\n")[0]);
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ ok: true, ts: `1795000000.${said.length}`, channel: "D1", ...told[request.url] }));
  });
}).listen(0, "127.0.0.1");
await once(slack, "listening");

const data = freshData();
const start = () => startBot(jar, join(data.directory, "store"), {
  SLACK_SIGNING_SECRET: secret,
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_API_URL: `http://127.0.0.1:${slack.address().port}/api/`,
  THROUGHLINE_ADMINS: "slack:T1/U1",
}, ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]);

let events = 0;
function event(text) {
  events++;
  return JSON.stringify({
    token: "t", team_id: "T1", api_app_id: "A1", type: "event_callback", event_id: `Ev${events}`, event_time: 1795000000,
    event: { type: "message", channel_type: "im", user: "U1", team: "T1", text, channel: "D1", ts: `1795000000.${1000 + events}` },
  });
}

async function send(bot, body, retry) {
  const time = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${bot.url}/slack/events`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Slack-Request-Timestamp": time,
      "X-Slack-Signature": `v0=${createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex")}`,
      ...(retry ? { "X-Slack-Retry-Num": String(retry), "X-Slack-Retry-Reason": "http_timeout" } : {}),
    },
    body,
  });
  assert.equal(response.status, 200);
}

const recorded = () => said.filter((text) => text.startsWith("Recorded")).length;
const already = () => said.filter((text) => text.includes("already serves")).length;
const takenBack = () => said.filter((text) => text.startsWith("Taken back")).length;

let bot = await start();
await send(bot, event("now"));
await until("the first answer", () => said.length === 1);
try {
  for (let round = 1; round <= Number(rounds); round++) {
    said.length = 0;
    const link = event("link I6 O5-KR1");

    await bot.kill();
    await assert.rejects(send(bot, link), "nobody hears it");
    bot = await start();
    await send(bot, link, 1);
    await bot.kill();
    bot = await start();
    await send(bot, link, 2);
    // What may have been sent already is looked for first, once that has settled and Redis has been itself for a lease.
    await until("the answer that a dead bot owed", () => recorded() === 1, 200);
    console.log(`ok round ${round}: never heard, then acknowledged and killed, then heard again: recorded and answered once`);

    await bot.kill();
    bot = await start();
    await send(bot, link, 3);
    await send(bot, event("unlink I6 O5-KR1 yes"));
    await until("the next answer", () => takenBack() === 1);
    assert.equal(recorded(), 1);
    assert.equal(already(), 0);
    console.log(`ok round ${round}: answered, killed and heard again: nothing done twice, nothing said twice`);
  }
} finally {
  // Ends its Redis as well.
  await bot.stop();
  slack.close();
  data.remove();
}
