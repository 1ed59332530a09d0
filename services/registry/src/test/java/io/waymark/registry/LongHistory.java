package io.waymark.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.domain.ReportDraft;
import io.waymark.registry.wire.ProjectWire;
import io.waymark.testkit.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A project that was reported day by day for years, as the registry keeps it. */
final class LongHistory {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final String WORDS = "征地拆迁滞后，两户尚未签约；管线迁改等待断电窗口。".repeat(8);

  private final ProjectKey key;

  LongHistory(ProjectKey key) {
    this.key = key;
  }

  /** The state after so many reports, as the domain's own decisions make it. */
  ProjectState state(int reports) {
    @Nullable ProjectState state =
        Projects.evolve(
            null,
            new io.waymark.registry.domain.ProjectEvent.Registered(
                Samples.definition(key, "water")));
    for (int i = 0; i < reports; i++) {
      String day = FIRST.plusDays(i).toString();
      var draft = new ReportDraft(day, OptionalDouble.of(i / 50.0), "", "", "", WORDS, "", "");
      for (var event :
          Projects.decide(state, Samples.report(key, "k" + i, draft), Samples.WATER, Samples.NOW)
              .events()) {
        state = Projects.evolve(state, event);
      }
    }
    return Objects.requireNonNull(state);
  }

  /** Puts a state where the registry reads it. */
  void keep(Database database, ProjectState state) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement update =
            connection.prepareStatement(
                "update project set state = ?, version = ? where plan_id = ? and project_id = ?")) {
      update.setBytes(1, ProjectWire.state(state).toByteArray());
      update.setLong(2, state.version());
      update.setString(3, key.planId());
      update.setString(4, key.projectId());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  /** The event of a version, from the broker. */
  ConsumerRecord<String, byte[]> published(String bootstrap, long version) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("group.id", "long-history");
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("waymark.registry.project.v1"));
      await("the event of version " + version)
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
              if (record.key().equals(key.toString())
                  && ProjectEvent.parseFrom(record.value()).getState().getVersion() == version) {
                found.add(record);
              }
            }
            return !found.isEmpty();
          });
    }
    return found.getFirst();
  }
}
