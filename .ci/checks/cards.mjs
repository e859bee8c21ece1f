// Holds the approved cards of Slack and Teams against what others made of the platforms' rules: Slack's own types, a table of
// its limits, and Microsoft's parser of Adaptive Cards. Usage: node cards.mjs [directory for pictures of all cards]
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { pictures } from "./pictures.mjs";

// The library's modules name each other without extensions; its bundle works.
const adaptive = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");
const here = dirname(fileURLToPath(import.meta.url));
const gallery = (adapter) => join(here, `../../adapters/${adapter}/src/test/resources/gallery`);

function cards(adapter) {
  const directory = gallery(adapter);
  return readdirSync(directory)
    .sort()
    .map((file) => ({ name: file.replace(/\.json$/, ""), card: JSON.parse(readFileSync(join(directory, file), "utf8")) }));
}

/** What Slack's types say, compiled strictly. */
function typeFindings(messages) {
  const directory = mkdtempSync(join(here, ".types-"));
  try {
    const files = messages.map(({ name, card }) => {
      const file = join(directory, `${name}.ts`);
      const [type, value] = card.type === "modal" ? ["ModalView", card] : ["KnownBlock[]", card.blocks];
      writeFileSync(file, `import type { KnownBlock, ModalView } from "@slack/types";\nexport const b: ${type} = ${JSON.stringify(value)};\nexport type Both = KnownBlock | ModalView;\n`);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    return ts.getPreEmitDiagnostics(program).map((found) => `${found.file?.fileName.slice(directory.length + 1)}: ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

// docs.slack.dev/reference/block-kit; the path ends with the first key that fits.
const LIMITS = [
  [/^blocks\.\d+\.text\.text$/, 3000], [/\.fields\.\d+\.text$/, 2000], [/\.fields$/, 10], [/\.elements\.\d+\.text\.text$/, 75],
  [/\.elements\.\d+\.text$/, 2000], [/\.elements\.\d+\.value$/, 2000], [/\.elements$/, 25], [/\.options\.\d+\.text\.text$/, 75],
  [/\.options\.\d+\.value$/, 75], [/\.options$/, 100], [/\.label\.text$/, 2000], [/\.hint\.text$/, 2000], [/_id$/, 255],
  [/^(title|submit|close)\.text$/, 24], [/^private_metadata$/, 3000], [/^text$/, 3000], [/\.placeholder\.text$/, 150],
];

function limitFindings({ name, card }) {
  const found = [];
  let characters = 0;
  const walk = (node, path, key) => {
    if (typeof node === "string") {
      characters += path.startsWith("blocks.") && key !== "type" ? node.length : 0;
      if (node === "" && key === "text") found.push(`${name}: ${path} is empty`);
    }
    const limit = LIMITS.find(([pattern]) => pattern.test(path));
    if (limit && node.length > limit[1]) found.push(`${name}: ${path} has ${node.length}, more than ${limit[1]}`);
    if (node && typeof node === "object") {
      const group = ["radio_buttons", "checkboxes"].includes(node.type);
      if (group && node.options.length > 10) found.push(`${name}: ${path} has ${node.options.length} options, more than 10`);
      for (const [child, value] of Object.entries(node)) walk(value, path ? `${path}.${child}` : child, child);
    }
  };
  walk(card, "", "");
  const most = card.type === "modal" ? 100 : 50;
  if (card.blocks.length > most) found.push(`${name}: ${card.blocks.length} blocks, more than ${most}`);
  if (characters > 12000) found.push(`${name}: ${characters} characters, more than 12,000`);
  const ids = JSON.stringify(card).match(/"(action_id|block_id)":"[^"]*"/g) ?? [];
  if (new Set(ids).size < ids.length) found.push(`${name}: an id occurs twice`);
  return found;
}

/** What Microsoft's parser and validator say, with everything that came after 1.5 unknown. */
function adaptiveFindings({ name, card }) {
  const context = new adaptive.SerializationContext(adaptive.Versions.v1_5);
  const parsed = new adaptive.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const failures = parsed.validateProperties().validationEvents.map((event) => event.message);
  const again = JSON.stringify(parsed.toJSON(new adaptive.SerializationContext(adaptive.Versions.v1_5)));
  const lost = [...new Set(JSON.stringify(card).match(/"type":"[^"]+"/g))].filter((type) => !again.includes(type));
  const bytes = 2 * JSON.stringify(card).length;
  const size = bytes > 25000 ? [`${bytes} bytes, more than 25,000`] : [];
  return [...events, ...failures, ...lost.map((type) => `${type} is lost`), ...size].map((text) => `${name}: ${text}`);
}

/** A check that finds nothing in what is wrong would find nothing in anything. */
function trip() {
  const blocks = (...all) => ({ name: "wrong", card: { text: "x", blocks: all } });
  const button = (length) => ({ type: "button", action_id: "a", text: { type: "plain_text", text: "x".repeat(length) } });
  const body = (...all) => ({ name: "wrong", card: { type: "AdaptiveCard", version: "1.5", body: all } });
  const wrongTypes = [
    blocks({ type: "sektion", text: { type: "plain_text", text: "x" } }),
    blocks({ type: "section", text: { type: "html", text: "x" } }),
    blocks({ type: "section", text: { type: "plain_text", text: "x", color: "red" } }),
    blocks({ type: "actions", elements: [{ type: "button", text: { type: "mrkdwn", text: "x" } }] }),
  ];
  const wrongLimits = [
    blocks({ type: "actions", elements: [button(76)] }),
    blocks({ type: "actions", elements: [button(5), button(5)] }),
    blocks({ type: "section", text: { type: "plain_text", text: "" } }),
    blocks(...Array(5).fill({ type: "section", text: { type: "plain_text", text: "x".repeat(2900) } })),
    blocks(...Array(51).fill({ type: "divider" })),
  ];
  const wrongCards = [
    body({ type: "Text" }), body({ type: "Input.Text", label: "no id" }), body({ type: "RichTextBlock", inlines: [{ type: "Run" }] }),
    body({ type: "Input.ChoiceSet", id: "c", style: "open", choices: [] }), body({ type: "ActionSet", actions: [{ type: "Action.Do" }] }),
    body({ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "x".repeat(12500) }] }),
  ];
  wrongTypes.forEach((wrong) => assert.ok(typeFindings([wrong]).length > 0, `not found: ${JSON.stringify(wrong)}`));
  wrongLimits.forEach((wrong) => assert.ok(limitFindings(wrong).length > 0, `not found: ${JSON.stringify(wrong)}`));
  wrongCards.forEach((wrong) => assert.ok(adaptiveFindings(wrong).length > 0, `not found: ${JSON.stringify(wrong)}`));
  return wrongTypes.length + wrongLimits.length + wrongCards.length;
}

console.log(`ok ${trip()} wrong cards are found`);
const slack = cards("slack");
const teams = cards("teams");
assert.ok(slack.length > 40 && teams.length > 40, "the galleries are there");
const findings = [...typeFindings(slack), ...slack.flatMap(limitFindings), ...teams.flatMap(adaptiveFindings)];
console.log(`${slack.length} messages and modals of Slack, ${teams.length} cards of Teams: ${findings.length} findings`);
findings.forEach((finding) => console.error(finding));
if (process.argv[2]) {
  mkdirSync(process.argv[2], { recursive: true });
  await pictures(slack, teams, process.argv[2]);
}
process.exitCode = findings.length > 0 ? 1 : 0;
