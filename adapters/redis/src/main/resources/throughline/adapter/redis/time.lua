-- Gives the time in milliseconds.
-- KEYS  any key of the organization, so that the right node is asked
local clock = redis.call('TIME')
return string.format('%.0f', tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000))
