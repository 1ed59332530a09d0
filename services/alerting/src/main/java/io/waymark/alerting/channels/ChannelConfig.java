package io.waymark.alerting.channels;

import io.waymark.alerting.domain.ChannelDirectory;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One channel as the file describes it. Address and secret are never shown: a group robot's key is
 * part of its address.
 *
 * @param secret signs what is sent; empty for none
 * @param severities of the alerts that it wants to hear of
 * @param kinds of the notices that it wants to hear of
 * @param bureaus whose alerts it wants to hear of; empty for all
 * @param template the customer's own, as text; null for the one that ships
 * @param perMinute messages in a minute, at most; 0 for no limit
 * @param repeat after how long Alertmanager is told again
 * @param labels further labels for Alertmanager
 */
record ChannelConfig(
    String name,
    Kind kind,
    URI url,
    String secret,
    Language language,
    Set<Severity> severities,
    Set<NoticeKind> kinds,
    Set<String> bureaus,
    @Nullable String template,
    int perMinute,
    Duration repeat,
    Map<String, String> labels) {
  /** What stands at the other end. */
  enum Kind {
    /** Anything that takes JSON. */
    WEBHOOK,
    /** A group robot of WeCom, 企业微信. */
    WECOM,
    /** A group robot of DingTalk, 钉钉. */
    DINGTALK,
    /** Prometheus Alertmanager. */
    ALERTMANAGER
  }

  /** Copies its sets. */
  ChannelConfig {
    severities = Set.copyOf(severities);
    kinds = Set.copyOf(kinds);
    bureaus = Set.copyOf(bureaus);
    labels = Map.copyOf(labels);
  }

  /** Whether it wants to hear of this. */
  boolean wants(Notice notice, String bureauId) {
    return severities.contains(notice.alert().severity())
        && kinds.contains(notice.kind())
        && (bureaus.isEmpty() || bureaus.contains(bureauId));
  }

  /**
   * What can be shown of it.
   *
   * @param trouble why it takes nothing now; empty if it does
   */
  ChannelDirectory.Card card(String trouble) {
    return new ChannelDirectory.Card(
        name,
        kind.name().toLowerCase(Locale.ROOT),
        destination(),
        trouble,
        severities,
        kinds,
        bureaus,
        language.code(),
        perMinute);
  }

  private String destination() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }

  @Override
  public String toString() {
    return "channel " + name + " (" + kind + " at " + url.getHost() + ")";
  }
}
