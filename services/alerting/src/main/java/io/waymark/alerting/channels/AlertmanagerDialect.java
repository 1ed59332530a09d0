package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelMessage.Standing;
import io.waymark.alerting.domain.ChannelQueue.DueMessage;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.mail.Briefs;
import io.waymark.alerting.mail.Briefs.Item;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prometheus Alertmanager: one message for each alert, told again before it would expire, and told
 * as over when it is. Its times are the system's, which are Alertmanager's too, whatever year a
 * demo is in.
 */
final class AlertmanagerDialect implements Dialect {
  /** An alert lives on for so many repetitions that do not come. */
  static final int LIVES = 4;

  private static final int AT_ONCE = 200;
  private static final String STARTS = "startsAt";

  private final ChannelConfig config;
  private final Briefs briefs;

  AlertmanagerDialect(ChannelConfig config, Briefs briefs) {
    this.config = config;
    this.briefs = briefs;
  }

  @Override
  public List<ChannelMessage> write(Circular circular) {
    return circular.notices().stream().map(notice -> message(circular, notice)).toList();
  }

  private ChannelMessage message(Circular circular, Notice notice) {
    Briefs.Brief brief = briefs.of(circular.with(List.of(notice)), config.language());
    Item item = brief.items().getFirst();
    return new ChannelMessage(
        AlertIds.message(
            config.name(), List.of(notice.alert().transitionId() + "/" + notice.kind())),
        config.name(),
        brief.bureauId(),
        List.of(item.alertId()),
        List.of(item.subjectId()),
        brief.subject(),
        Json.write(alert(brief, item, circular.arrivedAt())),
        circular.at(),
        circular.arrivedAt(),
        new Standing(item.alertId(), item.severity()));
  }

  private Map<String, Object> alert(Briefs.Brief brief, Item item, Instant arrivedAt) {
    Map<String, String> labels = new LinkedHashMap<>(config.labels());
    labels.put("alertname", "WaymarkAlert");
    labels.put("alert_id", item.alertId());
    labels.put("plan", item.planId());
    labels.put("kind", item.kind());
    labels.put("subject", item.subjectId());
    labels.put("bureau", brief.bureauId());
    labels.put("severity", item.severity());
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("summary", brief.subject());
    annotations.put("description", item.sentence());
    annotations.put("name", item.name());
    annotations.put("bureau_name", brief.bureau());
    annotations.put("notice", item.notice());
    if (!brief.warnings().isEmpty()) {
      annotations.put("warning", String.join(" ", brief.warnings()));
    }
    if (!item.asks().isEmpty()) {
      annotations.put("asked", String.join(" ", item.asks()));
    }
    return Map.of(
        "labels",
        labels,
        "annotations",
        annotations,
        "generatorURL",
        item.url(),
        STARTS,
        arrivedAt.toString());
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public HttpRequest request(List<DueMessage> due, Instant now) {
    List<JsonNode> alerts = due.stream().map(one -> timed(one, now)).toList();
    return HttpRequest.newBuilder(place())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(alerts), UTF_8))
        .build();
  }

  private JsonNode timed(DueMessage due, Instant now) {
    JsonNode alert = Json.read(due.message().body());
    Duration life = due.over() ? Duration.ZERO : config.repeat().multipliedBy(LIVES);
    if (alert instanceof ObjectNode fields) {
      Instant starts = Instant.parse(fields.path(STARTS).asText());
      // Alertmanager refuses what ends before it starts, and two machines' clocks differ.
      fields.put(STARTS, (starts.isAfter(now) ? now : starts).toString());
      fields.put("endsAt", now.plus(life).toString());
    }
    return alert;
  }

  private URI place() {
    String base = config.url().toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "api/v2/alerts");
  }

  @Override
  public Answer read(int status, String body) {
    return Dialect.byStatus(status);
  }
}
