package io.waymark.gateway.fake;

import static io.waymark.gateway.fake.Subject.text;

import com.google.protobuf.util.Timestamps;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import io.waymark.proto.indicator.v1.UnknownReason;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up a plausible verdict for a subject that has no hand-written one. */
final class Verdicts {
  static final LocalDate TODAY = LocalDate.parse("2027-06-30");
  private static final double ELAPSED = 545 / 1825.0;

  private Verdicts() {}

  static Judgement of(Subject subject) {
    Judgement.Builder judgement = frame(subject);
    if (subject.project()) {
      project(judgement, subject);
    } else {
      target(judgement, subject);
    }
    return judgement.build();
  }

  static Judgement.Builder frame(Subject subject) {
    return Judgement.newBuilder()
        .setJudgementId("j-" + subject.subjectId())
        .setKind(
            subject.project() ? SubjectKind.SUBJECT_KIND_PROJECT : SubjectKind.SUBJECT_KIND_TARGET)
        .setPlanId("wuhan-15")
        .setSubjectId(subject.subjectId())
        .setSubjectName(subject.name())
        .setIndicatorId(subject.project() ? "" : subject.id())
        .setCategory(subject.category())
        .setLeadBureauId(subject.bureau())
        .setLeadBureauName(subject.bureauName())
        .setAsOf(TODAY.toString())
        .setRecordedAt(Timestamps.fromMillis(1814317200000L))
        .setVersion(7)
        .setSimulated(true)
        .setAssumed(true)
        .setPins(
            Pins.newBuilder()
                .setRulebook("wuhan")
                .setRulebookVersion(1)
                .setEngineVersion("1.0.0")
                .setTargetVersion(1));
  }

  static Lights lights(Light position, Light outlook, Light freshness, Light overall) {
    return Lights.newBuilder()
        .setPosition(position)
        .setOutlook(outlook)
        .setFreshness(freshness)
        .setOverall(overall)
        .build();
  }

  private static Light light(double ratio) {
    if (ratio < 0.6) {
      return Light.LIGHT_OFF_TRACK;
    }
    if (ratio < 0.8) {
      return Light.LIGHT_AT_RISK;
    }
    return ratio > 1.15 ? Light.LIGHT_AHEAD : Light.LIGHT_ON_TRACK;
  }

  private static Lights unknown(UnknownReason reason) {
    Light unknown = Light.LIGHT_UNKNOWN;
    return lights(unknown, unknown, unknown, unknown).toBuilder().setUnknownReason(reason).build();
  }

  private static void target(Judgement.Builder judgement, Subject subject) {
    SplittableRandom random = subject.random();
    double target = subject.target().isEmpty() ? 1 : Double.parseDouble(subject.target());
    TargetFigures.Builder figures =
        TargetFigures.newBuilder()
            .setUnit(subject.unit())
            .setComparator(
                Comparator.valueOf("COMPARATOR_" + subject.comparator().toUpperCase(Locale.ROOT)))
            .setDirection(subject.down() ? Direction.DIRECTION_DOWN : Direction.DIRECTION_UP)
            .setDue("2030-12-31")
            .setTargetValue(subject.target());
    if (random.nextInt(3) == 0) {
      judgement
          .setTarget(figures)
          .setLights(unknown(UnknownReason.UNKNOWN_REASON_NO_DATA_YET))
          .setSentence(
              text(
                  subject.name().getZh() + "尚无监测数据，暂不能研判。",
                  subject.name().getEn() + ": no figure was ever observed."));
      return;
    }
    double base = target * (subject.down() ? 1.3 : 0.72);
    double ratio = 0.35 + random.nextDouble() * 0.95;
    double scheduled = base + (target - base) * ELAPSED;
    double value = base + (scheduled - base) * ratio;
    double chance = Math.clamp(ratio * 0.85 - 0.1, 0.003, 0.985);
    Light overall = light(ratio);
    judgement
        .setLights(lights(overall, light(chance + 0.3), Light.LIGHT_ON_TRACK, overall))
        .setTarget(
            figures
                .setBaseValue("%.1f".formatted(base))
                .setBaseDate("2025-12-31")
                .setValue("%.1f".formatted(value))
                .setValueDate("2027-03-31")
                .setScheduled(scheduled)
                .setRatio(ratio)
                .setPointsBehind((1 - ratio) * ELAPSED * 100)
                .setGap(value - scheduled)
                .setExpectedGap((target - base) * (ratio - 1)))
        .setOutlook(TargetOutlook.newBuilder().setPMeet(chance))
        .setSentence(sentence(subject, value, value - scheduled, chance));
  }

  private static io.waymark.proto.type.v1.LocalizedText sentence(
      Subject subject, double value, double gap, double chance) {
    String less = gap < 0 ? "少" : "多";
    return text(
        "%s %.1f %s，比序时进度%s %.1f %s；达标概率 %.0f%%。"
            .formatted(
                subject.name().getZh(),
                value,
                subject.unit().getZh(),
                less,
                Math.abs(gap),
                subject.unit().getZh(),
                chance * 100),
        "%s stands at %.1f %s, %.1f %s schedule; the chance of meeting the target is %.0f%%."
            .formatted(
                subject.name().getEn(),
                value,
                subject.unit().getEn(),
                Math.abs(gap),
                gap < 0 ? "below" : "above",
                chance * 100));
  }

  private static void project(Judgement.Builder judgement, Subject subject) {
    SplittableRandom random = subject.random();
    int kind = random.nextInt(10);
    ProjectFigures.Builder figures = ProjectFigures.newBuilder().setPlannedFinish("2029-12-31");
    double scheduled = 20 + random.nextInt(50);
    figures.setScheduledPercent(scheduled);
    if (kind < 4) {
      judgement
          .setProject(figures)
          .setLights(unknown(UnknownReason.UNKNOWN_REASON_NO_DATA_YET))
          .setSentence(
              text(
                  subject.name().getZh() + "尚未填报进度。",
                  subject.name().getEn() + " has not reported yet."));
      return;
    }
    double ratio = 0.4 + random.nextDouble() * 0.85;
    Light overall = kind == 9 ? Light.LIGHT_SUSPENDED : light(ratio);
    judgement
        .setProject(
            figures
                .setPercentComplete(Math.rint(scheduled * ratio))
                .setPercentDate("2027-06-30")
                .setRatio(ratio)
                .setPointsBehind(scheduled * (1 - ratio))
                .setFinishP10("2029-09-30")
                .setFinishP50("2030-05-31")
                .setFinishP90("2031-02-28")
                .setPOnTime(0.22)
                .setExpectedDelayDays(151))
        .setLights(lights(overall, overall, Light.LIGHT_ON_TRACK, overall))
        .setSentence(
            text(
                "%s形象进度 %.0f%%，序时应为 %.0f%%；预计 2030年5月建成，比计划晚约 5 个月。"
                    .formatted(subject.name().getZh(), scheduled * ratio, scheduled),
                "%s is %.0f%% complete against a schedule of %.0f%%; it is expected in May 2030, about 5 months late."
                    .formatted(subject.name().getEn(), scheduled * ratio, scheduled)));
  }
}
