-- Keeps what was made of the log, unless the log is another one meanwhile: words may have been taken out of it.
-- KEYS  history, where it is kept
-- ARGV  the history that it was made of, what is kept, and its field if it is kept in a hash
if redis.call('GET', KEYS[1]) == ARGV[1] then
  if ARGV[3] then
    redis.call('HSET', KEYS[2], ARGV[3], ARGV[2])
  else
    redis.call('SET', KEYS[2], ARGV[2])
  end
end
