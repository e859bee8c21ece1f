-- Notes which copy of a message stays.
-- KEYS  sweeps, occurrence
-- ARGV  id, the platform's id of the copy ("" for none)
redis.call('ZREM', KEYS[1], ARGV[1])
if redis.call('HGET', KEYS[2], 'state') == 'done' then
  redis.call('HDEL', KEYS[2], 'f')
end
if ARGV[2] ~= '' and redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('HSET', KEYS[2], 'id', ARGV[2])
end
