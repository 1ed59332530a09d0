package io.waymark.refusals;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one language why something was refused. */
public final class RefusalWords {
  /** In English. */
  public static final RefusalWords ENGLISH = new RefusalWords("en");

  /** In Chinese. */
  public static final RefusalWords CHINESE = new RefusalWords("zh");

  /** {name}, {name|word}, {name|list}, {name|words} or {name|service}. */
  private static final Pattern PARTICULAR = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

  private final ResourceBundle bundle;

  private RefusalWords(String language) {
    bundle =
        ResourceBundle.getBundle(
            "io.waymark.refusals.messages",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Words in "zh" or "en"; anything else is English. */
  public static RefusalWords in(String language) {
    return language.startsWith("zh") ? CHINESE : ENGLISH;
  }

  /**
   * What is expected of a field.
   *
   * @param otherwise what to say of a reason that this version does not know, or of one that came
   *     without what belongs to it
   */
  public String expectation(String reason, Map<String, String> metadata, String otherwise) {
    return sentence("expected." + reason, metadata, otherwise);
  }

  /**
   * Why a command was refused.
   *
   * @param otherwise what to say of a reason that this version does not know
   */
  public String refusal(String reason, Map<String, String> metadata, String otherwise) {
    return sentence("refused." + reason, metadata, otherwise);
  }

  /**
   * Why a service is not ready.
   *
   * @param otherwise what to say of a reason that this version does not know
   */
  public String ailing(String reason, Map<String, String> metadata, String otherwise) {
    return sentence("ailing." + reason, metadata, otherwise);
  }

  /** Such as {@code 130 (expected: 0..100)}. */
  public String violation(String value, String expectation) {
    String given = value.isBlank() ? bundle.getString("nothing") : value;
    return bundle
        .getString("violation")
        .replace("{value}", given)
        .replace("{expectation}", expectation);
  }

  /** That there are so many more. */
  public String more(int count) {
    return bundle.getString("more").replace("{count}", Integer.toString(count));
  }

  /** A sentence, and that there are so many more. */
  public String andMore(String said, int count) {
    return bundle
        .getString("andMore")
        .replace("{count}", Integer.toString(count))
        .replace("{said}", said);
  }

  /** What is said of a field, with the field before it. */
  public String line(String field, String said) {
    return bundle.getString("line").replace("{field}", field).replace("{said}", said);
  }

  private String sentence(String key, Map<String, String> metadata, String otherwise) {
    if (!bundle.containsKey(key)) {
      return otherwise;
    }
    String template = bundle.getString(key);
    boolean known =
        PARTICULAR.matcher(template).results().allMatch(one -> metadata.containsKey(one.group(1)));
    return known ? filled(template, metadata) : otherwise;
  }

  private String filled(String template, Map<String, String> metadata) {
    Matcher particular = PARTICULAR.matcher(template);
    StringBuilder text = new StringBuilder();
    while (particular.find()) {
      String value = metadata.getOrDefault(particular.group(1), "");
      particular.appendReplacement(
          text, Matcher.quoteReplacement(shown(value, particular.group(2))));
    }
    return particular.appendTail(text).toString();
  }

  private String shown(String value, String how) {
    return switch (how) {
      case null -> value;
      case "word" -> word("word.", value);
      case "list" -> value.replace(", ", bundle.getString("between"));
      case "words" ->
          String.join(
              bundle.getString("between"),
              Pattern.compile(", ").splitAsStream(value).map(one -> word("word.", one)).toList());
      case "service" -> word("service.", value);
      default ->
          throw new IllegalArgumentException(how + " (expected: word, list, words or service)");
    };
  }

  /** A word of the contracts as people say it. */
  private String word(String kind, String name) {
    String key = kind + name;
    return bundle.containsKey(key) ? bundle.getString(key) : name;
  }
}
