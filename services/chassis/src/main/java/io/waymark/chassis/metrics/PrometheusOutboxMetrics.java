package io.waymark.chassis.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.outbox.OutboxMetrics;

/** Shows the outbox and the consumers on the metrics page. */
final class PrometheusOutboxMetrics implements OutboxMetrics {
  private final Counter published;
  private final Gauge depth;
  private final Counter events;
  private final Counter deadLetters;
  private final Gauge lag;

  PrometheusOutboxMetrics(PrometheusRegistry registry) {
    published =
        Counter.builder()
            .name("waymark_outbox_published_total")
            .help("Events that the broker accepted from the outbox.")
            .register(registry);
    depth =
        Gauge.builder()
            .name("waymark_outbox_depth")
            .help("Events that wait in the outbox.")
            .register(registry);
    events =
        Counter.builder()
            .name("waymark_consumer_events_total")
            .help("Events that a consumer read: handled, or repeated and dropped.")
            .labelNames("consumer", "outcome")
            .register(registry);
    deadLetters =
        Counter.builder()
            .name("waymark_dead_letters_total")
            .help("Events that a consumer gave up and left in its dead-letter topic.")
            .labelNames("consumer")
            .register(registry);
    lag =
        Gauge.builder()
            .name("waymark_consumer_lag")
            .help("Records between a consumer and the end of its topic.")
            .labelNames("consumer", "topic")
            .register(registry);
  }

  @Override
  public void published(int count) {
    published.inc(count);
  }

  @Override
  public void depth(long waiting) {
    depth.set((double) waiting);
  }

  @Override
  public void consumed(String consumer, int handled, int repeated) {
    events.labelValues(consumer, "handled").inc(handled);
    events.labelValues(consumer, "repeated").inc(repeated);
  }

  @Override
  public void deadLettered(String consumer) {
    deadLetters.labelValues(consumer).inc();
  }

  @Override
  public void lag(String consumer, String topic, long records) {
    lag.labelValues(consumer, topic).set((double) records);
  }
}
