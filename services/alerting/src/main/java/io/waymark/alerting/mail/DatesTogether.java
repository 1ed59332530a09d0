package io.waymark.alerting.mail;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@code dates} of HTML templates: escapes a text, and keeps each date such as
 * 2027-06-30 on one line, which a phone would break at its hyphens.
 */
final class DatesTogether extends AbstractExtension {
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of("dates", new Together());
  }

  static String together(String text) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    return DATE.matcher(escaped).replaceAll("<span style=\"white-space:nowrap;\">$0</span>");
  }

  private static final class Together implements Filter {
    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }

    @Override
    public Object apply(
        @Nullable Object input,
        Map<String, Object> arguments,
        PebbleTemplate template,
        EvaluationContext context,
        int line) {
      return new SafeString(together(input == null ? "" : input.toString()));
    }
  }
}
