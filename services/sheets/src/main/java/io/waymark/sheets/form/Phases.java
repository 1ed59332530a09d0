package io.waymark.sheets.form;

import io.waymark.proto.registry.v1.Phase;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.value.Plain;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The phases of a project in the words of both languages. */
public final class Phases {
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

  /** The phase that a word names, in either language. */
  public static Optional<Phase> phase(String word) {
    return Optional.ofNullable(BY_WORD.get(Plain.of(word).toLowerCase(Locale.ROOT)));
  }

  /** The words to choose from. */
  static List<String> words(SheetWords words) {
    return List.of(words.get("phases").split("、|, ", -1));
  }
}
