-- Keeps a message unless one with its id is kept.
-- KEYS  transcript, kept
-- ARGV  the message's id, the message
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then
  redis.call('HSET', KEYS[2], ARGV[1], redis.call('RPUSH', KEYS[1], ARGV[2]))
end
