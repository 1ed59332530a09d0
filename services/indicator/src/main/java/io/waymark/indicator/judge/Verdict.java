package io.waymark.indicator.judge;

import io.waymark.proto.indicator.v1.Course;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.List;

/**
 * A judgement that is not recorded yet.
 *
 * @param judgement without id, version, recorded time and cause
 * @param steps the arithmetic behind it
 * @param lines history, schedule and projection, without the steps
 */
public record Verdict(Judgement judgement, List<ExplanationStep> steps, Course lines) {
  /** Copies the steps. */
  public Verdict {
    steps = List.copyOf(steps);
  }
}
