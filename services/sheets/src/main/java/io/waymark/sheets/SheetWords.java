package io.waymark.sheets;

import io.waymark.refusals.RefusalWords;
import io.waymark.sheets.value.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What this module says to people, in one language. */
public final class SheetWords {
  /** In English. */
  public static final SheetWords ENGLISH = new SheetWords("en");

  /** In Chinese. */
  public static final SheetWords CHINESE = new SheetWords("zh");

  private final String language;
  private final ResourceBundle bundle;
  private final RefusalWords refusals;

  private SheetWords(String language) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.language = language;
    this.refusals = RefusalWords.in(language);
    this.bundle =
        ResourceBundle.getBundle(
            "io.waymark.sheets.messages", Locale.forLanguageTag(language), control);
  }

  /** Words in "zh" or "en"; anything else is English. */
  public static SheetWords in(String language) {
    return language.startsWith("zh") ? CHINESE : ENGLISH;
  }

  /** "zh" or "en". */
  public String language() {
    return language;
  }

  /** The sentence of a reason. */
  public String say(Reason reason) {
    List<String> said = reason.arguments();
    return switch (reason.key()) {
      case Reason.VIOLATION -> violation(said.get(0), said.get(1), said.get(2), reason.metadata());
      case Reason.REFUSED -> refusals.refusal(said.get(0), reason.metadata(), said.get(1));
      default -> get(reason.key(), said.toArray());
    };
  }

  private String violation(
      String value, String reason, String english, Map<String, String> metadata) {
    String expected = refusals.expectation(reason, metadata, english);
    return expected.isEmpty() ? value : refusals.violation(value, expected);
  }

  /** The words under a key that may be unknown. */
  public String getOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  /** The words under a key, with {0}, {1}... replaced. */
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
