-- Reads the log backwards.
-- KEYS  log
-- ARGV  the entry to begin with, how many entries at most, from how many bytes on an entry comes without its changes
-- Gives id and facts of each entry. The changes are the last key of the stored facts.
local page = {}
for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], ARGV[1], '-', 'COUNT', ARGV[2])) do
  local facts = entry[2][2]
  if #facts >= tonumber(ARGV[3]) then
    local _, before = string.find(facts, '"changes":[', 1, true)
    facts = before and string.sub(facts, 1, before) .. ']}' or facts
  end
  page[#page + 1] = entry[1]
  page[#page + 1] = facts
end
return page
