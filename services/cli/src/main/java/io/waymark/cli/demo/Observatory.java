package io.waymark.cli.demo;

import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.proto.indicator.v1.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which indicators are observed and at what pace each moves. Those without any base are
 * left alone: they honestly show that there is no data yet.
 */
final class Observatory {
  /**
   * Dealt in turn: ahead, on schedule, behind, far behind. The way that projects carry has their
   * pace.
   */
  private static final double[] PACES = {1.9, 1.6, 0.72, 1.75, 1.3, 0.45, 2.1, 1.5};

  /** Every so many indicators report nothing in the demo. */
  private static final int LEFT_OUT_EVERY = 8;

  private final PlanPack pack;
  private final Draw draw;
  private final Map<String, Course> courses;

  Observatory(PlanPack pack, Draw draw, Map<String, Course> courses) {
    this.pack = pack;
    this.draw = draw;
    this.courses = courses;
  }

  /** What is observed, in an order that the seed decides. */
  List<Observing> observed() {
    Map<String, Observing> possible = new HashMap<>();
    for (Indicator indicator : pack.indicators()) {
      observing(indicator).ifPresent(observing -> possible.put(indicator.id(), observing));
    }
    List<Observing> observed = new ArrayList<>();
    List<String> order = draw.shuffled("indicators", List.copyOf(possible.keySet()));
    for (int i = 0; i < order.size(); i++) {
      Observing chosen = Optional.ofNullable(possible.get(order.get(i))).orElseThrow();
      // A published figure without any news would look like a standstill.
      boolean expected = !chosen.links().isEmpty() || chosen.target().base().isEmpty();
      if (expected || i % LEFT_OUT_EVERY != 0) {
        observed.add(paced(chosen, PACES[i % PACES.length]));
      }
    }
    return observed;
  }

  private Optional<Observing> observing(Indicator indicator) {
    Optional<Target> target =
        pack.targets().stream().filter(t -> t.indicator().equals(indicator.id())).findFirst();
    List<BigDecimal> published =
        pack.series().stream()
            .filter(figure -> figure.indicator().equals(indicator.id()))
            .map(PlanPack.Figure::value)
            .toList();
    List<Link> links =
        pack.contributions().stream()
            .filter(link -> link.indicator().equals(indicator.id()))
            .toList();
    return target
        .filter(t -> t.value().isPresent())
        .flatMap(t ->
            base(indicator, t, published)
                .map(base -> new Observing(indicator, t, base, links, 1, courses, draw)));
  }

  /** A growth rate starts from no base. */
  private static Optional<BigDecimal> base(
      Indicator indicator, Target target, List<BigDecimal> published) {
    boolean growth =
        indicator.measure() == Measure.MEASURE_AVERAGE_GROWTH
            || indicator.measure() == Measure.MEASURE_ANNUAL_GROWTH;
    return growth ? Optional.of(BigDecimal.ZERO) : Observing.base(target, published);
  }

  private static Observing paced(Observing observing, double pace) {
    return new Observing(
        observing.indicator(),
        observing.target(),
        observing.base(),
        observing.links(),
        pace,
        observing.courses(),
        observing.draw());
  }
}
