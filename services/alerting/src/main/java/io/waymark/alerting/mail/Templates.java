package io.waymark.alerting.mail;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Lays letters out with templates; strict, so that a misspelt name is an error and no gap. */
final class Templates {
  /** What of a mail a template makes. */
  enum Part {
    SUBJECT("subject"),
    TEXT("txt"),
    HTML("html");

    private final String extension;

    Part(String extension) {
      this.extension = extension;
    }

    String extension() {
      return extension;
    }

    static Part of(String file) {
      return file.endsWith(".html") ? HTML : file.endsWith(".txt") ? TEXT : SUBJECT;
    }
  }

  /** Name of the template that lays out every letter unless there is a closer one. */
  static final String LETTER = "letter";

  private static final Pattern ONLY_TAGS =
      Pattern.compile("(?m)^[ \\t]*((?:\\{[%#].*?[%#]\\}[ \\t]*)+)\\r?\\n");

  private final PebbleEngine plain;
  private final PebbleEngine html;

  /**
   * Creates an engine over these templates.
   *
   * @param sources by file name
   */
  Templates(Map<String, String> sources) {
    MemoryLoader loader = new MemoryLoader();
    sources.forEach((name, source) -> loader.addTemplate(name, withoutTagLines(source)));
    plain = engine(loader).autoEscaping(false).build();
    html = engine(loader).autoEscaping(true).build();
  }

  private static PebbleEngine.Builder engine(MemoryLoader loader) {
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .newLineTrimming(false)
        .defaultLocale(Locale.ROOT);
  }

  /** A line of nothing but tags leaves no line behind. */
  private static String withoutTagLines(String source) {
    return ONLY_TAGS.matcher(source).replaceAll("$1");
  }

  /** The templates that ship, by file name. */
  static Map<String, String> shipped() {
    return Map.of(
        "letter.subject", resource("letter.subject"),
        "letter.txt", resource("letter.txt"),
        "letter.html", resource("letter.html"));
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + name + " that ships cannot be read", e);
    }
  }

  /**
   * Lays a letter out.
   *
   * @param file name of the template
   * @throws BrokenTemplateException if the template is no template, or names what there is not
   */
  String render(String file, Letter letter) throws BrokenTemplateException {
    StringWriter out = new StringWriter();
    try {
      PebbleEngine engine = Part.of(file) == Part.HTML ? html : plain;
      engine.getTemplate(file).evaluate(out, Map.of("letter", letter));
    } catch (PebbleException | IOException e) {
      throw new BrokenTemplateException(file, e);
    } catch (RuntimeException e) {
      // A customer's template can make the engine fail in ways that it has no name for.
      throw new BrokenTemplateException(file, e);
    }
    return out.toString();
  }

  /** A template cannot be used. */
  static final class BrokenTemplateException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenTemplateException(String file, Exception cause) {
      super(file + ": " + Inert.line(String.valueOf(cause.getMessage()), 400), cause);
    }
  }
}
