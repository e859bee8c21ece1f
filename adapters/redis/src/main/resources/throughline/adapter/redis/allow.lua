-- Takes a token from each bucket, or none.
-- KEYS  primary, paused, a bucket ...
-- ARGV  milliseconds that the asker knows of a pause, milliseconds of quiet after the primary changed, then burst and milliseconds
--       between two tokens of each bucket
-- Gives the milliseconds to wait; 0 if the tokens were taken. A bucket holds the time at which it is full again.
local primary, paused = KEYS[1], KEYS[2]
local known, quiet = tonumber(ARGV[1]), tonumber(ARGV[2])
local exact = tonumber(clock[1]) * 1000 + tonumber(clock[2]) / 1000

local left = math.max(redis.call('PTTL', paused), 0)
if known > left then
  redis.call('SET', paused, '1', 'PX', known)
  left = known
end
-- A pause that the old primary knew may be lost.
local since = changed(primary)
local wait = math.max(left, since > 0 and since + quiet - now or 0)
for i = 3, #KEYS do
  local burst, interval = tonumber(ARGV[2 * i - 3]), tonumber(ARGV[2 * i - 2])
  local full = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), exact)
  wait = math.max(wait, full - (burst - 1) * interval - exact)
end
if wait > 0 then
  return text(math.ceil(wait))
end
for i = 3, #KEYS do
  local interval = tonumber(ARGV[2 * i - 2])
  local full = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), exact) + interval
  redis.call('SET', KEYS[i], string.format('%.3f', full), 'PX', math.ceil(full - exact) + 1000)
end
return '0'
