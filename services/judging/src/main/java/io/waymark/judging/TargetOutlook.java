package io.waymark.judging;

import java.util.List;

/**
 * What a target is expected to reach.
 *
 * @param pMeet the probability 0..1 that the target is met at its due date
 * @param atDue the projected figure at the due date
 * @param tails its outer quantiles
 * @param fan from the as-of date to the due date, oldest first
 */
public record TargetOutlook(double pMeet, Quantiles atDue, Tails tails, List<FanPoint> fan) {
  public TargetOutlook {
    fan = List.copyOf(fan);
  }
}
