"""Share of a request's time that is not spent in the searcher: share.py HOST:PORT paths.txt

Sends every path once over one connection, after a warm-up of as many, and compares the time from sending a request to the last byte of
its answer with the time that the answer says the search took.
"""
import http.client
import json
import sys
import time

connection = http.client.HTTPConnection(sys.argv[1])
paths = [line.strip() for line in open(sys.argv[2])]


def ask(path):
    began = time.perf_counter()
    connection.request("GET", path)
    body = connection.getresponse().read()
    ended = time.perf_counter()
    return (ended - began) * 1000, body


for path in paths:
    ask(path)
total = searcher = 0.0
for path in paths:
    milliseconds, body = ask(path)
    total += milliseconds
    searcher += json.loads(body)["tookMs"]
print(f"SHARE total {total / len(paths):.3f} ms searcher {searcher / len(paths):.3f} ms outside {100 * (1 - searcher / total):.1f} %")
