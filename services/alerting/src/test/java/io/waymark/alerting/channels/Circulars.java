package io.waymark.alerting.channels;

import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.Notices;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdicts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Circulars as the desk writes them. */
final class Circulars {
  static final Instant ARRIVED = Instant.parse("2026-11-29T09:00:00Z");

  private Circulars() {}

  /** A target that is off track. */
  static Circular opened() {
    return of(Notices.last(Verdicts.rail().build()));
  }

  /** The same target once it is back on track. */
  static Circular recovered() {
    return of(
        Notices.last(
            Verdicts.rail().version(1).build(),
            Verdicts.rail().version(2).overall(Light.ON_TRACK).build()));
  }

  /** A target that is at risk: a warning. */
  static Circular warning() {
    return of(Notices.last(Verdicts.rail().overall(Light.AT_RISK).build()));
  }

  /** Many targets at once. */
  static Circular many(int count) {
    return of(
        IntStream.range(0, count)
            .mapToObj(i -> Notices.last(Verdicts.of("target-" + i).build()))
            .toArray(Notice[]::new));
  }

  private static Circular of(Notice... notices) {
    Bureau bureau =
        new Bureau(
            "transport",
            1,
            new Text("市交通运输局", "the Transport Bureau"),
            "",
            List.of("t@wuhan.example"),
            Language.ZH);
    return new Circular(bureau, List.of(notices), Notices.NOW, Notices.NOW, ARRIVED);
  }
}
