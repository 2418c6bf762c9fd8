"""Turns questions ({"text": ...} a line) into paths of searches: paths.py QUERIES.jsonl COUNT > paths.txt"""
import json
import sys
import urllib.parse

seen = []
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    if text not in seen:
        seen.append(text)
    if len(seen) == int(sys.argv[2]):
        break
for text in seen:
    print("/v1/search?q=" + urllib.parse.quote(text))
