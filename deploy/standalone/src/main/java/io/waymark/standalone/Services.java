package io.waymark.standalone;

import io.waymark.embedded.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which programs run, where their jars are, and with which settings. */
final class Services {
  private final Path project;
  private final Home home;
  private final Settings settings;
  private final Keys keys;
  private final Words words;

  /**
   * @param project the folder with the built modules
   */
  Services(Path project, Home home, Settings settings, Keys keys, Words words) {
    this.project = project;
    this.home = home;
    this.settings = settings;
    this.keys = keys;
    this.words = words;
  }

  List<Service> all() {
    return List.of(
        service("registry", Port.REGISTRY, Port.REGISTRY_MANAGEMENT, 256),
        service("indicator", Port.INDICATOR, Port.INDICATOR_MANAGEMENT, 384),
        service("alerting", Port.ALERTING, Port.ALERTING_MANAGEMENT, 256),
        gateway());
  }

  private Service service(String name, Port grpc, Port management, int heapMib) {
    var environment = common();
    environment.putAll(database(name));
    environment.put("WAYMARK_KAFKA_BOOTSTRAP", kafkaBootstrap());
    environment.put("WAYMARK_GRPC_PORT", text(grpc));
    environment.put("WAYMARK_MANAGEMENT_PORT", text(management));
    if (name.equals("alerting")) {
      environment.putAll(mail());
    }
    return new Service(
        name,
        "service",
        "io.waymark." + name + "." + capital(name) + "Application",
        classPath("services/" + name, "waymark-" + name),
        heapMib,
        environment,
        URI.create("http://127.0.0.1:" + settings.port(management) + "/health/ready"),
        Map.of("grpc", settings.port(grpc), "management", settings.port(management)));
  }

  private Service gateway() {
    var environment = common();
    environment.put("WAYMARK_HTTP_PORT", text(Port.HTTP));
    environment.put("WAYMARK_GRPC_PORT", text(Port.GATEWAY_GRPC));
    environment.put("WAYMARK_REGISTRY_ADDRESS", "localhost:" + text(Port.REGISTRY));
    environment.put("WAYMARK_INDICATOR_ADDRESS", "localhost:" + text(Port.INDICATOR));
    environment.put("WAYMARK_ALERTING_ADDRESS", "localhost:" + text(Port.ALERTING));
    environment.put(
        "WAYMARK_REGISTRY_MANAGEMENT", "http://localhost:" + text(Port.REGISTRY_MANAGEMENT));
    environment.put(
        "WAYMARK_INDICATOR_MANAGEMENT", "http://localhost:" + text(Port.INDICATOR_MANAGEMENT));
    environment.put(
        "WAYMARK_ALERTING_MANAGEMENT", "http://localhost:" + text(Port.ALERTING_MANAGEMENT));
    environment.put("WAYMARK_GATEWAY_TOKEN", keys.gatewayToken(Instant.now()));
    return new Service(
        "gateway",
        "gateway",
        "io.waymark.gateway.GatewayApplication",
        classPath("gateway", "waymark-gateway"),
        320,
        environment,
        URI.create("http://127.0.0.1:" + text(Port.HTTP) + "/actuator/health/readiness"),
        Map.of("http", settings.port(Port.HTTP), "grpc", settings.port(Port.GATEWAY_GRPC)));
  }

  private Map<String, String> common() {
    var environment = new HashMap<>(settings.environment());
    environment.put("WAYMARK_TOKEN_KEYS", keys.publicKeys().toString());
    environment.put("WAYMARK_CLOCK_FILE", home.clock().toString());
    environment.put("WAYMARK_HOME", home.root().toString());
    return environment;
  }

  private Map<String, String> database(String name) {
    String server = settings.database().orElse("localhost:" + text(Port.POSTGRES));
    var environment = new HashMap<String, String>();
    environment.put("WAYMARK_DATABASE_URL", "jdbc:postgresql://" + server + "/" + name);
    if (settings.database().isEmpty()) {
      environment.put("WAYMARK_DATABASE_USER", PostgresServer.USER);
      environment.put("WAYMARK_DATABASE_PASSWORD", keys.databasePassword());
    }
    return environment;
  }

  String kafkaBootstrap() {
    return settings.kafka().orElse("localhost:" + text(Port.KAFKA));
  }

  private Map<String, String> mail() {
    var environment = new HashMap<String, String>();
    environment.put("WAYMARK_BOARD_URL", "http://localhost:" + text(Port.HTTP));
    if (settings.mail().isEmpty()) {
      environment.put("WAYMARK_SMTP_HOST", "localhost");
      environment.put("WAYMARK_SMTP_PORT", text(Port.SMTP));
    }
    environment.keySet().removeAll(settings.environment().keySet());
    return environment;
  }

  /** The module's jar and what Maven wrote down beside it. */
  private List<Path> classPath(String folder, String artifact) {
    Path target = project.resolve(folder).resolve("target");
    Path list = target.resolve("classpath.txt");
    if (!Files.exists(list)) {
      throw words.refusal("refused.build", list);
    }
    var classPath = new ArrayList<Path>();
    classPath.add(jar(target, artifact));
    try {
      for (String entry : Files.readString(list).strip().split(File.pathSeparator, -1)) {
        classPath.add(Path.of(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw words.refusal("refused.build", entry);
      }
    }
    return classPath;
  }

  private Path jar(Path target, String artifact) {
    String name = artifact + "-[0-9].*(?<!-sources|-javadoc|-tests)\\.jar";
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow(() -> words.refusal("refused.build", target.resolve(artifact + ".jar")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Port port) {
    return Integer.toString(settings.port(port));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
