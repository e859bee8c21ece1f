// Asks ten questions in Microsoft's playground for Teams, with a browser, and compares the answers with the local chat's;
// then does the same with sentences, and with what goes from person to person.
// Usage: node teams.mjs <jar> <directory for screenshots>
import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "./bot.mjs";
import { checks, withCleanup } from "./client.mjs";
import { code, localChat, phrasedAlike, questions, same } from "./questions.mjs";
import { phrasings, spoken, thread } from "./sentences.mjs";
import { firstLine, localPerson, recorded, toTheOwner } from "./stories.mjs";
import { answered, composers, go, inTeams, mention, read, type } from "./teamsclient.mjs";

const [jar, out] = process.argv.slice(2);

/** What Teams forces to be different; empty when the content is the same to the letter. */
const FORCED = [];

await withCleanup(async (later) => {
  const { bot, page } = await inTeams(jar, later);
  await converse(bot, page);
});

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

async function choose(page, card, { field, option }) {
  await card.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}
