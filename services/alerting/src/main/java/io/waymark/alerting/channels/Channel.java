package io.waymark.alerting.channels;

import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.mail.Briefs;
import java.util.List;

/** One channel: what it wants to hear, and how it is spoken to. */
record Channel(ChannelConfig config, Dialect dialect) {
  /**
   * Makes a channel and proves it with made-up circulars of every kind, hostile names among them.
   *
   * @throws IllegalArgumentException that says what is wrong with its template or secret
   */
  static Channel proven(ChannelConfig config, Briefs briefs) {
    Dialect dialect =
        switch (config.kind()) {
          case WEBHOOK, WECOM, DINGTALK -> new WebhookDialect(config, briefs);
          case ALERTMANAGER -> new AlertmanagerDialect(config, briefs);
        };
    for (Circular sample : Briefs.samples()) {
      if (dialect instanceof WebhookDialect webhook) {
        webhook.prove(briefs.of(sample, config.language()));
      }
      for (ChannelMessage message : dialect.write(sample)) {
        prove(config, message, briefs.of(sample, config.language()));
      }
    }
    if (config.secret().startsWith("whsec_")) {
      Signatures.webhook(config.secret(), "id", "0", "{}");
    }
    return new Channel(config, dialect);
  }

  private static void prove(ChannelConfig config, ChannelMessage message, Briefs.Brief brief) {
    if (config.template() == null) {
      return;
    }
    String words = Json.words(message.body());
    for (String warning : brief.warnings()) {
      if (!words.contains(warning) && !words.contains(MessageTemplate.plain(warning))) {
        throw new IllegalArgumentException(
            "leaves out that figures are simulated or assumed (expected: brief.warnings)");
      }
    }
    if (config.kind() != ChannelConfig.Kind.WEBHOOK && words.contains("<script>")) {
      throw new IllegalArgumentException(
          "lets a name's markup through (expected: the filter plain on every name)");
    }
  }

  /** What it is told; nothing if none of it concerns it. */
  List<ChannelMessage> write(Circular circular) {
    List<Notice> wanted =
        circular.notices().stream()
            .filter(notice -> config.wants(notice, circular.bureau().bureauId()))
            .toList();
    return wanted.isEmpty() ? List.of() : dialect.write(circular.with(wanted));
  }
}
