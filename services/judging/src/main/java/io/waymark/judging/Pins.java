package io.waymark.judging;

import java.util.List;
import java.util.TreeSet;

/**
 * What a judgement stands on; with it anyone can recompute it.
 *
 * @param rulebook the rulebook's name
 * @param rulebookVersion its version
 * @param engineVersion the version of this mathematics
 * @param inputIds ids of the figures and reports that went in, sorted
 * @param previousJudgementId the judgement whose lights could hold within the dead band; empty if
 *     none
 */
public record Pins(
    String rulebook,
    int rulebookVersion,
    String engineVersion,
    List<String> inputIds,
    String previousJudgementId) {
  public Pins {
    inputIds = List.copyOf(new TreeSet<>(inputIds));
  }

  static Pins of(Rulebook rulebook, List<String> inputIds, Previous previous) {
    return new Pins(
        rulebook.name(),
        rulebook.version(),
        Judge.ENGINE_VERSION,
        inputIds,
        previous.judgementId());
  }
}
