// A year of one organization, twelve teams in six time zones with holidays, replayed in the running bot with its settable clock: what
// is said in each team's channel, when by its local time, and how it is answered. Usage: node year.mjs <jar> [seed] [weeks]
// Prints a table with one line a team, and ten of the nudges.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshData, startBot } from "./bot.mjs";

const [jar, seed = "6", weeks = "52"] = process.argv.slice(2);
const zones = ["America/Los_Angeles", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"];
const names = ["Growth", "Billing", "Platform", "Search", "Mobile", "Onboarding", "Reports", "Identity", "Payments", "Support", "Data", "Editor"];
const bets = ["Guided setup", "Sample projects", "Invoice self-service", "Single sign-on", "Faster search", "Offline mode"];
const holidays = ["2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-01", "2027-05-17"];
const DAY = 86_400_000;

let state = Number(seed);
/** A number below `most`; the same ones for the same seed. */
function chance(most) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
}

const org = {
  org: "Tallyard",
  people: [{ name: "Maya Lindqvist", roles: ["pm"] }, ...names.map((name, i) => ({ name: `Lead${i} ${name}`, roles: ["team_member"] }))],
  teams: names.map((name, i) => ({ id: `TM${i + 1}`, name, lead: `Lead${i} ${name}`, members: [`Lead${i} ${name}`] })),
  objectives: names.map((name, i) => ({
    id: `O${i + 1}`,
    title: `${name} makes teams succeed sooner`,
    owner: "Maya Lindqvist",
    key_results: ["weekly active teams", "tickets per account"].map((metric, k) => ({
      id: `O${i + 1}-KR${k + 1}`, title: `${metric} of ${name}`, metric: `${metric} of ${name}`, baseline: "40%", target: "60%", due: "2027-Q4",
    })),
  })),
  initiatives: names.flatMap((name, i) => [0, 1].map((n) => ({
    id: `I${2 * i + n + 1}`, title: `${bets[(i + 3 * n) % bets.length]} for ${name}`, horizon: "now", team: name, owner: "Maya Lindqvist",
    serves: chance(12) === 0 ? [] : [`O${i + 1}-KR${n + 1}`],
  }))),
};

const data = freshData();
const roadmap = join(data.directory, "roadmap.json");
writeFileSync(roadmap, JSON.stringify(org));
const bot = await startBot(jar, join(data.directory, "store"), { THROUGHLINE_CLOCK: "settable", THROUGHLINE_ROADMAP: roadmap });
try {
  await replay();
} finally {
  await bot.stop();
  data.remove();
}

async function replay() {
  const start = Date.parse("2026-11-27T12:00:00Z");
  await to(start);
  await bot.say("maya", `/roadmap settings days-off ${holidays.join(", ")}`);
  for (const [i, name] of names.entries()) {
    const [said] = await bot.say("maya", `/roadmap settings nudge ${name} #${name.toLowerCase()} monday 09:30 ${zones[i % zones.length]}`);
    assert.match(said.text, /is nudged on Mondays at 09:30/);
  }
  const teams = names.map((name, i) => ({ name, zone: zones[i % zones.length], channel: `#${name.toLowerCase()}`, number: i + 1, said: [], last: "" }));
  for (let hour = start + DAY / 48; hour < start + Number(weeks) * 7 * DAY; hour += DAY / 48) {
    if (!isMorningSomewhere(hour)) continue;
    await to(hour - 1000);
    await hear(teams, hour - 1000);
    await to(hour);
    await hear(teams, hour);
    if (new Date(hour).getUTCHours() === 12) await happen(teams);
    if (/^Thu/.test(local(hour, "UTC")) && new Date(hour).getUTCHours() === 12) await goOn(teams);
  }
  print(teams);
}

function to(millis) {
  return bot.post("/local/clock", { now: new Date(millis).toISOString() });
}

/** Half past nine on a working day in one of the zones, and noon in UTC, when things happen. */
function isMorningSomewhere(millis) {
  return zones.some((zone) => /^(Mon|Tue|Wed|Thu|Fri).*09:30$/.test(local(millis, zone))) || (millis % DAY === DAY / 2 && !/^S/.test(local(millis, "UTC")));
}

