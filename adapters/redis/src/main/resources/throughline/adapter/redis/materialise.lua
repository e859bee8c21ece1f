-- Makes what follows from a ritual that is due, unless somebody did, and plans the next time.
-- KEYS  schedule, primary, deliveries, dead, diaries, an occurrence ... (first the parcels', then those skipped)
-- ARGV  ritual, when it was expected to be due, when it is next ("" for never), days that an occurrence is remembered, the ritual's
--       diary ("" to keep it as it is), number of parcels, then id, due, until, posting of each, then id, reason of each that is skipped
-- Gives whether the plan was as expected.
local schedule, primary, deliveries, dead, diaries = unpack(KEYS, 1, 5)
local ritual, expected, following, days, diary, parcels = unpack(ARGV, 1, 6)

changed(primary)
local planned = redis.call('ZSCORE', schedule, ritual)
if not planned or tonumber(planned) ~= tonumber(expected) then
  return 0
end

local cursor = 7
local key = 6
for _ = 1, tonumber(parcels) do
  local id, due, last, posting = unpack(ARGV, cursor, cursor + 3)
  if redis.call('EXISTS', KEYS[key]) == 0 then
    redis.call('HSET', KEYS[key], 'state', 'waiting', 'f', posting, 'due', due, 'until', last, 'made', text(now),
      'attempts', '0')
    redis.call('XADD', deliveries, '*', 'id', id)
  end
  cursor = cursor + 4
  key = key + 1
end
while cursor < #ARGV do
  local id, reason = ARGV[cursor], ARGV[cursor + 1]
  if redis.call('EXISTS', KEYS[key]) == 0 then
    local letter = redis.call('XADD', dead, '*', 'id', id, 'state', 'SKIPPED', 'reason', reason)
    redis.call('HSET', KEYS[key], 'state', 'skipped', 'made', text(now), 'letter', letter)
    redis.call('EXPIRE', KEYS[key], tonumber(days) * 86400)
  end
  cursor = cursor + 2
  key = key + 1
end
if diary ~= '' then
  redis.call('HSET', diaries, ritual, diary)
end
if following == '' then
  redis.call('ZREM', schedule, ritual)
else
  redis.call('ZADD', schedule, following, ritual)
end
return 1
