package io.waymark.indicator;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what the service holds and how its subjects stand on the metrics page. */
final class IndicatorMetrics implements JudgingMetrics {
  private static final Logger log = LoggerFactory.getLogger(IndicatorMetrics.class);

  private final Counter looked;
  private final Counter made;
  private final Counter lookedBack;
  private final Counter restated;

  IndicatorMetrics(PrometheusRegistry registry) {
    looked =
        Counter.builder()
            .name("waymark_indicator_subjects_judged_total")
            .help("Subjects that were judged, whether or not the verdict was news.")
            .register(registry);
    made =
        Counter.builder()
            .name("waymark_indicator_judgements_made_total")
            .help("Verdicts that were news: recorded and announced.")
            .register(registry);
    lookedBack =
        Counter.builder()
            .name("waymark_indicator_past_verdicts_judged_total")
            .help("Verdicts on past dates that were judged anew because of a late figure.")
            .register(registry);
    restated =
        Counter.builder()
            .name("waymark_indicator_judgements_restated_total")
            .help("Verdicts on past dates that were restated: recorded and announced.")
            .register(registry);
  }

  @Override
  public void restated(int lookedAt, int differing) {
    lookedBack.inc(lookedAt);
    restated.inc(differing);
  }

  @Override
  public void judged(int judged, int announced) {
    looked.inc(judged);
    made.inc(announced);
  }

  /** Registers the counts of rows, read at each scrape; estimates where a count would be a scan. */
  static void registerCounts(PrometheusRegistry registry, DSLContext db) {
    Map.of(
            "plans", "select count(*) from plan",
            "indicators", "select count(*) from indicator",
            "targets", "select count(*) from target",
            "observations", estimate("observation"),
            "judgements", estimate("judgement"))
        .forEach((name, sql) -> count(registry, db, name, sql));
    GaugeWithCallback.builder()
        .name("waymark_indicator_subjects")
        .help("Subjects by kind and overall light.")
        .labelNames("kind", "light")
        .callback(gauge ->
            guarded(() ->
                db.fetch("select kind, overall, count(*) from subject group by 1, 2")
                    .forEach(r ->
                        gauge.call(
                            r.get(2, Double.class),
                            kind(r.get(0, Integer.class)),
                            light(r.get(1, Integer.class))))))
        .register(registry);
  }

  /** Exact while the table is small, the planner's estimate when it is large. */
  private static String estimate(String table) {
    return """
    select case when c.reltuples > 100000 then c.reltuples::bigint
      else (select count(*) from %1$s) end
    from pg_class c where c.oid = '%1$s'::regclass
    """
        .formatted(table);
  }

  private static void count(PrometheusRegistry registry, DSLContext db, String name, String sql) {
    GaugeWithCallback.builder()
        .name("waymark_indicator_" + name)
        .help("How many " + name + " the service holds.")
        .callback(gauge -> guarded(() -> gauge.call(db.fetchSingle(sql).get(0, Double.class))))
        .register(registry);
  }

  /** A metrics page without a count is better than none: the database may be away. */
  private static void guarded(Runnable count) {
    try {
      count.run();
    } catch (DataAccessException e) {
      log.debug("not counted", e);
    }
  }

  private static String kind(int number) {
    return SubjectKind.forNumber(number)
        .name()
        .substring("SUBJECT_KIND_".length())
        .toLowerCase(Locale.ROOT);
  }

  private static String light(int number) {
    return Light.forNumber(number).name().substring("LIGHT_".length()).toLowerCase(Locale.ROOT);
  }
}
