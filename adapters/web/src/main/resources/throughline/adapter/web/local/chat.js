// The local chat's page. Everything it shows comes from the JSON described in adapters/web/README.md; the HTML of cards is
// escaped by the server, everything else is set as text here.

const POLL_MS = 2000;
const MOST_SHOWN = 200;
const SOMEONE_NEW = "\n";
const SUGGESTIONS = ["/roadmap now", "/roadmap okrs", "which OKR does the onboarding wizard serve?", "/roadmap help"];

const at = id => document.getElementById(id);
const log = at("log"), messages = at("messages"), text = at("text"), person = at("person"), newcomer = at("newcomer");

let people = [];
let channels = [];
let me = remembered("person", "");
let begin;
const begun = new Promise(resolve => { begin = resolve; });
let channel = remembered("channel", "dm");
let visit = 0;          // counts switches, so that an answer for an earlier place is not shown in this one
let last = "";          // the newest message seen here
let seen = new Set();
let replaced = new Map(); // what messages became later, by their ids
let typed = [];         // what I said here, oldest first
let recalled = -1;      // which of it stands in the field, from the end; -1 for none
let unsent = null;      // a message that may or may not have arrived: sent again, it keeps its id
let reading = Promise.resolve();

/* Small things */

function remembered(key, otherwise) {
  try {
    return localStorage.getItem("throughline." + key) ?? otherwise;
  } catch {
    return otherwise;   // storage may be switched off; the page works without
  }
}

function remember(key, value) {
  try {
    localStorage.setItem("throughline." + key, value);
  } catch {
    // As above.
  }
}

function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function logo(size) {
  const image = element("img");
  image.src = "/local/logo.svg";
  image.alt = "";
  image.width = image.height = size;
  return image;
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
}

class Problem extends Error {}

/** Fetches JSON. A failure becomes a Problem whose message says what to do. */
async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Problem("The bot does not answer. Check that it is running, then try again.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.error) {
    throw new Problem(answer.error ?? `The bot answered with status ${response.status}. Reload the page and try again.`);
  }
  return answer;
}

/* Who and where */

/** Who speaks; somebody new is introduced with the name as it was typed. */
const speaker = () => people.find(one => one.handle === me)?.introduce ?? me;
const nameOf = handle => people.find(one => one.handle === handle)?.name ?? handle;

function showPeople(name = me) {
  if (!people.some(one => one.handle === me)) {
    people.push({ handle: me, name, title: "stakeholder", introduce: name });
  }
  const options = people.map(one => new Option(`${one.name} · ${one.title}`, one.handle));
  person.replaceChildren(...options, new Option("Someone new …", SOMEONE_NEW));
  person.value = me;
  at("people").replaceChildren(...people.map(one => new Option(one.name, one.handle)));
}

function showChannels() {
  at("channels").replaceChildren(...channels.map(name => {
    const button = element("button", "", name === "dm" ? "Direct message" : name);
    button.type = "button";
    if (name === channel) button.setAttribute("aria-current", "page");
    button.addEventListener("click", () => goTo(name));
    const item = element("li");
    item.append(button);
    return item;
  }));
  at("channels").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function goTo(name) {
  const focused = document.activeElement?.closest("#channels");
  channel = name;
  remember("channel", channel);
  showChannels();
  if (focused) at("channels").querySelector("[aria-current]").focus();
  enter();
}

function become(handle) {
  me = handle.trim().toLowerCase();
  remember("person", me);
  showPeople(handle.trim());
  enter();
}

/** Starts anew with the person and the channel as they are now. */
function enter() {
  visit++;
  last = "";
  seen = new Set();
  replaced = new Map();
  typed = [];
  recalled = -1;
  unsent = null;
  messages.replaceChildren();
  tell(at("problem"), "");
  at("newer").hidden = true;
  at("welcome").hidden = true;
  at("room").textContent = channel === "dm" ? "Direct message" : channel;
  at("audience").textContent = channel === "dm"
    ? "Only you and Throughline are here."
    : "Everybody reads along; only you see /roadmap and its answer.";
  log.setAttribute("aria-busy", "true");
  read().then(() => tell(at("problem"), ""), complain);
}

/* Messages */

/** Reads what is new, one reading after the other so that nothing is shown twice. */
function read() {
  reading = reading.catch(() => {}).then(readNow);
  return reading;
}

async function readNow() {
  const here = visit;
  const query = new URLSearchParams({ person: me, channel, after: last });
  const answer = await ask("/local/transcript?" + query);
  if (here === visit) show(answer.messages);
}

function show(all) {
  const first = last === "";
  const fresh = all.filter(message => !seen.has(message.id));
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  for (const message of fresh) {
    seen.add(message.id);
    last = message.id;
    if (message.from === me) typed.push(message.text);
  }
  fresh.filter(message => message.replaces).forEach(replace);
  const drawn = fresh.filter(message => !message.replaces).slice(-MOST_SHOWN).map(draw);
  if (!first) drawn.forEach(item => item.classList.add("fresh"));
  fresh.filter(message => message.from === me).forEach(arrived);
  messages.append(...drawn);
  keepAnswering();
  at("welcome").hidden = messages.childElementCount > 0;
  log.removeAttribute("aria-busy");
  if (drawn.length > 0) {
    if (first) log.scrollTop = log.scrollHeight;
    else if (atEnd) reveal(drawn[0]);
    else at("newer").hidden = false;
  }
}

/** Scrolls to the end, but not past the beginning of what is new. */
function reveal(item) {
  const top = item.offsetTop - log.offsetTop - 16;
  log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, top);
}

