// Four people decide about what one of them asks for, in the local chat, in Slack's client and in the Teams client: a swap that its
// owner agrees to, a decline that a check-in brings back, somebody who joins, and an objection that the product lead settles. The bot
// and its Redis are killed in the middle of each. Usage: node request.mjs <jar> <directory for screenshots> [local|slack|teams]
import assert from "node:assert/strict";
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

const [jar, out, only] = process.argv.slice(2);

/** Taps and typed fields that a request may take. */
const MOST_EFFORT = 8;

/** Now is full, and two of its bets are Tom's. */
const tallyard = {
  org: "Tallyard",
  people: [
    { name: "Elena Marsh", roles: ["product_lead"], title: "VP Product", department: "Product" },
    { name: "Maya Lindqvist", roles: ["pm"], title: "Product manager", department: "Product" },
    { name: "Tom Okafor", roles: ["engineering_lead"], title: "Engineering lead", department: "Engineering" },
    { name: "Ana Duarte", roles: ["stakeholder"], title: "Head of sales", department: "Sales" },
  ],
  teams: [{ id: "TM1", name: "Growth", lead: "Tom Okafor", members: ["Maya Lindqvist"], channel: "#growth" }],
  strategy: [{
    id: "S1", statement: "Be the schedule that chains stay with", where_we_play: "Restaurants and hotels with several sites",
    how_we_win: "One login for all sites", permission_to_say_no: ["We don't build single-customer features this year."],
  }],
  objectives: [
    {
      id: "O1", title: "New teams succeed in their first week", owner: "Maya Lindqvist", strategy: "S1",
      key_results: [{
        id: "O1-KR1", title: "More new teams publish a schedule", metric: "new teams that publish", unit: "%", baseline: 40, target: 60, measurer: "Tom Okafor",
        due: "2027-Q4", check_ins: [{ on: "2026-11-02", value: 44, confidence: "medium", by: "Tom Okafor" }],
      }],
    },
    {
      id: "O2", title: "Growing chains trust us with every site", owner: "Maya Lindqvist", strategy: "S1",
      key_results: [{
        id: "O2-KR1", title: "We win more deals with chains", metric: "win rate above ten sites", unit: "%", baseline: 22, target: 30,
        due: "2027-Q2", check_ins: [{ on: "2026-10-30", value: 24, confidence: "medium", by: "Tom Okafor" }],
      }],
    },
  ],
  initiatives: [
    bet("I1", "Guided setup", "Maya Lindqvist", "O1-KR1", 18000),
    bet("I2", "Faster search", "Tom Okafor", "O2-KR1", 4000),
    bet("I3", "Sample projects", "Tom Okafor", "O1-KR1", 6000),
    bet("I4", "Single sign-on", "Maya Lindqvist", "O2-KR1", 11000),
  ],
};

function bet(id, title, owner, serves, cost) {
  return { id, title, owner, serves: [serves], horizon: "now", size: "medium", cost_of_delay: { per_week: cost, profile: "linear" } };
}

const slackIds = { maya: "U02MAYA", elena: "U04ELENA", tom: "U05TOM", ana: "U03ANA" };
const fullNames = { maya: "Maya Lindqvist", elena: "Elena Marsh", tom: "Tom Okafor", ana: "Ana Duarte" };

const clients = { local: inLocalChat, slack: inSlack, teams: inTeams };
for (const name of only ? [only] : Object.keys(clients)) {
  await withCleanup(async (later) => {
    const directory = mkdtempSync(join(tmpdir(), "throughline-request-"));
    later(async () => rmSync(directory, { recursive: true, force: true }));
    const roadmap = join(directory, "roadmap.json");
    writeFileSync(roadmap, JSON.stringify(tallyard));
    console.log(`-- ${name}`);
    const client = await clients[name]({ THROUGHLINE_ROADMAP: roadmap }, later);
    let pictures = 0;
    const shot = (what) => client.page.screenshot({ path: join(out, `request-${name}-${String(++pictures).padStart(2, "0")}-${what}.png`) });
    const { check, done } = checks(() => shot("failed"));
    await requests(client, check, shot);
    done();
  });
}

/*
 * The story. `as(person)` gives `ask(text)`, where a form may open, `write(text)` in the own conversation, and `hears(first, within)` for what is said there
 * unasked. `elsewhere(person)` is the same where one client shows one person only, so that who acts does not take the place of who
 * hears. What comes of each has `first`, `body`, `fill(values)` and `tap(label)`. `inChannel(pattern)` is a message in the channel.
 */

