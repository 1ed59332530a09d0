package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.util.Locale;
import java.util.ResourceBundle;

/** What this module says to people, in one language. */
public final class SheetWords {
  /** In English. */
  public static final SheetWords ENGLISH = new SheetWords("en");

  /** In Chinese. */
  public static final SheetWords CHINESE = new SheetWords("zh");

  private final String language;
  private final ResourceBundle bundle;

  private SheetWords(String language) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.language = language;
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
    return get(reason.key(), reason.arguments().toArray());
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
