// What `/roadmap now` and a question cost with 20, 10,000 and 100,000 initiatives. Usage: node size.mjs <jar> [questions] [sizes]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshData, startBot } from "./bot.mjs";

const jar = process.argv[2];
const asked = Number(process.argv[3] ?? 500);

for (const initiatives of (process.argv[4] ?? "20,10000,100000").split(",").map(Number)) {
  const data = freshData();
  const file = join(data.directory, "roadmap.json");
  writeFileSync(file, JSON.stringify(roadmap(initiatives)));
  const flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  const bot = await startBot(jar, join(data.directory, "store"), { THROUGHLINE_ROADMAP: file }, flags);
  const now = await times(() => bot.say("sam", "/roadmap now"));
  const line = await times((i) => bot.say("sam", `which OKR does I${1 + (i % initiatives)} serve?`));
  console.log(
    `${String(initiatives).padStart(7)} initiatives: ready ${bot.readyMs} ms; now p50 ${now.p50} p99 ${now.p99} ms; ` +
      `which-okr p50 ${line.p50} p99 ${line.p99} ms; resident bot + Redis ${bot.residentMiB().join(" + ")} MiB`,
  );
  await bot.stop();
  data.remove();
}

async function times(ask) {
  for (let i = 0; i < asked; i++) await ask(i);
  const taken = [];
  for (let i = 0; i < asked; i++) {
    const begun = performance.now();
    await ask(i);
    taken.push(performance.now() - begun);
  }
  taken.sort((one, other) => one - other);
  const at = (share) => taken[Math.floor(share * (taken.length - 1))].toFixed(2);
  return { p50: at(0.5), p99: at(0.99) };
}

function roadmap(count) {
  const words = "invoice search setup export audit mobile offline login report chart alert import sync budget team".split(" ");
  const keyResults = (objective) => [1, 2, 3].map((n) => ({
    id: `O${objective}-KR${n}`, title: `Measure ${n} moves`, metric: `measure ${n}`, baseline: "10%", target: "20%", due: "2027-Q1",
  }));
  return {
    org: "Large",
    objectives: [1, 2, 3, 4, 5].map((n) => ({ id: `O${n}`, title: `Objective ${n}`, why: "Because.", key_results: keyResults(n) })),
    themes: [1, 2, 3, 4, 5].map((n) => ({ id: `T${n}`, title: `Theme ${n}`, serves: [`O${n}`] })),
    initiatives: Array.from({ length: count }, (_, i) => ({
      id: `I${i + 1}`,
      title: `${words[i % 15]} ${words[Math.floor(i / 15) % 15]} ${i + 1}`,
      description: "It makes something easier for somebody.",
      theme: `T${1 + (i % 5)}`,
      horizon: ["now", "next", "later", "later", "done"][i % 5],
      owner: `Person ${String.fromCharCode(65 + (i % 26))}`,
      team: `Team ${1 + (i % 20)}`,
      serves: i % 50 === 0 ? [] : [`O${1 + (i % 5)}-KR${1 + (i % 3)}`],
    })),
  };
}
