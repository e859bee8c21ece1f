// local-slack, a Slack on this machine with a client in the browser: started with a bot in it, and what one does there.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { freePort, freshData, languageIsLoaded, startBot, until } from "./bot.mjs";
import { openPage, startClient } from "./client.mjs";

const binary = join(dirname(createRequire(import.meta.url).resolve("local-slack-linux-x64/package.json")), "bin/local-slack");

/** Slack wants these letters escaped and shows them as they are; local-slack shows the escapes. */
export const FORCED = [["<", "&lt;"], [">", "&gt;"]];

export const BOT = "U0LINE";
export const PEOPLE = [
  { id: "U01VISITOR", name: "visitor", real: "Vera Visitor" },
  { id: "U02MAYA", name: "maya", real: "Maya Lindqvist" },
  { id: "U03ANA", name: "ana", real: "Ana Duarte" },
  { id: "U04ELENA", name: "elena", real: "Elena Marsh" },
  { id: "U05TOM", name: "tom", real: "Tom Okafor" },
];
const secrets = { botToken: "xoxb-check", appToken: "xapp-check", signingSecret: "signed-in-a-check" };

/**
 * A bot in a Slack of its own, and a page that shows it.
 *
 * @param mode http or socket
 * @param later takes how what is started is stopped
 * @param settings more of the bot's
 */
export async function inSlack(jar, mode, later, settings = {}) {
  const data = freshData();
  later(async () => data.remove());
  const slack = await freePort();
  const port = String(await freePort());
  writeFileSync(join(data.directory, "config.json"), JSON.stringify(workspace(port, mode)));
  const address = `http://127.0.0.1:${slack}`;
  const client = await startClient(
    binary,
    ["--config", join(data.directory, "config.json"), "--port", String(slack), "--base-host", "127.0.0.1"],
    `${address}/_control/state`,
  );
  later(client.stop);
  const bot = await startBot(jar, join(data.directory, "store"), {
    THROUGHLINE_PORT: port,
    THROUGHLINE_LOCAL: "true",
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_API_URL: `${address}/api/`,
    ...settings,
    ...(mode === "socket" ? { SLACK_APP_TOKEN: secrets.appToken } : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
  });
  later(() => bot.stop());
  if (mode === "socket") await until("the bot has a socket", () => connected(address));
  await languageIsLoaded(bot);
  const { page, close } = await openPage(address);
  later(close);
  return { bot, page };
}

/** The bot is ready before its socket is. */
async function connected(address) {
  const { log } = await (await fetch(`${address}/_control/log`)).json();
  return log.some(({ summary }) => summary.startsWith("socket connected"));
}

function workspace(port, mode) {
  return {
    workspace: { name: "Tallyard", domain: "tallyard", teamId: "T01TALLY" },
    app: {
      appId: "A01LINE", botUserId: BOT, botName: "throughline", ...secrets,
      ...(mode === "socket" ? { mode: "socket" } : { mode: "events", requestUrl: `http://127.0.0.1:${port}/slack/events` }),
    },
    users: PEOPLE.map(({ id, name, real }) => ({ id, name, real_name: real })),
    channels: [
      { id: "C01GROWTH", name: "growth", members: [...PEOPLE.map(({ id }) => id), BOT] },
      ...PEOPLE.map(({ id, name }) => ({
        id: id.replace("U", "D"), name, is_channel: false, is_private: true, is_im: true, members: [id, BOT],
      })),
    ],
  };
}

export async function be(page, user) {
  await page.locator(".actas select").selectOption(user);
}

/** Opens a channel, or one's conversation with the bot. */
export async function go(page, channel) {
  await page.locator(".sidebar-item", { hasText: channel }).first().click();
  await page.locator(".channel-title", { hasText: channel }).waitFor();
}

export async function type(page, text) {
  await page.locator(".main .composer-input").fill(text);
  await page.locator(".main .composer-input").press("Enter");
}

/** The bot's message that appears after `act`. */
export async function answered(page, act) {
  const messages = page.locator(".main .msg").filter({ has: page.locator(".badge-app") });
  const before = await messages.count();
  await act();
  const answer = messages.nth(before);
  await answer.waitFor();
  return answer;
}

/** What a message says, and its buttons. */
export async function read(message) {
  const blocks = message.locator(".blocks");
  const body = await (await blocks.count() ? blocks : message.locator(".msg-text")).evaluate((node) => {
    for (const button of node.querySelectorAll(".bk-button")) button.style.display = "none";
    const text = node.innerText;
    for (const button of node.querySelectorAll(".bk-button")) button.style.display = "";
    return text;
  });
  // After the text: a message that is said anew in between must not be taken for one that kept its buttons.
  const buttons = await message.locator(".bk-button").allInnerTexts();
  return { body, buttons };
}
