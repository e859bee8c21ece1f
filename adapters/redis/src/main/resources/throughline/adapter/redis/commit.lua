-- Stores everything that follows from a turn, or nothing.
-- KEYS  history, log, touched, inbox, people, dialogue, outbox, unsent, committed, redactions
-- ARGV  history and entry that the turn saw, ticket, facts, state of the dialogue that it saw, and the next, milliseconds until
--       that is forgotten (each "" for none), seconds to remember this commit, "redacted" if words are to be taken out of the log, then five lists, each after its length:
--       names relied on; names moved; person id, person ...; ids of persons to erase; posting id, posting ...
-- Gives the outcome and the newest entry of the log that this commit knows.
local history, log, touched, inbox, people, dialogue, outbox, unsent, committed, redactions = unpack(KEYS)
local saw, base, ticket, facts, stateSeen, state, stateLifetime, lifetime, redacted = unpack(ARGV, 1, 9)

-- Lua's stack holds some thousand arguments.
local AT_ONCE = 1000

local cursor = 9
local function list()
  local length = tonumber(ARGV[cursor + 1])
  local first = cursor + 2
  cursor = cursor + 1 + length
  return first, cursor
end

-- Entry ids are two numbers; as texts, "10-0" would come before "9-0".
local function isBefore(one, other)
  local oneTime, oneCount = string.match(one, '(%d+)-(%d+)')
  local otherTime, otherCount = string.match(other, '(%d+)-(%d+)')
  oneTime, otherTime = tonumber(oneTime), tonumber(otherTime)
  if oneTime ~= otherTime then
    return oneTime < otherTime
  end
  return tonumber(oneCount) < tonumber(otherCount)
end

local function has(stream, entry)
  return #redis.call('XRANGE', stream, entry, entry) == 1
end

local reliedFirst, reliedLast = list()
local movedFirst, movedLast = list()
local peopleFirst, peopleLast = list()
local erasedFirst, erasedLast = list()
local postingsFirst, postingsLast = list()

-- Who did not hear the answer to this very commit asks again.
local known = redis.call('GET', committed)
if known then
  return { 'COMMITTED', known }
end
if ticket ~= '' and not has(inbox, ticket) then
  return { 'ANSWERED', base }
end
if redis.call('GET', history) ~= saw then
  return { 'MOVED', base }
end
if (redis.call('GET', dialogue) or '') ~= stateSeen then
  return { 'MOVED', base }
end
-- After a failover that lost the newest facts, nothing tells what a turn saw that knew them.
if base ~= '0-0' and not has(log, base) then
  return { 'MOVED', base }
end
for i = reliedFirst, reliedLast do
  local moved = redis.call('HGET', touched, ARGV[i])
  if moved and isBefore(base, moved) then
    return { 'MOVED', moved }
  end
end

-- The entry that moved each item before, so that the way of one item can be read without the rest of the log.
local function before(first, last)
  local earlier = {}
  for i = first, last, AT_ONCE do
    local names = {}
    for k = i, math.min(i + AT_ONCE - 1, last) do
      if not string.find(ARGV[k], '^[*@]') then
        names[#names + 1] = ARGV[k]
      end
    end
    if #names > 0 then
      for k, moved in ipairs(redis.call('HMGET', touched, unpack(names))) do
        if moved then
          earlier[#earlier + 1] = '\n' .. names[k] .. '\n' .. moved .. '\n'
        end
      end
    end
  end
  return table.concat(earlier)
end

local entry = base
if facts ~= '' then
  entry = redis.call('XADD', log, '*', 'f', facts, 'p', before(movedFirst, movedLast))
end
-- Whoever commits this takes the words out next; should that one die, another knows what is left to do.
if redacted ~= '' then
  redis.call('HSET', redactions, entry, '')
end
local touches = {}
for i = movedFirst, movedLast do
  touches[#touches + 1] = ARGV[i]
  touches[#touches + 1] = entry
  if #touches == AT_ONCE or i == movedLast then
    redis.call('HSET', touched, unpack(touches))
    touches = {}
  end
end
for i = peopleFirst, peopleLast, AT_ONCE do
  redis.call('HSET', people, unpack(ARGV, i, math.min(i + AT_ONCE - 1, peopleLast)))
end
for i = erasedFirst, erasedLast do
  redis.call('HDEL', people, ARGV[i])
end
if state ~= '' and stateLifetime ~= '' then
  redis.call('SET', dialogue, state, 'PX', stateLifetime)
elseif state ~= '' then
  redis.call('SET', dialogue, state)
else
  redis.call('DEL', dialogue)
end
for i = postingsFirst, postingsLast, 2 do
  if redis.call('HEXISTS', unsent, ARGV[i]) == 0 then
    redis.call('HSET', unsent, ARGV[i], redis.call('XADD', outbox, '*', 'f', ARGV[i + 1]))
  end
end
if ticket ~= '' then
  redis.call('XDEL', inbox, ticket)
end
redis.call('SET', committed, entry, 'EX', lifetime)
return { 'COMMITTED', entry }
