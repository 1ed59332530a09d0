package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;
import java.util.List;

/**
 * What a judgement tells its reader: the lights, the figure that they stand on, what it is compared
 * with, and the chance in whole percent. Two judgements of one date that tell the same are one
 * verdict, however their last digits or their input ids differ.
 */
public final class Told {
  private Told() {}

  /** What the two tell differently. */
  public static List<Difference> differences(Judgement before, Judgement after) {
    return Differences.between(of(before), of(after));
  }

  /** Whether both tell the same. */
  public static boolean same(Judgement before, Judgement after) {
    return of(before).equals(of(after));
  }

  private static Judgement of(Judgement judgement) {
    Judgement.Builder told = Judgement.newBuilder().setLights(judgement.getLights());
    if (judgement.hasTarget()) {
      told.setTarget(target(judgement.getTarget()));
    }
    if (judgement.hasOutlook()) {
      double chance = wholePercent(judgement.getOutlook().getPMeet());
      told.setOutlook(TargetOutlook.newBuilder().setPMeet(chance));
    }
    if (judgement.hasProject()) {
      told.setProject(project(judgement.getProject()));
    }
    return told.build();
  }

  private static TargetFigures target(TargetFigures figures) {
    return TargetFigures.newBuilder()
        .setValue(figures.getValue())
        .setValueDate(figures.getValueDate())
        .setBaseValue(figures.getBaseValue())
        .setTargetValue(figures.getTargetValue())
        .setTargetValueMax(figures.getTargetValueMax())
        .setDue(figures.getDue())
        .build();
  }

  private static ProjectFigures project(ProjectFigures figures) {
    ProjectFigures.Builder told =
        ProjectFigures.newBuilder()
            .setPercentDate(figures.getPercentDate())
            .setPlannedFinish(figures.getPlannedFinish())
            .setDeclaredFinish(figures.getDeclaredFinish());
    if (figures.hasPercentComplete()) {
      told.setPercentComplete(figures.getPercentComplete());
    }
    if (figures.hasPOnTime()) {
      told.setPOnTime(wholePercent(figures.getPOnTime()));
    }
    return told.build();
  }

  private static double wholePercent(double chance) {
    return Math.rint(100 * chance) / 100;
  }
}
