-- Entries of a stream that are old enough, by the clock that made their ids.
-- KEYS  stream
-- ARGV  the least age in milliseconds
-- Gives id and content of each, oldest first.
local now = redis.call('TIME')
local latest = tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) - tonumber(ARGV[1])
if latest < 0 then
  return {}
end

local waiting = {}
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', string.format('%.0f', latest))) do
  waiting[#waiting + 1] = entry[1]
  waiting[#waiting + 1] = entry[2][2]
end
return waiting
