// Asks ten questions in local-slack, with a browser, and compares the answers with the local chat's; fills a modal in; then does the
// same with sentences, and with what goes from person to person.
// Usage: node slack.mjs <jar> <directory for screenshots> [http|socket]
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { freePort, freshData, languageIsLoaded, startBot, until } from "./bot.mjs";
import { checks, openPage, startClient, withCleanup } from "./client.mjs";
import { code, localChat, phrasedAlike, questions, same } from "./questions.mjs";
import { phrasings, spoken, thread } from "./sentences.mjs";
import { firstLine, recorded, toTheOwner } from "./stories.mjs";

const [jar, out, mode = "http"] = process.argv.slice(2);
const binary = join(dirname(createRequire(import.meta.url).resolve("local-slack-linux-x64/package.json")), "bin/local-slack");

/** Slack wants these letters escaped and shows them as they are; local-slack shows the escapes. */
const FORCED = [["<", "&lt;"], [">", "&gt;"]];

const BOT = "U0LINE";
const secrets = { botToken: "xoxb-check", appToken: "xapp-check", signingSecret: "signed-in-a-check" };

await withCleanup(async (later) => {
  const data = freshData();
  later(async () => data.remove());
  const slack = await freePort();
  const port = String(await freePort());
  writeFileSync(join(data.directory, "config.json"), JSON.stringify(workspace(port)));
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
    ...(mode === "socket" ? { SLACK_APP_TOKEN: secrets.appToken } : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
  });
  later(bot.stop);
  if (mode === "socket") await until("the bot has a socket", () => connected(address));
  await languageIsLoaded(bot);
  const { page, close } = await openPage(address);
  later(close);
  await converse(bot, page);
});

/** The bot is ready before its socket is. */
async function connected(address) {
  const { log } = await (await fetch(`${address}/_control/log`)).json();
  return log.some(({ summary }) => summary.startsWith("socket connected"));
}

function workspace(port) {
  return {
    workspace: { name: "Tallyard", domain: "tallyard", teamId: "T01TALLY" },
    app: {
      appId: "A01LINE", botUserId: BOT, botName: "throughline", ...secrets,
      ...(mode === "socket" ? { mode: "socket" } : { mode: "events", requestUrl: `http://127.0.0.1:${port}/slack/events` }),
    },
    users: [
      { id: "U01VISITOR", name: "visitor", real_name: "Vera Visitor" },
      { id: "U02MAYA", name: "maya", real_name: "Maya Lindqvist" },
      { id: "U03ANA", name: "ana", real_name: "Ana Duarte" },
    ],
    channels: [
      { id: "C01GROWTH", name: "growth", members: ["U01VISITOR", "U02MAYA", "U03ANA", BOT] },
      { id: "D01VISITOR", name: "visitor", is_channel: false, is_private: true, is_im: true, members: ["U01VISITOR", BOT] },
      { id: "D02MAYA", name: "maya", is_channel: false, is_private: true, is_im: true, members: ["U02MAYA", BOT] },
      { id: "D03ANA", name: "ana", is_channel: false, is_private: true, is_im: true, members: ["U03ANA", BOT] },
    ],
  };
}

async function converse(bot, page) {
  const local = localChat(bot);
  const shot = (name) => page.screenshot({ path: join(out, `slack-${mode}-${name}.png`) });
  const { check, done } = checks(() => shot("failed"));
  const said = {};

  await be(page, "U01VISITOR");
  for (const question of questions.filter(({ how }) => how !== "form")) {
    await check(`${question.name}: the same as in the local chat (${question.how})`, async () => {
      said[question.name] = await ask(page, question, said);
      await shot(question.name);
      same(await read(said[question.name]), await local(question), FORCED);
    });
  }

  const form = questions.find(({ how }) => how === "form");
  await be(page, "U02MAYA");
  await check("a code from the local chat makes the account the PM's", async () => {
    const answer = await ask(page, { how: "command", text: `account ${await code(bot)}` }, said);
    assert.match((await read(answer)).body, /You are Maya Lindqvist here now, PM\./);
  });
  await check("the command opens a modal with every key result", async () => {
    await type(page, "/roadmap " + form.text);
    await page.locator(".modal").waitFor();
    assert.ok((await page.locator(".modal").innerText()).includes(form.asks));
    await shot("modal");
  });
  await check("a modal sent without the key result says so at the field", async () => {
    await submit(page, form);
    await page.locator(".modal-error").waitFor();
    assert.match(await page.locator(".modal-error").innerText(), /Choose the key result that it serves\./);
    await shot("modal-error");
  });
  await check("form: filled in, it closes and is answered", async () => {
    await choose(page, form);
    said.form = await answered(page, () => submit(page, form));
    await page.locator(".modal").waitFor({ state: "detached" });
    await shot("form");
  });
  await check("form: the same as in the local chat, and a button on it takes it back", async () => {
    const undone = await answered(page, () => said.form.getByRole("button", { name: "Undo" }).click());
    assert.match((await read(undone)).body, /^Taken back: Dark mode \(I6\)/);
    await shot("form-undone");
    same(await read(said.form), await local(form), FORCED);
  });

  await be(page, "U01VISITOR");
  for (const sentence of spoken) {
    await check(`${sentence.name}: the same as in the local chat (${sentence.how})`, async () => {
      const answer = await ask(page, sentence, said);
      await shot(sentence.name);
      same(await read(answer), await local(sentence), FORCED);
    });
  }
  await check(`${phrasings.length} phrasings as mentions: the first line is the local chat's`, async () => {
    await go(page, "growth");
    await phrasedAlike(bot, phrasings, async (text) => (await read(await inThread(page, text))).body, FORCED);
    await shot("phrasings");
  });
  await check("in a thread somebody else goes on", async () => {
    await go(page, "growth");
    await inThread(page, thread.opening);
    await be(page, "U03ANA");
    const answers = page.locator(".thread-pane .msg").filter({ has: page.locator(".badge-app") });
    const before = await answers.count();
    await page.locator(".thread-pane .composer-input").fill(`<@${BOT}> ${thread.text}`);
    await page.locator(".thread-pane .composer-input").press("Enter");
    await answers.nth(before).waitFor();
    assert.match(firstLine((await read(answers.nth(before))).body), thread.first);
    await shot("thread");
  });
  const [visitor, maya, ana] = [
    person(page, "U01VISITOR", "Vera Visitor"), person(page, "U02MAYA", "Maya Lindqvist"), person(page, "U03ANA", "Ana Duarte"),
  ];
  await toTheOwner({ check, shot }, { asker: visitor, owner: maya, next: ana });
  await recorded({ check, shot }, { pm: maya, next: ana });
  done();
}

