"""What schemathesis has to know of SWF: its media type, what there is to ask about, and when a refusal is wrong."""

import json
import os
import random
import re

import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation

MEDIA_TYPE = "application/x-amz-json-1.0"
schemathesis.serializer.alias(MEDIA_TYPE, "application/json")


@schemathesis.deserializer(MEDIA_TYPE)
def read(context, response):
    return json.loads(response.content)


def call(operation, **members):
    response = requests.post(
        os.environ["AWS_ENDPOINT_URL_SWF"],
        data=json.dumps(members),
        headers={"Content-Type": MEDIA_TYPE, "X-Amz-Target": f"SimpleWorkflowService.{operation}"},
        timeout=10,
    )
    response.raise_for_status()
    return response.json() if response.content else {}


DOMAIN = "lane"
WORKFLOW = {"name": "workflow", "version": "1"}
ACTIVITY = {"name": "activity", "version": "1"}
DECISIONS = [
    ("RecordMarker", {"markerName": "marker"}),
    ("StartTimer", {"timerId": "timer", "startToFireTimeout": "600"}),
    ("CancelTimer", {"timerId": "none"}),
    ("RequestCancelActivityTask", {"activityId": "none"}),
    ("SignalExternalWorkflowExecution", {"workflowId": "none", "signalName": "signal"}),
    ("RequestCancelExternalWorkflowExecution", {"workflowId": "none"}),
    ("StartChildWorkflowExecution", {"workflowId": "child", "workflowType": WORKFLOW, "taskList": {"name": "children"}}),
    ("ScheduleLambdaFunction", {"id": "function", "name": "function"}),
] + [("ScheduleActivityTask", {"activityId": f"a{n}", "activityType": ACTIVITY}) for n in range(200)]


def decide(task, decisions):
    typed = [{"decisionType": kind, f"{kind[0].lower()}{kind[1:]}DecisionAttributes": about} for kind, about in decisions]
    call("RespondDecisionTaskCompleted", taskToken=task["taskToken"], decisions=typed)


SPARE = [{"name": f"spare-{n}", "version": "1"} for n in range(60)]


def set_up():
    """A domain with types, open and closed executions, long histories and waiting tasks; answers the executions."""
    call("RegisterDomain", name=DOMAIN, workflowExecutionRetentionPeriodInDays="7")
    for kind in ["Workflow", "Activity"]:
        for n, spare in enumerate(SPARE):
            call(f"Register{kind}Type", domain=DOMAIN, **spare)
            if n % 2 == 0:
                call(f"Deprecate{kind}Type", domain=DOMAIN, **{f"{kind.lower()}Type": spare})
    seconds = {"defaultTaskStartToCloseTimeout": "600", "defaultExecutionStartToCloseTimeout": "6000"}
    defaults = {"defaultTaskList": {"name": "decisions"}, "defaultChildPolicy": "TERMINATE", **seconds}
    call("RegisterWorkflowType", domain=DOMAIN, **WORKFLOW, **defaults)
    limits = dict.fromkeys([f"defaultTask{limit}Timeout" for limit in ["StartToClose", "Heartbeat", "ScheduleToStart", "ScheduleToClose"]], "600")
    call("RegisterActivityType", domain=DOMAIN, **ACTIVITY, defaultTaskList={"name": "activities"}, **limits)
    started = []
    for name in ["busy", "completed", "terminated", *(f"idle-{n}" for n in range(100))]:
        run = call("StartWorkflowExecution", domain=DOMAIN, workflowId=name, workflowType=WORKFLOW, tagList=["tag"])
        started.append({"workflowId": name, "runId": run["runId"]})
    for decisions in [DECISIONS, [("CompleteWorkflowExecution", {"result": "done"})]]:
        decide(call("PollForDecisionTask", domain=DOMAIN, taskList={"name": "decisions"}), decisions)
    call("TerminateWorkflowExecution", domain=DOMAIN, workflowId="terminated", reason="done")
    return started


EXECUTIONS = set_up()
CHOICE = random.Random(1)


def known_token(operation):
    kind = "Decision" if operation == "RespondDecisionTaskCompleted" else "Activity"
    task = call(f"PollFor{kind}Task", domain=DOMAIN, taskList={"name": "decisions" if kind == "Decision" else "activities"})
    return task["taskToken"]


def known(member, operation):
    """A value for a member that names something there is."""
    match member:
        case "domain":
            return DOMAIN
        case "name" if operation == "DescribeDomain":
            return DOMAIN
        case "execution":
            return CHOICE.choice(EXECUTIONS)
        case "workflowId" if operation != "StartWorkflowExecution":
            return CHOICE.choice(EXECUTIONS)["workflowId"]
        case "workflowType" | "activityType" if operation.startswith(("Describe", "Start")):
            return WORKFLOW if member == "workflowType" else ACTIVITY
        case "workflowType" | "activityType":
            return CHOICE.choice(SPARE)
        case "taskList" if operation.startswith(("Poll", "Count")):
            return {"name": CHOICE.choice(["decisions", "activities"])}
        case "taskToken":
            return known_token(operation)
        case "resourceArn":
            return f"arn:aws:swf:us-east-1:123456789012:/domain/{DOMAIN}"
    return None


def has_null(value):
    if isinstance(value, dict):
        return any(map(has_null, value.values()))
    return value is None or isinstance(value, list) and any(map(has_null, value))


@schemathesis.hook
def filter_case(context, case):
    """To SWF a member that is null is absent, which JSON Schema cannot say without allowing null in answers too."""
    return not has_null(case.body)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Most valid requests ask about what there is: where nothing is known there is only one answer."""
    if not case.meta.generation.mode.is_positive or not isinstance(case.body, dict) or CHOICE.random() < 0.2:
        return
    for member in list(case.body):
        value = known(member, case.operation.definition.raw["operationId"])
        if value:
            case.body[member] = value
    if CHOICE.random() < 0.8:
        case.body.pop("runId", None)


@schemathesis.check
def only_what_breaks_the_document_is_refused_as_such(context, response, case):
    """Requests are checked before anything is looked up, so the kind of fault tells whether one was found to be wrong."""
    if response.status_code != 400:
        return
    fault = json.loads(response.content)
    kind, message = fault["__type"].split("#")[-1], fault.get("message", "")
    told = f"refused with {kind} {message}"
    if case.meta.generation.mode.is_positive:
        # Some rules between members are in no schema, so not every ValidationException is wrong.
        assert kind != "SerializationException" and not re.match(r"\d+ validation errors? detected", message), f"valid by the document, {told}"
    elif case.meta.is_negative_at(ParameterLocation.BODY):
        kinds = ["SerializationException", "UnknownOperationException", "ValidationException"]
        assert kind in kinds and message != "Invalid token", f"not valid by the document, {told}"
