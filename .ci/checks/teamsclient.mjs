// Microsoft's playground for Teams, with a client in the browser: started with a bot in it, and what one does there.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { freePort, freshData, languageIsLoaded, startBot } from "./bot.mjs";
import { openPage, startClient } from "./client.mjs";

const playground = join(dirname(createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/package.json")), "cli.js");

export const BOT = { id: "00000000-0000-0000-0000-00000000000011", name: "Throughline" };

/**
 * A bot in a playground of its own, and a page that shows it.
 *
 * @param later takes how what is started is stopped
 * @param settings more of the bot's
 */
export async function inTeams(jar, later, settings = {}) {
  const data = freshData();
  later(async () => data.remove());
  const bot = await startBot(jar, join(data.directory, "store"), { TEAMS_LOCAL: "true", THROUGHLINE_LOCAL: "true", ...settings });
  later(() => bot.stop());
  writeFileSync(join(data.directory, "playground.yml"), JSON.stringify(tenant()));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const client = await startClient(
    process.execPath,
    [
      playground, "start", "--app-endpoint", `${bot.url}/api/messages`, "--channel-id", "msteams", "--port", String(port),
      "--service-url", `${address}/_connector`, "--disable-telemetry",
    ],
    `${address}/_internal/v1/config`,
    {
      cwd: data.directory,
      env: {
        ...process.env, TEAMSAPPTESTER_BROWSER: "none", M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(data.directory, "playground.yml"),
      },
    },
  );
  later(client.stop);
  await languageIsLoaded(bot);
  const { page, close } = await openPage(address);
  later(close);
  // It says what it can do where it is installed; only what comes after that is an answer.
  for (const chat of ["Growth", "Personal Chat"]) {
    await go(page, chat);
    await page.locator(".ac-adaptiveCard").first().waitFor();
  }
  return { bot, page };
}

function tenant() {
  const person = (n, name) => ({
    id: `user-id-${n}`, name, userPrincipleName: `user${n}@tallyard.example`, email: `user${n}@tallyard.example`,
    aadObjectId: `00000000-0000-0000-0000-000000000002${n}`, givenName: name.split(" ")[0], surname: name.split(" ")[1],
  });
  return {
    version: "0.1.0",
    tenantId: "00000000-0000-0000-0000-0000000000001",
    bot: BOT,
    currentUser: person(0, "Vera Visitor"),
    // It wants five besides.
    users: ["Maya Lindqvist", "Daniel Cho", "Ruth Navarro", "Tom Okafor", "Ana Duarte"].map((name, i) => person(i + 1, name)),
    personalChat: { id: "personal-chat-id" },
    groupChat: { id: "group-chat-id", name: "Growth" },
    team: { id: "team-id", name: "Tallyard", aadGroupId: "00000000-0000-0000-0000-000000000031", channels: [{ id: "channel-id", name: "Roadmap" }] },
  };
}

export async function go(page, chat) {
  await page.getByRole("treeitem", { name: chat }).first().click();
  await composers(page).first().waitFor();
}

/** Where one writes; forms have text boxes, too. */
export function composers(page) {
  return page.locator("[role=textbox][contenteditable=true]");
}

export async function type(page, text) {
  await composers(page).first().click();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

/** Writes the bot's name as Teams wants it: chosen from the list that "@" opens. */
export async function mention(page, text, box = composers(page).first()) {
  await box.click();
  await page.keyboard.type(`@${BOT.name.slice(0, 4)}`);
  await page.getByRole("option", { name: BOT.name }).or(page.getByRole("menuitem", { name: BOT.name })).first().click();
  await page.keyboard.insertText(` ${text}`);
  await page.keyboard.press("Enter");
}

/** The bot's card that appears after `act`. */
export async function answered(page, act) {
  const cards = page.locator(".ac-adaptiveCard");
  const before = await cards.count();
  await act();
  const answer = cards.nth(before);
  await answer.waitFor();
  return answer;
}

/** What a card says, and its buttons. */
export async function read(card) {
  const body = await card.evaluate((node) => {
    const hidden = [...node.querySelectorAll("button")];
    for (const button of hidden) button.style.display = "none";
    const text = node.innerText;
    for (const button of hidden) button.style.display = "";
    return text;
  });
  // After the text: a card that is said anew in between must not be taken for one that kept its buttons.
  const buttons = (await card.getByRole("button").allInnerTexts()).filter(Boolean);
  return { body, buttons };
}
