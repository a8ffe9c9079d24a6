"""A whole workflow by boto3: each step says what comes back, and the first difference ends it with exit code 1."""

import os
import threading
import time
from datetime import datetime, timedelta, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

DOMAIN = "boto3"
DAY = {"workflowExecutionRetentionPeriodInDays": "1"}
PARENT = {"name": "parent", "version": "1"}
CHILD = {"name": "child", "version": "1"}
ACTIVITY = {"name": "activity", "version": "1"}
# A poll is held for 60 s, as long as boto3 reads by default.
swf = boto3.client(
    "swf", endpoint_url=os.environ["AWS_ENDPOINT_URL_SWF"], config=Config(read_timeout=90, retries={"total_max_attempts": 1})
)


def expect(what, observed, expected):
    if observed != expected:
        raise SystemExit(f"{what}\n  expected {expected!r}\n  observed {observed!r}")


def body(answer):
    expect("HTTP status", answer["ResponseMetadata"]["HTTPStatusCode"], 200)
    expect("retries", answer["ResponseMetadata"]["RetryAttempts"], 0)
    expect("is there a request id", answer["ResponseMetadata"]["RequestId"] > "", True)
    return {member: value for member, value in answer.items() if member != "ResponseMetadata"}


def refused(what, exception, message, call, **arguments):
    """The call is refused with this class of exception, and the message holds this."""
    try:
        call(**arguments)
    except exception as error:
        expect(f"{what}: HTTP status", error.response["ResponseMetadata"]["HTTPStatusCode"], 400)
        if message not in error.response["Error"]["Message"]:
            raise SystemExit(f"{what}\n  expected a message with {message!r}\n  observed {error}")
        return error.response
    except ClientError as error:
        raise SystemExit(f"{what}\n  expected {exception.__name__}\n  observed {error!r}")
    raise SystemExit(f"{what}\n  expected {exception.__name__}\n  observed an answer")


def fresh(when):
    """A point of time that boto3 read as a datetime, of this run."""
    expect("type of a timestamp", type(when), datetime)
    slack = timedelta(seconds=1)
    expect(f"is {when} of this run", began - slack <= when <= datetime.now(timezone.utc) + slack, True)
    return when


