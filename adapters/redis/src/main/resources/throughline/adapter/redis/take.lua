-- Gives parcels that wait: those whose delay is over, those whose bot is silent, and new ones.
-- KEYS  deliveries, delayed
-- ARGV  who asks, milliseconds after which a bot is silent, how many
-- Gives entry and id of each.
local deliveries, delayed = KEYS[1], KEYS[2]
local bot, silent, most = ARGV[1], ARGV[2], tonumber(ARGV[3])
local AT_ONCE = 100
local ROUNDS = 20

for _, id in ipairs(redis.call('ZRANGEBYSCORE', delayed, '-inf', text(now), 'LIMIT', 0, AT_ONCE)) do
  redis.call('XADD', deliveries, '*', 'id', id)
  redis.call('ZREM', delayed, id)
end
if redis.call('EXISTS', deliveries) == 0 then
  return {}
end
-- After a failover that lost the group everything is given again, which does no harm.
redis.pcall('XGROUP', 'CREATE', deliveries, 'bots', '0')

local found = {}
local function add(entries)
  for _, entry in ipairs(entries or {}) do
    if entry and entry[2] then
      found[#found + 1] = entry[1]
      found[#found + 1] = entry[2][2]
    end
  end
end
-- Each call looks at a few entries only; those that were deleted while they were pending come as nil.
local cursor = '0-0'
for _ = 1, ROUNDS do
  local claimed = redis.call('XAUTOCLAIM', deliveries, 'bots', bot, silent, cursor, 'COUNT', most)
  add(claimed[2])
  cursor = claimed[1]
  if cursor == '0-0' or #found >= 2 * most then
    break
  end
end
if #found < 2 * most then
  local read = redis.call('XREADGROUP', 'GROUP', 'bots', bot, 'COUNT', most - #found / 2, 'STREAMS', deliveries, '>')
  add(read and read[1] and read[1][2])
end
return found
