-- Copies one more part of the log without the words that are taken out; where that was the last, the copy becomes the log.
-- KEYS  history, log, the copy, replacements, snapshot
-- ARGV  the history that the copy is of, the history that it becomes, how many entries at most
-- Gives MORE, DONE, or MOVED if the log is another one meanwhile.
local history, log, copy, replacements, snapshot = unpack(KEYS)
local before, after, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local now = redis.call('GET', history)
-- Who did not hear that it was done asks again.
if now == after then
  return 'DONE'
end
if now ~= before then
  redis.call('DEL', copy, replacements)
  return 'MOVED'
end

local last = redis.call('XREVRANGE', copy, '+', '-', 'COUNT', 1)[1]
local known = last and last[1] or '0-0'
local entries = redis.call('XRANGE', log, known, '+', 'COUNT', most + 1)
for _, entry in ipairs(entries) do
  if entry[1] ~= known then
    local fields = entry[2]
    fields[2] = redis.call('HGET', replacements, entry[1]) or fields[2]
    redis.call('XADD', copy, entry[1], unpack(fields))
  end
end
if #entries > most then
  return 'MORE'
end
redis.call('RENAME', copy, log)
redis.call('DEL', replacements, snapshot)
redis.call('SET', history, after)
return 'DONE'
