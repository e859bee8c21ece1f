// What people ask in sentences about the sample roadmap, and what has to be understood. Asked in every client.
import { readFileSync } from "node:fs";

/** Sentences with the command that answers them, or that they are `offered`; those known to be missed, with a ~, are left out. */
export const inWords = readFileSync(new URL("../../bot/app/src/test/resources/sentences/commands.txt", import.meta.url), "utf8")
  .split("\n").reduce(({ command, all }, line) => /^[=!] /.test(line)
    ? { command: { command: line.slice(2), offered: line.startsWith("!") }, all }
    : { command, all: line && !line.startsWith("~") ? [...all, { ...command, text: line }] : all }, { all: [] }).all;

/**
 * Ten phrasings each of five questions. `missed` marks what the bot is known to misunderstand, with what it takes it for; the
 * expectation stays, and the check tells when the mark can go.
 */
export const phrasings = [
  ...asked("which_okr", {
    "which OKR does the onboarding wizard serve?": ["I3", /^Onboarding wizard \(I3\) serves O1,/],
    "What objective is single sign-on for all plans tied to?": ["I7", /^Single sign-on for all plans \(I7\) serves O3,/],
    "dark mode - which key result is that for?": ["I6", /^I can draw no line from this to an OKR\.$/],
    "what goal does the multi-site week view contribute to": ["I2", /^Multi-site week view \(I2\) serves O3,/],
    "which of our OKRs benefits from shift swaps between colleagues?": ["I5", /^Shift swaps between colleagues \(I5\) serves O2,/],
    "self-service invoice corrections: what OKR is that under?": ["I4", /^Self-service invoice corrections \(I4\) serves O4,/],
    "Is there an OKR behind shifts on a smartwatch?": ["I17", /^I can draw no line from this to an OKR\.$/],
    "Which KR is reporting on its own database supposed to move?": ["I12", /^Reporting on its own database \(I12\) serves O3,/],
    "how does the demand forecast ladder up to our objectives?": ["I13", /^Demand forecast from past sales \(I13\) serves O2,/],
    "how does the staff import tie back to our strategy?": ["I9", /^Staff import from a spreadsheet \(I9\) serves O1,/],
  }),
  ...asked("when", {
    "when is single sign-on coming?": ["I7", /^Single sign-on for all plans \(I7\) is in Next/],
    "When will managers be able to copy last week?": ["I8", /^Copy last week, adjusted \(I8\) is in Next/],
    "what's the ETA on dark mode?": ["I6", /^Dark mode \(I6\) is in Now/],
    "is the multi-site week view coming this quarter?": ["I2", /^Multi-site week view \(I2\) is in Now/],
    "When can we expect open shift alerts": ["I11", /^Open shift alerts \(I11\) is in Next/],
    "what is the timeline for labor budgets?": ["I14", /^Labor budgets for chains \(I14\) is in Later/],
    "how long until the staff import is out?": ["I9", /^Staff import from a spreadsheet \(I9\) is in Next/],
    "any idea when the demand forecast will ship": ["I13", /^Demand forecast from past sales \(I13\) is in Later/],
    "release date for card reminders?": ["I10", /^Card reminders before a payment fails \(I10\) is in Next/],
    "will shifts on a smartwatch make it this year?": ["I17", /^Shifts on a smartwatch \(I17\) is in Later/],
  }),
  ...asked("who_owns", {
    "who owns the onboarding wizard?": ["I3", /^Maya Lindqvist owns Onboarding wizard \(I3\)\./],
    "Who is responsible for invoice corrections?": ["I4", /^Ruth Navarro owns Self-service invoice corrections \(I4\)\./],
    "who do I talk to about dark mode?": ["I6", / owns Dark mode \(I6\)\./],
    "whose baby is single sign-on?": ["I7", / owns Single sign-on for all plans \(I7\)\./],
    "which PM runs shift swaps?": ["I5", / owns Shift swaps between colleagues \(I5\)\./],
    "who's in charge of reporting on its own database": ["I12", /^Daniel Cho owns Reporting on its own database \(I12\)\./],
    "Who is the contact for open shift alerts?": ["I11", /^Ruth Navarro owns Open shift alerts \(I11\)\./],
    "point person for the multi-site week view?": ["I2", / owns Multi-site week view \(I2\)\./],
    "who should I ping regarding the staff import": ["I9", /^Maya Lindqvist owns Staff import from a spreadsheet \(I9\)\./],
    "who is looking after card reminders these days?": ["I10", /^Ruth Navarro owns Card reminders before a payment fails \(I10\)\./],
  }),
  ...asked("what_serves", {
    "what serves O1?": ["O1", /O1/],
    "which initiatives support O3?": ["O3", /O3/],
    "what are we doing about O4?": ["O4", /O4/],
    "What is moving 7-day activation?": ["O1-KR1", /O1-KR1/],
    "which bets contribute to O5-KR2": ["O5-KR2", /O5-KR2/],
    "what work goes towards managers getting their evenings back?": ["O2", /O2/],
    "list everything under O2": ["O2", /O2/],
    "which projects push the trial-to-paid rate?": ["O1-KR3", /O1-KR3/],
    "what are we building to win more deals with chains?": ["O3-KR1", /O3-KR1/],
    "show me the initiatives behind O5": ["O5", /O5/],
  }),
  ...asked("why", {
    "why the onboarding wizard?": ["I3", /^Onboarding wizard \(I3\): /],
    "Why are we building dark mode?": ["I6", /Dark mode/],
    "what's the reason for single sign-on for all plans?": ["I7", /^Single sign-on for all plans \(I7\): /],
    "what is the thinking behind shift swaps?": ["I5", /^Shift swaps between colleagues \(I5\): /],
    "how come we are doing the multi-site week view now?": ["I2", /^Multi-site week view \(I2\): /],
  }),
  ...asked("status_of", {
    "what's the status of the onboarding wizard?": ["I3", /^Onboarding wizard \(I3\) is in Now/],
    "how is single sign-on going?": ["I7", /^Single sign-on for all plans \(I7\) is in Next/],
    "is the multi-site week view on track?": ["I2", /^Multi-site week view \(I2\) is in Now/],
    "where are we with invoice corrections?": ["I4", /^Self-service invoice corrections \(I4\) is in Now/],
    "how far along are shift swaps between colleagues?": ["I5", /^Shift swaps between colleagues \(I5\) is in Now/],
  }),
];

