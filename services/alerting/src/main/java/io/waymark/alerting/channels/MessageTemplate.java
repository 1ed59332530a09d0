package io.waymark.alerting.channels;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.waymark.alerting.mail.Briefs.Brief;
import io.waymark.alerting.mail.Briefs.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays a message out as JSON. Everything that is put in is escaped for JSON; the filter {@code
 * plain} takes from names what a robot would read as markup.
 */
final class MessageTemplate {
  private static final String MARKUP = "<>[]()*_`#|\\~!";
  private static final String HARMLESS = "＜＞［］（）＊＿｀＃｜＼～！";

  private final PebbleTemplate template;

  /** Reads a template. */
  MessageTemplate(String source) {
    MemoryLoader loader = new MemoryLoader();
    loader.addTemplate("message", source);
    template =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .defaultEscapingStrategy("json")
            .newLineTrimming(false)
            .defaultLocale(Locale.ROOT)
            .extension(new Plain())
            .build()
            .getTemplate("message");
  }

  /** One that ships. */
  static String shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(MessageTemplate.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + name + " that ships cannot be read", e);
    }
  }

  /**
   * Lays a brief out.
   *
   * @param items those to be shown
   * @throws IllegalArgumentException if the template fails, or makes no JSON object
   */
  String render(Brief brief, List<Item> items) {
    StringWriter out = new StringWriter();
    try {
      template.evaluate(
          out, Map.of("brief", brief, "items", items, "more", brief.items().size() - items.size()));
    } catch (PebbleException | IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
    String made = out.toString();
    if (!Json.read(made).isObject()) {
      throw new IllegalArgumentException("what it makes (expected: a JSON object)");
    }
    return made.strip();
  }

  private static final class Plain extends AbstractExtension {
    @Override
    public Map<String, Filter> getFilters() {
      return Map.of("plain", new PlainFilter());
    }
  }

  private static final class PlainFilter implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public @Nullable Object apply(
        @Nullable Object input,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return input == null ? null : plain(String.valueOf(input));
    }
  }

  /** The text with its markup characters as their harmless, wider twins. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = MARKUP.indexOf(text.charAt(i));
      plain.append(at < 0 ? text.charAt(i) : HARMLESS.charAt(at));
    }
    return plain.toString();
  }
}
