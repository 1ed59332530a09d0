package io.waymark.alerting.mail;

import java.util.List;

/**
 * A mail in the order in which it is read; the templates only lay it out.
 *
 * @param language code of the language, for the lang attribute
 * @param warnings what is simulated or assumed; said first
 * @param changes what changed since the last mail, or how this alert relates to the one before
 * @param report which project's report led to it; empty if none did
 * @param otherLanguage code of the other language
 * @param otherSentence the sentence in the other language; empty if there is none
 */
public record Letter(
    String language,
    String subject,
    Mark mark,
    String kind,
    String name,
    List<String> warnings,
    String sentence,
    List<String> changes,
    List<Row> figures,
    String causesTitle,
    List<Row> causes,
    String report,
    String askTitle,
    List<String> asks,
    String button,
    String url,
    List<String> smallPrint,
    String otherLanguage,
    String otherSentence) {

  /**
   * Fonts in order of preference: the language's own first, so that its quotation marks are its
   * own.
   */
  public String fonts() {
    return "zh".equals(language)
        ? "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
        : "-apple-system,'Segoe UI',Helvetica,Arial,'DejaVu Sans','PingFang SC','Microsoft YaHei',sans-serif";
  }

  /** A status by word, shape and colour. */
  public record Mark(String shape, String word, String textColour, String fillColour) {}

  /**
   * One line of a table.
   *
   * @param note a remark in smaller type; empty if none
   */
  public record Row(String label, String value, String note) {}
}
