package io.waymark.gateway.fake;

import static io.waymark.gateway.fake.Subject.text;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.FanPoint;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Quantiles;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ActorKind;
import io.waymark.proto.type.v1.Provenance;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The worked example of the domain: rail transit 578 to 645 km, eight kilometres behind on
 * 2027-06-30.
 */
final class Rail {
  private static final LocalDate BASE = LocalDate.parse("2025-12-31");
  private static final LocalDate DUE = LocalDate.parse("2030-12-31");

  private Rail() {}

  static Judgement judge(Subject subject, LocalDate asOf) {
    double scheduled =
        578 + 67.0 * ChronoUnit.DAYS.between(BASE, asOf) / ChronoUnit.DAYS.between(BASE, DUE);
    double value = valueOn(asOf);
    Light position =
        value - 578 < 0.8 * (scheduled - 578) ? Light.LIGHT_OFF_TRACK : Light.LIGHT_ON_TRACK;
    return Verdicts.frame(subject)
        .setAsOf(asOf.toString())
        .setBinding(true)
        .setLights(Verdicts.lights(position, Light.LIGHT_OFF_TRACK, Light.LIGHT_ON_TRACK, position))
        .setTarget(figures(asOf, value, scheduled))
        .setOutlook(outlook(asOf, value))
        .addAllCauses(causes())
        .setSentence(
            text(
                "轨道交通里程 %.1f 公里，比序时进度%s %.1f 公里；按目前进度 2030 年底预计 628 公里（80%% 区间 612–641），达标概率 21%%。主要拖后：12号线武昌段（−9.5 公里）、11号线四期（−4.2 公里）。"
                    .formatted(value, value < scheduled ? "少" : "多", Math.abs(value - scheduled)),
                "Rail transit in operation is %.1f km, %.1f km %s schedule; at the present pace 628 km are expected at the end of 2030 (80%% range 612–641), a 21%% chance of meeting the target. Mostly held back by Line 12 Wuchang section (−9.5 km) and Line 11 phase 4 (−4.2 km)."
                    .formatted(
                        value, Math.abs(value - scheduled), value < scheduled ? "below" : "above")))
        .build();
  }

  private static double valueOn(LocalDate asOf) {
    return observations().stream()
        .filter(one -> !LocalDate.parse(one.getPeriodEnd()).isAfter(asOf))
        .mapToDouble(one -> Double.parseDouble(one.getValue()))
        .findFirst()
        .orElse(578);
  }

  private static TargetFigures figures(LocalDate asOf, double value, double scheduled) {
    double ratio = (value - 578) / (scheduled - 578);
    return TargetFigures.newBuilder()
        .setUnit(text("公里", "km"))
        .setBaseValue("578")
        .setBaseDate("2025-12-31")
        .setTargetValue("645")
        .setComparator(Comparator.COMPARATOR_GE)
        .setDirection(Direction.DIRECTION_UP)
        .setDue("2030-12-31")
        .setValue("%.1f".formatted(value))
        .setValueDate(asOf.toString())
        .setScheduled(scheduled)
        .setRatio(ratio)
        .setPointsBehind((scheduled - value) / 67 * 100)
        .setGap(value - scheduled)
        .setExpectedGap(628 - 645)
        .build();
  }

  private static TargetOutlook outlook(LocalDate asOf, double value) {
    TargetOutlook.Builder outlook =
        TargetOutlook.newBuilder().setPMeet(0.21).setAtDue(quantiles(value, 1));
    double whole = ChronoUnit.DAYS.between(asOf, DUE);
    Stream.iterate(asOf, date -> !date.isAfter(DUE), date -> date.plusMonths(3).withDayOfMonth(28))
        .forEach(date ->
            outlook.addFan(point(value, date, ChronoUnit.DAYS.between(asOf, date) / whole)));
    return outlook.addFan(point(value, DUE, 1)).build();
  }

