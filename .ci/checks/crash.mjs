// Kills the bot, or its Redis, right after an acknowledged change, twenty times each: nothing may be lost, nothing doubled.
// Usage: node crash.mjs <jar>
import { execSync } from "node:child_process";
import assert from "node:assert/strict";
import { join } from "node:path";
import { freshData, startBot, until } from "./bot.mjs";

const jar = process.argv[2];
const rounds = Number(process.argv[3] ?? 20);
const data = freshData();
const store = join(data.directory, "store");
const link = (keyResult) => `link I3 ${keyResult}`;
const unlink = (keyResult) => `unlink I3 ${keyResult} yes`;
const first = (messages) => messages[0].text.split("\n")[0];

let bot = await startBot(jar, store);
const served = async () => (await bot.say("admin", "which okr does I3 serve"))[0].answer.line?.keyResults ?? [];
const before = await served();
const keyResult = ["O2-KR1", "O4-KR1", "O5-KR1"].find((id) => !before.includes(id));

for (const victim of ["bot", "redis"]) {
  for (let round = 0; round < rounds; round++) {
    const linked = (await served()).includes(keyResult);
    const answer = first(await bot.say("admin", linked ? unlink(keyResult) : link(keyResult)));
    assert.match(answer, linked ? /^Taken back/ : /^Recorded/);
    if (victim === "bot") {
      await bot.kill();
      bot = await startBot(jar, store);
    } else {
      execSync(`pkill -KILL -P ${bot.pid} redis`);
      await until("Redis is back", () => served().then(() => true, () => false));
    }
    const now = await served();
    assert.equal(now.includes(keyResult), !linked, `${victim} ${round}: the change was lost`);
    assert.equal(now.length, new Set(now).size, `${victim} ${round}: a line stands twice`);
  }
  console.log(`${victim}: ${rounds} kills, nothing lost, nothing twice`);
}
const heard = (await bot.heard("admin")).filter((message) => /^(Recorded|Taken back)/.test(message.text));
assert.equal(heard.length, 2 * rounds, "every change was answered exactly once");
await bot.stop();
data.remove();
