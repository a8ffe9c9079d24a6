"""boto3 as the client of swf-conformance, by the protocol that README.md beside this file describes.

swf-conformance run --target URL --client "exec:python3 boto3_adapter.py"
"""

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
import botocore
import urllib3
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError
from line_protocol import begin, end, has, hello, record

AT_ONCE = 8
# A poll is held for 60 s. What retries would hide is what is looked for.
CONFIG = Config(read_timeout=90, connect_timeout=10, retries={"total_max_attempts": 1}, max_pool_connections=AT_ONCE)
clients = {}
creating = threading.Lock()  # boto3 makes one client at a time


def client_of(endpoint, region, accessKeyId, secretAccessKey, sessionToken=None):
    key = (endpoint, region, accessKeyId, secretAccessKey, sessionToken)
    with creating:
        if key not in clients:
            clients[key] = boto3.client(
                "swf",
                endpoint_url=endpoint,
                region_name=region,
                aws_access_key_id=accessKeyId,
                aws_secret_access_key=secretAccessKey,
                aws_session_token=sessionToken,
                config=CONFIG,
            )
            record(clients[key].meta.events)
        return clients[key]


def outcome_of(operation, input, endpoint, region, credentials):
    call = getattr(client_of(endpoint, region, **credentials), botocore.xform_name(operation), None)
    if call is None:
        return {"cannot": f"this boto3 has no {operation}"}
    try:
        answer = call(**input)
        return {"answer": {member: value for member, value in answer.items() if member != "ResponseMetadata"}}
    except ParamValidationError as error:
        return {"cannot": " ".join(str(error).split())}
    except ClientError as error:
        code, message = (error.response["Error"].get(part, "") for part in ("Code", "Message"))
        # Where the response names no fault, boto3 calls it by its status.
        return {"garbage": str(error)} if code.isdigit() else {"fault": {"type": code, "message": message}}
    except Exception as error:  # whatever a target may provoke
        return {"garbage" if has("response") else "transport": f"{type(error).__name__}: {error}"}


def carry_out(id, **asked):
    begin(id)
    end(outcome_of(**asked))


hello("boto3", boto3.__version__, {"botocore": botocore.__version__, "urllib3": urllib3.__version__}, AT_ONCE)
with ThreadPoolExecutor(AT_ONCE) as threads:
    for line in sys.stdin:
        threads.submit(carry_out, **json.loads(line))
    os._exit(0)  # nobody waits for what is still under way
