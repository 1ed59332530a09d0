package io.waymark.judging;

import java.util.List;

/**
 * What a judgement stands on; with it anyone can recompute it.
 *
 * @param rulebook the rulebook's name
 * @param rulebookVersion its version
 * @param engineVersion the version of this mathematics
 * @param inputIds ids of the figures and reports that went in, sorted
 */
public record Pins(
    String rulebook, int rulebookVersion, String engineVersion, List<String> inputIds) {
  public Pins {
    inputIds = inputIds.stream().distinct().sorted().toList();
  }

  static Pins of(Rulebook rulebook, List<String> inputIds) {
    return new Pins(rulebook.name(), rulebook.version(), Judge.ENGINE_VERSION, inputIds);
  }
}
