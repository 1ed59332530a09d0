package io.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void theFileNamesEveryTopicOnceAndUnderOurRoot() {
    assertThat(Topics.all())
        .extracting(Topic::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("waymark."))
        .contains("waymark.registry.project.v1", "waymark.indicator.judgement.v1");
  }

  @Test
  void aTopicWithoutRetentionIsKeptForGood() {
    assertThat(read("topics: [{name: a, partitions: 3, cleanup: compact}]"))
        .containsExactly(new Topic("a", 3, Topic.Cleanup.COMPACT, Optional.empty()));
    assertThat(read("topics: [{name: a, partitions: 1, cleanup: delete, retention: P7D}]"))
        .containsExactly(new Topic("a", 1, Topic.Cleanup.DELETE, Optional.of(Duration.ofDays(7))));
  }

  @Test
  void aTopicThatLacksAWordIsNamed() {
    assertThatThrownBy(() -> read("topics: [{name: a, cleanup: delete}]"))
        .hasMessage("topics.yaml: a topic has no partitions: {name=a, cleanup=delete}");
    assertThatThrownBy(() -> read("topics: [{name: a, partitions: 0, cleanup: delete}]"))
        .hasMessage("a: partitions: 0 (expected: at least 1)");
  }

  private static List<Topic> read(String yaml) {
    return Topics.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
