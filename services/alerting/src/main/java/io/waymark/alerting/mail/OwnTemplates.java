package io.waymark.alerting.mail;

import io.waymark.alerting.mail.Templates.BrokenTemplateException;
import io.waymark.alerting.mail.Templates.Part;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a customer's templates and proves each of them with sample data, for every kind of mail and
 * language that it would lay out. One that cannot be used is reported and left out.
 */
final class OwnTemplates {
  private static final Logger log = LoggerFactory.getLogger(OwnTemplates.class);
  private static final long MOST_BYTES = 256 * 1024;
  private static final Pattern NAME =
      Pattern.compile("([a-z]+)(?:\\.(zh|en))?\\.(subject|txt|html)");

  /** A sample of one kind in one language. */
  record Sample(TemplateKind kind, Letter letter) {}

  private final Map<String, String> sources = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private OwnTemplates() {}

  /**
   * The templates that ship, and over them those of a folder.
   *
   * @param samples of every kind in every language; the hostile ones among them too
   */
  static Templates load(Path folder, List<Sample> samples) {
    OwnTemplates own = new OwnTemplates();
    own.read(folder);
    return own.proven(samples);
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(file, file.getFileName().toString());
      }
    } catch (IOException e) {
      fault("WAYMARK_TEMPLATES: " + folder + " (expected: a folder that can be read)");
    }
  }

  private void read(Path file, String name) throws IOException {
    if (name.startsWith(".")) {
      return;
    }
    if (!known(name)) {
      fault(
          name
              + ": unknown name (expected: letter, or a kind of mail such as supervision; then .zh or .en or"
              + " nothing; then .subject, .txt or .html; or a name that begins with _)");
    } else if (Files.size(file) > MOST_BYTES) {
      fault(name + ": " + Files.size(file) + " bytes (expected: at most " + MOST_BYTES + ")");
    } else {
      try {
        sources.put(name, Files.readString(file));
      } catch (CharacterCodingException e) {
        fault(name + ": cannot be read as text (expected: UTF-8)");
      }
    }
  }

  private static boolean known(String name) {
    if (name.startsWith("_")) {
      return true;
    }
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    String kind = parts.group(1);
    return kind.equals(Templates.LETTER)
        || Stream.of(TemplateKind.values()).anyMatch(one -> one.wireName().equals(kind));
  }

  private Templates proven(List<Sample> samples) {
    Set<String> good = new HashSet<>(sources.keySet());
    // What leans on a file that turned out broken may be broken too: prove until nothing falls.
    for (boolean again = true; again; ) {
      again = false;
      Templates candidate = with(good);
      for (String name : List.copyOf(good)) {
        String fault = name.startsWith("_") ? "" : fault(candidate, name, samples);
        if (!fault.isEmpty()) {
          good.remove(name);
          fault(fault);
          again = true;
        }
      }
    }
    return with(good);
  }

  private Templates with(Set<String> good) {
    Map<String, String> all = new HashMap<>(Templates.shipped());
    // The one that ships stays in reach, for extends and include.
    Templates.shipped().forEach((name, source) -> all.put("shipped/" + name, source));
    good.forEach(name -> all.put(name, sources.get(name)));
    return new Templates(all, faults);
  }

  private static String fault(Templates templates, String name, List<Sample> samples) {
    Part part = Part.of(name);
    for (Sample sample : samples) {
      Letter letter = sample.letter();
      if (!lays(name, sample)) {
        continue;
      }
      String where =
          name
              + " ("
              + sample.kind().name().toLowerCase(Locale.ROOT)
              + ", "
              + letter.language()
              + ")";
      try {
        String fault = fault(part, templates.render(name, letter), letter);
        if (!fault.isEmpty()) {
          return where + ": " + fault;
        }
      } catch (BrokenTemplateException e) {
        return where + ": " + e.getMessage();
      }
    }
    return "";
  }

  private static boolean lays(String name, Sample sample) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    boolean kind =
        parts.group(1).equals(Templates.LETTER) || parts.group(1).equals(sample.kind().wireName());
    return kind && (parts.group(2) == null || parts.group(2).equals(sample.letter().language()));
  }

  /** A mail that nobody can act on, or that carries a name's script, is none. */
  private static String fault(Part part, String made, Letter letter) {
    if (made.isBlank()) {
      return "says nothing";
    }
    if (part == Part.SUBJECT) {
      return "";
    }
    for (Letter.Button button : letter.buttons()) {
      if (!made.contains(button.url())) {
        return "leaves out the link of a button (expected: letter.buttons, each with its url)";
      }
    }
    for (String warning : letter.warnings()) {
      if (!made.contains(warning)) {
        return "leaves out that figures are simulated or assumed (expected: letter.warnings)";
      }
    }
    if (part == Part.HTML && made.contains(SampleMailings.SCRIPT)) {
      return "lets a name's markup through (expected: no raw filter on names)";
    }
    return "";
  }

  private void fault(String what) {
    String said = Inert.line(what, 600);
    log.error("a template of yours is not used: {}", said);
    faults.add(said);
  }
}
