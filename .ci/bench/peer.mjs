// The same signed command in Bolt for JavaScript with ioredis: what is in Now is read from Redis and drawn as blocks. Usage: node peer.mjs <port> <redis port> <secret>
import bolt from "@slack/bolt";
import Redis from "ioredis";

const [port, redisPort, signingSecret] = process.argv.slice(2);
const redis = new Redis(Number(redisPort));
const app = new bolt.App({
  signingSecret,
  authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }),
  logLevel: "error",
});

app.command("/roadmap", async ({ ack }) => {
  const bets = JSON.parse(await redis.get("now"));
  await ack({
    response_type: "ephemeral",
    text: `Now: ${bets.length} bets.`,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: `*Now: ${bets.length} bets.* This quarter; scope is locked.` } },
      ...bets.slice(0, 5).map((bet) => ({
        type: "section",
        text: { type: "mrkdwn", text: `• *${bet.id} ${bet.title}* · ${bet.team} · → ${bet.keyResult} _${bet.metric}_ ${bet.figures}` },
      })),
      {
        type: "actions",
        elements: ["Show all", "Show Next", "Share here"].map((label, at) => ({
          type: "button", action_id: `a${at}`, text: { type: "plain_text", text: label }, value: "now",
        })),
      },
    ],
  });
});

await app.start(Number(port));
console.log("ready");
