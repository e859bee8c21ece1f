-- Reads one page of the log together with the state of some dialogues, as they are at one moment.
-- KEYS  history, log, then the dialogues
-- ARGV  the id that a new history gets, the entry that is known already, how many entries at most
-- Gives the history, a list of states or nil, then id and facts of each entry; of the known one, which comes first, no facts.
local history, log = KEYS[1], KEYS[2]
local known = ARGV[2]

local id = redis.call('GET', history)
if not id then
  id = ARGV[1]
  redis.call('SET', history, id)
end

local page = { id, redis.call('MGET', unpack(KEYS, 3)) }
for _, entry in ipairs(redis.call('XRANGE', log, known, '+', 'COUNT', ARGV[3])) do
  page[#page + 1] = entry[1]
  page[#page + 1] = entry[1] == known and '' or entry[2][2]
end
return page
