"""Whether every operation arrived. The document has it behind "#" in the path, so a request has to go to the root and name it in its header.

Usage: arrived.py DOCUMENT LOG   LOG is what `serve --log` wrote.
"""

import json
import sys

import yaml

with open(sys.argv[1]) as document:
    operations = {item["post"]["operationId"] for item in yaml.safe_load(document)["paths"].values()}
with open(sys.argv[2]) as log:
    requests = [json.loads(line) for line in log if line.startswith("{")]

posts = [request for request in requests if request["method"] == "POST"]
fine = [request["operation"] for request in posts if request.get("status") == 200]
print(f"{len(posts)} requests to {len(operations)} operations, {len(fine)} answered with 200")
astray = {request["path"] for request in posts} - {"/"}
silent = operations - set(fine)
if astray or silent:
    sys.exit(f"not at the root: {sorted(astray)}; never answered with 200: {sorted(silent)}")
