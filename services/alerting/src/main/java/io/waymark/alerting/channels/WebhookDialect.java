package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelMessage.Standing;
import io.waymark.alerting.domain.ChannelQueue.DueMessage;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.mail.Briefs;
import io.waymark.alerting.mail.Briefs.Brief;
import io.waymark.alerting.mail.Briefs.Item;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks, and group robots, which are webhooks with a body and an answer of their own. */
final class WebhookDialect implements Dialect {
  private static final Logger log = LoggerFactory.getLogger(WebhookDialect.class);

  /** What WeCom takes of a markdown text: 4096 bytes. */
  private static final int WECOM_BYTES = 4096;

  private static final int DINGTALK_BYTES = 20_000;
  private static final int WEBHOOK_BYTES = 1024 * 1024;
  private static final int[] SHOWN = {5, 3, 1, 0};
  private static final Set<Integer> BUSY = Set.of(-1, 45009, 130101);
  private static final Set<Integer> SHUT_OUT = Set.of(93000, 300001, 310000, 40014, 42001);

  private final ChannelConfig config;
  private final Briefs briefs;
  private final @Nullable MessageTemplate own;
  private final @Nullable MessageTemplate shipped;

  /**
   * Creates a dialect.
   *
   * @throws IllegalArgumentException if the channel's template cannot be read
   */
  WebhookDialect(ChannelConfig config, Briefs briefs) {
    this.config = config;
    this.briefs = briefs;
    this.own = config.template() == null ? null : read(config.template());
    this.shipped =
        switch (config.kind()) {
          case WECOM -> new MessageTemplate(MessageTemplate.shipped("wecom.json"));
          case DINGTALK -> new MessageTemplate(MessageTemplate.shipped("dingtalk.json"));
          case WEBHOOK, ALERTMANAGER -> null;
        };
  }

  private static MessageTemplate read(String template) {
    try {
      return new MessageTemplate(template);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * What the customer's template makes of a brief; for proving it.
   *
   * @throws IllegalArgumentException if it fails
   */
  void prove(Brief brief) {
    MessageTemplate template = own;
    if (template != null) {
      laidOut(template, brief);
    }
  }

  @Override
  public List<ChannelMessage> write(Circular circular) {
    Brief brief = briefs.of(circular, config.language());
    String id =
        AlertIds.message(
            config.name(),
            circular.notices().stream()
                .map(notice -> notice.alert().transitionId() + "/" + notice.kind())
                .toList());
    return List.of(
        new ChannelMessage(
            id,
            config.name(),
            brief.bureauId(),
            brief.items().stream().map(Item::alertId).distinct().toList(),
            brief.items().stream().map(Item::subjectId).distinct().toList(),
            brief.subject(),
            body(id, brief, circular.at()),
            circular.at(),
            circular.arrivedAt(),
            Standing.NOT));
  }

  /** What a webhook without template is sent. */
  private record Plain(String id, Instant at, String channel, Brief message) {
    Object shown() {
      return java.util.Map.of(
          "id", id, "at", at.toString(), "channel", channel, "message", message);
    }
  }

  private String body(String id, Brief brief, Instant at) {
    MessageTemplate template = own;
    if (template != null) {
      try {
        return laidOut(template, brief);
      } catch (IllegalArgumentException e) {
        log.error(
            "the template of channel {} failed, and what ships is used: {}",
            config.name(),
            e.getMessage());
      }
    }
    MessageTemplate usual = shipped;
    return usual == null
        ? Json.write(new Plain(id, at, config.name(), brief).shown())
        : laidOut(usual, brief);
  }

  /** As many items as the receiver's limit leaves room for. */
  private String laidOut(MessageTemplate template, Brief brief) {
    String made = "";
    for (int shown : SHOWN) {
      made =
          template.render(brief, brief.items().subList(0, Math.min(shown, brief.items().size())));
      if (text(made).getBytes(UTF_8).length <= most()) {
        return made;
      }
    }
    throw new IllegalArgumentException(
        text(made).getBytes(UTF_8).length
            + " bytes without any item (expected: at most "
            + most()
            + ")");
  }

  private int most() {
    return switch (config.kind()) {
      case WECOM -> WECOM_BYTES;
      case DINGTALK -> DINGTALK_BYTES;
      case WEBHOOK, ALERTMANAGER -> WEBHOOK_BYTES;
    };
  }

  /** The text that a robot's limit is about; the whole body where it has none. */
  private String text(String body) {
    JsonNode root = Json.read(body);
    return switch (config.kind()) {
      case WECOM -> root.path("markdown").path("content").asText(body);
      case DINGTALK -> root.path("markdown").path("text").asText(body);
      case WEBHOOK, ALERTMANAGER -> body;
    };
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public HttpRequest request(List<DueMessage> due, Instant now) {
    ChannelMessage message = due.getFirst().message();
    String secret = config.secret();
    boolean robot = config.kind() != ChannelConfig.Kind.WEBHOOK;
    URI url =
        config.kind() == ChannelConfig.Kind.DINGTALK && !secret.isEmpty()
            ? Signatures.dingtalk(config.url(), secret, now)
            : config.url();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(message.body(), UTF_8));
    if (!robot) {
      String second = Long.toString(now.getEpochSecond());
      request.header("Webhook-Id", message.messageId()).header("Webhook-Timestamp", second);
      if (!secret.isEmpty()) {
        request.header(
            "Webhook-Signature",
            Signatures.webhook(secret, message.messageId(), second, message.body()));
      }
    }
    return request.build();
  }

  @Override
  public Answer read(int status, String body) {
    Answer answer = Dialect.byStatus(status);
    if (config.kind() == ChannelConfig.Kind.WEBHOOK || answer.meaning() != Meaning.TAKEN) {
      return answer;
    }
    return byRobot(answer.text(), Json.read(body));
  }

  /** Robots say 200 to everything, and what they mean by a code in the body. */
  private static Answer byRobot(String status, JsonNode body) {
    JsonNode said = body.path("errcode");
    if (!said.isInt()) {
      return new Answer(Meaning.SHUT, status + " without errcode (expected: a robot's answer)");
    }
    int code = said.intValue();
    String text = status + ", errcode " + code + " " + body.path("errmsg").asText("");
    if (code == 0) {
      return new Answer(Meaning.TAKEN, text);
    }
    return new Answer(
        BUSY.contains(code)
            ? Meaning.LATER
            : SHUT_OUT.contains(code) ? Meaning.SHUT : Meaning.REFUSED,
        text);
  }
}
