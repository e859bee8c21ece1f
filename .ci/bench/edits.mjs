// Many people edit one roadmap at once, through two bots on one Redis. Nothing may be lost, and what is remembered must be what happened.
// Usage: node edits.mjs <jar> [editors] [edits]. Prints a table; the exit code is 1 if something does not hold.
// Of ten edits an editor makes seven on an initiative of its own, by lines; two add to a list that others add to as well; and one
// counts a shared counter up, in a form, from the value that the form showed: such a form must be turned down if others counted meanwhile.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";
import { freshData, startBot } from "../checks/bot.mjs";
import { connect } from "./redis.mjs";

const [jar, editors = "500", edits = "10000"] = process.argv.slice(2);
const count = Number(editors);
const each = Math.round(Number(edits) / count);
const SHARED = 20;
const ORGANIZATION = "org";
const LATER = "later";
/** Of a hundred edits where editors touch different items, so many may be turned down. */
const REFUSED_AT_MOST = 5;

const own = (editor) => `I${editor + 1}`;
const shared = (n) => `I${count + 1 + (n % SHARED)}`;
const key = (name) => `tl:{${ORGANIZATION}}:${name}`;

const data = freshData();
const file = join(data.directory, "roadmap.json");
writeFileSync(file, JSON.stringify(roadmap()));
const store = join(data.directory, "store");
const first = await startBot(jar, store, { THROUGHLINE_ROADMAP: file });
const redis = await connect(...ownRedis());
const second = await startBot(jar, store, { REDIS_URI: `redis://:${redis.password}@127.0.0.1:${redis.port}` });
const bots = [first, second];
let holds = true;
try {
  const imported = (await log()).length;
  const begun = performance.now();
  const done = (await Promise.all(Array.from({ length: count }, (_, editor) => edit(editor)))).flat();
  const seconds = (performance.now() - begun) / 1000;
  const commits = await log();
  tellLoad(done, seconds);
  tellTruth(done, commits.slice(imported), fold(commits));
  await tellSnapshot(commits);
  await tellBots(fold(commits));
} finally {
  redis.close();
  await second.stop();
  await first.stop();
  data.remove();
}
process.exitCode = holds ? 0 : 1;

/** Where the first bot's own Redis is. */
function ownRedis() {
  const settings = readFileSync(join(store, "store", "redis.conf"), "utf8");
  return [Number(/^port (\d+)$/m.exec(settings)[1]), /^requirepass (\S+)$/m.exec(settings)[1]];
}

/** Every editor is a PM; each has an initiative, and some are shared. */
function roadmap() {
  const initiative = (n) => ({
    id: `I${n}`, title: `Bet ${n}`, horizon: "later", theme: "T1", serves: ["O1-KR1"], why: "counted 0",
    rice: { reach: 1, impact: 1, confidence: 50, effort: 1 },
  });
  return {
    org: "Crowded",
    people: Array.from({ length: count }, (_, editor) => ({ name: `Editor${editor} Smith`, roles: ["pm"] })),
    objectives: [{
      id: "O1", title: "More of it is used", why: "It pays.",
      key_results: [{ id: "O1-KR1", title: "Use grows", metric: "use", baseline: "10%", target: "20%", due: "2027-Q1" }],
    }],
    themes: [{ id: "T1", title: "Use", serves: ["O1"] }],
    initiatives: Array.from({ length: count + SHARED }, (_, i) => initiative(i + 1)),
  };
}

/** One editor's edits, one after the other, through both bots in turns. */
async function edit(editor) {
  const done = [];
  for (let n = 0; n < each; n++) {
    const bot = bots[(editor + n) % 2];
    const begun = performance.now();
    const result = await one(bot, editor, n).catch((trouble) => ({ kind: "broken", said: String(trouble) }));
    done.push({ editor, n, ms: performance.now() - begun, ...result });
  }
  return done;
}

function one(bot, editor, n) {
  const mark = `${n} by ${editor}`;
  switch (n % 10) {
    case 3:
    case 7:
      return added(bot, editor, shared(editor + n), "constraints", `Limit ${mark}`, "others'");
    case 9:
      return counted(bot, editor, shared(editor * 7 + n));
    case 0:
    case 5:
      return added(bot, editor, own(editor), "non_goals", `Not ${mark}`, "own");
    case 1:
      return set(bot, editor, "horizon", n % 20 === 1 ? "next" : "later", (value) => `move ${own(editor)} ${value} because it is ${mark}`);
    case 2:
    case 6:
      return set(bot, editor, "title", `Bet ${mark}`, (value) => `edit ${own(editor)} title: ${value}`);
    default:
      return set(bot, editor, "rice", String(n + 2), (value) => `edit ${own(editor)} rice.reach: ${value}`);
  }
}

