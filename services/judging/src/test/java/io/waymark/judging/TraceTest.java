package io.waymark.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Text WORD = new Text("词", "word");

  @Test
  void stepsAreWordedWhenTheyAreFirstReadAndOnlyOnce() {
    AtomicInteger worded = new AtomicInteger();
    Trace trace = new Trace();
    trace.add("a", WORD, "1", WORD);
    trace.later(page -> page.add("b", WORD, "2 × " + worded.incrementAndGet(), WORD));
    trace.add("c", WORD, "3", WORD);

    List<Step> steps = trace.steps();
    assertThat(worded).hasValue(0);

    assertThat(steps).extracting(Step::part).containsExactly("a", "b", "c");
    assertThat(steps).extracting(Step::arithmetic).containsExactly("1", "2 × 1", "3");
    assertThat(worded).hasValue(1);
  }

  @Test
  void whatIsAddedAfterwardsIsNotOfTheSameSteps() {
    Trace trace = new Trace();
    List<Step> before = trace.steps();
    trace.add("a", WORD, "1", WORD);

    assertThat(before).isEmpty();
    assertThat(trace.steps()).hasSize(1);
  }
}
