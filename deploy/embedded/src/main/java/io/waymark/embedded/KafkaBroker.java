package io.waymark.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this JVM: KRaft, broker and controller in one, on the loopback interface.
 *
 * <p>It promises what a single broker can: what it acknowledged survives the death of this JVM,
 * since the page cache does; losing the machine's power is what replicas are for.
 */
public final class KafkaBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;
  private final Path data;
  private final boolean temporary;

  private KafkaBroker(KafkaRaftServer server, int port, Path data, boolean temporary) {
    this.server = server;
    this.port = port;
    this.data = data;
    this.temporary = temporary;
  }

  /** Starts on a free port with a data folder that {@link #close} removes. */
  public static KafkaBroker startTemporary() {
    return start(Folders.temporary("waymark-kafka"), FreePort.find(), true);
  }

  /**
   * Starts on a lasting data folder, formatted at the first start.
   *
   * @param port 0 for a free one
   */
  public static KafkaBroker start(Path data, int port) {
    return start(Folders.make(data), FreePort.orFound(port), false);
  }

  private static KafkaBroker start(Path data, int port, boolean temporary) {
    Map<String, String> settings = settings(data, port, FreePort.find());
    try {
      format(data);
      var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new KafkaBroker(server, port, data, temporary);
    } catch (Exception e) {
      throw new EmbeddedException("The Kafka broker did not start on port " + port + ": " + e, e);
    }
  }

  /** Such as "4.3.1". */
  public static String version() {
    return AppInfoParser.getVersion();
  }

  public int port() {
    return port;
  }

  /** What clients connect to. */
  public String bootstrap() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    if (temporary) {
      Folders.remove(data);
    }
  }

  private static void format(Path data) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .setDirectories(List.of(data.toString()))
        .setMetadataLogDirectory(data.toString())
        .run();
  }

  private static Map<String, String> settings(Path data, int port, int controllerPort) {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
    settings.put("log.dirs", data.toString());
    settings.put("num.partitions", "1");
    settings.put("auto.create.topics.enable", "false");
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // one machine: fifty partitions for offsets only cost start-up time and files
    settings.put("offsets.topic.num.partitions", "8");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // after kill -9 the broker waits until the session of its former self has ended
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // and a consumer that was killed keeps its partitions until its session ends: 45 s by default
    settings.put("group.consumer.min.session.timeout.ms", "6000");
    settings.put("group.consumer.session.timeout.ms", "6000");
    settings.put("group.consumer.min.heartbeat.interval.ms", "1500");
    settings.put("group.consumer.heartbeat.interval.ms", "1500");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("log.message.timestamp.type", "LogAppendTime");
    settings.put("socket.request.max.bytes", "16777216");
    return settings;
  }
}