async function added(bot, editor, item, field, value, whose) {
  const said = await say(bot, editor, `edit ${item} ${field} + ${value}`);
  return { whose, item, field, value, how: "list", said, accepted: isRecorded(said) };
}

async function set(bot, editor, field, value, command) {
  const said = await say(bot, editor, command(value));
  return { whose: "own", item: own(editor), field, value, how: "value", said, accepted: isRecorded(said) };
}

async function counted(bot, editor, item) {
  const [asked] = await bot.say(`editor${editor}`, `/roadmap edit ${item}`);
  const form = asked.card.blocks.find(({ type }) => type === "form");
  const inputs = Object.fromEntries(form.fields
    .map(({ id, initial, initials }) => [id, initials ?? initial])
    .filter(([, value]) => value !== undefined && value !== null));
  const value = `counted ${1 + Number(/^counted (\d+)/.exec(inputs.why)[1])}, ${editor}`;
  const { messages } = await bot.post("/local/actions", {
    person: `editor${editor}`, channel: asked.channel, message: asked.id,
    action: form.submit.action, value: form.submit.value, inputs: { ...inputs, why: value },
  });
  const said = firstLine(messages ?? []);
  return { whose: "others'", item, field: "why", value, how: "form", said, accepted: isRecorded(said) };
}

async function say(bot, editor, command) {
  return firstLine((await bot.say(`editor${editor}`, `/roadmap ${command}`)) ?? []);
}

/** A bot that can't answer yet says that it has kept what was said: such an edit may still come. */
function firstLine([message]) {
  return message ? message.text.split("\n")[0] : LATER;
}

function isRecorded(said) {
  return said.startsWith("Recorded: ") || /; it was (in )?\w+\.$/.test(said);
}

/* What is in Redis, read without the bot's code */

async function log() {
  const entries = await redis.call("XRANGE", key("log"), "-", "+");
  return entries.map(([id, fields]) => ({ id, facts: JSON.parse(fields[fields.indexOf("f") + 1]) }));
}

function fold(commits) {
  const items = new Map();
  for (const { facts } of commits) for (const change of facts.changes) apply(items, change);
  return items;
}

function apply(items, { kind, type, id, fields, field, before, after, element }) {
  const item = items.get(id)?.fields;
  if (kind === "added") items.set(id, { type, id, fields: structuredClone(fields) });
  else if (kind === "removed") items.delete(id);
  else if (!item) return;
  else if (kind === "edited" && after === undefined) delete item[field];
  else if (kind === "edited") item[field] = after;
  else if (kind === "listed") item[field] = [...(item[field] ?? []).filter((one) => !isDeepStrictEqual(one, element[0])), element[0]];
  else if (kind === "unlisted") {
    item[field] = (item[field] ?? []).filter((one) => !isDeepStrictEqual(one, element[0]));
    if (!item[field].length) delete item[field];
  }
}

/* The table */

function row(what, told, isFine = true) {
  holds &&= isFine;
  console.log(`${isFine ? "   " : "!! "}${what.padEnd(58)}${String(told).padStart(12)}`);
}

function tellLoad(done, seconds) {
  const times = done.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share) => `${Math.round(times[Math.floor(share * (times.length - 1))])} ms`;
  console.log(`${count} editors at once, ${done.length} edits, two bots on one Redis`);
  row("edits a second", Math.round(done.length / seconds));
  row("an edit takes: median", at(0.5));
  row("an edit takes: 99 of 100 at most", at(0.99));
}

