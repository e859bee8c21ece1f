// The people of a story in each client: the local chat, Slack's client and the Teams client, as one story is played in all of them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshData, languageIsLoaded, startBot, until } from "./bot.mjs";
import { checks, openPage, withCleanup } from "./client.mjs";
import { cardFields, localFields, modalFields } from "./forms.mjs";
import { code } from "./questions.mjs";
import * as slack from "./slackclient.mjs";
import { firstLine } from "./stories.mjs";
import * as teams from "./teamsclient.mjs";

/** Seconds that something unasked is waited for: after its Redis came again, nothing is sent for a while. */
const PATIENCE = 180;

const clients = { local: inLocalChat, slack: inSlack, teams: inTeams };

/**
 * Plays a story in each client, or in `only` one, with a bot of its own.
 *
 * `as(person)` gives `ask(text)`, where a form may open, `write(text)` in the own conversation, and there `hears(first, within)` for what
 * is said unasked and `times(first)` for how often. `elsewhere(person)` is the same where one client shows one person only, so that who
 * acts does not take the place of who hears. What comes of each has `first`, `body`, `fill(values)` and `tap(label)`.
 * `inChannel(person, pattern)` is a message in the channel; `isBlind` tells whether the bot can't look what is there already; `buttonsInForms` tells whether a form sends more than what is filled in;
 * `dies` ends the bot and its Redis, which come again.
 *
 * @param name what the pictures begin with
 * @param roadmap what the bot begins with
 * @param story called with the client, `check` and `shot(what)`, which takes a picture
 */
export async function play(name, { jar, out, only }, roadmap, settings, story) {
  for (const client of only ? [only] : Object.keys(clients)) {
    await withCleanup(async (later) => {
      const directory = mkdtempSync(join(tmpdir(), `throughline-${name}-`));
      later(async () => rmSync(directory, { recursive: true, force: true }));
      const file = join(directory, "roadmap.json");
      writeFileSync(file, JSON.stringify(roadmap));
      console.log(`-- ${client}`);
      const played = await clients[client](jar, { THROUGHLINE_ROADMAP: file, ...settings }, later);
      let pictures = 0;
      const shot = (what) => played.page.screenshot({ path: join(out, `${name}-${client}-${String(++pictures).padStart(2, "0")}-${what}.png`) });
      const { check, done } = checks(() => shot("failed"));
      await story({ ...played, dies: () => dies(played.bot) }, check, shot);
      done();
    });
  }
}

async function dies(bot) {
  await bot.dies();
  await languageIsLoaded(bot);
  // A modal waits three seconds, and what was never run is slow.
  for (let i = 0; i < 3; i++) await bot.say("visitor", "which OKR would an export of all hours serve?");
}

/** The newest of the messages whose first line is this, with this in it. */
async function newest(messages, told, first, within = /./) {
  for (const message of (await messages.all()).reverse()) {
    const heard = await told(message);
    if (first.test(heard.first) && within.test(heard.body)) return heard;
  }
  return false;
}

/** How many of the messages have this first line. */
async function counted(messages, told, first) {
  let count = 0;
  for (const message of await messages.all()) count += first.test((await told(message)).first) ? 1 : 0;
  return count;
}

/* The local chat */

async function inLocalChat(jar, settings, later) {
  const data = freshData();
  later(async () => data.remove());
  const bot = await startBot(jar, join(data.directory, "store"), settings);
  later(() => bot.stop());
  await languageIsLoaded(bot);
  const { page, close } = await openPage(bot.url, 1280, 1000);
  later(close);
  const cards = page.locator("#messages .card");
  const there = () => page.locator("#log:not([aria-busy])").waitFor();
  const answered = async (act) => {
    const before = await cards.count();
    await act();
    await cards.nth(before).waitFor();
    return told(cards.nth(before));
  };
  const told = async (card) => {
    const body = await card.innerText();
    return {
      body, first: firstLine(body), buttons: await card.getByRole("button").allInnerTexts(), fill: localFields(card).fill,
      tap: (label) => answered(() => card.getByRole("button", { name: label, exact: true }).click()),
    };
  };
  const typed = (text) => answered(async () => {
    await page.locator("#text").fill(text);
    await page.locator("#text").press("Enter");
  });
  const go = async (person, channel) => {
    await page.locator("#person").selectOption(person);
    await there();
    await page.locator("#channels").getByRole("button", { name: channel }).click();
    await there();
  };
  const hears = (first, within) => until(`${first} is said`, () => newest(cards, told, first, within), PATIENCE);
  const as = async (person) => {
    await go(person, "Direct message");
    return { ask: (text) => typed(`/roadmap ${text}`), write: typed, hears, times: (first) => counted(cards, told, first) };
  };
  return {
    bot, page, as, elsewhere: as, channel: "#growth", isBlind: false, buttonsInForms: true,
    inChannel: async (person, pattern) => {
      await go(person, "#growth");
      return hears(pattern);
    },
  };
}