  private static FanPoint point(double value, LocalDate date, double share) {
    return FanPoint.newBuilder()
        .setDate(date.toString())
        .setQuantiles(quantiles(value, share))
        .build();
  }

  private static Quantiles quantiles(double value, double share) {
    double spread = Math.sqrt(share);
    double median = value + (628 - value) * share;
    return Quantiles.newBuilder()
        .setP10(median - 16 * spread)
        .setP25(median - 8.5 * spread)
        .setP50(median)
        .setP75(median + 7 * spread)
        .setP90(median + 13 * spread)
        .build();
  }

  private static List<Cause> causes() {
    return List.of(
        cause(
            "metro-line-12-wuchang",
            "轨道交通12号线武昌段",
            "Metro line 12, Wuchang section",
            21.2,
            0.55,
            "2030-11-30",
            "2028-12-31"),
        cause(
            "metro-line-11-phase-4",
            "轨道交通11号线四期",
            "Metro line 11 phase 4",
            11.8,
            0.644,
            "2030-09-30",
            "2029-06-30"),
        cause(
            "metro-line-6-phase-3",
            "轨道交通6号线三期",
            "Metro line 6 phase 3",
            7.4,
            0.83,
            "2030-03-31",
            "2029-12-31"),
        cause(
            "metro-line-3-phase-2",
            "轨道交通3号线二期",
            "Metro line 3 phase 2",
            12.3,
            0.93,
            "2029-08-31",
            "2029-06-30"),
        cause(
            "metro-line-12-jiangbei",
            "轨道交通12号线江北段",
            "Metro line 12, Jiangbei section",
            14.3,
            0.996,
            "2027-12-31",
            "2027-12-31"));
  }

  private static Cause cause(
      String id,
      String zh,
      String en,
      double amount,
      double chance,
      String expected,
      String planned) {
    return Cause.newBuilder()
        .setProjectId(id)
        .setName(text(zh, en))
        .setContribution(amount)
        .setPComplete(chance)
        .setAmount(amount * (chance - 1))
        .setExpectedFinish(expected)
        .setPlannedFinish(planned)
        .setLeadBureauId("transport")
        .setAssumed(true)
        .build();
  }

  /** Newest period first, a superseded figure included. */
  static List<Observation> observations() {
    return List.of(
        seen("o8", "2027-06-30", "590.0", "", Provenance.PROVENANCE_SIMULATED),
        seen("o7", "2027-03-31", "588.4", "o6", Provenance.PROVENANCE_SIMULATED),
        seen("o6", "2027-03-31", "592.0", "", Provenance.PROVENANCE_SIMULATED),
        seen("o5", "2026-12-31", "586.1", "", Provenance.PROVENANCE_SIMULATED),
        seen("o4", "2026-09-30", "582.3", "", Provenance.PROVENANCE_SIMULATED),
        seen("o3", "2026-06-30", "580.7", "", Provenance.PROVENANCE_SIMULATED),
        seen("o2", "2026-03-31", "578.0", "", Provenance.PROVENANCE_SIMULATED),
        seen("o1", "2025-12-31", "578", "", Provenance.PROVENANCE_PUBLISHED));
  }

  private static Observation seen(
      String id, String date, String value, String supersedes, Provenance from) {
    LocalDate learnt = LocalDate.parse(date).plusDays(supersedes.isEmpty() ? 8 : 41);
    Timestamp recorded =
        Timestamps.fromSeconds(learnt.toEpochSecond(LocalTime.of(9, 12), ZoneOffset.ofHours(8)));
    return Observation.newBuilder()
        .setObservationId(id)
        .setIndicatorId("rail-transit-length")
        .setPeriodEnd(date)
        .setValue(value)
        .setSupersedesObservationId(supersedes)
        .setProvenance(from)
        .setRecordedAt(recorded)
        .setActor(
            Actor.newBuilder()
                .setName("chen.jing")
                .setKind(ActorKind.ACTOR_KIND_PERSON)
                .setBureauId("transport")
                .setChannel("demo"))
        .build();
  }
}
