package io.waymark.standalone;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asks for.
 *
 * @param ports every port, moved or not
 * @param database an external PostgreSQL server, host:port
 * @param kafka external brokers
 * @param mail an external mail server's host
 * @param environment all variables, as the services shall see them
 */
record Settings(
    Map<Port, Integer> ports,
    Optional<String> database,
    Optional<String> kafka,
    Optional<String> mail,
    Map<String, String> environment) {

  static Settings read(Map<String, String> environment, Words words) {
    Optional<String> mail = set(environment, "WAYMARK_SMTP_HOST");
    var ports = new EnumMap<Port, Integer>(Port.class);
    for (Port port : Port.values()) {
      int number =
          set(environment, port.setting()).map(t -> number(port, t, words)).orElse(port.usual());
      for (Map.Entry<Port, Integer> other : ports.entrySet()) {
        if (other.getValue() == number) {
          throw words.refusal(
              "refused.port.twice", other.getKey().setting(), port.setting(), number);
        }
      }
      ports.put(port, number);
    }
    return new Settings(
        ports,
        set(environment, "WAYMARK_DATABASE_HOST").map(host -> withPort(host, environment)),
        set(environment, "WAYMARK_KAFKA_BOOTSTRAP"),
        mail,
        environment);
  }

  int port(Port port) {
    return ports.getOrDefault(port, port.usual());
  }

  /** True where the port belongs to a part that this standalone starts itself. */
  boolean isOurs(Port port) {
    return switch (port) {
      case POSTGRES -> database.isEmpty();
      case KAFKA -> kafka.isEmpty();
      case SMTP -> mail.isEmpty();
      case HTTP,
          GATEWAY_GRPC,
          REGISTRY,
          INDICATOR,
          ALERTING,
          REGISTRY_MANAGEMENT,
          INDICATOR_MANAGEMENT,
          ALERTING_MANAGEMENT ->
          true;
    };
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String withPort(String host, Map<String, String> environment) {
    return host.contains(":")
        ? host
        : host + ":" + set(environment, "WAYMARK_DATABASE_PORT").orElse("5432");
  }

  private static int number(Port port, String text, Words words) {
    if (text.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 65535) {
        return number;
      }
    }
    throw words.refusal("refused.port.number", port.setting(), text);
  }
}
