package io.waymark.sheets.form;

import io.waymark.sheets.SheetWords;
import io.waymark.sheets.value.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column that a form knows.
 *
 * @param name our name of it, as in the contracts
 * @param aliases what else files call it, as {@link #plain} spells it
 */
record Field(String name, List<String> aliases) {
  /** The column of reasons in a copy that came back; never read. */
  static final String REASON = "refused_because";

  static Field of(String name, String... aliases) {
    return new Field(name, Arrays.stream(aliases).map(Field::plain).toList());
  }

  /** The heading that templates give it. */
  String heading(SheetWords words) {
    return words.get("field." + name);
  }

  boolean isCalled(String plainHeading) {
    return name.equals(plainHeading)
        || aliases.contains(plainHeading)
        || plain(withoutUnit(heading(SheetWords.CHINESE))).equals(plainHeading)
        || plain(withoutUnit(heading(SheetWords.ENGLISH))).equals(plainHeading);
  }

  /** A heading in lower case, with underscores for blanks and without marks of what is required. */
  static String plain(String heading) {
    return Plain.of(heading)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[*:：]+$|^\\*+", "")
        .strip()
        .replaceAll("(?<=[^\\x00-\\x7F])\\s+|\\s+(?=[^\\x00-\\x7F])", "")
        .replaceAll("[\\s-]+", "_");
  }

  /** 累计投资 of 累计投资（万元）. */
  static String withoutUnit(String heading) {
    return Plain.of(heading).replaceFirst("\\s*[(\\[][^()\\[\\]]*[)\\]]\\s*\\*?$", "");
  }

  /** 万元 of 累计投资（万元）; empty if it has none. */
  static String unit(String heading) {
    String plain = Plain.of(heading).replaceFirst("\\*+$", "").strip();
    int open = Math.max(plain.lastIndexOf('('), plain.lastIndexOf('['));
    boolean closed = plain.endsWith(")") || plain.endsWith("]");
    return open > 0 && closed ? plain.substring(open + 1, plain.length() - 1).strip() : "";
  }
}
