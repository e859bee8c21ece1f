// What happens between people, told the same in every client. A person of a client has `ask(text)` in the own conversation with the
// bot, `heard(pattern)` for what the bot says there by itself, and `answer(id, reply)` to a question that was sent. What comes back
// has `first` (the first line), `body` and `tap(label)`.
import assert from "node:assert/strict";
import { unanswered, unlisted } from "./sentences.mjs";

/** What cannot be answered goes to its owner in one tap, comes back to the asker, and is known to the next. */
export async function toTheOwner({ check, shot }, { asker, owner, next }) {
  let id;
  await check("what the roadmap does not tell goes to its owner in one tap", async () => {
    const answer = await asker.ask(unanswered.text);
    assert.match(answer.first, unanswered.first);
    await shot("unanswered");
    const sent = await answer.tap(unanswered.button);
    assert.match(sent.first, unanswered.sent);
    id = unanswered.sent.exec(sent.first)[1];
    await shot("sent-to-owner");
  });
  await check("the owner is told, and answers", async () => {
    const told = await owner.heard(unanswered.told);
    assert.ok(told.body.includes(unanswered.text), told.body);
    await shot("owner-told");
    assert.match((await owner.answer(id, unanswered.reply)).first, unanswered.kept);
    await shot("owner-answered");
  });
  await check("the answer comes back to the asker", async () => {
    const told = await asker.heard(exactly(unanswered.reply));
    assert.ok(told.body.includes(`You asked: “${unanswered.text}”`), told.body);
    await shot("answer-came-back");
  });
  await check("the next who asks nearly the same is answered at once", async () => {
    const known = await next.ask(unanswered.again);
    assert.match(known.first, exactly(unanswered.reply));
    assert.ok(known.body.includes("Maya answered this on "), known.body);
    await shot("answered-at-once");
  });
}

/** What a PM records for work that is not on the roadmap is what the next person hears. */
export async function recorded({ check, shot }, { pm, next }) {
  await check("a PM records an inferred line in one tap", async () => {
    const inferred = await pm.ask(unlisted.text);
    assert.match(inferred.first, unlisted.first);
    await shot("inferred");
    assert.match((await inferred.tap(unlisted.button)).first, unlisted.recorded);
    await shot("recorded");
  });
  await check("the next person gets it as recorded", async () => {
    const known = await next.ask(unlisted.text);
    assert.match(known.first, unlisted.next);
    assert.ok(known.body.includes("Recorded by Maya"), known.body);
    await shot("known");
  });
}

/** Somebody of the local chat, without its page. */
export function localPerson(bot, person) {
  const act = async (message, action, value, inputs = {}) => {
    const { messages } = await bot.post("/local/actions", {
      person, channel: message.channel, message: message.id, action, value, inputs,
    });
    return understood(messages[0]);
  };
  const understood = (message) => ({
    first: firstLine(message.text),
    body: message.text,
    message,
    tap: (label) => {
      const { action, value } = message.card.buttons.find((button) => button.label === label);
      return act(message, action, value);
    },
  });
  const heard = async (pattern) => {
    const all = await bot.heard(person);
    return understood(all.reverse().find(({ text }) => pattern.test(firstLine(text))));
  };
  return {
    ask: async (text) => understood((await bot.say(person, text))[0]),
    heard,
    answer: async (id, reply) => {
      const { message } = await heard(unanswered.told);
      const { action, value } = message.card.buttons.find((button) => button.value === `answer ${id}`);
      return act(message, action, value, { reply });
    },
  };
}

export const firstLine = (text) => text.trim().split("\n")[0].trim();

function exactly(text) {
  return new RegExp(`^${text.replace(/[.?]/g, "\\$&")}$`);
}