async function requests({ bot, as, elsewhere, channel, inChannel }, check, shot) {
  const dies = async () => {
    await bot.dies();
    await languageIsLoaded(bot);
    // A modal waits three seconds, and what was never run is slow.
    for (let i = 0; i < 3; i++) await bot.say("visitor", "which OKR would an export of all hours serve?");
  };
  let step;

  await check("the PM says where requests are shown", async () => {
    const maya = await as("maya", true);
    assert.match((await maya.ask(`settings intake ${channel}`)).first, /^Each request that is filed from now on is shown in /);
    await shot("intake-set-up");
  });

  /* A swap that its owner agrees to */

  await check("a request is filed in a few taps, though the bot and Redis die meanwhile", async () => {
    const ana = await as("ana");
    let effort = 1;
    const fill = async (values) => {
      effort += Object.keys(values).length;
      await step.fill(values);
    };
    const tap = async (label) => {
      effort++;
      step = await step.tap(label);
    };
    step = await ana.ask("request bulk export to Excel, Globex wants it to renew");
    assert.match(step.first, /^Which objective does it accelerate\?$/);
    await shot("objective");
    await fill({ Objective: "O2" });
    await tap("Continue");
    assert.match(step.first, /^What would change in O2-KR1 “win rate above ten sites”, and how sure are you\?$/);
    await shot("estimate");
    await dies();
    await fill({ "By how much": "+ 1 point", "What waiting costs": "20-50k a month" });
    await shot("estimate-filled-in");
    await tap("Continue");
    assert.match(step.first, /^Now is full \(4 of 4\)\. What would you take out for it\?$/);
    assert.match(step.body, /Waiting costs about 8,077 a week/);
    await shot("swap");
    // What costs least stands there already, and is no tap; but local-slack sends only what was touched.
    await step.fill({ "Goes out": "I2" });
    await tap("Continue");
    assert.match(step.first, /^Your trade-off: “Bulk export to Excel” in place of Faster search \(I2\)\.$/);
    await shot("trade-off");
    await tap("Send");
    assert.match(step.first, /^R1 is with Maya Lindqvist: /);
    await shot("sent");
    console.log(`   ${effort} taps and typed fields`);
    assert.ok(effort <= MOST_EFFORT, `it took ${effort}`);
  });

  await check("who decides is told, in private and in the channel", async () => {
    const maya = await as("maya");
    await maya.hears(/^R1: Ana asks for “Bulk export to Excel” in place of Faster search \(I2\)\.$/, /Globex/);
    await shot("to-the-pm");
    await inChannel("maya", /Ana asks for Bulk export to Excel \(R1\)\. Maya Lindqvist decides\./);
    await shot("in-the-channel");
  });

  await check("somebody else joins it, though the bot and Redis die meanwhile", async () => {
    const elena = await as("elena");
    step = await elena.ask("request bulk export to Excel for Initech");
    assert.match(step.first, /^One thing here looks like it already\.$/);
    await shot("alike");
    await dies();
    step = await step.tap("Join R1");
    assert.match(step.first, /^What do you add to Bulk export to Excel \(R1\)\?$/);
    await step.fill({ "For which customers": "Initech", "Yearly revenue behind them": "20-40k" });
    await shot("join");
    step = await step.tap("Join R1");
    assert.match(step.first, /^You joined R1, “Bulk export to Excel”: 2 want it now\.$/);
    await shot("joined");
    const ana = await as("ana");
    await ana.hears(/^Elena joined R1, “Bulk export to Excel”\.$/);
    await shot("joined-to-the-author");
  });

  await check("the PM would swap, and the owner is asked first", async () => {
    const maya = await as("maya");
    step = await maya.ask("decide R1");
    assert.match(step.first, /^Ana asks for Bulk export to Excel \(R1\)\.$/);
    await shot("decide");
    await step.fill({ Decision: "In Now, for another", "Goes out of Now": "I2", Why: "Two renewals hang on it" });
    await shot("decide-filled-in");
    step = await step.tap("Decide");
    assert.match(step.first, /^Recorded as D1: Tom is asked first whether Faster search \(I2\) may go\.$/);
    await shot("waits-for-the-owner");
  });

  await check("the owner agrees, though the bot and Redis died meanwhile", async () => {
    await dies();
    const tom = await as("tom");
    const asked = await tom.hears(/^D1: Maya would move Faster search \(I2\) to Next to make room for Bulk export to Excel \(R1\)\. Do you agree\?$/);
    await shot("to-the-owner");
    step = await asked.tap("Agree");
    assert.match(step.first, /^Thank you\. D1 is agreed; nothing is moved before I5 is complete\.$/);
    await shot("agreed");
    assert.match((await tom.ask("reviewed I5 two sprints")).first, /^Recorded: engineering reviewed /);
  });

  await check("the PM fills in what is missing, and both move", async () => {
    const maya = await as("maya");
    const told = await maya.hears(/^Tom agrees, and I5 is not ready for Now yet: it lacks /);
    await shot("agreed-to-the-pm");
    step = await told.tap("Fill in what is missing");
    await step.fill({
      Constraints: "One file", "Non goals": "PDF",
      // Other than what stands there: local-slack sends only what was touched.
      "Success criterion 1: outcome": "Chains renew", "Success criterion 1: measure": "win rate of chains",
      "Success criterion 1: baseline": "24.5%", "Success criterion 1: target": "27%", "Success criterion 1: by": "2027-Q3",
    });
    await shot("complete");
    step = await step.tap("Save and move to Now");
    await shot("moved");
    assert.match(step.body, /bulk export to Excel/i);
    assert.match((await maya.ask("show D1")).first, /^Yes: Bulk export to Excel is in Now, in place of Faster search \(D1\)\.$/);
    await shot("receipt");
    const now = await maya.ask("now");
    assert.match(now.body, /I5/);
    assert.doesNotMatch(now.body, /I2/);
  });

  await check("who asked and who joined hear of it, and the channel shows it", async () => {
    const ana = await as("ana");
    await ana.hears(/^Yes: Bulk export to Excel is in Now, in place of Faster search \(D1\)\.$/, /Maya: “Two renewals hang on it\.?”/);
    await shot("yes-to-the-author");
    await (await as("elena")).hears(/^Yes: Bulk export to Excel is in Now/);
    await shot("yes-to-who-joined");
    const shown = await inChannel("maya", /Yes: Bulk export to Excel is in Now/);
    assert.deepEqual(shown.buttons.filter((label) => label === "Decide"), []);
    await shot("decided-in-the-channel");
  });

  /* A decline that comes back */

  await check("a request that is declined says why, and what brings it back", async () => {
    const ana = await as("ana");
    step = await ana.ask("request a dark theme for the night shift");
    if (/looks? like it already/.test(step.first)) step = await step.tap("Mine is different");
    await step.fill({ Objective: "O1" });
    step = await step.tap("Continue");
    // Nothing has to be told. There is a button for that too, but local-slack sends no buttons of modals.
    step = await step.tap("Continue");
    await step.fill({ "Goes out": "I can't choose" });
    step = await step.tap("Continue");
    await shot("cannot-choose");
    step = await step.tap("Send");
    assert.match(step.first, /^R2 is with Maya Lindqvist: /);
    await as("ana");
    const maya = await elsewhere("maya");
    step = await maya.ask("decide R2 decline because nobody left for lack of it; revisit if O1-KR1 > 50 %");
    assert.match(step.first, /^Declined: Dark theme for the night shift \(D2\)\.$/);
    await shot("declined");
    const told = await (await as("ana")).hears(/^Declined: Dark theme for the night shift \(D2\)\.$/, /Maya: “nobody left for lack of it\.”/);
    assert.match(told.body, /Revisit when new teams that publish \(O1-KR1\) passes 50 %\. I'll bring it back by myself\./);
    await shot("declined-to-the-author");
  });

  await check("a check-in brings it back to who decided, though the bot and Redis died meanwhile", async () => {
    await dies();
    await as("maya");
    const tom = await elsewhere("tom");
    assert.match((await tom.ask("check-in O1-KR1 52%")).body, /52/);
    const maya = await as("maya");
    const back = await maya.hears(/^Decision D2 about Dark theme for the night shift comes back: /);
    await shot("comes-back");
    // local-slack draws no choices in messages.
    step = back.fill ? back : await maya.ask("decide R2");
    await step.fill({ Decision: "Next", Why: "More new teams work at night" });
    step = await step.tap("Decide");
    assert.match(step.first, /^Not now: Dark theme for the night shift is in Next \(D3\)\.$/);
    await shot("decided-again");
    await (await as("ana")).hears(/^Not now: Dark theme for the night shift is in Next \(D3\)\.$/);
    await shot("decided-again-to-the-author");
  });

  /* An objection */

  await check("a request is told in words alone", async () => {
    const ana = await as("ana");
    step = await ana.write("request payroll export");
    if (/looks? like it already/.test(step.first)) step = await ana.write("mine is different");
    assert.match(step.first, /^Which objective does it accelerate\?$/);
    await shot("words-objective");
    step = await ana.write("O2");
    assert.match(step.first, /^What would change in O2-KR1/);
    step = await ana.write("2-3 %");
    assert.match(step.first, /^Now is full/);
    await shot("words-swap");
    step = await ana.write("I3");
    assert.match(step.first, /^Your trade-off: “Payroll export” in place of Sample projects \(I3\)\.$/);
    await shot("words-trade-off");
    step = await ana.write("send");
    assert.match(step.first, /^R3 is with Maya Lindqvist: /);
    await shot("words-sent");
  });

  await check("the owner objects, and the product lead is asked though the bot and Redis died meanwhile", async () => {
    const maya = await as("maya");
    step = await maya.ask("decide R3 swap because payroll is what chains ask for first");
    assert.match(step.first, /^Recorded as D4: Tom is asked first whether Sample projects \(I3\) may go\.$/);
    await shot("another-swap");
    await as("elena");
    const tom = await elsewhere("tom");
    step = await tom.ask("object D4 because it is done in a week");
    assert.match(step.first, /^Your objection is recorded with D4; nothing is moved\. Elena decides who is right\.$/);
    await dies();
    const elena = await as("elena");
    const asked = await elena.hears(/^D4: Tom objects to moving Sample projects \(I3\) out of Now for Payroll export \(R3\)\. Who is right\?$/);
    await shot("to-the-product-lead");
    step = await asked.tap("Tom is right");
    await step.fill({ Why: "A week is worth waiting for" });
    await shot("upheld-why");
    step = await step.tap("Send");
    assert.match(step.first, /^Sample projects \(I3\) stays in Now; D4 is off\.$/);
    await shot("upheld");
  });

  await check("the PM decides anew, and everybody knows", async () => {
    const maya = await as("maya");
    await maya.hears(/^Elena keeps Sample projects \(I3\) in Now, so D4 is off\. Decide anew\.$/);
    await shot("decide-anew");
    await (await as("tom")).hears(/^Elena says that you are right about D4\.$/);
    const pm = await as("maya");
    step = await pm.ask("decide R3 later because Sample projects comes first");
    assert.match(step.first, /^Not now: Payroll export is in Later \(D5\)\.$/);
    await shot("decided-anew");
    await (await as("ana")).hears(/^Not now: Payroll export is in Later \(D5\)\.$/);
  });

  await check("it stands on the record", async () => {
    const ana = await as("ana");
    await ana.ask("requests");
    await shot("requests");
    assert.match((await ana.ask("why-not payroll export")).body, /D5/);
    await shot("why-not");
    assert.match((await (await as("maya")).ask("decisions")).body, /D1/);
    await shot("decisions");
  });
}

/** The newest of the messages whose first line is this, with this in it. */
async function newest(messages, told, first, within = /./) {
  for (const message of (await messages.all()).reverse()) {
    const heard = await told(message);
    if (first.test(heard.first) && within.test(heard.body)) return heard;
  }
  return false;
}

/* The local chat */

async function inLocalChat(settings, later) {
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
  const hears = (first, within) => until(`${first} is said`, () => newest(cards, told, first, within), 60);
  const as = async (person) => {
    await go(person, "Direct message");
    return { ask: (text) => typed(`/roadmap ${text}`), write: typed, hears };
  };
  return {
    bot, page, as, elsewhere: as, channel: "#growth",
    inChannel: async (person, pattern) => {
      await go(person, "#growth");
      return hears(pattern);
    },
  };
}

/* Slack: what asks for something is a modal, in which one step takes the place of the other */

async function inSlack(settings, later) {
  const { bot, page } = await slack.inSlack(jar, "http", later, settings);
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
    }, 60);
    return (await modal.count()) ? shown() : said(messages.nth(before));
  };
  const typed = (text) => after(() => slack.type(page, text));
  const hears = (first, within) => until(`${first} is said`, () => newest(messages, said, first, within), 60);
  const as = async (person, inGroup) => {
    if (await modal.count()) await modal.locator(".modal-close").first().click();
    await slack.be(page, slackIds[person]);
    await slack.go(page, fullNames[person]);
    if (!known.has(person)) {
      known.add(person);
      await typed(`/roadmap account ${await code(bot, person)}`);
    }
    if (inGroup) await slack.go(page, "growth");
    return { ask: (text) => typed(`/roadmap ${text}`), write: typed, hears };
  };
  for (const person of Object.keys(slackIds)) await as(person);
  return {
    bot, page, as, elsewhere: as, channel: "here",
    inChannel: async (person, pattern) => {
      await slack.be(page, slackIds[person]);
      await slack.go(page, "growth");
      return hears(pattern);
    },
  };
}

/* Teams: the playground has one person, who is now this and now that one; what the others hear they hear in the local chat */

async function inTeams(settings, later) {
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
    (await newest(cards, told, first, within)) || (person && heardLocally(first, person)), 60);
  /** What is said to somebody who was not in the playground; a button of it is typed there. */
  const heardLocally = async (pattern, person) => {
    const message = (await bot.heard(person)).reverse().find(({ from, text }) => !from && pattern.test(firstLine(text)));
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
    return { ask: typed, write: typed, hears: (first, within) => hears(first, within, person) };
  };
  return {
    bot, page, as, elsewhere: (person) => inLocalWords(bot, person), channel: "here",
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
