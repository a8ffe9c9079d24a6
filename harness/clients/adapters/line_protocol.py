"""What the adapters of Python clients share: the lines that go out, and the record of what botocore sends and receives."""

import http.client
import json
import multiprocessing
import sys
import threading
from datetime import datetime

printing = multiprocessing.Lock()  # one line at a time, whichever thread or fork it comes from
under_way = threading.local()  # the id of the request that this thread carries out, and what was recorded of it


def tell(**line):
    text = json.dumps(line, allow_nan=False, default=datetime.timestamp)
    with printing:
        print(text, file=sys.__stdout__, flush=True)


def hello(name, version, packages, at_once):
    tell(protocol=1, name=name, version=version, packages=packages, atOnce=at_once, departures=True)


def begin(id):
    under_way.id, under_way.record = id, {}


def has(part):
    """Whether a "request" was sent, or a "response" came."""
    return part in under_way.record


def end(outcome):
    try:
        tell(id=under_way.id, **outcome, **under_way.record)
    except ValueError as error:  # Python reads and writes NaN, which is no JSON
        tell(id=under_way.id, garbage=str(error), **under_way.record)


def record(events):
    """Records what passes a client of botocore, given its events."""
    events.register("before-send.swf", sending)
    events.register("before-parse.swf", received)


def texts(headers):
    return {str(name): value.decode() if isinstance(value, bytes) else str(value) for name, value in headers.items()}


def sending(request, **_):
    under_way.record["request"] = {"headers": texts(request.headers), "body": bytes(request.body or b"").decode()}


def received(response_dict, **_):
    status, headers, body = (response_dict[part] for part in ("status_code", "headers", "body"))
    under_way.record["response"] = {"status": status, "headers": texts(headers), "body": body.decode(errors="replace")}


def getresponse(connection, then=http.client.HTTPConnection.getresponse):
    tell(id=under_way.id, departed=True)
    return then(connection)


http.client.HTTPConnection.getresponse = getresponse  # called when all of a request is on the line
