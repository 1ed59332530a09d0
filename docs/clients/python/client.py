#!/usr/bin/env python3
"""Reports the progress of a department's projects to Waymark, and reads it back. A sample to copy: it shares no code
with Waymark; its stubs are generated from the .proto files (generate.sh).

  python3 client.py report PLAN PROJECT AS_OF PERCENT [KEY]
  python3 client.py correct PLAN PROJECT REPORT_ID AS_OF PERCENT [KEY]
  python3 client.py list   PLAN PROJECT
  python3 client.py stream PLAN FILE.csv            columns: key,project_id,as_of,percent

WAYMARK_SERVER  host:port of the gateway (localhost:9090)
WAYMARK_TOKEN   the department's bearer token
WAYMARK_STUBS   folder with the generated stubs (generated/)
"""

import csv
import os
import random
import sys
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.environ.get("WAYMARK_STUBS", os.path.join(HERE, "generated")))

import grpc  # noqa: E402
from waymark.registry.v1 import registry_pb2 as messages  # noqa: E402
from waymark.registry.v1 import registry_pb2_grpc as services  # noqa: E402

SERVER = os.environ.get("WAYMARK_SERVER", "localhost:9090")
METADATA = (("authorization", "Bearer " + os.environ.get("WAYMARK_TOKEN", "")),)
DEADLINE_SECONDS = 15
MOST_ATTEMPTS = 8

# UNAVAILABLE and DEADLINE_EXCEEDED pass; the same key makes it safe to send again.
PASSES = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)


def pause(attempt):
    time.sleep(min(10, 0.1 * 2**attempt) * (0.5 + random.random() / 2))


def with_patience(send):
    for attempt in range(1, MOST_ATTEMPTS + 1):
        try:
            return send()
        except grpc.RpcError as error:
            if error.code() not in PASSES or attempt == MOST_ATTEMPTS:
                raise
            pause(attempt)
    raise AssertionError("not reached")


def request(plan_id, key, project_id, as_of, percent, corrects=""):
    return messages.ReportProgressRequest(
        plan_id=plan_id,
        project_id=project_id,
        idempotency_key=key,
        as_of=as_of,
        percent_complete=float(percent),
        corrects_report_id=corrects,
    )


def correct(registry, plan_id, project_id, report_id, as_of, percent, key=None):
    """A report that supersedes an earlier one; both stay on record."""
    return report(registry, plan_id, project_id, as_of, percent, key, corrects=report_id)


def report(registry, plan_id, project_id, as_of, percent, key=None, corrects=""):
    key = key or str(uuid.uuid4())
    message = request(plan_id, key, project_id, as_of, percent, corrects)
    reply = with_patience(
        lambda: registry.ReportProgress(message, timeout=DEADLINE_SECONDS, metadata=METADATA)
    )
    print(f"accepted {key} {reply.report_id}")
    return 0


def list_reports(registry, plan_id, project_id):
    question = messages.ListReportsRequest(plan_id=plan_id, project_id=project_id)
    reply = with_patience(
        lambda: registry.ListReports(question, timeout=DEADLINE_SECONDS, metadata=METADATA)
    )
    for one in reply.reports:
        percent = f"{one.percent_complete:g}" if one.HasField("percent_complete") else ""
        corrects = f" corrects {one.corrects_report_id}" if one.corrects_report_id else ""
        print(f"{one.as_of} {percent} {one.report_id}{corrects}")
    return 0


def send_once(registry, waiting, refused):
    """One stream. The library asks for the next item only when the other side takes one."""
    items = (messages.StreamProgressRequest(report=one) for one in list(waiting.values()))
    answered = 0
    for answer in registry.StreamProgress(items, metadata=METADATA):
        answered += 1
        key = answer.idempotency_key
        if answer.WhichOneof("outcome") == "accepted":
            del waiting[key]
            print(f"accepted {key} {answer.accepted.report_id}")
        elif answer.refused.status != "UNAVAILABLE":
            del waiting[key]
            refused.append(key)
            print(f"refused {key} {answer.refused.message}")
    return answered


def stream(registry, plan_id, file):
    """Sends all; after a break it sends what was not answered again, with the same keys. Nothing is recorded twice."""
    with open(file, encoding="utf-8", newline="") as rows:
        waiting = {
            row["key"]: request(plan_id, row["key"], row["project_id"], row["as_of"], row["percent"])
            for row in csv.DictReader(rows)
        }
    refused = []
    attempt = 0
    while waiting:
        before = len(waiting)
        try:
            send_once(registry, waiting, refused)
        except grpc.RpcError as error:
            if error.code() not in PASSES + (grpc.StatusCode.CANCELLED,):
                raise
            print(f"the stream broke ({error.details()}); {len(waiting)} left", file=sys.stderr)
        attempt = 0 if len(waiting) < before else attempt + 1
        if attempt == MOST_ATTEMPTS:
            print(f"{len(waiting)} reports could not be sent", file=sys.stderr)
            return 1
        if waiting:
            pause(attempt)
    return 1 if refused else 0


def main(arguments):
    commands = {"report": report, "correct": correct, "list": list_reports, "stream": stream}
    if len(arguments) < 3 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    # In production use grpc.secure_channel: the token must not travel in the clear.
    with grpc.insecure_channel(SERVER) as channel:
        try:
            return commands[arguments[0]](services.RegistryServiceStub(channel), *arguments[1:])
        except grpc.RpcError as error:
            print(f"{error.code().name}: {error.details()}", file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
