-- Reads one page of the log together with a dialogue's state, as they are at one moment.
-- KEYS  history, log, dialogue
-- ARGV  the id that a new history gets, the first entry wanted, how many entries at most
-- Gives the history, the state or nil, then id and facts of each entry.
local history, log, dialogue = KEYS[1], KEYS[2], KEYS[3]

local id = redis.call('GET', history)
if not id then
  id = ARGV[1]
  redis.call('SET', history, id)
end

local page = { id, redis.call('GET', dialogue) }
for _, entry in ipairs(redis.call('XRANGE', log, ARGV[2], '+', 'COUNT', ARGV[3])) do
  page[#page + 1] = entry[1]
  page[#page + 1] = entry[2][2]
end
return page
