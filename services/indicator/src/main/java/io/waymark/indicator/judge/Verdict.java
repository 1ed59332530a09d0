package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.List;

/**
 * A judgement that is not recorded yet.
 *
 * @param judgement without id, version, recorded time and cause
 * @param steps the arithmetic behind it
 */
public record Verdict(Judgement judgement, List<ExplanationStep> steps) {
  /** Copies the steps. */
  public Verdict {
    steps = List.copyOf(steps);
  }
}