function draw(message) {
  const own = message.from === me;
  const item = element("li", message.from ? (own ? "own" : "other") : "bot");
  item.dataset.id = message.id;
  if (isMarked(message)) item.classList.add("private");
  item.append(byline(message, own));
  item.append(message.from ? element("div", "said", message.text) : card(replaced.get(message.id) ?? message));
  return item;
}

/** Shows an earlier message as it is now. It may be about to be drawn itself, so it is remembered too. */
function replace(message) {
  replaced.set(message.replaces, message);
  const item = [...messages.children].find(shown => shown.dataset.id === message.replaces);
  item?.querySelector(".card")?.replaceWith(card(message));
}

/** Everything in a direct conversation is private, and its heading says so. */
function isMarked(message) {
  return message.visibility === "private" && channel !== "dm";
}

function byline(message, own) {
  const by = element("div", "by");
  if (!message.from) by.append(logo(18));
  by.append(element("b", "", message.from ? (own ? "You" : nameOf(message.from)) : "Throughline"));
  if (isMarked(message)) by.append(element("span", "only-you", "Only you see this"));
  if (message.thread) by.append(element("span", "", "in a thread"));
  return by;
}

function card(message) {
  const drawn = element("div", "card");
  drawn.innerHTML = message.card.html;
  describe(drawn);
  return drawn;
}

let described = 0;

/** Ties each field that is wrong to what is said about it, by an id that no other card has. */
function describe(drawn) {
  drawn.querySelectorAll("[aria-describedby]").forEach(field => {
    const problem = field.closest("form").querySelector("#" + CSS.escape(field.getAttribute("aria-describedby")));
    problem.id = `told-${++described}`;
    field.setAttribute("aria-describedby", problem.id);
  });
}

/** Takes away the copy of my message that stood in for it until it arrived. */
function arrived(message) {
  messages.querySelectorAll(".waiting").forEach(item => {
    if (message.id.endsWith(":" + item.dataset.sent)) item.remove();
  });
}

let awaited = 0;

/** Shows below everything that an answer is on its way. */
function keepAnswering() {
  at("answering")?.remove();
  if (awaited > 0) {
    const item = element("li");
    item.id = "answering";
    item.append(logo(18), element("span", "", "Throughline is answering …"));
    messages.append(item);
  }
}

async function answering(work) {
  awaited++;
  keepAnswering();
  log.scrollTop = log.scrollHeight;
  try {
    return await work();
  } finally {
    awaited--;
    keepAnswering();
  }
}

/* Saying */

let early = false;

async function say(content) {
  if (!content.trim()) return;
  if (!me) {
    // What is written before it is known who writes stays in its place until then, and is said then.
    if (early) return;
    early = true;
    await begun;
    content = text.value.trim() ? text.value : content;
  }
  const here = visit;
  const id = unsent?.content === content ? unsent.id : newId();
  unsent = { content, id };
  recalled = -1;
  text.value = "";
  fit();
  tell(at("problem"), "");
  at("welcome").hidden = true;
  const stand = draw({ id: "", from: me, text: content, visibility: "public" });
  stand.classList.add("waiting");
  stand.dataset.sent = id;
  messages.append(stand);
  try {
    await answering(async () => {
      await ask("/local/messages", { person: speaker(), channel, text: content, thread: null, id });
      if (here === visit) await read();
    });
    if (unsent?.id === id) unsent = null;
  } catch (problem) {
    if (here === visit) takeBack(stand, content, problem);
  }
}

function takeBack(stand, content, problem) {
  stand.remove();
  at("welcome").hidden = messages.childElementCount > 0;
  if (!text.value) text.value = content;
  fit();
  complain(problem);
}

function tell(place, sentence) {
  place.textContent = sentence;
  place.hidden = !sentence;
}

