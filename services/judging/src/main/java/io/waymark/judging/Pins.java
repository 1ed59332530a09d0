package io.waymark.judging;

import java.util.Arrays;
import java.util.List;

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
    inputIds = sorted(inputIds);
  }

  static Pins of(Rulebook rulebook, List<String> inputIds, Previous previous) {
    return new Pins(
        rulebook.name(),
        rulebook.version(),
        Judge.ENGINE_VERSION,
        inputIds,
        previous.judgementId());
  }

  private static List<String> sorted(List<String> ids) {
    String[] sorted = ids.toArray(new String[0]);
    Arrays.sort(sorted);
    int once = 0;
    for (String id : sorted) {
      if (once == 0 || !id.equals(sorted[once - 1])) {
        sorted[once++] = id;
      }
    }
    return List.of(Arrays.copyOf(sorted, once));
  }
}
