// A PM builds the next quarter of a roadmap from nothing, in the local chat, in Slack's client and in the Teams client: with forms
// where the client can open them, and in lines. Usage: node quarter.mjs <jar> <directory for screenshots> [local|slack|teams]
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshData, languageIsLoaded, startBot } from "./bot.mjs";
import { checks, openPage, withCleanup } from "./client.mjs";
import { cardFields, localFields, modalFields } from "./forms.mjs";
import { code } from "./questions.mjs";
import * as slack from "./slackclient.mjs";
import { firstLine } from "./stories.mjs";
import * as teams from "./teamsclient.mjs";

const [jar, out, only] = process.argv.slice(2);

/** Who there is at the beginning, and nothing else. */
const nothing = {
  org: "Tallyard",
  people: [
    { name: "Elena Marsh", roles: ["product_lead"], title: "VP Product" },
    { name: "Maya Lindqvist", roles: ["pm"], title: "Product manager" },
    { name: "Tom Okafor", roles: ["engineering_lead"], title: "Engineering lead" },
    { name: "Ana Duarte", roles: ["stakeholder"], title: "Sales" },
  ],
};

const slackIds = { maya: "U02MAYA", elena: "U04ELENA", tom: "U05TOM" };
const fullNames = { maya: "Maya Lindqvist", elena: "Elena Marsh", tom: "Tom Okafor" };

const clients = { local: inLocalChat, slack: inSlack, teams: inTeams };
for (const name of only ? [only] : Object.keys(clients)) {
  await withCleanup(async (later) => {
    const directory = mkdtempSync(join(tmpdir(), "throughline-quarter-"));
    later(async () => rmSync(directory, { recursive: true, force: true }));
    const roadmap = join(directory, "roadmap.json");
    writeFileSync(roadmap, JSON.stringify(nothing));
    console.log(`-- ${name}`);
    const { page, as } = await clients[name]({ THROUGHLINE_ROADMAP: roadmap }, later);
    let pictures = 0;
    const shot = (what) => page.screenshot({ path: join(out, `quarter-${name}-${String(++pictures).padStart(2, "0")}-${what}.png`) });
    const { check, done } = checks(() => shot("failed"));
    await quarter(as, check, shot);
    done();
  });
}

/* The story. `as(person)` gives `say(text)`, and `open(text)` gives a form; an answer `opens` one by a button. */