function tellTruth(done, commits, items) {
  const accepted = done.filter((each) => each.accepted);
  const refused = (those) => those.filter((each) => !each.accepted && each.kind !== "broken" && each.said !== LATER);
  const broken = done.filter(({ kind }) => kind === "broken");
  const mine = done.filter(({ whose }) => whose === "own");
  const lists = done.filter(({ whose, how }) => whose === "others'" && how === "list");
  const forms = done.filter(({ how }) => how === "form");
  row("accepted", accepted.length);
  row("failed instead of being answered", broken.length, !broken.length);
  for (const { said } of broken.slice(0, 3)) console.log(`       ${said}`);
  const later = done.filter(({ said }) => said === LATER).length;
  row("kept, to be answered later", later);
  const share = (100 * refused(mine).length) / mine.length;
  row(`turned down on items of their own, of ${mine.length}`, `${refused(mine).length} (${share.toFixed(1)} %)`, share <= REFUSED_AT_MOST);
  row(`turned down on lists that others add to, of ${lists.length}`, refused(lists).length);
  row(`turned down forms where others were quicker, of ${forms.length}`, refused(forms).length);
  tellReasons(refused(done));

  const known = written(commits);
  const missing = accepted.filter(({ item, field, value }) => !known.has(JSON.stringify([item, field, value])));
  row("accepted edits that are not in the history", missing.length, !missing.length);
  const changing = commits.filter(({ facts }) => facts.changes.some(({ kind }) => ["edited", "listed", "unlisted"].includes(kind)));
  const invented = Math.max(0, changing.length - accepted.length - later);
  row("edits in the history that nobody was told of", invented, invented === 0);
  const lost = accepted.filter(({ how }) => how === "list").filter(({ item, field, value }) => !(items.get(item).fields[field] ?? []).includes(value));
  row("additions to lists that are lost", lost.length, !lost.length);
  const stale = lastOf(accepted.filter(({ how }) => how === "value")).filter(({ item, field, value }) => !isNow(items.get(item).fields, field, value));
  row("last values of own fields that are lost", stale.length, !stale.length);
  const overwritten = forms.filter(({ accepted: yes }) => yes).length - counters(items);
  row("counts that somebody overwrote unseen", overwritten, overwritten === 0);
  const torn = tears(commits);
  row("values that an edit says it replaced and that were not there", torn, torn === 0);
}

function tellReasons(refused) {
  const times = new Map();
  for (const reason of refused.map(({ said }) => said.replace(/\d+/g, "n"))) times.set(reason, (times.get(reason) ?? 0) + 1);
  const most = [...times].sort(([, one], [, other]) => other - one).slice(0, 5);
  for (const [reason, often] of most) console.log(`       ${often} × ${reason}`);
}

/** What the facts say that was written, as an edit names it. */
function written(commits) {
  const changes = commits.flatMap(({ facts }) => facts.changes);
  return new Set(changes.map((change) => JSON.stringify([change.id, change.field, plain(change)])));
}

function plain({ field, after, element }) {
  return element ? element[0] : field === "rice" ? String(after.reach) : after;
}

function isNow(fields, field, value) {
  return field === "rice" ? String(fields.rice.reach) === value : fields[field] === value;
}

function lastOf(edits) {
  return [...new Map(edits.map((each) => [`${each.item} ${each.field}`, each])).values()];
}

/** How far the shared counters came together. */
function counters(items) {
  return Array.from({ length: SHARED }, (_, n) => Number(/^counted (\d+)/.exec(items.get(shared(n)).fields.why)[1])).reduce((sum, each) => sum + each, 0);
}

/** Each edit names what it replaces: that must be what the edit before it left. */
function tears(commits) {
  const known = new Map();
  let torn = 0;
  for (const { id, field, kind, before, after } of commits.flatMap(({ facts }) => facts.changes)) {
    if (kind !== "edited") continue;
    const name = `${id} ${field}`;
    if (known.has(name) && !isDeepStrictEqual(known.get(name), before)) torn++;
    known.set(name, after);
  }
  return torn;
}

/** The stored snapshot is what the facts up to its entry fold to. */
async function tellSnapshot(commits) {
  const stored = await redis.bytes("GET", key("snapshot"));
  if (!stored) return row("a snapshot", "none", false);
  const { entry, items } = JSON.parse(gunzipSync(stored));
  const upTo = fold(commits.slice(0, commits.findIndex(({ id }) => id === entry) + 1));
  const same = items.filter(({ type, id, fields }) => isDeepStrictEqual({ type, id, fields }, upTo.get(id)));
  row(`items of the snapshot that are not what the facts fold to, of ${upTo.size}`, upTo.size - same.length, same.length === upTo.size && items.length === upTo.size);
}

/** Both bots, and one that starts now without the snapshot and folds all facts, tell the same of every item, with its last title. */
async function tellBots(items) {
  await redis.call("DEL", key("snapshot"));
  const third = await startBot(jar, store, { REDIS_URI: `redis://:${redis.password}@127.0.0.1:${redis.port}` });
  let different = 0;
  try {
    for (const { type, id, fields } of items.values()) {
      if (type !== "initiative") continue;
      const told = await Promise.all([...bots, third].map(async (bot) => (await bot.say("admin", `/roadmap show ${id} all`))[0].text));
      const isSame = told.every((text) => text === told[0]) && told[0].includes(fields.title);
      if (!isSame && !different++) console.log(told.join("\n---\n"));
    }
  } finally {
    await third.stop();
  }
  row("items that both bots and a new one tell differently", different, !different);
}
