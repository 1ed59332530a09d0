#!/bin/sh
# Creates the topics of deploy/kafka/topics.yaml on a cluster: topics.sh TOPICS_FILE BOOTSTRAP
# Needs kafka-topics.sh (KAFKA_TOPICS names another one). A topic that exists is left as it is.
set -eu
[ $# -eq 2 ] || { echo "usage: topics.sh TOPICS_FILE BOOTSTRAP" >&2; exit 2; }
file=$1 bootstrap=$2
create=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}

# name, partitions, cleanup policy and days that records are kept (- where they stay for good), one topic a line
listed() {
  awk '
    function flush() { if (name != "") print name, partitions, cleanup, days }
    /^ *- name:/     { flush(); name = $3; partitions = 1; cleanup = "delete"; days = "-" }
    /^ *partitions:/ { partitions = $2 }
    /^ *cleanup:/    { cleanup = $2 }
    /^ *retention:/  { days = substr($2, 2, length($2) - 2) }
    END              { flush() }
  ' "$file"
}

listed | while read -r name partitions cleanup days; do
  if [ "$days" = - ]; then keep=-1; else keep=$((days * 86400000)); fi
  "$create" --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$name" --partitions "$partitions" \
    --config "cleanup.policy=$cleanup" --config "retention.ms=$keep" --config message.timestamp.type=LogAppendTime \
    </dev/null
done
