package io.waymark.standalone;

import io.waymark.embedded.KafkaBroker;
import io.waymark.embedded.PostgresServer;
import io.waymark.embedded.SmtpSink;
import io.waymark.embedded.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka and the mail sink, those of them that the settings do not find elsewhere. */
final class EmbeddedParts {
  private static final List<String> DATABASES = List.of("registry", "indicator", "alerting");
  private static final int BROKERS_DEFAULT = -1;

  private final Home home;
  private final Settings settings;
  private final Progress progress;
  private volatile @Nullable PostgresServer postgres;
  private volatile @Nullable KafkaBroker kafka;
  private volatile @Nullable SmtpSink smtp;
  private volatile String postgresVersion = "";

  EmbeddedParts(Home home, Settings settings, Progress progress) {
    this.home = home;
    this.settings = settings;
    this.progress = progress;
  }

  void startPostgres(String password) {
    if (settings.database().isPresent()) {
      progress.external("postgres", settings.database().get());
      return;
    }
    long start = System.nanoTime();
    var server = PostgresServer.start(home.postgres(), settings.port(Port.POSTGRES), password);
    postgresVersion = server.version();
    postgres = server;
    server.createDatabases(DATABASES);
    progress.ready("postgres", start);
  }

  void startKafka(String bootstrap) {
    if (settings.kafka().isPresent()) {
      Topics.create(bootstrap, Topics.all(), BROKERS_DEFAULT);
      progress.external("kafka", bootstrap);
      return;
    }
    long start = System.nanoTime();
    kafka = KafkaBroker.start(home.kafka(), settings.port(Port.KAFKA));
    Topics.create(bootstrap, Topics.all(), 1);
    progress.ready("kafka", start);
  }

  void startSmtp() {
    if (settings.mail().isPresent()) {
      progress.external("smtp", settings.mail().get());
      return;
    }
    long start = System.nanoTime();
    smtp = SmtpSink.start(home.mail(), settings.port(Port.SMTP));
    progress.ready("smtp", start);
  }

  /** What runs, for the state file. */
  List<Map<String, Object>> state() {
    var parts = new ArrayList<Map<String, Object>>();
    long self = ProcessHandle.current().pid();
    Optional.ofNullable(postgres)
        .ifPresent(server ->
            parts.add(part("postgres", "database", server.port(), server.pid(), postgresVersion)));
    Optional.ofNullable(kafka)
        .ifPresent(broker ->
            parts.add(part("kafka", "broker", broker.port(), self, KafkaBroker.version())));
    Optional.ofNullable(smtp)
        .ifPresent(sink -> parts.add(part("smtp", "mail", sink.port(), self, Launcher.version())));
    return parts;
  }

  private static Map<String, Object> part(
      String name, String kind, int port, long pid, String version) {
    return Map.of("name", name, "kind", kind, "port", port, "pid", pid, "version", version);
  }

  /** Stops them in the order in which the others need them. */
  void stop() {
    Optional.ofNullable(kafka).ifPresent(KafkaBroker::close);
    Optional.ofNullable(postgres).ifPresent(PostgresServer::close);
    Optional.ofNullable(smtp).ifPresent(SmtpSink::close);
  }
}
