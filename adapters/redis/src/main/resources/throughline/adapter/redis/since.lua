-- Messages that came after another one.
-- KEYS  transcript, kept
-- ARGV  the id of that one; an unknown id gives all
return redis.call('LRANGE', KEYS[1], redis.call('HGET', KEYS[2], ARGV[1]) or 0, -1)
