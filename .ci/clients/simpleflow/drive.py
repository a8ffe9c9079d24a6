"""Runs the lane's workflows by simpleflow's own commands: the first difference ends it with exit code 1."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
from collections import Counter

import simpleflow
from simpleflow.swf.helpers import get_workflow_execution
from simpleflow.swf.mapper.models import Domain
from simpleflow.swf.mapper.querysets import WorkflowExecutionQuerySet

DOMAIN = "simpleflow"
COMMAND = pathlib.Path(sys.executable).parent / "simpleflow"
SCRATCH = pathlib.Path(os.environ["LANE_SCRATCH"])
LOG = SCRATCH / "log"
daemons = []


def expect(what, observed, expected):
    if observed != expected:
        raise SystemExit(f"{what}\n  expected {expected!r}\n  observed {observed!r}\n{LOG.read_text()[-3000:]}")


def until(what, look):
    end = time.monotonic() + 60
    while not look():
        if time.monotonic() > end:
            expect(what, "not within 60 s", "within 60 s")
        time.sleep(0.2)


def call(*arguments):
    return subprocess.run([COMMAND, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def start(workflow, input):
    """Starts a workflow under its own name as workflow id; answers what looks at its execution."""
    started = call("workflow.start", "--domain", DOMAIN, "--workflow-id", workflow, "--input", json.dumps(input), workflow)
    workflow_id, run_id = started.split()
    return lambda: get_workflow_execution(DOMAIN, workflow_id, run_id)


def start_daemons():
    for arguments in (
        ["decider.start", "--nb-processes", "1", "lane_workflows.Whole", "lane_workflows.Child", "lane_workflows.Endless"],
        ["worker.start", "--nb-processes", "2", "--task-list", "workers", "--heartbeat", "1"],
    ):
        command = [COMMAND, *arguments, "--domain", DOMAIN]
        daemons.append(subprocess.Popen(command, stdout=LOG.open("a"), stderr=subprocess.STDOUT, start_new_session=True))


def kill_daemons():
    """Kills them: asked to end, they would wait out the minute for which their polls are held."""
    while daemons:
        daemon = daemons.pop()
        os.killpg(daemon.pid, signal.SIGKILL)
        daemon.wait()


def whole():
    execution = start("lane_workflows.Whole", [[1, 2, 3]])
    execution().signal("go", input={"args": ["now"]})
    until("the execution closes", lambda: execution().status == "CLOSED")
    expect("close status", execution().close_status, "COMPLETED")
    events = execution().history_events(None)
    result = json.loads(events[-1]["workflowExecutionCompletedEventAttributes"]["result"])
    expect("result", result, {"child": 26, "go": {"args": ["now"]}})
    expect("event ids", [event["eventId"] for event in events], list(range(1, len(events) + 1)))
    seen = Counter(event["eventType"] for event in events if "DecisionTask" not in event["eventType"])
    expect(
        "events but those of decision tasks",
        seen,
        Counter(
            WorkflowExecutionStarted=1,
            ScheduleActivityTaskFailed=4,  # simpleflow registers a type when SWF does not know it, and schedules again
            ActivityTaskScheduled=5,
            ActivityTaskStarted=5,
            ActivityTaskCompleted=4,
            ActivityTaskFailed=1,
            MarkerRecorded=1,
            TimerStarted=2,  # the pause, and one of 0 s with which simpleflow wakes itself after a marker
            TimerFired=2,
            WorkflowExecutionSignaled=1,
            StartChildWorkflowExecutionFailed=1,
            StartChildWorkflowExecutionInitiated=1,
            ChildWorkflowExecutionStarted=1,
            ChildWorkflowExecutionCompleted=1,
            WorkflowExecutionCompleted=1,
        ),
    )
    return len(events)


def endless():
    """A worker hears by its heartbeat that the execution is gone, and kills the process of the activity."""
    execution = start("lane_workflows.Endless", [])
    until("the activity runs", (SCRATCH / "asleep").exists)
    call("workflow.terminate", DOMAIN, execution().workflow_id, execution().run_id)
    expect("close status", execution().close_status, "TERMINATED")
    until("the worker kills the activity", lambda: "heartbeat failed" in LOG.read_text())


Domain(DOMAIN, retention_period=1).save()
try:
    # Processes that died while they polled take no task with them.
    start_daemons()
    until("two poll for activities, one for decisions", lambda: LOG.read_text().count(f"on domain {DOMAIN}") == 3)
    time.sleep(1)
    kill_daemons()
    start_daemons()
    events = whole()
    endless()
finally:
    kill_daemons()
closed = WorkflowExecutionQuerySet(Domain(DOMAIN)).filter(status="CLOSED")
expect(
    "closed executions",
    sorted((execution.workflow_type.name, execution.close_status) for execution in closed),
    [("lane_workflows.Child", "COMPLETED"), ("lane_workflows.Endless", "TERMINATED"), ("lane_workflows.Whole", "COMPLETED")],
)
print(f"simpleflow {simpleflow.__version__}: a whole workflow, {events} events, as SWF does it")
