-- Hands a message that waits to deliveries.
-- KEYS  outbox, unsent, deliveries, occurrence
-- ARGV  its id, when it was due and until when it is in time, by the bot's clock
-- It was written down when it was committed, and may have been sent since: it is looked for first, once that has settled.
local outbox, unsent, deliveries, occurrence = unpack(KEYS)
local id, due, latest = unpack(ARGV)
local entry = redis.call('HGET', unsent, id)
if not entry then
  return
end
local committed = redis.call('XRANGE', outbox, entry, entry)[1]
redis.call('XDEL', outbox, entry)
redis.call('HDEL', unsent, id)
if committed and redis.call('EXISTS', occurrence) == 0 then
  local since = string.match(entry, '^%d+')
  redis.call('HSET', occurrence, 'state', 'waiting', 'f', committed[2][2], 'due', due, 'until', latest, 'made', text(now),
    'attempts', '0', 'first', since, 'last', since)
  redis.call('XADD', deliveries, '*', 'id', id)
end
