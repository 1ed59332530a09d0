package io.waymark.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of Waymark, as {@code deploy/kafka/topics.yaml} lists them. */
public final class Topics {
  private static final String FILE = "topics.yaml";

  private Topics() {}

  public static List<Topic> all() {
    try (InputStream stream = Topics.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new EmbeddedException(FILE + " is not on the class path");
      }
      return read(stream);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot read " + FILE, e);
    }
  }

  static List<Topic> read(InputStream stream) {
    Map<String, List<Map<String, Object>>> file =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
    return file.getOrDefault("topics", List.of()).stream().map(Topics::topic).toList();
  }

  private static Topic topic(Map<String, Object> entry) {
    return new Topic(
        text(entry, "name"),
        Integer.parseInt(text(entry, "partitions")),
        Topic.Cleanup.valueOf(text(entry, "cleanup").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(entry.get("retention")).map(Object::toString).map(Duration::parse));
  }

  private static String text(Map<String, Object> entry, String key) {
    Object value = entry.get(key);
    if (value == null) {
      throw new EmbeddedException(FILE + ": a topic has no " + key + ": " + entry);
    }
    return value.toString();
  }

  /**
   * Makes those of the topics that are not there yet; the others keep what they have.
   *
   * @param replication -1 for the brokers' own default
   */
  public static void create(String bootstrap, Collection<Topic> topics, int replication) {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      Set<String> known = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !known.contains(topic.name()))
              .map(topic -> topic.toNewTopic(replication))
              .toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new EmbeddedException(
            "Cannot create topics at " + bootstrap + ": " + e.getCause(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while topics are created", e);
    }
  }
}
