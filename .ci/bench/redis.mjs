// Just enough of Redis' protocol to look at what the bot stored.
import { connect as open } from "node:net";

/** A connection: `call` answers with texts, numbers and lists of these, `bytes` with one value as it is. */
export async function connect(port, password) {
  const socket = open(port, "127.0.0.1");
  const waiting = [];
  let buffered = Buffer.alloc(0);
  let chunks = [];
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    if (waiting.length) settle();
  });
  socket.on("error", (trouble) => waiting.splice(0).forEach(({ refuse }) => refuse(trouble)));

  function settle() {
    buffered = Buffer.concat([buffered, ...chunks]);
    chunks = [];
    for (let reply; waiting.length && (reply = read(buffered, 0)); ) {
      buffered = buffered.subarray(reply.end);
      const { resolve, refuse } = waiting.shift();
      if (reply.value instanceof Error) refuse(reply.value);
      else resolve(reply.value);
    }
  }

  const send = (...words) => new Promise((resolve, refuse) => {
    waiting.push({ resolve, refuse });
    socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`);
  });
  await send("AUTH", password);
  return { port, password, bytes: send, call: async (...words) => texts(await send(...words)), close: () => socket.destroy() };
}

function texts(value) {
  if (Array.isArray(value)) return value.map(texts);
  return Buffer.isBuffer(value) ? value.toString("utf8") : value;
}

/** The value that begins here and where it ends; nothing if it is not all there yet. */
function read(buffer, at) {
  const line = buffer.indexOf("\r\n", at);
  if (line < 0) return undefined;
  const [type, text, end] = [String.fromCharCode(buffer[at]), buffer.toString("latin1", at + 1, line), line + 2];
  if (type === ":") return { value: Number(text), end };
  if (type === "-") return { value: new Error(text), end };
  if (type === "+" || Number(text) < 0) return { value: type === "+" ? text : null, end };
  if (type === "$") {
    const length = Number(text);
    return buffer.length < end + length + 2 ? undefined : { value: buffer.subarray(end, end + length), end: end + length + 2 };
  }
  const values = [];
  let next = end;
  for (let i = 0; i < Number(text); i++) {
    const value = read(buffer, next);
    if (!value) return undefined;
    values.push(value.value);
    next = value.end;
  }
  return { value: values, end: next };
}