def decision_task(task_list, types):
    """Polls page by page; the history must be of these types."""
    pages = list(
        swf.get_paginator("poll_for_decision_task").paginate(
            domain=DOMAIN, taskList={"name": task_list}, identity="decider", PaginationConfig={"PageSize": 3}
        )
    )
    expect("pages of the decision task", len(pages), -(-len(types) // 3))
    expect("one task token on all pages", len({page["taskToken"] for page in pages}), 1)
    expect("history of the decision task", [event["eventType"] for page in pages for event in page["events"]], types)
    return pages[0]


def decide(task, *decisions, **context):
    answer = swf.respond_decision_task_completed(taskToken=task["taskToken"], decisions=list(decisions), **context)
    expect("answer of RespondDecisionTaskCompleted", body(answer), {})


def poll_nothing(poll):
    since = time.monotonic()
    answer = body(getattr(swf, poll)(domain=DOMAIN, taskList={"name": "nobody schedules here"}))
    idle[poll] = answer, time.monotonic() - since


def history(execution, **order):
    pages = swf.get_paginator("get_workflow_execution_history").paginate(
        domain=DOMAIN, execution=execution, PaginationConfig={"PageSize": 4}, **order
    )
    return [event for page in pages for event in page["events"]]


def attributes(event):
    [(name, value)] = [(name, value) for name, value in event.items() if name.endswith("Attributes")]
    expect("name of the attributes", name, event["eventType"][0].lower() + event["eventType"][1:] + "EventAttributes")
    return value


began = datetime.now(timezone.utc)
faults = swf.exceptions

# Register, and be told of what is there already.
expect("answer of RegisterDomain", body(swf.register_domain(name=DOMAIN, description="by boto3", **DAY)), {})
refused("a domain again", faults.DomainAlreadyExistsFault, DOMAIN, swf.register_domain, name=DOMAIN, **DAY)
DAY["workflowExecutionRetentionPeriodInDays"] = "2"
refused("a domain again", faults.DomainAlreadyExistsFault, DOMAIN, swf.register_domain, name=DOMAIN, **DAY)
for workflow_type in (PARENT, CHILD):
    registered = swf.register_workflow_type(
        domain=DOMAIN,
        **workflow_type,
        defaultTaskList={"name": workflow_type["name"]},
        defaultTaskStartToCloseTimeout="30",
        defaultExecutionStartToCloseTimeout="600",
        defaultChildPolicy="ABANDON",
    )
    expect("answer of RegisterWorkflowType", body(registered), {})
expect("answer of RegisterActivityType", body(swf.register_activity_type(domain=DOMAIN, **ACTIVITY)), {})
refused("an activity type again", faults.TypeAlreadyExistsFault, "activity", swf.register_activity_type, domain=DOMAIN, **ACTIVITY)
types = body(swf.list_workflow_types(domain=DOMAIN, registrationStatus="REGISTERED"))["typeInfos"]
expect("workflow types by name", [info["workflowType"] for info in types], [CHILD, PARENT])
for info in types:
    fresh(info["creationDate"])

# Polls that find nothing are held for a minute: meanwhile the rest.
idle = {}
polls = [threading.Thread(target=poll_nothing, args=(poll,)) for poll in ("poll_for_decision_task", "poll_for_activity_task")]
for poll in polls:
    poll.start()

# Start.
start = {"domain": DOMAIN, "workflowId": "parent", "workflowType": PARENT, "input": "größer ✓", "tagList": ["boto3", "lane"]}
parent = {"workflowId": "parent", "runId": swf.start_workflow_execution(**start)["runId"]}
refused("a second open execution", faults.WorkflowExecutionAlreadyStartedFault, "", swf.start_workflow_execution, **start)
unregistered = {**start, "workflowType": {"name": "parent", "version": "2"}, "workflowId": "other"}
refused("an unregistered type", faults.UnknownResourceFault, "parent", swf.start_workflow_execution, **unregistered)

# Decide: schedule the activity.
task = decision_task("parent", ["WorkflowExecutionStarted", "DecisionTaskScheduled", "DecisionTaskStarted"])
expect("execution of the decision task", task["workflowExecution"], parent)
expect("type of the decision task", task["workflowType"], PARENT)
expect("first decision task", (task["previousStartedEventId"], task["startedEventId"]), (0, 3))
expect("input", task["events"][0]["workflowExecutionStartedEventAttributes"]["input"], "größer ✓")
schedule = {
    "activityType": ACTIVITY,
    "activityId": "a",
    "input": "work",
    "taskList": {"name": "activity"},
    "heartbeatTimeout": "60",
    "scheduleToStartTimeout": "60",
    "startToCloseTimeout": "300",
    "scheduleToCloseTimeout": "NONE",
}
decide(
    task,
    {"decisionType": "ScheduleActivityTask", "scheduleActivityTaskDecisionAttributes": schedule},
    executionContext="scheduled",
)
refused(
    "a decision task answered twice",
    faults.UnknownResourceFault,
    "",
    swf.respond_decision_task_completed,
    taskToken=task["taskToken"],
    decisions=[],
)

# Work: poll, heartbeat.
expect("tasks to do", body(swf.count_pending_activity_tasks(domain=DOMAIN, taskList={"name": "activity"})), {"count": 1, "truncated": False})
work = body(swf.poll_for_activity_task(domain=DOMAIN, taskList={"name": "activity"}, identity="worker"))
token = work.pop("taskToken")
expect(
    "activity task",
    work,
    {"activityId": "a", "activityType": ACTIVITY, "input": "work", "startedEventId": 6, "workflowExecution": parent},
)
beat = {"taskToken": token, "details": "half"}
expect("heartbeat before", body(swf.record_activity_task_heartbeat(**beat)), {"cancelRequested": False})

# Cancel: the execution is asked, its decider asks the activity, the worker hears it and says so.
expect("answer of RequestCancel…", body(swf.request_cancel_workflow_execution(domain=DOMAIN, workflowId="parent")), {})
task = decision_task(
    "parent",
    [
        "WorkflowExecutionStarted",
        "DecisionTaskScheduled",
        "DecisionTaskStarted",
        "DecisionTaskCompleted",
        "ActivityTaskScheduled",
        "ActivityTaskStarted",
        "WorkflowExecutionCancelRequested",
        "DecisionTaskScheduled",
        "DecisionTaskStarted",
    ],
)
expect("second decision task", (task["previousStartedEventId"], task["startedEventId"]), (3, 9))
cancel = {"decisionType": "RequestCancelActivityTask", "requestCancelActivityTaskDecisionAttributes": {"activityId": "a"}}
decide(task, cancel)
expect("heartbeat after", body(swf.record_activity_task_heartbeat(**beat)), {"cancelRequested": True})
described = body(swf.describe_workflow_execution(domain=DOMAIN, execution=parent))
expect("open activities", described["openCounts"]["openActivityTasks"], 1)
expect("asked to cancel", described["executionInfo"]["cancelRequested"], True)
expect("context", described["latestExecutionContext"], "scheduled")
fresh(described["latestActivityTaskTimestamp"])
expect("answer of RespondActivityTaskCanceled", body(swf.respond_activity_task_canceled(taskToken=token, details="undone")), {})
refused("a heartbeat of a closed task", faults.UnknownResourceFault, "", swf.record_activity_task_heartbeat, taskToken=token)
refused("a result of a closed task", faults.UnknownResourceFault, "", swf.respond_activity_task_completed, taskToken=token)

# Start a child, and let its decider have its task.
so_far = [
    "WorkflowExecutionStarted",
    "DecisionTaskScheduled",
    "DecisionTaskStarted",
    "DecisionTaskCompleted",
    "ActivityTaskScheduled",
    "ActivityTaskStarted",
    "WorkflowExecutionCancelRequested",
    "DecisionTaskScheduled",
    "DecisionTaskStarted",
    "DecisionTaskCompleted",
    "ActivityTaskCancelRequested",
    "ActivityTaskCanceled",
    "DecisionTaskScheduled",
    "DecisionTaskStarted",
]
task = decision_task("parent", so_far)
child_start = {"workflowType": CHILD, "workflowId": "child", "input": "to the child", "control": "mine", "tagList": ["child"]}
decide(task, {"decisionType": "StartChildWorkflowExecution", "startChildWorkflowExecutionDecisionAttributes": child_start})
child_task = decision_task("child", ["WorkflowExecutionStarted", "DecisionTaskScheduled", "DecisionTaskStarted"])
child = child_task["workflowExecution"]
child_started = child_task["events"][0]["workflowExecutionStartedEventAttributes"]
expect("parent of the child", child_started["parentWorkflowExecution"], parent)
expect("child policy of the child", child_started["childPolicy"], "ABANDON")
so_far += ["DecisionTaskCompleted", "StartChildWorkflowExecutionInitiated", "ChildWorkflowExecutionStarted", "DecisionTaskScheduled"]
task = decision_task("parent", [*so_far, "DecisionTaskStarted"])
expect("open executions", swf.count_open_workflow_executions(domain=DOMAIN, startTimeFilter={"oldestDate": began})["count"], 2)

# Terminate the parent; the policy given here wins over that of its type.
end = {"domain": DOMAIN, "workflowId": "parent", "runId": parent["runId"]}
ended = swf.terminate_workflow_execution(**end, reason="enough", details="by the lane", childPolicy="TERMINATE")
expect("answer of TerminateWorkflowExecution", body(ended), {})
unknown = refused("a closed execution", faults.UnknownResourceFault, "parent", swf.terminate_workflow_execution, **end)
expect("code of the fault", unknown["Error"]["Code"], "UnknownResourceFault")
for stale in (task, child_task):
    refused(
        "a decision task of a closed execution",
        faults.UnknownResourceFault,
        "",
        swf.respond_decision_task_completed,
        taskToken=stale["taskToken"],
    )

# Read the histories, page by page and backwards.
events = history(parent)
expect("history of the parent", [event["eventType"] for event in events], [*so_far, "DecisionTaskStarted", "WorkflowExecutionTerminated"])
expect("event ids", [event["eventId"] for event in events], list(range(1, len(events) + 1)))
expect("timestamps in order", sorted(fresh(event["eventTimestamp"]) for event in events), [event["eventTimestamp"] for event in events])
expect("history backwards", history(parent, reverseOrder=True), events[::-1])
by_id = {event["eventId"]: attributes(event) for event in events}
expect("ActivityTaskScheduled", by_id[5], {**schedule, "decisionTaskCompletedEventId": 4})
expect("ActivityTaskStarted", by_id[6], {"identity": "worker", "scheduledEventId": 5})
expect("ActivityTaskCancelRequested", by_id[11], {"activityId": "a", "decisionTaskCompletedEventId": 10})
expect(
    "ActivityTaskCanceled",
    by_id[12],
    {"details": "undone", "latestCancelRequestedEventId": 11, "scheduledEventId": 5, "startedEventId": 6},
)
expect(
    "ChildWorkflowExecutionStarted",
    by_id[17],
    {"initiatedEventId": 16, "workflowExecution": child, "workflowType": CHILD},
)
terminated = {"childPolicy": "TERMINATE", "details": "by the lane", "reason": "enough"}
operator = {"cause": "OPERATOR_INITIATED"} if "cause" in by_id[20] else {}  # an explicit termination may leave the cause out
expect("WorkflowExecutionTerminated of the parent", by_id[20], {**terminated, **operator})
last_of_child = attributes(history(child)[-1])
expect("cause at the child", last_of_child.get("cause"), "CHILD_POLICY_APPLIED")

# List what is closed.
expect("open executions", swf.count_open_workflow_executions(domain=DOMAIN, startTimeFilter={"oldestDate": began})["count"], 0)
closed = list(
    swf.get_paginator("list_closed_workflow_executions")
    .paginate(domain=DOMAIN, startTimeFilter={"oldestDate": began - timedelta(hours=1)}, PaginationConfig={"PageSize": 1})
    .search("executionInfos[]")
)
expect("closed executions, latest start first", [info["execution"] for info in closed], [child, parent])
for info in closed:
    expect("status", (info["executionStatus"], info["closeStatus"]), ("CLOSED", "TERMINATED"))
    expect("did it close after it started", fresh(info["startTimestamp"]) <= fresh(info["closeTimestamp"]), True)
expect("parent of the listed", [info.get("parent") for info in closed], [parent, None])
expect("tags of the listed", [info["tagList"] for info in closed], [["child"], ["boto3", "lane"]])
tagged = swf.count_closed_workflow_executions(domain=DOMAIN, startTimeFilter={"oldestDate": began}, tagFilter={"tag": "boto3"})
expect("closed with the tag", body(tagged), {"count": 1, "truncated": False})

# Faults of a client's own making.
refused("no such domain", faults.UnknownResourceFault, "nowhere", swf.describe_domain, name="nowhere")
invalid = refused("no such policy", ClientError, "childPolicy", swf.terminate_workflow_execution, **end, childPolicy="SPARE")
expect("code of the fault", invalid["Error"]["Code"], "ValidationException")

# Deprecate.
expect("answer of DeprecateActivityType", body(swf.deprecate_activity_type(domain=DOMAIN, activityType=ACTIVITY)), {})
refused("again", faults.TypeDeprecatedFault, "", swf.deprecate_activity_type, domain=DOMAIN, activityType=ACTIVITY)
about = body(swf.describe_activity_type(domain=DOMAIN, activityType=ACTIVITY))["typeInfo"]
expect("status", about["status"], "DEPRECATED")
expect("was it deprecated after it was registered", fresh(about["creationDate"]) <= fresh(about["deprecationDate"]), True)

for poll in polls:
    poll.join()
for poll, members in (("poll_for_decision_task", ("startedEventId", "previousStartedEventId")), ("poll_for_activity_task", ("startedEventId",))):
    answer, held = idle[poll]
    expect(f"task token of an idle {poll}", answer.pop("taskToken", ""), "")  # seen absent and seen empty
    expect(f"an idle {poll}", answer, dict.fromkeys(members, 0))
    expect(f"was an idle {poll}, held {held:.1f} s, held a minute", 55 < held < 65, True)
print(f"boto3 {boto3.__version__}: a whole workflow, {len(events)} events, as SWF does it")
