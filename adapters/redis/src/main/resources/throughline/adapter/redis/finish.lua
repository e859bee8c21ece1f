-- Writes down what came of a claim.
-- KEYS  occurrence, deliveries, delayed, dead, sweeps
-- ARGV  entry, id, token, milliseconds for settling and until a sweep, days that it is remembered, then the verdict:
--       done, the platform's id | later, milliseconds, 1 if it is an attempt, 1 if nothing arrived, reason | unclear, reason |
--       HELD, DEAD or SKIPPED, reason
-- Gives 1, or 0 if the parcel is somebody else's.
local occurrence, deliveries, delayed, dead, sweeps = unpack(KEYS)
local entry, id, token, settling, sweep, days, verdict, detail = unpack(ARGV, 1, 8)

local state, holder, last, needsSweep, arrived, posting, letter =
  unpack(redis.call('HMGET', occurrence, 'state', 'token', 'last', 'sweep', 'id', 'f', 'letter'))
local function over(what)
  redis.call('HSET', occurrence, 'state', what, 'at', text(now))
  redis.call('EXPIRE', occurrence, tonumber(days) * 86400)
end
local function again(at)
  redis.call('HDEL', occurrence, 'token', 'lease')
  redis.call('ZADD', delayed, text(at), id)
end

if holder ~= token then
  if verdict ~= 'done' or not posting then
    return 0
  end
  -- Somebody took over meanwhile and cannot know of this copy; that it arrived is certain all the same.
  if state == 'done' then
    if arrived ~= detail then
      redis.call('ZADD', sweeps, text(now), id)
    end
    return 0
  end
  redis.call('HSET', occurrence, 'id', detail, 'sweep', '1')
  -- Whoever holds it begins nothing any more, and finishes with this.
  if state == 'waiting' and holder then
    return 0
  end
  if letter then
    redis.call('XDEL', dead, letter)
  end
  redis.call('HDEL', occurrence, 'letter', 'err')
  redis.call('ZADD', sweeps, text(now + tonumber(sweep)), id)
  over('done')
  return 1
end
-- Who did not hear the answer asks again.
if state == 'done' then
  return 1
end

taken(deliveries, entry)
-- Somebody who was late told meanwhile that it arrived.
if arrived and verdict ~= 'done' then
  verdict, detail = 'done', arrived
end
if verdict == 'done' then
  redis.call('HDEL', occurrence, 'lease', 'err')
  redis.call('HSET', occurrence, 'id', detail)
  over('done')
  if not needsSweep then
    redis.call('HDEL', occurrence, 'f')
  else
    redis.call('ZADD', sweeps, text(now + tonumber(sweep)), id)
  end
elseif verdict == 'later' then
  if ARGV[9] == '0' then
    redis.call('HINCRBY', occurrence, 'attempts', -1)
  end
  if ARGV[10] == '1' then
    redis.call('HDEL', occurrence, 'last')
  end
  redis.call('HSET', occurrence, 'err', ARGV[11])
  again(now + tonumber(detail))
elseif verdict == 'unclear' then
  redis.call('HSET', occurrence, 'err', detail)
  again(tonumber(last or now) + tonumber(settling))
else
  local letter = redis.call('XADD', dead, '*', 'id', id, 'state', verdict, 'reason', detail)
  redis.call('HSET', occurrence, 'err', detail, 'letter', letter)
  redis.call('HDEL', occurrence, 'token', 'lease')
  over(string.lower(verdict))
  if verdict ~= 'SKIPPED' then
    redis.call('PERSIST', occurrence)
  end
end
return 1
