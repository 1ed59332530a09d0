package io.waymark.sheets.form;

import io.waymark.proto.registry.v1.Phase;
import io.waymark.sheets.SheetWords;
import java.util.List;
import java.util.Map;

/** The phases of a project in the words of both languages. */
final class Phases {
  static final Map<String, Phase> BY_WORD =
      Map.ofEntries(
          Map.entry("reserve", Phase.PHASE_RESERVE),
          Map.entry("谋划", Phase.PHASE_RESERVE),
          Map.entry("储备", Phase.PHASE_RESERVE),
          Map.entry("preparation", Phase.PHASE_PREPARATION),
          Map.entry("前期", Phase.PHASE_PREPARATION),
          Map.entry("started", Phase.PHASE_STARTED),
          Map.entry("开工", Phase.PHASE_STARTED),
          Map.entry("building", Phase.PHASE_BUILDING),
          Map.entry("在建", Phase.PHASE_BUILDING),
          Map.entry("completed", Phase.PHASE_COMPLETED),
          Map.entry("建成", Phase.PHASE_COMPLETED),
          Map.entry("operating", Phase.PHASE_OPERATING),
          Map.entry("投产", Phase.PHASE_OPERATING));

  private Phases() {}

  /** The words to choose from. */
  static List<String> words(SheetWords words) {
    return List.of(words.get("phases").split("、|, ", -1));
  }
}
