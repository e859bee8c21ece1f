// Draws cards as the platforms about do, many on one sheet, to be looked at.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const PER_SHEET = 15;

export async function pictures(slack, teams, out) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await sheets(browser, join(out, "cards-teams"), teams, adaptivePage);
    await sheets(browser, join(out, "cards-slack"), slack.map(({ name, card }) => ({ name, blocks: card.blocks })), slackPage);
  } finally {
    await browser.close();
  }
}

const STYLE = `body{margin:16px;background:#e9e9ee;font:14px "Liberation Sans",sans-serif;columns:3;column-gap:16px}
figure{margin:0 0 16px;background:#fff;border-radius:6px;padding:10px 14px;break-inside:avoid;max-height:900px;overflow:hidden}
figcaption{font:11px monospace;color:#777;margin-bottom:6px}`;

async function sheets(browser, prefix, cards, prepare) {
  const page = await browser.newPage({ viewport: { width: 1680, height: 1000 } });
  page.on("pageerror", (error) => console.error(`${prefix}: ${error.message}`));
  for (let sheet = 0; sheet * PER_SHEET < cards.length; sheet++) {
    const shown = cards.slice(sheet * PER_SHEET, (sheet + 1) * PER_SHEET);
    await page.setContent(`<!doctype html><style>${STYLE}</style>`);
    await prepare(page, shown);
    await page.screenshot({ path: `${prefix}-${sheet + 1}.png`, fullPage: true });
  }
  await page.close();
}

async function adaptivePage(page, shown) {
  await page.addScriptTag({ path: require.resolve("adaptivecards/dist/adaptivecards.min.js") });
  await page.addScriptTag({ path: require.resolve("markdown-it/dist/markdown-it.min.js") });
  await page.addStyleTag({ path: require.resolve("adaptivecards/dist/adaptivecards.css") });
  await page.evaluate((cards) => {
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdownit().render(text);
      result.didProcess = true;
    };
    for (const { name, card } of cards) {
      const parsed = new AdaptiveCards.AdaptiveCard();
      parsed.hostConfig = new AdaptiveCards.HostConfig({
        fontFamily: "Liberation Sans", spacing: { small: 4, default: 10, padding: 4 },
        actions: { actionsOrientation: "horizontal", actionAlignment: "left", maxActions: 6, buttonSpacing: 8 },
      });
      parsed.parse(card);
      const figure = document.createElement("figure");
      figure.append(Object.assign(document.createElement("figcaption"), { textContent: name }), parsed.render());
      document.body.append(figure);
    }
  }, shown);
}

/** The library takes plain text for markup, and verbatim markup for plain: signs without width keep it from both. */
function forLibrary(node) {
  if (!node || typeof node !== "object") return node;
  if (node.type === "plain_text") return { ...node, text: node.text.replace(/[*_~`<:&>]/g, "$&\u2060") };
  if (node.type === "mrkdwn") return { type: node.type, text: node.text };
  if (Array.isArray(node)) return node.map(forLibrary);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, forLibrary(value)]));
}

async function slackPage(page, shown) {
  const { createElement } = await import("react");
  const { renderToStaticMarkup } = await import("react-dom/server");
  const { Message } = require("slack-blocks-to-jsx");
  const css = readFileSync(require.resolve("slack-blocks-to-jsx/dist/style.css"), "utf8");
  const figures = shown.map(({ name, blocks }) =>
    `<figure><figcaption>${name}</figcaption>${renderToStaticMarkup(createElement(Message, { blocks: forLibrary(blocks), name: "Throughline", logo: "", theme: "light" }))}</figure>`);
  await page.setContent(`<!doctype html><style>${css}</style><style>${STYLE}</style>${figures.join("")}`);
}
