-- Puts a message in the place of the one with its id, if there is one.
-- KEYS  transcript, kept
-- ARGV  the message's id, the message
local length = redis.call('HGET', KEYS[2], ARGV[1])
if length then
  redis.call('LSET', KEYS[1], tonumber(length) - 1, ARGV[2])
end
