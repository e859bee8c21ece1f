// Starts the packaged bot on free ports with data of its own, and stops it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startBot(jar, settings = {}) {
  const data = mkdtempSync(join(tmpdir(), "throughline-"));
  const port = await freePort();
  const bot = spawn("java", ["-jar", jar], {
    env: { ...process.env, THROUGHLINE_PORT: String(port), THROUGHLINE_DATA: data, ...settings },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const gone = new Promise((resolve) => bot.once("exit", resolve));
  await ready(url, bot);
  return {
    url,
    async stop() {
      bot.kill("SIGTERM");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url, bot) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (bot.exitCode !== null) throw new Error(`the bot stopped with ${bot.exitCode}`);
    const healthy = await fetch(`${url}/health`).then((response) => response.ok, () => false);
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the bot was not ready within a minute");
}
