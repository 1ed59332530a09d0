package io.waymark.cli.status;

import io.waymark.cli.status.PartStatus.Lag;
import io.waymark.cli.status.RunState.Part;
import io.waymark.cli.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Asks one part how it is. Plain sockets and URLs: an HTTP client would take longer to load than to
 * ask.
 */
final class Probe {
  private static final int PATIENCE_MILLIS = 2000;
  private static final List<String> COUNTS =
      List.of(
          "waymark_registry_bureaus",
          "waymark_registry_projects",
          "waymark_registry_reports",
          "waymark_indicator_plans",
          "waymark_indicator_indicators",
          "waymark_indicator_targets",
          "waymark_indicator_observations",
          "waymark_indicator_judgements",
          "waymark_alerting_alerts",
          "waymark_alerting_mails");

  private record Answer(int status, String body) {}

  private final Words words;

  Probe(Words words) {
    this.words = words;
  }

  PartStatus ask(Part part) {
    String cause = cause(part);
    MetricsPage page = cause.isEmpty() || isAlive(part) ? metrics(part) : MetricsPage.parse("");
    String version =
        page.all("waymark_build_info").stream()
            .findFirst()
            .map(sample -> sample.label("version"))
            .orElse(part.version());
    OptionalLong outbox = page.sum("waymark_outbox_depth");
    return new PartStatus(part, cause, version, counts(page), outbox, lags(page));
  }

  private String cause(Part part) {
    if (part.pid().isPresent() && !isAlive(part)) {
      return words.get("status.gone", part.pid().getAsLong());
    }
    return switch (part.kind()) {
      case "launcher" -> part.pid().isPresent() ? "" : words.get("status.noPid");
      case "service" -> health(part.port("management"), "/health/ready");
      case "gateway" -> health(part.port("http"), "/actuator/health");
      default -> connect(part.anyPort());
    };
  }

  private static boolean isAlive(Part part) {
    return part.pid().isPresent()
        && ProcessHandle.of(part.pid().getAsLong()).map(ProcessHandle::isAlive).orElse(false);
  }

  private String connect(OptionalInt port) {
    if (port.isEmpty()) {
      return words.get("status.noPort");
    }
    try (Socket socket = new Socket()) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt());
      socket.connect(address, PATIENCE_MILLIS);
      return "";
    } catch (IOException e) {
      return words.get("status.silent", port.getAsInt());
    }
  }

  private String health(OptionalInt port, String path) {
    if (port.isEmpty()) {
      return words.get("status.noPort");
    }
    Optional<Answer> answer = get(port.getAsInt(), path);
    if (answer.isEmpty()) {
      return words.get("status.silent", port.getAsInt());
    }
    return answer.get().status() == 200 ? "" : causes(answer.get());
  }

  /** What a health page names as down, or its status where it names nothing. */
  private String causes(Answer answer) {
    List<String> causes = HealthPage.causes(answer.body());
    return causes.isEmpty()
        ? words.get("status.notReady", answer.status())
        : String.join("; ", causes);
  }

  private MetricsPage metrics(Part part) {
    boolean gateway = part.kind().equals("gateway");
    OptionalInt port = part.port(gateway ? "http" : "management");
    if (port.isEmpty()) {
      return MetricsPage.parse("");
    }
    return MetricsPage.parse(
        get(port.getAsInt(), "/metrics")
            .filter(a -> a.status() == 200)
            .map(Answer::body)
            .orElse(""));
  }

  private static Map<String, Long> counts(MetricsPage page) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String name : COUNTS) {
      String shortName = name.substring(name.lastIndexOf('_') + 1);
      page.sum(name).ifPresent(value -> counts.put(shortName, value));
    }
    return counts;
  }

  private static List<Lag> lags(MetricsPage page) {
    return page.all("waymark_consumer_lag").stream()
        .map(s -> new Lag(s.label("consumer"), s.label("topic"), Math.round(s.value())))
        .toList();
  }

  private Optional<Answer> get(int port, String path) {
    try {
      HttpURLConnection call =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + path).toURL().openConnection();
      call.setConnectTimeout(PATIENCE_MILLIS);
      call.setReadTimeout(PATIENCE_MILLIS);
      call.setRequestProperty(
          "Accept", path.contains("health") ? "application/json" : "text/plain, */*;q=0.1");
      call.setRequestProperty("Accept-Language", words.language().locale().toLanguageTag());
      int status = call.getResponseCode();
      try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
        byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
        return Optional.of(new Answer(status, new String(bytes, StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
