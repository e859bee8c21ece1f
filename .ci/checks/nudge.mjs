// A team's weekly nudge in the local chat, in Slack's client and in the Teams client, by a settable clock: set up in a line, said
// when its time comes, answered with its buttons, changed in its place, said once, and switched off.
// Usage: node nudge.mjs <jar> <directory for screenshots> [local|slack|teams]
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshData, languageIsLoaded, startBot, until } from "./bot.mjs";
import { checks, openPage, withCleanup } from "./client.mjs";
import { code } from "./questions.mjs";
import * as slack from "./slackclient.mjs";
import { firstLine } from "./stories.mjs";
import * as teams from "./teamsclient.mjs";

const [jar, out, only] = process.argv.slice(2);
const ZONE = "Europe/Berlin";
const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** A team of two, with two bets. The figure is of today, so that nobody is asked for it before the first nudge. */
const growth = {
  org: "Tallyard",
  people: [
    { name: "Maya Lindqvist", roles: ["pm"], title: "Product manager" },
    { name: "Tom Okafor", roles: ["engineering_lead"], title: "Engineering lead" },
  ],
  teams: [{ id: "TM1", name: "Growth", lead: "Tom Okafor", members: ["Tom Okafor", "Maya Lindqvist"], channel: "#growth" }],
  objectives: [{
    id: "O1", title: "New teams succeed in their first week", owner: "Maya Lindqvist",
    key_results: [{ id: "O1-KR1", title: "More new teams publish a schedule", metric: "new teams that publish", baseline: "40%", target: "60%", due: "2027-Q4",
      check_ins: [{ on: new Date().toISOString().slice(0, 10), value: "41%", by: "Maya Lindqvist" }] }],
  }],
  initiatives: [
    { id: "I1", title: "Guided setup", horizon: "now", team: "Growth", owner: "Maya Lindqvist", serves: ["O1-KR1"] },
    { id: "I2", title: "Sample projects", horizon: "now", team: "Growth", owner: "Maya Lindqvist", serves: ["O1-KR1"] },
  ],
};

const slackIds = { maya: "U02MAYA", tom: "U05TOM" };
const fullNames = { maya: "Maya Lindqvist", tom: "Tom Okafor" };

const clients = { local: inLocalChat, slack: inSlack, teams: inTeams };
for (const name of only ? [only] : Object.keys(clients)) {
  await withCleanup(async (later) => {
    const directory = mkdtempSync(join(tmpdir(), "throughline-nudge-"));
    later(async () => rmSync(directory, { recursive: true, force: true }));
    const roadmap = join(directory, "roadmap.json");
    writeFileSync(roadmap, JSON.stringify(growth));
    console.log(`-- ${name}`);
    const client = await clients[name]({ THROUGHLINE_ROADMAP: roadmap, THROUGHLINE_CLOCK: "settable" }, later);
    let pictures = 0;
    const shot = (what) => client.page.screenshot({ path: join(out, `nudge-${name}-${String(++pictures).padStart(2, "0")}-${what}.png`) });
    const { check, done } = checks(() => shot("failed"));
    await weekly(client, check, shot);
    done();
  });
}

/*
 * The story. `as(person)` makes somebody be in the team's channel and gives `say(text)`; `nudges` are the messages with the nudge, oldest
 * first, as `read(message)` and `tap(message, label)` take them; `because(message, label, line, seen)` answers with a line of why, and
 * calls `seen` where that line is asked for.
 */