/* Slack: what asks for something is a modal, in which one step takes the place of the other */

async function inSlack(jar, settings, later) {
  const { bot, page } = await slack.inSlack(jar, "http", later, settings);
  const accounts = Object.fromEntries(slack.PEOPLE.filter(({ name }) => name !== "visitor").map((person) => [person.name, person]));
  const known = new Set();
  const messages = page.locator(".main .msg").filter({ has: page.locator(".badge-app") });
  const modal = page.locator(".modal");
  const said = async (message) => {
    const { body, buttons } = await slack.read(message);
    return { body, first: firstLine(body), buttons, tap: (label) => after(() => message.getByRole("button", { name: label, exact: true }).click()) };
  };
  const shown = async () => {
    const body = await modal.locator(".modal-body").innerText();
    const press = (label) => modal.locator(".modal-btn, .bk-button").filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) }).first().click();
    return { body, first: firstLine(body), fill: modalFields(modal).fill, tap: (label) => after(() => press(label)) };
  };
  /** What the modal says; "" where there is none. */
  const standing = async () => (await modal.allInnerTexts()).join("\n");
  /** What an act leads to: another modal, or a message. */
  const after = async (act) => {
    const before = await messages.count();
    const showed = await standing();
    await act();
    await until("something is said", async () => {
      const shows = await standing();
      return shows ? shows !== showed : (await messages.count()) > before;
    }, PATIENCE);
    return (await modal.count()) ? shown() : said(messages.nth(before));
  };
  const typed = (text) => after(() => slack.type(page, text));
  const hears = (first, within) => until(`${first} is said`, () => newest(messages, said, first, within), PATIENCE);
  const as = async (person, inGroup) => {
    if (await modal.count()) {
      await modal.getByRole("button", { name: /^(✕|Close|Cancel)$/ }).first().click();
      await modal.waitFor({ state: "detached" });
    }
    await slack.be(page, accounts[person].id);
    await slack.go(page, accounts[person].real);
    if (!known.has(person)) {
      known.add(person);
      await typed(`/roadmap account ${await code(bot, person)}`);
    }
    if (inGroup) await slack.go(page, "growth");
    return { ask: (text) => typed(`/roadmap ${text}`), write: typed, hears, times: (first) => counted(messages, said, first) };
  };
  for (const person of Object.keys(accounts)) await as(person);
  return {
    bot, page, as, elsewhere: as, channel: "here", isBlind: false, buttonsInForms: false,
    inChannel: async (person, pattern) => {
      await slack.be(page, accounts[person].id);
      await slack.go(page, "growth");
      return hears(pattern);
    },
  };
}

/* Teams: the playground has one person, who is now this and now that one; what the others hear they hear in the local chat */

async function inTeams(jar, settings, later) {
  const { bot, page } = await teams.inTeams(jar, later, settings);
  let me = "";
  const cards = page.locator(".ac-adaptiveCard");
  const answered = async (act) => told(await teams.answered(page, act));
  const told = async (card) => {
    const { body, buttons } = await teams.read(card);
    return {
      body, first: firstLine(body), buttons, fill: cardFields(page, card).fill,
      tap: (label) => answered(() => card.getByRole("button", { name: label, exact: true }).click()),
    };
  };
  const typed = (text) => answered(() => teams.type(page, text));
  const hears = (first, within, person) => until(`${first} is said`, async () =>
    (await newest(cards, told, first, within)) || (person && heardLocally(first, within, person)), PATIENCE);
  /** What is said to somebody who was not in the playground; a button of it is typed there. */
  const heardLocally = async (first, within = /./, person) => {
    const message = (await bot.heard(person)).reverse().find(({ from, text }) => !from && first.test(firstLine(text)) && within.test(text));
    return message && {
      body: message.text, first: firstLine(message.text),
      tap: (label) => typed(message.card.buttons.find((button) => button.label === label).value),
    };
  };
  const as = async (person, inGroup) => {
    await teams.go(page, "Personal Chat");
    if (me !== person) await typed(`account ${await code(bot, person)}`);
    me = person;
    if (inGroup) {
      await teams.go(page, "Growth");
      return { ask: (text) => answered(() => teams.mention(page, text)) };
    }
    return { ask: typed, write: typed, hears: (first, within) => hears(first, within, person), times: (first) => counted(cards, told, first) };
  };
  return {
    bot, page, as, elsewhere: (person) => inLocalWords(bot, person), channel: "here", isBlind: true, buttonsInForms: true,
    inChannel: async (person, pattern) => {
      await teams.go(page, "Growth");
      return hears(pattern);
    },
  };
}

/** Somebody who types in the local chat, without a page. */
async function inLocalWords(bot, person) {
  return {
    ask: async (text) => {
      const [{ text: body }] = await bot.say(person, text);
      return { body, first: firstLine(body) };
    },
  };
}
