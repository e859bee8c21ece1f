-- Reads one entry of the log.
-- KEYS  log
-- ARGV  the entry
-- Gives its id and its facts, or nothing.
local entry = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
return entry and { entry[1], entry[2][2] } or {}
