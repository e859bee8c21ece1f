-- Writes down that a call follows.
-- KEYS  occurrence, primary, paused
-- ARGV  token of the claim, milliseconds that a call takes at most
-- Gives the milliseconds within which it must leave, or nil if it must not.
local occurrence, primary, paused = unpack(KEYS)
local token, call = ARGV[1], tonumber(ARGV[2])

local state, holder, lease, claimed, uncertain, first, arrived =
  unpack(redis.call('HMGET', occurrence, 'state', 'token', 'lease', 'claimed', 'uncertain', 'first', 'id'))
if state ~= 'waiting' or holder ~= token or arrived then
  return false
end
-- What the claim rests on may be lost.
if changed(primary) >= tonumber(claimed) then
  return false
end
local left = tonumber(lease) - now - call
if left <= 0 or redis.call('EXISTS', paused) == 1 then
  return false
end
redis.call('HSET', occurrence, 'last', text(now))
if not first then
  redis.call('HSET', occurrence, 'first', text(now))
end
if uncertain == '1' then
  redis.call('HSET', occurrence, 'sweep', '1')
end
return text(left)
