package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.List;

/** What a verification found, for readers. */
final class VerificationWords {
  private static final int LONGEST = 80;

  private VerificationWords() {}

  static LocalizedText same(Judgement judgement) {
    Pins pins = judgement.getPins();
    return text(
        "按所依据的 %d 条数据、规则 %s 第 %d 版、引擎 %s 重算，结果逐字节相同。"
            .formatted(
                pins.getInputIdsCount(),
                pins.getRulebook(),
                pins.getRulebookVersion(),
                pins.getEngineVersion()),
        "Recomputed from its %d inputs with rulebook %s v%d and engine %s: the same bytes."
            .formatted(
                pins.getInputIdsCount(),
                pins.getRulebook(),
                pins.getRulebookVersion(),
                pins.getEngineVersion()));
  }

  static LocalizedText differs(List<Difference> differences) {
    if (differences.isEmpty()) {
      return text("重算的结果与所存的字节不同。", "What is stored has other bytes than what comes out.");
    }
    Difference first = differences.getFirst();
    String field = first.getField().isEmpty() ? "body" : first.getField();
    String stored = first.getBefore().isEmpty() ? "∅" : cut(first.getBefore());
    String out = first.getAfter().isEmpty() ? "∅" : cut(first.getAfter());
    return text(
        "与重算的结果不同，共 %d 处；第一处：%s，所存为“%s”，重算为“%s”。".formatted(differences.size(), field, stored, out),
        "It differs from what comes out, in %d places; the first: %s is stored as \"%s\", recomputed \"%s\"."
            .formatted(differences.size(), field, stored, out));
  }

  static LocalizedText missing(String what) {
    return text(
        "无法重算：%s 已不存在或未记录。".formatted(what),
        "It cannot be recomputed: %s is not available any more.".formatted(what));
  }

  static LocalizedText unreadable() {
    return text("所存的研判已无法读取。", "What is stored cannot be read any more.");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