async function weekly({ bot, as, channel, nudges, read, tap, because }, check, shot) {
  const { now } = await (await fetch(`${bot.url}/local/clock`)).json();
  const first = nextMonday(now);
  const second = morning(first + 7 * DAY);
  const third = morning(second + 7 * DAY);
  const to = (millis) => bot.post("/local/clock", { now: new Date(millis).toISOString() });

  const one = async (count) => {
    await until(`${count} nudges are there`, async () => (await nudges().count()) >= count, 20);
    assert.equal(await nudges().count(), count);
    return nudges().nth(count - 1);
  };
  /** What was said before an answer stands above it. */
  const still = async (count, when) => {
    await (await as("maya")).say("team Growth");
    assert.equal(await nudges().count(), count, when);
    assert.equal(await delivered(bot), count, when);
  };
  const reads = (message, pattern) => until(`the message reads ${pattern}`, async () => pattern.test((await read(message)).body), 20);

  await check("nothing is said before somebody sets it up", async () => {
    await still(0, "at first");
  });

  await check("the PM sets it up in a line", async () => {
    const maya = await as("maya");
    const told = await maya.say(`settings nudge Growth ${channel} monday 09:30 ${ZONE}`);
    assert.match(told.first, /^Growth is nudged on Mondays at 09:30/);
    await shot("set-up");
    const shown = await maya.say("nudge preview Growth");
    assert.match(shown.body, /A preview\. Said on Mondays at 09:30 in .* \(Europe\/Berlin\)\./);
    await shot("preview");
  });

  await check("a minute before its time nothing is there, at its time the nudge is", async () => {
    await to(first - MINUTE);
    await still(0, "a minute before");
    await to(first);
    const { body, buttons } = await read(await one(1));
    assert.match(firstLine(body), /^This week in Growth: 2 bets, both with a line\.$/);
    assert.deepEqual(buttons.slice(0, 3), ["On track", "Drifting", "Blocked"]);
    assert.match(buttons[3], /^Snooze I\d$/);
    await shot("arrives");
  });

  await check("one taps On track, and the message says so in its place", async () => {
    const message = await one(1);
    await tap(message, "On track");
    await reads(message, /On track: Maya\./);
    const { buttons } = await read(message);
    assert.deepEqual(buttons.slice(0, 3), ["On track", "Drifting", "Blocked"]);
    await shot("on-track");
    assert.equal(await nudges().count(), 1);
  });

  await check("the other says why it drifts, and the message has both and no buttons", async () => {
    await as("tom");
    const message = await one(1);
    await because(message, "Drifting", "legal is slow", () => shot("why"));
    await reads(message, /On track: Maya\. Drifting: Tom, “legal is slow”\./);
    assert.deepEqual((await read(message)).buttons, []);
    await shot("settled");
    assert.equal(await nudges().count(), 1);
  });

  await check("it is not said twice in its week", async () => {
    for (const later of [MINUTE, HOUR, DAY, 4 * DAY]) {
      await to(first + later);
      await still(1, `${later / HOUR} h later`);
    }
    const maya = await as("maya");
    const moved = await maya.say(`settings nudge Growth ${channel} friday 16:00 ${ZONE}`);
    assert.match(moved.first, /^Growth is nudged on Fridays at 16:00/);
    await to(local(first + 4 * DAY, 16));
    await still(1, "after its day was moved within the week");
    await maya.say(`settings nudge Growth ${channel} monday 09:30 ${ZONE}`);
  });

  await check("the next week brings another one, with what is new", async () => {
    const maya = await as("maya");
    assert.match((await maya.say("check-in O1-KR1 47%")).body, /47/);
    await to(second);
    const { body } = await read(await one(2));
    assert.match(body, /47/);
    await shot("next-week");
  });

  await check("the team shows how its answers went", async () => {
    const maya = await as("maya");
    const { body } = await maya.say("team Growth");
    assert.match(body, /Alignment: on track in 1 of 2 answers in 6 weeks: W\d\d 1 of 2 · I\d drifting, “legal is slow”/);
    await shot("trend");
  });

  await check("once it is off, the next Monday brings nothing", async () => {
    const maya = await as("maya");
    const off = await maya.say("nudge off Growth");
    assert.match(off.first, /^Off: I say nothing in .* unasked any more\.$/);
    await shot("off");
    assert.match((await maya.say("check-in O1-KR1 52%")).body, /52/);
    await to(third + DAY);
    await still(2, "switched off");
    await shot("quiet");
  });
}

/** Half past nine in Berlin on the first Monday that is more than three days away. */
function nextMonday(now) {
  let day = Date.parse(now) + 3 * DAY;
  while (new Date(day).getUTCDay() !== 1) day += DAY;
  return morning(day);
}

function morning(day) {
  return local(day, 9) + 30 * MINUTE;
}

