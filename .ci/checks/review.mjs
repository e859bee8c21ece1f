// A PM walks the review of a quarter with six initiatives in the local chat: reminded two weeks ahead by a settable clock, begun from the
// reminder, killed in the middle, gone on with, closed. Tells taps and seconds.
// Usage: node review.mjs <jar>
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshData, startBot } from "./bot.mjs";

const [jar] = process.argv.slice(2);

/** The quarter to review is the next one: a bot's clock moves forward only. */
const today = new Date();
const first = new Date(Date.UTC(today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3 + 3, 1));
const quarter = `${first.getUTCFullYear()}-Q${first.getUTCMonth() / 3 + 1}`;
const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
while ([0, 6].includes(last.getUTCDay())) last.setUTCDate(last.getUTCDate() - 1);
const at = (daysBefore, time = "12:00:00") => `${new Date(last - daysBefore * 86_400_000).toISOString().slice(0, 10)}T${time}Z`;

const outcome = (measure, baseline, target, by) => [{ outcome: `Better ${measure}`, measure, baseline, target, by }];
const bet = (id, title, serves, success) => ({
  id, title, horizon: "now", team: "Growth", owner: "Maya Lindqvist", serves: [serves], constraints: ["Works offline"],
  non_goals: ["Contractors"], success,
});
const measured = (id, metric, baseline, target) => ({
  id, title: `Better ${metric}`, metric, baseline, target, due: `${first.getUTCFullYear() + 1}-Q4`,
});

const roadmap = {
  org: "Tallyard",
  people: [{ name: "Maya Lindqvist", roles: ["pm"], title: "Product manager" }],
  products: [{ id: "P1", name: "Tallyard", now_limit: 8 }],
  teams: [{ id: "TM1", name: "Growth", members: ["Maya Lindqvist"] }],
  objectives: [{
    id: "O1", title: "New teams succeed in their first week", owner: "Maya Lindqvist",
    key_results: [
      measured("O1-KR1", "teams that publish", "40%", "60%"), measured("O1-KR2", "search success", "61%", "75%"),
      measured("O1-KR3", "tickets per account", "1.8", "1.2"),
    ],
  }],
  initiatives: [
    bet("I1", "Guided setup", "O1-KR1", outcome("teams that publish", "40%", "60%", quarter)),
    bet("I2", "Faster search", "O1-KR2", outcome("search success", "61%", "75%", quarter)),
    bet("I3", "Invoice self-service", "O1-KR3", outcome("tickets per account", "1.8", "1.2", quarter)),
    bet("I4", "Sample projects", "O1-KR1", outcome("projects kept", "20%", "30%", quarter)),
    bet("I5", "Dark mode", "O1-KR1", []),
    bet("I6", "Invite by link", "O1-KR1", outcome("invites per team", "1", "3", `${first.getUTCFullYear() + 1}-Q4`)),
  ],
};

const directory = mkdtempSync(join(tmpdir(), "throughline-review-"));
const file = join(directory, "roadmap.json");
writeFileSync(file, JSON.stringify(roadmap));
const data = freshData();
const settings = { THROUGHLINE_ROADMAP: file, THROUGHLINE_CLOCK: "settable" };
let bot = await startBot(jar, data.directory, settings);
let taps = 0, shown;
/** Those of the quarter; the one before had its own. */
const reminders = async () =>
  (await bot.heard("maya")).filter((message) => message.text.includes(`Your ${quarter.slice(5)} review `));
const line = (message) => message.text.split("\n")[0];
const buttons = (message) => message.card.blocks.flatMap((block) => [...(block.buttons ?? []), block.submit ?? []].flat());

async function tap(label, inputs) {
  const button = buttons(shown).find((one) => one.label === label);
  assert(button, `no button “${label}” in: ${shown.text}`);
  taps += 1 + Object.keys(inputs ?? {}).length;
  const { messages } = await bot.post("/local/actions", {
    person: "maya", channel: "dm", message: shown.id, action: button.action, value: button.value, inputs,
  });
  shown = messages.at(-1);
  return shown;
}

try {
  await bot.post("/local/clock", { now: at(20) });
  for (const said of ["check-in O1-KR1 63%", "check-in O1-KR2 64%", "check-in O1-KR3 1.1"]) await bot.say("maya", said);
  await bot.post("/local/clock", { now: at(14, "23:00:00") });
  const told = await reminders();
  assert.equal(told.length, 1, "one reminder");
  shown = told[0];
  console.log(`ok reminded: ${line(shown)}`);
  const begun = performance.now();
  await tap("Start");
  assert.match(line(shown), /^Did Guided setup \(I1\) reach its result\?/);
  await tap("Done");
  assert.match(line(shown), /Faster search \(I2\)/);
  await tap("Record this", { verdict: "rescope", learned: "Nobody searches twice." });
  assert.match(line(shown), /Invoice self-service \(I3\)/);
  await tap("Done");
  await bot.kill();
  bot = await startBot(jar, data.directory, settings);
  [shown] = (await bot.say("maya", "review")).slice(-1);
  taps += 1;
  assert.match(shown.text, /You were here\./);
  assert.match(line(shown), /Sample projects \(I4\)/);
  console.log("ok killed in the middle, and gone on with where it was");
  await tap("Record this", { verdict: "keep", measured: "31%" });
  assert.match(line(shown), /Dark mode \(I5\)/);
  await tap("Record this", { verdict: "stop", learned: "No line to an OKR." });
  assert.match(line(shown), /Invite by link \(I6\)/);
  await tap("Keep going");
  assert.match(line(shown), /^All 6 are reviewed\. Close Q\d\?/);
  await tap("Close the review");
  assert.match(line(shown), /is reviewed: 2 keep going, 1 is re-scoped, 1 stops, 2 are done\./);
  console.log(`ok walked six initiatives in ${taps} taps and typed fields, ${((performance.now() - begun) / 1000).toFixed(1)} s with a restart`);
  await bot.post("/local/clock", { now: at(-4) });
  assert.equal((await reminders()).length, 1, "who is done is not reminded again");
  console.log("ok not reminded again");
} finally {
  await bot.stop();
  data.remove();
  rmSync(directory, { recursive: true, force: true });
}
