"""What simpleflow runs in this lane: activities side by side and one after the other, a retry, a marker, a timer, a signal and a child."""

import os
import pathlib
import time

from simpleflow import Workflow, activity, futures

SCRATCH = pathlib.Path(os.environ["LANE_SCRATCH"])


@activity.with_attributes(version="1", task_list="workers")
def double(number):
    return 2 * number


@activity.with_attributes(version="1", task_list="workers", retry=1)
def add_one(number):
    failed = SCRATCH / "failed"
    if not failed.exists():
        failed.touch()
        raise ValueError("the first time")
    return number + 1


@activity.with_attributes(version="1", task_list="workers")
def sleep():
    (SCRATCH / "asleep").touch()
    time.sleep(600)


class Child(Workflow):
    name = "lane_workflows.Child"
    version = "1"
    task_list = "deciders"

    def run(self, number):
        doubled = self.submit(double, number)
        futures.wait(doubled)
        return doubled.result


class Whole(Workflow):
    name = "lane_workflows.Whole"
    version = "1"
    task_list = "deciders"

    def run(self, numbers):
        doubled = self.map(double, numbers)  # [2, 4, 6]
        futures.wait(*doubled)
        total = self.submit(add_one, sum(future.result for future in doubled))  # 13
        self.submit(self.record_marker("doubled", [future.result for future in doubled]))
        pause = self.submit(self.start_timer("pause", 1))
        go = self.submit(self.wait_signal("go"))
        futures.wait(total, pause, go)
        child = self.submit(Child, total.result)  # 26
        futures.wait(child)
        return {"child": child.result, "go": go.result}


class Endless(Workflow):
    name = "lane_workflows.Endless"
    version = "1"
    task_list = "deciders"

    def run(self):
        futures.wait(self.submit(sleep))
