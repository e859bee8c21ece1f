-- Follows one item through the log, from its newest entry back.
-- KEYS  touched, log
-- ARGV  the item's name in touched, the entry to begin with ("" for its newest), the last entry that counts, how many entries at most
-- Gives where to go on ("" for nowhere), whether the entries from there on do not tell the way (1 or 0), then id and facts of each.
local touched, log = KEYS[1], KEYS[2]
local name, from, last, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local function isBefore(one, other)
  local oneTime, oneCount = string.match(one, '(%d+)-(%d+)')
  local otherTime, otherCount = string.match(other, '(%d+)-(%d+)')
  oneTime, otherTime = tonumber(oneTime), tonumber(otherTime)
  if oneTime ~= otherTime then
    return oneTime < otherTime
  end
  return tonumber(oneCount) < tonumber(otherCount)
end

local next = from ~= '' and from or redis.call('HGET', touched, name) or ''
local found = {}
local untold = 0
while next ~= '' and untold == 0 and #found < 2 * most do
  local entry = redis.call('XRANGE', log, next, next)[1]
  if not entry then
    next = ''
  elseif entry[2][3] ~= 'p' then
    untold = 1
  else
    if not isBefore(last, next) then
      found[#found + 1] = next
      found[#found + 1] = entry[2][2]
    end
    local _, stop = string.find(entry[2][4], '\n' .. name .. '\n', 1, true)
    next = stop and string.match(entry[2][4], '^%d+%-%d+', stop + 1) or ''
  end
end
if untold == 1 and isBefore(last, next) then
  next = last
end
return { next, tostring(untold), unpack(found) }