async function quarter(as, check, shot) {
  await check("the product lead says where to play, in a form", async () => {
    const elena = await as("elena");
    const form = await elena.open("add strategy");
    await form.fill({
      "Statement": "Be the schedule that a second site starts with",
      "Where we play": "Independent restaurants and hotels that open their second site",
      "How we win": "One login and one staff pool across both sites",
      "Permission to say no": "We don't build single-customer features this quarter.",
      "Period": "2027-Q1",
    });
    await shot("strategy");
    const added = await form.submit("Add");
    assert.match(added.first, /^Added S1, “Be the schedule that a second site starts with”/);
    await shot("strategy-added");
  });

  await check("the PM adds an objective, in a form", async () => {
    const maya = await as("maya");
    const form = await maya.open("add objective");
    await form.fill({
      "Title": "Second sites are on Tallyard from their first day",
      "Why": "A second site that starts elsewhere takes the first one along",
      "Current": "Four of ten second sites start on paper",
      "Target": "Seven of ten start on Tallyard",
      "Period": "2027-Q1",
    });
    await shot("objective");
    const added = await form.submit("Add");
    assert.match(added.first, /^Added O1, /);
  });

  await check("a key result, in a form", async () => {
    const maya = await as("maya");
    const form = await maya.open("add kr");
    await form.fill({
      "Objective": "O1", "Title": "More second sites start on Tallyard", "Metric": "second sites that start on Tallyard",
      "Baseline": "40%", "Target": "70%", "Due": "2027-Q1",
    });
    const added = await form.submit("Add");
    await shot("kr-added");
    assert.match(added.first, /^Added O1-KR1, /);
  });

  await check("another key result, in a line", async () => {
    const maya = await as("maya");
    const added = await maya.say("add kr Chains bring their next site for O1 metric: sites per chain; baseline: 1.4; target: 2.0; due: 2027-Q1");
    assert.match(added.first, /^Added O1-KR2, “Chains bring their next site”/);
    await shot("kr-line");
  });

  await check("a theme that serves the objective, in a form", async () => {
    const maya = await as("maya");
    const form = await maya.open("add theme");
    await form.fill({
      "Title": "The second site", "Problem": "Owners set everything up again for the second site.", "Serves": ["O1"],
      "KPI": "Second sites with a published schedule within a week",
    });
    await shot("theme");
    assert.match((await form.submit("Add")).first, /^Added T1, “The second site”/);
  });

  await check("three initiatives: one in a form that goes on, two in lines", async () => {
    const maya = await as("maya");
    const form = await maya.open("add initiative");
    await form.fill({
      "Title": "Copy a site", "Horizon": "Next", "Serves": ["O1-KR1"], "Theme": "T1", "Owner": "Maya Lindqvist",
      "Why": "The second site is set up like the first",
    });
    await shot("initiative");
    const added = await form.submit("Add");
    assert.match(added.first, /^Added I1, “Copy a site”/);
    await shot("initiative-added");
    const two = await maya.say("add initiative Staff who work on both sites serves: O1-KR1, O1-KR2; theme: T1; horizon: next; size: big; kind: technology");
    assert.match(two.first, /^Added I2, /);
    const three = await maya.say("add initiative One bill for two sites serves: O1-KR2; theme: T1; horizon: later; release: 2027-Q2; moscow: should");
    assert.match(three.first, /^Added I3, /);
    await shot("initiatives");
  });

  await check("the next page of a form, with what the bet respects and what it will not do", async () => {
    const maya = await as("maya");
    const form = await maya.open("edit I1 more");
    await form.fill({ "Constraints": "No second login", "Non goals": "Copying staff", "Size": "Medium" });
    await shot("initiative-more");
    assert.match((await form.submit("Save")).first, /^Recorded: changed the .* of Copy a site \(I1\)/);
  });

  await check("what is wrong is told at its field, and nothing typed is lost", async () => {
    const maya = await as("maya");
    const form = await maya.open("edit I1 page 3");
    await form.fill({ "Confidence: problem, evidence": "Nine interviews with owners" });
    const wrong = await form.refused("Save");
    await shot("initiative-problem");
    assert.match(wrong.problem, /Fill this in as well, or leave “Confidence: problem” empty/);
    assert.equal(await wrong.form.value("Confidence: problem, evidence"), "Nine interviews with owners");
    await wrong.form.fill({ "Confidence: problem, level": "Medium" });
    assert.match((await wrong.form.submit("Save")).first, /^Recorded: /);
    assert.match((await maya.say("edit I1 release: 2027-Q1; moscow: must")).first, /^Recorded: changed the release and moscow of Copy a site \(I1\)/);
    await shot("initiative-saved");
  });

  await check("engineering adds workstreams, in a form and in a line", async () => {
    const tom = await as("tom");
    const form = await tom.open("add workstream");
    await form.fill({ "Title": "Copy roles and shifts", "Initiative": "I1", "Estimate": "3 weeks", "Status": "Planned", "Owner": "Tom Okafor" });
    await shot("workstream");
    assert.match((await form.submit("Add")).first, /^Added W1, “Copy roles and shifts”/);
    const second = await tom.say("add workstream Ask for what differs for I1 estimate: 1 week; depends_on: W1");
    assert.match(second.first, /^Added W2, /);
    await shot("workstreams");
  });

  await check("the PM checks in a key result", async () => {
    const maya = await as("maya");
    const form = await maya.open("check-in O1-KR1");
    await form.fill({ "Value today": "46%", "How sure that the target is reached": "medium", "A line of context": "Two partners send their openings" });
    await shot("check-in");
    const recorded = await form.submit("Check in");
    assert.match(recorded.first, /46/);
    await shot("checked-in");
  });

  await check("a bet enters Now when nothing is missing any more, and not before", async () => {
    const maya = await as("maya");
    assert.match((await maya.say("move I1 now")).first, /^Copy a site \(I1\) is not ready for Now: 2 things are missing\./);
    await shot("gate");
    const tom = await as("tom");
    assert.match((await tom.say("reviewed I1 two sprints")).first, /^Recorded: engineering reviewed Copy a site \(I1\)\./);
    const pm = await as("maya");
    const refused = await pm.say("move I1 now");
    assert.match(refused.first, /^Copy a site \(I1\) is not ready for Now: 1 thing is missing\./);
    const form = await refused.opens("Fill in what is missing");
    await form.fill({
      // Other than what stands there: local-slack sends only what was touched.
      "Success criterion 1: outcome": "Second sites start where the first one is", "Success criterion 1: measure": "second sites on Tallyard from day one",
      "Success criterion 1: baseline": "41%", "Success criterion 1: target": "71%", "Success criterion 1: by": "2027-Q2",
    });
    await shot("gate-form");
    const entered = await form.submit("Save and move to Now");
    await shot("gate-passed");
    assert.match(entered.first, /^Copy a site \(I1\) is in Now; it was in Next\./);
    assert.match(entered.body, /moved Copy a site \(I1\) from Next to Now/);
    assert.match((await pm.say("now")).body, /Copy a site/);
  });

  await check("the PM sees the views of the four audiences, and the customers'", async () => {
    const maya = await as("maya");
    const views = { theme: /^1 theme/, release: /release window/, technology: /technical/, portfolio: /Now/, public: /^Tallyard works on 1 theme/ };
    for (const [view, first] of Object.entries(views)) {
      const shown = await maya.say(`view ${view}`);
      assert.match(shown.first, first);
      if (view === "public") assert.doesNotMatch(shown.body, /I1|Copy a site|2027|Maya/);
      await shot(`view-${view}`);
    }
  });

  await check("a mistake is undone", async () => {
    const maya = await as("maya");
    const slip = await maya.say("edit I2 title: Staff who work on all sites; size: small");
    assert.match(slip.first, /^Recorded: changed the title and size of /);
    await shot("mistake");
    const undone = await maya.say("undo");
    assert.match(undone.first, /^Taken back: 2 changes/);
    await shot("undone");
    const tree = await maya.say("tree O1");
    assert.match(tree.body, /Staff who work on both sites/);
    await shot("tree");
  });
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
    return answer(cards.nth(before));
  };
  const answer = async (card) => {
    const body = await card.innerText();
    const tap = (label) => answered(() => card.getByRole("button", { name: label }).click());
    return { body, first: firstLine(body), form: () => localForm(card, answered), tap, opens: async (label) => (await tap(label)).form() };
  };
  const say = (text) => answered(async () => {
    await page.locator("#text").fill(`/roadmap ${text}`);
    await page.locator("#text").press("Enter");
  });
  const as = async (person) => {
    if ((await page.locator("#person").inputValue()) !== person) {
      await page.locator("#person").selectOption(person);
      // Whoever comes sees what was said before.
      await page.locator("#log:not([aria-busy])").waitFor();
    }
    return { say, open: async (text) => (await say(text)).form() };
  };
  return { page, as };
}