function local(millis, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(millis);
  const part = (type) => parts.find((one) => one.type === type).value;
  return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}

async function hear(teams, now) {
  for (const team of teams) {
    const heard = await bot.heard("maya", team.channel, team.last);
    for (const message of heard) {
      team.last = message.id;
      if (message.replaces) continue;
      team.said.push({ at: local(now, team.zone), id: message.id, text: message.text });
      const answer = (message.card.blocks ?? []).flatMap((block) => block.buttons ?? []).find((button) => button.label === "On track");
      if (answer && chance(10) < 7) await tap(team, message, answer);
    }
  }
}

/** The lead answers; that the message then shows it is part of what is replayed. */
async function tap(team, message, button) {
  const { messages } = await bot.post("/local/actions", { person: `lead${team.number - 1}`, channel: team.channel, action: button.action, value: button.value, message: message.id });
  const update = messages.find((one) => one.replaces === message.id);
  assert.ok(update, `no update of ${message.id}: ${JSON.stringify(messages).slice(0, 400)}`);
  assert.match(update.text, /On track: Lead/);
  assert.doesNotMatch(update.text, /\[On track\]/);
  team.answered = (team.answered ?? 0) + 1;
}

/** Whoever was told that a nudge stopped lets it go on. */
async function goOn(teams) {
  for (const team of teams) {
    const told = (await bot.heard(`lead${team.number - 1}`)).filter((one) => one.text.includes("I stopped nudging"));
    if (told.length === (team.stopped ?? 0)) continue;
    assert.equal(told.length, (team.stopped ?? 0) + 1, `${team.name} is told once`);
    team.stopped = told.length;
    await bot.say(`lead${team.number - 1}`, `/roadmap nudge on ${team.name}`);
  }
}

/** What a working day brings: some figures, and now and then an edit. */
async function happen(teams) {
  for (const team of teams) {
    const busy = 1 + (team.number % 4);
    if (chance(100) < 4 + busy) await bot.say("maya", `/roadmap check-in O${team.number}-KR${1 + chance(2)} ${42 + chance(12)}%`);
    if (chance(100) < busy) await bot.say("maya", `/roadmap edit I${2 * team.number - chance(2)} why: because of week ${chance(1000)}`);
  }
}

/** Of two weeks, one after the other; a holiday moves a nudge by some days. */
function areRunning(one, other) {
  return Date.parse(other.at.slice(4, 14)) - Date.parse(one.at.slice(4, 14)) < 12 * DAY;
}

function print(teams) {
  console.log("team        zone                 nudges answered stopped local times      alike running");
  for (const team of teams) {
    const times = [...new Set(team.said.map((one) => one.at.slice(-5)))].join(" ");
    const alike = team.said.filter((one, n) => n > 0 && one.text === team.said[n - 1].text && areRunning(team.said[n - 1], one)).length;
    console.log(`${team.name.padEnd(11)} ${team.zone.padEnd(20)} ${String(team.said.length).padStart(6)} ${String(team.answered ?? 0).padStart(8)} ${String(team.stopped ?? 0).padStart(7)} ${times.padEnd(16)} ${alike}`);
    assert.equal(times, "09:30", team.name);
    assert.equal(alike, 0, team.name);
    assert.equal(new Set(team.said.map((one) => one.id)).size, team.said.length, team.name);
    for (const one of team.said) assert.ok(!holidays.includes(one.at.slice(4, 14)), `${team.name} on ${one.at}`);
    if (Number(weeks) === 52) assert.ok(team.said.length >= 20 && team.said.length <= 50, `${team.name}: ${team.said.length}`);
  }
  const all = teams.flatMap((team) => team.said);
  for (let n = 0; n < 10 && all.length; n++) {
    const one = all[Math.floor((n * all.length) / 10)];
    console.log(`\n${one.at} ${one.id}\n${one.text}`);
  }
}
