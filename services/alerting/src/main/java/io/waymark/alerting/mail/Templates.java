package io.waymark.alerting.mail;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays letters out with templates; strict, so that a misspelt name is an error and no gap. */
public final class Templates {
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

  private static final Logger log = LoggerFactory.getLogger(Templates.class);
  private static final Templates SHIPPED = new Templates(shipped(), List.of());

  private final Set<String> names;
  private final PebbleEngine plain;
  private final PebbleEngine html;
  private final List<String> faults;
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  /**
   * Creates an engine over these templates.
   *
   * @param sources by file name
   * @param faults what is wrong with files that are therefore not among them
   */
  Templates(Map<String, String> sources, List<String> faults) {
    MemoryLoader loader = new MemoryLoader();
    sources.forEach((name, source) -> loader.addTemplate(name, withoutTagLines(source)));
    names = Set.copyOf(sources.keySet());
    plain = engine(loader).autoEscaping(false).build();
    html = engine(loader).extension(new DatesTogether()).autoEscaping(true).build();
    this.faults = List.copyOf(faults);
  }

  /** Only what ships. */
  public static Templates plainOnes() {
    return SHIPPED;
  }

  /** What is wrong with the customer's files; the templates that ship are used instead. */
  public List<String> faults() {
    return Stream.concat(faults.stream(), failures.values().stream()).toList();
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

  /** The closest template there is: of the kind and language, of the kind, of the language. */
  String closest(TemplateKind kind, String language, Part part) {
    return Stream.of(kind.wireName() + "." + language, kind.wireName(), LETTER + "." + language)
        .map(name -> name + "." + part.extension())
        .filter(names::contains)
        .findFirst()
        .orElse(LETTER + "." + part.extension());
  }

  /** Lays a letter out; by what ships, if a customer's template fails at it. */
  String render(TemplateKind kind, Part part, Letter letter) {
    String file = closest(kind, letter.language(), part);
    try {
      return render(file, letter);
    } catch (BrokenTemplateException e) {
      if (this == SHIPPED) {
        throw new IllegalStateException("a template that ships is broken", e);
      }
      if (failures.put(file, String.valueOf(e.getMessage())) == null) {
        log.error("a template of yours failed, and the one that ships is used: {}", e.getMessage());
      }
      return SHIPPED.render(kind, part, letter);
    }
  }

  /** Lays a letter out by one file. */
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
