package io.waymark.alerting.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.alerting.domain.AlertArchive;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many alerts and mails there are, counted when the metrics page is read. */
public final class Stock {
  private static final Logger log = LoggerFactory.getLogger(Stock.class);

  private Stock() {}

  /** Registers the gauges; while the database is away they are left out. */
  public static void register(PrometheusRegistry registry, AlertArchive archive) {
    gauge(registry, "waymark_alerting_alerts", "Alerts by status.", archive::countAlerts);
    gauge(registry, "waymark_alerting_mails", "Mails by what became of them.", archive::countMails);
  }

  private static <E extends Enum<E>> void gauge(
      PrometheusRegistry registry, String name, String help, Supplier<Map<E, Long>> count) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("status")
        .callback(gauge -> {
          try {
            count
                .get()
                .forEach((status, n) -> gauge.call(n, status.name().toLowerCase(Locale.ROOT)));
          } catch (RuntimeException e) {
            log.debug("{} cannot be counted now", name, e);
          }
        })
        .register(registry);
  }
}
