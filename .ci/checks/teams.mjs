// Asks ten questions in Microsoft's playground for Teams, with a browser, and compares the answers with the local chat's;
// then does the same with sentences, and with what goes from person to person.
// Usage: node teams.mjs <jar> <directory for screenshots>
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { freePort, freshData, languageIsLoaded, startBot, until } from "./bot.mjs";
import { checks, openPage, startClient, withCleanup } from "./client.mjs";
import { code, localChat, phrasedAlike, questions, same } from "./questions.mjs";
import { phrasings, spoken, thread } from "./sentences.mjs";
import { firstLine, localPerson, recorded, toTheOwner } from "./stories.mjs";

const [jar, out] = process.argv.slice(2);
const playground = join(dirname(createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/package.json")), "cli.js");

/** What Teams forces to be different; empty when the content is the same to the letter. */
const FORCED = [];

const BOT = { id: "00000000-0000-0000-0000-00000000000011", name: "Throughline" };

await withCleanup(async (later) => {
  const data = freshData();
  later(async () => data.remove());
  const bot = await startBot(jar, join(data.directory, "store"), { TEAMS_LOCAL: "true", THROUGHLINE_LOCAL: "true" });
  later(bot.stop);
  writeFileSync(join(data.directory, "playground.yml"), JSON.stringify(tenant()));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const client = await startClient(
    process.execPath,
    [
      playground, "start", "--app-endpoint", `${bot.url}/api/messages`, "--channel-id", "msteams", "--port", String(port),
      "--service-url", `${address}/_connector`, "--disable-telemetry",
    ],
    `${address}/_internal/v1/config`,
    {
      cwd: data.directory,
      env: {
        ...process.env, TEAMSAPPTESTER_BROWSER: "none", M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(data.directory, "playground.yml"),
      },
    },
  );
  later(client.stop);
  await languageIsLoaded(bot);
  const { page, close } = await openPage(address);
  later(close);
  await converse(bot, page);
});

function tenant() {
  const person = (n, name) => ({
    id: `user-id-${n}`, name, userPrincipleName: `user${n}@tallyard.example`, email: `user${n}@tallyard.example`,
    aadObjectId: `00000000-0000-0000-0000-000000000002${n}`, givenName: name.split(" ")[0], surname: name.split(" ")[1],
  });
  return {
    version: "0.1.0",
    tenantId: "00000000-0000-0000-0000-0000000000001",
    bot: BOT,
    currentUser: person(0, "Vera Visitor"),
    // It wants five besides.
    users: ["Maya Lindqvist", "Daniel Cho", "Ruth Navarro", "Tom Okafor", "Ana Duarte"].map((name, i) => person(i + 1, name)),
    personalChat: { id: "personal-chat-id" },
    groupChat: { id: "group-chat-id", name: "Growth" },
    team: { id: "team-id", name: "Tallyard", aadGroupId: "00000000-0000-0000-0000-000000000031", channels: [{ id: "channel-id", name: "Roadmap" }] },
  };
}

async function converse(bot, page) {
  const local = localChat(bot);
  const shot = (name) => page.screenshot({ path: join(out, `teams-${name}.png`) });
  const { check, done } = checks(() => shot("failed"));
  const said = {};
  for (const chat of ["Growth", "Personal Chat"]) {
    await check(`it says what it can do where it is installed: ${chat}`, async () => {
      await go(page, chat);
      const welcome = page.locator(".ac-adaptiveCard").first();
      await welcome.waitFor();
      assert.match((await read(welcome)).body, /^Ask which OKR something serves/);
      await shot("welcome");
    });
  }

  const sentences = spoken.map((sentence) => ({ ...sentence, text: inOneLine(sentence.text) }));
  for (const question of [...questions.filter(({ how }) => how !== "form"), ...sentences]) {
    await check(`${question.name}: the same as in the local chat (${question.how})`, async () => {
      const expected = await local(question);
      said[question.name] = await ask(page, question, said);
      await shot(question.name);
      same(await read(said[question.name]), { ...expected, buttons: private_(expected.buttons) }, FORCED);
    });
  }

  await check(`${phrasings.length} phrasings: the first line is the local chat's`, async () => {
    await go(page, "Personal Chat");
    const asked = async (text) => (await read(await answered(page, () => type(page, text)))).body;
    await phrasedAlike(bot, phrasings, asked, FORCED);
    await shot("phrasings");
  });
  await check("a reply to an answer in a channel goes on with it", async () => {
    await go(page, "General");
    await answered(page, () => mention(page, thread.opening));
    await shot("thread-opening");
    // The newest post stands above the others, below the box for a new one.
    await answered(page, () => mention(page, thread.text, composers(page).nth(1)));
    assert.match(firstLine((await read(page.locator(".ac-adaptiveCard").nth(1))).body), thread.first);
    await shot("thread");
  });
  // The playground has one person, so whoever else there is talks in the local chat.
  const [visitor, maya, ana] = [person(page), localPerson(bot, "maya"), localPerson(bot, "ana")];
  await toTheOwner({ check, shot }, { asker: visitor, owner: maya, next: ana });

  const form = questions.find(({ how }) => how === "form");
  await check("a code from the local chat makes the account the PM's", async () => {
    await go(page, "Personal Chat");
    const answer = await answered(page, async () => type(page, `account ${await code(bot)}`));
    assert.match((await read(answer)).body, /You are Maya Lindqvist here now, PM\./);
  });
  await check("form: filled in on the card, the same as in the local chat", async () => {
    const card = await answered(page, () => type(page, form.text));
    assert.ok((await card.innerText()).includes(form.asks));
    await shot("form-open");
    await choose(page, card, form);
    await card.getByRole("button", { name: form.submit }).click();
    said.form = page.locator(".ac-adaptiveCard", { hasText: "Recorded:" }).last();
    await said.form.waitFor();
    await shot("form");
  });
  await check("form: a button on the answer takes it back", async () => {
    const told = await read(said.form);
    await said.form.getByRole("button", { name: "Undo" }).click();
    await page.locator(".ac-adaptiveCard", { hasText: "Taken back: Dark mode (I6)" }).last().waitFor();
    await shot("form-undone");
    const expected = await local(form);
    same(told, { ...expected, buttons: private_(expected.buttons) }, FORCED);
  });
  await recorded({ check, shot }, { pm: visitor, next: ana });
  done();
}

/** The playground's person in the personal chat, as the stories want them. */
function person(page) {
  const understood = async (card) => {
    const { body } = await read(card);
    return {
      first: firstLine(body),
      body,
      tap: async (label) => understood(await answered(page, () => card.getByRole("button", { name: label }).click())),
    };
  };
  return {
    ask: async (text) => {
      await go(page, "Personal Chat");
      return understood(await answered(page, () => type(page, text)));
    },
    heard: async (pattern) => {
      await go(page, "Personal Chat");
      return until(`the personal chat hears ${pattern}`, async () => {
        const heard = await understood(page.locator(".ac-adaptiveCard").last());
        return pattern.test(heard.first) && heard;
      }, 20);
    },
  };
}

/** The playground sends what stands in several lines without anything between them. */
function inOneLine(text) {
  return text.replaceAll("\n", " ");
}

/** In the personal chat there is nobody to share with. */
function private_(buttons) {
  return buttons.filter((label) => label !== "Share here");
}

async function go(page, chat) {
  await page.getByRole("treeitem", { name: chat }).first().click();
  await composers(page).first().waitFor();
}

/** Teams has no answer that only the asker sees, so a command is given in the personal chat; mentions in a group and a channel. */
async function ask(page, question, said) {
  if (question.how === "tap") {
    return answered(page, () => said[question.on].getByRole("button", { name: question.button }).click());
  }
  if (question.how === "mention") {
    await go(page, question.name === "did-you-mean" ? "General" : "Growth");
    return answered(page, () => mention(page, question.text));
  }
  await go(page, "Personal Chat");
  return answered(page, () => type(page, question.text));
}

/** Where one writes; forms have text boxes, too. */
function composers(page) {
  return page.locator("[role=textbox][contenteditable=true]");
}

async function type(page, text) {
  await composers(page).first().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Writes the bot's name as Teams wants it: chosen from the list that "@" opens. */
async function mention(page, text, box = composers(page).first()) {
  await box.click();
  await page.keyboard.type(`@${BOT.name.slice(0, 4)}`);
  await page.getByRole("option", { name: BOT.name }).or(page.getByRole("menuitem", { name: BOT.name })).first().click();
  await page.keyboard.type(` ${text}`);
  await page.keyboard.press("Enter");
}

/** The bot's card that appears after `act`. */
async function answered(page, act) {
  const cards = page.locator(".ac-adaptiveCard");
  const before = await cards.count();
  await act();
  const answer = cards.nth(before);
  await answer.waitFor();
  return answer;
}

async function choose(page, card, { field, option }) {
  await card.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

/** What a card says, and its buttons. */
async function read(card) {
  const buttons = (await card.getByRole("button").allInnerTexts()).filter(Boolean);
  const body = await card.evaluate((node) => {
    const hidden = [...node.querySelectorAll("button")];
    for (const button of hidden) button.style.display = "none";
    const text = node.innerText;
    for (const button of hidden) button.style.display = "";
    return text;
  });
  return { body, buttons };
}
