package io.waymark.cli.text;

import java.util.ResourceBundle;

/** The command's own words in one language. Replies of the services bring theirs with them. */
public final class Words {
  private static final String BUNDLE = "io.waymark.cli.messages";

  private final Language language;
  private final ResourceBundle bundle;

  private Words(Language language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  /** Words in one language, never falling back to the machine's locale. */
  public static Words in(Language language) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Words(language, ResourceBundle.getBundle(BUNDLE, language.locale(), control));
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** The bundle itself, for the help texts. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /** The words under a key, with {0}, {1}... replaced. */
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** The words under a key, or {@code fallback} where there are none. */
  public String getOr(String key, String fallback) {
    return bundle.containsKey(key) ? bundle.getString(key) : fallback;
  }
}
