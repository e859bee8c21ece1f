-- Copies one more part of the log without the words that are taken out; where nothing follows, the copy becomes the log.
-- KEYS  history, log, the copy, redactions, snapshot
-- ARGV  the redaction, the history that the copy is of, the history that it becomes, the entry that the copy ends with, the entry that
--       it will end with, then the entries between that read otherwise: id, facts ...
-- Gives how it ended and the last entry of the copy: MORE, DONE, or MOVED if the log is another one meanwhile. Who asks twice, or
-- copies what another bot has copied, is told how far the copy is.
local history, log, copy, redactions, snapshot = unpack(KEYS)
local redaction, before, after, known, upto = unpack(ARGV, 1, 5)

local now = redis.call('GET', history)
if now == after then
  return { 'DONE', upto }
end
if now ~= before then
  return { 'MOVED', known }
end
if redis.call('HGET', redactions, redaction) ~= before then
  redis.call('DEL', copy)
  redis.call('HSET', redactions, redaction, before)
end

local last = redis.call('XREVRANGE', copy, '+', '-', 'COUNT', 1)[1]
local copied = last and last[1] or '0-0'
if copied ~= known then
  return { 'MORE', copied }
end
local facts = {}
for i = 6, #ARGV, 2 do
  facts[ARGV[i]] = ARGV[i + 1]
end
for _, entry in ipairs(redis.call('XRANGE', log, known, upto)) do
  if entry[1] ~= known then
    local fields = entry[2]
    fields[2] = facts[entry[1]] or fields[2]
    redis.call('XADD', copy, entry[1], unpack(fields))
  end
end
if redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1][1] ~= upto then
  return { 'MORE', upto }
end
redis.call('RENAME', copy, log)
redis.call('DEL', snapshot)
redis.call('SET', history, after)
return { 'DONE', upto }