function complain(problem) {
  if (!(problem instanceof Problem)) throw problem;
  tell(at("problem"), problem.message);
}

function fit() {
  text.style.height = "auto";
  text.style.height = text.scrollHeight + 2 + "px";
}

/** Puts an earlier message of mine into the field; further back with each step. */
function recall(step) {
  const wanted = Math.min(recalled + step, typed.length - 1);
  if (wanted < -1 || wanted === recalled) return;
  recalled = wanted;
  text.value = recalled < 0 ? "" : typed[typed.length - 1 - recalled];
  fit();
  text.setSelectionRange(text.value.length, text.value.length);
}

const isUntouched = () => recalled < 0 ? text.value === "" : text.value === typed[typed.length - 1 - recalled];

/* Tapping */

/** Sends a tap; the card's controls rest meanwhile, and what goes wrong is told in the card. */
async function tap(source, pressed, inputs) {
  const here = visit;
  const item = source.closest("li[data-id]");
  const box = item.querySelector(".card");
  const controls = [...box.querySelectorAll("button, input, select, textarea")];
  box.querySelector(".failed")?.remove();
  controls.forEach(control => { control.disabled = true; });
  try {
    await answering(async () => {
      await ask("/local/actions", {
        person: speaker(), channel, message: item.dataset.id, action: source.dataset.action, value: source.dataset.value, inputs,
      });
      if (here === visit) await read();
    });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const told = element("p", "problem failed", problem.message);
    told.setAttribute("role", "alert");
    box.append(told);
  } finally {
    controls.forEach(control => { control.disabled = false; });
    if (document.activeElement === document.body) pressed?.focus({ preventScroll: true });
  }
}

/** Field id to what was filled in: a list where several may be chosen. */
function filledIn(form) {
  const inputs = {};
  for (const [field, value] of new FormData(form)) {
    const several = form.querySelector(`[type=checkbox][name="${CSS.escape(field)}"]`);
    if (several) (inputs[field] ??= []).push(value);
    else inputs[field] = value;
  }
  return inputs;
}

log.addEventListener("click", event => {
  const button = event.target.closest("button[type=button][data-action]");
  if (button) tap(button, button, {});
});

log.addEventListener("submit", event => {
  event.preventDefault();
  // Which of two buttons sends a form is said by the button.
  tap(event.submitter?.dataset.action ? event.submitter : event.target, event.submitter, filledIn(event.target));
});

log.addEventListener("scroll", () => {
  if (log.scrollHeight - log.scrollTop - log.clientHeight < 80) at("newer").hidden = true;
});

at("newer").addEventListener("click", () => {
  log.scrollTop = log.scrollHeight;
  text.focus();
});

/* Typing */

at("composer").addEventListener("submit", event => {
  event.preventDefault();
  say(text.value);
});

text.addEventListener("input", () => {
  fit();
  tell(at("problem"), "");
});

text.addEventListener("keydown", event => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    say(text.value);
  } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !event.shiftKey && isUntouched()) {
    event.preventDefault();
    recall(event.key === "ArrowUp" ? 1 : -1);
  }
});

person.addEventListener("change", () => {
  if (person.value === SOMEONE_NEW) {
    person.value = me;
    at("name").value = "";
    newcomer.returnValue = "";
    newcomer.showModal();
  } else {
    become(person.value);
  }
});

newcomer.addEventListener("close", () => {
  const name = at("name").value.trim();
  if (newcomer.returnValue === "join" && name) become(name);
  person.focus();
});

at("suggestions").append(...SUGGESTIONS.map(suggestion => {
  const button = element("button", "", suggestion);
  button.type = "button";
  button.addEventListener("click", () => {
    text.focus();
    say(suggestion);
  });
  const item = element("li");
  item.append(button);
  return item;
}));

/* Going on */

async function start() {
  [people, channels] = await Promise.all([
    ask("/local/people").then(answer => answer.people),
    ask("/local/channels").then(answer => answer.channels),
  ]);
  me ||= (people.find(one => one.title === "PM") ?? people[0]).handle;
  if (!channels.includes(channel)) channel = "dm";
  showPeople();
  showChannels();
  enter();
  begin();
}

/** Once a reading has failed, says so until one succeeds. */
async function poll() {
  try {
    if (people.length === 0) await start();
    else if (!document.hidden) await read();
    if (poll.failed) tell(at("problem"), "");
    poll.failed = false;
  } catch (problem) {
    poll.failed = true;
    complain(problem);
  } finally {
    setTimeout(poll, POLL_MS);
  }
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && people.length > 0) read().catch(complain);
});

poll();
if (matchMedia("(pointer: fine)").matches) text.focus();
