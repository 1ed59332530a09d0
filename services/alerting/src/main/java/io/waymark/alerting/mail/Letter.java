package io.waymark.alerting.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the order in which it is read; the templates only lay it out. Every text is inert.
 *
 * @param language code of the language, for the lang attribute
 * @param kindWord what the subject is, for example "约束性指标"
 * @param warnings what is simulated or assumed; said first
 * @param changes what changed since the last mail, or how this alert relates to the one before
 * @param items further subjects that this mail tells of, worst first
 * @param picture null if there is nothing to draw
 * @param report which project's report led to it; empty if none did
 * @param asks what is asked, and by when
 * @param otherwise what happens if nobody acts; empty if nothing does
 * @param arithmetic the calculation behind the figures, step by step
 * @param otherLanguage code of the other language
 * @param otherSentence the sentence in the other language; empty if there is none
 */
public record Letter(
    String language,
    String subject,
    Mark mark,
    String kindWord,
    String name,
    List<String> warnings,
    String sentence,
    List<String> changes,
    List<Group> items,
    @Nullable Picture picture,
    String causesTitle,
    List<Row> causes,
    String report,
    String askTitle,
    List<String> asks,
    String otherwise,
    List<Button> buttons,
    String boardLabel,
    String url,
    String figuresTitle,
    List<Row> figures,
    String arithmeticTitle,
    List<Row> arithmetic,
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
   * @param url where the label leads; empty if nowhere
   */
  public record Row(String label, String value, String note, String url) {
    /** A line whose label leads nowhere. */
    public Row(String label, String value, String note) {
      this(label, value, note, "");
    }
  }

  /** Something to be done with one press. */
  public record Button(String label, String url, boolean first) {}

  /** Subjects of one mail that belong together, for example those that have recovered. */
  public record Group(String title, List<Item> items) {}

  /**
   * One of several subjects of a mail.
   *
   * @param asks what is asked of it, or why nothing is
   */
  public record Item(
      Mark mark,
      String name,
      String sentence,
      List<String> asks,
      List<Button> buttons,
      String url) {}

  /**
   * The chart, which comes with the mail.
   *
   * @param source where the HTML finds it: "cid:..." in a mail, "data:..." in a preview
   * @param alt says what it shows
   * @param legend what its lines are
   */
  public record Picture(String source, String alt, int width, int height, List<Legend> legend) {}

  /** What a line of the chart is. */
  public record Legend(String sign, String colour, String word) {}
}