/** Somebody in the own conversation with the bot, as the stories want them. */
function person(page, user, name) {
  const there = async () => {
    await be(page, user);
    await go(page, name);
  };
  const understood = async (message) => {
    const { body } = await read(message);
    return {
      first: firstLine(body),
      body,
      tap: async (label) => understood(await answered(page, () => message.getByRole("button", { name: label }).click())),
    };
  };
  return {
    ask: async (text) => {
      await there();
      return understood(await answered(page, () => type(page, text)));
    },
    heard: async (pattern) => {
      await there();
      const message = page.locator(".main .msg").filter({ has: page.locator(".badge-app") }).last();
      return until(`${name} hears ${pattern}`, async () => {
        const heard = (await message.count()) && (await understood(message));
        return heard && pattern.test(heard.first) && heard;
      }, 20);
    },
    answer: async (id, reply) => {
      await there();
      await type(page, `/roadmap answer ${id}`);
      await page.locator(".modal .bk-plain-input").fill(reply);
      return understood(await answered(page, () => page.locator(".modal-btn.primary").click()));
    },
  };
}

async function be(page, user) {
  await page.locator(".actas select").selectOption(user);
}

/** Opens a channel, or one's conversation with the bot. */
async function go(page, channel) {
  await page.locator(".sidebar-item", { hasText: channel }).first().click();
  await page.locator(".channel-title", { hasText: channel }).waitFor();
}

async function ask(page, question, said) {
  if (question.how === "tap") {
    return answered(page, () => said[question.on].getByRole("button", { name: question.button }).click());
  }
  await go(page, question.how === "direct" ? "Vera Visitor" : "growth");
  if (question.how === "mention") return inThread(page, question.text);
  return answered(page, () => type(page, (question.how === "command" ? "/roadmap " : "") + question.text));
}

/** The answer in the thread that a mention begins. */
async function inThread(page, text) {
  const threads = page.locator(".main .thread-summary");
  const before = await threads.count();
  await type(page, `<@${BOT}> ${text}`);
  await threads.nth(before).click();
  await page.locator(".thread-pane .msg", { hasText: text }).first().waitFor();
  return page.locator(".thread-pane .msg").filter({ has: page.locator(".badge-app") }).last();
}

async function type(page, text) {
  await page.locator(".main .composer-input").fill(text);
  await page.locator(".main .composer-input").press("Enter");
}

/** The bot's message that appears after `act`. */
async function answered(page, act) {
  const messages = page.locator(".main .msg").filter({ has: page.locator(".badge-app") });
  const before = await messages.count();
  await act();
  const answer = messages.nth(before);
  await answer.waitFor();
  return answer;
}

async function choose(page, { field, option, value }) {
  const input = page.locator(".modal .bk-input", { hasText: field }).first();
  if (await input.locator("select").count()) await input.locator("select").selectOption({ value });
  else await input.getByText(option).click();
}

function submit(page, form) {
  return page.locator(".modal-btn.primary", { hasText: form.submit }).click();
}

/** What a message says, and its buttons. */
async function read(message) {
  const blocks = message.locator(".blocks");
  const buttons = await message.locator(".bk-button").allInnerTexts();
  const body = await (await blocks.count() ? blocks : message.locator(".msg-text")).evaluate((node) => {
    for (const button of node.querySelectorAll(".bk-button")) button.style.display = "none";
    const text = node.innerText;
    for (const button of node.querySelectorAll(".bk-button")) button.style.display = "";
    return text;
  });
  return { body, buttons };
}
