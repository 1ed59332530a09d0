package io.waymark.testkit;

import io.waymark.embedded.SmtpSink;
import io.waymark.embedded.Topic;
import io.waymark.embedded.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The real parts of one test class: servers shared with the other classes, names of its own on
 * them.
 */
public final class Parts {
  private final Infrastructure shared;
  private final String id;
  private final List<String> databases = new ArrayList<>();
  private @Nullable Database database;

  Parts(Infrastructure shared, String testClass) {
    this.shared = shared;
    String name = testClass.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    // PostgreSQL cuts names at 63 bytes
    String start = name.substring(0, Math.min(name.length(), 40));
    this.id = start + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** A name that no other test class has, for consumer groups and the like. */
  public String uniqueName(String base) {
    return base + "-" + id;
  }

  /** This class's database: fresh and empty, the same at every call. */
  public synchronized Database database() {
    Database known = database;
    if (known == null) {
      known = newDatabase();
      database = known;
    }
    return known;
  }

  /** One more fresh and empty database. */
  public synchronized Database newDatabase() {
    String name = uniqueName("t" + databases.size());
    Database made = shared.postgres().create(name);
    databases.add(name);
    return made;
  }

  public String kafkaBootstrap() {
    return shared.kafkaBootstrap();
  }

  /** Makes a topic that no other class has, which keeps everything, and returns its name. */
  public String newTopic(String base, int partitions) {
    String name = uniqueName(base);
    createTopics(
        List.of(
            new Topic(name, partitions, Topic.Cleanup.DELETE, Optional.of(Duration.ofDays(7)))));
    return name;
  }

  /**
   * Makes Waymark's own topics under their own names, as {@code deploy/kafka/topics.yaml} lists
   * them. They are shared with the other classes of this JVM: tell your records from theirs by key.
   */
  public void createWaymarkTopics() {
    createTopics(Topics.all());
  }

  public void createTopics(List<Topic> topics) {
    Topics.create(kafkaBootstrap(), topics, 1);
  }

  /**
   * The mail server; its mails are shared with the other classes of this JVM, see {@link
   * SmtpSink#clear}.
   */
  public SmtpSink mail() {
    return shared.mail();
  }

  synchronized void release() {
    databases.forEach(name -> shared.postgres().drop(name));
    databases.clear();
  }
}
