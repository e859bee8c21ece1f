-- Gives messages of which there may be a second copy, and keeps them from others for a lease.
-- KEYS  sweeps
-- ARGV  milliseconds of the lease, how many
-- Gives the id of each.
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', text(now), 'LIMIT', 0, ARGV[2])
for _, id in ipairs(due) do
  redis.call('ZADD', KEYS[1], text(now + tonumber(ARGV[1])), id)
end
return due
