package io.waymark.standalone;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the user reads, in Chinese or English. */
final class Words {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "io.waymark.standalone.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language of {@code WAYMARK_LANG}, else of the locale, else English. */
  static Words of(Map<String, String> environment) {
    Optional<String> language =
        Stream.of("WAYMARK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .findFirst();
    boolean chinese = language.map(value -> value.startsWith("zh")).orElse(false);
    return new Words(chinese ? Locale.CHINESE : Locale.ENGLISH);
  }

  String get(String key, Object... arguments) {
    // as text, since MessageFormat would write the port 8080 as 8,080
    Object[] texts = Stream.of(arguments).map(String::valueOf).toArray();
    return new MessageFormat(bundle.getString(key), locale).format(texts);
  }

  Refusal refusal(String key, Object... arguments) {
    return new Refusal(get(key, arguments));
  }
}