/** What a sentence is about is told, or not told, by more than its words. */
export const followUp = {
  opening: "which OKR does the onboarding wizard serve?",
  text: "and who owns it?",
  intent: "who_owns",
  entity: "I3",
  first: /^Maya Lindqvist owns Onboarding wizard \(I3\)\.$/,
};

/** The same when nothing was talked about yet. */
export const nothingBefore = {
  text: "and who owns it?",
  intent: "who_owns",
  first: /^Which one\?$/,
};

/** One begins a thread, another goes on there. */
export const thread = {
  opening: "when is the multi-site week view coming?",
  text: "and who owns it?",
  intent: "who_owns",
  entity: "I2",
  first: /^Daniel Cho owns Multi-site week view \(I2\)\.$/,
};

export const pasted = {
  text: [
    "which OKR does this serve?",
    "APP-311 Remember the last used site on the phone",
    "Staff at chains land on the wrong site each time they open the app.",
    "Reported by four area managers since August.",
  ].join("\n"),
  intent: "which_okr",
  objectives: ["O5", "O3"],
  first: /^(Probably|It could be) O[53], “/,
};

export const offTopic = {
  text: "who won the football match last night?",
  intent: "out_of_scope",
  first: /^That one is not on any roadmap of mine/,
};

/** Nothing on the roadmap answers it; Maya owns what it is about. */
export const unanswered = {
  text: "does the onboarding wizard work without an internet connection?",
  again: "Does the onboarding wizard work without internet connection?",
  first: /^I can't answer that about Onboarding wizard \(I3\)\.$/,
  button: "Ask Maya",
  sent: /^Maya Lindqvist has your question \((Q\d+)\)\.$/,
  told: /^\w+ asks about Onboarding wizard \(I3\)\.$/,
  reply: "No, but what was typed is still there when the network is back.",
  kept: /^Your answer to Q\d+ is kept and sent to /,
};

/** Work that is not on the roadmap. */
export const unlisted = {
  text: "which OKR does this serve: a checklist that reminds new managers to invite their staff",
  first: /^Probably O1, “New teams reach value in their first week” \(inferred, \d+%\)\.$/,
  button: "Record this line",
  recorded: /^Recorded as L\d+: “a checklist that reminds new managers to invite their staff” serves O1-KR2 of O1,/,
  next: /^This serves O1, “New teams reach value in their first week”\.$/,
};

/** What each client is asked, with an answer that has to be the local chat's in every word. */
export const spoken = [
  { name: "sentence-okr", how: "mention", text: "how does the demand forecast ladder up to our objectives?" },
  { name: "sentence-status", how: "mention", text: "where are we with invoice corrections?" },
  { name: "sentence-who", how: "mention", text: "whose baby is single sign-on?" },
  { name: "sentence-serves", how: "direct", text: "what work goes towards managers getting their evenings back?" },
  { name: "sentence-why", how: "direct", text: "what is the thinking behind shift swaps?" },
  { name: "sentence-when", how: "direct", text: "how long until the staff import is out?" },
  { name: "sentence-it", how: "direct", text: "and who owns it?" },
  { name: "pasted", how: "direct", text: pasted.text },
  { name: "off-topic", how: "direct", text: offTopic.text },
];

function asked(intent, sentences) {
  return Object.entries(sentences).map(([text, [entity, first, missed = ""]]) => ({ text, intent, entity, first, missed }));
}
