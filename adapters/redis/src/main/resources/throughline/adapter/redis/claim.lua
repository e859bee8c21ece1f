-- Makes a parcel one bot's.
-- KEYS  occurrence, primary, deliveries, delayed, dead
-- ARGV  entry, id, token of this claim, then in milliseconds: lease, settling, suspicion; attempts at most
-- Gives posting, due, until, since (of the platform's clock), attempt and whether it may have arrived; or nil.
local occurrence, primary, deliveries, delayed, dead = unpack(KEYS)
local entry, id, token, lease, settling, suspicion, most = unpack(ARGV)

local state, holder, leased, last, first, due, made, attempts, insists, uncertain, posting, latest = unpack(
  redis.call('HMGET', occurrence, 'state', 'token', 'lease', 'last', 'first', 'due', 'made', 'attempts', 'insists',
    'uncertain', 'f', 'until'))

local function given(attempt, isUncertain)
  local since = math.min(tonumber(first or now), tonumber(due), tonumber(made))
  return { posting, due, latest, text(since), attempt, isUncertain }
end

if state ~= 'waiting' then
  taken(deliveries, entry)
  return false
end
-- Who did not hear the answer asks again.
if holder == token then
  return given(attempts, uncertain)
end
if holder and tonumber(leased) > now then
  return false
end
if last and tonumber(last) + tonumber(settling) > now then
  taken(deliveries, entry)
  redis.call('ZADD', delayed, text(tonumber(last) + tonumber(settling)), id)
  redis.call('HDEL', occurrence, 'token', 'lease')
  return false
end
if tonumber(attempts) >= tonumber(most) then
  local verdict = last and 'HELD' or 'DEAD'
  local letter = redis.call('XADD', dead, '*', 'id', id, 'state', verdict, 'reason', 'it was tried too often')
  redis.call('HSET', occurrence, 'state', string.lower(verdict), 'letter', letter)
  taken(deliveries, entry)
  return false
end

-- What is younger than the primary was unknown to the old one. Nearly as old, it may have been made, sent and lost before.
local since = changed(primary)
-- An operator's word holds for what happened before it.
local insisted = insists and since < tonumber(insists)
local suspect = since > 0 and not insisted and math.min(tonumber(due), tonumber(made)) <= since + tonumber(suspicion)
uncertain = (last or suspect) and '1' or '0'
attempts = text(tonumber(attempts) + 1)
redis.call('HSET', occurrence, 'token', token, 'lease', text(now + tonumber(lease)), 'claimed', text(now), 'attempts',
  attempts, 'uncertain', uncertain)
return given(attempts, uncertain)