/** That hour in Berlin on the day of an instant. */
function local(instant, hour) {
  const midnight = instant - (instant % DAY);
  const there = Number(new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", hourCycle: "h23" }).format(midnight + 12 * HOUR));
  return midnight + (hour - (there - 12)) * HOUR;
}

/** What the bot delivered: everybody's nudges, whichever platform takes them. */
async function delivered(bot) {
  const metrics = await (await fetch(`${bot.url}/prometheus`)).text();
  return Number(/^throughline_delivery_sent(?:_total)?(?:\{.*\})? (\S+)$/m.exec(metrics)?.[1] ?? 0);
}

/** The nudges among the messages; what is asked for is marked as a preview. */
function saidUnasked(messages) {
  return messages.filter({ hasText: "This week in Growth", hasNotText: "A preview." });
}

/* The local chat */

async function inLocalChat(settings, later) {
  const data = freshData();
  later(async () => data.remove());
  const bot = await startBot(jar, join(data.directory, "store"), settings);
  later(bot.stop);
  await languageIsLoaded(bot);
  const { page, close } = await openPage(bot.url, 1280, 1000);
  later(close);
  const cards = page.locator("#messages .card");
  const answered = async (act) => {
    const before = await cards.count();
    await act();
    await cards.nth(before).waitFor();
    const body = await cards.nth(before).innerText();
    return { body, first: firstLine(body) };
  };
  const there = () => page.locator("#log:not([aria-busy])").waitFor();
  const say = (text) => answered(async () => {
    await page.locator("#text").fill(`/roadmap ${text}`);
    await page.locator("#text").press("Enter");
  });
  const as = async (person) => {
    await page.locator("#person").selectOption(person);
    await there();
    await page.locator("#channels").getByRole("button", { name: "#growth" }).click();
    await there();
    return { say };
  };
  const tap = (message, label) => message.getByRole("button", { name: label }).click();
  return {
    bot, page, as, tap, channel: "#growth",
    nudges: () => saidUnasked(cards),
    read: async (message) => ({ body: await message.innerText(), buttons: await message.getByRole("button").allInnerTexts() }),
    because: async (message, label, line, seen) => {
      await tap(message, label);
      const form = cards.last();
      await form.getByLabel(/^Why, in a line/).fill(line);
      await seen();
      await form.getByRole("button", { name: "Answer" }).click();
    },
  };
}

/* Slack: what is wanted is asked in a modal */

async function inSlack(settings, later) {
  const { bot, page } = await slack.inSlack(jar, "http", later, settings);
  const known = new Set();
  const say = async (text) => {
    const { body } = await slack.read(await slack.answered(page, () => slack.type(page, `/roadmap ${text}`)));
    return { body, first: firstLine(body) };
  };
  const as = async (person) => {
    await slack.be(page, slackIds[person]);
    if (!known.has(person)) {
      known.add(person);
      await slack.go(page, fullNames[person]);
      await say(`account ${await code(bot, person)}`);
    }
    await slack.go(page, "growth");
    return { say };
  };
  const tap = (message, label) => message.getByRole("button", { name: label }).click();
  return {
    bot, page, as, tap, channel: "#growth", read: slack.read,
    nudges: () => saidUnasked(page.locator(".main .msg").filter({ has: page.locator(".badge-app") })),
    because: async (message, label, line, seen) => {
      await tap(message, label);
      const modal = page.locator(".modal");
      await modal.locator(".bk-plain-input").fill(line);
      await seen();
      await modal.locator(".modal-btn.primary").click();
      await modal.waitFor({ state: "detached" });
    },
  };
}

/* Teams: the playground has one person, who is now this and now that one; it opens no dialogs, so a form is a card */

async function inTeams(settings, later) {
  const { bot, page } = await teams.inTeams(jar, later, settings);
  let me = "";
  const heard = async (act) => {
    const { body } = await teams.read(await teams.answered(page, act));
    return { body, first: firstLine(body) };
  };
  const say = (text) => heard(() => teams.mention(page, text));
  const as = async (person) => {
    if (me !== person) {
      await teams.go(page, "Personal Chat");
      await heard(async () => teams.type(page, `account ${await code(bot, person)}`));
      me = person;
    }
    await teams.go(page, "Growth");
    return { say };
  };
  const tap = (message, label) => message.getByRole("button", { name: label }).click();
  return {
    bot, page, as, tap, channel: "here", read: teams.read,
    nudges: () => saidUnasked(page.locator(".ac-adaptiveCard")),
    because: async (message, label, line, seen) => {
      await tap(message, label);
      await page.getByText("I sent the answer to your personal chat").waitFor();
      await seen();
      await teams.go(page, "Personal Chat");
      const form = page.locator(".ac-adaptiveCard", { hasText: "Why, in a line" }).last();
      const box = form.getByLabel(/^Why, in a line/);
      const noted = page.getByText("Noted.");
      // The playground draws a chat anew that was just gone to, and what was typed by then is lost.
      while (!(await noted.count())) {
        await box.fill(line);
        await seen();
        await form.getByRole("button", { name: "Answer" }).click();
        await until("it is noted, or the line is lost", async () => (await noted.count()) || (await box.inputValue()) === "");
      }
      await teams.go(page, "Growth");
    },
  };
}
