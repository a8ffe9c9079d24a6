"""The AWS CLI as the client of swf-conformance, by the protocol that README.md beside this file describes.

swf-conformance run --target URL --client "exec:python3 aws_cli_adapter.py"   with the Python that has awscli

A request becomes what `aws swf OPERATION --cli-input-json …` would be, carried out by the CLI's own entry point in a fork of this process: no call
pays for the start of Python, and nothing of one is left in the next.
"""

import contextlib
import io
import json
import os
import re
import signal
import sys

import awscli
from awscli.botocore import __version__ as botocore_version
from awscli.botocore import xform_name
from awscli.clidriver import create_clidriver
from line_protocol import begin, end, has, hello, record

AT_ONCE = 8
# A poll is held for 60 s.
ALWAYS = ["--output", "json", "--no-paginate", "--cli-read-timeout", "90", "--cli-connect-timeout", "10"]
FAULT = re.compile(r"\s*An error occurred \((.+?)\) when calling the \w+ operation(?: \(.*?\))?: ?(.*?)\n?", re.DOTALL)
NO_RESPONSE = re.compile("Could not connect|Connection was closed|timeout on endpoint|Connection broken|HTTP Client raised")
driver = create_clidriver()


def aws(*words):
    """What a shell gets of `aws …`: the exit code, standard output and standard error."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as error:
        code = driver.main(list(words))
    return code, out.getvalue(), error.getvalue()


def outcome_of(operation, input, endpoint, region, credentials):
    os.environ.update(AWS_ACCESS_KEY_ID=credentials["accessKeyId"], AWS_SECRET_ACCESS_KEY=credentials["secretAccessKey"])
    os.environ.update({"AWS_SESSION_TOKEN": token for name, token in credentials.items() if name == "sessionToken"})
    place = ["--endpoint-url", endpoint, "--region", region]
    try:
        code, out, error = aws("swf", xform_name(operation, "-"), "--cli-input-json", json.dumps(input), *place, *ALWAYS)
    except SystemExit:  # as a shell would see it, after the usage
        return {"cannot": f"this AWS CLI has no command for {operation}"}
    if code == 0:
        return {"answer": json.loads(out or "{}")}
    fault = FAULT.fullmatch(error)
    # Where the response names no fault, the CLI calls it by its status.
    if fault and not fault[1].isdigit():
        return {"fault": {"type": fault[1], "message": fault[2]}}
    kind = "cannot" if not has("request") else "transport" if NO_RESPONSE.search(error) else "garbage"
    return {kind: " ".join(error.split())}


def carry_out(id, **asked):
    begin(id)
    try:
        outcome = outcome_of(**asked)
    except Exception as error:  # what the CLI printed is no JSON, or it broke down
        outcome = {"garbage" if has("response") else "transport": f"{type(error).__name__}: {error}"}
    end(outcome)


# What retries would hide is what is looked for.
os.environ["AWS_MAX_ATTEMPTS"] = "1"
record(driver.session)
# What every call needs is loaded once, before the first fork.
aws("swf", "list-domains", "--generate-cli-skeleton")
driver.session.create_client("swf", "us-east-1", aws_access_key_id="-", aws_secret_access_key="-")
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
hello("aws-cli", awscli.__version__, {"botocore": botocore_version}, AT_ONCE)
for line in sys.stdin:
    if os.fork() == 0:
        carry_out(**json.loads(line))
        os._exit(0)
