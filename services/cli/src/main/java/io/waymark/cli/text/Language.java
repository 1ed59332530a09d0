package io.waymark.cli.text;

import io.waymark.proto.type.v1.LocalizedText;
import java.util.Locale;
import java.util.Map;

/** The two languages of the product. */
public enum Language {
  /** Chinese. */
  ZH(Locale.SIMPLIFIED_CHINESE),
  /** English. */
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** For resource bundles. */
  public Locale locale() {
    return locale;
  }

  /** The reader's side of a text, or the other one where that is empty. */
  public String of(LocalizedText text) {
    String wanted = this == ZH ? text.getZh() : text.getEn();
    String other = this == ZH ? text.getEn() : text.getZh();
    return wanted.isEmpty() ? other : wanted;
  }

  /**
   * The language that a POSIX environment asks for, else that of {@code fallback}. The variables
   * are read here because a JVM that was started under the C locale reports English whatever
   * WAYMARK_LANG says.
   */
  public static Language ofEnvironment(Map<String, String> variables, Locale fallback) {
    for (String name : new String[] {"WAYMARK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = variables.getOrDefault(name, "");
      if (value.startsWith("zh")) {
        return ZH;
      }
      if (value.startsWith("en")) {
        return EN;
      }
    }
    return fallback.getLanguage().equals("zh") ? ZH : EN;
  }
}
