package io.waymark.alerting.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.alerting.domain.AlertingMetrics;
import java.time.Duration;

/** The counters of {@link AlertingMetrics}. */
public final class PrometheusAlertingMetrics implements AlertingMetrics {
  private static final double NANOS = 1e9;

  private final Counter due;
  private final Counter sent;
  private final Counter retried;
  private final Counter failed;
  private final Counter bounced;
  private final Counter channels;
  private final Histogram reportToMail;

  public PrometheusAlertingMetrics(PrometheusRegistry registry) {
    due =
        counter(
            registry,
            "due",
            "Mails taken up for their first attempt; due = sent + failed + pending.");
    sent = counter(registry, "sent", "Mails that the mail server accepted.");
    retried = counter(registry, "retried", "Attempts after which a mail is tried again.");
    failed = counter(registry, "failed", "Mails given up; tell operations when this grows.");
    bounced =
        counter(
            registry,
            "bounced",
            "Mails that a mail server further on gave up after ours had accepted them; tell operations when this grows.");
    channels =
        Counter.builder()
            .name("waymark_alerting_channel_messages_total")
            .help(
                "Messages to channels other than mail, by what became of an attempt; tell operations when failed grows.")
            .labelNames("channel", "outcome")
            .register(registry);
    reportToMail =
        Histogram.builder()
            .name("waymark_alerting_report_to_mail_seconds")
            .help(
                "Time from the broker's record of the judgement to the mail server's acceptance, by the system's clock.")
            .classicOnly()
            .classicUpperBounds(.05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 3600)
            .register(registry);
  }

  private static Counter counter(PrometheusRegistry registry, String what, String help) {
    return Counter.builder()
        .name("waymark_alerting_mails_" + what + "_total")
        .help(help)
        .register(registry);
  }

  @Override
  public void mailDue() {
    due.inc();
  }

  @Override
  public void mailSent(Duration sinceCause) {
    sent.inc();
    // Two machines' clocks may differ by a little.
    reportToMail.observe(Math.max(0, sinceCause.toNanos() / NANOS));
  }

  @Override
  public void mailRetried() {
    retried.inc();
  }

  @Override
  public void mailFailed() {
    failed.inc();
  }

  @Override
  public void mailBounced() {
    bounced.inc();
  }

  @Override
  public void channelSent(String channel) {
    channels.labelValues(channel, "accepted").inc();
  }

  @Override
  public void channelRetried(String channel) {
    channels.labelValues(channel, "retried").inc();
  }

  @Override
  public void channelFailed(String channel) {
    channels.labelValues(channel, "failed").inc();
  }
}
