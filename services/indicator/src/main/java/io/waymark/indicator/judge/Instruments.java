package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/** Says in an explanation what the target itself rests on, once a document has touched it. */
final class Instruments {
  private static final LocalizedText LABEL = text("目标值依据", "What the target rests on");

  private static final LocalizedText SCHEDULE = text("计划工期依据", "What the schedule rests on");

  private Instruments() {}

  /** The step; none while the target is as the plan stated it. */
  static List<ExplanationStep> step(Target target) {
    Instrument instrument = target.getInstrument();
    if (instrument.getDocument().isEmpty()) {
      return List.of();
    }
    return List.of(
        ExplanationStep.newBuilder()
            .setPart("target")
            .setLabel(LABEL)
            .setArithmetic("v" + target.getVersion() + ": " + value(target))
            .setResult(
                text(
                    instrument.getDocument()
                        + "（"
                        + instrument.getApprover()
                        + "，自 "
                        + instrument.getEffective()
                        + " 起）",
                    instrument.getDocument()
                        + " ("
                        + instrument.getApprover()
                        + "; from "
                        + instrument.getEffective()
                        + " on)"))
            .build());
  }

  /** What a project's schedule rests on, once a document has touched it. */
  static List<ExplanationStep> step(ProjectState state, LocalDate asOf) {
    return InForce.revision(state, asOf).map(Instruments::step).map(List::of).orElse(List.of());
  }

  private static ExplanationStep step(ScheduleVersion version) {
    return ExplanationStep.newBuilder()
        .setPart("schedule")
        .setLabel(SCHEDULE)
        .setArithmetic(version.getPlannedStart() + ".." + version.getPlannedFinish())
        .setResult(
            text(
                version.getDocument()
                    + "（"
                    + version.getApprover()
                    + "，自 "
                    + version.getEffective()
                    + " 起）",
                version.getDocument()
                    + " ("
                    + version.getApprover()
                    + "; from "
                    + version.getEffective()
                    + " on)"))
        .build();
  }

  private static String value(Target target) {
    return target.getValueMax().isEmpty()
        ? target.getValue()
        : target.getValue() + "–" + target.getValueMax();
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
