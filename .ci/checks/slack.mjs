// Asks ten questions in local-slack, with a browser, and compares the answers with the local chat's; fills a modal in; then does the
// same with sentences, and with what goes from person to person.
// Usage: node slack.mjs <jar> <directory for screenshots> [http|socket]
import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "./bot.mjs";
import { checks, withCleanup } from "./client.mjs";
import { code, localChat, phrasedAlike, questions, same } from "./questions.mjs";
import { phrasings, spoken, thread } from "./sentences.mjs";
import { answered, be, BOT, FORCED, go, inSlack, read, type } from "./slackclient.mjs";
import { firstLine, recorded, toTheOwner } from "./stories.mjs";

const [jar, out, mode = "http"] = process.argv.slice(2);

await withCleanup(async (later) => {
  const { bot, page } = await inSlack(jar, mode, later);
  await converse(bot, page);
});

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

async function choose(page, { field, option, value }) {
  const input = page.locator(".modal .bk-input", { hasText: field }).first();
  if (await input.locator("select").count()) await input.locator("select").selectOption({ value });
  else await input.getByText(option).click();
}

function submit(page, form) {
  return page.locator(".modal-btn.primary", { hasText: form.submit }).click();
}
