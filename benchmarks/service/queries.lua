-- Sends the searches of a file (one path a line, named by PATHS) in an order of its own for each thread, and counts the answers by status.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do
  paths[#paths + 1] = line
end

local threads = {}
local offset = 0

function setup(thread)
  thread:set("first", offset)
  offset = offset + 137
  threads[#threads + 1] = thread
end

function init()
  at = first
  ok, shed, failed = 0, 0, 0
end

function request()
  at = at + 1
  return wrk.format("GET", paths[(at % #paths) + 1])
end

-- Milliseconds to wait before each request (PAUSE), so that many connections make a load of a known size.
local pause = tonumber(os.getenv("PAUSE") or "0")
if pause > 0 then
  function delay()
    return pause
  end
end

function response(status)
  if status == 200 then
    ok = ok + 1
  elseif status == 503 or status == 429 then
    shed = shed + 1
  else
    failed = failed + 1
  end
end

function done(summary, latency)
  local answered, turned, wrong = 0, 0, 0
  for _, thread in ipairs(threads) do
    answered = answered + thread:get("ok")
    turned = turned + thread:get("shed")
    wrong = wrong + thread:get("failed")
  end
  local seconds = summary.duration / 1e6

  -- Who is turned away is answered fastest, so the slowest answers are those of searches.
  local share = answered / math.max(1, answered + turned + wrong)
  io.write(string.format(
    "RESULT requests/s %.0f answered/s %.0f shed %d failed %d p50 %.2f ms p95 %.2f ms p99 %.2f ms p99 of the answered %.2f ms socket errors %d\n",
    summary.requests / seconds, answered / seconds, turned, wrong,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    latency:percentile(100 - share) / 1000,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
