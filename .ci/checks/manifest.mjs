// Holds the Teams manifest to Microsoft's schema, and its icons to their sizes. Usage: node manifest.mjs <directory of the manifest>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require("@microsoft/app-manifest");
const directory = process.argv[2];
const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));

// The package brings the schemas, so that the network is not asked.
const schema = require(`@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`);
assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest, schema), []);
console.log(`ok the manifest keeps to Microsoft's schema ${manifest.manifestVersion}`);

const broken = structuredClone(manifest);
broken.bots[0].commandLists[0].commands[0] = { description: "a command without a title" };
assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema(broken, schema), []);
console.log("ok a manifest that does not is refused");

// The schema lets an action name another bot, and a name be longer than Teams shows.
const [extension] = manifest.composeExtensions;
assert.equal(extension.botId, manifest.bots[0].botId);
assert.deepEqual(extension.commands.map(({ id, type, context, fetchTask }) => ({ id, type, context, fetchTask })), [
  { id: "request", type: "action", context: ["message"], fetchTask: true },
]);
assert.equal(new Set([manifest.id, extension.botId, manifest.bots[0].botId]).size, 1, "one application id stands in each place");
console.log("ok a message becomes a request");

for (const [kind, side] of [["color", 192], ["outline", 32]]) {
  const png = readFileSync(join(directory, manifest.icons[kind]));
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [side, side], `${kind} is not ${side} pixels wide and high`);
}
console.log("ok the icons have their sizes");
