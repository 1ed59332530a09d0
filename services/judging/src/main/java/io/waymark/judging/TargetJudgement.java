package io.waymark.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a target.
 *
 * @param outlook null without any figure or base to project from
 * @param causes what makes up the expected gap, most costly first; empty without an outlook
 * @param steps the arithmetic in reading order, immutable; worded when it is first read
 * @param simulated a simulated figure or report went in
 * @param assumed an assumed figure, base, target, amount or date went in
 */
public record TargetJudgement(
    Lights lights,
    TargetFigures figures,
    @Nullable TargetOutlook outlook,
    List<Cause> causes,
    List<Step> steps,
    Pins pins,
    boolean simulated,
    boolean assumed) {
  public TargetJudgement {
    causes = List.copyOf(causes);
  }
}
