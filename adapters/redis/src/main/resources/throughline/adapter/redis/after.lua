-- Reads the log forwards.
-- KEYS  log
-- ARGV  the entry after which to begin, the last entry, how many entries at most
-- Gives id and facts of each entry.
local page = {}
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[2], 'COUNT', ARGV[3] + 1)) do
  if entry[1] ~= ARGV[1] then
    page[#page + 1] = entry[1]
    page[#page + 1] = entry[2][2]
  end
end
return page
