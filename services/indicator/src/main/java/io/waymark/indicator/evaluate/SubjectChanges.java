package io.waymark.indicator.evaluate;

import io.waymark.indicator.judge.Differences;
import io.waymark.proto.indicator.v1.ChangeKind;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.SubjectChange;
import io.waymark.proto.indicator.v1.SubjectState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What changed of one subject; what a reader is told in rounded figures counts as it is told. */
final class SubjectChanges {
  private static final int PROBABILITY_DIGITS = 2;
  private static final int FIGURE_DIGITS = 4;

  private SubjectChanges() {}

  /** At least one of both is there. */
  static SubjectChange of(@Nullable Judgement before, @Nullable Judgement after) {
    Judgement told = after == null ? java.util.Objects.requireNonNull(before) : after;
    SubjectChange.Builder change =
        SubjectChange.newBuilder()
            .setKind(told.getKind())
            .setSubjectId(told.getSubjectId())
            .setName(told.getSubjectName())
            .setCategory(told.getCategory())
            .setLeadBureauId(told.getLeadBureauId())
            .setBinding(told.getBinding());
    if (told.hasLeadBureauName()) {
      change.setLeadBureauName(told.getLeadBureauName());
    }
    if (before != null) {
      change.setBefore(state(before));
    }
    if (after != null) {
      change.setAfter(state(after));
    }
    if (change.hasBefore() && change.hasAfter()) {
      Differences.between(change.getBefore(), change.getAfter()).stream()
          .map(Difference::getField)
          .forEach(change::addChanged);
    }
    return change.setChange(kind(change)).build();
  }

  private static ChangeKind kind(SubjectChange.Builder change) {
    if (!change.hasBefore()) {
      return ChangeKind.CHANGE_KIND_APPEARED;
    }
    if (!change.hasAfter()) {
      return ChangeKind.CHANGE_KIND_GONE;
    }
    Light was = change.getBefore().getLights().getOverall();
    Light is = change.getAfter().getLights().getOverall();
    if (was == is) {
      return change.getChangedCount() == 0
          ? ChangeKind.CHANGE_KIND_SAME
          : ChangeKind.CHANGE_KIND_FIGURES;
    }
    if (grade(was) == 0 || grade(is) == 0) {
      return ChangeKind.CHANGE_KIND_OTHER_LIGHT;
    }
    return grade(is) > grade(was) ? ChangeKind.CHANGE_KIND_BETTER : ChangeKind.CHANGE_KIND_WORSE;
  }

  /** Higher is better; 0: neither good nor bad. */
  private static int grade(Light light) {
    return switch (light) {
      case LIGHT_AHEAD -> 4;
      case LIGHT_ON_TRACK -> 3;
      case LIGHT_AT_RISK -> 2;
      case LIGHT_OFF_TRACK -> 1;
      case LIGHT_UNKNOWN, LIGHT_SUSPENDED, LIGHT_UNSPECIFIED, UNRECOGNIZED -> 0;
    };
  }

  private static SubjectState state(Judgement judgement) {
    SubjectState.Builder state =
        SubjectState.newBuilder().setLights(judgement.getLights().toBuilder().clearColour());
    if (judgement.hasTarget()) {
      state
          .setValue(judgement.getTarget().getValue())
          .setTargetValue(judgement.getTarget().getTargetValue())
          .setTargetVersion(judgement.getPins().getTargetVersion())
          .setDue(judgement.getTarget().getDue());
    }
    if (judgement.hasOutlook()) {
      state
          .setProbability(rounded(judgement.getOutlook().getPMeet(), PROBABILITY_DIGITS))
          .setProjection(rounded(judgement.getOutlook().getAtDue().getP50(), FIGURE_DIGITS));
    }
    if (judgement.hasProject()) {
      state
          .setFinish(judgement.getProject().getFinishP50())
          .setDue(judgement.getProject().getPlannedFinish());
      if (judgement.getProject().hasPercentComplete()) {
        state.setValue(
            SchemeMessages.plain(BigDecimal.valueOf(judgement.getProject().getPercentComplete())));
      }
      if (judgement.getProject().hasPOnTime()) {
        state.setProbability(rounded(judgement.getProject().getPOnTime(), PROBABILITY_DIGITS));
      }
    }
    return state.build();
  }

  private static double rounded(double figure, int digits) {
    return BigDecimal.valueOf(figure).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
  }
}
