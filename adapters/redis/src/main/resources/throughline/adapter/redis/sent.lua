-- Takes messages out of the outbox.
-- KEYS  outbox, unsent
-- ARGV  ids of postings; unknown ones are passed over
for _, posting in ipairs(ARGV) do
  local entry = redis.call('HGET', KEYS[2], posting)
  if entry then
    redis.call('XDEL', KEYS[1], entry)
    redis.call('HDEL', KEYS[2], posting)
  end
end
