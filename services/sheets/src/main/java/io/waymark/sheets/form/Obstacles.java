package io.waymark.sheets.form;

import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.value.Plain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can stand in a project's way, in the words of both languages. */
public final class Obstacles {
  private static final String PREFIX = "OBSTACLE_KIND_";

  private static final List<ObstacleKind> KINDS =
      Arrays.stream(ObstacleKind.values())
          .filter(kind -> kind != ObstacleKind.OBSTACLE_KIND_UNSPECIFIED)
          .filter(kind -> kind != ObstacleKind.UNRECOGNIZED)
          .toList();

  private static final Map<String, ObstacleKind> BY_WORD = byWord();

  private Obstacles() {}

  /** The kind that a word names: in Chinese, in English, or as in the contracts. */
  public static Optional<ObstacleKind> kind(String word) {
    return Optional.ofNullable(BY_WORD.get(plain(word)));
  }

  /** The word for a kind. */
  public static String word(ObstacleKind kind, SheetWords words) {
    return words.get("obstacle." + name(kind));
  }

  /** The words to choose from. */
  static List<String> words(SheetWords words) {
    return KINDS.stream().map(kind -> word(kind, words)).toList();
  }

  private static Map<String, ObstacleKind> byWord() {
    Map<String, ObstacleKind> all = new HashMap<>();
    for (ObstacleKind kind : KINDS) {
      all.put(plain(name(kind)), kind);
      all.put(plain(word(kind, SheetWords.CHINESE)), kind);
      all.put(plain(word(kind, SheetWords.ENGLISH)), kind);
    }
    return Map.copyOf(all);
  }

  private static String name(ObstacleKind kind) {
    return kind.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
  }

  private static String plain(String word) {
    return Plain.of(word).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
  }
}