function localForm(card, answered) {
  const press = (label) => answered(() => card.getByRole("button", { name: label, exact: true }).click());
  return {
    ...localFields(card),
    submit: press,
    refused: async (label) => {
      const again = await press(label);
      return { problem: again.body, form: again.form() };
    },
  };
}

/* Slack: a form is a modal */

async function inSlack(settings, later) {
  const { bot, page } = await slack.inSlack(jar, "http", later, settings);
  const known = new Set();
  const answered = async (act) => answer(await slack.answered(page, act));
  const answer = async (message) => {
    const { body } = await slack.read(message);
    const click = (label) => message.getByRole("button", { name: label }).click();
    return { body, first: firstLine(body), tap: (label) => answered(() => click(label)), opens: async (label) => { await click(label); return modal(page, answered); } };
  };
  const command = (text) => slack.type(page, `/roadmap ${text}`);
  const say = (text) => answered(() => command(text));
  const open = async (text) => {
    await command(text);
    return modal(page, answered);
  };
  const as = async (person) => {
    await slack.be(page, slackIds[person]);
    await slack.go(page, fullNames[person]);
    if (!known.has(person)) {
      known.add(person);
      await say(`account ${await code(bot, person)}`);
    }
    return { say, open };
  };
  return { page, as };
}

async function modal(page, answered) {
  const box = page.locator(".modal");
  await box.waitFor();
  const press = (label) => box.locator(".modal-btn.primary", { hasText: label }).click();
  const form = {
    ...modalFields(box),
    submit: async (label) => {
      const told = await answered(() => press(label));
      await box.waitFor({ state: "detached" });
      return told;
    },
    refused: async (label) => {
      await press(label);
      await box.locator(".modal-error").first().waitFor();
      return { problem: await box.locator(".modal-error").first().innerText(), form };
    },
  };
  return form;
}

/* Teams: the playground has one person, who is now this and now that one; it opens no dialogs, so a form is a card */

async function inTeams(settings, later) {
  const { bot, page } = await teams.inTeams(jar, later, settings);
  let me = "";
  const answered = async (act) => answer(await teams.answered(page, act));
  const answer = async (card) => {
    const { body } = await teams.read(card);
    const tap = (label) => answered(() => card.getByRole("button", { name: label }).click());
    return { body, first: firstLine(body), form: () => cardForm(page, card, answered), tap, opens: async (label) => (await tap(label)).form() };
  };
  const say = (text) => answered(() => teams.type(page, text));
  const as = async (person) => {
    if (me !== person) await say(`account ${await code(bot, person)}`);
    me = person;
    return { say, open: async (text) => (await say(text)).form() };
  };
  return { page, as };
}

function cardForm(page, card, answered) {
  const press = (label) => answered(() => card.getByRole("button", { name: label, exact: true }).click());
  return {
    ...cardFields(page, card),
    submit: press,
    refused: async (label) => {
      const again = await press(label);
      return { problem: again.body, form: again.form() };
    },
  };
}
