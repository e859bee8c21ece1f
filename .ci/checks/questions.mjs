// Ten questions, asked alike in every client, and what the local chat answers to them.
import assert from "node:assert/strict";
import { firstLine } from "./stories.mjs";

/**
 * How a question is asked: `command` so that only the asker sees the answer, `mention` by name in a channel, `direct` in a
 * conversation with the bot, `tap` with a button of an earlier answer, `form` by filling one in.
 */
export const questions = [
  { name: "now", how: "command", text: "now" },
  { name: "now-all", how: "tap", on: "now", button: "Show all 6" },
  { name: "line", how: "mention", text: "which OKR does the onboarding wizard serve?" },
  { name: "okrs", how: "direct", text: "okrs" },
  { name: "no-line", how: "command", text: "which-okr dark mode" },
  { name: "team", how: "command", text: "team Growth" },
  { name: "did-you-mean", how: "mention", text: "why schedule" },
  { name: "unknown", how: "direct", text: "what is the weather in Lisbon?" },
  { name: "help", how: "command", text: "help" },
  {
    name: "form",
    how: "form",
    text: "link I6",
    asks: "Which key result does Dark mode (I6) serve?",
    field: "Key result",
    option: "O5-KR1 weekly active staff",
    value: "O5-KR1",
    submit: "Record the line",
  },
];

/** Who fills the form in: a PM of the sample roadmap, who brings in the account of the client with a code. */
export const PM = "maya";

/** Asks the local chat: a function from a question to its answer there, with `body` and `buttons`. */
export function localChat(bot) {
  const messages = {};
  return async (question) => content((messages[question.name] = await answered(bot, question, messages)));
}

async function answered(bot, question, earlier) {
  if (question.how === "tap") {
    const on = earlier[question.on];
    return tap(bot, "visitor", on, on.card.buttons.find((button) => button.label === question.button));
  }
  if (question.how === "form") {
    const [form] = await bot.say(PM, `/roadmap ${question.text}`, "#growth");
    return tap(bot, PM, form, form.card.buttons.find((button) => button.label === question.submit), { key_result: question.value });
  }
  const command = question.how === "command" ? "/roadmap " : "";
  const [message] = await bot.say("visitor", command + question.text, question.how === "direct" ? "dm" : "#growth");
  return message;
}

async function tap(bot, person, message, { action, value }, inputs = {}) {
  const { messages } = await bot.post("/local/actions", {
    person, channel: message.channel, message: message.id, action, value, inputs,
  });
  return messages[0];
}

/** The code with which a client's account becomes the PM's, or somebody else's. */
export async function code(bot, person = PM) {
  const [message] = await bot.say(person, "/roadmap account");
  return /account (\S+)/.exec(message.text.split("say there:")[1])[1];
}

const content = (message) => ({ body: message.text, buttons: message.card.buttons.map((button) => button.label) });

/**
 * Fails unless two answers say the same, wherever their lines break and whatever stands between the parts of a row.
 *
 * @param forced what the platform makes different: pairs of the local chat's text and the platform's
 */
export function same(actual, expected, forced = []) {
  const wanted = forced.reduce((text, [local, there]) => text.replaceAll(local, there), words(expected.body));
  const told = words(actual.body);
  const at = [...wanted].findIndex((letter, i) => letter !== told[i]);
  const differs = (text) => `…${text.slice(Math.max(0, at - 40), at + 80)}…`;
  assert.ok(told === wanted, `here: ${differs(told)}\nin the local chat: ${differs(wanted)}`);
  assert.deepEqual(actual.buttons, expected.buttons);
}

/**
 * Asks every phrasing in a client, and tells where the first line of an answer is not the one that somebody new gets in the local chat.
 *
 * @param ask answers a text with the body of the client's answer
 */
export async function phrasedAlike(bot, phrasings, ask, forced = []) {
  // The form has recorded a line that nobody expects here.
  await bot.say(PM, "/roadmap unlink I6 O5-KR1 yes");
  const wrong = [];
  for (const [i, { text, first, missed }] of phrasings.entries()) {
    const expected = firstLine((await bot.say(`newcomer${i}`, text))[0].text);
    const told = firstLine(await ask(text));
    const isUnderstood = missed || first.test(expected);
    const wanted = forced.reduce((line, [local, there]) => line.replaceAll(local, there), expected);
    if (words(told) !== words(wanted) || !isUnderstood) wrong.push(`${text} → here: ${told}; in the local chat: ${expected}`);
  }
  assert.deepEqual(wrong, []);
}

/** Text as words with one space between, without bullets, separators, the colon after a label and lines of buttons. */
function words(text) {
  return text
    .replace(/^(\s*\[[^\]\n]+\])+\s*$/gm, "")
    .replace(/[•·]|:(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,:;?)])/g, "")
    .trim();
}
