-- Puts an input into the inbox unless its delivery is known.
-- KEYS  inbox, seen
-- ARGV  the input, who asks (another word each time somebody accepts), seconds to know the delivery
-- Gives the ticket, or nil for a delivery that is known. Who did not hear the answer and asks again gets the same ticket.
local inbox, seen = KEYS[1], KEYS[2]
local incoming, asker, lifetime = ARGV[1], ARGV[2], ARGV[3]

local before = redis.call('GET', seen)
if before then
  local who, ticket = string.match(before, '^(%S+) (%S+)$')
  return who == asker and ticket
end
local ticket = redis.call('XADD', inbox, '*', 'f', incoming)
redis.call('SET', seen, asker .. ' ' .. ticket, 'EX', lifetime)
return ticket
