package io.waymark.refusals.wire;

import io.waymark.proto.type.v1.Violation;
import io.waymark.refusals.RefusalWords;
import java.util.ArrayList;
import java.util.List;

/** Says what was refused to a person, in one language. */
public final class Saying {
  private final RefusalWords words;

  /** Speaks in {@code words}. */
  public Saying(RefusalWords words) {
    this.words = words;
  }

  /** Speaks "zh" or "en"; anything else is English. */
  public static Saying in(String language) {
    return new Saying(RefusalWords.in(language));
  }

  /** The sentence for the whole: its violations are told by {@link #lines}. */
  public String sentence(Told told) {
    return words.refusal(told.reason(), told.metadata(), told.message());
  }

  /** What is expected of a field. */
  public String expectation(Violation violation) {
    return words.expectation(
        violation.getReason(), violation.getMetadataMap(), violation.getExpectation());
  }

  /** Such as {@code 130 (expected: 0..100)}. */
  public String violation(Violation violation) {
    String expected = expectation(violation);
    return expected.isEmpty()
        ? violation.getValue()
        : words.violation(violation.getValue(), expected);
  }

  /** A line for each violation, with its field before it. */
  public List<String> lines(Told told) {
    List<String> lines = new ArrayList<>();
    told.violations().forEach(one -> lines.add(words.line(one.getField(), violation(one))));
    if (told.leftOut() > 0) {
      lines.add(words.more(told.leftOut()));
    }
    return lines;
  }
}
