-- Takes a letter off the list, and sends it after all or never.
-- KEYS  dead, occurrence, deliveries
-- ARGV  id, 1 to send it, days that it is remembered
-- Gives whether it lay there.
local dead, occurrence, deliveries = unpack(KEYS)
local letter, posting = unpack(redis.call('HMGET', occurrence, 'letter', 'f'))
if not letter then
  -- What was skipped is forgotten some day; its letter lies there until somebody takes it.
  local found = 0
  if ARGV[2] ~= '1' and redis.call('EXISTS', occurrence) == 0 then
    for _, entry in ipairs(redis.call('XRANGE', dead, '-', '+')) do
      if entry[2][2] == ARGV[1] then
        found = found + redis.call('XDEL', dead, entry[1])
      end
    end
  end
  return math.min(found, 1)
end
if ARGV[2] == '1' and not posting then
  return 0
end
redis.call('XDEL', dead, letter)
redis.call('HDEL', occurrence, 'letter', 'last', 'token', 'lease', 'id')
if ARGV[2] == '1' then
  redis.call('HSET', occurrence, 'state', 'waiting', 'attempts', '0', 'insists', text(now), 'until', '253402300799000')
  redis.call('PERSIST', occurrence)
  redis.call('XADD', deliveries, '*', 'id', ARGV[1])
else
  redis.call('HSET', occurrence, 'state', 'discarded', 'at', text(now))
  redis.call('EXPIRE', occurrence, tonumber(ARGV[3]) * 86400)
end
return 1
