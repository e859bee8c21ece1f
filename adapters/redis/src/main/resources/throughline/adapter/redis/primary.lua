-- What the scripts of deliveries begin with.
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)

-- Numbers as texts: Lua would write 1.7e+12.
local function text(number)
  return string.format('%.0f', number)
end

-- When another server became the primary, or the same one started anew, as far as anybody saw; 0 for never. What the old one
-- acknowledged last may be lost then.
local function changed(primary)
  local info = redis.pcall('INFO', 'server')
  local run = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or ''
  local known = redis.call('HMGET', primary, 'run', 'changed')
  if run == '' or known[1] == run then
    return tonumber(known[2] or 0)
  end
  redis.call('HSET', primary, 'run', run)
  if not known[1] then
    return 0
  end
  redis.call('HSET', primary, 'changed', text(now))
  return now
end

-- Takes an entry out of the stream, for good.
local function taken(deliveries, entry)
  redis.call('XACK', deliveries, 'bots', entry)
  redis.call('XDEL', deliveries, entry)
end
