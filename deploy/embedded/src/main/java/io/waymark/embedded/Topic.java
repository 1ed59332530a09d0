package io.waymark.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of {@code topics.yaml}.
 *
 * @param retention absent where the newest record of each key is kept for good
 */
public record Topic(String name, int partitions, Cleanup cleanup, Optional<Duration> retention) {

  /** What happens to old records. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          name + ": partitions: " + partitions + " (expected: at least 1)");
    }
  }

  public Topic withName(String other) {
    return new Topic(other, partitions, cleanup, retention);
  }

  /** As Kafka's admin client wants it. */
  public NewTopic toNewTopic(int replication) {
    var policy =
        switch (cleanup) {
          case DELETE -> TopicConfig.CLEANUP_POLICY_DELETE;
          case COMPACT -> TopicConfig.CLEANUP_POLICY_COMPACT;
        };
    String keep = Long.toString(retention.map(Duration::toMillis).orElse(-1L));
    return new NewTopic(name, partitions, (short) replication)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, policy,
                TopicConfig.RETENTION_MS_CONFIG, keep,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
  }
}
